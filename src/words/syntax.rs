//! What the parser of TOML says, which says it in English alone.

use super::Lang;

/// What the parser says, and the same in Chinese: each kind of error that it has.
const KINDS: [(&str, &str); 69] = [
    ("string values must be quoted", "缺少值，或者文字没有用引号括起来"),
    ("duplicate key", "同一个键写了两次"),
    ("invalid value", "值的写法有误"),
    ("missing value", "缺少值"),
    ("missing value for key", "键的后面缺少值"),
    ("key with no value", "键的后面缺少等号和值"),
    ("missing assignment between key-value pairs", "键与值之间缺少等号"),
    ("extra assignment between key-value pairs", "多了一个等号"),
    ("extra `=`", "多了一个等号"),
    ("unexpected `=` in array", "列表中不能有等号"),
    ("missing opening quote", "缺少前一个引号"),
    ("invalid basic string", "引号内的文字写法有误，或者缺少后一个引号"),
    ("invalid literal string", "单引号内的文字写法有误，或者缺少后一个引号"),
    ("invalid multi-line basic string", "三个引号内的文字写法有误，或者缺少后三个引号"),
    ("invalid multi-line literal string", "三个单引号内的文字写法有误，或者缺少后三个引号"),
    ("invalid string", "引号内的文字写法有误"),
    ("missing escaped value", "反斜杠后面的写法有误；要写反斜杠本身，请写两个，或改用单引号"),
    ("too few unicode value digits", "反斜杠后面的字符编号位数不够"),
    ("unclosed array", "列表缺少后一个方括号"),
    ("unclosed table", "表名缺少后一个方括号"),
    ("unclosed array table", "表名缺少后面的两个方括号"),
    ("unclosed inline table", "缺少后一个花括号"),
    ("missing array opening", "多了一个后方括号"),
    ("missing table open", "多了一个后方括号"),
    ("missing inline table opening", "多了一个后花括号"),
    ("missing comma between array elements", "列表的各项之间缺少逗号"),
    ("missing comma between key-value pairs", "花括号内的各项之间缺少逗号"),
    ("extra comma in array", "列表中多了逗号"),
    ("extra comma in inline table", "花括号内多了逗号"),
    ("missing key for inline table element", "花括号内缺少键"),
    ("invalid inline table element", "花括号内的写法有误"),
    ("invalid key-value pair", "键与值的写法有误"),
    ("invalid unquoted key", "键里有不能直接写的字符，请用引号括起来"),
    ("unquoted keys cannot be empty", "缺少键"),
    ("keys cannot be multi-line basic strings", "键不能用三个引号"),
    ("keys cannot be multi-line literal strings", "键不能用三个引号"),
    ("unexpected content", "多了内容"),
    ("unexpected key or value", "多了一个键或值；一行只写一个"),
    ("unexpected content between comment and newline", "注释后面多了内容"),
    ("missing comment start", "多了内容；注释要以 # 开头"),
    ("invalid comment character", "注释里有不能用的字符"),
    ("carriage return must be followed by newline", "换行的写法有误：回车后面没有换行"),
    ("invalid boolean", "是非值只能写 true 或 false"),
    ("invalid date-time", "日期的写法有误，应如 2024-06-30"),
    ("invalid float", "小数的写法有误"),
    ("invalid integer number", "整数的写法有误"),
    ("invalid hexadecimal number", "十六进制数的写法有误"),
    ("invalid octal number", "八进制数的写法有误"),
    ("invalid binary number", "二进制数的写法有误"),
    ("`_` may only go between digits", "下划线只能在数字之间"),
    ("unexpected leading zero", "数字前面多了 0"),
    ("unexpected sign", "数字前面多了正负号"),
    ("redundant numeric sign", "数字前面多了正负号"),
    ("integers with a radix cannot be signed", "这样写的数前面不能有正负号"),
    ("radix must be lowercase", "0x、0o、0b 要用小写"),
    ("redundant integer number prefix", "数字的前缀多了"),
    ("cannot recurse further; max recursion depth met", "括号套得太深"),
    ("recursion limit", "括号套得太深"),
    ("could not allocate for string", "内存不够"),
    ("invalid multi-line string", "三个引号内的文字写法有误"),
    ("cannot extend value of type array with a dotted key", "这个键已经是列表，不能再写成表"),
    (
        "cannot extend value of type inline table with a dotted key",
        "这个键已经写在花括号里，不能再添",
    ),
    ("invalid datetime", "日期的写法有误，应如 2024-06-30"),
    ("invalid date", "没有这一天，或日期的写法有误，应如 2024-06-30"),
    ("invalid time", "时间的写法有误"),
    ("invalid offset", "时区的写法有误"),
    ("nested too deep", "括号套得太深"),
    ("keys and values", "个键和值"),
    ("words and signs", "个词和符号"),
];

