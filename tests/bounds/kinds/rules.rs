//! Plans, rosters and waivers.

use super::{HEADER, Kind, Maker, indicator, plan, roster};

pub(super) const KINDS: &[Kind] = &[
    ("indicators", indicators),
    ("indicators of one name", one_name),
    ("parts of parts", parts),
    ("keys that are not known", unknown_keys),
    ("tables that are not known", unknown_tables),
    ("groups", groups),
    ("aliases", aliases),
    ("digits of a threshold", digits),
    ("tables within tables", nested),
    ("regions that lie round a circle", circle),
    ("regions of one name", same_names),
    ("regions that lie nowhere", nowhere),
    ("a name of a region without an end", long_name),
    ("waivers", waivers),
    ("reasons of waivers", reasons),
    ("rules in one line", one_line),
    ("settings that list very many", settings),
    ("a key, a name or a number of rules without an end", endless),
    ("headings of a table of targets", headings),
    ("cases, and their checks", cases),
    ("rows beside the check of a case", beside_a_check),
    ("a reference in the history", reference),
];

pub(super) fn with_plan(maker: &Maker, plan: &str) -> Vec<String> {
    let args = maker.check("2023.csv", format!("{HEADER}2023,定海区,1,57.2%,,,\n"));
    [args, vec!["--plan".to_owned(), maker.file("plan.toml", plan)]].concat()
}

fn indicators(maker: &mut Maker) -> Vec<String> {
    let many = *maker.one_of(&[&3_000, &70_000, &400_000]);
    let many = if maker.size(0, 1) == 0 { many / 20 } else { many };
    with_plan(maker, &plan(many, false))
}

/// Each of two that come before it, or round a circle.
fn parts(maker: &mut Maker) -> Vec<String> {
    let (many, is_circle) = (maker.size(500, 50_000), maker.below(2) == 0);
    let of = |at: usize| match is_circle {
        true => [at % many + 1, (at + 1) % many + 1],
        false => [at - 1, at - 2],
    };
    let rule = |at: usize| {
        let [one, other] = of(at);
        format!(
            "[[indicator]]\nid = \"i{at}\"\nnumber = {at}\nname = \"指标{at}号\"\n\
             attribute = \"预期性\"\nall-of = [\"i{one}\", \"i{other}\"]\ncite = \"示例\"\n"
        )
    };
    let first = if is_circle { 0 } else { 2 };
    let rules: String = (first + 1..=many).map(rule).collect();
    with_plan(maker, &(plan(first, false) + &rules))
}

fn one_name(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(1_000, 50_000);
    let same: String = (1..=many).map(|_| indicator(7, "指标7号", "")).collect();
    with_plan(maker, &(plan(1, false) + &same))
}

fn unknown_keys(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(1_000, 40_000);
    let mistyped = plan(many, false).replace("baseline = 10", "baselne = 10");
    with_plan(maker, &mistyped)
}

fn unknown_tables(maker: &mut Maker) -> Vec<String> {
    let header = maker.one_of(&["[{}]", "[{}.a.b]", "[[{}.a]]", "[{}.a.a.a.a.a.a]"]);
    let many = 0..maker.size(5_000, 400_000);
    let tables: String = many.map(|at| header.replace("{}", &format!("t{at}")) + "\n").collect();
    with_plan(maker, &(plan(1, false) + &tables))
}

fn groups(maker: &mut Maker) -> Vec<String> {
    let many = 0..maker.size(3_000, 80_000);
    let name = maker.one_of(&["g{}", "g"]);
    let group = |at: usize| {
        let id = name.replace("{}", &at.to_string());
        format!("[[group]]\nid = \"{id}\"\nnumber = {at}\ntitle = \"专栏\"\ncite = \"示例\"\n")
    };
    let groups: String = many.map(group).collect();
    with_plan(maker, &(plan(1, false) + &groups))
}

fn aliases(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(20_000, 800_000);
    let names: Vec<String> = (0..many).map(|at| format!("\"别名{at}\"")).collect();
    let more = format!("aliases = [{}]\n", names.join(","));
    with_plan(maker, &(plan(1, false) + &indicator(2, "就业率", &more)))
}

