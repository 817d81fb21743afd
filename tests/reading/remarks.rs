//! What stands in words beside a figure: a remark that says that it is of something else keeps
//! the figure from being judged, and one that says what happened does not.

use std::fmt::Write as _;

use super::common::{BUILT_IN, Run, load_with_roster};
use dabiao::term::Outcome;

const PLAN: &str = r#"
[plan]
id = "made-up"
title = "虚构规划"
baseline-year = 2020
first-year = 2021
target-year = 2025
roster = "regions.csv"

[[indicator]]
id = "work"
name = "就业率"
attribute = "约束性"
unit = "%"
baseline = 49
operator = "≥"
threshold = 60
cite = "虚构"
"#;

/// How the row of each remark is judged, a county each.
fn outcomes(remarks: &[String]) -> Vec<Outcome> {
    let mut roster = "code,name,level,within\n990000,虚构市,city,\n".to_owned();
    let mut sent = "年份,地区,指标,数值,备注\n".to_owned();
    for (at, remark) in remarks.iter().enumerate() {
        writeln!(roster, "{},虚构{at}县,county,", 990_001 + at).unwrap();
        writeln!(sent, "2023,虚构{at}县,就业率,57.2%,\"{remark}\"").unwrap();
    }
    let plan = load_with_roster(PLAN, &roster);
    let report = Run::default().file("a.csv", sent).judge(&plan);
    let of_county = |at: usize| {
        let name = format!("虚构{at}县");
        let mut rows = report.rows().filter(|row| *row.region().name == *name);
        rows.next().unwrap().outcome()
    };
    (0..remarks.len()).map(of_county).collect()
}

/// Remarks by which a figure of 2023 is of another time, of a part, or no result.
const OF_ELSE: [&str; 126] = [
    "力争达到60%",
    "拟达到",
    "应完成60%",
    "预定数",
    "年度应完成数",
    "下年安排",
    "待完成",
    "将达到",
    "力争实现",
    "占全区比重",
    "降幅",
    "相差数",
    "拟完成数",
    "力争数",
    "争取完成",
    "年初预安排",
    "应完成数",
    "达标线",
    "差值",
    "提高数",
    "占全市比重",
    "三年平均",
    "两年平均值",
    "五年累计数",
    "仅统计3个街道",
    "统计了2个社区",
    "抽取3个乡镇",
    "第七次人口普查数据",
    "普查数据",
    "测试",
    "试填",
    "占位",
    "金塘镇未报",
    "缺金塘镇",
    "有3个街道未统计",
    "市级平均",
    "取全省均值",
    "×100",
    "已乘100",
    "按户统计",
    "按旧口径",
    "按万分比",
    "以万分比计",
    "预计全年",
    "应改为55%",
    "更正：55%",
    "按11个月折算",
    "线性外推",
    "倒推",
    "本月数",
    "2022年57.2%",
    "2022年：57.20",
    "原口径",
    "上限",
    "最高值",
    "退回",
    "审核不通过",
    "当年新增",
    "含虚构4县",
    "加上虚构4县数据",
    "分母待更新",
    "分子有误",
    "不含衢山镇",
    "除长涂镇外",
    "与虚构1县合并计算",
    "系平均值",
    "更正为56%",
    "系低保对象之外",
    "就业率为城镇口径",
    "快报",
    "待审核",
    "暂",
    "有误",
    "数据有误",
    "待核实",
    "数据待确认",
    "参考数",
    "估",
    "estimated value",
    "温州市数据",
    "as of June 2023",
    "以前年度数据",
    "重度残疾人数据",
    "1-6月数据",
    "统计至2023年9月",
    "全省数据",
    "未取得本年数据，沿用上年",
    "数据年份为2022",
    "2025年目标值",
    "三季度末数",
    "暂估数",
    "截至10月31日",
    "暂未更新（2022年）",
    "2020年基期数据",
    "本级数据",
    "上半年数",
    "2021—2023年合计",
    "target",
    "沿用2022年数据",
    "数据作废",
    "采用2022年年末数据",
    "2022 年 数 据",
    "任务数",
    "数据系2022年底数",
    "往年数据",
    "去年年底数",
    "2022年年报数",
    "前三个季度数",
    "2021-2023年累计",
    "22年数据",
    "2022年数据",
    "2022年数",
    "为测算数",
    "年初数据",
    "系规划目标",
    "部分乡镇数据",
    "2022年数据，今年未统计",
    "以2022年数据代替",
    "根据2022年数据测算",
    "估计值",
    "用同期数",
    "系全国数据",
    "本数据为2022年数据",
    "上年数据（未更新）",
    "用去年数",
    "现为6月底数",
];

