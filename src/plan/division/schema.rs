//! The Table Schema of a table of targets, for editors and programs that make such tables.
//!
//! It says the columns of a table that has one target a row. That a region, an indicator or a
//! year is there, and that a number can be read, is left to the reader, which tells it with the
//! cell.

use serde_json::{Value, json};

/// A column: its headings, what it holds, and whether a table has to have it.
struct Told {
    name: &'static str,
    title: &'static str,
    about: &'static str,
    is_required: bool,
}

const COLUMNS: [Told; 7] = [
    Told {
        name: "指标",
        title: "indicator",
        about: "指标的名称、序号或 id / name, number or id of an indicator",
        is_required: true,
    },
    Told {
        name: "地区",
        title: "region",
        about: "地区的名称或代码 / name or code of a region",
        is_required: true,
    },
    Told {
        name: "年份",
        title: "year",
        about: "目标所属的年份，不写就是目标年 / the year of the target, else the target year",
        is_required: false,
    },
    Told {
        name: "目标值",
        title: "target",
        about: "只写数，可以带单位；空格、— 是没有任务 / a number, perhaps with its unit; blank or — for none",
        is_required: false,
    },
    Told {
        name: "基期值",
        title: "baseline",
        about: "空着的用规划的 / the plan's where it is blank",
        is_required: false,
    },
    Told {
        name: "单位",
        title: "unit",
        about: "要与指标的单位一致 / has to be the unit of the indicator",
        is_required: false,
    },
    Told {
        name: "备注",
        title: "remark",
        about: "写进判定的出处 / goes into the citation of verdicts",
        is_required: false,
    },
];

/// The Table Schema (Data Package 2.0) of a table of targets with one target a row.
pub fn targets_schema() -> String {
    let field = |told: &Told| {
        json!({
            "name": told.name,
            "title": told.title,
            "type": "string",
            "description": told.about,
            "constraints": { "required": told.is_required },
        })
    };
    let schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": "dabiao 分解表 / targets of regions",
        "fields": COLUMNS.iter().map(field).collect::<Vec<Value>>(),
        // Columns may stand in any order, and others than the first two be left out.
        "fieldsMatch": "superset",
    });
    format!("{schema:#}\n")
}
