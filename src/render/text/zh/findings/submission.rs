//! 中文: what findings in what was sent say.

use super::meant;
use crate::diagnostic::{Binary, Container, NumberField, SubmissionProblem, Unclear, YearSource};
use crate::render::text::{Message, shorten};

fn number_field(field: NumberField) -> &'static str {
    match field {
        NumberField::Value => "数值",
        NumberField::Numerator => "分子",
        NumberField::Denominator => "分母",
        NumberField::Total => "累计",
    }
}

pub(in crate::render::text) fn message(problem: &SubmissionProblem) -> Message {
    use SubmissionProblem as S;
    match problem {
        S::Empty => Message::new("文件是空的").help("请确认选对了文件，并且已经保存"),
        S::NoRows => Message::new("只有表头，没有数据行"),
        S::NoHeader { found, lacking, separator } => {
            let found = if found.iter().all(String::is_empty) {
                "空白".to_owned()
            } else {
                shorten(&found.join(","))
            };
            Message::new(format!(
                "第一行不是可识别的表头（读到：{found}），缺少：{}",
                lacking.join("、")
            ))
            .help(match separator {
                Some(mark) => format!("列之间用的是“{}”，请改用半角逗号", mark.escape_default()),
                None => "表头应为：年份,地区,指标,数值,分子,分母,备注".to_owned(),
            })
        }
        S::Binary { what } => match what {
            Binary::Known(Container::Zip) => {
                Message::new("这是压缩文件或工作簿（.xlsx、.ods），不是 CSV")
            }
            Binary::Known(Container::Ole) => Message::new("这是旧式工作簿（.xls），不是 CSV"),
            Binary::Known(Container::Pdf) => Message::new("这是 PDF，不是 CSV"),
            Binary::Known(Container::Gzip) => Message::new("这是 gzip 压缩文件，不是 CSV"),
            Binary::Unknown => Message::new("这是二进制文件，不是 CSV"),
        }
        .help("请在电子表格软件中另存为“CSV UTF-8（逗号分隔）”"),
        S::Undecodable { encoding, offset, other } => {
            let other = other.map_or(String::new(), |(name, offset)| {
                format!("；也不是 {name}，第 {} 字节起无法解读", offset + 1)
            });
            Message::new(format!("不是 {encoding} 编码：第 {} 字节起无法解读{other}", offset + 1))
                .help(
                    "请在电子表格软件中另存为“CSV UTF-8（逗号分隔）”，或用 --encoding 指明编码；\
                     该文件的行均未采用",
                )
        }
        S::UnclosedQuote => Message::new("引号没有配对，其后的内容都读不出")
            .help("请补上右引号；单元格中的引号要写成两个"),
        S::DuplicateColumn { name } => {
            Message::new(format!("“{name}”这一列出现了两次")).help("请只保留一列")
        }
        S::UnknownColumn { name } => Message::new(format!("不认识“{name}”这一列，未采用"))
            .help("可用的列：年份、地区、指标、数值、分子、分母、累计、备注"),
        S::CellCount { expected, found } => {
            Message::new(format!("这一行有 {found} 格，表头有 {expected} 格"))
                .help("请检查是否多了或少了逗号；数值中的逗号要连同数值放在引号里")
        }
        S::Nul => Message::new("这一行含有空字符（NUL）").help("请重新保存文件"),
        S::UnknownRegion { name, nearest } => {
            let message = Message::new(match name.is_empty() {
                true => "地区没有填".to_owned(),
                false => format!("规划中没有“{}”这个地区", shorten(name)),
            });
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| "请用规划中的地区名称或代码".into()),
            )
        }
        S::AmbiguousRegion { name } => {
            Message::new(format!("叫“{name}”的地区不止一个")).help("请改用地区代码")
        }
        S::UnknownIndicator { name, nearest } => {
            let message = Message::new(match name.is_empty() {
                true => "指标没有填".to_owned(),
                false => format!("规划中没有“{}”这个指标", shorten(name)),
            });
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| {
                    "请用指标的名称、序号或 id；dabiao plan show 列出全部".into()
                }),
            )
        }
        S::BadYear { text } => {
            Message::new(format!("“{}”不是年份", shorten(text))).help("年份写四位数字，如 2023")
        }
        S::NoYear => Message::new("不知道是哪一年的数据")
            .help("请填写年份列，或在文件名中写年份（如 2023.csv），或用 --year 指定"),
        S::YearConflict { column, other, source } => {
            let source = match source {
                YearSource::FileName => "文件名",
                YearSource::Flag => "--year",
            };
            Message::new(format!("年份列写的是 {column}，{source}却是 {other}"))
                .help("请改正其中之一；该行未采用")
        }
        S::NameAgainstFlag { name, flag } => {
            Message::new(format!("文件名中的年份是 {name}，--year 却是 {flag}"))
                .help("请改正其中之一；该文件未采用")
        }
        S::YearBeforePlan { year, baseline } => {
            Message::new(format!("{year} 年早于规划的基期 {baseline} 年"))
                .help("未采用；请改正年份")
        }
        S::NotANumber { text, field } => {
            Message::new(format!("{}“{}”不是数", number_field(*field), shorten(text)))
                .help("请只填数；没有数值时留空或填“无数据”")
        }
        S::TooLong { text, most } => Message::new(format!("“{}”位数太多", shorten(text)))
            .help(format!("最多 {most} 位数字；请核对")),
        S::Negative { text } => Message::new(format!("{text} 小于 0，不可能"))
            .help("请改正；没有数值时留空或填“无数据”"),
        S::Above100 { value } => Message::new(format!("{value} 超过 100%，不可能"))
            .help("覆盖率、比例不会超过 100%；请核对分子和分母"),
        S::PercentSign { text, unit } if unit.is_empty() => {
            Message::new(format!("分子、分母是个数，不应有百分号：{text}"))
                .help("请填个数；比率填在“数值”列")
        }
        S::PercentSign { text, unit } => {
            Message::new(format!("单位是“{unit}”，不应有百分号：{text}"))
                .help(format!("请填以“{unit}”为单位的数"))
        }
        S::Fraction { text, percent, counted } => {
            let or = if *counted { "，或填写分子和分母" } else { "" };
            Message::new(format!("{text} 是 {percent}% 还是 {text}%？无法断定"))
                .help(format!("请写成 {percent}% 或 {text}%{or}"))
        }
        S::NumeratorAbove { numerator, denominator } => {
            Message::new(format!("分子 {numerator} 大于分母 {denominator}")).help("请核对是否填反")
        }
        S::HalfCounts { missing } => {
            Message::new(format!("只填了一半：缺{}", number_field(*missing)))
                .help("分子和分母要么都填，要么都不填")
        }
        S::RatioMismatch { sent, computed, counts: (numerator, denominator) } => {
            Message::new(format!("数值 {sent} 与 {numerator}/{denominator} = {computed}% 不符"))
                .help("请改正数值、分子或分母；也可不填数值，由分子分母计算")
        }
        S::RateWithoutBase { sent } => Message::new(format!("分母为 0，却填了数值 {sent}"))
            .help("分母为 0 即“不适用”：请把数值留空，或改正分母"),
        S::StrayQuote { first, last } => Message::new(if first == last {
            "引号的位置不对，这一行未采用".to_owned()
        } else {
            format!("引号的位置不对：第 {first} 行到第 {last} 行被连成一行，均未采用")
        })
        .help("引号只能括住整个单元格；单元格中的引号要写成两个"),
        S::RecordTooLong { most } => {
            Message::new(format!("这一行超过 {most} MiB，从这里起都没有读"))
                .help("多半是引号没有配对，或者文件没有换行；请检查后重新保存")
        }
        S::CountsUnused { unit } if unit.is_empty() => {
            Message::new("该指标只问是否完成，分子和分母未采用").help("请把分子和分母留空")
        }
        S::CountsUnused { unit } => {
            Message::new(format!("该指标的单位是“{unit}”，分子和分母未采用"))
                .help("请填在“数值”列，把分子和分母留空")
        }
        S::TotalUnused => Message::new("该指标不逐年累计，“累计”未采用").help("请把“累计”留空"),
        S::NotDone { text } => {
            Message::new(format!("“{}”不是“是”或“否”，也不是日期", shorten(text)))
                .help("请填“是”、“否”，或完成的日期，如 2023-06-30、2023年6月30日")
        }
        S::NotApplicableUnexplained => {
            Message::new("填了“不适用”，没有说明理由").help("请在备注列说明理由")
        }
        S::NotApplicableWithCounts => {
            Message::new("填了“不适用”，又填了分子或分母").help("请只留其一")
        }
        S::Duplicate { region, indicator, year } => {
            Message::new(format!("重复报送：{region} {year} 年“{indicator}”"))
                .help("请只保留一行；重复的各行均未采用")
        }
        S::UnclearNumber { text, field, why } => {
            let (what, help) = match why {
                Unclear::About => ("不是确切的数", "请填确切的数，不带“约”“左右”“以上”“≥”等"),
                Unclear::Exponent => ("是科学计数法", "请写出全部数字，如 150000"),
                Unclear::Separators => {
                    ("中的逗号或空格不是千位分隔", "请去掉逗号和空格；小数点写“.”")
                }
                Unclear::Words => ("不是阿拉伯数字", "请用阿拉伯数字；没有数值时留空或填“无数据”"),
            };
            Message::new(format!("{}“{}”{what}", number_field(*field), shorten(text))).help(help)
        }
        S::Parentheses { text, number } => {
            let (text, number) = (shorten(text), shorten(number));
            Message::new(format!("“{text}”带括号，无法断定是否为负数"))
                .help(format!("负数请写成 -{number}，正数请写成 {number}"))
        }
        S::OtherUnit { text, found, wanted } if wanted.is_empty() => {
            let (text, found) = (shorten(text), shorten(found));
            Message::new(format!("“{text}”的单位“{found}”不是分子、分母的计数单位"))
                .help("请只填个数；单位可以不写，要写就写“人”“户”“个”“家”等")
        }
        S::OtherUnit { text, found, wanted } => {
            let (text, found) = (shorten(text), shorten(found));
            Message::new(format!("“{text}”的单位是“{found}”，应为“{wanted}”"))
                .help(format!("请填以“{wanted}”为单位的数；单位可以不写"))
        }
        S::HalfUnit { text, number, unit } => {
            let (text, number) = (shorten(text), shorten(number));
            Message::new(format!("“{text}”没有写全单位（应为“{unit}”），无法断定")).help(format!(
                "若是 {number} {unit}，请写“{number}”或“{number}{unit}”；否则请写出全部数字"
            ))
        }
        S::DuplicateFile { values, different } => {
            let same = match different {
                0 => "内容都相同".to_owned(),
                different => format!("其中 {different} 个内容不同"),
            };
            Message::new(format!("两个文件重复：{values} 个数值两处都有，{same}"))
                .help("请只给一个文件；两处都有的数值均未采用")
        }
        S::MoreFindings { unseen } => {
            Message::new(format!("另有 {unseen} 处问题未列出")).help("改正后请再次检查")
        }
    }
}
