//! What comes of others' text in each kind of what is written.

use super::*;

/// The text written in pieces of so many bytes.
fn written(text: &str, kind: Kind, piece: usize) -> String {
    let mut out = Vec::new();
    let mut writer = Harmless::new(&mut out, kind);
    for piece in text.as_bytes().chunks(piece) {
        writer.write_all(piece).unwrap();
        writer.flush().unwrap();
    }
    writer.finish(Ok(())).unwrap();
    String::from_utf8(out).unwrap()
}

fn whatever_the_pieces(text: &str, kind: Kind, expected: &str) {
    for piece in 1..=text.len().max(1) {
        assert_eq!(written(text, kind, piece), expected, "{text:?} in pieces of {piece}");
    }
}

const PLAIN: Kind = Kind::Text { color: false };
const COLOR: Kind = Kind::Text { color: true };

#[test]
fn every_control_and_mark_of_direction_is_made_visible() {
    let controls = (0..=0x9F).filter_map(char::from_u32).filter(|c| c.is_control());
    let controls = controls.filter(|c| !"\n\t".contains(*c));
    let marks = "\u{61C}\u{200E}\u{200F}\u{2028}\u{2029}\u{202A}\u{202E}\u{2066}\u{2069}";
    for c in controls.chain(marks.chars()) {
        let text = format!("甲{c}乙");
        for kind in [PLAIN, COLOR, Kind::Page, Kind::Lines, Kind::Commands] {
            whatever_the_pieces(&text, kind, "甲\u{FFFD}乙");
        }
        whatever_the_pieces(&text, Kind::Json, &format!("甲\\u{:04x}乙", u32::from(c)));
        whatever_the_pieces(&text, Kind::Ours, &text);
        whatever_the_pieces(&c.to_string(), PLAIN, "\u{FFFD}");
    }
}

#[test]
fn other_text_passes() {
    for text in ["残疾人 ≥90% “甲”\té\u{A0}٣ …\n# a: b ##\n\n👪", "", ":", "#", "##", "a::b"]
    {
        for kind in [PLAIN, COLOR, Kind::Commands, Kind::Json] {
            whatever_the_pieces(text, kind, text);
        }
    }
}

const READ: [Kind; 4] = [PLAIN, COLOR, Kind::Page, Kind::Commands];

#[test]
fn what_nobody_sees_is_shown_where_people_read_and_stays_in_what_was_sent() {
    for hidden in [
        "\u{AD}\u{34F}\u{115F}\u{1160}\u{17B4}\u{180B}\u{180E}",
        "\u{200B}\u{200C}\u{200D}\u{2060}\u{2064}\u{206F}",
        "\u{3164}\u{FFA0}\u{FEFF}\u{FFF9}\u{FFFC}",
        "\u{1BCA0}\u{1D173}\u{E0001}\u{E0041}\u{E007F}\u{E0FFF}",
    ] {
        for c in hidden.chars() {
            let text = format!("甲{c}乙");
            for kind in READ {
                whatever_the_pieces(&text, kind, "甲\u{FFFD}乙");
                whatever_the_pieces(&c.to_string(), kind, "\u{FFFD}");
            }
            for kind in [Kind::Lines, Kind::Json, Kind::Ours] {
                whatever_the_pieces(&text, kind, &text);
            }
        }
    }
    // A selector has nothing to select.
    for alone in ["\u{FE0F}甲", "甲 \u{FE00}", "甲\n\u{E0100}", "\u{180C}"] {
        let shown = alone.replace(['\u{FE0F}', '\u{FE00}', '\u{E0100}', '\u{180C}'], SIGN);
        for kind in READ {
            whatever_the_pieces(alone, kind, &shown);
        }
    }
}

