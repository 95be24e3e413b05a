//! `cargo xtask fuzz split`
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| masklab_properties::split(data));
