//! 中文.

use super::XlsxWords;
use crate::term::{BaselineSource, Form, Level};

pub(super) const WORDS: XlsxWords = XlsxWords {
    matrix: "总表",
    shortfalls: "未达要求",
    rows: "全部判定",
    findings: "数据问题",
    guide: "说明",
    people: "折合（人、个等）",
    count_unit: "计数单位",
    unit: "单位",
    why: "情况",
    code: "代号",
    line: "行",
    column: "栏",
    severity: "轻重",
    message: "问题",
    advice: &[
        (
            "各表",
            "总表：指标 × 地区的数值和判定，一年一张。未达要求：差距大的在前，其后是未能判定的和已豁免的。全部判定：一行一个判定，各栏与 --format csv 相同。数据问题：审核报送数据时的发现。",
        ),
        (
            "数值",
            "按指标的单位写，百分数写作百分点数（57.20% 的单元格存的是 57.20，不是 0.572），与差距、CSV 同一口径。差距＝数值－年度要求，负的是差多少，百分数的差距以百分点计。",
        ),
        ("折合", "按分母不变折合成人、户、机构等：负数是差多少个，正数是还有多少余量。"),
        (
            "位数",
            "判定用精确值；显示的位数足以看出是否达到要求。超过 15 位的数存为文本，因为电子表格存不下。",
        ),
        ("颜色", "颜色和底纹只作辅助，判定以文字为准，灰度打印也能看清。"),
        (
            "限度",
            "过长的文字（32,767 字以上）截断并以“…”结尾；列不下的行在表下注明条数，--format csv 或 json 给出全部。表中没有公式，“=”开头的内容都是文本。",
        ),
    ],
    foot: "第 &P 页，共 &N 页",
};

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::City => "全市",
        Level::County => "县（区）",
        Level::Area => "功能区",
    }
}

pub(super) fn baseline(source: BaselineSource) -> &'static str {
    match source {
        BaselineSource::Plan => "规划",
        BaselineSource::History => "本地区",
    }
}

pub(super) fn form(form: Form) -> &'static str {
    match form {
        Form::Level => "水平",
        Form::Kept => "保持",
        Form::Relative => "相对",
        Form::Sum => "累计",
        Form::EachYear => "每年",
        Form::Change => "变化",
        Form::Multiple => "倍数",
        Form::Milestone => "节点",
        Form::FullCoverage => "全覆盖",
        Form::Words => "文字",
    }
}