#[test]
fn what_chooses_or_joins_the_forms_of_what_is_seen_passes() {
    for text in [
        "👨\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}\u{200D}🔥",
        "1\u{FE0F}\u{20E3}",
        "葛\u{E0100}城区",
        "塚\u{FE00}",
        "می\u{200C}خواهم",
        "ᠠ\u{180B}ᠠ",
        "（甲）：５５％　“乙”、丙。ㄅㆍ가①👪𝄞",
    ] {
        for kind in READ {
            whatever_the_pieces(text, kind, text);
        }
    }
}

#[test]
fn what_was_looked_through_passes_and_what_follows_it_is_looked_at_as_ever() {
    for (before, known, behind, expected) in [
        ("甲", "乙\n", "::error::", "甲乙\n\u{FFFD}::error::"),
        ("甲", "乙\n丙", "::error::", "甲乙\n丙::error::"),
        ("\n", "  ", "::error::", "\n  \u{FFFD}::error::"),
        ("\u{1B}", "乙", "\u{7}", "\u{FFFD}乙\u{FFFD}"),
        ("甲:", "乙", ":", "甲:乙:"),
        ("##", "乙", "[", "##乙["),
    ] {
        let mut out = Vec::new();
        let mut writer = Harmless::new(&mut out, PLAIN);
        writer.write_all(before.as_bytes()).unwrap();
        writer.write_harmless(known.as_bytes(), true).unwrap();
        writer.write_all(behind.as_bytes()).unwrap();
        writer.finish(Ok(())).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
    // What is harmless in an object of JSON may be a command on a line.
    let mut out = Vec::new();
    let mut writer = Harmless::new(&mut out, PLAIN);
    writer.write_harmless(b"::error::", false).unwrap();
    writer.finish(Ok(())).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), "\u{FFFD}::error::");
}

#[test]
fn no_line_is_a_command_of_a_runner() {
    for (text, expected) in [
        ("::error::a", "\u{FFFD}::error::a"),
        ("甲\n  ::error::a\n", "甲\n  \u{FFFD}::error::a\n"),
        ("a ##[add-path]b", "a \u{FFFD}##[add-path]b"),
        ("##vso[task.complete]b", "\u{FFFD}##vso[task.complete]b"),
        ("a###VSO[task.complete]", "a#\u{FFFD}##VSO[task.complete]"),
        ("##teamcity[a 'b']", "\u{FFFD}##teamcity[a 'b']"),
        ("##vs[o] ##tea", "##vs[o] ##tea"),
        ("甲 ::error::", "甲 ::error::"),
    ] {
        whatever_the_pieces(text, PLAIN, expected);
        // Colons are no command in JSON, and those of ours are.
        let numbered = expected.replace("\u{FFFD}##", "\\u0023#").replace('\u{FFFD}', "");
        whatever_the_pieces(text, Kind::Json, &numbered);
        let others = expected.replace("\u{FFFD}::", "::");
        whatever_the_pieces(text, Kind::Commands, &others);
    }
}

#[test]
fn only_colours_of_ours_pass_and_only_where_there_are_any() {
    for ours in ["\u{1B}[0m", "\u{1B}[38;5;167m", "\u{1B}[1m", "\u{1B}[1;4m", "\u{1B}[m"] {
        whatever_the_pieces(&format!("a{ours}b"), COLOR, &format!("a{ours}b"));
        whatever_the_pieces(ours, PLAIN, &ours.replace('\u{1B}', "\u{FFFD}"));
    }
    for other in [
        "\u{1B}[8m",
        "\u{1B}[7mx",
        "\u{1B}[30m",
        "\u{1B}[41m",
        "\u{1B}[31m",
        "\u{1B}[38;5;0m",
        "\u{1B}[38;5;16m",
        "\u{1B}[2J",
        "\u{1B}]0;title\u{7}",
        "\u{1B}",
        "\u{1B}[",
        "\u{1B}[1",
        "\u{1B}c",
        "\u{1B}[1;1;1;1;1;1;1;1;1m x",
    ] {
        let expected = other.replace(['\u{1B}', '\u{7}'], "\u{FFFD}");
        whatever_the_pieces(other, COLOR, &expected);
    }
}
