//! `cargo xtask fuzz number`
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| masklab_properties::number(data));
