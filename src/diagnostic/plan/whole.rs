//! What is wrong with a plan as a whole, its regions, its cases and its waivers.

use crate::diagnostic::AuditProblem;
use crate::term::Year;

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
        error "plan/case-of-words" CaseOfWords { indicator: String }
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
        zh("level 为 city 的地区有两个", "汇总地区只能有一个")
        en("two regions have the level city", "keep one; only one region can be the whole")
        page("汇总地区（level = \"city\"）有两个。", "level = \"city\"")

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

        /// The cases make more checks than one run does: each goes through the whole program.
        error "plan/too-many-checks" TooManyChecks { checks: usize, most: usize }
        zh("用例共有 {checks} 条检查，一次运行至多 {most} 条", "请用 dabiao plan test 分几次检验")
        en("the cases make {checks} checks, and one run makes {most} at most",
            "try them with `dabiao plan test` in several runs")
        page("用例的检查多过一次运行所作的：每条检查都要走一遍整个程序。",
            "一个文件里有十万条检查" / "a file of a hundred thousand checks")

        /// The roster of regions that [plan] names can't be read.
        error "plan/roster-unreadable" RosterUnreadable { path: String, reason: String }
        zh("读不出地区名册“{path}”：{reason}")
        en("cannot read the region roster \"{path}\": {reason}")
        page("[plan] 中 roster 指明的地区名册读不出。",
            "roster = \"regions.csv\"",
            "请核对路径；它从规则文件所在的目录算起"
            / "check the path; it starts from the folder of the rule file")

        /// Regions lie within each other in a circle.
        error "plan/within-circle" WithinCircle { name: String }
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

        /// A row of the roster of regions is no CSV.
        error "plan/roster-row" RosterRow { reason: String }
        zh("地区名册的这一行读不出：{reason}")
        en("cannot read this row of the region roster: {reason}")
        page("地区名册的一行不是合法的 CSV。",
            "引号没有配对" / "a quote that is never closed",
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
        error "plan/grade-never-given" GradeNeverGiven { earlier: String }
        zh("够得上这一等的，都已归前面的“{earlier}”", "等次从高到低写，from 要一个比一个小")
        en("whatever reaches this grade is given \"{earlier}\" before it",
            "write grades from the highest down, each with a smaller \"from\"")
        page("前面的等次要求更低，这一等永远轮不到。",
            "from = 98 之后又写 from = 105" / "from = 105 behind from = 98",
            "等次从高到低写" / "write grades from the highest down")

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
    }
}
