//! Rule files as they are written: every key may be missing or of any type.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::audit::RawAudit;
use super::load::keys_of;
use super::schema::{
    Allowed, Attribute, Change, Flag, FormWord, Label, Level, Milestones, Number, OperatorWord,
    Pace, PlanPace, RollUp, Scope, Text, Texts, Threshold, YearNumber, forms, region_codes,
};
pub(super) use super::value::Value;

/// A key's value, or nothing.
pub(super) type Field = Option<Spanned<Value>>;

/// One rule file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    title = "dabiao 规则文件 / rule files",
    description = "一个规划可以分写在几个文件里 / several files together are one plan",
    deny_unknown_fields
)]
pub(super) struct RawFile {
    #[schemars(
        with = "RawHead",
        description = "规划本身；所有文件中只写一次 / the plan itself, once in all files"
    )]
    pub(super) plan: Option<Spanned<RawHead>>,
    #[schemars(with = "Vec<RawRegion>", description = "地区 / the regions")]
    pub(super) region: Vec<Spanned<RawRegion>>,
    #[schemars(
        with = "Vec<RawReference>",
        description = "参照数列，由报送文件逐年给出 / series that targets are held against"
    )]
    pub(super) reference: Vec<Spanned<RawReference>>,
    #[schemars(
        with = "Vec<RawGroup>",
        description = "专栏或章节 / boxes or chapters of the document"
    )]
    pub(super) group: Vec<Spanned<RawGroup>>,
    #[schemars(with = "Vec<RawIndicator>", description = "指标与任务 / indicators and tasks")]
    pub(super) indicator: Vec<Spanned<RawIndicator>>,
    #[schemars(
        with = "RawAudit",
        description = "数据审核；所有文件中只写一次 / audits of what is sent, once in all files"
    )]
    pub(super) audit: Option<Spanned<RawAudit>>,
}

/// `[plan]`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
#[schemars(rename = "plan", description = "规划 / the plan", deny_unknown_fields)]
#[schemars(extend("required" = ["id", "title", "baseline-year", "first-year", "target-year"]))]
pub(super) struct RawHead {
    #[schemars(
        with = "Text",
        description = "稳定的英文名，如 zhoushan-14fyp / a stable name in kebab-case"
    )]
    pub(super) id: Field,
    #[schemars(with = "Text", description = "规划的名称 / the title of the document")]
    pub(super) title: Field,
    #[schemars(with = "Text", description = "文号 / the document number")]
    pub(super) source: Field,
    #[schemars(with = "YearNumber", description = "基期年，如 2020 / the year of the baselines")]
    pub(super) baseline_year: Field,
    #[schemars(with = "YearNumber", description = "规划的第一年 / the first year of the plan")]
    pub(super) first_year: Field,
    #[schemars(with = "YearNumber", description = "目标年 / the year in which targets are due")]
    pub(super) target_year: Field,
    #[schemars(
        with = "PlanPace",
        description = "目标年以前怎样判定：linear 按序时进度（默认），none 每年都对照目标值 / \
            how years before the target year are judged: on the straight line (default) or \
            against the target"
    )]
    pub(super) pace: Field,
    #[schemars(
        with = "Text",
        description = "地区名录 CSV 的路径，表头为 code,name,level,within / \
            path of a CSV of regions"
    )]
    pub(super) roster: Field,
}

/// `[[region]]`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
#[schemars(rename = "region", description = "地区 / a region", deny_unknown_fields)]
#[schemars(extend("required" = ["level", "name"]))]
#[schemars(transform = region_codes)]
pub(super) struct RawRegion {
    #[schemars(
        with = "Text",
        description = "GB/T 2260 代码；功能区可以没有 / GB/T 2260 code; an area may have none"
    )]
    pub(super) code: Field,
    #[schemars(with = "Text", description = "名称 / the name that is printed")]
    pub(super) name: Field,
    #[schemars(
        with = "Texts",
        description = "报送时可用的其他名称 / other names that submissions may use"
    )]
    pub(super) aliases: Field,
    #[schemars(
        with = "Level",
        description = "city 全市，county 县（区），area 功能区（只判定，不汇总） / \
            the whole, a county, or an area that is judged and never summed"
    )]
    pub(super) level: Field,
    #[schemars(
        with = "Text",
        description = "所在地区的代码或名称 / code or name of the region it lies in"
    )]
    pub(super) within: Field,
    #[schemars(with = "Allowed")]
    pub(super) allow: Field,
}