/// What the parser says that it expects, and the same in Chinese; where it expects anything else
/// too, that is left out.
const EXPECTED: [(&str, &str); 4] =
    [("newline", "换行"), ("key", "键"), ("value", "值"), ("digits", "数字")];

impl Lang {
    /// What the parser of TOML says; what is not known here in its own words.
    pub(crate) fn syntax(self, message: &str) -> String {
        match self {
            Self::Zh => in_chinese(message),
            Self::En => message.to_owned(),
        }
    }
}

fn in_chinese(message: &str) -> String {
    let (kind, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    if let Some(told) = known(&KINDS, kind) {
        let expected = expected.split(", ").map(|one| match one.starts_with(['`', '\'']) {
            true => Some(one.trim_matches('`')),
            false => known(&EXPECTED, one),
        });
        let expected: Option<Vec<&str>> = expected.collect();
        return match expected {
            Some(expected) => format!("{told}（这里可以是 {}）", expected.join("、")),
            None => told.to_owned(),
        };
    }
    // How much there may be at most.
    let bound = kind.strip_prefix("more than ").and_then(|bound| bound.split_once(' '));
    if let Some((most, what)) = bound.and_then(|(most, what)| Some((most, known(&KINDS, what)?))) {
        return format!("超过 {most} {what}");
    }
    if kind.starts_with("cannot extend value of type ") {
        return "这个键已经有值，不能再写成表".to_owned();
    }
    format!("写法有误（{message}）")
}

fn known(table: &[(&str, &'static str)], text: &str) -> Option<&'static str> {
    table.iter().find(|(english, _)| *english == text).map(|(_, chinese)| *chinese)
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    /// What is said in Chinese of the errors of a source.
    fn told(source: &str) -> String {
        let (_, errors) = DeTable::parse_recoverable(source);
        let told: Vec<String> = errors.iter().map(|error| in_chinese(error.message())).collect();
        told.join("；")
    }

    #[test]
    fn what_the_parser_says_is_told_in_chinese_kind_by_kind() {
        let mut wrong = Vec::new();
        for (kind, sources) in [
            ("引号括起来", ["name = 残疾人", "a = ['x', 定海]", "a = { b = 甲 }"]),
            ("同一个键写了两次", ["a = 1\na = 2", "a = { b = 1, b = 2 }", "[a]\n[a]"]),
            ("缺少后一个引号", ["a = \"甲", "a = '甲", "a = [\"甲]"]),
            ("缺少等号", ["a\n", "a 1", "甲"]),
            ("缺少值", ["a =", "a = # 1", "[b]\na ="]),
            ("括号", ["a = [1", "[a", "a = { b = 1"]),
            ("缺少逗号", ["a = ['甲' '乙' '丙']", "a = ['x' 'y']", "a = { b = 1 c = 2 }"]),
            ("等号", ["a == 1", "a = = 1", "a = [b = 1]"]),
            ("多了", ["a = 1 b = 2", "[a] b", "a = 'x' 'y'"]),
            ("日期", ["a = 2024-13-01", "a = 2024-02-31", "a = 2024-6-1"]),
            ("反斜杠", ["a = \"\\q\"", "a = \"\\u12\"", "a = \"C:\\data\""]),
            ("数", ["a = 01", "a = 1__0", "a = 00"]),
            ("引号括起来", ["县（区） = 1", "（ = 1", "% = 1"]),
        ] {
            for source in sources {
                let told = told(source);
                if !told.contains(kind) || told.contains("写法有误（") {
                    wrong.push(format!("{source}: {told}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn what_is_not_known_is_told_in_the_words_of_the_parser() {
        for (message, told) in [
            ("something new", "写法有误（something new）"),
            ("missing value, expected newline, `#`", "缺少值（这里可以是 换行、#）"),
            ("missing value, expected something new", "缺少值"),
            ("more than 80 keys and values", "超过 80 个键和值"),
            ("more than 80 things", "写法有误（more than 80 things）"),
            ("cannot extend value of type float with a dotted key", "这个键已经有值，不能再写成表"),
        ] {
            assert_eq!(Lang::Zh.syntax(message), told);
            assert_eq!(Lang::En.syntax(message), message);
        }
    }
}
