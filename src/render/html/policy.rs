//! What a browser may do with a page: show it in its own style, and nothing else.
//!
//! A page goes through many hands. Whatever were written into it, by a fault of this
//! program or by those who pass it on, would fetch nothing, run nothing and send nothing.

use sha2::{Digest, Sha256};

/// The one style sheet of the page.
pub(super) const STYLE: &str = include_str!("templates/style.css");

/// The policy of the page: nothing but that style sheet, known by its digest.
pub(super) fn policy() -> String {
    let digest = base64(&Sha256::digest(STYLE));
    format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(super) fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits =
            (0..3).fold(0, |bits, at| bits << 8 | three.get(at).copied().map_or(0, usize::from));
        for at in 0..4 {
            text.push(match at <= three.len() {
                true => char::from(ALPHABET[bits >> (18 - 6 * at) & 0x3F]),
                false => '=',
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_as_others_write_it() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("??>~", "Pz8+fg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
