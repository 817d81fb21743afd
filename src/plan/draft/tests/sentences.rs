//! Targets that are sentences.

use super::super::cell::{Bound, Cell};
use super::super::sentence::{Clause, clause, clauses, sentences};

fn target(text: &str) -> Option<(String, Bound)> {
    match clause(text) {
        Clause::Target { name, cell: Cell::Bound(bound), .. } => Some((name, bound)),
        _ => None,
    }
}

#[test]
fn a_cell_is_parted_at_its_numbers_and_full_stops() {
    let cell = "1. 参保率达到99%以上。 2. 参保率保持在99%以上。";
    assert_eq!(sentences(cell), ["参保率达到99%以上", "参保率保持在99%以上"]);
    assert_eq!(sentences("惠残率 100%；覆盖率 90%。"), ["惠残率100%", "覆盖率90%"]);
    assert_eq!(sentences("达到1.5亩"), ["达到1.5亩"]);
    assert_eq!(sentences("实施《甲。乙》（丙；丁）。"), ["实施《甲。乙》（丙；丁）"]);
}

#[test]
fn a_number_at_the_end_is_about_what_stands_before_it() {
    for (text, name, number, unit) in [
        ("残疾人意外伤害保险参保率达到95%以上", "残疾人意外伤害保险参保率", "95", "%"),
        ("惠残事项覆盖率 100%", "惠残事项覆盖率", "100", "%"),
        ("盲人医疗按摩人员队伍扩大到 70 人以上", "盲人医疗按摩人员队伍", "70", "人"),
        ("每年培训残疾人 700 人次以上", "培训残疾人", "700", "人次"),
        ("新建“残疾人之家”3家", "新建“残疾人之家”", "3", "家"),
        ("0-6岁残疾儿童康复率达到 90%", "0-6岁残疾儿童康复率", "90", "%"),
    ] {
        let (read, bound) = target(text).expect(text);
        assert_eq!(
            (&*read, &*bound.amount.number.to_string(), &*bound.amount.unit),
            (name, number, unit)
        );
    }
}

#[test]
fn a_number_between_verb_and_object_is_about_both() {
    for (text, name, number, unit) in [
        ("建成3家公益性托养机构", "建成公益性托养机构", "3", "家"),
        ("建设 2 个康教融合示范点", "建设康教融合示范点", "2", "个"),
        ("每年组织 1 次集中宣传", "组织集中宣传", "1", "次"),
        ("每年举办或输送不少于 2 批次的师资培训", "举办或输送师资培训", "2", "批次"),
        ("培育2-3个志愿者组织", "培育志愿者组织", "2", "个"),
    ] {
        let (read, bound) = target(text).expect(text);
        assert_eq!(
            (&*read, &*bound.amount.number.to_string(), &*bound.amount.unit),
            (name, number, unit)
        );
    }
}

#[test]
fn what_is_not_surely_one_target_is_left() {
    for text in [
        "建设培训基地 3 家以上(国家级基地 1 家)",
        "培训指导员和辅导员各 50 名",
        "实施《无障碍设计规范》（GB50763-2012）",
        "建设50个站点并服务200人",
        "建设五个站点并服务200人",
        "到2025年建成",
        "其中高校毕业生30人",
    ] {
        assert!(matches!(clause(text), Clause::Unclear(_)), "{text}: {:?}", clause(text));
    }
    assert_eq!(clause("加强培训"), Clause::Words("加强培训".to_owned()));
    assert_eq!(clause("出台《残疾人保障办法》"), Clause::Done("出台《残疾人保障办法》".to_owned()));
    assert!(matches!(clause("实现托养机构全覆盖"), Clause::Target { cell: Cell::Full, .. }));
    assert!(matches!(clause("基本全覆盖"), Clause::Words(_)));
}

#[test]
fn clauses_of_one_sentence_are_parted_and_a_year_is_not_carried_over() {
    let of = |text| clauses(text).len();
    assert_eq!(of("培育队伍 5 支，组织观影 50 场次，服务残障人士 5000 人次"), 3);
    let yearly = clauses("每年开展活动 1 次，惠及农村残疾人不少于 1000 人");
    assert!(matches!(&yearly[..], [Clause::Target { .. }, Clause::Unclear(_)]), "{yearly:?}");
}
