#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| dabiao_fuzz::roster(input));
