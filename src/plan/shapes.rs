//! The tables of rule files and their keys: told once, for the loader, for who misspells
//! one, and for the schema.

use super::words;
use crate::form::Form;

/// Tables, each with its keys, and of each key whether it has to be there.
macro_rules! shapes {
    ($($shape:ident: $name:literal $about:literal {
        $($key:literal $($must:ident)?: $holds:expr $(, $what:literal)?;)+
    })+) => {$(
        #[doc = $about]
        pub(super) static $shape: $crate::plan::table::Shape = $crate::plan::table::Shape {
            name: $name,
            about: $about,
            keys: &[$($crate::plan::table::Key {
                name: $key,
                mark: $crate::plan::table::mark($key),
                holds: { use $crate::plan::table::Holds::*; $holds },
                about: concat!($($what)?),
            }),+],
            musts: &[$($({
                let _ = stringify!($must);
                $key
            },)?)+],
        };
    )+};
}
pub(super) use shapes;

shapes! {
    FILE: "file" "一个规划可以分写在几个文件里 / several files together are one plan" {
        "plan": Table(&HEAD), "规划本身；所有文件中只写一次 / the plan itself, once in all files";
        "region": Tables(&REGION), "地区 / the regions";
        "reference": Tables(&REFERENCE), "\
            参照数列，由报送文件逐年给出 / series that targets are held against";
        "group": Tables(&GROUP), "专栏或章节 / boxes or chapters of the document";
        "indicator": Tables(&INDICATOR), "指标与任务 / indicators and tasks";
        "grade": Tables(&GRADE), "等次，依次试，先合者得 / grades; the first that holds is given";
        "points": Table(&POINTS), "得分；所有文件中只写一次 / points, once in all files";
        "adjust": Tables(&ADJUST), "中期调整 / targets that are adjusted from a year on";
        "audit": Table(&AUDIT), "\
            数据审核；所有文件中只写一次 / audits of what is sent, once in all files";
    }

    HEAD: "plan" "规划 / the plan" {
        "id" must: Text, "稳定的英文名，如 zhoushan-14fyp / a stable name in kebab-case";
        "title" must: Text, "规划的名称 / the title of the document";
        "title-en": Text, "规划的英文名称 / its title in English";
        "source": Text, "文号 / the document number";
        "baseline-year" must: Year, "基期年，如 2020 / the year of the baselines";
        "first-year" must: Year, "规划的第一年 / the first year of the plan";
        "target-year" must: Year, "目标年 / the year in which targets are due";
        "pace": Word(words::PLAN_PACES), "\
            目标年以前怎样判定：linear 按序时进度（默认），none 每年都对照目标值 / how years \
            before the target year are judged: on the straight line (default) or against the \
            target";
        "roster": Text, "\
            地区名录 CSV 的路径，表头为 code,name,level,within，其后可加 tags、name-en / path of a CSV \
            of regions";
        "targets": Text, "\
            分解表的路径，CSV 或 .xlsx，列为 指标,地区,年份,目标值,基期值，也可把地区或指标横排 / path of \
            a table of regions' targets: indicator,region,year,target,baseline";
    }

    REGION: "region" "地区 / a region" {
        "code": Text, "GB/T 2260 代码；功能区可以没有 / GB/T 2260 code; an area may have none";
        "name" must: Text, "名称 / the name that is printed";
        "name-en": Text, "英文名称，--lang en 时显示，报送时也可用 / its name in English, printed with \
            --lang en; submissions may use it too";
        "aliases": Texts, "报送时可用的其他名称 / other names that submissions may use";
        "level" must: Word(words::LEVELS), "\
            nation 全国，province 省，city 市，county 县（区），township 乡镇（街道），每级由下一级汇总；area \
            功能区（只判定，不汇总） / each level adds up to the next; an area is judged and never \
            summed";
        "within": Text, "所在地区的代码或名称 / code or name of the region it lies in";
        "tags": Texts, "\
            标签，如 沿海；applies-to 用它 / tags such as coastal, for applies-to";
        "allow": Allowed;
    }

    REFERENCE: "reference" "参照数列 / a series that targets are held against" {
        "id" must: Text, "稳定的英文名 / a stable name in kebab-case";
        "name" must: Text, "名称 / the name that is printed";
        "name-en": Text, "英文名称，--lang en 时显示，报送时也可用 / its name in English, printed with \
            --lang en; submissions may use it too";
        "aliases": Texts, "报送时可用的其他名称 / other names that submissions may use";
        "unit" must: Text, "单位 / the unit";
        "unit-en": Text, "单位的英文 / the unit in English";
        "growth-of": Text, "\
            水平值数列的 id；没有报送增长率时由它推算 / id of the levels that this growth follows \
            from where it is not sent";
        "shared": Flag, "\
            true：全市（最高一级）报送一行，各地区共用，如 全市平均 / one row, sent by the city (the \
            topmost), holds for every region";
        "shared-by": Word(words::LEVELS), "\
            这一级各地区各报送一行，在它之内的共用，如 各市的平均 / one row of each region of this \
            level holds for all within it";
        "allow": Allowed;
    }

    GROUP: "group" "专栏或章节 / a box or chapter of the document" {
        "id" must: Text, "稳定的英文名 / a stable name in kebab-case";
        "number": Label, "专栏的序号 / its number in the document";
        "title" must: Text, "标题 / its title";
        "title-en": Text, "英文标题 / its title in English";
        "cite": Text, "在原文何处 / where in the document it stands";
    }

    INDICATOR: "indicator" "指标或任务 / an indicator or a task" {
        "id" must: Text, "稳定的英文名，各不相同 / a stable name in kebab-case, its own";
        "number": Label, "序号，如 9 或 \"3.1.1\" / its number in the document";
        "name" must: Text, "名称 / the name that is printed";
        "name-en": Text, "英文名称，--lang en 时显示，报送时也可用 / its name in English, printed with \
            --lang en; submissions may use it too";
        "aliases": Texts, "报送时可用的其他名称 / other names that submissions may use";
        "attribute" must: Word(words::ATTRIBUTES), "属性 / binding, anticipatory, or a task";
        "group": Text, "所属专栏的 id / id of the group it is in";
        "item": Text, "专栏表中的“项目” / the row of the table it is part of";
        "item-en": Text, "“项目”的英文 / the same in English";
        "text": Text, "“目标要求”原文 / the target in the words of the document";
        "same-as": Text, "\
            所重复的指标的 id；只列出，不另判定 / id of the indicator it repeats; it is listed \
            and not judged again";
        "form": Word(&Form::WORDS), "\
            目标的形式：{forms}；不写时是 level，写了 reference 时是 relative / the form of the \
            target; level by default, relative where reference is written";
        "unit": Text, "单位，如 % 或 户 / the unit";
        "unit-en": Text, "\
            单位的英文；人、户、元等常用的不必写 / the unit in English; common ones, as of people and \
            money, are known";
        "numerator": Text, "分子的口径 / what the numerator counts";
        "numerator-en": Text, "分子口径的英文 / the same in English";
        "denominator": Text, "分母的口径 / what the denominator counts";
        "denominator-en": Text, "分母口径的英文 / the same in English";
        "count-unit": Text, "分子、分母的单位，如 人 / the unit of numerator and denominator";
        "count-unit-en": Text, "这一单位的英文 / the same in English";
        "denominator-unit": Text, "\
            分母的单位，如 亿元；与分子的单位相同时不写 / the unit of the denominator, where that \
            is another";
        "denominator-unit-en": Text, "这一单位的英文 / the same in English";
        "per": Positive, "\
            数值 = 分子/分母 × per：每千 1000，每万 10000，每10万 100000，人均 1；% 和 ‰ 不写 / the \
            value is numerator over denominator times per; not written with % and ‰";
        "scope": Word(words::SCOPES), "\
            判定谁：county 各县（区）和以上各级（默认最低一级），city 只有全市（在省的规划里是各市和省），\
            each-county 只有各县（区），total 只有最低一级之和 / who is judged: counties and all \
            above (by default the lowest level), the city alone (of a province the cities and the \
            province), each county alone, or only what the lowest level adds up to";
        "applies-to": Texts, "\
            适用于谁：地区的代码、名称或标签，或一级（county、area……）；其余地区不适用 / whom it \
            concerns: codes, names or tags of regions, or a level; to others it does not apply";
        "roll-up": Word(words::ALL_ROLL_UPS), "\
            全市值：none 不汇总，由市级自己报送；sum 相加（名称像平均数而可以相加的）；节点可用 \
            all（默认，各县都完成）或 any / the city's value: none is by a row of its own, sum \
            adds up what sounds like an average; of milestones all (default) or any";
        "growth": Flag, "\
            true：增长率，可以为负或超过 100% / a rate of growth, which may be negative or over \
            100%";
        "baseline": Number, "\
            基期值，照原文的位数写；没有则不写 / the baseline as the document prints it; left out \
            if there is none";
        "operator": Word(words::OPERATORS), "\
            比较：>= 与 ≥ 相同；between 在两数之间；± 在 tolerance 之内 / how the value is \
            compared";
        "threshold": Threshold, "\
            目标值；between 写 [低, 高] / the target; between takes [low, high]";
        "tolerance": Magnitude, "± 的幅度 / how far ± reaches";
        "about": Positive, "\
            左右：可以比目标值差多少，好的一边不限 / how far short of the threshold is enough; \
            beyond it there is no limit";
        "change": Word(words::CHANGES), "\
            变化的单位：absolute 与数值同单位，percent 占基期值的百分比 / what a change is \
            measured in: the unit of the value, or percent of the baseline";
        "reported": Word(words::REPORTED), "\
            报送的是什么：level 水平值（默认），change 变化本身（降低报负数），fall 降低了多少（降低 8.1 \
            报 8.1） / what is sent: levels (default), the change itself, or by how much it fell";
        "reference": Text, "参照数列的 id / id of the series it is held against";
        "growth-of": Text, "\
            水平值数列的 id；没有报送增长率时由它推算 / id of the levels that the growth follows \
            from where it is not sent";
        "any-of": Texts, "\
            其中一项达到即可：各指标的 id / ids of the indicators of which one has to be met";
        "all-of": Texts, "\
            每一项都要达到：各指标的 id / ids of the indicators that have to be met, each";
        "rank-of": Text, "\
            名次：按哪项指标的数值排，写它的 id / rank: the id of the indicator by whose values regions \
            are ranked";
        "share-of": Text, "\
            达标的县（区）占多少：哪项指标的 id / id of the indicator that a share of counties meets";
        "milestones": Milestones, "\
            规划写明的年度值，如 { 2023 = 80 }；目标是范围的可写 [低, 高] / values that the plan \
            writes for years before the target is due; of a range also [low, high]";
        "pace": Word(words::PACES), "\
            linear 按序时进度（默认），at-end 目标年才到期 / on the straight line (default), or \
            due in the target year alone";
        "baseline-year": Year, "\
            基期年，与规划的不同才写 / the year of its baseline, where that is not the plan's";
        "due": Year, "\
            目标到期的年份，以后各年都对照目标值；默认为目标年 / the year in which the target is due, \
            and from which on it is demanded; the target year by default";
        "weight": Positive, "\
            得分的权重；不写则不计分 / its weight among points; without one it counts for none";
        "regions": Keyed(&REGION_TARGET), "\
            分解任务：各地区自己的目标，键是地区的代码或名称 / targets of regions of their own, by \
            code or name";
        "by-region": Word(words::BY_REGION), "\
            分解到地区时，没有自己目标的地区：same 用规划的目标，required 不许有这样的县（区）；不写 \
            则没有任务，不作要求 / regions without a target of their own where others have one: same \
            is the plan's target, required is that no county lacks one; if left out, nothing is due \
            from them";
        "allow": Allowed;
        "cite": Text, "在原文何处 / where in the document it stands";
    }

    GRADE: "grade" "等次，不影响判定 / a grade; no verdict depends on it" {
        "name" must: Text, "名称，如 快于预期 / the name that is printed";
        "name-en": Text, "英文名称 / its name in English";
        "of": Word(words::GRADED_BY), "\
            完成率对照什么：requirement 年度要求（默认），target 目标值 / what the completion is \
            taken of: the year's requirement (default) or the target";
        "from": Number, "\
            完成率至少百分之几；最后一等不写，其余都归它 / from how many percent on; the last has \
            none and takes the rest";
    }

    POINTS: "points" "得分，不影响判定 / points; no verdict depends on them" {
        "cap": Positive, "\
            完成率至多算到百分之几，如 120 / up to how many percent a completion counts";
    }

    REGION_TARGET: "region-target" "一个地区自己的目标 / what one region has of its own" {
        "threshold": Threshold, "目标值；比较符用指标的 / the target, with the indicator's operator";
        "baseline": Number, "基期值 / the baseline";
        "milestones": Milestones, "年度值 / values for years before the target is due";
        "baseline-year": Year, "基期年 / the year of its baseline";
        "due": Year, "到期的年份 / the year in which its target is due";
        "cite": Text, "在原文何处 / where in the document it stands";
    }

    ADJUST: "adjust" "中期调整：从某年起换用的目标 / what holds from a year on" {
        "indicator" must: Text, "指标的 id、名称或序号 / id, name or number of the indicator";
        "from" must: Year, "从哪一年起；以前各年的判定不变 / from which year on; years before keep theirs";
        "region": Text, "只调整这个地区自己的目标；不写是规划的目标 / code or name of the one region \
            whose target is adjusted; the plan's if left out";
        "threshold": Threshold, "目标值；比较符用指标的 / the target, with the indicator's operator";
        "baseline": Number, "基期值 / the baseline";
        "milestones": Milestones, "\
            这一年起的年度值；不再有的写空表 / values for years from then on; an empty table for none";
        "baseline-year": Year, "\
            基期年，在 from 以前 / the year of the baseline, before from";
        "due": Year, "到期的年份 / the year in which the target is due";
        "cite": Text, "在哪个文件何处 / where in the document it stands";
    }

    AUDIT: "audit" "数据审核 / audits" {
        "change-points": Magnitude, "\
            百分比比上年变化至多几个百分点；不写则不审 / by how many points a rate may change in \
            a year; not audited if left out";
        "change-percent": Magnitude, "\
            其他数值比上年变化至多百分之几；不写则不审 / by how many percent other values may \
            change in a year; not audited if left out";
        "growth": Magnitude, "\
            增长率至多百分之几，升降都算；不写则不审 / how many percent growth may be, up or \
            down; not audited if left out";
        "deny": Audits, "强制性：查出的行无效 / hard: what they find makes the row invalid";
        "warn": Audits, "核实性：查出的行要在备注中说明 / soft: what they find must be explained";
        "allow": Audits, "不审 / not audited";
    }
}
