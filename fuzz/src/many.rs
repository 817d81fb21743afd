//! Inputs that say a part many times in few bytes, so that small changes reach large counts.

/// What parts the files of an input that stands for several.
const BETWEEN: &str = "\n----\n";

/// No text grows beyond this.
const MOST: usize = 64 << 10;

/// The files of an input, each with its parts written as often as it says.
pub fn files(input: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(input);
    text.split(BETWEEN).map(written_out).collect()
}

/// A text in which `«300:row {n}»` stands for 300 rows, `{n}` counting them from 0.
pub fn written_out(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, part)) = rest.split_once('«') {
        out.push_str(before);
        let (part, behind) = part.split_once('»').unwrap_or((part, ""));
        let (count, again) = match part.split_once(':') {
            Some((count, again)) => (count.parse().unwrap_or(1_u32), again),
            None => (1, part),
        };
        for at in 0..count {
            if out.len() + again.len() > MOST {
                break;
            }
            out.push_str(&again.replace("{n}", &at.to_string()));
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}
