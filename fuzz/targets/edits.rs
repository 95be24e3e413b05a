//! `cargo xtask fuzz edits`
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| masklab_properties::edits(data));
