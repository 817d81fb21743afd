//! Texts of lines, as remarks.

use std::collections::HashMap;
use std::mem::size_of;
use std::sync::Arc;

/// Texts by the lines they stand on; one that many lines have is kept once.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    texts: Vec<Arc<str>>,
    /// Where each of them stands there.
    known: HashMap<Arc<str>, u32>,
    /// Lines, and the text of each.
    lines: Vec<(u32, u32)>,
}

/// What a text takes beside its bytes, and what a line takes, in bytes.
const OF_TEXT: usize = 96;
const OF_LINE: usize = 2 * size_of::<(u32, u32)>();

impl Texts {
    /// Adds the text of a line, and returns how many bytes that takes.
    pub fn push(&mut self, line: u32, text: &str) -> usize {
        let (text, taken) = match self.known.get(text) {
            Some(text) => (*text, 0),
            None => {
                // There are no more texts than lines.
                let at = self.texts.len() as u32;
                let text: Arc<str> = text.into();
                let taken = text.len() + OF_TEXT;
                self.texts.push(Arc::clone(&text));
                self.known.insert(text, at);
                (at, taken)
            }
        };
        self.lines.push((line, text));
        taken + OF_LINE
    }

    /// The text of a line, of those that were added before they were last ordered.
    pub fn get(&self, line: u32) -> Option<&str> {
        let at = self.lines.binary_search_by_key(&line, |(line, _)| *line).ok()?;
        self.texts.get(self.lines[at].1 as usize).map(AsRef::as_ref)
    }

    /// Whether any text holds another.
    pub fn any_holds(&self, part: &str) -> bool {
        self.texts.iter().any(|text| text.contains(part))
    }

    /// Orders what was added: blocks are read in any order.
    pub fn order(&mut self) {
        self.lines.sort_unstable();
    }

    /// How many lines and texts there are, so that what comes later can be taken back.
    pub fn mark(&self) -> (usize, usize) {
        (self.lines.len(), self.texts.len())
    }

    /// Takes back what was added after a mark.
    pub fn back_to(&mut self, (lines, texts): (usize, usize)) {
        self.lines.truncate(lines);
        for text in self.texts.drain(texts.min(self.texts.len())..) {
            self.known.remove(&text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_many_lines_is_kept_once_and_found_at_each() {
        let mut texts = Texts::default();
        let first = texts.push(7, "示例数据");
        let again: usize = [3, 9, 1].into_iter().map(|line| texts.push(line, "示例数据")).sum();
        assert_eq!((first, again), ("示例数据".len() + OF_TEXT + OF_LINE, 3 * OF_LINE));
        texts.order();
        let at = |texts: &Texts, line| texts.get(line).map(str::to_owned);
        let there: Vec<u32> = (0..12).filter(|line| texts.get(*line).is_some()).collect();
        assert_eq!(there, [1, 3, 7, 9]);
        let mark = texts.mark();
        texts.push(11, "区划调整");
        texts.push(10, "示例数据");
        texts.back_to(mark);
        assert_eq!(
            (at(&texts, 9).as_deref(), texts.get(10), texts.get(11)),
            (Some("示例数据"), None, None)
        );
        // What was taken back is no longer known.
        assert!(texts.push(11, "区划调整") > OF_LINE);
        texts.order();
        assert_eq!(texts.get(11), Some("区划调整"));
    }
}
