//! What keeps two runs from being compared.

use crate::term::{Against, LONGEST_TEXT, Named, Year};
use crate::words::{Lang, shorten};

findings! {
    /// Why two runs, or their reports, can't be compared.
    pub enum ComparisonProblem in lang {
        /// The file to compare is not whole JSON; it may not have been written to the end.
        error "run/report-syntax" ReportSyntax { path: String, line: usize, column: usize }
        zh("不是完整的 JSON：{path}（第 {line} 行第 {column} 列）",
            "请用 dabiao check --format json 重新写出报告")
        en("not whole JSON: {path} (line {line}, column {column})",
            "write the report anew with dabiao check --format json")
        page("要比较的文件不是完整的 JSON，可能没有写完。",
            "写到一半就中断的报告" / "a report that was cut off")

        /// The file to compare is JSON, but no report of dabiao check.
        error "run/not-a-report" NotAReport { path: String }
        zh("不是 dabiao check 的 JSON 报告：{path}", "请用 dabiao check --format json 重新写出报告")
        en("not a JSON report of dabiao check: {path}",
            "write the report anew with dabiao check --format json")
        page("要比较的文件是 JSON，但不是 dabiao check 的报告。", "package.json")

        /// The JSON report is of a version (schema_version) that is not known here.
        error "run/report-version"
        ReportVersion { path: String, version: String, known: &'static str }
        let version = shorten(version);
        zh("JSON 报告的版本是 {version}，这里只认得 {known}：{path}",
            "请更新 dabiao，或用这个 dabiao 重新写出报告")
        en("the JSON report has version {version}, only {known} is known: {path}",
            "update dabiao, or write the report anew with this one")
        page("JSON 报告的版本（schema_version）这里不认得。", "\"schema_version\": \"2\"")

        /// Nothing was judged in that run, so its report has nothing to compare.
        error "run/report-unjudged" ReportUnjudged { path: String }
        zh("这份 JSON 报告未作判定，没有可比的：{path}",
            "报告的 diagnostics 里写着原因；请改正后重新检查")
        en("this JSON report judged nothing that could be compared: {path}",
            "its diagnostics say why; mend that and check again")
        page("那次运行未作判定，报告里没有可比的结果。", "\"exit_code\": 2")

        /// A key of the JSON report has no value of use; it may have been edited by hand.
        error "run/report-value"
        ReportValue { path: String, key: String, expected: ReportKey, found: Option<String> }
        let expected = expected.words(lang);
        let found = found.as_ref().map(|it| shorten(it));
        zh(match found {
            Some(found) => format!("{path} 中 {key} 不能用：“{found}”"),
            None => format!("{path} 中 {key} 不能用：空缺"),
        }, "应为：{expected}；报告不宜手工改动，请重新写出")
        en(match found {
            Some(found) => format!("{path}: {key} can't be used: \"{found}\""),
            None => format!("{path}: {key} can't be used: nothing"),
        }, "expected {expected}; write the report anew, don't edit it")
        page("JSON 报告中某个键的值不能用，可能手工改动过。",
            "\"outcome\": \"passed\"",
            "报告不宜手工改动，请用 dabiao check --format json 重新写出"
            / "leave reports as they are; write it anew with dabiao check --format json")

        /// The JSON report has more values of no use than are listed one by one.
        error "run/report-values" ReportValues { path: String, count: usize }
        zh("{path} 中还有 {count} 处不能用", "请用 dabiao check --format json 重新写出报告")
        en("{path}: keys that can't be used, beside those told: {count}",
            "write the report anew with dabiao check --format json")
        page("JSON 报告中不能用的值太多，其余没有逐条列出。", "\"value\": null")

        /// The newer report tells of errors: figures that were not read or not judged, which the
        /// comparison lacks.
        error "run/report-errors" ReportErrors { path: String, count: u64 }
        zh("{path} 里有 {count} 处错误，比较可能不全", "请看那份报告的 diagnostics")
        en("errors told by {path}: {count}; the comparison may not be whole",
            "see the diagnostics of that report")
        page("新的一边是 JSON 报告，里面有错误：有的数没有读出或没有判定，比较时也没有它们。",
            "\"severity\": \"error\"",
            "请看那份报告的 diagnostics，改正后重新检查"
            / "see the diagnostics of that report, mend them and check again")

        /// The JSON report has two verdicts on one region, indicator and year; it may be put
        /// together of several.
        error "run/report-twice"
        ReportTwice { path: String, indicator: Named, region: Named, year: Year }
        let region = shorten(region);
        let indicator = shorten(indicator);
        zh("{path} 中有两条判定是同一项：{year} 年 {region} {indicator}",
            "报告不宜手工合并，请重新写出")
        en("{path} holds two verdicts on the same: {year} {region} {indicator}",
            "write the report anew, don't merge reports by hand")
        page("JSON 报告中同一地区、同一指标、同一年有两条判定，可能是几份报告拼成的。",
            "两份报告的 results 拼在一起" / "the results of two reports in one")

        /// The JSON report, or what of it is to be compared, is larger than is taken. Nothing was
        /// compared.
        error "run/report-too-large" ReportTooLarge { path: String, most: u64, bound: ReportBound }
        zh(match bound {
            ReportBound::Whole => say!("JSON 报告超过 {most} MiB，未读：{path}",
                "请直接比较报送文件，或用 --region、--indicator 写出小一些的报告"),
            ReportBound::One => say!("JSON 报告中有一条判定或发现超过 {most} MiB：{path}",
                "请用 dabiao check --format json 重新写出报告"),
            ReportBound::Kept { verdicts } => {
                say!("判定太多，不能一次比较：{verdicts} 条已占满 {most} MiB：{path}",
                    "请用 --indicator、--region 或 --attribute 分几次比较")
            }
        })
        en(match bound {
            ReportBound::Whole => say!("the JSON report is over {most} MiB and was not read: {path}",
                "compare the submissions, or write a smaller report with --region or --indicator"),
            ReportBound::One => say!("a verdict or finding of the JSON report is over {most} MiB: {path}",
                "write the report anew with dabiao check --format json"),
            ReportBound::Kept { verdicts } => {
                say!("too many verdicts to compare at once: {verdicts} fill {most} MiB: {path}",
                    "compare one part after the other: --indicator, --region or --attribute")
            }
        })
        page("JSON 报告，或其中要比较的判定，超过上限，没有比较。",
            "全国各县的报告" / "a report on every county of a country",
            "请用 --indicator、--region 或 --attribute 分几次比较"
            / "compare one part after the other: --indicator, --region or --attribute")

        /// The two sides were judged by different plans and can't be compared.
        error "run/different-plans" DifferentPlans { old: String, new: String }
        let old = shorten(old);
        let new = shorten(new);
        zh("两边用的规划不同：{old} 和 {new}", "请用同一规划（--plan）检查，再作比较")
        en("the two sides are of different plans: {old} and {new}",
            "check both with one plan (--plan), then compare")
        page("两边是按不同的规划判定的，不能比较。", "一边用了 --plan" / "one side with --plan")

        /// One side was judged against the year's requirements, the other against the targets. They
        /// can't be compared.
        error "run/different-against" DifferentAgainst { old: Against, new: Against }
        let old = old.word();
        let new = new.word();
        zh("两边的判定标准不同：{old} 和 {new}", "请给出同样的 --against；JSON 报告要用它重新写出")
        en("the two sides are judged against different things: {old} and {new}",
            "give the same --against; a JSON report has to be written anew with it")
        page("一边对照年度要求，一边对照目标值，不能比较。", "--against target")

        /// The two sides have several years each and share none, so it is not known which to
        /// compare.
        error "run/no-common-year" NoCommonYear { old: Vec<Year>, new: Vec<Year> }
        let old = lang.list(old);
        let new = lang.list(new);
        zh("两边没有共同的年份：{old} 和 {new}",
            "各有多个年份时只比较同年的；要比较不同年份，请每边只给一年")
        en("the two sides share no year: {old} and {new}",
            "of several years only the same are compared; to compare different ones give one year \
             a side")
        page("两边各有几个年份，没有一个相同，不知道比哪两年。",
            "2021、2022 年和 2023、2024 年" / "2021, 2022 and 2023, 2024")
    }
}

/// What a key of a report should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportKey {
    /// A text that is neither empty nor longer than those of plans.
    Text,
    /// A decimal number, as a string.
    Decimal,
    /// A year, as a number.
    Year,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// One of these words.
    Word(Vec<&'static str>),
}

/// Which bound a report went over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportBound {
    /// That of all its bytes.
    Whole,
    /// That of the bytes of one verdict or finding.
    One,
    /// That of what is kept to be compared.
    Kept {
        /// How many verdicts were kept.
        verdicts: u64,
    },
}

impl ReportKey {
    fn words(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Text => {
                let (zh, en) = ("字节以内的文字", "bytes of text at most");
                return format!("{LONGEST_TEXT} {}", lang.pick(zh, en));
            }
            Self::Decimal => ("写成字符串的十进制数", "a decimal number written as a string"),
            Self::Year => ("年份", "a year"),
            Self::Day => ("日期（YYYY-MM-DD）", "a day (YYYY-MM-DD)"),
            Self::Word(words) => {
                let words = lang.list(words);
                return lang.pick(format!("{words} 之一"), format!("one of {words}"));
            }
        };
        lang.pick(zh, en).to_owned()
    }
}