/// Remarks that tell what happened, what figures are compared with, or whose they are.
const HARMLESS: [&str; 101] = [
    "不存在估算",
    "没有预测",
    "数据来源：省残疾人信息平台",
    "数据来源：浙江省残联业务系统",
    "年内完成",
    "应保尽保",
    "应达尽达",
    "集中安排120人",
    "待遇已落实",
    "要求全部落实",
    "2022年51%",
    "2022年：51.2%",
    "2022年末51.2%",
    "上年51%",
    "3512/6140",
    "百分比",
    "更正为57.2%",
    "高于全市平均",
    "按年统计",
    "上年金塘镇漏报，今年已补",
    "三年行动计划",
    "工作满三年",
    "含功能区数据",
    "培训3个街道",
    "加强管理",
    "不含重复登记人员",
    "与民政部门合并统计",
    "分母按新口径更新",
    "初步建成3家",
    "审计前已整改",
    "暂无变化",
    "上年填报口径有误，本年更正",
    "参考上级文件",
    "地址待定",
    "含街道上报数",
    "与上年相同，经核实无误",
    "上年数据有误",
    "2022年漏报，今年据实填报",
    "由各乡镇汇总",
    "2023年12月31日数据",
    "据统计局公布数据",
    "年报数据",
    "2022年51.2%，2023年57.2%",
    "预计明年提高3个百分点",
    "完成进度正常",
    "2022年底新建2家",
    "final",
    "填报日期：2024-01-05",
    "2023年7月起提高标准",
    "全县数据",
    "示例数据",
    "不含功能区",
    "预计2024年完成，今年开工",
    "按任务书要求完成",
    "用新口径",
    "农村残疾人占比高",
    "联系电话0580-2022123",
    "按实际填报",
    "审核人：张三",
    "高于全省平均",
    "见附件2022年第3号文件",
    "县残联",
    "达到目标值",
    "今年新增120人",
    "已核实",
    "全年累计数",
    "包括2022年结转3户",
    "截至2023年底",
    "据实填报",
    "四季度末",
    "2023年末数",
    "按规定填报",
    "报表数据",
    "为上级核定数",
    "2023年度",
    "来自省平台",
    "2023年数据",
    "见附件",
    "年末数",
    "与民政局数据一致",
    "数据已审核",
    "按计划推进",
    "公安局数据",
    "2022年5月建成",
    "系统数据",
    "与年度目标差距较小",
    "超目标",
    "口径：劳动年龄段",
    "数据截至12月末",
    "含功能区",
    "已完成年度目标",
    "数据取自全国残疾人人口基础数据库",
    "人数据实填报",
    "今年数",
    "已完成",
    "同比增长5%",
    "建成时间为2022年",
    "为方便群众，新增2家",
    "本区数据",
    "因疫情影响",
    "城镇新增就业120人",
];

#[test]
fn a_remark_that_says_in_whatever_words_that_a_figure_is_of_something_else_refuses_it() {
    let remarks = OF_ELSE.map(str::to_owned);
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_eq!(outcome, Outcome::Invalid, "{remark}");
    }
}

#[test]
fn a_remark_that_tells_what_happened_keeps_a_figure_as_it_is() {
    let remarks = HARMLESS.map(str::to_owned);
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_eq!(outcome, Outcome::OnPace, "{remark}");
    }
}

/// Every way to say of figures that they are of something.
fn said_of(what: &str) -> Vec<String> {
    const BEFORE: [&str; 11] = [
        "",
        "为",
        "系",
        "数据为",
        "此数系",
        "沿用",
        "因故未统计，暂用",
        "因系统升级沿用",
        "示例数据：",
        "根据实际情况，填报的是",
        "本行均为",
    ];
    const BEHIND: [&str; 7] =
        ["数据", "数", "统计数据", "数（示例数据）", "数据，已核实", "的数据", "数值"];
    let each = |before: &&'static str| BEHIND.map(|behind| format!("{before}{what}{behind}"));
    BEFORE.iter().flat_map(each).collect()
}

