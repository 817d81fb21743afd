//! lint/wrong-way

use dabiao::render::Lang;

use super::{finds, message};

fn change(name: &str, operator: &str, threshold: &str) -> String {
    format!(
        "name = '{name}'\nform = 'change'\nchange = 'percent'\nunit = '吨/万元'\n\
         baseline = 0.4\noperator = '{operator}'\nthreshold = {threshold}\nroll-up = 'none'\n"
    )
}

#[test]
fn a_fall_by_its_name_that_is_a_rise_by_its_target_is_found() {
    for name in ["单位产值能耗降低", "排放量下降", "存量减少", "产能削减", "能耗降幅"]
    {
        finds(&[&change(name, "≥", "13.5")], &[("lint/wrong-way", "13.5")]);
        finds(&[&change(name, "≤", "-13.5")], &[]);
        // No more than 13.5% up is no rise that is demanded, but no fall either.
        finds(&[&change(name, "≤", "13.5")], &[("lint/wrong-way", "13.5")]);
    }
    finds(&[&change("人均预期寿命提高", "≥", "1")], &[]);
    let told = message(&[&change("能耗降低", "≥", "13.5")], Lang::Zh);
    assert_eq!(told, "“能耗降低”说的是下降，而要求是上升：较基期≥13.5%");
}

#[test]
fn points_of_a_percentage_are_told_from_percent_of_it() {
    let told = |unit: &str, change: &str, lang| {
        let rule = format!(
            "name = '辍学率下降'\nform = 'change'\nchange = '{change}'\nunit = '{unit}'\n\
             baseline = 4\noperator = '≥'\nthreshold = 10\nroll-up = 'none'\n"
        );
        let told = message(&[&rule], lang);
        told.rsplit(['：', ':']).next().unwrap_or_default().trim().to_owned()
    };
    assert_eq!(told("%", "absolute", Lang::Zh), "较基期≥10 百分点");
    assert_eq!(told("%", "percent", Lang::Zh), "较基期≥10%");
    assert_eq!(told("起", "absolute", Lang::Zh), "较基期≥10 起");
    assert_eq!(told("起", "percent", Lang::Zh), "较基期≥10%");
    assert!(told("%", "absolute", Lang::En).ends_with("change ≥10 pp"));
    assert!(told("%", "percent", Lang::En).ends_with("change ≥10%"));
}
