//! What is wrong with the target of a rule.

use crate::term::{Level, Named, Year};

findings! {
    /// What is wrong with the target of a rule, whose keys and values can be read.
    pub enum TargetProblem in lang {
        /// There is an operator and no threshold.
        error "plan/operator-without-threshold" OperatorWithoutThreshold
        zh("有 operator，没有 threshold", "请补写 threshold = …")
        en("operator without threshold", "add threshold = …")
        page("写了比较符，没有写目标值。", "operator = \"≥\"")

        /// There is a threshold and no operator, so it is not known whether more or less is better.
        error "plan/threshold-without-operator" ThresholdWithoutOperator
        zh("有 threshold，没有 operator", "请补写 operator，如 operator = \"≥\"")
        en("threshold without operator", "add an operator, such as operator = \"≥\"")
        page("写了目标值，没有写比较符，不知道是不低于还是不高于。", "threshold = 60")

        /// The threshold does not fit the operator: between takes two numbers, the others one.
        error "plan/threshold-shape" ThresholdShape
        zh("threshold 的写法与 operator 不符",
            "between 要写成 [下限, 上限]，下限不大于上限；其余只写一个数")
        en("the threshold does not fit the operator",
            "for between write [low, high], with low not above high; otherwise write one number")
        page("目标值的写法与比较符不符：between 要两个数，其余只要一个。",
            "operator = \"≥\", threshold = [2, 3]")

        /// The threshold is beyond what its unit allows, as one over 100% is: it could never be
        /// met, or always.
        error "plan/threshold-beyond-limit"
        ThresholdBeyondLimit { threshold: String, limit: String }
        zh("目标值 {threshold} 超出该单位的界限 {limit}",
            "覆盖率、比例在 0 到 100 之间；增长率请加 growth = true")
        en("the target {threshold} is beyond the unit's limit of {limit}",
            "coverage rates and shares are from 0 to 100; for a growth rate add growth = true")
        page("目标值超出了该单位可能的界限，如超过 100%，永远达不到或总是达到。",
            "unit = \"%\", threshold = 120")

        /// No value can satisfy the target.
        error "plan/unreachable-target" Unreachable { target: String }
        zh("没有数值能满足“{target}”", "若包含界限本身，请用 ≥ 或 ≤")
        en("no value can satisfy \"{target}\"", "to include the bound itself, use ≥ or ≤")
        page("没有数值能满足这个目标。", "unit = \"%\", operator = \">\", threshold = 100")

        /// A baseline or a milestone is beyond what its unit allows.
        error "plan/value-beyond-limit"
        ValueBeyondLimit { key: &'static str, value: String, limit: String }
        zh("“{key}”的 {value} 超出该单位的界限 {limit}",
            "覆盖率、比例在 0 到 100 之间；增长率请加 growth = true")
        en("{value} in \"{key}\" is beyond the unit's limit of {limit}",
            "coverage rates and shares are from 0 to 100; for a growth rate add growth = true")
        page("基期值或年度值超出了该单位可能的界限。", "unit = \"%\", baseline = 101")

        /// The key belongs to another form of target and would do nothing here.
        error "plan/key-of-other-form"
        KeyOfOtherForm { key: &'static str, form: &'static str, owners: Vec<&'static str> }
        let owners = owners.join(lang.pick("\"、\"", "\", \""));
        zh("form = \"{form}\" 的指标不能有“{key}”",
            "“{key}”属于 form = \"{owners}\"；请删去它，或改写 form")
        en("an indicator of form = \"{form}\" has no \"{key}\"",
            "\"{key}\" belongs to form = \"{owners}\"; remove it, or change the form")
        page("这个键属于另一种形式的目标，写在这里不起作用。",
            "form = \"sum\", due = 2024",
            "请删去它，或改写 form" / "remove it, or change the form")

        /// A target that is held against a reference series has the operator ≥, >, ≤ or <.
        error "plan/relative-operator" RelativeOperator
        zh("与参照数列比较时，operator 只能是 ≥ > ≤ <",
            "≥ 是“同步、不低于”，> 是“高于”，≤ 是“不高于”，< 是“低于”")
        en("against a reference series the operator can only be ≥, >, ≤ or <",
            "≥ is \"in step with\", > is \"above\", ≤ is \"not above\", < is \"below\"")
        page("与参照数列比较的目标，比较符只能是 ≥ > ≤ <。", "form = \"relative\", operator = \"±\"")

        /// A tolerance says how far off a value may be to either side, and goes with ± alone.
        error "plan/tolerance-without-about" ToleranceWithoutAbout
        zh("只有 operator = \"±\" 时才写 tolerance", "请删去 tolerance，或把 operator 改为 ±")
        en("a tolerance goes only with operator = \"±\"",
            "remove the tolerance, or make the operator ±")
        page("tolerance 说的是上下各可相差多少，只与 ± 一起写。", "operator = \"≥\", tolerance = 1")

        /// about eases one side, and the operator has two.
        error "plan/about-two-sided" AboutTwoSided
        zh("about 只用于 > ≥ < ≤：它只放宽差的一边",
            "上下都不能偏的，用 operator = \"±\" 和 tolerance，并删去 about")
        en("about goes only with > ≥ < ≤: it eases one side",
            "where neither side may be off, write operator = \"±\" and tolerance instead")
        page("about 只放宽差的一边，而这个比较符有两边。", "operator = \"±\", about = 1")

        /// about is 0 or below.
        error "plan/about-not-positive" AboutNotPositive
        zh("about 应是一个大于 0 的数", "它是可以比目标值差多少；不许差的，请删去 about")
        en("about is a number above 0",
            "it is how far short of the threshold is enough; remove it if nothing is")
        page("about 写了 0 或负数。", "about = 0")

        /// about is so wide that every value would do.
        error "plan/about-too-wide" AboutTooWide { target: String }
        zh("减去 about 之后是 {target}，什么数都达标",
            "请核对 about：它是可以比目标值差多少，与目标值同单位")
        en("with about, {target} is judged, which every value meets",
            "check about: how far short of the threshold is enough, in its unit")
        page("about 太大：放宽之后，什么数都达标。", "threshold = 5, about = 6")

        /// The growth of the reference follows from levels and has no exact value to take about
        /// from.
        error "plan/about-of-levels" AboutOfLevels
        zh("参照的增长率由水平值推算时，不能写 about",
            "年均增长率要开方，没有确切的数可减；请删去 about，或让参照直接报送增长率（删去它的 \
             growth-of）")
        en("about can't be taken from a growth that follows from levels",
            "such a rate is a root and has no exact value; remove about, or let the reference be \
             sent as a rate (remove its growth-of)")
        page("参照的增长率由水平值推算，没有确切的数可减去 about。", "about = 0.5")

        /// The row of the city holds for every region; this plan has no city that could send one.
        error "plan/shared-by-nobody" SharedByNobody
        zh("共用的参照由全市报送，规划里没有全市", "请写一个 level = \"city\" 的地区，或删去 shared")
        en("a shared reference is sent by the city, and the plan has none",
            "write a region with level = \"city\", or remove shared")
        page("共用的参照由全市报送一行，规划里没有 level = \"city\" 的地区。", "shared = true")

        /// The scope names a level of which the plan has no region.
        error "plan/scope-level" ScopeLevel { level: Level, levels: Vec<Level> }
        let level = level.word();
        let levels = lang.list(levels.iter().map(|level| level.word()));
        zh("规划里没有 {level} 一级的地区", "规划的层级有：{levels}")
        en("no region of the plan has the level {level}", "the plan's levels are {levels}")
        page("scope 说的层级，规划里一个地区也没有。",
            "scope = \"township\"",
            "请写规划里有的一级" / "write a level of the plan")

        /// The growth of a region follows from its own levels, which no other can send for it.
        error "plan/growth-of-shared" GrowthOfShared
        zh("各地区自己的增长率，不能由共用的水平值推算", "growth-of 请写不共用的数列")
        en("the growth of each region can't follow from levels that all share",
            "let growth-of name a series that is not shared")
        page("地区自己的增长率由自己的水平值推算；写的数列（或引用它的参照）是共用的，各地区会得出同一个数。",
            "growth-of = \"city-gdp\"")

        /// One indicator alone is neither one of several nor several; and all are named wherever
        /// the target is printed.
        error "plan/parts-count" PartsCount { key: &'static str, most: usize }
        zh("{key} 应写 2 至 {most} 项指标",
            "只有一项的，直接写那项指标；很多项的，分成几项，再合为一项")
        en("{key} names 2 to {most} indicators",
            "where it is one, write that indicator; where they are many, put together several first")
        page("“任一”“都要”至少是两项指标；太多的，打印出来没法读。", "any-of = [\"rate\"]")

        /// A part in words alone is never judged.
        error "plan/part-in-words" PartInWords { name: String }
        zh("“{name}”是文字，从不判定，别的指标不能由它得出", "请写有判定的指标")
        en("\"{name}\" is words and never judged; nothing can follow from it",
            "name an indicator that is judged")
        page("所列的指标里有一项是文字（words），从不判定。", "all-of = [\"rate\", \"mechanism\"]")

        /// The same indicator twice, by its own id or by that of one that repeats it.
        error "plan/part-twice" PartTwice { name: String }
        zh("“{name}”列了两次", "请删去一个")
        en("\"{name}\" is named twice", "remove one")
        page("同一项指标列了两次，或者列了它和重复它的（same-as）。", "any-of = [\"rate\", \"rate\"]")

        /// The part has no verdict in some of the regions that the whole is judged in.
        error "plan/part-scope" PartScope { name: String }
        zh("“{name}”在这项指标判定的地区里，有的没有判定",
            "请改 scope：只判全市的，两处都写 scope = \"city\"；达标比例的，那项指标须由更低的一级各自判定")
        en("\"{name}\" has no verdict in some regions where this is judged",
            "mend scope: where the city alone is judged, both say scope = \"city\"; what a share of \
             counties meets is judged in each, and they lie below whom the share is of")
        page("所列的指标在有的地区没有判定：它只判全市，而这一项也判各县（区）。",
            "scope = \"county\", all-of = [\"city-rate\", \"rate\"]")

        /// Indicators that are parts of one another: no verdict can come first.
        error "plan/parts-circle" PartsCircle { ids: Vec<String> }
        let ids = lang.list(ids);
        zh("{ids} 互为部分，判定无从得出", "请在其中一处删去另一项的 id")
        en("{ids} are parts of one another, so that none can be judged first",
            "remove the other's id from one of them")
        page("几项指标互为部分：哪一项也无从先判。",
            "id = \"a\", any-of = [\"b\", \"c\"]; id = \"b\", all-of = [\"a\", \"d\"]")

        /// An indicator is among its own parts: it can't be judged before itself.
        error "plan/part-of-itself" PartOfItself { id: String }
        zh("{id} 由它自己得出，判定无从得出", "请删去它自己的 id")
        en("{id} follows from itself, so that it can't be judged", "remove its own id")
        page("一项指标列了它自己：无从先判。", "id = \"a\", any-of = [\"a\", \"b\"]")

        /// How many of the counties meet something is a figure of those that they lie in.
        error "plan/share-scope" ShareScope
        zh("达标的县（区）的比例，判的是它们所在的地区", "请写 scope = \"city\"，或删去 scope：只判最高一级")
        en("a share of counties is judged for the regions that they lie in",
            "write scope = \"city\", or remove scope: then the topmost alone is judged")
        page("达标的县（区）的比例，判的是它们所在的市或省，县（区）自己没有比例。",
            "share-of = \"rate\", scope = \"county\"")

        /// A rank is that of each region of a level; what they add up to has none among them.
        error "plan/rank-scope" RankScope
        zh("名次是一级各地区之间的", "请写 scope = \"each-county\"（或 each-city、each-province），或删去 scope")
        en("a rank is among the regions of one level",
            "write scope = \"each-county\" (or each-city, each-province), or remove scope")
        page("名次是同一级各地区之间的，只判那一级。", "rank-of = \"rate\", scope = \"city\"")

        /// Regions are ranked by values of which one is better than another.
        error "plan/rank-of" RankOf { name: String }
        zh("“{name}”的数值分不出高下，排不出名次", "请写一项报送数值、目标是 ≥、>、≤ 或 < 的指标")
        en("no value of \"{name}\" is better than another, so that nothing can be ranked by it",
            "name an indicator that is sent as a number and whose operator is ≥, >, ≤ or <")
        page("名次按数值排：指标要报送数值，目标要说越高越好还是越低越好。",
            "rank-of = \"done\"")

        /// A multiple of the baseline is one number above 0.
        error "plan/factor-shape" FactorShape
        zh("倍数应是一个大于 0 的数", "翻一番写 operator = \"≥\"、threshold = 2")
        en("a multiple is one number above 0", "doubling is operator = \"≥\", threshold = 2")
        page("倍数应是一个大于 0 的数。", "form = \"multiple\", threshold = 0")

        /// The year in which it is due is no year of the plan, or before an adjustment holds.
        error "plan/due-year" DueYear { year: Year, first: Year, last: Year }
        zh("不能在 {year} 年到期", "请写 {first} 年至 {last} 年之间的年份")
        en("it can't be due in {year}", "write a year from {first} to {last}")
        page("到期的年份不在规划期内，或者在调整起用以前。",
            "due = 2031" / "due = 2031",
            "请写规划期内的年份；[[adjust]] 的，不早于 from"
            / "write a year of the plan; in an [[adjust]] none before from")

        /// A baseline is of a year that is judged by it.
        error "plan/baseline-year" BaselineYear { year: Year, first: Year }
        zh("基期年 {year} 不在所判的年份之前", "请写 {first} 年以前的年份；规划期内另定基期的，\
            写成 [[adjust]]，from 是下一年")
        en("the baseline year {year} is not before the years that are judged by it",
            "write a year before {first}; for a new baseline within the plan, write an [[adjust]] \
             whose from is the year after it")
        page("基期年应在规划第一年（调整则是起用的那一年）以前。",
            "first-year = 2021, baseline-year = 2021" / "first-year = 2021, baseline-year = 2021",
            "请写更早的年份；规划期内另定基期的，写成 [[adjust]]，from 是下一年"
            / "write an earlier year; for a new baseline within the plan, write an [[adjust]] \
               whose from is the year after it")

        /// Ratios mean nothing when they are added up over the years.
        error "plan/sum-of-rates" SumOfRates
        zh("比率不能逐年累加", "累计（sum）只用于人数、户数、个数等；率请用 level 或 change")
        en("ratios do not add up over the years",
            "sum is for people, households, things; for rates use level or change")
        page("比率逐年相加没有意义。", "form = \"sum\", unit = \"%\"")

        /// By its name this is an average, a rate or an intensity: those of the counties don't add
        /// up to the city's.
        error "plan/sum-of-averages" SumOfAverages { name: Named }
        zh("“{name}”是平均数、比率或强度，各县（区）的数相加不得全市数",
            "报分子、分母的，写 per（每千人 1000，人均 1）；只报一个数的，写 roll-up = \"none\"，全市由\
             市级自己报送；确实可以相加的，写 roll-up = \"sum\"")
        en("\"{name}\" is an average, a rate or an intensity: those of the counties do not add up \
             to the city's",
            "where numerator and denominator are sent, write per (1000 for each thousand, 1 for \
             each); else roll-up = \"none\", and let the city send its own; where they do add up, \
             roll-up = \"sum\"")
        page("从名称看，这是平均数、比率或强度；各县（区）的数相加不是全市的数。",
            "人均可支配收入" / "income per head")

        /// A numerator or a denominator is for ratios, and would do nothing here.
        error "plan/counts-of-no-rate" CountsOfNoRate { key: &'static str }
        zh("“{key}”只用于比率：单位是 %、‰，或写了 per（每千、每万、人均）",
            "个数、增长率、节点和文字要求都不用它计算；请删去，或改正 unit、补写 per")
        en("\"{key}\" is for ratios: in %, in ‰, or with per (a thousand, ten thousand, a head)",
            "nothing else is computed from it; remove it, correct the unit, or add per")
        page("分子、分母的口径只用于比率，写在这里不起作用。",
            "unit = \"人\", numerator = \"…\"" / "unit = \"km\", numerator = \"…\"")

        /// % and ‰ say by themselves of how many they are.
        error "plan/per-of-unit" PerOfUnit { unit: String }
        zh("单位是 {unit} 的不写 per", "单位已经说明是每多少；请删去 per")
        en("with the unit {unit} there is no per", "the unit says it already; remove per")
        page("单位是 % 或 ‰，又写了 per。", "unit = \"%\", per = 100")

        /// The unit or the name says of how many a ratio is, and per is of others.
        error "plan/per-and-unit" PerAndUnit { said: String, zeros: u8 }
        let per = format!("1{}", "0".repeat(usize::from(*zeros)));
        zh("“{said}”要 per = {per}，这里写的是别的数",
            "请核对 per；分子、分母以万等计的，写 count-unit、denominator-unit")
        en("\"{said}\" wants per = {per}, and per is something else",
            "check per; where what is sent is counted in ten thousands and the like, write \
             count-unit and denominator-unit")
        page("单位或名称说的每多少，与 per 不一致，数值会差十倍、百倍。",
            "unit = \"张/千人\", per = 10000" / "unit = \"例/10万人\", per = 1000")

        /// per is no power of ten from 1 to 100,000,000.
        error "plan/per-number" PerNumber
        zh("per 应是 1、10、100、1000……100000000 之一",
            "每千写 1000，每万写 10000，每10万写 100000，人均、每亿元等写 1")
        en("per is 1, 10, 100, 1000, and so on up to 100000000",
            "1000 is for each thousand, 1 for each")
        page("per 不是 10 的整数次幂。", "per = 500")

        /// Full coverage is 100%, so its unit is %.
        error "plan/coverage-unit" CoverageUnit
        zh("全覆盖（full-coverage）的单位应是 %", "请写 unit = \"%\"，并写明分子和分母")
        en("full coverage is measured in %",
            "write unit = \"%\", and the numerator and denominator")
        page("全覆盖就是 100%，单位应是 %。",
            "form = \"full-coverage\", unit = \"个\"" / "form = \"full-coverage\", unit = \"km\"")

        /// same-as names an indicator that repeats another one itself.
        error "plan/repeats-a-repetition" RepeatsARepetition
        zh("same-as 所指的指标自己也是重复别的指标", "请直接指向最初的那项指标")
        en("the indicator that same-as names repeats another itself", "point to the first one")
        page("same-as 指向的指标自己也是重复别的指标，绕了弯。", "same-as = \"…\"")

        /// Rates of growth and levels are mixed up: a rate and what it is held against are in %,
        /// what growth-of names is in a unit of levels.
        error "plan/growth-unit" GrowthUnit { key: &'static str }
        zh(match *key {
            "reference" => "作参照的应是增长率，单位是 %",
            "growth-of" => "growth-of 应是水平值（元、亿元等），不是增长率",
            _ => "增长率的单位应是 %",
        }, "增长率对照增长率；只有水平值时，把它写在 growth-of 里")
        en(match *key {
            "reference" => "what growth is held against is a rate, in %",
            "growth-of" => "growth follows from levels, not from a rate in %",
            _ => "a rate of growth is in %",
        }, "hold rates against rates; where there are only levels, name them in growth-of")
        page("增长率与水平值混淆：增长率和作参照的数列单位是 %，growth-of 里的是元、亿元等水平值。",
            "growth = true, unit = \"元\"" / "growth = true, unit = \"km\"")

        /// A change in percent that is sent itself is in percent.
        error "plan/reported-unit" ReportedUnit
        zh("报送的是变化了百分之几，单位应是 %", "请写 unit = \"%\"；报送水平值的，删去 reported")
        en("a change in percent that is sent itself is in %",
            "write unit = \"%\"; where levels are sent, remove reported")
        page("报送的是变化了百分之几，单位却不是 %。", "change = \"percent\", reported = \"fall\", unit = \"吨\"" / "change = \"percent\", reported = \"fall\", unit = \"t\"")

        /// A change that is sent itself has no baseline: it begins with 0.
        error "plan/reported-baseline" ReportedBaseline
        zh("报送的就是变化，不写 baseline", "变化从 0 起；报送水平值的，删去 reported")
        en("a change that is sent itself has no baseline",
            "it begins with 0; where levels are sent, remove reported")
        page("报送的就是变化，又写了基期值。", "reported = \"change\", baseline = 0.4")

        /// Of a name that speaks of a fall, 8.1 and -8.1 can both mean that it fell by 8.1.
        error "plan/reported-way" ReportedWay
        zh("名称说的是降低，报送的 8.1 是降低还是上升不清楚",
            "降低 8.1 就报 8.1 的，写 reported = \"fall\"；报 -8.1 的，名称中不要写降低")
        en("the name speaks of a fall, so it is not clear which way 8.1 is",
            "where a fall is sent as 8.1, write reported = \"fall\"; where as -8.1, name it otherwise")
        page("名称说的是降低，而 reported = \"change\"，报送的正数是降低还是上升不清楚。",
            "name = \"能耗降低\", reported = \"change\""
            / "name = \"能耗降低\" (a fall), reported = \"change\"")

        /// A change or a multiple of the baseline takes no ±.
        error "plan/about-change" AboutChange
        zh("变化和倍数不能用 ±",
            "请写 operator = \"between\"、threshold = [下限, 上限]；倍数只用 > ≥ < ≤")
        en("a change or a multiple can't have ±",
            "write operator = \"between\", threshold = [low, high]; a multiple takes > ≥ < ≤")
        page("变化和倍数的目标不能用 ±。", "form = \"change\", operator = \"±\"")

        /// A tolerance is below 0.
        error "plan/negative-tolerance" NegativeTolerance
        zh("tolerance 不能小于 0", "它是上下各可相差多少，写正数")
        en("a tolerance can't be below 0", "it is how far off to either side, a positive number")
        page("tolerance 小于 0。", "tolerance = -1")

        /// all and any say whether every county has to be done or one of them: they are for
        /// milestones alone.
        error "plan/milestone-roll-up" MilestoneRollUp
        zh("roll-up 的 all 和 any 只用于 form = \"milestone\"",
            "数值怎样汇总由单位定；不汇总时写 roll-up = \"none\"")
        en("roll-up all and any are for form = \"milestone\" alone",
            "how values add up follows from the unit; roll-up = \"none\" stops it")
        page("all 和 any 说的是各县（区）都完成还是有一个完成，只用于节点（milestone）。",
            "unit = \"%\", roll-up = \"all\"")

        /// A milestone is of a year outside the plan, or of one in which the target is due.
        error "plan/milestone-year" MilestoneYear { year: String }
        zh("“{year}”不是可设年度值的年份", "年度值的年份从规划首年到目标年（写了 due 的，到 due）的前一年")
        en("\"{year}\" cannot have a milestone",
            "milestones are for the plan's first year up to the year before the target is due")
        page("年度值（milestones）的年份不在规划首年到目标到期的前一年之间。",
            "milestones = { 2025 = 60 }")

        /// A milestone is a range and the target is none, or it is no range.
        error "plan/milestone-shape" MilestoneShape
        zh("年度值的写法与 operator 不符",
            "目标是范围（between、=、±）的写一个数，或 [下限, 上限]，下限不大于上限；其余只写一个数")
        en("the milestone does not fit the operator",
            "write one number; where the target is a range (between, =, ±), also [low, high] with \
             low not above high")
        page("年度值写成了两个数，而目标不是范围，或者下限大于上限。",
            "operator = \"≥\", milestones = { 2023 = [60, 70] }")
    }
}
