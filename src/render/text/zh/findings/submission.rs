//! 中文: what findings in what was sent say.

use super::meant;
use crate::diagnostic::{
    Binary, Bulk, Container, Foreign, NumberField, RegionSource, SheetName, SubmissionProblem,
    Unclear, Unread, YearSource,
};
use crate::render::Lang;
use crate::render::text::{Message, shorten};

fn year_source(source: YearSource) -> &'static str {
    match source {
        YearSource::FileName => "文件名",
        YearSource::Flag => "--year ",
        YearSource::Title => "表头上方的标题",
        YearSource::Sheet => "工作表名称",
        YearSource::Heading => "列名",
    }
}

fn region_source(source: RegionSource) -> &'static str {
    match source {
        RegionSource::FileName => "文件名",
        RegionSource::Title => "填报单位",
        RegionSource::Sheet => "工作表名称",
        RegionSource::Column => "另一列",
    }
}

pub(super) fn number_field(field: NumberField) -> &'static str {
    match field {
        NumberField::Value => "数值",
        NumberField::Numerator => "分子",
        NumberField::Denominator => "分母",
        NumberField::Total => "累计",
    }
}

/// What there is too much of in a table or a workbook.
fn bulk(what: Bulk, of: &str) -> String {
    match what {
        Bulk::File { mebibytes } => format!("文件超过 {mebibytes} MiB"),
        Bulk::Unpacked { mebibytes } => format!("{of}解压后超过 {mebibytes} MiB"),
        Bulk::Cells { most } => format!("{of}超过 {most} 格"),
        Bulk::Text { mebibytes } => format!("{of}中的文字超过 {mebibytes} MiB"),
        Bulk::OneText { mebibytes } => format!("{of}中有一段文字超过 {mebibytes} MiB"),
        Bulk::Columns { most } => format!("{of}超过 {most} 列"),
        Bulk::Sheets { most } => format!("{of}的工作表超过 {most} 张"),
        Bulk::Parts { most } => format!("{of}里的文件超过 {most} 个"),
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
            Binary::Known(Container::Pdf) => Message::new("这是 PDF，不是表格"),
            Binary::Known(Container::Gzip) => Message::new("这是 gzip 压缩文件，不是表格"),
            Binary::Unknown => Message::new("这是二进制文件，不是表格"),
        }
        .help("请在电子表格软件中另存为 .xlsx 或 CSV；压缩文件请先解压；UTF-16 等编码的文本请用 --encoding 指明"),
        S::Undecodable { encoding, offset, other } => {
            let other = other.map_or(String::new(), |(name, offset)| {
                format!("；也不是 {name}，第 {} 字节起无法解读", offset + 1)
            });
            Message::new(format!("不是 {encoding} 编码：第 {} 字节起无法解读{other}", offset + 1))
                .help(
                    "请在电子表格软件中另存为 .xlsx 或 CSV；压缩文件请先解压，或用 --encoding 指明编码；\
                     该文件的行均未采用",
                )
        }
        S::UnclosedQuote => Message::new("引号没有配对，其后的内容都读不出")
            .help("请补上右引号；单元格中的引号要写成两个"),
        S::DuplicateColumn { name } => {
            Message::new(format!("“{}”一列与前面的列重复，不知道以哪一列为准，未读", shorten(name)))
                .help("请只保留一列；并排的两张表请各占一张工作表，或上下排列")
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
            Message::new(format!("年份列写的是 {column}，{}却是 {other}", year_source(*source)))
                .help("请改正其中之一；该行未采用")
        }
        S::YearsDisagree { one, other } => Message::new(format!(
            "{}的年份是 {}，{}却是 {}",
            year_source(one.1),
            one.0,
            year_source(other.1),
            other.0
        ))
        .help("请改正其中之一；整张表未采用"),
        S::YearBeforePlan { year, baseline } => {
            Message::new(format!("{year} 年早于规划的基期 {baseline} 年"))
                .help("未采用；请改正年份")
        }
        S::YearFarAfterPlan { year, last } => {
            Message::new(format!("{year} 年远在规划之后，最多读到 {last} 年"))
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
        S::TotalAlone => Message::new("只填了“累计”，而该指标不逐年累计")
            .help("请把本年的数值填在“数值”列，或填写分子和分母"),
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
        S::AmbiguousLayout { line, ways: [one, other] } => Message::new(format!(
            "第 {line} 行的表头有两种读法：{}，或{}",
            Lang::Zh.layout(*one),
            Lang::Zh.layout(*other)
        ))
        .help("请让地区或指标只出现在一个方向上：要么各占一列，要么各占一行"),
        S::NoLayout { found } => Message::new(format!(
            "没有认出表格（开头是：{}）",
            shorten(&found.join(" / "))
        ))
        .help("表头要有“地区”“指标”“数值”（或“分子”“分母”）；或者一个方向是指标名称，另一个方向是地区名称。dabiao template 给出可直接填写的表"),
        S::SheetWithoutTable { sheet } => {
            Message::new(format!("工作表“{}”中有数字，但没有认出表格，未读", shorten(sheet)))
                .help("如果其中有要报送的数据，请补上表头；没有就不必理会")
        }
        S::NoRegion => Message::new("表中没有地区，也看不出是哪个地区报送的")
            .help("请加一列“地区”，或在表头上方写“填报单位：定海区”，或以地区全称命名文件或工作表"),
        S::RegionConflict { row, other, source } => {
            Message::new(format!("这里写的是{row}，{}却是{other}", region_source(*source)))
                .help("请改正其中之一；在此之前未采用")
        }
        S::SendersDisagree { one, other } => Message::new(format!(
            "{}写的是{}，{}却是{}",
            region_source(one.1),
            one.0,
            region_source(other.1),
            other.0
        ))
        .help("请改正其中之一；整张表未采用"),
        S::NotAResult { name, what } => Message::new(format!(
            "“{}”一列是“{}”，不是本年的完成情况，未读",
            shorten(name),
            shorten(what)
        )),
        S::NoResults => Message::new("表中没有填报完成情况的列")
            .help("完成情况的列名写“数值”“完成值”，或“分子”“分母”，不带“目标”“计划”“上年”等字样"),
        S::NotResults { text } => Message::new(format!(
            "按“{}”的说法，其下不是本年的完成情况，未读",
            shorten(text)
        ))
        .help("如果确是完成情况，请在标题、工作表或文件的名称里写明“完成情况”，或去掉“目标”“计划”“上年”等字样"),
        S::RowOfElse { column, text } => Message::new(format!(
            "“{}”一列写着“{}”，这一行不是该地区全年、全体的完成情况，未采用",
            shorten(column),
            shorten(text)
        ))
        .help("请只报送完成情况；这一列若与数值无关，请删去"),
        S::HeadingUnclear { name, words } => Message::new(format!(
            "列名“{}”中的“{}”看不懂，这一列未采用",
            shorten(name),
            shorten(words)
        ))
        .help("列名只写地区、指标、“数值”“分子”“分母”，括号里只写单位或年份"),
        S::TitleUnclear { words, text } => Message::new(format!(
            "“{}”里的“{}”看不懂，不知道其下的数据属于谁，未采用",
            shorten(text),
            shorten(words)
        ))
        .help("请在标题、工作表和文件的名称里只写规划中的地区、指标和年份，删去看不懂的字；与数据无关的话请写在“注：”后面"),
        S::NumberConflict { name, words } => Message::new(format!(
            "“{}”的序号是另一个指标“{}”的，不知道是哪一个，未采用",
            shorten(name),
            shorten(words)
        ))
        .help("请改用指标自己的序号，或去掉序号"),
        S::SheetOfOtherYear { sheet, year, asked } => Message::new(format!(
            "工作表“{}”是 {year} 年的，这次只看 {asked} 年，未读",
            shorten(sheet)
        )),
        S::IndicatorConflict { name, words, text } => Message::new(format!(
            "“{}”说的是“{}”，不是“{}”，未采用",
            shorten(text),
            shorten(words),
            shorten(name)
        ))
        .help("只是其中一部分人、一部分地方或别的指标的数据，请删去；如果确是该指标全体的数据，请改正标题、工作表或文件的名称"),
        S::PartOfYear { text } => {
            Message::new(format!("“{}”只是一年的一部分，不是全年的数据，未采用", shorten(text)))
                .help("请报送全年（1—12 月）的数据；写错了就改正")
        }
        S::ColumnNumbers => Message::new("这一行是列号，不是数据，未读"),
        S::RowsUnread { lines, first } => Message::new(format!(
            "不认识这里的表头，它下面共 {} 行都没有读；第一行是：{}",
            lines.len(),
            shorten(first)
        ))
        .help("请改正表头，或删去这些行；它们不属于上面的表"),
        S::RepeatedHeader => Message::new("表头又出现了一次，其下仍按同一张表读"),
        S::RowsWithoutFigures { lines, first } => Message::new(match lines.len() {
            0 | 1 => format!("这一行没有数字，也不是已知的名称，未读：{}", shorten(first)),
            many => format!("有 {many} 行没有数字，也不是已知的名称，未读；第一行是：{}", shorten(first)),
        }),
        S::ScaledUnit { unit } => {
            Message::new(format!("单位写的是“{}”，数字要换算才能用", shorten(unit)))
                .help("请按指标的单位填写（如“人”“%”），或在每个数字后写明“万”；这些数字均未采用")
        }
        S::UnitMismatch { found, expected } => {
            Message::new(format!("单位写的是“{}”，该指标的单位是“{expected}”", shorten(found)))
                .help("请换算成指标的单位，并改正单位；这一列若是填报单位的名称，请把列名改为“填报单位”")
        }
        S::FormulaError { text } => Message::new(format!("公式出错：{}", shorten(text)))
            .help("请在电子表格软件中改正公式，或直接填写数字"),
        S::Uncomputed { text } => {
            Message::new(format!("公式没有计算结果：{}", shorten(text)))
                .help("请用电子表格软件打开文件，保存后再报送；或粘贴为数值，或填写分子、分母")
        }
        S::MergedFigure { text } => Message::new(format!(
            "合并单元格里的数字 {} 占了几行，不知道属于哪一行",
            shorten(text)
        ))
        .help("请取消合并，每一行各填各的数"),
        S::TableTooLarge { what } => Message::new(format!("{}，不能整张读入", bulk(*what, "表格")))
            .help("大文件请用一行一个数值的布局：年份,地区,指标,数值,分子,分母,备注"),
        S::WorkbookDamaged { part } => {
            Message::new(format!("工作簿已损坏或不完整，读不出（{}）", shorten(part)))
                .help("请在电子表格软件中打开，另存为 .xlsx；打不开时请对方重新发送")
        }
        S::WorkbookLocked => {
            Message::new("工作簿加了密，读不出：有打开密码，或加密方式不认识")
                .help("请在电子表格软件中打开，取消密码和工作簿保护后另存")
        }
        S::WorkbookTooLarge { what } => Message::new(format!("{}，没有读", bulk(*what, "工作簿")))
            .help("请只保留报送的表，另存为新的工作簿；数据量确实很大时请用 CSV"),
        S::NotAWorkbook { what } => foreign(*what),
        S::NoSuchSheet { name, sheets } => {
            Message::new(format!("工作簿中没有工作表“{}”", shorten(name)))
                .help(format!("--sheet 可用名称或序号：{}", listed(sheets)))
        }
        S::BlankWorkbook { named: Some(name), sheets } => {
            Message::new(format!("工作表“{}”是空的", shorten(name)))
                .help(format!("工作簿中有：{}", listed(sheets)))
        }
        S::BlankWorkbook { named: None, sheets } => Message::new(match sheets.is_empty() {
            true => "工作簿中没有工作表".to_owned(),
            false => format!("工作簿中没有内容（工作表：{}）", listed(sheets)),
        })
        .help("请确认选对了文件，并且已经保存；隐藏的工作表要用 --sheet 指定才读"),
        S::SheetUnread { sheet, why } => unread(&shorten(sheet), why),
        S::HiddenSheets { sheets } => Message::new(format!("隐藏的工作表未读：{}", listed(sheets)))
            .help("要读时用 --sheet 指定"),
        S::HiddenCells { sheet, rows, columns } => {
            let hidden = match (rows.is_empty(), columns.is_empty()) {
                (false, false) => format!("第 {rows} 行和 {columns} 列"),
                (false, true) => format!("第 {rows} 行"),
                (true, _) => format!("{columns} 列"),
            };
            Message::new(format!("工作表“{}”中隐藏的{hidden}也读了", shorten(sheet)))
                .help("不应报送的行、列请删除")
        }
        S::CoveredCells { sheet, cells } => Message::new(format!(
            "工作表“{}”中有 {cells} 格的内容被合并单元格盖住，未采用",
            shorten(sheet)
        ))
        .help("请取消合并，核对被盖住的内容"),
    }
}

