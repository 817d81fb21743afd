//! JSON, taken value by value from a text that comes in pieces.

use std::io::{self, Read};

use serde::de::DeserializeOwned;
use serde_json::Deserializer;
use serde_json::error::Category;

use super::source::Source;

/// Why JSON was not read to its end.
#[derive(Debug)]
pub(super) enum Fault {
    Unreadable(io::Error),
    /// One value that is too long to be held.
    TooLong,
    /// It is no JSON.
    Syntax {
        line: usize,
        column: usize,
    },
    /// It is JSON and says something else.
    Other,
}

/// JSON of which objects and lists are gone through, and other values taken whole.
pub(super) struct Values<R> {
    source: Source<R>,
}

impl<R: Read> Values<R> {
    pub(super) fn new(inner: R) -> Self {
        Self { source: Source::new(inner) }
    }

    /// The next value.
    pub(super) fn value<T: DeserializeOwned>(&mut self) -> Result<T, Fault> {
        // Blanks before it are no part of it, however many there are.
        self.next()?;
        loop {
            let rest = self.source.rest();
            let mut values = Deserializer::from_slice(rest).into_iter::<T>();
            let next = values.next();
            let length = values.byte_offset();
            // A number that ends where the text does may go on.
            let may_go_on = length == rest.len() && !self.source.is_all();
            match next {
                Some(Ok(value)) if !may_go_on => {
                    self.source.take(length);
                    return Ok(value);
                }
                Some(Err(error)) if !(error.is_eof() || is_cut(rest)) || self.source.is_all() => {
                    return Err(self.fault(&error));
                }
                None if self.source.is_all() => return Err(self.syntax(length)),
                Some(_) | None => self.more()?,
            }
        }
    }

    /// Goes through an object: of each key, what stands there is to be taken.
    pub(super) fn object<K: DeserializeOwned>(
        &mut self,
        mut entry: impl FnMut(&mut Self, K) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.all(b'{', b'}', |this| {
            if this.next()? != Some(b'"') {
                return Err(this.syntax(0));
            }
            let key = this.value()?;
            this.take(b':')?;
            entry(this, key)
        })
    }

    /// Goes through a list, of which every item is to be taken; says whether there is one.
    pub(super) fn list(
        &mut self,
        item: impl FnMut(&mut Self) -> Result<(), Fault>,
    ) -> Result<bool, Fault> {
        if self.next()? == Some(b'n') {
            return self.value::<()>().map(|()| false);
        }
        self.all(b'[', b']', item).map(|()| true)
    }

    /// That nothing follows.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        self.next()?.map_or(Ok(()), |_| Err(self.syntax(0)))
    }

    fn all(
        &mut self,
        open: u8,
        close: u8,
        mut item: impl FnMut(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        match self.next()? {
            Some(b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {}
            _ => return Err(self.syntax(0)),
        }
        self.take(open).map_err(|_| Fault::Other)?;
        if self.next()? == Some(close) {
            return self.take(close);
        }
        loop {
            item(self)?;
            if self.next()? != Some(b',') {
                return self.take(close);
            }
            self.take(b',')?;
        }
    }

    fn take(&mut self, sign: u8) -> Result<(), Fault> {
        if self.next()? != Some(sign) {
            return Err(self.syntax(0));
        }
        self.source.take(1);
        Ok(())
    }

    /// The next byte that is no blank, which is not taken.
    fn next(&mut self) -> Result<Option<u8>, Fault> {
        loop {
            let rest = self.source.rest();
            let blanks = rest.iter().take_while(|byte| b" \n\t\r".contains(byte)).count();
            let next = rest.get(blanks).copied();
            self.source.take(blanks);
            if next.is_some() || self.source.is_all() {
                return Ok(next);
            }
            self.more()?;
        }
    }

    fn more(&mut self) -> Result<(), Fault> {
        if self.source.is_over() {
            return Err(Fault::TooLong);
        }
        self.source.more().map_err(Fault::Unreadable)
    }

    fn fault(&self, error: &serde_json::Error) -> Fault {
        let (lines, before) = self.source.place();
        match (error.classify(), error.line()) {
            (Category::Data, _) => Fault::Other,
            (_, 0 | 1) => Fault::Syntax { line: lines + 1, column: before + error.column() },
            (_, line) => Fault::Syntax { line: lines + line, column: error.column() },
        }
    }

    /// That so many bytes further on something else should stand.
    fn syntax(&mut self, further: usize) -> Fault {
        self.source.take(further);
        let (lines, before) = self.source.place();
        Fault::Syntax { line: lines + 1, column: before + 1 }
    }
}

/// Whether a text may end within a number: one that is passed over is said to be none then,
/// and not to go on.
fn is_cut(text: &[u8]) -> bool {
    text.last().is_some_and(|last| b"-+.eE".contains(last))
}

#[cfg(test)]
mod tests;
