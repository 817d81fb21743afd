//! What a title, a sheet, a file, a line between rows or a further column says of whose the
//! figures are has to be understood, or they are not judged.

use dabiao::term::Outcome;

use super::common::{Run, load_with_roster};
use super::{SPORTS, WORK, judged};

const LONG: &str = "地区,指标,数值\n定海区,W,57.2%\n";
const ACROSS: &str = "地区,W,S\n定海区,57.2%,93.1%\n普陀区,56.1%,92.6%\n";

#[test]
fn a_title_of_a_place_that_the_plan_has_not_keeps_its_table_from_being_read() {
    for title in [
        "温州市2023年残疾人事业主要指标",
        "江苏省残疾人就业情况",
        "舟山市、台州市残疾人事业",
        "桐庐县残联",
        "填报单位：嘉兴市残疾人联合会",
        "填报单位：定海区干览镇",
        "填报机关：干览镇人民政府",
        "地区：330200",
        "单位：衢州市残联",
        "（二）湖州市",
        "广西残疾人事业",
        "延边朝鲜族自治州",
    ] {
        for table in [LONG, ACROSS] {
            judged("2023.csv", &format!("{title}\n{table}"))
                .refuses(&["定海区", "普陀区"], "submission/title-unclear");
        }
    }
}

#[test]
fn a_title_of_a_part_of_the_people_or_of_another_indicator_is_not_of_its_rows() {
    for title in [
        "乡村残疾人就业情况",
        "2023年女残疾人就业情况",
        "残疾青年就业统计表",
        "肢体残疾人",
        "低保户就业情况",
        "其中：农户",
        "统计对象：非持证残疾人",
        "性别：男",
        "全国残疾人事业",
        "分性别就业情况",
        "残疾人就业情况（抽样）",
        "残疾人辅助器具适配率",
        "指标：家庭无障碍改造率",
    ] {
        for table in [LONG, ACROSS] {
            judged("2023.csv", &format!("{title}\n{table}"))
                .refuses(&["定海区", "普陀区"], "submission/indicator-conflict");
        }
    }
    // What an indicator is of by its own name is no part of it.
    let text = "困难残疾人生活补贴统计表\n地区,困难残疾人生活补贴覆盖率\n定海区,99.95%\n";
    judged("2023.csv", text).reads(&[("定海区", "困难残疾人生活补贴覆盖率", "99.95")]);
    let text = "残疾人就业率\n地区,W\n定海区,57.2%\n";
    judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
}

#[test]
fn words_of_a_title_that_nobody_knows_are_told() {
    for title in ["鳏寡残疾人就业情况", "嵌入式就业情况", "金融支持情况", "某某统计表"]
    {
        judged("2023.csv", &format!("{title}\n{LONG}"))
            .refuses(&["定海区"], "submission/title-unclear");
    }
}