#[test]
fn whatever_leads_to_another_time_or_kind_and_follows_it_the_figure_is_refused() {
    let others = [
        "2022年",
        "2022年末",
        "２０２２年",
        "二〇二二年度",
        "2021-2022年",
        "1—6月",
        "上半年",
        "9月末",
        "2023年三季度",
        "上年",
        "去年底",
        "上年同期",
        "目标",
        "年度计划",
        "预计",
        "农村",
        "女性",
        "2020年基期",
    ];
    let remarks: Vec<String> = others.into_iter().flat_map(said_of).collect();
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_eq!(outcome, Outcome::Invalid, "{remark}");
    }
}

#[test]
fn whatever_leads_to_the_year_itself_and_follows_it_the_figure_is_judged() {
    let own = [
        "2023年",
        "2023年末",
        "２０２３年",
        "二〇二三年度",
        "1—12月",
        "本年",
        "全年",
        "年末",
        "实际",
    ];
    let remarks: Vec<String> = own.into_iter().flat_map(said_of).collect();
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_eq!(outcome, Outcome::OnPace, "{remark}");
    }
}

#[test]
fn a_remark_that_names_another_region_of_the_plan_refuses_the_figure() {
    let named = |who: &str| {
        ["为{}数", "{}数据", "误填{}数据", "数据系{}的"].map(|form| form.replace("{}", who))
    };
    // The last county sends nothing of note, and is there to be named.
    let mut remarks = named("虚构4县").to_vec();
    remarks.push("示例数据".to_owned());
    let refused = [Outcome::Invalid; 4];
    assert_eq!(outcomes(&remarks), [&refused[..], &[Outcome::OnPace]].concat());
    for remark in named("虚构0县") {
        assert_eq!(outcomes(std::slice::from_ref(&remark)), [Outcome::OnPace], "{remark}");
    }
    assert_eq!(outcomes(&named("虚构市")), refused);
}

/// Remarks that are heard by who sent a figure, or by its value, and one that is heard alike of all.
const OF_ROW: [&str; 18] = [
    "数据为虚构1县",
    "系虚构1县数据",
    "含虚构1县",
    "不含虚构1县",
    "参照虚构1县",
    "与虚构1县一致",
    "虚构1县",
    "应为57.2%",
    "更正为58%",
    "2022年57.2%",
    "全市口径",
    "市级数据",
    "按全市平均填报",
    "不含功能区",
    "含虚构3新区",
    "按年报口径",
    "2022年数据",
    "示例数据",
];

#[test]
fn a_remark_that_many_rows_have_is_heard_of_each_as_if_it_stood_there_alone() {
    const REGIONS: [&str; 4] = ["虚构0县", "虚构1县", "虚构2县", "虚构市"];
    let roster = "code,name,level,within
990000,虚构市,city,
990001,虚构0县,county,
990002,虚构1县,county,
990003,虚构2县,county,
990004,虚构3新区,area,990003
";
    let plan = load_with_roster(PLAN, roster);
    let values = ["57.2%", "58%", "59%", "58.2%"];
    let mut heard = Vec::new();
    for remark in OF_ROW {
        let judged = |rows: &[usize]| -> Vec<(usize, bool)> {
            let mut sent = "年份,地区,指标,数值,备注\n".to_owned();
            for at in rows {
                writeln!(sent, "2023,{},就业率,{},{remark}", REGIONS[*at], values[*at]).unwrap();
            }
            let report = Run::default().file("a.csv", sent).judge(&plan);
            let refused = |at: &usize| {
                let is_of = |found: &&dabiao::diagnostic::Diagnostic| {
                    let subject = found.subject.as_ref();
                    let region = subject.and_then(|subject| subject.region.as_ref());
                    found.code().starts_with("submission/")
                        && region.is_some_and(|region| *region.name == *REGIONS[*at])
                };
                (*at, report.diagnostics.iter().any(|found| is_of(&found)))
            };
            rows.iter().map(refused).collect()
        };
        let alone: Vec<_> = (0..REGIONS.len()).flat_map(|at| judged(&[at])).collect();
        for rows in [[0, 1, 2, 3], [3, 0, 2, 1], [1, 0, 3, 2], [2, 3, 1, 0], [3, 2, 1, 0]] {
            let expected: Vec<_> = rows.iter().map(|at| alone[*at]).collect();
            assert_eq!(judged(&rows), expected, "{remark}");
        }
        let refused = alone.iter().filter(|(_, is_refused)| *is_refused).count();
        heard.push((remark, refused));
    }
    // Some are heard otherwise of one than of another.
    let differ = heard.iter().filter(|(_, refused)| (1..REGIONS.len()).contains(refused)).count();
    assert!(differ >= 9, "{heard:?}");
    let all = REGIONS.len();
    assert_eq!(heard[15..], [("按年报口径", 0), ("2022年数据", all), ("示例数据", 0)]);
}