/// `[[reference]]`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
#[schemars(
    rename = "reference",
    description = "参照数列 / a series that targets are held against",
    deny_unknown_fields
)]
#[schemars(extend("required" = ["id", "name", "unit"]))]
pub(super) struct RawReference {
    #[schemars(with = "Text", description = "稳定的英文名 / a stable name in kebab-case")]
    pub(super) id: Field,
    #[schemars(with = "Text", description = "名称 / the name that is printed")]
    pub(super) name: Field,
    #[schemars(
        with = "Texts",
        description = "报送时可用的其他名称 / other names that submissions may use"
    )]
    pub(super) aliases: Field,
    #[schemars(with = "Text", description = "单位 / the unit")]
    pub(super) unit: Field,
    #[schemars(
        with = "Text",
        description = "水平值数列的 id；没有报送增长率时由它推算 / \
            id of the levels that this growth follows from where it is not sent"
    )]
    pub(super) growth_of: Field,
    #[schemars(with = "Allowed")]
    pub(super) allow: Field,
}

/// `[[group]]`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
#[schemars(
    rename = "group",
    description = "专栏或章节 / a box or chapter of the document",
    deny_unknown_fields
)]
#[schemars(extend("required" = ["id", "title"]))]
pub(super) struct RawGroup {
    #[schemars(with = "Text", description = "稳定的英文名 / a stable name in kebab-case")]
    pub(super) id: Field,
    #[schemars(with = "Label", description = "专栏的序号 / its number in the document")]
    pub(super) number: Field,
    #[schemars(with = "Text", description = "标题 / its title")]
    pub(super) title: Field,
    #[schemars(with = "Text", description = "在原文何处 / where in the document it stands")]
    pub(super) cite: Field,
}

