//! The words of an assessment as an official document.

use super::{Lang, words};
use crate::report::Stage;
use crate::term::Year;

words! {
    /// Fixed words of an assessment.
    pub(in crate::render) AssessmentWords of assessment_words:
    /// A line of the title.
    sample: "\n（示例数据）", "\n(sample figures)";
    charts: "分指标图", "Indicator by indicator";
    charts_key:
        "圆点是达到要求的地区，菱形是其他地区，短横线是年度要求。纵轴按数值取范围，不一定从零起。",
        "Dots: regions that meet their requirement; diamonds: the others; short lines: \
         what the year requires. The axis fits the values and need not begin at zero.";
    methods: "判定方法", "How it is judged";
    /// The document is there to be edited.
    colophon:
        "本文稿由程序依据规则文件和报送数据生成，供编辑使用。程序版本：",
        "Drafted by a program from the rules and the submitted data, to be edited. Version: ";
}
impl Lang {
    /// Which assessment it is, of which plan and years, in lines.
    pub(in crate::render) fn assessment(self, plan: &str, stage: Stage, years: &[Year]) -> String {
        let years = match years {
            [first, .., last] if usize::from(last - first) + 1 == years.len() => {
                format!("{first}–{last}")
            }
            years => self.list(years.iter().map(Year::to_string)),
        };
        let stage = self.stage(stage);
        match (self, &*years) {
            (_, "") => format!("{plan}\n{stage}"),
            (Self::Zh, years) => format!("{plan}\n{stage}（{years} 年）"),
            (Self::En, years) => format!("{plan}\n{stage} ({years})"),
        }
    }

    /// The mark of an annex; of the only one without a number.
    pub(in crate::render) fn annex(self, number: Option<usize>) -> String {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        match self {
            Self::Zh => format!("附件{number}"),
            Self::En => format!("Annex {number}").trim_end().to_owned(),
        }
    }
}