#[test]
fn a_place_and_a_time_that_figures_are_of_are_both_heard() {
    let is_judged = |remark: &str| {
        let row = format!("2023,定海区,残疾人就业率,57.2%,\"{remark}\"");
        let sent = format!("年份,地区,指标,数值,备注\n{row}\n");
        let report = Run::default().file("2023.csv", sent).judge(&BUILT_IN);
        let mut rows = report.rows().filter(|row| row.location().is_some());
        rows.next().unwrap().outcome() != Outcome::Invalid
    };
    for of_else in [
        "数据为定海区2022年数据",
        "沿用定海区2022年数据",
        "使用我区2021年数据",
        "2022年定海区数据",
        "系定海区上年数据",
        "定海区上年末数",
        "数据为全区2022年数",
        "本区2022年",
        "数据为普陀区2023年末数",
        "2023年普陀区数据",
        "参照普陀区2023年数据",
        "与普陀区2023年数据一致",
        "同普陀区2023年",
        "普陀区2022年数据",
        "含普陀区2023年数",
    ] {
        assert!(!is_judged(of_else), "{of_else}");
    }
    for of_itself in [
        "数据为定海区2023年数据",
        "2023年定海区数据",
        "系定海区本年数据",
        "定海区2023年末数",
        "定海区2023年新增3家",
        "2022年定海区新建2家",
        "定海区2022年已建成2家，2023年无新增",
        "不含普陀区2023年数据",
        "普陀区2023年新建2家",
        "与普陀区2023年相比持平",
    ] {
        assert!(is_judged(of_itself), "{of_itself}");
    }
}

/// What is said of a figure that does not stand, and how it is judged with another in its place.
const UNSETTLED: [&str; 59] = [
    "应为：56.20%",
    "正确值为56.20%",
    "实为56.20%",
    "实际应为56.2%",
    "更正：56.20%",
    "订正为56.20%",
    "勘误：应为56.20%",
    "请改为56.20%",
    "以56.20%为准",
    "请按56.20%统计",
    "分子应为3412",
    "分母更正为6240人",
    "就业人数应为3412",
    "就业人数实为3412人",
    "多报100人",
    "分子多计100",
    "分子重复统计100人",
    "漏报100人",
    "笔误",
    "误填",
    "数有误",
    "就业人数有误",
    "我区数据有误",
    "第9项有误",
    "此数不对",
    "不准",
    "不实",
    "存疑",
    "此行删除",
    "请删除",
    "取消",
    "不算",
    "勿用",
    "重报",
    "待更正",
    "待审",
    "待查",
    "需核实",
    "需进一步核实",
    "尚未最终确定",
    "尚未核实",
    "未审定",
    "统计中",
    "数据汇总中",
    "以年报为准",
    "以后续报送为准",
    "最终以审计数为准",
    "以最终数为准",
    "截至6月底",
    "就业率截至6月底",
    "我区数据截至2023年6月底",
    "未统计",
    "数据未上报",
    "暂缺",
    "数据缺失",
    "系统故障",
    "未取得",
    "无法统计",
    "不详",
];
/// What is said beside a figure that stands.
const SETTLED: [&str; 28] = [
    "应为57.2%",
    "更正为57.20%",
    "由56.20%更正为57.2%",
    "正确值为57.20%",
    "以57.2%为准",
    "已核实",
    "已更正",
    "核实无误",
    "数据无误",
    "经核对没有错误",
    "已纠正错误",
    "未发现错误",
    "上年数有误",
    "目标应为60%",
    "2022年应为51%",
    "已整改5户",
    "补贴标准调整为每月200元",
    "制度待完善",
    "方案尚未印发",
    "数据未调整",
    "截至2023年底",
    "截至12月底",
    "截至6月底已完成120户，年底全部完成",
    "与人社部门数据有出入的部分已核减",
    "取消户籍限制后人数增加",
    "培训需求统计中新增3项",
    "以残联台账为准",
    "不含重复人员名单的附件另送",
];

