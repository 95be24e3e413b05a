//! What lies outside the page's own components: the browser's frames, history and errors.

pub(crate) mod crash;
pub(crate) mod frames;
pub(crate) mod size;
