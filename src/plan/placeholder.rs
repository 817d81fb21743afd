//! What a draft leaves for its reader to fill in, and a plan must not hold.

/// Words for what is still to be written, as people and drafts leave them.
const OPEN: [&str; 7] = ["填写", "请填", "待填", "待补", "TODO", "TBD", "FIXME"];

/// What may stand before them.
const OPENING: [char; 9] = ['（', '(', '【', '[', '［', '〔', '<', '＜', '{'];

/// What stands in a draft where somebody has to write `what`.
pub(super) fn placeholder(what: &str) -> String {
    format!("（填写{what}）")
}

/// Whether a text is one: a word for it in brackets or alone, or signs that say nothing.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let is_sign = |c: char| matches!(c, '?' | '？' | '_' | '＿' | '…' | '□');
    // A look tells it of nearly every text.
    let Some(first) = text.chars().next() else { return false };
    // No word for it is shorter than an ideograph.
    let beginning = |text: &str| text.as_bytes().first_chunk::<3>().copied();
    let begins = |word: &str| match (beginning(word), beginning(text)) {
        (Some(word), Some(text)) => word.eq_ignore_ascii_case(&text),
        (Some(_) | None, _) => false,
    };
    if !is_sign(first) && !OPENING.contains(&first) && !OPEN.into_iter().any(begins) {
        return false;
    }
    if text.chars().all(is_sign) {
        return true;
    }
    let opened = text.strip_prefix(OPENING);
    let inner = opened
        .and_then(|text| text.strip_suffix(['）', ')', '】', ']', '］', '〕', '>', '＞', '}']));
    OPEN.iter().any(|word| {
        let begins = |text: &str| {
            let start = text.as_bytes().get(..word.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
        };
        // 填写率 is a name; TODO: 核对 is none.
        let marked = |text: &str| {
            let rest = text.get(word.len()..).unwrap_or_default();
            rest.trim_start().is_empty() || rest.starts_with([':', '：'])
        };
        inner.is_some_and(begins) || (begins(text) && marked(text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_to_be_written_is_told_from_what_is() {
        for text in [
            "（填写单位）",
            "(填写)",
            "【请填：单位】",
            "TODO",
            "todo: 核对",
            "[TBD]",
            "待填",
            "？？",
            " ___ ",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        assert!(is_placeholder(&placeholder("operator")));
        for text in ["填写率", "人", "（含）就业率", "Todori", "表格填写人数", "是否？", ""]
        {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
