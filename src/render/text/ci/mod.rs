//! The words of the reports that other programs read out to people, one file a language.

mod en;
mod zh;

use super::Lang;
use crate::diagnostic::{Problem, Severity, Subject};
use crate::render::verdict::Told;
use crate::report::{Report, Selection, Silence};
use crate::term::{RegionId, Year};

/// Fixed words of those reports.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct CiWords {
    pub findings: &'static str,
    pub not_counted: &'static str,
    pub count: &'static str,
    pub clause: &'static str,
    pub about: &'static str,
}

impl Lang {
    /// The fixed words of the reports for CI.
    pub fn ci_words(self) -> &'static CiWords {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// The language's tag, as in RFC 5646.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// A verdict as a sentence.
    pub(in crate::render) fn verdict(self, told: Told<'_>) -> String {
        match self {
            Self::Zh => zh::verdict(told),
            Self::En => en::verdict(told),
        }
    }

    /// Whose figure a finding is about, of what and of when, as far as that is known.
    pub(in crate::render) fn about(self, subject: &Subject) -> String {
        let names: Vec<&str> = subject.series.iter().map(|series| series.name.as_str()).collect();
        let region = subject.region.as_ref().map(|region| region.name.as_str());
        match self {
            Self::Zh => zh::about(region, &names, subject.year),
            Self::En => en::about(region, &names, subject.year),
        }
    }

    /// What was asked for, before how the run of it ends; nothing if it is all there is.
    pub fn asked(self, selection: &Selection) -> String {
        let regions = selection.regions.iter().map(|region| region.name.as_str()).collect();
        let indicators = selection.indicators.iter().map(|it| it.name.as_str()).collect();
        let attributes = selection.attributes.iter().map(|it| self.attribute(*it)).collect();
        let named: [Vec<&str>; 3] = [regions, indicators, attributes];
        let lists = named.iter().filter(|names| !names.is_empty());
        let lists: Vec<String> = lists.map(|names| self.few(names)).collect();
        match (self, lists.is_empty()) {
            (_, true) => String::new(),
            (Self::Zh, false) => format!("所问：{}　", lists.join(self.ci_words().clause)),
            (Self::En, false) => format!("Asked for: {}. ", lists.join(self.ci_words().clause)),
        }
    }

    /// A line a year for the regions of whom nothing was read.
    pub(in crate::render) fn silence(self, silence: &Silence, report: &Report) -> Vec<String> {
        let line = |(year, (regions, values)): (Year, (Vec<RegionId>, u64))| {
            let region = |id: &RegionId| report.regions.get(id.index());
            let names: Vec<&str> =
                regions.iter().filter_map(region).map(|region| region.name.as_str()).collect();
            let names = self.few(&names);
            match self {
                Self::Zh => format!("{year} 年没有读到任何数值：{names}；缺报 {values} 项"),
                Self::En => {
                    format!("nothing was read for {year}: {names}; missing values {values}")
                }
            }
        };
        silence.years().into_iter().map(line).collect()
    }

    /// The first names, and how many there are.
    fn few(self, names: &[&str]) -> String {
        const FEW: usize = 4;
        let first = names.iter().take(FEW).copied().collect::<Vec<_>>();
        match (self, names.len() > FEW) {
            (Self::Zh, false) => first.join("、"),
            (Self::Zh, true) => format!("{}等 {} 个", first.join("、"), names.len()),
            (Self::En, false) => first.join(", "),
            (Self::En, true) => format!("{} and others ({})", first.join(", "), names.len()),
        }
    }

    /// What findings of such a problem are about.
    pub fn subject(self, problem: &Problem) -> &'static str {
        match self {
            Self::Zh => zh::subject(problem),
            Self::En => en::subject(problem),
        }
    }

    /// What a finding's weight means for the verdicts.
    pub fn weight(self, severity: Severity) -> &'static str {
        match self {
            Self::Zh => zh::weight(severity),
            Self::En => en::weight(severity),
        }
    }

    /// So many findings that keep the data from being judged whole.
    pub fn errors_found(self, count: u64) -> String {
        match self {
            Self::Zh => zh::errors_found(count),
            Self::En => en::errors_found(count),
        }
    }

    /// More of something than a format has room for.
    pub fn unlisted(self, count: u64) -> String {
        match self {
            Self::Zh => zh::unlisted(count),
            Self::En => en::unlisted(count),
        }
    }
}