fn digits(maker: &mut Maker) -> Vec<String> {
    let nines = "9".repeat(maker.size(10_000, 100_000));
    let long = match maker.below(4) {
        0 => nines,
        1 => format!("59.{nines}"),
        2 => format!("6e{}", &nines[..8]),
        _ => format!("\"59.{nines}\""),
    };
    with_plan(maker, &plan(1, false).replace("threshold = 60", &format!("threshold = {long}")))
}

fn nested(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(50_000, 500_000);
    let text = match maker.below(3) {
        0 => format!("a = {}{}", "[".repeat(many), "]".repeat(many)),
        1 => format!("[{}a]\nb = 1", "a.".repeat(many)),
        _ => format!("a = {}1{}", "{a = ".repeat(many), "}".repeat(many)),
    };
    with_plan(maker, &text)
}

fn with_roster(maker: &Maker, roster: &str) -> Vec<String> {
    maker.file("roster.csv", roster);
    with_plan(maker, &plan(1, true))
}

fn circle(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(20_000, 200_000);
    let row = |at: usize| format!("{},村{at},area,{}\n", 100_000 + at, 100_000 + (at + 1) % many);
    let rows: String = (0..many).map(row).collect();
    with_roster(maker, &format!("code,name,level,within\n{rows}"))
}

fn same_names(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(20_000, 500_000);
    let row = |at: usize| format!("{},和平村,county,3309\n", 100_000_000 + at);
    let rows: String = (0..many).map(row).collect();
    with_roster(maker, &format!("code,name,level,within\n{rows}"))
}

fn nowhere(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(5_000, 100_000);
    with_roster(maker, &roster(many).replace(",3309\n", ",33O9\n"))
}

fn long_name(maker: &mut Maker) -> Vec<String> {
    let name = "村".repeat(maker.size(1_000_000, 15_000_000));
    with_roster(maker, &format!("code,name,level,within\n100000000,{name},county,3309\n"))
}

fn waivers(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(1_000, 100_000);
    let region = maker.one_of(&["定海区", "定海"]);
    let indicator = maker.one_of(&["employment-rate", "employment-rte"]);
    let waiver = |at: usize| {
        format!(
            "[[waiver]]\nindicator = \"{indicator}\"\nregion = \"{region}{}\"\nyear = {}\n\
             reason = \"第{at}条\"\napproved-by = \"示例\"\nexpires = 2026-12-31\n",
            if at.is_multiple_of(2) { String::new() } else { at.to_string() },
            2021 + at % 5
        )
    };
    let waivers: String = (0..many).map(waiver).collect();
    let args = maker.check("2023.csv", format!("{HEADER}2023,定海区,9,57.2%,,,\n"));
    [args, vec!["--waivers".to_owned(), maker.file("waivers.toml", waivers)]].concat()
}

fn reasons(maker: &mut Maker) -> Vec<String> {
    let long = maker.one_of(&["理由", "\\u200B", "\\u001B[31m", "\\n"]);
    let waiver = |at: usize, reason: &str| {
        format!(
            "[[waiver]]\nindicator = \"employment-rate\"\nregion = \"定海区\"\nyear = {}\n\
             reason = \"{reason}\"\napproved-by = \"示例\"\nexpires = 2026-12-31\n",
            2021 + at
        )
    };
    let long = long.repeat(maker.size(1_000, 8_000_000));
    let waivers = waiver(0, &long) + &waiver(2, "第二条");
    let args = maker.check("2023.csv", format!("{HEADER}2023,定海区,9,57.2%,,,\n"));
    [args, vec!["--waivers".to_owned(), maker.file("waivers.toml", waivers)]].concat()
}

/// All in one array, of which each may have a fault.
fn one_line(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(1_000, 60_000);
    let year = maker.one_of(&["2023", "\"2023\"", "1"]);
    let waiver = format!(
        "{{indicator=\"employment-rate\",region=\"定海区\",year={year},reason=\"理由\",\
         approved-by=\"示例\",expires=2026-12-31}},"
    );
    let group = "{id=\"g\",numbr=1,title=\"专栏\",cite=\"示例\"},";
    match maker.below(2) {
        0 => {
            let waivers = format!("waiver = [{}]\n", waiver.repeat(many));
            let args = maker.check("2023.csv", format!("{HEADER}2023,定海区,9,57.2%,,,\n"));
            [args, vec!["--waivers".to_owned(), maker.file("waivers.toml", waivers)]].concat()
        }
        _ => with_plan(maker, &format!("group = [{}]\n{}", group.repeat(many), plan(1, false))),
    }
}