#[test]
fn the_name_of_a_file_says_what_it_likes_but_for_places_and_parts() {
    for (name, code) in [
        ("温州市2023.csv", "submission/title-unclear"),
        ("干览镇2023.csv", "submission/title-unclear"),
        ("河南2023年报.csv", "submission/title-unclear"),
        ("2023乡村.csv", "submission/indicator-conflict"),
        ("2023_female.csv", "submission/indicator-conflict"),
        ("残疾人辅助器具适配率2023.csv", "submission/indicator-conflict"),
    ] {
        judged(name, LONG).refuses(&["定海区"], code);
        judged(name, ACROSS).refuses(&["定海区", "普陀区"], code);
    }
    for name in
        ["2023-王五.csv", "浙江舟山定海区2023.csv", "2023年汇总（新）.csv", "dinghai2023.csv"]
    {
        judged(name, LONG).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn ordinary_titles_are_understood() {
    for title in [
        "舟山市残疾人事业发展“十四五”规划主要指标2023年度执行情况表",
        "附件2",
        "附表1：各县（区）残疾人事业主要指标完成情况",
        "2023年残疾人就业创业工作统计年报",
        "全市残疾人基本公共服务情况一览表",
        "关于报送2023年度残疾人事业数据的函",
        "浙残联〔2023〕8号",
        "根据《浙江省残疾人保障条例》填报",
        "浙江省残疾人联合会制",
        "浙江省舟山市残疾人联合会",
        "内部资料 注意保存",
        "（单位：%）",
        "填报单位：舟山市残联组联处",
        "填报单位（盖章）：",
        "制定机关：中国残疾人联合会",
        "数据来源：浙江省残联",
        "统计范围：全市",
        "一、就业服务",
    ] {
        let found = judged("2023.csv", &format!("{title}\n{ACROSS}"));
        found.reads(&[("定海区", WORK, "57.2"), ("普陀区", SPORTS, "92.6")]);
    }
}

#[test]
fn a_form_of_the_province_is_read_where_its_rows_say_whose_they_are() {
    let ours = [
        "浙江省残疾人事业统计报表",
        "2023年浙江省残疾人事业统计年报",
        "浙江残疾人事业主要指标完成情况表（2023年）",
    ];
    for title in ours {
        for table in [LONG, ACROSS] {
            judged("2023.csv", &format!("{title}\n{table}")).reads(&[("定海区", WORK, "57.2")]);
        }
        // It may be the province's own where nothing but the file's name says whose it is.
        let one = format!("{title}\n指标,数值\nW,57.2%\n");
        judged("定海区2023.csv", &one).refuses(&["定海区"], "submission/title-unclear");
    }
    for title in [
        "江苏省残疾人事业统计报表",
        "浙江省杭州市残疾人事业统计报表",
        "浙江省残疾人事业",
        "浙江省居民收入统计表",
        "浙江省干览镇残疾人事业统计报表",
        "浙江省、江苏省残疾人事业统计报表",
        "浙江省残疾人、浙江省居民统计报表",
    ] {
        for table in [LONG, ACROSS] {
            judged("2023.csv", &format!("{title}\n{table}"))
                .refuses(&["定海区", "普陀区"], "submission/title-unclear");
        }
    }
}

/// What a form is about is told by the plan, whichever it is.
#[test]
fn a_form_of_the_province_is_known_by_the_words_of_the_plan() {
    let plan = "[plan]\nid = 'p'\ntitle = '虚构市数字经济发展规划'\nbaseline-year = 2020\n\
        first-year = 2021\ntarget-year = 2025\nroster = 'r.csv'\n[[indicator]]\nid = 'rate'\n\
        name = '上网率'\nattribute = '约束性'\nunit = '%'\noperator = '>='\nthreshold = 60\n\
        cite = '虚构'\n";
    let roster = "code,name,level,within\n3399,虚构市,city,\n339901,虚构一县,county,3399\n";
    let plan = load_with_roster(plan, roster);
    let outcome = |title: &str| {
        let sent = format!("{title}\n地区,上网率\n虚构一县,57.2%\n");
        let report = Run::default().file("2023.csv", sent).judge(&plan);
        let mut rows = report.rows().filter(|row| *row.region().name == *"虚构一县");
        rows.next().map(|row| row.outcome())
    };
    let read = outcome("上网率统计表");
    assert!(read.is_some() && read != Some(Outcome::Missing));
    assert_eq!(outcome("浙江省数字经济统计报表"), read);
    for title in ["浙江省残疾人事业统计报表", "江苏省数字经济统计报表"] {
        assert_eq!(outcome(title), None, "{title}");
    }
}

#[test]
fn a_column_that_names_a_part_or_another_place_keeps_its_rows_from_being_read() {
    for (heading, cell) in [
        ("类别", "其中"),
        ("对象", "肢体残疾人"),
        ("人群", "老年人"),
        ("数据口径", "全省"),
        ("备注", "仅农村"),
        ("备注", "其中：女性"),
        ("", "城镇"),
        ("所在地", "温州市"),
        ("辖区", "鄞州区"),
        ("填报单位", "台州市残联"),
        ("期间", "1—6月"),
        ("截至", "2023年9月30日"),
        ("备注", "为预计数"),
    ] {
        for text in [
            format!("地区,指标,{heading},数值\n定海区,W,{cell},57.2%\n"),
            format!("{heading},地区,W,S\n{cell},定海区,57.2%,91%\n"),
        ] {
            judged("2023.csv", &text).refuses(&["定海区"], "submission/row-of-something-else");
        }
    }
    for (heading, cell) in [
        ("备注", "含农村残疾人"),
        ("备注", "上半年新建2家"),
        ("备注", "预计明年提高3个百分点"),
        ("牵头单位", "浙江省残联"),
        ("数据来源", "浙江省残联"),
        ("联系地址", "舟山市定海区昌国路1号"),
        ("性别", "男女合计"),
    ] {
        let text = format!("地区,指标,{heading},数值\n定海区,W,{cell},57.2%\n");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_note_speaks_of_the_table_only_where_it_says_so() {
    for (note, code) in [
        ("注：数据为2021年数", "submission/year-conflict"),
        ("说明：2022年数据", "submission/year-conflict"),
        ("注：因系统升级，沿用2022年数据", "submission/year-conflict"),
        ("注：1.本表根据2022年数据测算", "submission/no-results"),
        ("备注：上年数据", "submission/no-results"),
        ("注：均为目标值", "submission/no-results"),
        ("注：数据截至6月底", "submission/part-of-year"),
        ("注：统计口径为农村", "submission/indicator-conflict"),
        ("说明：数据未更新", "submission/no-results"),
        ("注：本表为乡村数据", "submission/indicator-conflict"),
        ("说明：以上均为估算数", "submission/no-results"),
        ("注1：表中数据为2021年数", "submission/year-conflict"),
        ("以上为台州市数据", "submission/title-unclear"),
    ] {
        for text in [format!("{ACROSS}{note}\n"), format!("{note}\n{ACROSS}")] {
            judged("2023.csv", &text).refuses(&["定海区", "普陀区"], code);
        }
    }
    for note in [
        "注：本表数据来源于浙江省残联",
        "注：农村就业率为51%",
        "注：2021年为51%",
        "注：上年数为2022年年报数，本年数为2023年年报数",
        "注：分母为有需求残疾人数",
        "注：数据截至2023年底",
        "填表说明：按要求填报，预计2024年公布",
    ] {
        for text in [format!("{ACROSS}{note}\n"), format!("{note}\n{ACROSS}")] {
            judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
        }
    }
}

#[test]
fn a_title_of_two_times_is_read_where_headings_tell_results_apart() {
    for text in [
        "2023年与上年同期对比表\n地区,W,\n,本年,上年\n定海区,57.2%,55%\n",
        "目标任务表\n地区,指标,目标值,实际完成值\n定海区,W,60%,57.2%\n",
        "同比增减情况\n地区,指标,2023年,2022年,增减\n定海区,W,57.2%,55%,2.2\n",
    ] {
        judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
    }
    for text in [
        "2023年与上年同期对比表\n地区,W\n定海区,57.2%\n",
        "目标任务表\n地区,指标,上年数,数值\n定海区,W,60%,57.2%\n",
        "2023年测算表\n地区,指标,目标值,实际完成值\n定海区,W,60%,57.2%\n",
    ] {
        judged("2023.csv", text).refuses(&["定海区"], "submission/no-results");
    }
}

#[test]
fn what_keeps_a_row_of_several_figures_from_being_read_is_told_whichever_is_asked_for() {
    let is_told = |run: Run| {
        let report = run.judge(&super::common::BUILT_IN);
        let is_error = |code: &str| code.starts_with("submission/");
        report.diagnostics.iter().any(|found| {
            is_error(found.code()) && found.severity() == dabiao::diagnostic::Severity::Error
        })
    };
    for text in [
        "地区,W,S\n普陀区,57.20%,93.11%\n城镇,,\n定海区,57.20%,56.10%\n",
        "地区,W,S\n普陀区,57.20%,93.11%\n某区,57.20%,56.10%\n",
        "地区,W,S\n普陀区,57.20%,93.11%\n,57.20%,56.10%\n",
    ] {
        let text = text.replace('W', WORK).replace('S', SPORTS);
        for indicator in ["9", "14"] {
            let run = Run::default().file("2023.csv", &*text).indicator(indicator);
            assert!(is_told(run), "{text} {indicator}");
        }
    }
    for text in [
        "指标,定海区,普陀区\nS,93.11%,92%\n城镇,,\nW,57.20%,56.10%\n",
        "指标,定海区,普陀区\nS,93.11%,92%\n某率,57.20%,56.10%\n",
        "指标,定海区,普陀区\nS,93.11%,92%\n,57.20%,56.10%\n",
    ] {
        let text = text.replace('W', WORK).replace('S', SPORTS);
        for region in ["定海区", "普陀区"] {
            let run = Run::default().file("2023.csv", &*text).region(region);
            assert!(is_told(run), "{text} {region}");
        }
    }
    // Another's column beside its own hides no figure of a sender.
    let found = judged("定海区2023.csv", "指标,普陀区,定海区\nW,56.1%,57.2%\n");
    assert_eq!(found.value("定海区", WORK), Some("57.2"));
    assert_eq!(found.value("普陀区", WORK), None);
}
