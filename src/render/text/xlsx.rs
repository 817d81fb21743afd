//! The words of the workbook.

use super::{Lang, words};
use crate::term::{BaselineSource, Level};

words! {
    /// Fixed words of the workbook.
    pub XlsxWords of xlsx_words:
    /// Names of sheets: at most 31 characters, of which none is one of `[]:*?/\`.
    matrix: "总表", "Matrix";
    regions: "各地区", "Regions";
    due: "到期", "Due";
    met: "达到", "Pass";
    shortfalls: "未达要求", "Shortfalls";
    rows: "全部判定", "All verdicts";
    findings: "数据问题", "Findings";
    guide: "说明", "About";
    people: "折合（人、个等）", "In people or institutions";
    count_unit: "计数单位", "Counted in";
    unit: "单位", "Unit";
    why: "情况", "Remarks";
    code: "代号", "Code";
    line: "行", "Line";
    column: "栏", "Column";
    severity: "轻重", "Weight";
    message: "问题", "Finding";
    /// The foot of a printed page.
    foot: "第 &P 页，共 &N 页", "Page &P of &N";
}
impl Lang {
    /// How to read the workbook: what, and how.
    pub(in crate::render) fn advice(self) -> [(&'static str, &'static str); 7] {
        self.pick(
            [
                (
                    "各表",
                    "总表：指标 × 地区的数值和判定，一年一张。各地区：每个地区到期、达到和未达到的项数。未达要求：约束性在前，同一属性中按所差的比例从大到小，其后是未能判定的和已豁免的。全部判定：一行一个判定，各栏与 CSV 报告相同。数据问题：审核报送数据时的发现。其后每个县（区）一张（40 个以内），是它的全部判定。",
                ),
                (
                    "数值",
                    "按指标的单位写，百分数写作百分点数（57.20% 的单元格存的是 57.20，不是 0.572），与差距、CSV 同一口径。",
                ),
                (self.words().margin, self.margin_is()),
                ("折合", "按分母不变折合成人、户、机构等：负数是差（越低越好的是超）多少个，正数是还有多少余量。"),
                (
                    "位数",
                    "判定用精确值；显示的位数足以看出是否达到要求。超过 15 位的数存为文本，因为电子表格存不下。",
                ),
                ("颜色", "颜色和底纹只作辅助，判定以文字为准，灰度打印也能看清。"),
                (
                    "限度",
                    "过长的文字（32,767 字以上）截断并以“…”结尾；列不下的行在表下注明条数，CSV 或 JSON 报告给出全部。表中没有公式，“=”开头的内容都是文本。",
                ),
            ],
            [
                (
                    "Sheets",
                    "Matrix: value and verdict of every indicator and region, a sheet a year. Shortfalls: binding first, then by the share that is lacking; behind them what could not be judged, then what is waived. All verdicts: a row each, with the columns of the CSV report. Findings: what was found in the data. Behind these a sheet a region, if there are 40 at most, with all verdicts on it.",
                ),
                (
                    "Values",
                    "In the unit of the indicator; a percentage is its number of points (a cell that shows 57.20% holds 57.20, not 0.572), as margins and CSV have it.",
                ),
                (self.words().margin, self.margin_is()),
                (
                    "In people",
                    "The margin in people, households or institutions, the denominator staying: negative is short by (or too many, where lower is better), positive is to spare.",
                ),
                (
                    "Digits",
                    "Verdicts rest on exact values; as many digits are shown as tell whether the requirement holds. Numbers of more than 15 digits are text, as spreadsheets can't hold them.",
                ),
                (
                    "Colours",
                    "Colours and patterns only help: the words are the verdict, and can be read when printed in grey.",
                ),
                (
                    "Limits",
                    "Texts beyond 32,767 characters are cut and end in an ellipsis; rows beyond a sheet's share are counted below it, and the CSV or JSON report has all. There are no formulas: what begins with = is text.",
                ),
            ],
        )
    }

    /// The part a region plays, the whole or one of several.
    pub(in crate::render) fn region_level(self, level: Level, is_whole: bool) -> &'static str {
        match (level, is_whole) {
            (Level::Nation, _) => self.pick("全国", "nation"),
            (Level::Province, true) => self.pick("全省", "province"),
            (Level::Province, false) => self.pick("省", "province"),
            (Level::City, true) => self.pick("全市", "city"),
            (Level::City, false) => self.pick("市", "city"),
            (Level::County, _) => self.pick("县（区）", "county"),
            (Level::Township, _) => self.pick("乡镇（街道）", "township"),
            (Level::Area, _) => self.pick("功能区", "area"),
        }
    }

    /// The regions of a level.
    pub(in crate::render) fn regions_of(self, level: Level) -> &'static str {
        let several = match level {
            Level::Nation => "nations",
            Level::Province => "provinces",
            Level::City => "cities",
            Level::County => "counties",
            Level::Township => "townships",
            Level::Area => "areas",
        };
        self.pick(self.region_level(level, false), several)
    }

    /// Whose baseline it is.
    pub(in crate::render) fn baseline(self, source: BaselineSource) -> &'static str {
        match source {
            BaselineSource::Plan => self.pick("规划", "the plan's"),
            BaselineSource::Region => self.pick("规划分解", "the plan's for the region"),
            BaselineSource::History => self.pick("本地区", "the region's own"),
            BaselineSource::YearBefore => self.pick("上年", "the year before"),
        }
    }
}