fn settings(maker: &mut Maker) -> Vec<String> {
    let (key, value) = *maker.one_of(&[
        &("plan", "规则"),
        &("reports", "html=r.html"),
        &("regions", "某区"),
        &("history", "before*.csv"),
    ]);
    let many = maker.size(2_000, 100_000);
    let listed: String = (0..many).map(|at| format!("\"{value}{at}\",")).collect();
    let config = maker.file("dabiao.toml", format!("{key} = [{listed}]\n"));
    let args = maker.check("2023.csv", format!("{HEADER}2023,定海区,9,57.2%,,,\n"));
    [args, vec!["--config".to_owned(), config]].concat()
}

fn endless(maker: &mut Maker) -> Vec<String> {
    let long = "k".repeat(maker.size(500_000, 9_000_000));
    let more = match maker.below(4) {
        0 => format!("{long} = 1\n"),
        1 => format!("[{long}]\n"),
        2 => format!("form = \"{long}\"\n"),
        _ => format!("threshold = {}\n", long.replace('k', "9")),
    };
    with_plan(maker, &(plan(1, false) + &more))
}

fn headings(maker: &mut Maker) -> Vec<String> {
    let (columns, many) = (maker.size(100, 1_000), maker.size(100, 7_000));
    let said = maker.one_of(&["某区", "指标,地区,目标值", "2025年目标"]);
    let row = (0..columns).map(|_| said).collect::<Vec<_>>().join(",") + "\n";
    maker.file("t.csv", format!("指标,{row}{}", row.repeat(many)));
    let targets = "title = \"规划\"\ntargets = \"t.csv\"";
    with_plan(maker, &plan(1, false).replace("title = \"规划\"", targets))
}

fn case(indicator: &str, more: &str, checks: &str) -> String {
    format!("[[case]]\nindicator = \"{indicator}\"\nyear = 2023\n{more}checks = [{checks}]\n")
}

fn tested(maker: &Maker, cases: &str) -> Vec<String> {
    vec!["plan".to_owned(), "test".to_owned(), maker.file("x.cases.toml", cases)]
}

fn cases(maker: &mut Maker) -> Vec<String> {
    let check = "{ value = \"57.2\", outcome = \"met\" },";
    let many = *maker.one_of(&[&9_000, &100_000, &500_000]);
    let many = if maker.size(0, 1) == 0 { many / 300 } else { many };
    let indicator = maker.one_of(&["employment-rate", "employment-rte"]);
    let cases = match maker.below(2) {
        0 => case(indicator, "", check).repeat(many),
        _ => case(indicator, "", &check.repeat(many)),
    };
    tested(maker, &cases)
}

fn beside_a_check(maker: &mut Maker) -> Vec<String> {
    let rows = "{ year = 2021, value = \"57.2\" },".repeat(maker.size(100, 5_000));
    let checks = "{ value = \"57.2\", outcome = \"met\" },".repeat(maker.size(5, 100));
    let case = case("employment-rate", &format!("history = [{rows}]\n"), &checks);
    let cases = case.repeat(maker.below(20) + 1);
    tested(maker, &cases)
}

fn reference(maker: &mut Maker) -> Vec<String> {
    let name = maker.one_of(&["GDP年均增长率", "残疾人家庭人均可支配收入"]);
    let regions = ["定海区", "普陀区", "岱山县", "嵊泗县", "舟山市"];
    let row = |at: usize| format!("{},{},{name},{at},,,\n", 2020 + at % 6, regions[at % 5]);
    let rows: String = (0..maker.size(20_000, 2_000_000)).map(row).collect();
    let history = maker.file("before.csv", format!("{HEADER}{rows}"));
    let args = maker.check("2023.csv", format!("{HEADER}2023,定海区,1,5.2%,,,\n"));
    [args, vec!["--history".to_owned(), history]].concat()
}
