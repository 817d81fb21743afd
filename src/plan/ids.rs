//! The ids by which rules name one another.

use hashbrown::HashMap;

/// The ids of the rules of a kind, as they are written: faulty rules keep their places.
#[derive(Debug)]
pub(super) struct Ids {
    written: Vec<String>,
    /// Where each stands first, and how often it does.
    places: HashMap<String, (usize, usize)>,
}

impl Ids {
    pub(super) fn new(written: impl Iterator<Item = String>) -> Self {
        let written: Vec<String> = written.collect();
        let mut places = HashMap::with_capacity(written.len());
        for (at, id) in written.iter().enumerate() {
            places.entry_ref(id.as_str()).or_insert((at, 0)).1 += 1;
        }
        Self { written, places }
    }

    /// Where an id stands first.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.places.get(id).map(|(first, _)| *first)
    }

    /// Whether several rules have it.
    pub(super) fn is_shared(&self, id: &str) -> bool {
        self.places.get(id).is_some_and(|(_, count)| *count > 1)
    }

    pub(super) fn get(&self, at: usize) -> Option<&String> {
        self.written.get(at)
    }

    pub(super) fn len(&self) -> usize {
        self.written.len()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> + Clone {
        self.written.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stands_where_it_is_first_and_is_shared_where_it_comes_again() {
        let ids = Ids::new(["a", "b", "a", ""].map(str::to_owned).into_iter());
        for (id, first, is_shared) in
            [("a", Some(0), true), ("b", Some(1), false), ("", Some(3), false), ("c", None, false)]
        {
            assert_eq!((ids.find(id), ids.is_shared(id)), (first, is_shared), "{id}");
        }
        assert_eq!((ids.len(), ids.get(2).map(String::as_str)), (4, Some("a")));
    }
}
