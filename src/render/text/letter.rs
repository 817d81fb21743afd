//! The words of letters to regions.

use super::{Lang, words};
use crate::render::file_name;
use crate::report::Letter;
use crate::term::{Date, Year};

words! {
    /// Fixed words of a letter.
    pub(in crate::render) LetterWords of letter_words:
    from: "发函", "From";
    to: "收函", "To";
    checked: "对照", "Held against";
    findings: "数据问题", "Findings in the data";
    short: "未达到要求", "Shortfalls";
    thin: "达到要求，但余量很小", "Passes, with hardly anything to spare";
    left: "余量", "To spare";
    open: "须改正或补报", "To be corrected or sent";
    notes: "供参考，不须处理", "For information, nothing to do";
    weight: "轻重", "Weight";
    message: "问题", "Finding";
    help: "办法", "What to do";
    withheld: "（涉及其他地区，从略）", "(left out: it tells of another region)";
    is_sample: "示例数据：所检查的数据注明数字是编造的，本函只作演示。",
        "Sample data (示例数据): what was checked says that its figures are made up; this letter only shows what one is like.";
    complete: "报送的数据完整、可用，不须重报。", "What was sent is complete and can be used; nothing need be sent again.";
    /// By which the program knows a letter as its own.
    sheet: "反馈函", "Letter";
    end: "（本函由 dabiao 根据报送数据和规划生成。）", "(This letter was made by dabiao from the submission and the plan.)";
}
impl Lang {
    /// What the letter is.
    pub(in crate::render) fn letter_title(self, to: &str, years: &[Year]) -> String {
        match (self, years) {
            (Self::Zh, []) => format!("{to}报送数据反馈函"),
            (Self::Zh, years) => format!("{to} {} 年报送数据反馈函", self.list(years)),
            (Self::En, []) => format!("To {to}: on its submission"),
            (Self::En, years) => format!("To {to}: on its submission of {}", self.list(years)),
        }
    }

    /// The number of a part.
    pub(in crate::render) fn part(self, at: usize) -> String {
        let chinese = ["一", "二", "三", "四", "五"].get(at).copied().unwrap_or_default();
        self.pick(format!("{chinese}、"), format!("{}. ", at + 1))
    }

    /// The order of what falls short.
    pub(in crate::render) fn binding_first(self) -> String {
        let order = self.words().binding_first;
        match self {
            Self::Zh => format!("{order}。"),
            Self::En => format!("Order: {order}."),
        }
    }

    /// What is little to spare.
    pub(in crate::render) fn how_thin(self, handful: i64, hundredths: i64) -> String {
        match self {
            Self::Zh => format!(
                "余量不足 {handful} 人（户、个等）的；没有分子、分母的，不足 0.{hundredths:02} 个百分点的。再少这么多就达不到要求，请保持。"
            ),
            Self::En => format!(
                "Fewer than {handful} people, homes or the like to spare; of rates without counts, less than 0.{hundredths:02} points."
            ),
        }
    }

    /// Findings that are not told in so many words, as they tell of others.
    pub(in crate::render) fn withheld(self, count: u64) -> String {
        match self {
            Self::Zh => format!("其中 {count} 处涉及其他地区，本函从略，请与发函单位核对。"),
            Self::En => format!(
                "Told without words, as they tell of other regions too: {count}; ask who sent the \
                 letter."
            ),
        }
    }

    /// Findings that ask for nothing, and are left out.
    pub(in crate::render) fn settled(self, count: u64) -> String {
        match self {
            Self::Zh => {
                format!("以前年度数据中的、已在备注中说明的情况共 {count} 处，不须再办，未列出。")
            }
            Self::En => format!(
                "Found in years before, or explained in remarks already: {count}; these ask for \
                 nothing, and are not listed."
            ),
        }
    }

    /// What stands out is to be explained, or corrected, and by when.
    pub(in crate::render) fn explain_those(self, due: Option<Date>) -> String {
        let by = due.map_or_else(String::new, |day| self.by_day(day));
        match self {
            Self::Zh => format!(
                "报送的数据都已判定。请{by}逐条核对以上数据问题：有误的改正后重新报送，无误的说明原因。"
            ),
            Self::En => format!(
                "All that was sent was judged. Please look at each of the findings above{by}: \
                 correct what is wrong and send it again, explain what is right."
            ),
        }
    }

    fn by_day(self, day: Date) -> String {
        match self {
            Self::Zh => format!("于{}年{}月{}日前", day.year(), day.month(), day.day()),
            Self::En => format!(" by {day}"),
        }
    }

    /// What is to be sent again, and by when.
    pub(in crate::render) fn send_again(self, due: Option<Date>) -> String {
        let by = due.map_or_else(String::new, |day| self.by_day(day));
        match self {
            Self::Zh => format!("请{by}把以上各项改正、补齐后重新报送。"),
            Self::En => format!("Please correct and complete these, and send them again{by}."),
        }
    }

    /// How many letters were written, and where.
    pub fn letters_written(self, count: usize, format: &str, folder: &str) -> String {
        match self {
            Self::Zh => format!("已写入 {folder}：{count} 封反馈函（{format}）"),
            Self::En => format!("letters written to {folder}: {count} ({format})"),
        }
    }

    /// The name of a letter's file, without its ending.
    pub fn letter_file(self, letter: &Letter<'_>, with_code: bool) -> String {
        let region = letter.to();
        let code = region.code.as_deref().filter(|_| with_code);
        let code = code.map_or(String::new(), |code| format!("-{code}"));
        file_name(&format!("{}-{}{code}", self.pick("反馈函", "letter"), &*region.name))
    }
}
