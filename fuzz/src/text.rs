//! Any bytes as a file of text.

use super::reading::{self, BUILT_IN, read};

/// A file of any bytes, by a name that says its year.
pub fn text(input: &[u8]) {
    reading::holds(&BUILT_IN, "2023.csv", input);
    // A long file takes as long as hundreds of short ones.
    if input.len() % 64 == 7 {
        threads(input);
    }
}

/// Whatever the number of threads, the same is read: the file's lines again and again,
/// until there are several blocks of them.
pub fn threads(input: &[u8]) {
    const LONG: usize = 300 << 10;
    let Some(end) = input.iter().position(|byte| *byte == b'\n') else { return };
    let (head, body) = input.split_at(end + 1);
    // Half a million lines of two bytes each say no more than a tenth of them.
    if body.len() < 16 {
        return;
    }
    // Tables are read by one thread.
    if !read(&BUILT_IN, "2023.csv", input, 1).files[0].spots.is_empty() {
        return;
    }
    let mut long = head.to_vec();
    while long.len() < LONG {
        long.extend_from_slice(body);
        long.push(b'\n');
    }
    let (one, several) =
        (read(&BUILT_IN, "2023.csv", &long, 1), read(&BUILT_IN, "2023.csv", &long, 3));
    assert_eq!(one.files, several.files);
    assert_eq!(one.diagnostics, several.diagnostics);
    assert_eq!(reading::values(&BUILT_IN, &one), reading::values(&BUILT_IN, &several));
}
