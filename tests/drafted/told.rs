//! What a draft says, row by row, in few words.

/// The rules of a draft, a line each: `=` one that stands, `~` one that asks to be checked,
/// `?` one that must be filled in, `#` a row that stays a comment; `·` is a heading.
pub(crate) fn told(toml: &str) -> String {
    let mut out = String::new();
    let (_, body) = toml.split_once("level = \"county\"").unwrap_or(("", toml));
    let mut row = "0";
    for block in body.split("\n\n").skip(1) {
        if block.starts_with("[[reference]]") {
            out.push_str(&format!("& {}\n", keys(block).join("; ")));
            continue;
        }
        let mut rules: Vec<String> = Vec::new();
        let mut lines = block.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(aside) = line
                .strip_prefix("# ")
                .filter(|_| row_of(line).is_none() && rules.is_empty() && !block.contains("# 第"))
            {
                out.push_str(&format!("· {aside}\n"));
            } else if let Some(nth) = row_of(line) {
                row = nth;
            } else if let Some(reason) = line.strip_prefix("# 未写成规则：") {
                let reason = reason.split(['；', '。']).next().unwrap_or(reason);
                out.push_str(&format!("#{row} {reason}\n"));
                while lines
                    .peek()
                    .is_some_and(|next| next.starts_with("# ") && !next.starts_with("# 未写成规则"))
                {
                    lines.next();
                }
            } else if line == "[[indicator]]" {
                let mut rule = String::new();
                while let Some(next) = lines
                    .next_if(|next| *next != "[[indicator]]" && !next.starts_with("# 未写成规则："))
                {
                    rule.push_str(next);
                    rule.push('\n');
                }
                let mark = if rule.contains("（填写") {
                    '?'
                } else if rule.contains("请核对") || rule.contains("请务必核对") {
                    '~'
                } else {
                    '='
                };
                out.push_str(&format!("{mark}{row} {}\n", keys(&rule).join("; ")));
                rules.push(rule);
            }
        }
    }
    out
}

/// The number of the row that a comment begins.
pub(crate) fn row_of(line: &str) -> Option<&str> {
    let (nth, _) = line.strip_prefix("# 第")?.split_once("行：")?;
    nth.bytes().all(|byte| byte.is_ascii_digit()).then_some(nth)
}

/// The keys of a rule and what they hold, those left out that every rule has.
fn keys(rule: &str) -> Vec<String> {
    let left_out = ["id = ", "cite = ", "#", "[[", "text = ", "item = ", "number = "];
    let lines = rule.lines().filter(|line| !left_out.iter().any(|key| line.starts_with(key)));
    let bare = ["name = ", "attribute = ", "unit = "];
    let lines = lines.filter(|line| !line.is_empty()).map(|line| {
        let line = bare.iter().find_map(|key| line.strip_prefix(key)).unwrap_or(line);
        line.replace('"', "").replace(" = ", " ")
    });
    lines.collect()
}