/// `[[indicator]]`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
#[schemars(
    rename = "indicator",
    description = "指标或任务 / an indicator or a task",
    deny_unknown_fields
)]
#[schemars(extend("required" = ["id", "name", "attribute"]))]
#[schemars(transform = forms)]
pub(super) struct RawIndicator {
    #[schemars(
        with = "Text",
        description = "稳定的英文名，各不相同 / a stable name in kebab-case, its own"
    )]
    pub(super) id: Field,
    #[schemars(
        with = "Label",
        description = "序号，如 9 或 \"3.1.1\" / its number in the document"
    )]
    pub(super) number: Field,
    #[schemars(with = "Text", description = "名称 / the name that is printed")]
    pub(super) name: Field,
    #[schemars(
        with = "Texts",
        description = "报送时可用的其他名称 / other names that submissions may use"
    )]
    pub(super) aliases: Field,
    #[schemars(with = "Attribute", description = "属性 / binding, anticipatory, or a task")]
    pub(super) attribute: Field,
    #[schemars(with = "Text", description = "所属专栏的 id / id of the group it is in")]
    pub(super) group: Field,
    #[schemars(
        with = "Text",
        description = "专栏表中的“项目” / the row of the table it is part of"
    )]
    pub(super) item: Field,
    #[schemars(
        with = "Text",
        description = "“目标要求”原文 / the target in the words of the document"
    )]
    pub(super) text: Field,
    #[schemars(
        with = "Text",
        description = "所重复的指标的 id；只列出，不另判定 / \
            id of the indicator it repeats; it is listed and not judged again"
    )]
    pub(super) same_as: Field,
    #[schemars(
        with = "FormWord",
        description = "目标的形式：level 水平（默认），kept 保持，relative 相对（写了 reference \
            时默认），sum 累计，each-year 每年，change 变化，multiple 倍数，milestone 节点，\
            full-coverage 全覆盖，words 只有文字 / \
            the form of the target; level by default, relative where reference is written"
    )]
    pub(super) form: Field,
    #[schemars(with = "Text", description = "单位，如 % 或 户 / the unit")]
    pub(super) unit: Field,
    #[schemars(with = "Text", description = "分子的口径 / what the numerator counts")]
    pub(super) numerator: Field,
    #[schemars(with = "Text", description = "分母的口径 / what the denominator counts")]
    pub(super) denominator: Field,
    #[schemars(
        with = "Text",
        description = "分子、分母的单位，如 人 / the unit of numerator and denominator"
    )]
    pub(super) count_unit: Field,
    #[schemars(
        with = "Scope",
        description = "判定谁：county 各县（区）和全市（默认），city 只有全市，\
            each-county 只有各县（区），total 只有各县（区）之和 / \
            who is judged: counties and the city (default), the city alone, each county alone, \
            or only what the counties add up to"
    )]
    pub(super) scope: Field,
    #[schemars(
        with = "RollUp",
        description = "全市值：none 不汇总，由市级自己报送；sum 相加（名称像平均数而可以相加的）；节点可用 all（默认，各县都完成）或 any / \
            the city's value: none is by a row of its own, sum adds up what sounds like an average; \
            of milestones all (default) or any"
    )]
    pub(super) roll_up: Field,
    #[schemars(
        with = "Flag",
        description = "true：增长率，可以为负或超过 100% / \
            a rate of growth, which may be negative or over 100%"
    )]
    pub(super) growth: Field,
    #[schemars(
        with = "Number",
        description = "基期值，照原文的位数写；没有则不写 / \
            the baseline as the document prints it; left out if there is none"
    )]
    pub(super) baseline: Field,
    #[schemars(
        with = "OperatorWord",
        description = "比较：>= 与 ≥ 相同；between 在两数之间；± 在 tolerance 之内 / \
            how the value is compared"
    )]
    pub(super) operator: Field,
    #[schemars(
        with = "Threshold",
        description = "目标值；between 写 [低, 高] / the target; between takes [low, high]"
    )]
    pub(super) threshold: Field,
    #[schemars(with = "Number", description = "± 的幅度 / how far ± reaches")]
    #[schemars(extend("minimum" = 0))]
    pub(super) tolerance: Field,
    #[schemars(
        with = "Number",
        description = "左右：可以比目标值差多少，好的一边不限 / \
            how far short of the threshold is enough; beyond it there is no limit"
    )]
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub(super) about: Field,
    #[schemars(
        with = "Change",
        description = "变化的单位：absolute 与数值同单位，percent 占基期值的百分比 / \
            what a change is measured in: the unit of the value, or percent of the baseline"
    )]
    pub(super) change: Field,
    #[schemars(with = "Text", description = "参照数列的 id / id of the series it is held against")]
    pub(super) reference: Field,
    #[schemars(
        with = "Text",
        description = "水平值数列的 id；没有报送增长率时由它推算 / \
            id of the levels that the growth follows from where it is not sent"
    )]
    pub(super) growth_of: Field,
    #[schemars(
        with = "Milestones",
        description = "规划写明的年度值，如 { 2023 = 80 } / \
            values that the plan writes for years before the target year"
    )]
    pub(super) milestones: Field,
    #[schemars(
        with = "Pace",
        description = "linear 按序时进度（默认），at-end 目标年才到期 / \
            on the straight line (default), or due in the target year alone"
    )]
    pub(super) pace: Field,
    #[schemars(
        with = "YearNumber",
        description = "节点到期的年份；默认为目标年 / \
            the year a milestone is due; the target year by default"
    )]
    pub(super) due: Field,
    #[schemars(with = "Allowed")]
    pub(super) allow: Field,
    #[schemars(with = "Text", description = "在原文何处 / where in the document it stands")]
    pub(super) cite: Field,
}

/// A field's text, if it is one.
pub(super) fn text(field: &Field) -> String {
    match field.as_ref().map(Spanned::get_ref) {
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

/// The keys of a table of a rule file, or of the file itself.
pub(super) fn keys(table: Option<&str>) -> &'static [&'static str] {
    match table {
        None => keys_of::<RawFile>(),
        Some("plan") => keys_of::<RawHead>(),
        Some("region") => keys_of::<RawRegion>(),
        Some("reference") => keys_of::<RawReference>(),
        Some("group") => keys_of::<RawGroup>(),
        Some("indicator") => keys_of::<RawIndicator>(),
        Some("audit") => keys_of::<RawAudit>(),
        Some(_) => &[],
    }
}
