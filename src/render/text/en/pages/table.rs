//! English: what the codes of tables and workbooks mean.

use crate::render::text::pages::{Page, page};

pub(super) const PAGES: &[Page] = &[
    page(
        "submission/ambiguous-layout",
        "The header can be read in two ways, so that it is not sure whose the figures are.",
        "indicators in the header, and a column of indicators",
        "Let regions or indicators stand in one direction only.",
    ),
    page(
        "submission/no-layout",
        "No table was found: no header, and no figures by region and indicator.",
        "a sheet of numbers without names",
        "Add a header, or use the form of dabiao template.",
    ),
    page(
        "submission/sheet-without-table",
        "A sheet holds numbers, but no table that is known; it was not read.",
        "a sheet of interim results",
        "Add a header if they are to be submitted; else all is well.",
    ),
    page(
        "submission/sheet-unread",
        "A sheet can't be read: it is not in the file, is damaged, or holds a chart or macros. \
         The other sheets are read.",
        "a program that left out a sheet when it changed the workbook",
        "Open it in a spreadsheet program, look at the sheet and save it; without figures to be \
         submitted all is well.",
    ),
    page(
        "submission/no-region",
        "The table is of one region and does not say which.",
        "a table with \"指标\", \"分子\" and \"分母\" alone",
        "Add a column \"地区\", or \"填报单位：…\" above, or name the file or sheet after the region.",
    ),
    page(
        "submission/region-conflict",
        "A row names one region, but the file, the sheet or the title another.",
        "rows of one county in the file of another",
        "Correct one of them. A county's file may hold the areas within it.",
    ),
    page(
        "submission/repeated-header",
        "The headings stand once more. That line is no data; what follows is read as the same table.",
        "files joined end to end",
        "Nothing; it may be deleted.",
    ),
    page(
        "submission/not-a-result",
        "A column of targets, plans, earlier years, or what is reckoned from them. It holds no results of this year and was not read.",
        "\"定海区（目标）\"",
        "Nothing; if they are results, change the heading.",
    ),
    page(
        "submission/no-results",
        "The table has columns of targets, plans or earlier years alone.",
        "a table of the column \"目标值\" alone",
        "Add \"数值\", or \"分子\" and \"分母\".",
    ),
    page(
        "submission/heading-unclear",
        "A part of a heading is not understood, so it is not sure what its figures are. The column is not used.",
        "\"就业率（抽样）\"",
        "Take the words out, or make them a unit or a year.",
    ),
    page(
        "submission/title-unclear",
        "Words of the title, or of the name of the sheet or file, are not understood. They may name another place, a part of the people or another indicator, so the figures below are not used.",
        "杭州市残疾人事业统计表",
        "Leave out the words; write behind \"注：\" what has nothing to do with the figures.",
    ),
    page(
        "submission/indicator-conflict",
        "The title, or the name of the sheet or file, is of a part of the people or the land, or of another indicator than the row.",
        "残疾人就业率 below the title 城镇残疾人就业情况",
        "Delete figures of a part; correct the title if it is wrong.",
    ),
    page(
        "submission/sheet-of-other-year",
        "A workbook has a sheet for each of several years. --year or the name of the file names one of them; the sheets of the others are not read.",
        "--year 2023, and a sheet 2022年",
        "Nothing; leave out --year to look at all years.",
    ),
    page(
        "submission/part-of-year",
        "A title or a heading speaks of half a year, a quarter or a month. Verdicts are on whole years.",
        "\"2023年1—6月\"",
        "Send the figures of the whole year; correct a slip.",
    ),
    page(
        "submission/column-numbers",
        "A row under the headings that numbers the columns. It is no data.",
        "a row of A, B, 1, 2, 3",
        "Nothing.",
    ),
    page(
        "submission/rows-unread",
        "Further down there are headings that are not known; what stands under them was not read, and never falls to the table above.",
        "a second table under unknown headings",
        "Correct the headings, or delete the rows.",
    ),
    page(
        "submission/row-of-something-else",
        "A further column says that the row is of a target, another year, a month, or a part of the people or the land; it is no result of the region's whole year.",
        "a column \"类别\" that says \"目标\"",
        "Send rows of results alone; delete a column that has nothing to do with them.",
    ),
    page(
        "submission/rows-without-figures",
        "Some rows have no figures and no known name; they were not read.",
        "a heading between the rows",
        "Headings need nothing; correct a name that was mistyped.",
    ),
    page(
        "submission/scaled-unit",
        "The unit that is stated has to be multiplied, and is not the indicator's. Headers are not converted.",
        "\"单位：万人\"",
        "Use the indicator's unit, or write \"万\" behind each number.",
    ),
    page(
        "submission/formula-error",
        "The cell's formula came to an error; there is no value.",
        "#DIV/0!",
        "Mend the formula or type the number; over 0, write \"不适用\" and say why.",
    ),
    page(
        "submission/uncomputed",
        "The formula was never computed: the file holds no result. It is never taken for 0.",
        "a workbook written by a program and never opened",
        "Open it in a spreadsheet program and save it; or paste the values, or give the counts.",
    ),
    page(
        "submission/merged-figure",
        "A number stands in merged cells. The first row takes it; the others are invalid, for it is not sure in which it belongs.",
        "one number for two regions",
        "Split the cells and give each row its own number.",
    ),
    page(
        "submission/table-too-large",
        "A file that has not one value a row is read as a whole: at most 64 MiB, 8,000,000 cells and 16,384 columns. A larger one is not read.",
        "a wide table of 100 MiB",
        "Use one value a row.",
    ),
    page(
        "submission/workbook-damaged",
        "The workbook is damaged or incomplete.",
        "an .xlsx whose download was cut off",
        "Open it in a spreadsheet program and save it again; else have it sent again.",
    ),
    page(
        "submission/workbook-password",
        "The workbook is encrypted and can't be opened without a password. One that is protected \
         and opens for everyone is read.",
        "an encrypted .xlsx",
        "Save it without password and protection. Locked cells do no harm.",
    ),
    page(
        "submission/workbook-too-large",
        "The workbook is larger than any submission and was not read, to save memory.",
        "an .xlsx of gigabytes when unpacked",
        "Keep only the table to be submitted; use CSV if there is that much data.",
    ),
    page(
        "submission/not-a-workbook",
        "The file is no workbook that can be read.",
        "a web page named .xls",
        "Open it in a spreadsheet program and save it as .xlsx.",
    ),
    page(
        "submission/no-such-sheet",
        "The workbook has no sheet of the name in --sheet.",
        "--sheet Data",
        "Choose one of the names or numbers listed.",
    ),
    page(
        "submission/blank-workbook",
        "The workbook, or the sheet that was asked for, is empty.",
        "a new workbook",
        "Make sure that it is the right file, and saved.",
    ),
    page(
        "submission/covered-cells",
        "Merged cells cover others that hold something; what can't be seen was not used.",
        "cells that all held numbers before they were merged",
        "Split them and look at what was covered.",
    ),
    page(
        "submission/hidden-sheets",
        "A hidden sheet holds something and was not read.",
        "last year's figures on a hidden sheet",
        "Name it with --sheet to read it.",
    ),
    page(
        "submission/hidden-cells",
        "Hidden rows and columns were read too: the whole table was sent.",
        "rows hidden by a filter",
        "Delete what is not to be submitted.",
    ),
];