#[test]
fn a_figure_that_a_remark_takes_back_corrects_or_leaves_open_is_not_judged() {
    let remarks = UNSETTLED.map(str::to_owned);
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_eq!(outcome, Outcome::Invalid, "{remark}");
    }
    let remarks = SETTLED.map(str::to_owned);
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_ne!(outcome, Outcome::Invalid, "{remark}");
    }
}

#[test]
fn what_nobody_counted_is_neither_not_applicable_nor_nought() {
    let report = |cells: &str, remark: &str| {
        let sent =
            format!("年份,地区,指标,数值,分子,分母,备注\n2023,虚构县,就业率,{cells},{remark}\n");
        let plan = load_with_roster(
            PLAN,
            "code,name,level,within\n990000,虚构市,city,\n990001,虚构县,county,\n",
        );
        let report = Run::default().file("a.csv", sent).judge(&plan);
        let mut rows = report.rows().filter(|row| &*row.region().name == "虚构县");
        rows.next().unwrap().outcome()
    };
    for remark in ["未统计", "未上报", "暂缺", "数据缺失", "系统故障", "统计中", "不详"]
    {
        for cells in [",0,0", "不适用,,", "0%,0,6140", "57.2%,,"] {
            assert_eq!(report(cells, remark), Outcome::Invalid, "{cells} {remark}");
        }
    }
    for remark in ["本县没有这类人员", "并入虚构市统计", "无此类机构", "已核实"]
    {
        for cells in [",0,0", "不适用,,"] {
            assert_eq!(report(cells, remark), Outcome::NotApplicable, "{cells} {remark}");
        }
    }
}

/// Remarks of a few words that no list holds: they are known by how they are made.
const TERSE: [&str; 74] = [
    "统计局未统计",
    "核算数未核算",
    "不是全年数",
    "非最终数",
    "并非实际数",
    "非本指标口径",
    "12月未统计",
    "12月份未报",
    "四季度未统计",
    "缺12月",
    "差12月",
    "少报2个乡镇",
    "尚有2个乡镇未报",
    "六横未报",
    "除六横外",
    "六横除外",
    "仅六横",
    "只有六横",
    "不含偏远海岛",
    "不含智力和精神残疾",
    "未完全统计",
    "不完全统计",
    "抽查结果",
    "月报数",
    "三季报",
    "9个月",
    "截至目前",
    "按上年填",
    "参照上年",
    "照抄上年",
    "以上年数代替",
    "按规划基期值填",
    "按目标填",
    "按计划数填",
    "按序时进度填",
    "按全市平均填",
    "全市口径",
    "市级数据",
    "应为虚构1县",
    "与邻县互换",
    "填串行",
    "核算中",
    "核查中",
    "修改中",
    "正在统计",
    "尚在核算",
    "统计局未提供",
    "年报未出",
    "尚未公布",
    "待公布",
    "等省里数据",
    "请市局核定",
    "统计未完成",
    "不确定",
    "不太准",
    "误差较大",
    "有争议",
    "？",
    "无准确数据",
    "后续补充",
    "以后报为准",
    "以下表为准",
    "未去重",
    "含重复",
    "不作数",
    "第一稿",
    "拍脑袋",
    "随便填",
    "粗估",
    "预计可达",
    "年底前可完成",
    "合格率",
    "满意度",
    "需求数",
];
/// Remarks of a few words beside figures that stand.
const TERSE_OF_RESULTS: [&str; 67] = [
    "只报比率",
    "已补报",
    "已去重",
    "剔除重复",
    "不含死亡注销人员",
    "不含功能区",
    "只有1家",
    "仅有1家机构",
    "9家中8家",
    "差2人达标",
    "少1家",
    "缺1家",
    "缺师资",
    "缺资金",
    "还差12人",
    "未达标",
    "未完成",
    "2户未改造",
    "新城1家未建",
    "1家未验收",
    "未新增",
    "未发生变化",
    "没有变化",
    "待建1家",
    "待业120人",
    "待遇提高",
    "选址未定",
    "方案未印发",
    "建设中",
    "正在改造",
    "推进中",
    "按计划推进",
    "按序时进度推进",
    "按计划完成",
    "超序时进度",
    "与上年持平",
    "比上年多12人",
    "口径同上年",
    "与上年口径一致",
    "计划2024年新建",
    "明年计划新建2家",
    "年内完成",
    "无误差",
    "无争议",
    "非营利机构2家",
    "非农业户口120人",
    "公益性岗位",
    "提高就业率",
    "按实际数填",
    "按年报填",
    "按新口径",
    "省残联口径",
    "常住口径",
    "已报市残联",
    "经党组会审定",
    "年末时点数",
    "累计120户",
    "系统生成",
    "手工统计",
    "全面调查",
    "公式计算",
    "机构搬迁",
    "政策未出台",
    "资金未到位",
    "渔民多",
    "含六横",
    "其中女1200人",
];

