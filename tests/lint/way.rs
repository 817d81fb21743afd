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
    for name in ["单位产值能耗降低", "排放量下降", "存量减少"] {
        finds(&[&change(name, "≥", "13.5")], &[("lint/wrong-way", "13.5")]);
        finds(&[&change(name, "≤", "-13.5")], &[]);
        // No more than 13.5% up is no rise that is demanded, but no fall either.
        finds(&[&change(name, "≤", "13.5")], &[("lint/wrong-way", "13.5")]);
    }
    finds(&[&change("人均预期寿命提高", "≥", "1")], &[]);
    let told = message(&[&change("能耗降低", "≥", "13.5")], Lang::Zh);
    assert_eq!(told, "“能耗降低”说的是下降，而要求是上升：较基期≥13.5%");
}