fn unread(sheet: &str, why: &Unread) -> Message {
    match why {
        Unread::Chart => Message::new(format!("工作表“{sheet}”是图表，未读"))
            .help("图表背后的数据在别的工作表中；没有要报送的数据就不必理会"),
        Unread::Dialog => Message::new(format!("工作表“{sheet}”是对话框，未读"))
            .help("没有要报送的数据就不必理会"),
        Unread::Macros => {
            Message::new(format!("工作表“{sheet}”是宏表，未读")).help("没有要报送的数据就不必理会")
        }
        Unread::NoPart => {
            Message::new(format!("工作簿列出了工作表“{sheet}”，却没有它的内容，未读"))
                .help("请用电子表格软件打开，看看有没有这张表，保存后再报送")
        }
        Unread::Damaged { part } => {
            Message::new(format!("工作表“{sheet}”已损坏，读不出（{}）", shorten(part)))
                .help("请在电子表格软件中打开，另存为 .xlsx 后再报送")
        }
    }
}

fn foreign(what: Foreign) -> Message {
    let (title, help) = match what {
        Foreign::Document => ("这是文字文档，不是工作簿", "请把表格放进工作簿，另存为 .xlsx"),
        Foreign::Slides => ("这是演示文稿，不是工作簿", "请把表格放进工作簿，另存为 .xlsx"),
        Foreign::Xlsb => ("这是二进制工作簿（.xlsb），不能读", RESAVE),
        Foreign::OldExcel => ("这是 Excel 4.0 或更早的工作簿，不能读", RESAVE),
        Foreign::Html => ("这是网页，不是工作簿，只是以 .xls 等名称保存", RESAVE),
        Foreign::SpreadsheetXml => ("这是“XML 表格 2003”，不能读", RESAVE),
        Foreign::Xml => ("这是 XML，不是工作簿，也不是 CSV", RESAVE),
        Foreign::Zip => ("这是压缩文件，不是工作簿", "请先解压"),
        Foreign::Other => ("这不是工作簿", RESAVE),
    };
    Message::new(title).help(help)
}

const RESAVE: &str = "请在电子表格软件中打开，另存为 .xlsx";

/// The first sheets with their numbers.
fn listed(sheets: &[SheetName]) -> String {
    let names = sheets.iter().take(20);
    let names: Vec<_> =
        names.map(|sheet| format!("{} “{}”", sheet.number, shorten(&sheet.name))).collect();
    let more = if sheets.len() > names.len() { "……" } else { "" };
    format!("{}{more}", names.join("、"))
}
