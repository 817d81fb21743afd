//! What stands above a table: its year, its region, its unit.

use std::sync::Arc;

use super::heading::{Named, named};
use crate::diagnostic::RegionSource;
use crate::source::Place;
use crate::submission::Vocabulary;
use crate::submission::grid::Grid;
use crate::term::{RegionId, SeriesId, Year};

/// What the rows above a table say of it, and its sheet's name.
#[derive(Debug, Clone, Default)]
pub(in crate::submission) struct Title {
    /// The one year that is named; none if there are several.
    pub(in crate::submission) year: Option<Year>,
    /// The same in the sheet's name.
    pub(in crate::submission) sheet_year: Option<Year>,
    pub(in crate::submission) region: Option<(RegionId, RegionSource)>,
    pub(in crate::submission) series: Option<SeriesId>,
    /// 单位：…, if it is one that figures have to be multiplied by.
    pub(in crate::submission) scaled_unit: Option<(String, Place)>,
}

impl Title {
    /// Reads the rows above row `first`.
    pub(super) fn read(
        grid: &Grid,
        first: usize,
        file: &Arc<str>,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        let mut title = Self::default();
        let mut years = Vec::new();
        for (row, line) in grid.rows.iter().take(first).enumerate() {
            for (column, cell) in line.cells.iter().enumerate() {
                let text = cell.text.trim();
                let said = said(text);
                match said {
                    Some((what, name)) if ORGANISATIONS.contains(&what) => {
                        let region = region_of(name, vocabulary);
                        title.region = title.region.or(region.map(|id| (id, RegionSource::Title)));
                    }
                    Some((what, unit)) if UNITS.contains(&what) && is_scaled(unit) => {
                        title.scaled_unit =
                            Some((unit.to_owned(), grid.place(file, row, column, &"".into())));
                    }
                    Some((what, _)) if what.contains("日期") || what.contains("时间") => {
                        continue;
                    }
                    Some(_) | None => {}
                }
                if let Some(Named::Series(series)) = named(text, vocabulary) {
                    title.series = Some(series);
                }
                years.extend(years_in(text));
            }
        }
        years.dedup();
        title.year = match years.as_slice() {
            [year] => Some(*year),
            _ => None,
        };
        if let Some(sheet) = &grid.sheet {
            title.sheet_year = year_in_name(sheet);
            match named(sheet, vocabulary) {
                Some(Named::Region(id)) => title.region = Some((id, RegionSource::Sheet)),
                Some(Named::Series(series)) => title.series = title.series.or(Some(series)),
                None => {}
            }
        }
        title
    }
}

/// Words that say who sent a table.
const ORGANISATIONS: [&str; 10] = [
    "填报单位",
    "报送单位",
    "填报地区",
    "报送地区",
    "单位名称",
    "地区",
    "县区",
    "县（区）",
    "县(区)",
    "填表单位",
];
/// Words that say in what its figures are.
const UNITS: [&str; 3] = ["单位", "计量单位", "数据单位"];

/// `what：value`
fn said(text: &str) -> Option<(&str, &str)> {
    let (what, value) = text.split_once([':', '：'])?;
    let what = what.split(['（', '(']).next().unwrap_or(what);
    Some((what.trim().trim_start_matches(['（', '(']), value.trim().trim_end_matches(['）', ')'])))
}

/// The region whose office has a name: 定海区残联, 定海区残疾人联合会（盖章）.
fn region_of(name: &str, vocabulary: &Vocabulary<'_>) -> Option<RegionId> {
    let ends = name.char_indices().map(|(at, _)| at).skip(1).chain([name.len()]);
    // The longest name it begins with: 普陀山—朱家尖 is not 普陀区.
    ends.filter_map(|end| match named(&name[..end], vocabulary) {
        Some(Named::Region(id)) => Some(id),
        Some(Named::Series(_)) | None => None,
    })
    .last()
}

fn is_scaled(unit: &str) -> bool {
    unit.split(['、', ',', '，', '/', ';', '；', ' ']).any(scales)
}

/// Whether figures in a unit have to be multiplied.
pub(in crate::submission) fn scales(unit: &str) -> bool {
    let unit = unit.trim();
    unit.starts_with(['万', '千', '百', '亿', '十'])
}

/// The years that a text names by themselves: `2023年`, but not of a range or of a day.
fn years_in(text: &str) -> Vec<Year> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let digits = characters[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 {
            at += 1;
            continue;
        }
        let end = at + digits;
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        let joins = |c: &char| matches!(c, '-' | '—' | '–' | '~' | '～' | '至' | '到');
        let after = characters.get(end + 1);
        let is_range = before.is_some_and(joins) || after.is_some_and(joins);
        let is_year = characters.get(end) == Some(&'年');
        let is_day = after.is_some_and(char::is_ascii_digit);
        if digits == 4 && is_year && !is_range && !is_day {
            let number: String = characters[at..end].iter().collect();
            found.extend(number.parse::<Year>().ok().filter(|year| (1900..2200).contains(year)));
        }
        at = end;
    }
    found
}

/// The year in a file's or sheet's name: four digits from 1900 to 2199 by themselves; none
/// if there are two different ones.
pub(in crate::submission) fn year_in_name(path: &str) -> Option<Year> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let mut years = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse::<Year>().ok())
        .filter(|year| (1900..2200).contains(year));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_the_name_is_four_digits_by_themselves() {
        assert_eq!(year_in_name("data/2023.csv"), Some(2023));
        assert_eq!(year_in_name("2021/定海2023年报.csv"), Some(2023));
        assert_eq!(year_in_name("2021-2023.csv"), None);
        assert_eq!(year_in_name("20230115.csv"), None);
        assert_eq!(year_in_name("330902.csv"), None);
        assert_eq!(year_in_name("9999.csv"), None);
    }

    #[test]
    fn a_title_names_a_year_but_a_range_or_a_day_is_none() {
        assert_eq!(years_in("舟山市2023年度残疾人事业指标报送表"), [2023]);
        assert!(years_in("“十四五”规划（2021—2025年）").is_empty());
        assert!(years_in("2021年至2025年").is_empty());
        assert!(years_in("填报日期 2024年1月15日").is_empty());
        assert!(years_in("电话 20230115").is_empty());
    }
}
