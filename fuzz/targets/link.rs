//! `cargo xtask fuzz link`
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| masklab_properties::link(data));