#[test]
fn a_remark_of_a_few_words_is_known_by_how_it_is_made() {
    let remarks = TERSE.map(str::to_owned);
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_eq!(outcome, Outcome::Invalid, "{remark}");
    }
    let remarks = TERSE_OF_RESULTS.map(str::to_owned);
    for (remark, outcome) in remarks.iter().zip(outcomes(&remarks)) {
        assert_ne!(outcome, Outcome::Invalid, "{remark}");
    }
}

/// Remarks that give another figure for the same thing, and those that keep in it what is no part
/// of any.
const OTHER_FIGURE: [&str; 26] = [
    "全年为54.2%",
    "年报为54.2%",
    "年末为54.2%",
    "12月末为54.2%",
    "实际54.2%",
    "实际就业率54.2%",
    "就业率54.2%",
    "市级核定54.2%",
    "核减后54.2%",
    "审计核减后54.2%",
    "扣除重复后为54.2%",
    "剔除重复后54.2%",
    "准确数54.2%",
    "统计局数54.2%",
    "民政数据为54.2%",
    "系统数54.2%",
    "新口径为54.2%",
    "按新口径54.2%",
    "经核实，全年54.2%",
    "未扣除死亡人员",
    "未剔除死亡人员",
    "应扣除死亡人员",
    "含死亡人员",
    "含已注销人员",
    "含虚构30县户籍",
    "含虚构30县2人",
];

/// The same words of another time, place or part, of an aim, or with the number that was sent.
const NO_OTHER_FIGURE: [&str; 24] = [
    "全年为57.2%",
    "年报57.20%",
    "12月末为57.2%",
    "实际就业率57.2%",
    "核减后57.2%",
    "统计局数57.2%",
    "上年54.2%",
    "上年实际54.2%",
    "2022年就业率54.2%",
    "去年全年为54.2%",
    "目标60%",
    "全年目标60%",
    "全省54.2%",
    "全市就业率54.2%",
    "其中城镇54.2%",
    "同比提高2.1个百分点",
    "全年提高2.1个百分点",
    "实际新增120人",
    "全年培训120人",
    "已扣除死亡人员",
    "不含死亡人员",
    "已剔除注销人员",
    "含2022年结转3户",
    "含虚构30县转入2人",
];

#[test]
fn a_remark_with_another_figure_for_the_same_thing_leaves_none_to_judge() {
    let remarks = OTHER_FIGURE.map(str::to_owned);
    // The counties that are named have to be there.
    let padded: Vec<String> =
        remarks.iter().cloned().chain((0..10).map(|_| "示例数据".to_owned())).collect();
    for (remark, outcome) in remarks.iter().zip(outcomes(&padded)) {
        assert_eq!(outcome, Outcome::Invalid, "{remark}");
    }
    let remarks = NO_OTHER_FIGURE.map(str::to_owned);
    let padded: Vec<String> =
        remarks.iter().cloned().chain((0..10).map(|_| "示例数据".to_owned())).collect();
    for (remark, outcome) in remarks.iter().zip(outcomes(&padded)) {
        assert_eq!(outcome, Outcome::OnPace, "{remark}");
    }
}
