//! 填报说明: how the form is filled in.

use rust_xlsxwriter::{Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::GUIDE;
use super::formats::Formats;
use crate::report::{Question, Template};
use crate::term::Limits;

/// How many characters a line of advice has; a Chinese one counts as two.
const WIDTH: usize = 100;

/// Writes the sheet that says how to fill in the others, as far as they ask for it.
pub(super) fn write(
    sheet: &mut Worksheet,
    template: &Template,
    look: &Formats,
) -> Result<(), XlsxError> {
    sheet.merge_range(0, 0, 0, 1, GUIDE, &look.title)?;
    sheet.set_row_height(0, 30)?;
    sheet.set_column_width(0, 16)?.set_column_width(1, WIDTH as u32 + 2)?;
    for (row, (what, how)) in (1..).zip(advice(template)) {
        sheet.write_string_with_format(row, 0, what, &look.label)?;
        let lines = u32::try_from(how.width().div_ceil(WIDTH)).unwrap_or(1);
        sheet.write_string_with_format(row, 1, how, &look.words)?;
        sheet.set_row_height(row, lines * 14 + 8)?;
    }
    sheet.protect();
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// What to know, and how it goes.
fn advice(template: &Template) -> Vec<(&'static str, String)> {
    let any =
        |wanted: fn(&Question) -> bool| template.items.iter().any(|item| wanted(&item.question));
    let has = |limits| template.items.iter().any(|item| item.limits == limits);
    let year = template.year;
    let mut advice = vec![
        (
            "填哪些格",
            "只填浅黄色的格，其余已锁定（没有密码）。请不要增删、移动行和列，不要改表头。"
                .to_owned(),
        ),
        (
            "数据年份",
            format!(
                "填 {year} 年的数据；“上年”各栏是 {} 年报送的数，供核对，不用改。",
                year.saturating_sub(1)
            ),
        ),
    ];
    if any(|question| matches!(question, Question::Rate { .. })) {
        advice.push(("有分子、分母的", "只填分子和分母，数值自动算出；要么都填，要么都不填，分子不大于分母。只有百分数、没有分子分母的，直接在数值格填百分数，要带 %（如 55.20%）。".to_owned()));
        advice.push(("分母为 0", "分子、分母都填 0，即“不适用”。".to_owned()));
    }
    if any(|question| matches!(question, Question::Growth { .. })) {
        advice.push(("年均增长率", "填百分数，要带 %（如 8.74%），下降的填负数。用作参照的增长率（没有序号的行）也要填，否则与它相比的指标判为缺报。".to_owned()));
    }
    if any(|question| matches!(question, Question::Level { .. })) {
        advice.push(("水平值", "注明“选填”的可以不填。".to_owned()));
    }
    if has(Limits::NonNegative) {
        advice.push((
            "个数、金额",
            "只填数，不带单位；按“单位”一栏的单位填，不要自行换算成“万”。".to_owned(),
        ));
    }
    if template.has_totals() {
        advice.push(("累计", "数值填当年数；累计填规划第一年以来的合计，含当年。以前年度报过当年数的，累计可以不填。".to_owned()));
    }
    if has(Limits::Done) {
        advice.push((
            "是否完成",
            format!("填“是”“否”，或完成的日期（如 {year}-06-30、{year}年6月）。"),
        ));
    }
    advice.push((
        "没有数据",
        "留空，或在数值格填“无数据”，并在备注说明；一律算缺报，不会当作 0。确实是 0 的才填 0。"
            .to_owned(),
    ));
    advice.push((
        "不适用",
        "在数值格填“不适用”，不填分子、分母，并且必须在备注说明理由。".to_owned(),
    ));
    advice.push((
        "备注",
        "与上年相差很大、与上年完全相同等需要核实的，请在备注说明原因。".to_owned(),
    ));
    advice.push(("报回", "填好后保存，原样报回（.xlsx，或另存为 CSV）。".to_owned()));
    advice
}
