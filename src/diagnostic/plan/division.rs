//! What is wrong with the table of regions' targets that a plan names.

use crate::diagnostic::Refusal;
use crate::term::{Named, Year};
use crate::words::Demand;

findings! {
    /// What is wrong with 分解表, the table of regions' targets that `[plan] targets` names.
    pub enum DivisionProblem in lang {
        /// The table of targets that [plan] names can't be opened.
        error "plan/targets-unreadable" TargetsUnreadable { path: String, reason: Refusal }
        let reason = reason.told(lang);
        zh("读不出分解表“{path}”：{reason}")
        en("cannot read the table of targets \"{path}\": {reason}")
        page("[plan] 中 targets 指明的分解表读不出。",
            "targets = \"分解表.csv\"" / "targets = \"targets.csv\"",
            "请核对路径；它从规则文件所在的目录算起，不能在那个目录以外"
            / "check the path; it starts from the folder of the rule file and may not leave it")

        /// The table of targets is neither text nor a workbook.
        error "plan/targets-not-text" TargetsNotText
        zh("分解表不是能读的文本，也不是工作簿", "请另存为 CSV（UTF-8）或 .xlsx")
        en("the table of targets is no text that can be read, and no workbook",
            "save it as CSV (UTF-8) or as .xlsx")
        page("分解表不是文本，也不是工作簿。", "targets = \"附件.pdf\"" / "targets = \"annex.pdf\"")

        /// The table of targets has more cells than are read.
        error "plan/targets-too-large" TargetsTooLarge { most: u64 }
        zh("分解表超过 {most} 格，没有读", "请只留有目标的行和列")
        en("the table of targets has more than {most} cells and was not read",
            "keep only rows and columns with targets")
        page("分解表大得不像分解表，没有读，以免耗尽内存。",
            "一亿格的 CSV" / "a CSV of a hundred million cells")

        /// Of a table of targets too much would be looked at as headings.
        error "plan/targets-too-large" TargetsHeadings { most: u64 }
        zh("分解表里要当作表头来认的超过 {most} 格，没有读完",
            "表头请只写一行，写明指标、地区和目标值")
        en("the table of targets has more than {most} cells that may be headings and was not read \
            to its end",
            "write one row of headings, which names indicator, region and target")

        /// No row of a table of targets, or of one of its sheets, is a header.
        error "plan/targets-no-header" TargetsNoHeader { found: String }
        zh("找不到分解表的表头，开头是“{found}”",
            "表头要有“指标”“地区”“目标值”；或有“指标”和各地区的名称，或有“地区”和各指标的名称。与分解无关的工作表请删去")
        en("no header of a table of targets is found; it begins with \"{found}\"",
            "the header names indicator, region and target; or indicator and the regions across; \
             or region and the indicators across. Remove sheets that hold something else")
        page("分解表里没有认得出的表头。",
            "县区,任务数" / "county,task",
            "表头写 指标,地区,年份,目标值,基期值" / "write indicator,region,year,target,baseline")

        /// Something of a table of targets is hidden: nobody who looks at it can tell whether it
        /// is meant.
        error "plan/targets-hidden" TargetsHidden { sheet: String }
        zh("工作表“{sheet}”里有看不见的内容：隐藏的工作表、行、列，或被合并单元格盖住的格",
            "请取消隐藏，或把它们删去")
        en("something of the sheet \"{sheet}\" is not seen: the sheet, rows or columns are hidden, or \
            cells lie behind merged ones",
            "show it, or remove it")
        page("分解表里有隐藏的内容，看表的人不知道有它，不能照它判定。",
            "隐藏的第 5 行" / "row 5 is hidden")

        /// A column of a table of targets is not understood: what it says may matter.
        error "plan/targets-column" TargetsColumn { heading: String, nearest: Option<String> }
        zh("看不懂分解表的“{heading}”这一列",
            lang.meant(nearest, "能读的列：指标、地区、年份、目标值（可带年份）、基期值、单位、备注，以及地区或指标的名称；其余请删去"))
        en("the column \"{heading}\" of the table of targets is not understood",
            lang.meant(nearest, "columns are indicator, region, year, target (with a year or not), baseline, unit, \
                remark, and names of regions or indicators; remove others"))
        page("分解表有一列看不懂，它可能改变目标的意思。",
            "指标,地区,目标值,完成值" / "indicator,region,target,actual",
            "请核对列名；能读的列：指标、地区、年份、目标值（可带年份）、基期值、单位、备注，以及地区或指标的名称；其余请删去"
            / "check the heading; columns are indicator, region, year, target (with a year or not), \
               baseline, unit, remark, and names of regions or indicators; remove others")

        /// Two columns of a table of targets say the same thing.
        error "plan/targets-column-twice" TargetsColumnTwice { heading: String }
        zh("分解表有两列都是“{heading}”", "请只留一列")
        en("two columns of the table of targets are \"{heading}\"", "keep one")
        page("分解表有两列是同一个意思，不知道以哪一列为准。",
            "指标,地区,目标值,2025年目标值" / "indicator,region,target,target 2025")

        /// A row of a table of targets does not say whose target it is, or which.
        error "plan/targets-row" TargetsRow { column: String }
        zh("分解表的这一行没有写“{column}”", "请每行写全，同上的也要写；说明文字请移到表外")
        en("this row of the table of targets lacks \"{column}\"",
            "write it in every row, where it is the same as above too; move notes out of the table")
        page("分解表的一行没有写明是哪个指标、哪个地区、哪一年的。",
            ",定海区,2025,500" / ",Dinghai,2025,500")

        /// A column of baselines is of another year than the rule's own.
        error "plan/targets-baseline-year" TargetsBaselineYear { year: Year, baseline: Year }
        zh("这一列是 {year} 年的，这项指标的基期年是 {baseline}",
            "请核对；确是 {year} 年的，在指标里写 baseline-year = {year}")
        en("the column is of {year}, and the baseline year of the indicator is {baseline}",
            "check it; if it is {year}, write baseline-year = {year} in the indicator")
        page("分解表里基期值的年份与这项指标的基期年不同。",
            "2019年基期值" / "baseline 2019",
            "在指标里写 baseline-year，或改正列名"
            / "write baseline-year in the indicator, or correct the heading")

        /// A year of a table of targets is none in which the plan can have one.
        error "plan/targets-year" TargetsYear { text: String, plan: (Year, Year) }
        let first = plan.0;
        let target = plan.1;
        zh("“{text}”不是能有目标的年份", "请写 {first} 至 {target} 之间的一年；基期的数写在“基期值”一列")
        en("\"{text}\" is no year that can have a target",
            "write one year from {first} to {target}; what the baseline year had goes into the \
             baseline column")
        page("分解表的年份不在规划期内，或不是一个年份。",
            "2026" / "2026",
            "请写规划期内的一年；基期的数写在“基期值”一列"
            / "write a year of the plan; what the baseline year had goes into the baseline column")

        /// It is not sure of which year a target is.
        error "plan/targets-year-unclear" TargetsYearUnclear { years: Vec<String> }
        let years = lang.list(years.iter().map(String::as_str));
        zh("这里的目标是哪一年的，有几种说法：{years}", "请用“年份”一列写明")
        en("the year of this target is said in several ways: {years}", "write it in a column \"year\"")
        page("表题、文件名、列名和“年份”一列说的年份不一致。",
            "表题是 2023年任务分解表，文件名是 2024.csv" / "a title of 2023 in a file 2024.csv",
            "请用“年份”一列写明" / "write the year in a column of its own")

        /// A cell of a table of targets is no number, or says something else than the indicator's
        /// rule: another operator, a total, a mark of a footnote.
        error "plan/targets-value" TargetsValue { text: String, target: Option<Demand> }
        let target = target.as_ref().map(|target| lang.demand(target)).unwrap_or_default();
        let target = if target.is_empty() { target } else { lang.in_brackets(&target) };
        zh("“{text}”不能照指标的目标{target}来读", "请只写数；比较符、累计、每年都由指标的规则说")
        en("\"{text}\" cannot be read by the target of the indicator{target}",
            "write the number alone; how it is compared and over which years is said by the rule")
        page("分解表的一格不是数，或说的与指标的规则不同（比较符、累计、脚注）。",
            "指标是 ≥，格里写 ≤500；约500；500*" / "a rule of ≥ and a cell of ≤500; about 500; 500*")

        /// A cell of a table of targets is part of merged cells: it is not sure whether each has
        /// that much or all together.
        error "plan/targets-merged" TargetsMerged
        zh("这一格是合并单元格的一部分，是各有这么多还是合起来这么多，说不准", "请拆开，各格写各格的数")
        en("this cell is part of merged ones: that each has so much, or all together, is not sure",
            "unmerge them and write each number")
        page("几格合并成一格，只有一个数。", "B3:B5 合并，写 500" / "B3:B5 are one cell of 500")

        /// A target of the table is in another unit than the indicator.
        error "plan/targets-unit" TargetsUnit { written: String, unit: String }
        zh("单位是“{written}”，指标的是“{unit}”", "请换算成指标的单位，或核对是不是这个指标")
        en("the unit is \"{written}\", and that of the indicator \"{unit}\"",
            "write it in the unit of the indicator, or check that this indicator is meant")
        page("分解表的单位与指标的不同。", "500家" / "500 km")

        /// A percentage without its sign may be a fraction: 0.6 is 0.6% or 60%.
        error "plan/targets-fraction" TargetsFraction { text: String }
        zh("“{text}”可能是百分之几，也可能是比值", "请带上百分号，如 60% 或 0.6%")
        en("\"{text}\" may be a percentage, or a fraction of 1", "write the sign: 60% or 0.6%")
        page("百分数没有写百分号，又不大于 1，不知道是 0.6% 还是 60%。", "0.6")

        /// A table of targets has one number twice, which is not sure even where both are alike.
        error "plan/targets-twice"
        TargetsTwice { indicator: Named, region: Named, year: Option<Year> }
        let of = match year {
            Some(year) => year.to_string(),
            None => lang.pick("基期值", "the baseline").to_owned(),
        };
        zh("{region}“{indicator}”的目标（{of}）写了两次", "请只留一处")
        en("the target of {region} for \"{indicator}\" ({of}) is written twice", "keep one")
        page("同一指标、同一地区、同一年的目标在分解表里写了两次。",
            "定海区的行有两行" / "two rows of Dinghai")

        /// Regions' targets of an indicator stand in its rule and in the table: it is not known
        /// which are meant.
        error "plan/targets-also-inline" TargetsAlsoInline { indicator: Named }
        zh("“{indicator}”的分解任务在规则的 regions 和分解表里都有", "请只留一处")
        en("\"{indicator}\" has targets of regions in its rule and in the table", "keep them in one place")
        page("一个指标的分解任务既写在规则的 regions 里，又写在分解表里。",
            "[indicator.regions] 和 分解表.csv" / "[indicator.regions] and targets.csv")
    }
}
