//! Findings about figures: numbers, counts, units, what stands twice.

macro_rules! of_figures {
    ($($to:tt)*) => { section! { $($to)* in lang {
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
        error "submission/not-a-number"
        UnclearNumber { text: String, field: NumberField, why: Unclear }
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

        /// A comma in a number took it apart where there were no quotes: its rest stands in the
        /// next column, and what follows in columns that are not its own.
        error "submission/torn-number" TornNumber { text: String }
        let text = shorten(text);
        zh("“{text}”里的逗号没有加引号，一个数被拆成两格，后面的内容都错了一列",
            "请去掉千位分隔的逗号，小数点写“.”；备注里确实只有一个数的，请写明是什么")
        en("the comma of \"{text}\" has no quotes: the number fell apart into two cells, and what \
             follows stands in the wrong columns",
            "leave out commas that part thousands, and write \".\" for a decimal point; if the \
             remark is nothing but a number, say what of")
        page("CSV 里数的千位分隔或小数用了逗号而没有加引号，数被拆成两格，后一半落在备注里。",
            "地区、指标、数值、备注四列下写“舟山市,3.1.1,1,402”"
            / "\"舟山市,3.1.1,1,402\" under the headings \"地区,指标,数值,备注\"",
            "去掉千位分隔的逗号，小数点写“.”。"
            / "Leave out commas that part thousands, and write \".\" for a decimal point.")

        /// A value says that a milestone is reached, and a remark, a note or a further column
        /// that it is not; or the other way round.
        error "submission/milestone-disputed" MilestoneDisputed {
            value: String, said: SaidIn, text: String,
        }
        let said = said.told(lang);
        let (value, text) = (shorten(value), shorten(text));
        zh("数值填“{value}”，{said}却写着“{text}”，是否完成说法不一，未采用",
            "年底前确已完成的填“是”或完成日期，没有的填“否”，文字与之一致")
        en("the value is \"{value}\", but {said} says \"{text}\": whether it is done is said in two \
             ways, and the value was not used",
            "write \"是\" or the day if it was done by the end of the year and \"否\" if not, and words \
             that agree with it")
        page("里程碑的数值与备注、表下的注或另一列的说法不一：一处说已完成，一处说没有。",
            "数值“是”，备注“尚未出台”" / "the value \"是\" beside the remark \"尚未出台\"",
            "年底前确已完成的填“是”或完成日期，没有的填“否”，并使文字与之一致。"
            / "Write \"是\" or the day if it was done by the end of the year and \"否\" if not, and \
               words that agree with it.")

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
        error "submission/fraction-or-percent"
        Fraction { text: String, percent: String, counted: bool }
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
        error "submission/numerator-above-denominator"
        NumeratorAbove { numerator: String, denominator: String }
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
        error "submission/ratio-mismatch"
        RatioMismatch { sent: String, computed: String, counts: (String, String) }
        let (numerator, denominator) = counts;
        zh("数值 {sent} 与 {numerator}/{denominator} = {computed} 不符",
            "请改正数值、分子或分母；也可不填数值，由分子分母计算")
        en("the value {sent} does not match {numerator}/{denominator} = {computed}",
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
        error "submission/duplicate" Duplicate { region: Named, indicator: Named, year: Year }
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
        let both = counted(values, "values");
        zh("两个文件重复：{values} 个数值两处都有，{same}",
            "请只给一个文件；两处都有的数值均未采用")
        en("two files repeat each other: {both} in both, {same}",
            "name only one of the files; none of those values was used")
        page("两个文件的数值大量重复，多半是同一份报送给了两次。",
            "2023.csv 和 2023（1）.csv" / "a file and its second download",
            "只给一个文件。" / "Name only one of them.")
    } } };
}
