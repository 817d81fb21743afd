//! Problems in what counties sent.

mod parts;

pub use parts::{
    Binary, Bulk, Container, Foreign, NumberField, RegionSource, SheetName, Unclear, Unread,
    YearSource,
};

use parts::{foreign, listed};

use crate::diagnostic::Message;
use crate::term::{Layout, Year};
use crate::words::shorten;

findings! {
    /// What is wrong with a submission.
    pub enum SubmissionProblem in lang {
        /// The file has no bytes at all.
        error "submission/empty" Empty
        zh("文件是空的", "请确认选对了文件，并且已经保存")
        en("the file is empty", "check that it is the right file and that it was saved")
        page("文件里一个字节也没有。",
            "保存时中断的文件" / "a file whose saving was cut off",
            "确认选对了文件，重新保存。" / "Check that it is the right file, and save it again.")

        /// There is a header and no data. No data is never a pass.
        error "submission/no-rows" NoRows
        zh("只有表头，没有数据行")
        en("there is a header, but no data rows")
        page("有表头，没有数据。没有数据不等于达标。",
            "只有第一行的文件" / "a file of one line",
            "填好数据再报送。" / "Fill in the rows.")

        /// No line is a known header, so what the columns hold is not known.
        error "submission/no-header" NoHeader {
            found: Vec<String>,
            lacking: Vec<&'static str>,
            separator: Option<char>,
        }
        let lacking = lang.pick(lacking.join("、"), format!("\"{}\"", lacking.join("\", \"")));
        let found = match found.iter().all(String::is_empty) {
            true => lang.pick("空白", "blank").to_owned(),
            false => shorten(&found.join(",")),
        };
        zh("第一行不是可识别的表头（读到：{found}），缺少：{lacking}", match separator {
            Some(mark) => format!("列之间用的是“{}”，请改用半角逗号", mark.escape_default()),
            None => "表头应为：年份,地区,指标,数值,分子,分母,备注".to_owned(),
        })
        en("the first line is not a known header (found: {found}), missing: {lacking}", match separator {
            Some(mark) => format!("columns are parted by \"{}\": use commas", mark.escape_default()),
            None => "the header should be \"年份,地区,指标,数值,分子,分母,备注\"".to_owned(),
        })
        page("找不到可识别的表头，不知道哪一列是什么。",
            "第一行就是数据" / "data in the first line",
            "第一行写：年份,地区,指标,数值,分子,分母,备注"
            / "Begin with the header \"年份,地区,指标,数值,分子,分母,备注\".")

        /// The file is no table that can be read.
        error "submission/binary" Binary { what: Binary }
        zh(match what {
            Binary::Known(Container::Pdf) => "这是 PDF，不是表格",
            Binary::Known(Container::Gzip) => "这是 gzip 压缩文件，不是表格",
            Binary::Unknown => "这是二进制文件，不是表格",
        }, "请在电子表格软件中另存为 .xlsx 或 CSV；压缩文件请先解压；UTF-16 等编码的文本请用 --encoding 指明")
        en(match what {
            Binary::Known(Container::Pdf) => "this is a PDF, not a table",
            Binary::Known(Container::Gzip) => "this is a gzip file, not a table",
            Binary::Unknown => "this is a binary file, not a table",
        }, "save it from the spreadsheet program as .xlsx or CSV; unpack a packed file first; of a text in UTF-16 or the like name the encoding with --encoding")
        page("不是可以读的表格文件。",
            "把照片或 PDF 改名为 .csv" / "a photo or a PDF named .csv",
            "在电子表格软件中另存为“CSV UTF-8”。"
            / "Save it from the spreadsheet program as \"CSV UTF-8\".")

        /// Some bytes are no characters in the file's encoding. Nothing of the file is used, and
        /// nothing replaced by question marks.
        error "submission/undecodable" Undecodable {
            encoding: &'static str,
            offset: u64,
            other: Option<(&'static str, u64)>,
        }
        let byte = offset + 1;
        let other = other.map_or(String::new(), |(name, offset)| {
            let byte = offset + 1;
            lang.pick(
                format!("；也不是 {name}，第 {byte} 字节起无法解读"),
                format!("; nor {name}, from byte {byte} on"),
            )
        });
        zh("不是 {encoding} 编码：第 {byte} 字节起无法解读{other}",
            "请在电子表格软件中另存为 .xlsx 或 CSV；压缩文件请先解压，或用 --encoding \
             指明编码；该文件的行均未采用")
        en("not {encoding}: cannot be read from byte {byte} on{other}",
            "save it from the spreadsheet program as .xlsx or CSV; unpack a packed file first, or \
             name the encoding with --encoding; none of its rows were used")
        page("有的字节不是该编码的文字。整个文件不采用，绝不以问号代替。",
            "一半 GBK、一半 UTF-8 的文件" / "a file half GBK, half UTF-8",
            "另存为“CSV UTF-8”，或用 --encoding 指明编码。"
            / "Save it as \"CSV UTF-8\", or name the encoding with --encoding.")

        /// A quote is never closed, so all rows after it are one cell.
        error "submission/unclosed-quote" UnclosedQuote
        zh("引号没有配对，其后的内容都读不出", "请补上右引号；单元格中的引号要写成两个")
        en("a quote is not closed, and nothing after it can be read",
            "add the closing quote; inside a cell, write each quote twice")
        page("左引号没有右引号，其后的行都连成了一格。",
            "\"因区划调整" / "\"moved to another county",
            "补上右引号；格中的引号写两个。"
            / "Close the quote; within a cell write each quote twice.")

        /// A column stands twice, and which counts is not known.
        error "submission/duplicate-column" DuplicateColumn { name: String }
        let name = shorten(name);
        zh("“{name}”一列与前面的列重复，不知道以哪一列为准，未读",
            "请只保留一列；并排的两张表请各占一张工作表，或上下排列")
        en("the column \"{name}\" says the same of the rows as one before it; neither is sure, and \
             nothing was read",
            "keep only one; put tables that stand side by side on sheets of their own, or below \
             one another")
        page("同一个列名出现两次，不知道以哪个为准。",
            "表头：…,分子,分子,备注" / "two columns \"分子\"",
            "只留一列。" / "Keep one.")

        /// A column is not known and was not used; the others are.
        warning "submission/unknown-column" UnknownColumn { name: String }
        zh("不认识“{name}”这一列，未采用",
            "可用的列：年份、地区、指标、数值、分子、分母、累计、备注")
        en("the column \"{name}\" is not known and was not used",
            "use \"年份\", \"地区\", \"指标\", \"数值\", \"分子\", \"分母\", \"累计\" or \"备注\"")
        page("不认识的列，没有采用；其他列照常判定。",
            "表头里有“联系人”" / "a column of telephone numbers",
            "可以不管；若是写错了列名，请改正。" / "Nothing, unless its name is misspelt.")

        /// The row has more or fewer cells than the header, so which is which is not known.
        error "submission/cell-count" CellCount { expected: usize, found: usize }
        zh("这一行有 {found} 格，表头有 {expected} 格",
            "请检查是否多了或少了逗号；数值中的逗号要连同数值放在引号里")
        en("the header has {expected} cells, but this row has {found}",
            "look for an extra or missing comma; a number with commas must be in quotes")
        page("这一行的格数与表头不同，不知道哪一格是哪一列。",
            "数值写成 1,234 而没有引号" / "1,234 without quotes",
            "检查逗号；带逗号的数放在引号里。"
            / "Look at the commas; put numbers with commas in quotes.")

        /// The row has a NUL character: the file is probably damaged.
        error "submission/nul" Nul
        zh("这一行含有空字符（NUL）", "请重新保存文件")
        en("this row has a NUL character", "save the file again")
        page("行中有空字符，多半是文件损坏。",
            "断电后恢复的文件" / "a file recovered after a crash",
            "重新保存文件。" / "Save it again.")

        /// The plan has no such region.
        error "submission/unknown-region" UnknownRegion { name: String, nearest: Option<String> }
        let short = shorten(name);
        zh(match name.is_empty() {
            true => "地区没有填".to_owned(),
            false => format!("规划中没有“{short}”这个地区"),
        }, lang.meant(nearest, "请用规划中的地区名称或代码"))
        en(match name.is_empty() {
            true => "the region is blank".to_owned(),
            false => format!("the plan has no region \"{short}\""),
        }, lang.meant(nearest, "use a region's name or code as in the plan"))
        page("规划里没有这个地区。",
            "定海県" / "a misspelt name",
            "用规划中的名称、别名或代码；其前可写所属的省、市，其后可写单位（舟山市定海区残联）。"
            / "Use a name, alias or code of the plan; its province and city may stand before it, \
               and its office behind it.")

        /// Several regions have that name.
        error "submission/ambiguous-region" AmbiguousRegion { name: String }
        zh("叫“{name}”的地区不止一个", "请改用地区代码")
        en("more than one region is called \"{name}\"", "use the region's code")
        page("叫这个名字的地区不止一个。",
            "名录中有两个“和平村”" / "two villages of one name in the roster",
            "改用地区代码。" / "Use the region's code.")

        /// The plan has no such indicator.
        error "submission/unknown-indicator" UnknownIndicator {
            name: String,
            nearest: Option<String>,
        }
        let short = shorten(name);
        zh(match name.is_empty() {
            true => "指标没有填".to_owned(),
            false => format!("规划中没有“{short}”这个指标"),
        }, lang.meant(nearest, "请用指标的名称、序号或 id；dabiao plan show 列出全部"))
        en(match name.is_empty() {
            true => "the indicator is blank".to_owned(),
            false => format!("the plan has no indicator \"{short}\""),
        }, lang.meant(nearest, "use an indicator's name, number or id; `dabiao plan show` lists them all"))
        page("规划里没有这个指标。",
            "就业律" / "a misspelt name",
            "用指标的名称、别名、序号或 id；dabiao plan show 列出全部。"
            / "Use a name, alias, number or id; `dabiao plan show` lists them all.")

        /// The year is not four digits.
        error "submission/bad-year" BadYear { text: String }
        let text = shorten(text);
        zh("“{text}”不是年份", "年份写四位数字，如 2023")
        en("\"{text}\" is not a year", "write the year in four digits, such as 2023")
        page("年份不是四位数字。", "23年" / "'23", "写 2023。" / "Write 2023.")

        /// Neither the row, nor the file's name, nor --year says the year.
        error "submission/no-year" NoYear
        zh("不知道是哪一年的数据",
            "请填写年份列，或在文件名中写年份（如 2023.csv），或用 --year 指定")
        en("no year is given",
            "fill in \"年份\", or put the year in the file name (such as 2023.csv), or use --year")
        page("列里、文件名里、--year 都没有年份。",
            "数据.csv，没有“年份”列" / "data.csv without a column \"年份\"",
            "补上其中之一。" / "Add one of the three.")

        /// The row's year is not that of the file's name or of --year; neither is used.
        error "submission/year-conflict" YearConflict {
            column: Year,
            other: Year,
            source: YearSource,
        }
        let source = source.word(lang);
        zh("年份列写的是 {column}，{source}却是 {other}", "请改正其中之一；该行未采用")
        en("\"年份\" says {column}, but {source} says {other}",
            "correct one of them; the row was not used")
        page("年份列与文件名或 --year 不一致；两处不一致就不采用。",
            "2023.csv 里写着 2022" / "2022 in 2023.csv",
            "改正其中之一。" / "Correct one of them.")

        /// Two years that a whole table should be of.
        error "submission/year-conflict" YearsDisagree {
            one: (Year, YearSource),
            other: (Year, YearSource),
        }
        let (year, source) = (one.0, one.1.word(lang));
        let (other_year, other_source) = (other.0, other.1.word(lang));
        zh("{source}的年份是 {year}，{other_source}却是 {other_year}",
            "请改正其中之一；整张表未采用")
        en("{source} says {year}, but {other_source} says {other_year}",
            "correct one of them; nothing of the table was used")

        /// The year is before the plan's baseline year.
        error "submission/year-before-plan" YearBeforePlan { year: Year, baseline: Year }
        zh("{year} 年早于规划的基期 {baseline} 年", "未采用；请改正年份")
        en("{year} is before the plan's baseline year {baseline}", "not used; correct the year")
        page("年份早于规划的基期。",
            "基期 2020 年，报了 2019 年" / "2019 where the baseline is of 2020",
            "改正年份。" / "Correct the year.")

        /// The year is more than 20 years after the plan's target year: probably a slip. It is not
        /// read.
        error "submission/year-far-after-plan" YearFarAfterPlan { year: Year, last: Year }
        zh("{year} 年远在规划之后，最多读到 {last} 年", "未采用；请改正年份")
        en("{year} is long after the plan; years are read up to {last}",
            "not used; correct the year")
        page("年份比规划的目标年晚 20 年以上，多半是写错了，不读。",
            "规划到 2025 年，报了 2203 年" / "2203 where the plan ends in 2025",
            "改正年份。" / "Correct the year.")

        /// A cell that should hold a number does not. What can be read for sure (full-width signs
        /// and digits, thousands separators) is read; nothing is guessed.
        error "submission/not-a-number" NotANumber { text: String, field: NumberField }
        let text = shorten(text);
        let field = field.word();
        zh("{field}“{text}”不是数", "请只填数；没有数值时留空或填“无数据”")
        en("\"{text}\" in \"{field}\" is not a number",
            "write only a number; if there is none, leave the cell blank or write \"无数据\"")
        page("应当填数的格里不是数。能确认的写法（％、全角数字、千分位）照样读，不能确认的不猜。",
            "约540" / "about 540",
            "只填数；没有数值时留空或填“无数据”。"
            / "Write only a number; if there is none, leave the cell blank.")

        /// A text that may be a number, but not one that is sure.
        error "submission/not-a-number" UnclearNumber {
            text: String,
            field: NumberField,
            why: Unclear,
        }
        let (what, help) = why.told(lang);
        let text = shorten(text);
        let field = field.word();
        zh("{field}“{text}”{what}", help)
        en("\"{text}\" in \"{field}\" {what}", help)

        /// A number in parentheses: in accounts that is a negative one.
        error "submission/not-a-number" Parentheses { text: String, number: String }
        let text = shorten(text);
        let number = shorten(number);
        zh("“{text}”带括号，无法断定是否为负数", "负数请写成 -{number}，正数请写成 {number}")
        en("\"{text}\" is in parentheses and may be negative",
            "write \"-{number}\" if it is negative, else \"{number}\"")

        /// More digits than can be held exactly.
        error "submission/too-many-digits" TooLong { text: String, most: u8 }
        let text = shorten(text);
        zh("“{text}”位数太多", "最多 {most} 位数字；请核对")
        en("\"{text}\" has too many digits", "use at most {most} digits; check the number")
        page("位数太多，不能准确存放。",
            "三十位的小数" / "thirty decimals",
            "最多 18 位数字。" / "Use at most 18 digits.")

        /// A number is below 0 that cannot be (hard).
        error "submission/negative" Negative { text: String }
        zh("{text} 小于 0，不可能", "请改正；没有数值时留空或填“无数据”")
        en("{text} is below 0, which is impossible",
            "correct it; if there is no value, leave the cell blank or write \"无数据\"")
        page("不可能小于 0 的数小于 0（强制性）。",
            "分子 -3" / "a numerator of -3",
            "改正后重报。" / "Correct it and send it again.")

        /// A coverage rate or share is above 100% (hard).
        error "submission/above-100-percent" Above100 { value: String }
        zh("{value} 超过 100%，不可能", "覆盖率、比例不会超过 100%；请核对分子和分母")
        en("{value} is above 100%, which is impossible",
            "coverage rates and shares cannot exceed 100%; check \"分子\" and \"分母\"")
        page("覆盖率、比例超过 100%（强制性）。",
            "103%",
            "核对分子和分母。" / "Check numerator and denominator.")

        /// A percent sign where the unit is no percentage.
        error "submission/percent-sign" PercentSign { text: String, unit: String }
        zh(match &**unit {
            "" => say!("分子、分母是个数，不应有百分号：{text}", "请填个数；比率填在“数值”列"),
            unit => say!("单位是“{unit}”，不应有百分号：{text}", "请填以“{unit}”为单位的数"),
        })
        en(match &**unit {
            "" => say!("\"分子\" and \"分母\" are counts and take no percent sign: {text}",
                "write the counts; a rate goes in \"数值\""),
            unit => say!("the unit is \"{unit}\" and takes no percent sign: {text}",
                "write the number in \"{unit}\""),
        })
        page("单位不是百分比的格里有百分号。",
            "分子 55%" / "a numerator of 55%",
            "去掉百分号，或填到“数值”列。" / "Remove the sign, or move the number to \"数值\".")

        /// A number of at most 1 without a percent sign may mean 0.552% or 55.2%.
        error "submission/fraction-or-percent" Fraction {
            text: String,
            percent: String,
            counted: bool,
        }
        let or = match counted {
            true => lang.pick("，或填写分子和分母", ", or fill in \"分子\" and \"分母\""),
            false => "",
        };
        zh("{text} 是 {percent}% 还是 {text}%？无法断定", "请写成 {percent}% 或 {text}%{or}")
        en("{text} may mean {percent}% or {text}%", "write {percent}% or {text}%{or}")
        page("不大于 1 的数没有百分号，可能是 0.552%，也可能是 55.2%，不猜。",
            "数值 0.552，没有分子分母" / "0.552 without counts",
            "写明 %，或填分子和分母。" / "Write the percent sign, or fill in the counts.")

        /// The numerator is greater than the denominator (hard).
        error "submission/numerator-above-denominator" NumeratorAbove {
            numerator: String,
            denominator: String,
        }
        zh("分子 {numerator} 大于分母 {denominator}", "请核对是否填反")
        en("the numerator {numerator} is greater than the denominator {denominator}",
            "check whether \"分子\" and \"分母\" are swapped")
        page("分子大于分母（强制性）。",
            "分子 120，分母 100" / "120 of 100",
            "核对是否填反。" / "Check whether they are swapped.")

        /// Only one of numerator and denominator is filled in.
        error "submission/half-counts" HalfCounts { missing: NumberField }
        let missing = missing.word();
        zh("只填了一半：缺{missing}", "分子和分母要么都填，要么都不填")
        en("only half is filled in: \"{missing}\" is missing",
            "fill in both \"分子\" and \"分母\", or neither")
        page("分子、分母只填了一个。",
            "分子 3212，分母空白" / "3212 and a blank",
            "两个都填，或都不填。" / "Fill in both, or neither.")

        /// The value is not numerator / denominator (hard). It is compared to its own last digit:
        /// rounding is no fault.
        error "submission/ratio-mismatch" RatioMismatch {
            sent: String,
            computed: String,
            counts: (String, String),
        }
        let (numerator, denominator) = counts;
        zh("数值 {sent} 与 {numerator}/{denominator} = {computed}% 不符",
            "请改正数值、分子或分母；也可不填数值，由分子分母计算")
        en("the value {sent} does not match {numerator}/{denominator} = {computed}%",
            "correct \"数值\", \"分子\" or \"分母\"; or leave \"数值\" blank to have it computed \
             from the other two")
        page("数值与分子/分母对不上（强制性）。按数值自己的末位比较，四舍五入不算错。",
            "58.20%，而 3212/5819 = 55.20%" / "58.20% beside 3212/5819 = 55.20%",
            "改正其中之一；也可不填数值。" / "Correct one of them, or leave the value blank.")

        /// The denominator is 0, and yet there is a rate.
        error "submission/rate-without-base" RateWithoutBase { sent: String }
        zh("分母为 0，却填了数值 {sent}", "分母为 0 即“不适用”：请把数值留空，或改正分母")
        en("the denominator is 0, and yet the value is {sent}",
            "a denominator of 0 means \"不适用\": leave the value empty, or correct the denominator")
        page("分母为 0，却填了比率。",
            "数值 50%，0/0" / "50% beside 0/0",
            "分母为 0 即“不适用”：数值留空，或改正分母。"
            / "Leave the value blank, or correct the denominator.")

        /// A quote stands where none can; it would make several rows one.
        error "submission/stray-quote" StrayQuote { first: u64, last: u64 }
        zh(match first == last {
            true => "引号的位置不对，这一行未采用".to_owned(),
            false => format!("引号的位置不对：第 {first} 行到第 {last} 行被连成一行，均未采用"),
        }, "引号只能括住整个单元格；单元格中的引号要写成两个")
        en(match first == last {
            true => "a quote stands where none can; the row was not used".to_owned(),
            false => format!(
                "a quote stands where none can: lines {first} to {last} were read as one row, and none \
                 was used"
            ),
        }, "quotes go around a whole cell; a quote within it is written twice")
        page("引号在不该在的地方，会把几行连成一行。",
            "县\"区" / "a quote within a name",
            "引号要括住整格；格中的引号写两个。"
            / "Quotes go around a whole cell; within it write each twice.")

        /// A row is longer than any row can be; nothing from there on was read.
        error "submission/record-too-long" RecordTooLong { most: usize }
        zh("这一行超过 {most} MiB，从这里起都没有读",
            "多半是引号没有配对，或者文件没有换行；请检查后重新保存")
        en("this row is longer than {most} MiB; nothing from here on was read",
            "probably a quote is never closed, or the file has no line ends")
        page("一行长得不像一行，从这里起没有读。",
            "引号没有配对的大文件" / "a large file with an unclosed quote",
            "检查引号和换行。" / "Look at the quotes and line ends.")

        /// The indicator is no rate, so the counts were not used; the value is judged.
        warning "submission/counts-unused" CountsUnused { unit: String }
        zh(match &**unit {
            "" => say!("该指标只问是否完成，分子和分母未采用", "请把分子和分母留空"),
            unit => say!("该指标的单位是“{unit}”，分子和分母未采用",
                "请填在“数值”列，把分子和分母留空"),
        })
        en(match &**unit {
            "" => say!("this indicator only asks whether something is done, so \"分子\" and \"分母\" were not \
                 used", "leave \"分子\" and \"分母\" blank"),
            unit => say!("this indicator's unit is \"{unit}\", so \"分子\" and \"分母\" were not used",
                "write the number in \"数值\", and leave \"分子\" and \"分母\" blank"),
        })
        page("该指标不是比率，分子和分母没有采用；数值照常判定。",
            "“改造户数”填了分子分母" / "counts beside a number of homes",
            "核对是否填错了指标。" / "Look whether the row is of the right indicator.")

        /// The indicator does not add up over the years, so the total was not used; the value is
        /// judged.
        warning "submission/total-unused" TotalUnused
        zh("该指标不逐年累计，“累计”未采用", "请把“累计”留空")
        en("this indicator does not add up over the years, so \"累计\" was not used",
            "leave \"累计\" blank")
        page("该指标不逐年累计，“累计”没有采用；数值照常判定。",
            "就业率填了累计" / "a total of an employment rate",
            "可以不管，或清空。" / "Nothing, or clear the cell.")

        /// The indicator does not add up over the years, and a total is all that was sent; there is
        /// no value of the year.
        error "submission/total-alone" TotalAlone
        zh("只填了“累计”，而该指标不逐年累计", "请把本年的数值填在“数值”列，或填写分子和分母")
        en("nothing but \"累计\" is filled in, and the indicator does not add up over the years",
            "fill in this year's value under \"数值\", or \"分子\" and \"分母\"")
        page("该指标不逐年累计，却只填了“累计”，没有本年的数值。",
            "就业率只填了累计" / "an employment rate under \"累计\" alone",
            "把本年的数值填在“数值”列。" / "Fill in the year's value.")

        /// A milestone is done or not; the cell says neither yes nor no nor a date.
        error "submission/not-done" NotDone { text: String }
        let text = shorten(text);
        zh("“{text}”不是“是”或“否”，也不是日期",
            "请填“是”、“否”，或完成的日期，如 2023-06-30、2023年6月30日")
        en("\"{text}\" is neither yes nor no nor a date",
            "write \"是\", \"否\", or the day it was done, such as 2023-06-30")
        page("节点只问是否完成，格里既不是“是”“否”也不是日期。",
            "正在推进" / "in progress",
            "填“是”“否”或日期，如 2023-06-30。" / "Write yes, no, or a date such as 2023-06-30.")

        /// Declared not applicable without a reason.
        error "submission/not-applicable-unexplained" NotApplicableUnexplained
        zh("填了“不适用”，没有说明理由", "请在备注列说明理由")
        en("\"不适用\" is given without a reason", "write the reason in \"备注\"")
        page("填了“不适用”，没有理由，不能当真。",
            "数值“不适用”，备注空白" / "\"不适用\" and no remark",
            "在备注中说明理由。" / "Say why in the remark.")

        /// Declared not applicable, and yet there are numbers.
        error "submission/not-applicable-with-counts" NotApplicableWithCounts
        zh("填了“不适用”，又填了分子或分母", "请只留其一")
        en("\"不适用\" is given together with \"分子\" or \"分母\"", "keep only one or the other")
        page("又说不适用，又有数，自相矛盾。",
            "数值“不适用”，分母 10" / "\"不适用\" beside a denominator of 10",
            "只留其一。" / "Keep one or the other.")

        /// One region, year and indicator were sent more than once. Which counts is not known, so
        /// none is used.
        error "submission/duplicate" Duplicate { region: String, indicator: String, year: Year }
        zh("重复报送：{region} {year} 年“{indicator}”", "请只保留一行；重复的各行均未采用")
        en("sent twice: {region}, {year}, \"{indicator}\"",
            "keep only one row; none of them was used")
        page("同一地区、年份、指标报了不止一次；不知道以哪个为准，都不采用。",
            "两个文件里各有一行定海区就业率" / "one county's rate in two files",
            "只留一行。" / "Keep one row.")

        /// The unit behind a number is not that of the indicator, nor ten thousands of it.
        error "submission/other-unit" OtherUnit { text: String, found: String, wanted: String }
        let text = shorten(text);
        let found = shorten(found);
        zh(match &**wanted {
            "" => say!("“{text}”的单位“{found}”不是分子、分母的计数单位",
                "请只填个数；单位可以不写，要写就写“人”“户”“个”“家”等"),
            wanted => say!("“{text}”的单位是“{found}”，应为“{wanted}”",
                "请填以“{wanted}”为单位的数；单位可以不写"),
        })
        en(match &**wanted {
            "" => say!("\"{text}\" is in \"{found}\", which is no unit of counting for \"分子\" or \"分母\"",
                "write only the count, or with \"人\", \"户\", \"个\", \"家\" and the like"),
            wanted => say!("\"{text}\" is in \"{found}\", but should be in \"{wanted}\"",
                "write the number in \"{wanted}\", with or without the unit"),
        })
        page("数后面写的单位，不是该指标的单位，也不是它的万、亿倍。",
            "指标的单位是“户”，填了“5人”" / "a number of people where homes are counted",
            "按规划的单位填；单位可以不写。"
            / "Write the number in the unit of the plan, with or without it.")

        /// A unit that is not the indicator's.
        error "submission/other-unit" UnitMismatch { found: String, expected: String }
        let found = shorten(found);
        zh("单位写的是“{found}”，该指标的单位是“{expected}”",
            "请换算成指标的单位，并改正单位；这一列若是填报单位的名称，请把列名改为“填报单位”")
        en("the unit is \"{found}\", but the indicator's is \"{expected}\"",
            "convert the figures and correct the unit; if the column names who reports, head it \
             \"填报单位\"")

        /// Behind the number stands ten thousand alone, and the unit is itself in ten thousands, so
        /// whether to multiply is not known.
        error "submission/half-unit" HalfUnit { text: String, number: String, unit: String }
        let text = shorten(text);
        let number = shorten(number);
        zh("“{text}”没有写全单位（应为“{unit}”），无法断定",
            "若是 {number} {unit}，请写“{number}”或“{number}{unit}”；否则请写出全部数字")
        en("\"{text}\" does not say its whole unit, which should be \"{unit}\"",
            "if \"{number}{unit}\" is meant, write that, or \"{number}\" alone; else write out all \
             digits")
        page("数后面只写了“万”或“亿”，而指标的单位本身就带万或亿，不知道要不要再乘。",
            "单位是“万元”，填了“12万”" / "\"12万\" where the unit is \"万元\"",
            "写全单位，或写出全部数字。" / "Write the whole unit, or all digits.")

        /// Two files repeat each other: probably one submission was given twice.
        error "submission/duplicate-file" DuplicateFile { values: u64, different: u64 }
        let same = match different {
            0 => lang.pick("内容都相同", "all the same").to_owned(),
            _ => lang.pick(
                format!("其中 {different} 个内容不同"),
                format!("{different} of them not the same"),
            ),
        };
        zh("两个文件重复：{values} 个数值两处都有，{same}",
            "请只给一个文件；两处都有的数值均未采用")
        en("two files repeat each other: {values} values in both, {same}",
            "name only one of the files; none of those values was used")
        page("两个文件的数值大量重复，多半是同一份报送给了两次。",
            "2023.csv 和 2023（1）.csv" / "a file and its second download",
            "只给一个文件。" / "Name only one of them.")

        /// The header can be read in two ways, so that it is not sure whose the figures are.
        error "submission/ambiguous-layout" AmbiguousLayout { line: u64, ways: [Layout; 2] }
        let [one, other] = ways.map(|way| lang.layout(way));
        zh("第 {line} 行的表头有两种读法：{one}，或{other}",
            "请让地区或指标只出现在一个方向上：要么各占一列，要么各占一行")
        en("the header in line {line} can be read in two ways: {one}, or {other}",
            "let regions or indicators stand in one direction only: in a column, or in the header")
        page("表头既可以这样读，也可以那样读，不知道数字是谁的。",
            "表头里有指标名称，左边又有一列指标"
            / "indicators in the header, and a column of indicators",
            "让地区或指标只出现在一个方向上。"
            / "Let regions or indicators stand in one direction only.")

        /// No table was found: no header, and no figures by region and indicator.
        error "submission/no-layout" NoLayout { found: Vec<String> }
        let found = shorten(&found.join(" / "));
        zh("没有认出表格（开头是：{found}）",
            "表头要有“地区”“指标”“数值”（或“分子”“分母”）；或者一个方向是指标名称，另一个方向是地区名称。dabiao \
             template 给出可直接填写的表")
        en("no table found (it begins: {found})",
            "the header needs \"地区\", \"指标\" and \"数值\" (or \"分子\" and \"分母\"); or \
             indicators in one direction and regions in the other. dabiao template gives a form to \
             fill in")
        page("没有认出表格：找不到表头，也找不到按地区和指标排列的数字。",
            "只有数字、没有地区和指标名称的表" / "a sheet of numbers without names",
            "补上表头；或用 dabiao template 生成的表填写。"
            / "Add a header, or use the form of dabiao template.")

        /// A sheet holds numbers, but no table that is known; it was not read.
        warning "submission/sheet-without-table" SheetWithoutTable { sheet: String }
        let sheet = shorten(sheet);
        zh("工作表“{sheet}”中有数字，但没有认出表格，未读",
            "如果其中有要报送的数据，请补上表头；没有就不必理会")
        en("sheet \"{sheet}\" holds numbers but no known table, and was not read",
            "if they are to be submitted, add a header; otherwise all is well")
        page("工作表里有数字，但认不出是什么表，所以没有读。",
            "存放中间计算的工作表" / "a sheet of interim results",
            "有要报送的数据就补上表头，没有就不必理会。"
            / "Add a header if they are to be submitted; else all is well.")

        /// The table is of one region and does not say which.
        error "submission/no-region" NoRegion
        zh("表中没有地区，也看不出是哪个地区报送的",
            "请加一列“地区”，或在表头上方写“填报单位：定海区”，或以地区全称命名文件或工作表")
        en("the table names no region, and nothing says whose it is",
            "add a column \"地区\", or write \"填报单位：…\" above the table, or name the file or \
             sheet after the region")
        page("整张表只有一个地区的数据，却没有写是哪个地区。",
            "只有“指标、分子、分母”三列的表" / "a table with \"指标\", \"分子\" and \"分母\" alone",
            "加一列“地区”，或写“填报单位：定海区”，或以地区全称命名文件、工作表。"
            / "Add a column \"地区\", or \"填报单位：…\" above, or name the file or sheet after \
               the region.")

        /// A row names one region, but the file, the sheet or the title another.
        error "submission/region-conflict" RegionConflict {
            row: String,
            other: String,
            source: RegionSource,
        }
        let source = source.word(lang);
        zh("这里写的是{row}，{source}却是{other}", "请改正其中之一；在此之前未采用")
        en("this is of {row}, but {source} says {other}",
            "correct one of them; until then it is not used")
        page("一行写的是一个地区，文件名、工作表名称或填报单位却是另一个。",
            "定海区2023.csv 里有普陀区的行" / "rows of one county in the file of another",
            "核对后改正其中之一。县（区）的文件里可以有其内的功能区。"
            / "Correct one of them. A county's file may hold the areas within it.")

        /// Two senders of one table.
        error "submission/region-conflict" SendersDisagree {
            one: (String, RegionSource),
            other: (String, RegionSource),
        }
        let (name, source) = (&one.0, one.1.word(lang));
        let (other_name, other_source) = (&other.0, other.1.word(lang));
        zh("{source}写的是{name}，{other_source}却是{other_name}", "请改正其中之一；整张表未采用")
        en("{source} says {name}, but {other_source} says {other_name}",
            "correct one of them; the whole table was not used")

        /// A column of targets, plans, earlier years, or what is reckoned from them. It holds no
        /// results of this year and was not read.
        note "submission/not-a-result" NotAResult { name: String, what: String }
        let name = shorten(name);
        let what = shorten(what);
        zh("“{name}”一列是“{what}”，不是本年的完成情况，未读")
        en("the column \"{name}\" is of \"{what}\", not of this year's results, and was not read")
        page("这一列是目标、计划、上年数或由它们算出来的，不是本年的完成情况，所以没有读。",
            "“定海区（目标）”" / "\"定海区（目标）\"",
            "不必理会；如果其实是完成情况，请改列名。"
            / "Nothing; if they are results, change the heading.")

        /// The table has columns of targets, plans or earlier years alone.
        error "submission/no-results" NoResults
        zh("表中没有填报完成情况的列",
            "完成情况的列名写“数值”“完成值”，或“分子”“分母”，不带“目标”“计划”“上年”等字样")
        en("no column of the table holds results",
            "head results with \"数值\" or \"完成值\", or \"分子\" and \"分母\", without \"目标\", \
             \"计划\", \"上年\"")
        page("表里只有目标、计划或上年的列，没有完成情况的列。",
            "只有“目标值”一列的表" / "a table of the column \"目标值\" alone",
            "加上“数值”，或“分子”和“分母”。" / "Add \"数值\", or \"分子\" and \"分母\".")

        /// A title, or the name of a sheet or file, by which the figures are no results.
        error "submission/no-results" NotResults { text: String }
        let text = shorten(text);
        zh("按“{text}”的说法，其下不是本年的完成情况，未读",
            "如果确是完成情况，请在标题、工作表或文件的名称里写明“完成情况”，或去掉“目标”“计划”“上年”等字样")
        en("by \"{text}\" what stands below is no result of the year; it was not read",
            "if it is, say \"完成情况\" in the title or the name of the sheet or file, or leave \
             out \"目标\", \"计划\", \"上年\"")

        /// A further column says that the row is of a target, another year, a month, or a part of
        /// the people or the land; it is no result of the region's whole year.
        error "submission/row-of-something-else" RowOfElse { column: String, text: String }
        let column = shorten(column);
        let text = shorten(text);
        zh("“{column}”一列写着“{text}”，这一行不是该地区全年、全体的完成情况，未采用",
            "请只报送完成情况；这一列若与数值无关，请删去")
        en("the column \"{column}\" says \"{text}\": the row is no result of the whole region and \
             year, and was not used",
            "send results alone; delete the column if it has nothing to do with the value")
        page("另有一列说明这一行是目标、上年、某月，或只是一部分人、一部分地方，不是该地区全年的完成情况。",
            "“类别”一列写着“目标”" / "a column \"类别\" that says \"目标\"",
            "只报送完成情况的行；无关的列请删去。"
            / "Send rows of results alone; delete a column that has nothing to do with them.")

        /// A part of a heading is not understood, so it is not sure what its figures are. The
        /// column is not used.
        error "submission/heading-unclear" HeadingUnclear { name: String, words: String }
        let name = shorten(name);
        let words = shorten(words);
        zh("列名“{name}”中的“{words}”看不懂，这一列未采用",
            "列名只写地区、指标、“数值”“分子”“分母”，括号里只写单位或年份")
        en("\"{words}\" in the heading \"{name}\" is not understood, and the column was not used",
            "a heading is a region, an indicator, \"数值\", \"分子\" or \"分母\", with a unit or a \
             year in brackets alone")
        page("列名有一部分看不懂，就不知道数字是什么，这一列不采用。",
            "“就业率（抽样）”" / "\"就业率（抽样）\"",
            "去掉看不懂的字，或改成单位、年份。"
            / "Take the words out, or make them a unit or a year.")

        /// Words of the title, or of the name of the sheet or file, are not understood. They may
        /// name another place, a part of the people or another indicator, so the figures below are
        /// not used.
        error "submission/title-unclear" TitleUnclear { words: String, text: String }
        let text = shorten(text);
        let words = shorten(words);
        zh("“{text}”里的“{words}”看不懂，不知道其下的数据属于谁，未采用",
            "请在标题、工作表和文件的名称里只写规划中的地区、指标和年份，删去看不懂的字；与数据无关的话请写在“注：”后面")
        en("\"{words}\" in \"{text}\" is not understood: whose the figures below are is not known, \
             and they were not used",
            "let the title, the sheet and the file name regions, indicators and years of the plan \
             alone; write behind \"注：\" what has nothing to do with the figures")
        page("标题、工作表或文件的名称里有看不懂的字：可能是别的地方、一部分人或别的指标。不知道数据属于谁，就不采用。",
            "杭州市残疾人事业统计表" / "\"杭州市残疾人事业统计表\"",
            "删去看不懂的字；与数据无关的话写在“注：”后面。"
            / "Leave out the words; write behind \"注：\" what has nothing to do with the figures.")

        /// The title, or the name of the sheet or file, is of a part of the people or the land, or
        /// of another indicator than the row.
        error "submission/indicator-conflict" IndicatorConflict {
            name: String,
            words: String,
            text: String,
        }
        let text = shorten(text);
        let words = shorten(words);
        let name = shorten(name);
        zh("“{text}”说的是“{words}”，不是“{name}”，未采用",
            "只是其中一部分人、一部分地方或别的指标的数据，请删去；如果确是该指标全体的数据，请改正标题、工作表或文件的名称")
        en("\"{text}\" is of \"{words}\", not of \"{name}\": the figures were not used",
            "delete figures of a part of the people or the land, or of another indicator; correct \
             the title or the name of the sheet or file if they are of all")
        page("标题、工作表或文件的名称说的是一部分人、一部分地方，或另一个指标，这一行的指标不是。",
            "标题“城镇残疾人就业情况”下的“残疾人就业率”"
            / "残疾人就业率 below the title 城镇残疾人就业情况",
            "删去只属于一部分的数据；标题写错了就改正。"
            / "Delete figures of a part; correct the title if it is wrong.")

        /// A name of an indicator stands behind the number of another one.
        error "submission/indicator-conflict" NumberConflict { name: String, words: String }
        let name = shorten(name);
        let words = shorten(words);
        zh("“{name}”的序号是另一个指标“{words}”的，不知道是哪一个，未采用",
            "请改用指标自己的序号，或去掉序号")
        en("the number in \"{name}\" is that of \"{words}\": which of the two is meant is not known, and \
             the row was not used",
            "use the indicator's own number, or none")

        /// A workbook has a sheet for each of several years. --year or the name of the file names
        /// one of them; the sheets of the others are not read.
        note "submission/sheet-of-other-year" SheetOfOtherYear {
            sheet: String,
            year: Year,
            asked: Year,
        }
        let sheet = shorten(sheet);
        zh("工作表“{sheet}”是 {year} 年的，这次只看 {asked} 年，未读")
        en("the sheet \"{sheet}\" is of {year}; {asked} is asked for, and the sheet was not read")
        page("工作簿里各年各有一张表；用 --year 或文件名指明了一年，别的年份的工作表就不读。",
            "--year 2023，而另有一张“2022年”" / "--year 2023, and a sheet \"2022年\"",
            "不必理会；几年都要看，就不要写 --year。"
            / "Nothing; leave out --year to look at all years.")

        /// A title or a heading speaks of half a year, a quarter or a month. Verdicts are on whole
        /// years.
        error "submission/part-of-year" PartOfYear { text: String }
        let text = shorten(text);
        zh("“{text}”只是一年的一部分，不是全年的数据，未采用",
            "请报送全年（1—12 月）的数据；写错了就改正")
        en("\"{text}\" is a part of a year; it is no figure of the whole year and was not used",
            "send the figures of the whole year; correct it if it is a slip")
        page("标题或列名说的是半年、季度、月份，不是全年。判定的是全年的数据。",
            "2023年1—6月" / "\"2023年1—6月\"",
            "报送全年的数据；写错了就改正。" / "Send the figures of the whole year; correct a slip.")

        /// A row under the headings that numbers the columns. It is no data.
        note "submission/column-numbers" ColumnNumbers
        zh("这一行是列号，不是数据，未读")
        en("a row of column numbers, which is no data and was not read")
        page("表头下给各列编号的一行，不是数据。",
            "甲、乙、1、2、3" / "a row of A, B, 1, 2, 3",
            "不必理会。" / "Nothing.")

        /// Further down there are headings that are not known; what stands under them was not read,
        /// and never falls to the table above.
        error "submission/rows-unread" RowsUnread { lines: Vec<u64>, first: String }
        let first = shorten(first);
        let count = lines.len();
        zh("不认识这里的表头，它下面共 {count} 行都没有读；第一行是：{first}",
            "请改正表头，或删去这些行；它们不属于上面的表")
        en("the headings here are not known, and the {count} rows from here on were not read; the \
             first is: {first}",
            "correct the headings, or delete the rows; they are not of the table above")
        page("表的下面又有一个不认识的表头，其下的数字不知道是什么，没有读。绝不归到上面的表。",
            "下面又有一张“县区、持证人数”的表" / "a second table under unknown headings",
            "改正表头，或删去这些行。" / "Correct the headings, or delete the rows.")

        /// The headings stand once more. That line is no data; what follows is read as the same
        /// table.
        note "submission/repeated-header" RepeatedHeader
        zh("表头又出现了一次，其下仍按同一张表读")
        en("the headings stand here once more; what follows is read as the same table")
        page("表头又出现了一次。这一行不是数据，其下仍按同一张表读。",
            "几个文件首尾相接拼成一个" / "files joined end to end",
            "不必理会；也可以删去。" / "Nothing; it may be deleted.")

        /// Some rows have no figures and no known name; they were not read.
        note "submission/rows-without-figures" RowsWithoutFigures { lines: Vec<u64>, first: String }
        let first = shorten(first);
        zh(Message::new(match lines.len() {
            0 | 1 => format!("这一行没有数字，也不是已知的名称，未读：{first}"),
            many => format!("有 {many} 行没有数字，也不是已知的名称，未读；第一行是：{first}"),
        }))
        en(Message::new(match lines.len() {
            0 | 1 => format!("a row without figures or known names was not read: {first}"),
            many => format!(
                "{many} rows without figures or known names were not read; the first: {first}"
            ),
        }))
        page("有的行没有数字，名称也不是规划里的，没有读。",
            "一、收入和社会保障" / "a heading between the rows",
            "只是小标题就不必理会；是写错的名称就改正。"
            / "Headings need nothing; correct a name that was mistyped.")

        /// The unit that is stated has to be multiplied, and is not the indicator's. Headers are
        /// not converted.
        error "submission/scaled-unit" ScaledUnit { unit: String }
        let unit = shorten(unit);
        zh("单位写的是“{unit}”，数字要换算才能用",
            "请按指标的单位填写（如“人”“%”），或在每个数字后写明“万”；这些数字均未采用")
        en("the unit is \"{unit}\", in which the figures would have to be multiplied",
            "use the indicator's unit (\"人\", \"%\"), or write \"万\" behind each number; none of \
             these figures was used")
        page("单位要换算（万人、千元），而这里写明的单位与指标不同。不替人换算表头里的单位。",
            "单位：万人" / "\"单位：万人\"",
            "改用指标的单位，或在每个数字后写明“万”。"
            / "Use the indicator's unit, or write \"万\" behind each number.")

        /// The cell's formula came to an error; there is no value.
        error "submission/formula-error" FormulaError { text: String }
        let text = shorten(text);
        zh("公式出错：{text}", "请在电子表格软件中改正公式，或直接填写数字")
        en("a formula in error: {text}",
            "mend the formula in a spreadsheet program, or type the number")
        page("单元格里的公式出错，没有数值。",
            "#DIV/0!",
            "改正公式，或直接填数字；分母为 0 时填“不适用”并说明。"
            / "Mend the formula or type the number; over 0, write \"不适用\" and say why.")

        /// The formula was never computed: the file holds no result. It is never taken for 0.
        error "submission/uncomputed" Uncomputed { text: String }
        let text = shorten(text);
        zh("公式没有计算结果：{text}",
            "请用电子表格软件打开文件，保存后再报送；或粘贴为数值，或填写分子、分母")
        en("a formula without a result: {text}",
            "open the file in a spreadsheet program and save it; or paste the values, or give \
             numerator and denominator")
        page("公式没有算过，文件里没有结果。绝不当作 0。",
            "程序写出、没有用电子表格软件打开过的工作簿"
            / "a workbook written by a program and never opened",
            "用电子表格软件打开，保存后再报送；或粘贴为数值，或填写分子、分母。"
            / "Open it in a spreadsheet program and save it; or paste the values, or give the \
               counts.")

        /// A number stands in merged cells. The first row takes it; the others are invalid, for it
        /// is not sure in which it belongs.
        error "submission/merged-figure" MergedFigure { text: String }
        let text = shorten(text);
        zh("合并单元格里的数字 {text} 占了几行，不知道属于哪一行", "请取消合并，每一行各填各的数")
        en("the number {text} stands in merged cells, and it is not sure in which row it belongs",
            "split the cells and give each row its own number")
        page("合并单元格里的数字占了几行，只有第一行采用，其余各行无效：不知道它属于哪一行。",
            "两个地区合并填一个数" / "one number for two regions",
            "取消合并，每一行各填各的数。" / "Split the cells and give each row its own number.")

        /// A file that has not one value a row is read as a whole: at most 64 MiB, 8,000,000 cells
        /// and 16,384 columns. A larger one is not read.
        error "submission/table-too-large" TableTooLarge { what: Bulk }
        let over = what.told(lang.pick("表格", "the table"), lang);
        zh("{over}，不能整张读入",
            "大文件请用一行一个数值的布局：年份,地区,指标,数值,分子,分母,备注")
        en("{over} and can't be read as a whole",
            "large files must have one value a row: \"年份,地区,指标,数值,分子,分母,备注\"")
        page("不是一行一个数值的文件要整张读入，至多 64 MiB、800 万格、16,384 列；超过的不读。",
            "100 MiB 的横排表" / "a wide table of 100 MiB",
            "改用一行一个数值的布局。" / "Use one value a row.")

        /// The workbook is damaged or incomplete.
        error "submission/workbook-damaged" WorkbookDamaged { part: String }
        let part = shorten(part);
        zh("工作簿已损坏或不完整，读不出（{part}）",
            "请在电子表格软件中打开，另存为 .xlsx；打不开时请对方重新发送")
        en("the workbook is damaged or incomplete and cannot be read (\"{part}\")",
            "open it in the spreadsheet program and save it as .xlsx; if it does not open, ask for \
             it to be sent again")
        page("工作簿损坏或不完整。",
            "没有下载完的 .xlsx" / "an .xlsx whose download was cut off",
            "在电子表格软件中打开，另存；打不开时请对方重新发送。"
            / "Open it in a spreadsheet program and save it again; else have it sent again.")

        /// The workbook is encrypted and can't be opened without a password. One that is protected
        /// and opens for everyone is read.
        error "submission/workbook-password" WorkbookLocked
        zh("工作簿加了密，读不出：有打开密码，或加密方式不认识",
            "请在电子表格软件中打开，取消密码和工作簿保护后另存")
        en("the workbook is encrypted and cannot be read: it has a password, or the encryption is \
             not known",
            "open it in the spreadsheet program and save it without password and protection")
        page("工作簿加了密，没有密码打不开。只设了保护、人人打得开的照常读。",
            "加密的 .xlsx" / "an encrypted .xlsx",
            "取消密码和工作簿保护后另存。只锁定单元格不影响读取。"
            / "Save it without password and protection. Locked cells do no harm.")

        /// The workbook is larger than any submission and was not read, to save memory.
        error "submission/workbook-too-large" WorkbookTooLarge { what: Bulk }
        let over = what.told(lang.pick("工作簿", "the workbook"), lang);
        zh("{over}，没有读", "请只保留报送的表，另存为新的工作簿；数据量确实很大时请用 CSV")
        en("{over} and was not read",
            "save only the sheets of the submission as a new workbook; if there is that much data, \
             use CSV")
        page("工作簿大得不像报送数据，没有读，以免耗尽内存。",
            "解压后数 GB 的 .xlsx" / "an .xlsx of gigabytes when unpacked",
            "只保留报送的表；数据量确实很大时用 CSV。"
            / "Keep only the table to be submitted; use CSV if there is that much data.")

        /// The file is no workbook that can be read.
        error "submission/not-a-workbook" NotAWorkbook { what: Foreign }
        zh(foreign(*what, lang))
        en(foreign(*what, lang))
        page("文件不是可以读的工作簿。",
            "以 .xls 命名的网页" / "a web page named .xls",
            "在电子表格软件中打开，另存为 .xlsx。"
            / "Open it in a spreadsheet program and save it as .xlsx.")

        /// The workbook has no sheet of the name in --sheet.
        error "submission/no-such-sheet" NoSuchSheet { name: String, sheets: Vec<SheetName> }
        let name = shorten(name);
        let sheets = listed(sheets, lang);
        zh("工作簿中没有工作表“{name}”", "--sheet 可用名称或序号：{sheets}")
        en("the workbook has no sheet \"{name}\"", "name one with --sheet, or its number: {sheets}")
        page("工作簿里没有 --sheet 指定的工作表。",
            "--sheet 报送" / "--sheet Data",
            "从列出的名称或序号中选一个。" / "Choose one of the names or numbers listed.")

        /// The workbook, or the sheet that was asked for, is empty.
        error "submission/blank-workbook" BlankWorkbook {
            named: Option<String>,
            sheets: Vec<SheetName>,
        }
        let is_empty = sheets.is_empty();
        let sheets = listed(sheets, lang);
        let named = named.as_ref().map(|name| shorten(name));
        zh(match named {
            Some(name) => say!("工作表“{name}”是空的", "工作簿中有：{sheets}"),
            None if is_empty => say!("工作簿中没有工作表",
                "请确认选对了文件，并且已经保存；隐藏的工作表要用 --sheet 指定才读"),
            None => say!("工作簿中没有内容（工作表：{sheets}）",
                "请确认选对了文件，并且已经保存；隐藏的工作表要用 --sheet 指定才读"),
        })
        en(match named {
            Some(name) => say!("the sheet \"{name}\" is blank", "the workbook has {sheets}"),
            None if is_empty => say!("the workbook has no sheets",
                "check that it is the right file and that it was saved; a hidden sheet is read only if \
                 --sheet names it"),
            None => say!("the workbook is blank (sheets: {sheets})",
                "check that it is the right file and that it was saved; a hidden sheet is read only if \
                 --sheet names it"),
        })
        page("工作簿或指定的工作表没有内容。",
            "新建后没有填写的工作簿" / "a new workbook",
            "确认选对了文件，并且已经保存。" / "Make sure that it is the right file, and saved.")

        /// A sheet can't be read: it is not in the file, is damaged, or holds a chart or macros.
        /// The other sheets are read.
        warning "submission/sheet-unread" SheetUnread { sheet: String, why: Unread }
        let sheet = shorten(sheet);
        zh(why.told(&sheet, lang))
        en(why.told(&sheet, lang))
        page("工作簿里有一张工作表读不出：内容不在文件里，或已损坏，或是图表、宏表。其余工作表照常读。",
            "程序改写工作簿时漏掉了一张表"
            / "a program that left out a sheet when it changed the workbook",
            "用电子表格软件打开，确认这张表，保存后再报送；没有要报送的数据就不必理会。"
            / "Open it in a spreadsheet program, look at the sheet and save it; without figures to \
               be submitted all is well.")

        /// A hidden sheet holds something and was not read.
        note "submission/hidden-sheets" HiddenSheets { sheets: Vec<SheetName> }
        let sheets = listed(sheets, lang);
        zh("隐藏的工作表未读：{sheets}", "要读时用 --sheet 指定")
        en("hidden sheets were not read: {sheets}", "to read one, name it with --sheet")
        page("隐藏的工作表有内容，没有读。",
            "隐藏的上年数据" / "last year's figures on a hidden sheet",
            "要读时用 --sheet 指定。" / "Name it with --sheet to read it.")

        /// Hidden rows and columns were read too: the whole table was sent.
        note "submission/hidden-cells" HiddenCells { sheet: String, rows: String, columns: String }
        let sheet = shorten(sheet);
        zh(match (rows.is_empty(), columns.is_empty()) {
            (false, false) => format!("工作表“{sheet}”中隐藏的第 {rows} 行和 {columns} 列也读了"),
            (false, true) => format!("工作表“{sheet}”中隐藏的第 {rows} 行也读了"),
            (true, _) => format!("工作表“{sheet}”中隐藏的{columns} 列也读了"),
        }, "不应报送的行、列请删除")
        en(match (rows.is_empty(), columns.is_empty()) {
            (false, false) => {
                format!("hidden rows ({rows}) and columns ({columns}) of the sheet \"{sheet}\" were read")
            }
            (false, true) => format!("hidden rows ({rows}) of the sheet \"{sheet}\" were read"),
            (true, _) => format!("hidden columns ({columns}) of the sheet \"{sheet}\" were read"),
        }, "delete those that should not be sent")
        page("隐藏的行、列也读了，因为报送的是整张表。",
            "筛选后隐藏的行" / "rows hidden by a filter",
            "不应报送的行、列请删除。" / "Delete what is not to be submitted.")

        /// Merged cells cover others that hold something; what can't be seen was not used.
        warning "submission/covered-cells" CoveredCells { sheet: String, cells: u64 }
        let sheet = shorten(sheet);
        zh("工作表“{sheet}”中有 {cells} 格的内容被合并单元格盖住，未采用",
            "请取消合并，核对被盖住的内容")
        en("in the sheet \"{sheet}\" merged cells cover others that hold something and were not \
             used: {cells}",
            "split the merged cells and look at what they cover")
        page("合并单元格盖住了有内容的格子；看不见的内容没有采用。",
            "合并前各格都有数字" / "cells that all held numbers before they were merged",
            "取消合并，核对被盖住的内容。" / "Split them and look at what was covered.")
    }
}
