//! What judging finds.

mod parts;
mod rest;

pub use parts::{Doubt, Headroom, NoRollUp, Outside, Rounded, Slide, Thin};
pub use rest::RestProblem;

use parts::few;

use super::SeriesName;
use crate::term::{Date, Named, Outcome, RegionName, Year, counted};

findings! {
    /// What judging finds beside the verdicts.
    pub enum JudgementProblem in lang {
        /// Not one verdict was reached. No data is never a pass, so the exit code is 3.
        error "judgement/nothing-judged" NothingJudged
        zh("没有作出任何判定",
            "没有数据不等于达标；请检查文件",
            "并检查 --region、--indicator、--attribute")
        en("nothing was judged",
            "no data does not mean targets met; check the files",
            "check --region, --indicator, --attribute")
        page("一项判定也没有作出。没有数据不等于达标，所以退出码是 3。",
            "--region 选了一个没有报送的地区" / "--region names one that sent nothing",
            "检查文件和 --region、--indicator、--attribute。"
            / "Check the files and --region, --indicator, --attribute.")

        /// Where only a part is asked for (--region, --indicator, --attribute), table, tallies,
        /// findings and exit code speak of that part; all else is counted here in one line.
        note "judgement/outside" Outside { outside: Outside }
        let told = outside.told(lang);
        zh("所问范围之外另有 {told}，未列出，也不影响结论")
        en("outside of what was asked for, not listed, and not in the result: {told}")
        page("只问一部分（--region、--indicator、--attribute）时，表格、统计、问题和退出码都只说所问的部分；其余的在这里合计一行。",
            "--region 定海区，而普陀区有一处错误"
            / "--region of one county, and an error in another's rows",
            "要看全部，去掉这些参数。" / "To see all, leave these flags out.")

        /// The target is held against a reference series that has no value for the region and year.
        error "judgement/no-reference"
        NoReference { indicator: Named, region: Named, year: Year, reference: Named, sender: Named }
        zh("{region} {year} 年“{indicator}”无从判定：缺少“{reference}”",
            "请补报{sender}该年的一行“{reference}”")
        en("cannot judge \"{indicator}\" for {region} in {year}: \"{reference}\" is missing",
            "send a row \"{reference}\" of {sender} for this year")
        page("目标要与参照数列比较，而同一地区（共用的，全市）同年没有这个数。",
            "报了收入年均增长，没报 GDP 年均增长率" / "growth of income without growth of GDP",
            "补报参照数列的一行。" / "Send a row of the series.")

        /// The target is held against the baseline year, which has no value, or 0.
        error "judgement/no-baseline"
        NoBaseline { indicator: Named, region: Named, baseline_year: Year, is_zero: bool }
        zh(match is_zero {
            true => say!("{region}“{indicator}”无从判定：{baseline_year} 年的数值是 0，没有倍数可言",
                "请核对基期的数值"),
            false => say!("{region}“{indicator}”无从判定：目标要与 {baseline_year} 年比较，而没有该年的数值",
                "请补报 {baseline_year} 年的数据", "用 --history 给出该年的文件"),
        })
        en(match is_zero {
            true => say!("\"{indicator}\" of {region} can't be judged: the value of {baseline_year} is 0, of which \
                 there is no multiple", "check the value of the baseline year"),
            false => say!("\"{indicator}\" of {region} can't be judged: its target is a comparison with \
                 {baseline_year}, and there is no value of that year",
                "send the figures of {baseline_year}", "give the file of that year with --history"),
        })
        page("目标要与基期（同比的，与上年）比较，而没有那一年的数，或基期是 0。",
            "“比 2020 年降低 13.5%”，没有 2020 年的数"
            / "\"13.5% less than 2020\" without a value of 2020",
            "用 --history 给出基期年的文件。" / "Give the file of that year with --history.")

        /// A sum over the years lacks a year, which is not taken for 0.
        error "judgement/sum-gap"
        SumGap { indicator: Named, region: Named, year: Year, gap: Vec<Year> }
        let gap = lang.list(gap);
        zh("{region} {year} 年“{indicator}”无从累计：缺 {gap} 年的数值，不按 0 计",
            "请补报这些年份的数据，或在“累计”列填报规划期以来的累计数",
            "用 --history 给出这些年份的文件")
        en("\"{indicator}\" of {region} can't be added up to {year}: no value of {gap}; none is \
             read as 0",
            "send those years, or the total since the plan began in \"累计\"",
            "give the files of those years with --history")
        page("累计指标缺了某年的数；缺的不按 0 计。",
            "2023 年的累计，缺 2022 年" / "a sum of 2023 without 2022",
            "用 --history 补齐，或填“累计”列。"
            / "Give the years with --history, or fill in \"累计\".")

        /// The total is not what its years add up to; the row is invalid.
        error "judgement/total-disagrees" TotalDisagrees {
            indicator: Named,
            region: Named,
            year: Year,
            sent: String,
            computed: String,
            is_partial: bool,
        }
        let known = match is_partial {
            true => lang.pick("已知的各年相加已有", "already add up to"),
            false => lang.pick("各年相加是", "add up to"),
        };
        zh("{region} {year} 年“{indicator}”：报送的累计是 {sent}，{known} {computed}",
            "请核对累计数和各年数值，改正后重报；在此之前该行无效")
        en("\"{indicator}\" of {region} in {year}: the total sent is {sent}, the years that are \
             known {known} {computed}",
            "check the total and the years, and send them again; till then the row is invalid")
        page("所报的累计不是各年相加的数，该行无效。",
            "180 + 180 + 180，累计写 541" / "180 + 180 + 180 and a total of 541",
            "核对累计和各年的数。" / "Check the total and the years.")

        /// The sum has more digits than can be held exactly.
        error "judgement/total-too-large" TotalTooLarge { indicator: Named, region: Named }
        zh("{region}“{indicator}”的累计位数太多", "请核对各年数值")
        en("the total of \"{indicator}\" of {region} has too many digits",
            "check the values of the years")
        page("累计的位数太多，不能准确存放。",
            "两个十八位的数相加" / "two numbers of 18 digits",
            "核对各年的数。" / "Check the years.")

        /// The rate of growth is not what the levels say; judged is the rate.
        warning "judgement/growth-disagrees" GrowthDisagrees {
            indicator: Named,
            region: Named,
            year: Year,
            sent: String,
            levels: (String, String),
        }
        let (from, to) = levels;
        zh("{region} {year} 年“{indicator}”：报送的年均增长是 {sent}%，而水平值从 {from} 到 {to} \
             不是这个速度",
            "按报送的增长率判定；请核对两者")
        en("\"{indicator}\" of {region} in {year}: the yearly growth sent is {sent}%, but the \
             levels go from {from} to {to}",
            "judged on the rate that was sent; check both")
        page("所报的年均增长与水平值推算的对不上；按所报的判定。",
            "报 8%，而 2020—2023 年收入没有增长" / "8% where income did not grow",
            "核对两者。" / "Check both.")

        /// One side is known by its levels, so both are compared as an index of the baseline year.
        note "judgement/growth-indexed" GrowthIndexed {
            indicator: Named,
            year: Year,
            baseline_year: Year,
            regions: Vec<RegionName>,
        }
        let regions = lang.list(regions.iter().map(|region| lang.name(&region.name)));
        zh("{year} 年“{indicator}”：{regions}按水平值比较，数值和要求都是以 {baseline_year} 年为 \
             100 的指数")
        en("\"{indicator}\" in {year}: {regions} compared by levels; value and requirement are an \
             index, {baseline_year} = 100")
        page("有一方只有水平值，所以双方都换成以基期年为 100 的指数来比较。",
            "收入只报了元数" / "income in yuan, no rate",
            "不必处理。" / "Nothing.")

        /// The target holds, but less than the year before, and has to be kept up.
        note "judgement/slides" Slides { year: Year, slides: Vec<Slide> }
        let told = few(slides, lang, |slide| slide.told(lang));
        zh("{year} 年虽达标，但不如上年：{told}")
        en("met in {year}, but not as well as the year before: {told}")
        page("达标，但不如上年；这样的目标要一直保持。",
            "99.98% → 99.42%",
            "提请注意，不影响判定。" / "Take note; no verdict depends on it.")

        /// The target holds, and would fail with a few fewer.
        note "judgement/thin-headroom" ThinHeadroom { year: Year, thin: Vec<Thin> }
        let told = few(thin, lang, |thin| thin.told(lang));
        zh("{year} 年虽达标，但余量极小：{told}")
        en("met in {year} with hardly anything to spare: {told}")
        page("达标，但再少几个人就不达标了。",
            "余量 2 人" / "2 people to spare",
            "提请注意，不影响判定。" / "Take note; no verdict depends on it.")

        /// The indicator is words alone and not judged; its rows were not used.
        note "judgement/words-only" WordsOnly { indicator: Named, rows: usize }
        zh("“{indicator}”只有文字要求，不作判定；报送的 {rows} 行未采用")
        en("\"{indicator}\" is a target in words, which is not judged; rows not used: {rows}")
        page("指标只有文字要求，不作判定，报送的行没有采用。",
            "“健全机制”报了数" / "a number for \"improve the mechanism\"",
            "不必报送。" / "Nothing need be sent.")

        /// There is a waiver, but not in force any more; the failure counts.
        warning "judgement/waiver-expired"
        WaiverExpired { indicator: Named, region: Named, year: Year, expires: Date }
        zh("{region} {year} 年“{indicator}”的豁免到 {expires} 为止，已经失效，按未达到要求计",
            "如需继续豁免，请重新批准并改写 expires")
        en("the waiver of \"{indicator}\" of {region} in {year} held until {expires}; it counts as \
             a failure",
            "to waive it further, have it approved again and change expires")
        page("有豁免，但已过期，按未达到要求计。",
            "expires = 2023-06-30，判定 2023 年末"
            / "expires = 2023-06-30, judged at the end of 2023",
            "重新批准，或删去。" / "Have it approved anew, or delete it.")

        /// What is waived did not fail.
        warning "judgement/waiver-unused"
        WaiverUnused { indicator: Named, region: Named, year: Year }
        zh("{region} {year} 年“{indicator}”并没有未达到要求的判定，豁免没有用上",
            "请核对指标、地区和年份；不再需要的豁免请删去")
        en("\"{indicator}\" of {region} in {year} did not fail, so its waiver is not needed",
            "check indicator, region and year; remove waivers that are not needed")
        page("豁免的那项判定并没有未达到要求。",
            "指标已经达标" / "the target holds",
            "核对，或删去。" / "Check it, or delete it.")

        /// Another waiver covers the same judgement.
        warning "judgement/waiver-double"
        WaiverDouble { indicator: Named, region: Named, year: Year }
        zh("{region} {year} 年“{indicator}”另有一条豁免，这一条没有用上", "同一判定只留一条豁免")
        en("\"{indicator}\" of {region} in {year} has another waiver; this one is not needed",
            "keep one waiver of a judgement")
        page("同一项判定另有一条豁免。",
            "两个豁免文件写了同一项" / "one judgement in two files of waivers",
            "只留一条。" / "Keep one.")

        /// Waivers of years that are not checked in this run.
        note "judgement/waivers-elsewhere" WaiversElsewhere { years: Vec<Year>, count: usize }
        let years = lang.list(years);
        let waivers = counted(count, "waivers");
        zh("{count} 条豁免是 {years} 年的，不在本次检查之列，没有用上")
        en("not used, being of years that are not under check ({years}): {waivers}")
        page("豁免的年份不在本次检查之列。",
            "检查 2023 年，豁免写的是 2022 年" / "2023 is checked, 2022 is waived",
            "不必处理。" / "Nothing.")

        /// A year is in the submission and in --history; the submission counts.
        warning "judgement/year-in-both" YearInBoth { year: Year }
        zh("{year} 年既在报送数据中，又在历史数据中；以报送数据为准", "请从其中一处去掉这一年")
        en("{year} is in the submission and in the history; the submission is used",
            "take the year out of one of them")
        page("同一年既在报送数据中，又在 --history 中；以报送数据为准。",
            "--history 里也有 2023 年" / "2023 in --history too",
            "从其中一处去掉。" / "Take it out of one of them.")

        /// A year before the plan's first: it is not judged, and is history, for baselines and the
        /// year before.
        note "judgement/years-before" YearsBefore { years: Vec<Year>, first: Year }
        let years = lang.list(years);
        zh("{years} 年在规划第一年 {first} 年之前，作为历史数据，不作判定")
        en("{years} is before the plan's first year {first}: history, and not judged")
        page("规划第一年以前的年份：不作判定，只作为历史数据，用作基期和上年。",
            "检查整个 data 文件夹，其中有 2020.csv"
            / "a whole folder is checked that holds 2020.csv",
            "不必处理。" / "Nothing needs to be done.")

        /// A year in --history is after those checked; it was not used.
        warning "judgement/history-after" HistoryAfter { year: Year, last: Year }
        zh("历史数据中有 {year} 年，晚于所检查的 {last} 年，未采用", "历史数据只用于以前年度")
        en("the history holds {year}, which is after {last}, the year under check; it is not used",
            "the history is of the years before")
        page("--history 中的年份晚于所检查的年份，没有采用。",
            "检查 2022 年，给了 2023 年" / "2022 is checked, 2023 is given",
            "只给以前年度。" / "Give only years before.")

        /// The city's value does not follow from its counties: growth does not add up, or a county
        /// sent no value or no counts.
        note "judgement/no-roll-up" NoRollUp {
            indicators: Vec<SeriesName>,
            year: Year,
            reason: NoRollUp,
            own: bool,
            city: Named,
        }
        let names = indicators.iter().map(|series| lang.name(&series.name)).collect::<Vec<_>>();
        let names = names.join(lang.pick("”“", "\", \""));
        let why = reason.told(lang);
        let then = match own {
            true => lang.pick(format!("按{city}自己报送的数值判定"), format!("{city} is judged on its own figure")),
            false => lang.pick(
                format!("{city}须自己报送一行，否则缺报"),
                format!("{city} has to send a row of its own, or is missing"),
            ),
        };
        zh("{year} 年“{names}”不能汇总：{why}；{then}")
        en("\"{names}\" in {year} can't be combined: {why}; {then}")
        page("全市不能由各县（区）汇总：增长率不能相加，或有县没有数、没有分子分母。",
            "一个县缺报" / "one county is missing",
            "补齐，或由全市自己报一行。" / "Complete the counties, or send a row for the city.")

        /// Years × indicators × regions are more verdicts than a run can have (20,000,000, or eight
        /// times as many as values were sent if that is more); none was made. Each year that is
        /// named is due from every region of the roster.
        error "judgement/too-many-verdicts"
        TooManyVerdicts { regions: usize, indicators: usize, years: usize, most: u64 }
        zh("{years} 年 × {indicators} 项指标 × {regions} 个地区，判定超过 {most} 项，没有判定",
            "请核对年份，或逐年检查")
        en("{years} years × {indicators} indicators × {regions} regions are more than {most} \
             verdicts; none was made",
            "check the years, or check one year at a time")
        page("年份 × 指标 × 地区，判定的项数超过上限（2,000 万项，或所报数值个数的 8 \
             倍，以多的为准），一项也没有判定。每个年份都要求名册中的每个地区报送。",
            "名册有 20 万个村，一个小文件写了 26 个年份"
            / "a roster of 200,000 villages, and a small file that names 26 years",
            "核对年份；确有多年的，逐年检查。"
            / "Check the years; where there are many, check one year at a time.")

        /// The year is after the plan's target year; it is judged against the target.
        warning "judgement/year-after-plan" YearAfterPlan { year: Year, target: Year }
        zh("{year} 年在规划的目标年 {target} 年之后，仍对照目标值判定", "如果年份写错了，请改正")
        en("{year} lies after the plan's target year {target}; judged against the target",
            "correct the year if it is a slip")
        page("年份在规划的目标年之后，仍对照目标值判定。",
            "规划到 2025 年，报了 2026 年" / "2026 where the plan ends in 2025",
            "年份写错的请改正。" / "Correct the year if it is wrong.")

        /// What has no counts is known to the last digit that was sent ("0.22万" to the hundreds),
        /// and so is what follows from it: totals, roll-ups, baselines, references. A true value
        /// that rounds to it may end otherwise. Whole numbers of people, homes and the like are
        /// exact, and so is what the plan writes. A workbook's number is known to the last digit
        /// that it stores or shows. With counts the exact value is judged; that the rounded one
        /// beside them would end otherwise is a note.
        warning "judgement/rounding-turns" RoundingDoubts {
            indicator: Named,
            region: Named,
            year: Year,
            sent: Named,
            doubts: Vec<Doubt>,
            outcome: Outcome,
            other: Outcome,
            has_counts: bool,
        }
        let doubts = doubts.iter().map(|doubt| doubt.told(sent, lang)).collect::<Vec<_>>();
        let doubts = doubts.join(lang.pick("；", "; "));
        let outcome = lang.outcome(*outcome);
        let other = lang.outcome(*other);
        // Of what is no ratio there are no counts to send.
        let counts = if *has_counts { ["填报分子、分母，或", "numerator and denominator, or "] } else { [""; 2] };
        let [counts_zh, counts_en] = counts;
        zh("{region} {year} 年“{indicator}”判为{outcome}，也可能是{other}：{doubts}",
            "请{counts_zh}多报几位数字")
        en("\"{indicator}\" for {region} in {year} is judged {outcome}, but may be {other}: \
             {doubts}",
            "send {counts_en}more digits")
        page("没有分子分母的数只准到所报的末位（0.22万 \
             只准到百位），由它得出的累计、汇总、基期值和参照值也是；四舍五入前的真值可能使判定不同时提示。整数的人、户、个是准确的；规划写的数是准确的。工作簿里的数准到所存或所显示的末位。有分子分母的按它们判定，旁边四舍五入的数会得出别的结论时也提示，只是说明。",
            "要求 ≥55.944%，只报 55.9%：真值在 55.85% 至 55.95% 之间"
            / "≥55.944% is required, 55.9% is sent: truly from 55.85% to 55.95%",
            "填报分子、分母（指标是比率的），或多报几位数字；有分子分母的，解释判定时用准确的数。"
            / "Send numerator and denominator (of a ratio), or more digits; with counts, quote the exact value.")

        /// The rounded value that was sent would turn the verdict of the exact one.
        note "judgement/rounding-turns"
        RoundingTurns { indicator: Named, region: Named, year: Year, sent: String, exact: String }
        zh("{region} {year} 年“{indicator}”按 {exact} 判定；四舍五入的 {sent} 会改变结论")
        en("\"{indicator}\" for {region} in {year} is judged on {exact}; the rounded {sent} would \
             change the verdict")

        /// The rule says whom the indicator concerns, and that region is not among them: the figure
        /// is neither judged nor added up.
        warning "judgement/not-concerned"
        NotConcerned { indicator: Named, region: Named, year: Year, whom: Vec<String> }
        let whom = lang.list(whom);
        zh("“{indicator}”只适用于{whom}，{region}报送的 {year} 年的数未采用",
            "不必报送；确实适用的，请改规则的 applies-to 或地区的 tags")
        en("\"{indicator}\" concerns {whom} alone; what {region} sent for {year} was not used",
            "nothing need be sent; where it does apply, correct applies-to of the rule or the tags of \
             the region")
        page("规则写明了指标适用于谁，这个地区不在其中：报送的数不判定，也不汇总。",
            "只适用于沿海县的指标，山区县报了一行" / "a row of an inland county for an indicator of the coast",
            "不必报送；确实适用的，请改规则的 applies-to 或地区的 tags。"
            / "Nothing need be sent; where it does apply, correct applies-to of the rule or the tags of \
               the region.")

        /// The indicator does not judge that region; the row was not used.
        warning "judgement/out-of-scope" OutOfScope { indicator: Named, region: Named }
        zh("“{indicator}”不判定{region}，该行未采用")
        en("\"{indicator}\" is not judged for {region}; the row was not used")
        page("指标不判定这个地区，该行没有采用。",
            "只判全市的指标，县里报了一行" / "a county's row of an indicator of the city",
            "不必报送。" / "Nothing need be sent.")
    }
}
