//! What is wrong with a plan as a whole, its regions, its cases and its waivers.

use crate::diagnostic::{AuditProblem, Refusal};
use crate::term::{Named, Year};

findings! {
    /// What is wrong with a plan as a whole. As all that is wrong with rules, each is an error: a
    /// plan with one judges nothing.
    pub enum PlanProblem in lang {
        /// A waiver is of a year that the plan does not have, so it is of no use.
        error "plan/waiver-year" WaiverYear { year: Year, plan: (Year, Year) }
        let first = plan.0;
        let target = plan.1;
        zh("规划没有 {year} 年，这条豁免用不上", "请写 {first} 至 {target} 之间的年份")
        en("the plan has no {year}, so this waiver is of no use",
            "write a year from {first} to {target}")
        page("豁免的年份不在规划期内，用不上。",
            "year = 2019",
            "请写规划期内的年份" / "write a year of the plan")

        /// A case is of an indicator in words alone, which is never judged: there is nothing to
        /// try.
        error "plan/case-of-words" CaseOfWords { indicator: Named }
        zh("“{indicator}”只有文字要求，不作判定，不能有用例",
            "请删去这个用例，或改写它的 indicator")
        en("\"{indicator}\" is in words alone and never judged: it can have no case",
            "remove the case, or name another indicator")
        page("用例的指标只有文字要求，从不判定，没有可试的。", "[[case]] indicator = \"…\"")

        /// A case has no checks.
        error "plan/no-checks" NoChecks
        zh("“checks”里一条检查也没有", "请写 checks = [{{ value = \"…\", outcome = \"…\" }}]")
        en("there is nothing in \"checks\"",
            "write checks = [{{ value = \"…\", outcome = \"…\" }}]")
        page("用例里一条检查也没有。",
            "checks = []",
            "请写上 value 和 outcome，如 value = \"55.2\", outcome = \"behind\""
            / "write a value and an outcome, such as value = \"55.2\", outcome = \"behind\"")

        /// The history of a case has the case's own year.
        error "plan/history-year" HistoryYear { year: u16 }
        zh("“history”里的 {year} 年就是用例自己的年份",
            "本年的数值写在 checks 里；history 只写其他年份")
        en("{year} in \"history\" is the case's own year",
            "the year's own figures stand in checks; history is for other years")
        page("用例的 history 里写了用例自己的年份。", "year = 2023, history = { 2023 = … }")

        /// A case is of a year before the plan's first, which is never judged.
        error "plan/case-year" CaseYear { year: u16, first: u16 }
        zh("{year} 年在规划第一年 {first} 年之前，从不判定", "以前年度的数值写在 history 里")
        en("{year} is before the plan's first year {first}: never judged",
            "figures of years before stand in history")
        page("用例的年份在规划第一年之前，从不判定。", "year = 2020")

        /// The requirement that a case expects is not understood.
        error "plan/bad-requirement" BadRequirement { text: String }
        zh("“{text}”不是年度要求", "请写成 ≥55.944、>99、≤5、=0、2~3 的样子；没有要求写 none")
        en("\"{text}\" is no requirement",
            "write it as ≥55.944, >99, ≤5, =0 or 2~3; where there is none, none")
        page("用例里写的年度要求看不懂。", "requirement = \"约60\"" / "requirement = \"about 60\"")

        /// The baseline, the first and the target year are out of order.
        error "plan/year-order" YearOrder
        zh("年份次序不对", "须 baseline-year < first-year ≤ target-year")
        en("the years are out of order",
            "write them so that baseline-year < first-year ≤ target-year")
        page("基期年、第一年和目标年的次序不对。", "baseline-year = 2025, target-year = 2020")

        /// No rule file has [plan], so the years of the plan are not known.
        error "plan/no-head" NoHead
        zh("规则文件里没有 [plan]",
            "请写明 [plan]：id、title、baseline-year、first-year、target-year")
        en("the rule files have no [plan]",
            "add [plan] with id, title, baseline-year, first-year and target-year")
        page("规则文件里没有 [plan]，不知道规划的年份。",
            "只给出 tasks.toml 的 --plan" / "--plan tasks.toml alone")

        /// The rule files have two [plan] tables.
        error "plan/two-heads" TwoHeads
        zh("[plan] 出现了两次", "几个规则文件合起来只能有一个 [plan]")
        en("[plan] appears twice", "keep one [plan] in all rule files together")
        page("几个规则文件里有两个 [plan]。",
            "两份规划的规则放在一个目录里" / "the rules of two plans in one folder")

        /// No region has to submit figures, so there is nothing to judge.
        error "plan/no-regions" NoRegions
        zh("没有任何报送地区",
            "请写 [[region]]，level = \"county\"（只有一个地区时也写 county），或在 [plan] 中写 \
             roster")
        en("no region is there to submit figures",
            "add [[region]] with level = \"county\" (a sole region is one too), or a roster in \
             [plan]")
        page("没有任何要报送的地区，也就没有可判定的。", "level = \"city\"")

        /// Two regions are the whole (level = "city").
        error "plan/two-cities" TwoCities
        zh("level 为 city 的地区有两个", "汇总地区只能有一个；几个市，要有 level = \"province\" 的省")
        en("two regions have the level city",
            "keep one; several cities need a region with level = \"province\"")
        page("汇总地区（level = \"city\"）有两个。", "level = \"city\"")

        /// Regions of a plan of several levels that neither say nor show by their codes what they
        /// lie within.
        error "plan/regions-nowhere" RegionsNowhere { count: usize, regions: Vec<Named> }
        let first = lang.list(regions.iter().take(10));
        zh("{count} 个地区没有写明在哪个地区之内：{first}", "请写 within：上一级地区的代码或名称")
        en("it is not said what regions lie within ({count}): {first}",
            "write within: the code or name of the region around each")
        page("有几级地区的规划里，一个地区既没有写 within，也不能从代码看出在哪个上级地区之内，不知道该汇总到哪里。",
            "code = \"0101\"，level = \"county\"，没有 within"
            / "code = \"0101\", level = \"county\", no within",
            "写 within。" / "Write within.")

        /// The rule files have no indicators. No demands are no pass, so this is an error.
        error "plan/no-indicators" NoIndicators
        zh("规则文件里没有任何指标", "没有指标就判不出任何结论；请写 [[indicator]]")
        en("the rule files have no indicators",
            "add [[indicator]]; without one, nothing can be judged")
        page("规则文件里没有任何指标。没有要求不等于达标，所以是错误。",
            "只有 [plan] 的规则文件" / "a rule file with [plan] alone")

        /// There are more indicators or regions than the program can number.
        error "plan/too-many" TooMany { most: u32 }
        zh("数量超过 {most}")
        en("there are more than {most}")
        page("指标或地区多过程序能编号的数。",
            "100000",
            "请分成几个规划" / "make several plans of it")

        /// There are more rules that concern some regions, or have targets of theirs, than can be held
        /// against all regions of the plan.
        error "plan/too-many-by-region" TooManyByRegion { rules: usize, regions: usize, most: usize }
        zh("{rules} 项指标分地区规定，规划有 {regions} 个地区：两数相乘至多 {most}",
            "请分成几个规划，或只在名册里写要用的地区")
        en("indicators with rules for some regions: {rules}; regions of the plan: {regions}; their product is {most} at most",
            "make several plans of it, or a roster of the regions that are needed")
        page("写了 applies-to、regions、by-region 或列在分解表里的指标，每一项都要对照规划的所有地区；两数相乘超过程序所作的。",
            "五万项指标各写 applies-to，名册有一百万个村" / "50,000 indicators with applies-to, and a roster of a million villages")

        /// The cases make more checks than one run does: each goes through the whole program.
        error "plan/too-many-checks" TooManyChecks { checks: usize, most: usize }
        zh("用例共有 {checks} 条检查，一次运行至多 {most} 条", "请用 dabiao plan test 分几次检验")
        en("the cases make {checks} checks, and one run makes {most} at most",
            "try them with `dabiao plan test` in several runs")
        page("用例的检查多过一次运行所作的：每条检查都要走一遍整个程序。",
            "一个文件里有十万条检查" / "a file of a hundred thousand checks")

        /// The checks of the cases send more rows than one run reads: with each goes what its case
        /// has beside it.
        error "plan/too-many-rows-of-checks" TooManyRowsOfChecks { rows: usize, most: usize }
        zh("用例的检查连同各自的历史等共报 {rows} 行，一次运行至多 {most} 行",
            "请减少 history 等处的行，或用 dabiao plan test 分几次检验")
        en("the checks of the cases send {rows} rows with their histories, and one run reads {most} at most",
            "give them fewer rows beside, or try them with `dabiao plan test` in several runs")
        page("用例的检查连同各自的历史，行数多过一次运行所读的。",
            "一百条检查，各有五万行历史" / "a hundred checks, each with a history of 50,000 rows")

        /// The roster of regions that [plan] names can't be read.
        error "plan/roster-unreadable" RosterUnreadable { path: String, reason: Refusal }
        let reason = reason.told(lang);
        zh("读不出地区名册“{path}”：{reason}")
        en("cannot read the region roster \"{path}\": {reason}")
        page("[plan] 中 roster 指明的地区名册读不出。",
            "roster = \"regions.csv\"",
            "请核对路径；它从规则文件所在的目录算起"
            / "check the path; it starts from the folder of the rule file")

        /// Regions lie within each other in a circle.
        error "plan/within-circle" WithinCircle { name: Named }
        zh("“{name}”绕了一圈又在自己之内", "请核对各地区的 within")
        en("\"{name}\" lies within itself, round a circle", "check what each region is within")
        page("地区的 within 绕成了圈，一个地区在自己之内。",
            "甲 within 乙，乙 within 甲" / "A within B, B within A")

        /// There are too many years from the baseline to the target: most likely a slip.
        error "plan/year-span" YearSpan { most: Year }
        zh("从基期年到目标年超过 {most} 年", "请核对 baseline-year 和 target-year")
        en("there are more than {most} years from baseline to target",
            "check baseline-year and target-year")
        page("从基期年到目标年的年数太多，多半是写错了。", "baseline-year = 1020")

        /// The first line of the roster of regions is not the header that it should be.
        error "plan/roster-column" RosterColumn { expected: &'static str }
        zh("地区名册的表头不对", "第一行应为 {expected}")
        en("the region roster has the wrong header", "the first line should be {expected}")
        page("地区名册的第一行不是规定的表头。",
            "代码,名称" / "code,title",
            "请写成 code,name,level,within" / "write code,name,level,within")

        /// A row of the roster of regions has more cells than its header, or fewer.
        error "plan/roster-row" RosterRow { cells: u64, columns: u64 }
        zh("地区名册的这一行有 {cells} 格，表头有 {columns} 格")
        en("this row of the region roster has {cells} cells, and the header {columns}")
        page("地区名册的一行和表头的格数不同。",
            "330902,定海区" / "330902,Dinghai District",
            "请改正这一行" / "correct the row")

        /// A bound of an audit is below 0.
        error "plan/negative-bound" NegativeBound { key: &'static str }
        zh("“{key}”小于 0", "变化的界限不分升降，请写正数")
        en("\"{key}\" is below 0", "it bounds a change either way: write a positive number")
        page("数据审核的界限小于 0。", "change-points = -5")

        /// The rule files have two [audit] tables.
        error "plan/two-audits" TwoAudits
        zh("[audit] 出现了两次", "几个规则文件合起来只能有一个 [audit]")
        en("[audit] appears twice", "keep one [audit] in all rule files together")
        page("几个规则文件里有两个 [audit]。", "[audit]")

        /// All rule files together have one [points].
        error "plan/two-points" TwoPoints
        zh("[points] 出现了两次", "几个规则文件合起来只能有一个 [points]")
        en("[points] appears twice", "keep one [points] in all rule files together")
        page("几个规则文件里有两个 [points]。", "[points]")

        /// A weight or a cap of points is not above 0.
        error "plan/points-not-positive" PointsNotPositive { key: &'static str }
        zh("“{key}”应大于 0")
        en("\"{key}\" should be above 0")
        page("权重、得分的上限要大于 0。", "weight = 0", "请改为大于 0 的数；不计分的不写 weight"
            / "write a number above 0; what counts for no points has no weight")

        /// The last grade says from where on it is given, so what is below has none.
        error "plan/grades-with-gap" GradesWithGap
        zh("最后一个等次写了 from，再低的就没有等次", "请删去这个 from，或在后面再写一个没有 from 的等次")
        en("the last grade has \"from\", so what is below has no grade",
            "remove it, or write one more grade behind it without \"from\"")
        page("最后一个等次写了 from，低于它的没有等次。",
            "[[grade]] name = \"滞后\", from = 60",
            "最后一等不写 from，其余都归它" / "the last grade has no from, and takes the rest")

        /// A grade without from takes everything, so that none behind it is ever given.
        error "plan/grade-behind-all" GradeBehindAll
        zh("这个等次没有 from，后面的等次都轮不到", "请补写 from，或把它移到最后")
        en("this grade has no \"from\", so none behind it is ever given",
            "write \"from\", or move it to the end")
        page("没有 from 的等次不在最后，后面的等次都轮不到。",
            "[[grade]] name = \"基本符合预期\"",
            "请补写 from，或移到最后" / "write from, or move it to the end")

        /// An earlier grade is given from as much or less, so that this one never is.
        error "plan/grade-never-given" GradeNeverGiven { earlier: Named }
        zh("够得上这一等的，都已归前面的“{earlier}”", "等次从高到低写，from 要一个比一个小")
        en("whatever reaches this grade is given \"{earlier}\" before it",
            "write grades from the highest down, each with a smaller \"from\"")
        page("前面的等次要求更低，这一等永远轮不到。",
            "from = 98 之后又写 from = 105" / "from = 105 behind from = 98",
            "等次从高到低写" / "write grades from the highest down")

        /// Two grades have one name, so that it does not tell which of them was given.
        error "plan/grade-twice" GradeTwice { name: Named }
        zh("前面已有叫“{name}”的等次", "各等次的名称（name、name-en）须各不相同")
        en("there is a grade \"{name}\" before", "give each grade names (name, name-en) of its own")
        page("两个等次同名，报告里说不清给的是哪一等。",
            "[[grade]] name = \"优秀\", from = 90" / "[[grade]] name = \"good\", twice")

        /// deny, warn or allow of [audit] has what is no code of an audit.
        error "plan/unknown-audit" UnknownAudit { code: String, nearest: Option<String> }
        let audits = lang.list(AuditProblem::codes());
        zh("没有“{code}”这项审核", lang.meant(nearest, &format!("可用的审核：{audits}")))
        en("there is no audit \"{code}\"", lang.meant(nearest, &format!("the audits are {audits}")))
        page("[audit] 的 deny、warn 或 allow 里写的不是审核的代码。",
            "deny = [\"audit/sum-fall\"]",
            "请用 audit/ 开头的代码" / "use a code that begins with audit/")

        /// One audit stands twice in deny, warn and allow.
        error "plan/audit-twice" AuditTwice { code: &'static str }
        zh("“{code}”写了两次", "deny、warn、allow 中各审核至多写一次")
        en("\"{code}\" is written twice",
            "write each audit at most once in deny, warn and allow together")
        page("同一项审核在 deny、warn、allow 中写了两次。",
            "deny = [\"audit/sum-falls\"], warn = [\"audit/sum-falls\"]")

        /// What a region or a year has of its own stands twice, under two names of one region or
        /// in two places: it is not known which is meant.
        error "plan/clause-twice" ClauseTwice { region: Option<Named>, year: Option<Year> }
        let zh = match (region, year) {
            (Some(region), Some(year)) => format!("{region} {year} 年起的目标写了两次"),
            (Some(region), None) => format!("{region} 的目标写了两次"),
            (None, Some(year)) => format!("{year} 年起的调整写了两次"),
            (None, None) => "写了两次".to_owned(),
        };
        let en = match (region, year) {
            (Some(region), Some(year)) => {
                format!("the target of {region} from {year} on is written twice")
            }
            (Some(region), None) => format!("the target of {region} is written twice"),
            (None, Some(year)) => format!("the adjustment from {year} on is written twice"),
            (None, None) => "it is written twice".to_owned(),
        };
        zh("{zh}", "请只留一处；代码和名称说的是同一个地区")
        en("{en}", "keep one; a code and a name may be of one region")
        page("一个地区的目标，或同一年起的调整，写了两次，不知道以哪一处为准。",
            "\"330902\" = …, \"定海区\" = …" / "\"330902\" = …, \"Dinghai\" = …")

        /// A region has a target of its own for an indicator by which it is not judged.
        error "plan/region-not-judged" RegionNotJudged { region: Named, indicator: Named }
        zh("“{indicator}”不判定 {region}，它的目标用不上",
            "要判定各县（区），请把 scope 改为 county 或 each-county；只判全市的，请删去")
        en("\"{indicator}\" does not judge {region}, so its target is of no use",
            "to judge the counties make the scope county or each-county; else remove it")
        page("指标不判定这个地区，给它的目标用不上。",
            "scope = \"total\", regions = { … }")

        /// What is written for the city as a region is not what the plan says of it.
        error "plan/city-differs" CityDiffers { region: Named }
        zh("为 {region} 写的与规划的不一样", "全市以规划的目标判定；请核对，或删去这一处")
        en("what is written for {region} is not what the plan says",
            "the city is judged by the plan's own target; check it, or remove this")
        page("分解任务里全市的数与规划的目标不一样；全市以规划的目标判定。",
            "threshold = 900, regions = { \"舟山市\" = { threshold = 800 } }"
            / "threshold = 900, regions = { \"City\" = { threshold = 800 } }")

        /// Every region that is asked must have a target of its own, and some have none.
        error "plan/regions-without-target"
        RegionsWithoutTarget { count: usize, regions: Vec<Named> }
        let first = lang.list(regions.iter().take(10));
        zh("{count} 个地区没有自己的目标：{first}",
            "请补写；没有任务的地区允许不写时，删去 by-region")
        en("regions without a target of their own ({count}): {first}",
            "write them; where regions may be without one, remove by-region")
        page("要求各地区都有自己的目标，有的却没有：报送的地区，自己或它所在的地区要有；同属一个地区的，一个有，其余的也要有。",
            "by-region = \"required\"")

        /// A region has milestones or a due year and no target, where others have targets of
        /// their own.
        error "plan/milestones-without-target" MilestonesWithoutTarget { region: Named, key: &'static str }
        zh("{region} 写了 {key}，没有目标值", "请补写它的 threshold；用规划的目标的，写 by-region = \"same\"")
        en("{region} has {key} and no target",
            "write its threshold; if it has the plan's target, write by-region = \"same\"")
        page("别的地区有自己的目标，这个地区只有年度值或到期的年份。",
            "regions = { \"330902\" = { milestones = { 2023 = 400 } } }")

        /// A target is adjusted from a year on that the plan does not have.
        error "plan/adjustment-year" AdjustmentYear { year: Year }
        zh("规划没有 {year} 年，从那年起的调整用不上", "请写规划第一年至目标年之间的年份")
        en("the plan has no {year}, so this adjustment is of no use",
            "write a year from the plan's first to its target year")
        page("调整开始的年份不在规划期内。", "from = 2026")

        /// References that follow from the same levels are shared in different ways: whose levels
        /// are meant is not sure.
        error "plan/shared-apart" SharedApart { levels: Named, other: Named }
        zh("由“{levels}”推算的增长率，与“{other}”的共用法不同",
            "一个水平值数列只有一种共用法：两处的 shared、shared-by 写成一样，或者各用各的水平值数列")
        en("this growth follows from \"{levels}\" and is not shared as \"{other}\" is",
            "levels are shared in one way: write shared and shared-by alike in both, or let each \
             follow from levels of its own")
        page("两个参照由同一个水平值数列推算，一个全省共用，一个各市共用（或不共用）：用谁的水平值，说不准。",
            "shared = true, growth-of = \"gdp\"；shared-by = \"city\", growth-of = \"gdp\""
            / "shared = true, growth-of = \"gdp\"; shared-by = \"city\", growth-of = \"gdp\"")

        /// The target is adjusted, and milestones of the old one lie ahead of it.
        error "plan/milestones-of-old-target" MilestonesOfOldTarget
        zh("调整了目标值，原来的年度值还在后面的年份里",
            "请写明调整后的 milestones；没有的写 milestones = {{}}")
        en("the target is adjusted, and milestones on the way to the old one lie ahead",
            "write the milestones that hold now; if there are none, milestones = {{}}")
        page("中期调整了目标值，没有说原来以后各年的年度值还算不算。",
            "from = 2023, threshold = 62")
    }
}
