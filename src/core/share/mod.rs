//! What leaves the page for others: its address with what a teacher sets and the work, the frame that shows
//! it in another page, a QR code, and files.

mod address;
mod file;
mod qr;
mod solution;

pub use address::{address, frame};
pub use file::{FileKind, Handout, file_name};
pub use qr::QrCode;
pub use solution::solution;
