//! A word by which figures are no results of the year is heard in a title, in the name of a sheet,
//! in the name of a file and in a note alike.

use super::kinds::workbook;
use super::{WORK, judged};

const TABLE: &str = "地区,指标,数值\n定海区,W,57.2%\n";

/// Words for another time, a part of the year, an aim, an estimate, a draft and what holds no longer.
const WORDS: &str = "\
下年度 下年 下一年度 基期 基年 基数 往期 历史数据 年初数 年中数 期初数 期中数 半年表 旬报 \
任务数 任务清单 责任状 预期数 拟完成数 力争数 承诺数 安排数 限额 上限 建议数 \
初步 初报 快报 折算数 年化 插值 默认值 暂定数 约数 概算 推演 假设 预填 \
空表 内部测试 试填 待核实 待审核 未审核 审核中 待补充 未报 不完整 修改稿 半成品 \
废止 有误 旧数据 老数据 老口径 撤回 已退回 不准 存疑 勿用 停用 过期 重复 错报 obsolete \
权重 增速 增长率 完成率 差额 比重 中位数 排行";

/// Whether the figure of 定海区 is judged in a workbook of one sheet.
fn is_judged(sheet: &str) -> bool {
    let run = super::Run::default().bytes("定海区2023.xlsx", workbook(sheet, "2023年残疾人就业"));
    let report = run.judge(&super::common::BUILT_IN);
    let row = super::common::row(&report, "employment-rate", "定海区");
    row.is_some_and(|row| !["missing", "invalid"].contains(&row.outcome().word()))
}

#[test]
fn a_word_is_heard_in_the_name_of_a_file_as_in_a_title_a_sheet_or_a_note() {
    for word in WORDS.split_whitespace() {
        for name in [
            format!("2023年{word}.csv"),
            format!("定海区2023年残疾人事业{word}.csv"),
            format!("2023年主要指标（{word}）.csv"),
            format!("定海区-{word}-2023.csv"),
        ] {
            let found = judged(&name, TABLE);
            assert_eq!(found.value("定海区", WORK), None, "{name}");
            assert!(!found.errors.is_empty(), "{name}");
        }
        for line in [
            format!("2023年残疾人事业主要指标{word}"),
            format!("主要指标（{word}）"),
            format!("注：本表为{word}"),
        ] {
            let found = judged("2023.csv", &format!("{line}\n{TABLE}"));
            assert_eq!(found.value("定海区", WORK), None, "{line}");
            assert!(!found.errors.is_empty(), "{line}");
        }
        for sheet in [word.to_owned(), format!("主要指标{word}")] {
            assert!(!is_judged(&sheet), "{sheet}");
        }
    }
}

#[test]
fn what_clerks_call_their_reports_keeps_none_from_being_judged() {
    for name in [
        "2023年度残疾人事业统计年报",
        "定海区2023",
        "舟山市2023年残疾人事业发展统计表",
        "2023年度指标完成情况",
        "附件2：2023年残疾人事业主要指标",
        "2023年终残疾人事业指标",
        "2023年残疾人事业统计表(定稿)",
        "2023年残疾人事业统计表（终稿）",
        "2023年残疾人事业统计表-最终版",
        "2023年残疾人事业统计表(1)",
        "2023年残疾人事业统计表 - 副本",
        "定海区残联2023年报送表",
        "定海2023年残疾人就业情况",
        "2023年底残疾人事业主要指标",
        "2023年1-12月残疾人事业主要指标",
        "2023年度考核指标完成情况",
        "2023年目标任务完成情况",
        "2023年“十四五”规划实施情况监测表",
        "十四五规划主要指标2023年",
        "十四五规划中期评估2023年数据",
        "2023-定海区-v2",
        "定海区_2023_张三_20240115",
        "2023年度各县区残疾人事业指标汇总",
        "关于报送2023年残疾人事业主要指标的函",
        "2023年残疾人基本服务状况和需求信息数据动态更新",
        "2023年残疾人事业指标（盖章版）",
        "2023年残疾人事业指标（审定）",
        "2023年残疾人事业指标核定数",
        "2023年残疾人事业审核后数据",
        "2023年残疾人事业指标（修订后）",
        "2023年残疾人事业指标（正式报送）",
        "2023年残疾预防重点任务完成情况",
        "2023年绩效评价指标",
        "2023年标准化建设情况",
        "2023年计划执行情况",
        "2023年残疾人事业发展目标完成情况",
        "2023年约束性和预期性指标完成情况",
        "2023年残疾人约束性指标",
        "2023年统计台账",
        "2023年任务进展情况",
        "2023年民生实事完成情况",
        "2023年残联业务统计表",
        "示例数据2023",
        "old-2023",
        "test-2023",
        "no-baseline-2023",
        "dinghai-2023-final",
    ] {
        judged(&format!("{name}.csv"), TABLE).reads(&[("定海区", WORK, "57.2")]);
        judged("2023.csv", &format!("{name}\n{TABLE}")).reads(&[("定海区", WORK, "57.2")]);
        assert!(is_judged(name), "{name}");
    }
}

#[test]
fn a_region_that_says_that_it_is_all_of_it_is_read() {
    for (written, region) in [
        ("定海区：", "定海区"),
        ("定海区:", "定海区"),
        ("定海区合计", "定海区"),
        ("定海区 合计", "定海区"),
        ("普陀区（含普陀山-朱家尖）", "普陀区"),
        ("定海区（含新城）", "定海区"),
    ] {
        let found = judged("2023.csv", &format!("地区,指标,数值\n{written},W,57.2%\n"));
        found.reads(&[(region, WORK, "57.2")]);
    }
    for written in ["定海区（含普陀区）", "定海区（不含新城）", "定海区（含白泉）", "定海区小计数"]
    {
        let found = judged("2023.csv", &format!("地区,指标,数值\n{written},W,57.2%\n"));
        assert_eq!(found.value("定海区", WORK), None, "{written}");
        assert!(!found.errors.is_empty(), "{written}");
    }
    // Beside another row of the same region it is a second figure.
    let twice = "地区,指标,数值\n定海区,W,57.2%\n定海区合计,W,56.2%\n";
    assert_eq!(judged("2023.csv", twice).value("定海区", WORK), None);
}
