//! What is wrong with the text of rule files: keys, values and names.

use crate::term::counted;
use crate::words::Lang;

findings! {
    /// What is wrong with a key of a rule file, or with the file.
    pub enum KeyProblem in lang {
        /// The rule file does not follow the syntax of TOML. Behind the colon stand the parser's
        /// own words.
        error "plan/syntax" Syntax { message: String }
        let told = lang.syntax(message);
        zh("不是合法的 TOML：{told}", "规则文件须符合 TOML 语法；文字要用引号括起来")
        en("not valid TOML: {told}", "rule files must follow TOML syntax; text goes in quotes")
        page("规则文件不符合 TOML 语法。冒号后面是哪里不符合。",
            "name = 残疾人就业率" / "name = employment rate")

        /// The rule file is not in UTF-8, so its Chinese can't be read.
        error "plan/not-utf8" NotUtf8
        zh("文件不是 UTF-8 编码", "请另存为 UTF-8")
        en("the file is not in UTF-8", "save it as UTF-8")
        page("规则文件不是 UTF-8 编码，中文读不出。",
            "以 GBK 保存的规则文件" / "a rule file that was saved as GBK")

        /// A table of which there may be several is in single brackets, by which TOML takes it for
        /// the only one.
        error "plan/single-table" SingleTable { table: String }
        zh("[{table}] 少了一层方括号", "可以有多个，每个都写成 [[{table}]]")
        en("[{table}] lacks its second pair of brackets",
            "there may be several; write each as [[{table}]]")
        page("可以有多个的表，只写了一层方括号，TOML 会当成唯一的一个。",
            "[indicator]",
            "每个都写成两层方括号，如 [[indicator]]"
            / "write each in double brackets, as in [[indicator]]")

        /// No rule has such a key, or it belongs to another table. It is not passed over in
        /// silence, for a key that is misspelt would then do nothing.
        error "plan/unknown-key"
        UnknownKey { key: String, owner: Option<&'static str>, nearest: Option<String> }
        zh(match owner {
            Some(_) => format!("“{key}”不该写在这里"),
            None => format!("没有“{key}”这个键"),
        }, match owner {
            Some(owner) => format!("它属于 [{owner}]"),
            None => lang.meant(nearest, "请删去，或改为已有的键"),
        })
        en(match owner {
            Some(_) => format!("\"{key}\" does not belong here"),
            None => format!("unknown key \"{key}\""),
        }, match owner {
            Some(owner) => format!("it belongs to [{owner}]"),
            None => lang.meant(nearest, "remove it, or use a known key"),
        })
        page("规则里没有这个键，或者它属于别的表。不认识的键不会悄悄略过，以免写错了却不起作用。",
            "threshhold = 60",
            "请删去，或改为已有的键；属于别的表的，移到那里"
            / "remove it or use a known key; move it if it belongs to another table")

        /// A key that the rule must have is not there.
        error "plan/missing-key" MissingKey { key: &'static str }
        zh("缺少“{key}”", "请在此处补写 {key} = …")
        en("\"{key}\" is missing", "add a value for {key} here")
        page("规则缺少必须写的键。",
            "没有 name 的 [[indicator]]" / "an [[indicator]] without name",
            "请在此处补写" / "add it here")

        /// A value is of the wrong type: text where a number is wanted, or a number where text is.
        error "plan/wrong-type" WrongType { key: &'static str, expected: Kind, found: Kind }
        let is_quoted = (*expected, *found) == (Kind::Number, Kind::String);
        let expected = expected.word(lang);
        let found = found.word(lang);
        zh(match is_quoted {
            true => say!("“{key}”应为{expected}，写的却是{found}",
                "数不加引号，不带单位和符号；没有的就不写这个键，> ≥ 写在 operator 里"),
            false => say!("“{key}”应为{expected}，写的却是{found}"),
        })
        en(match is_quoted {
            true => say!("\"{key}\" should be {expected}, but is {found}",
                "numbers take no quotes, units or signs; leave the key out if there is none; > and ≥ go \
                 into operator"),
            false => say!("\"{key}\" should be {expected}, but is {found}"),
        })
        page("键的值类型不对：要数的写了文字，要文字的写了数。",
            "threshold = \"≥60%\"",
            "数不加引号，不带单位和符号；文字加引号"
            / "numbers take no quotes, units or signs; text goes in quotes")

        /// A number can't be used: it is no plain decimal, or too long. Numbers are read exactly as
        /// they are written.
        error "plan/bad-number" BadNumber { text: String }
        zh("“{text}”不是可用的数", "请写成普通十进制数，如 88.89，最多 18 位数字")
        en("\"{text}\" is not a usable number",
            "write a plain decimal of at most 18 digits, such as 88.89")
        page("数写得不能用：不是普通十进制数，或者位数太多。数按写出来的样子精确读取，不经过浮点。",
            "baseline = 4.986e1")

        /// A year is written in four digits.
        error "plan/bad-year" BadYear { key: &'static str, text: String }
        zh("“{key}”的 {text} 不是年份", "年份写四位数字，不加引号，如 2025")
        en("\"{key}\": {text} is not a year", "write four digits without quotes, such as 2025")
        page("年份应写四位数字。", "target-year = \"2025年\"" / "target-year = 25")

        /// What is written is no day of the calendar.
        error "plan/bad-date" BadDate { key: &'static str, text: String }
        zh("“{key}”的“{text}”不是日历上的日期", "请写成 2024-06-30 的样子")
        en("\"{text}\" in \"{key}\" is no day of the calendar", "write it like 2024-06-30")
        page("写的不是日历上的一天。", "expires = 2024-06-31")

        /// The key takes one of a few words.
        error "plan/bad-word"
        BadWord { key: &'static str, word: String, allowed: &'static [&'static str] }
        zh("“{key}”不能是“{word}”", format!("可以是：{}", lang.list(*allowed)))
        en("\"{key}\" cannot be \"{word}\"", format!("use one of: \"{}\"", allowed.join("\", \"")))
        page("这个键只能写规定的几个词。",
            "attribute = \"指导性\"" / "scope = \"province\"",
            "请写报告中列出的词" / "use a word of those that the finding lists")

        /// The key is there and its text is empty, or holds nothing that can be seen.
        error "plan/empty-text" EmptyText { key: &'static str }
        zh("“{key}”是空的")
        en("\"{key}\" is empty")
        page("这个键写了，内容却是空的，或者只有看不见的字符。",
            "name = \"\"",
            "请写上内容，或删去这个键" / "write something, or remove the key")

        /// A text of a plan, a roster, a waiver or a case is longer than any that somebody reads.
        error "plan/text-too-long" TextTooLong { key: &'static str, most: usize }
        zh("“{key}”超过 {most} 字节", "请写短一些")
        en("\"{key}\" is longer than {most} bytes", "make it shorter")
        page("规划、名册、豁免或用例里的一段文字过长，没有人会去读。",
            "一兆字节的指标名称" / "a name of a million bytes")

        /// A key lists more than anybody means.
        error "plan/text-too-long" ListTooLong { key: &'static str, most: usize }
        zh("“{key}”超过 {most} 项", "请只留要用的")
        en("\"{key}\" lists more than {most}", "keep those that are needed")

        /// A text has a control character, which terminals and tables would obey.
        error "plan/control-character" ControlCharacter { key: &'static str }
        zh("“{key}”中有控制字符", "请删去")
        en("\"{key}\" has a control character", "remove it")
        page("文字里有控制字符，会扰乱终端和表格。", "name = \"\\u001b[2J\"")

        /// Two rules have one id.
        error "plan/duplicate-id" DuplicateId { id: String }
        zh("id“{id}”已经用过", "每条规则的 id 须各不相同")
        en("the id \"{id}\" is already taken", "give each rule its own id")
        page("两条规则的 id 相同。", "id = \"employment-rate\"")

        /// A name, alias, number or code means something else already. Submitted rows are told
        /// apart by it, so a row could belong to either.
        error "plan/duplicate-name" DuplicateName { name: String }
        zh("名称“{name}”已另有所指", "名称、别名、序号、代码须各不相同，否则报送的行无从归属")
        en("the name \"{name}\" already means something else",
            "names, aliases, numbers and codes must all differ, or a submitted row could belong to \
             either")
        page("名称、别名、序号或代码已另有所指。报送的行靠它归属，两处相同就不知道是谁的。",
            "aliases = [\"就业率\"]" / "number = 9, twice")

        /// Something that a draft left open is not filled in.
        error "plan/placeholder" Placeholder { key: &'static str, text: String }
        zh("“{key}”还没有填写：{text}", "这是草稿留下的空，请照原文填写")
        en("\"{key}\" is not filled in: {text}",
            "a draft left it open; write what the document says")
        page("草稿留下的空还没有填。",
            "unit = \"（填写单位）\"" / "a unit that the document's table does not say")

        /// The key names an id that does not exist.
        error "plan/unknown-id" UnknownId { key: &'static str, id: String, nearest: Option<String> }
        zh("“{key}”所指的“{id}”不存在", lang.meant(nearest, "请写规则中已有的 id"))
        en("\"{key}\" names \"{id}\", which does not exist",
            lang.meant(nearest, "write an id of the rules"))
        page("这个键指向的 id 并不存在。",
            "same-as = \"employment\"",
            "请写规则中已有的 id" / "write an id of the rules")

        /// A finding of plan lint is allowed without a reason.
        error "plan/allow-without-reason" AllowWithoutReason { code: String }
        zh("容许“{code}”没有写理由", "请写明为什么是有意为之")
        en("\"{code}\" is allowed without a reason", "say why it is meant so")
        page("容许一处 plan lint 的发现，却没有写理由。", "allow = { \"lint/no-cite\" = \"\" }")

        /// No reference series has that id.
        error "plan/unknown-reference" UnknownReference { id: String, nearest: Option<String> }
        zh("没有 id 为“{id}”的参照数列",
            lang.meant(nearest, "请先用 [[reference]] 定义；指标不能作参照数列"))
        en("no reference series has the id \"{id}\"",
            lang.meant(nearest, "define it with [[reference]]"))
        page("没有这个 id 的参照数列。",
            "reference = \"gdp\"",
            "请先用 [[reference]] 定义；指标不能作参照数列"
            / "define it with [[reference]]; an indicator is no reference series")

        /// Several regions of the plan have this name.
        error "plan/shared-region" SharedRegion { name: String }
        zh("叫“{name}”的地区不止一个", "请写代码")
        en("several regions are called \"{name}\"", "write the code")
        page("规划里不止一个地区叫这个名称，不知道说的是哪一个。",
            "region = \"和平村\"" / "region = \"Newtown\"")

        /// The plan has no region of that code or name.
        error "plan/unknown-region" UnknownRegion { name: String, nearest: Option<String> }
        zh("没有“{name}”这个地区", lang.meant(nearest, "请写某个 [[region]] 的代码或名称"))
        en("no region is called \"{name}\"", lang.meant(nearest, "write a region of the plan"))
        page("规划没有这个代码或名称的地区。",
            "within = \"定海\"" / "within = \"330999\"",
            "请写某个 [[region]] 的代码或名称" / "write the code or name of a [[region]]")

        /// The plan has no indicator of that name, number or id.
        error "plan/unknown-indicator" UnknownIndicator { name: String, nearest: Option<String> }
        zh("规划中没有“{name}”这个指标",
            lang.meant(nearest, "请用指标的名称、序号或 id；dabiao plan show（加 --tasks）列出全部"))
        en("the plan has no indicator \"{name}\"",
            lang.meant(nearest, "use an indicator's name, number or id; dabiao plan show [--tasks] lists them"))
        page("规划没有这个名称、序号或 id 的指标。",
            "indicator = \"employment\"",
            "请用指标的名称、序号或 id；dabiao plan show（加 --tasks）列出全部"
            / "use an indicator's name, number or id; dabiao plan show [--tasks] lists them")

        /// The file has more faults than are listed one by one.
        error "plan/more-faults" MoreFaults { untold: u64 }
        let more = counted(untold, "more faults");
        zh("这个文件另有 {untold} 处错误，没有逐条列出", "先改正列出的，再运行一遍")
        en("the file has {more}, not listed",
            "correct those that are, and run it again")
        page("这个文件的错误太多，其余没有逐条列出。",
            "把别的文件当成了规则文件" / "another kind of file that was taken for rules")
    }
}

/// A kind of TOML value, for saying which was expected and which was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text in quotes.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A date or a time.
    Datetime,
    /// `[…]`
    Array,
    /// `{…}` or a table of its own.
    Table,
}

impl Kind {
    fn word(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::String => ("引号内的文字", "text in quotes"),
            Self::Number => ("数", "a number"),
            Self::Boolean => ("true 或 false", "true or false"),
            Self::Datetime => ("日期", "a date"),
            Self::Array => ("数组 […]", "an array […]"),
            Self::Table => ("表 {…}", "a table {…}"),
        };
        lang.pick(zh, en)
    }
}
