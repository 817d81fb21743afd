//! One amount that is demanded of each region and of all together.

use super::*;

const CODE: &str = "lint/same-of-each";
/// Beside the county that is there.
const ANOTHER: &str = "[[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n";

fn codes(rule: &str, regions: &str) -> Vec<&'static str> {
    let text = plan(&[rule]).replacen("[[indicator]]", &format!("{regions}[[indicator]]"), 1);
    lint(&text).found.iter().map(Diagnostic::code).collect()
}

#[test]
fn an_amount_of_all_regions_together_is_not_that_of_each() {
    for rule in [
        "unit = '人'\noperator = '≥'\nthreshold = 1500\nbaseline = 500",
        "unit = '户'\nform = 'sum'\noperator = '≥'\nthreshold = 900",
        "unit = '人次'\nform = 'each-year'\noperator = '≥'\nthreshold = 700",
        "unit = '人次'\nform = 'multiple'\noperator = '≥'\nthreshold = 2\nbaseline = 150",
        "unit = '万元'\nform = 'growth'\noperator = '≥'\nthreshold = 7\nbaseline = 10000",
        "unit = '个'\noperator = '≤'\nthreshold = 20",
    ] {
        assert_eq!(codes(rule, ANOTHER), [CODE], "{rule}");
        assert_eq!(codes(rule, ""), Vec::<&str>::new(), "one county is all there is: {rule}");
        for scope in ["total", "city", "each-county"] {
            let rule = format!("{rule}\nscope = '{scope}'");
            assert!(!codes(&rule, ANOTHER).contains(&CODE), "{rule}");
        }
        let allowed = format!("{rule}\nallow = {{ '{CODE}' = '原文如此' }}");
        assert_eq!(codes(&allowed, ANOTHER), Vec::<&str>::new(), "{allowed}");
    }
}

#[test]
fn what_is_as_much_for_each_as_for_all_is_no_slip() {
    for rule in [
        "operator = '≥'\nthreshold = 90",
        "unit = '起'\noperator = '≤'\nthreshold = 0",
        "unit = '人'\nroll-up = 'none'\noperator = '≥'\nthreshold = 3",
        // From each region's own baseline.
        "unit = '万元'\nform = 'change'\nchange = 'percent'\noperator = '≥'\nthreshold = 7",
        "unit = '户'\nform = 'sum'\noperator = '≥'\nthreshold = 900\n\
         regions = { '11' = { threshold = 500 }, '12' = { threshold = 400 } }",
    ] {
        let found = codes(rule, ANOTHER);
        assert!(!found.contains(&CODE), "{rule}: {found:?}");
    }
}
