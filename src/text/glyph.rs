//! Ideographs that have a second code.

use unicode_normalization::char::{decompose_canonical, decompose_compatible};

/// Equivalents of the CJK radicals U+2E80 to U+2EF3, in their order
/// (`EquivalentUnifiedIdeograph.txt` of Unicode); one without an equivalent stands for itself.
const RADICALS: &str = "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爬丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
const FIRST: u32 = 0x2E80;

/// The unified ideograph of a radical or of a compatibility ideograph, which texts taken
/// out of a PDF hold in its place; every other character as it is.
pub(super) fn unified(c: char) -> char {
    let unified = match c {
        '\u{2E80}'..='\u{2EF3}' => {
            let at = u32::from(c).wrapping_sub(FIRST) as usize;
            RADICALS.chars().nth(at).unwrap_or(c)
        }
        // Nothing but ideographs lies in these; numbers and signs are not touched.
        '\u{2F00}'..='\u{2FD5}' => one(c, |c, put| decompose_compatible(c, put)),
        '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => {
            one(c, |c, put| decompose_canonical(c, put))
        }
        c => c,
    };
    match unified {
        // The radicals have the older shapes of these three.
        '戶' => '户',
        '靑' => '青',
        '黃' => '黄',
        c => c,
    }
}

/// What a character is decomposed into, if it is a single other one.
fn one(c: char, decompose: impl Fn(char, &mut dyn FnMut(char))) -> char {
    let (mut found, mut count) = (c, 0);
    decompose(c, &mut |part| {
        found = part;
        count += 1;
    });
    if count == 1 { found } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_and_compatibility_ideographs_are_the_ideographs_they_look_like() {
        for (written, meant) in [
            ("⼈⼝⽣⾼⼭⽔⼾", "人口生高山水户"),
            ("⻔⻋⻅⺠⻓⻘⻛⻩⻳", "门车见民长青风黄龟"),
            ("⺁⺌⺩", "厂小王"),
            ("\u{F9B5}\u{FA19}\u{2F81A}", "例神冬"),
        ] {
            assert_eq!(written.chars().map(unified).collect::<String>(), meant);
        }
        assert_eq!(RADICALS.chars().count(), 0x2EF3 - 0x2E80 + 1);
    }

    #[test]
    fn no_other_character_changes() {
        for c in "一—①½²㎡ⅡＡ々〇人户門A".chars() {
            assert_eq!(unified(c), c);
        }
    }
}
