//! One spelling for names and headings.

use std::borrow::Cow;

use super::character::{half, is_blank, is_invisible, is_left_out, is_turned};
use super::glyph::{simplified, unified};

/// The spelling by which names and headings are compared: without blanks and without
/// what is invisible, in half width and lower case, every dash `-` and doubled ones one,
/// every middle dot `·`, ideographs by their unified codes.
///
/// Not for numbers. 一 is a numeral, not a dash.
///
/// ```
/// use dabiao::text::fold;
///
/// assert_eq!(fold("县\u{3000}（区）"), "县(区)");
/// assert_eq!(fold("普陀山——朱家尖"), fold("普陀山-朱家尖"));
/// ```
pub fn fold(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return Cow::Borrowed(text);
    }
    let turned = is_turned(text);
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if is_plain(c) {
            folded.push(c);
            continue;
        }
        if is_blank(c) || is_left_out(c, turned) {
            continue;
        }
        let c = plain(c);
        if c != '-' || !folded.ends_with('-') {
            folded.push(c);
        }
    }
    Cow::Owned(folded)
}

/// Whether a text is its own fold.
fn is_folded(text: &str) -> bool {
    let mut before = ' ';
    text.chars().all(|c| {
        let kept = is_plain(c) || !changes(c, before);
        before = c;
        kept
    })
}

/// Whether a character surely stays as it is: most of those in names do.
fn is_plain(c: char) -> bool {
    match c {
        '0'..='9' | 'a'..='z' => true,
        '\u{4E00}'..='\u{9FFF}' => !matches!(c, '戶' | '靑' | '黃') && simplified(c).is_none(),
        _ => false,
    }
}

/// Whether folding changes a character.
fn changes(c: char, before: char) -> bool {
    is_blank(c) || is_invisible(c) || plain(c) != c || (c == '-' && before == '-')
}

fn plain(c: char) -> char {
    match half(c) {
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c if is_dash(c) => '-',
        '•' | '‧' | '∙' | '⋅' | '・' | '･' => '·',
        c => unified(c),
    }
}

/// Every dash that a keyboard, a program or a document gives.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '‐' | '‑' | '‒' | '–' | '—' | '―' // U+2010 to U+2015
            | '−' | '─' | '━' | '﹘' | '⸺' | '⸻' | '⁃' | 'ー'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for name in [
            "普陀山—朱家尖",
            "普陀山——朱家尖",
            "普陀山–朱家尖",
            "普陀山―朱家尖",
            "普陀山‒朱家尖",
            "普陀山‑朱家尖",
            "普陀山﹣朱家尖",
            "普陀山－朱家尖",
            "普陀山−朱家尖",
            "普陀山─朱家尖",
            "普陀山 -- 朱家尖",
            "普陀⼭\u{AD}—朱\u{3000}家\n尖",
        ] {
            assert_eq!(fold(name), "普陀山-朱家尖", "{name}");
        }
        assert_eq!(fold(" ＧＤＰ 年均\u{202D}增长率（％）"), "gdp年均增长率(%)");
        assert_eq!(fold("残疾⼈就业率"), "残疾人就业率");
        assert_eq!(fold("县\u{2800}区"), "县区");
        assert_eq!(fold("尼玛・次仁"), "尼玛·次仁");
    }

    #[test]
    fn what_is_another_name_stays_another() {
        assert_eq!(fold("一村"), "一村");
        assert_ne!(fold("一村"), fold("—村"));
        assert_ne!(fold("①"), fold("1"));
        assert_ne!(fold("½"), fold("1/2"));
        assert_ne!(fold("\u{202E}330902"), "330902");
    }

    #[test]
    fn a_folded_text_is_not_copied() {
        for text in ["330902", "定海区", "gdp年均增长率(%)", "普陀山-朱家尖", ""] {
            assert!(matches!(fold(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
