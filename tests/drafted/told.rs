//! What a draft says, row by row, in few words.

/// The rules of a draft, a line each: `=` one that stands, `~` one that asks to be checked,
/// `?` one that must be filled in, `#` a row that stays a comment; `·` is a heading.
pub(crate) fn told(toml: &str) -> String {
    let mut out = String::new();
    let (_, body) = parts(toml);
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

/// A text of cases as it should stand: blocks of a claim, a table whose lines are indented,
/// and behind each line what becomes of it.
pub(crate) fn cases(text: &str, draft: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let blocks = text.trim_end().split("\n\n").map(|block| {
        let (claim, _) = block.split_once('\n').unwrap_or((block, ""));
        let table: Vec<&str> = block.lines().filter(|line| line.starts_with("  ")).collect();
        let input: Vec<String> = table.iter().map(|line| format!("|{line} |")).collect();
        let toml = draft(&input.join("\n"));
        let (head, entries) = entries(&toml);
        let before = entries.iter().filter(|entry| entry.starts_with("· 表外文字")).count();
        let header = table.len().saturating_sub(entries.len());
        let mut told = vec![claim.to_owned()];
        for (at, line) in table.iter().enumerate() {
            told.push((*line).to_owned());
            let is_header = (before..before + header).contains(&at);
            match at.checked_sub(if at < before { 0 } else { header }) {
                _ if is_header && at + 1 == before + header => told.extend(head.clone()),
                Some(nth) if !is_header => told.extend(entries.get(nth).cloned()),
                Some(_) | None => {}
            }
        }
        (block.to_owned(), told.join("\n"))
    });
    blocks.collect()
}

/// The years and references of a draft, and what became of each line of its table.
fn entries(toml: &str) -> (Vec<String>, Vec<String>) {
    let (head, body) = parts(toml);
    let (_, plan) = head.split_once("\n[plan]\n").unwrap_or_default();
    let year = |line: &&str| line.contains("-year = ") || line.starts_with("# 表头");
    let years = plan.lines().filter(year).collect::<Vec<_>>().join("; ");
    let usual = "baseline-year = 2020; first-year = 2021; target-year = 2025";
    let mut first: Vec<String> = Some(years).filter(|years| years != usual).into_iter().collect();
    let mut entries = Vec::new();
    for block in body.split("\n\n").skip(1) {
        if block.starts_with("[[reference]]") {
            let lines = block.lines().skip(1).map(|line| line.replace('"', ""));
            first.push(lines.collect::<Vec<_>>().join("; ").replace(" = ", " "));
        } else if block.lines().next().is_some_and(|line| row_of(line).is_some()) {
            entries.push(outcome(block));
        } else {
            let aside = block.lines().filter_map(|line| line.strip_prefix("# ")?.split_once('：'));
            entries.extend(aside.map(|(what, _)| format!("· {what}")));
        }
    }
    (first.iter().map(|line| format!("& {line}")).collect(), entries)
}

/// What became of a row: `=` a rule, `#` a rule or a reason in a comment, and `-` what is
/// said beside the rule.
fn outcome(block: &str) -> String {
    let left_out = [
        "id = ",
        "cite = ",
        "text = ",
        "item = ",
        "attribute = \"任务\"",
        "# numerator",
        "# denominator",
        "# 名称前面已经有了",
    ];
    let mut out: Vec<String> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    let mut mark = '=';
    for line in block.lines().skip(1) {
        if let Some(reason) = line.strip_prefix("# 未写成规则：") {
            mark = '#';
            out.append(&mut notes);
            out.push(format!("# {reason}"));
            continue;
        }
        if line == "[[indicator]]" {
            mark = '=';
        }
        let line = if mark == '#' { line.strip_prefix("# ").unwrap_or(line) } else { line };
        if line == "[[indicator]]" {
            out.append(&mut notes);
            out.push(mark.to_string());
        } else if left_out.iter().any(|key| line.starts_with(key)) {
        } else if let Some(note) = line.strip_prefix("# ") {
            notes.push(format!("- {note}"));
        } else if let Some(rule) = out.last_mut() {
            let name = line.strip_prefix("name = ");
            let line = name.map_or(line, |name| name.split("（第").next().unwrap_or(name));
            let line = line.replace('"', "").replace(" = ", " ");
            let parted = if rule.chars().count() > 1 { "; " } else { " " };
            rule.push_str(&format!("{parted}{line}"));
        }
    }
    out.append(&mut notes);
    out.join("\n")
}

/// What stands before the regions and behind them, without the examples at the end.
fn parts(toml: &str) -> (&str, &str) {
    let (drafted, _) = toml.split_once("\n# 以下是其他写法的示例").unwrap_or((toml, ""));
    drafted.split_once("level = \"county\"").unwrap_or(("", drafted))
}
