//! Charts as word processors draw them: each is a part of its own beside a workbook with its
//! figures, so that it can be edited.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::body::{Page, escaped};
use super::package::HEAD;
use crate::render::document::{Chart, Mark, Series};
use crate::render::spreadsheet::number_of;
use crate::term::Standing;

/// What drawings are measured in: a twentieth of a point is so many.
const EMU: usize = 635;

/// The chart of that number within the text, with what it says for those who don't see it.
pub(super) fn drawing(chart: &Chart, number: usize, page: Page) -> String {
    let (width, height) =
        (page.width() * EMU, if chart.is_stacked() { 2_520_000 } else { 1_944_000 });
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Chart\"/></w:pPr><w:r><w:drawing>\
         <wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"{number}\" name=\"{}\" descr=\"{}\"/><wp:cNvGraphicFramePr/>\
         <a:graphic xmlns:a=\"{DRAWING}\"><a:graphicData uri=\"{CHART}\">\
         <c:chart xmlns:c=\"{CHART}\" r:id=\"chart{number}\"/></a:graphicData></a:graphic>\
         </wp:inline></w:drawing></w:r></w:p>",
        escaped(&chart.title),
        escaped(&chart.alternative),
    )
}

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// The part that holds the chart.
pub(super) fn part(chart: &Chart) -> String {
    let series = chart.series.iter().enumerate();
    let series: String = series.map(|(at, of)| one(chart, at, of)).collect();
    let axes = "<c:axId val=\"1\"/><c:axId val=\"2\"/>";
    let plot = match chart.is_stacked() {
        true => format!(
            "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>\
             <c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"60\"/><c:overlap val=\"100\"/>\
             {axes}</c:barChart>"
        ),
        false => format!(
            "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{series}\
             <c:marker val=\"1\"/>{axes}</c:lineChart>"
        ),
    };
    format!(
        "{HEAD}<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{DRAWING}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>\
         <a:defRPr sz=\"1050\" b=\"0\"/></a:pPr><a:r><a:rPr sz=\"1050\" b=\"0\"/><a:t>{}</a:t>\
         </a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>\
         <c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>{plot}{AXES}</c:plotArea>\
         <c:legend><c:legendPos val=\"r\"/><c:overlay val=\"0\"/></c:legend>\
         <c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
         <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/>\
         <a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr><a:endParaRPr sz=\"900\"/></a:p></c:txPr>\
         <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
        escaped(&chart.title)
    )
}

/// The names across, and the values with lines at them.
const AXES: &str = "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>\
    <c:delete val=\"0\"/><c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>\
    <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>\
    <c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/>\
    <c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx><c:valAx><c:axId val=\"2\"/>\
    <c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>\
    <c:majorGridlines><c:spPr><a:ln w=\"3175\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/>\
    </a:solidFill></a:ln></c:spPr></c:majorGridlines>\
    <c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>\
    <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/>\
    <c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>";

/// A row of figures, where it stands in the workbook, and how it is drawn.
fn one(chart: &Chart, at: usize, of: &Series) -> String {
    let column = char::from(b'B'.saturating_add(u8::try_from(at).unwrap_or(u8::MAX)));
    let last = chart.names.len() + 1;
    let texts = |texts: &[String]| -> String {
        let point = |(at, text): (usize, &String)| {
            format!("<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", escaped(text))
        };
        let points: String = texts.iter().enumerate().map(point).collect();
        format!("<c:ptCount val=\"{}\"/>{points}", texts.len())
    };
    let values = of.values.iter().enumerate().filter_map(|(at, value)| {
        let value = value.as_deref().filter(|value| number_of(value).is_some())?;
        Some(format!("<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>"))
    });
    let values: String = values.collect();
    let (look, labels, end) = look(of.mark);
    format!(
        "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/><c:tx><c:strRef>\
         <c:f>Sheet1!${column}$1</c:f><c:strCache>{}</c:strCache></c:strRef></c:tx>{look}{labels}\
         <c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{}</c:strCache></c:strRef>\
         </c:cat><c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>\
         <c:formatCode>General</c:formatCode><c:ptCount val=\"{}\"/>{values}</c:numCache>\
         </c:numRef></c:val>{end}</c:ser>",
        texts(std::slice::from_ref(&of.name)),
        texts(&chart.names),
        chart.names.len(),
    )
}

/// How a series is drawn, what is written at its figures, and what ends it.
fn look(mark: Mark) -> (String, &'static str, &'static str) {
    let solid = |color: &str| format!("<a:solidFill><a:srgbClr val=\"{color}\"/></a:solidFill>");
    let dots = |symbol: &str, size: u8, color: &str| {
        format!(
            "<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr><c:marker>\
             <c:symbol val=\"{symbol}\"/><c:size val=\"{size}\"/><c:spPr>{}</c:spPr></c:marker>",
            solid(color)
        )
    };
    match mark {
        Mark::Bar(standing) => (
            format!(
                "<c:spPr>{}<a:ln w=\"6350\">{}</a:ln></c:spPr><c:invertIfNegative val=\"0\"/>",
                solid(fill(standing)),
                solid("404040")
            ),
            // A figure of 0 is not written.
            "<c:dLbls><c:numFmt formatCode=\"0;;\" sourceLinked=\"0\"/><c:spPr><a:noFill/></c:spPr>\
             <c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>\
             <c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>\
             </c:dLbls>",
            "",
        ),
        Mark::Dot => (dots("circle", 7, "1F4E79"), "", SHARP),
        Mark::Diamond => (dots("diamond", 9, "C00000"), "", SHARP),
        Mark::Dash => (dots("dash", 12, "404040"), "", SHARP),
    }
}

/// The colour of a bar: light and dark, so that kinds differ without colours too.
fn fill(standing: Standing) -> &'static str {
    match standing {
        Standing::Pass => "C6DFB8",
        Standing::Fail => "C55A4A",
        Standing::Incomplete => "FFD966",
        Standing::Neutral => "EDEDED",
    }
}

const SHARP: &str = "<c:smooth val=\"0\"/>";

/// The workbook with the figures.
pub(super) fn data(chart: &Chart) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(1980, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = book.add_worksheet();
    for (row, name) in (1..).zip(&chart.names) {
        sheet.write_string(row, 0, name)?;
    }
    for (column, series) in (1..).zip(&chart.series) {
        sheet.write_string(0, column, &series.name)?;
        for (row, value) in (1..).zip(&series.values) {
            if let Some(number) = value.as_deref().and_then(number_of) {
                sheet.write_number(row, column, number)?;
            }
        }
    }
    book.save_to_buffer()
}
