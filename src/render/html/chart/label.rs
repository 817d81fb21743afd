//! Words on a drawing: short enough, and none on another.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::scale::Tenths;

/// At most so many columns of a text.
pub(super) fn short(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut used = 1; // of the ellipsis
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= columns
    };
    let start: String = text.chars().take_while(fits).collect();
    start + "…"
}

/// Moves places, which are in order, so that they are at least `gap` apart and within the
/// two ends, each as near to where it was as the others allow.
pub(super) fn apart(places: &mut [Tenths], gap: Tenths, (from, to): (Tenths, Tenths)) {
    let mut least = from;
    for place in &mut *places {
        *place = (*place).max(least);
        least = *place + gap;
    }
    let mut most = to;
    for place in places.iter_mut().rev() {
        *place = (*place).min(most);
        most = *place - gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_by_the_room_it_takes() {
        assert_eq!(short("定海区", 6), "定海区");
        assert_eq!(short("普陀山—朱家尖管委会", 10), "普陀山—朱…");
    }

    #[test]
    fn labels_that_would_lie_on_each_other_are_moved_apart() {
        let mut places = [100, 101, 102, 500];
        apart(&mut places, 50, (0, 1000));
        assert_eq!(places, [100, 150, 200, 500]);
        let mut low = [980, 990, 1000];
        apart(&mut low, 50, (0, 1000));
        assert_eq!(low, [900, 950, 1000]);
    }
}
