//! What lies outside the page's own components: the browser's frames, address, storage and errors.

pub(crate) mod address;
pub(crate) mod crash;
pub(crate) mod dom;
pub(crate) mod files;
pub(crate) mod frames;
pub(crate) mod fullscreen;
pub(crate) mod hand_out;
pub(crate) mod handover;
pub(crate) mod motion;
pub(crate) mod offline;
pub(crate) mod parent;
pub(crate) mod pointing;
pub(crate) mod size;
pub(crate) mod storage;
pub(crate) mod style;
pub(crate) mod theme;
pub(crate) mod timer;
