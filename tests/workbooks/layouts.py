#!/usr/bin/env python3
"""示例数据: one submission, data/2023.csv, in the layouts and programs that counties use.

    python3 tests/workbooks/layouts.py

writes tests/workbooks/layouts/. All its figures are made up. The files that are
committed were made with Python 3.11, openpyxl 3.1.5, pandas 3.1.1 and LibreOffice 7.4.7.
The tests need none of these.
"""

import csv
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
import pandas

import make

HERE = make.HERE / "layouts"
PARTS = ["分子", "分母", "数值"]


def submitted():
    """Region and indicator of each row, and the texts of 分子, 分母 and 数值."""
    with open(make.HERE.parents[1] / "data/2023.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {(row["地区"], row["指标"]): [row[part] for part in PARTS] for row in rows}


ROWS = submitted()
REGIONS = list(dict.fromkeys(region for region, _ in ROWS))
INDICATORS = list(dict.fromkeys(indicator for _, indicator in ROWS))


def put(sheet, row, column, text):
    """A figure as a spreadsheet program stores what was typed."""
    cell = sheet.cell(row, column)
    if text.endswith("%"):
        # Two decimals of a percentage are four of a fraction.
        cell.value = round(float(text[:-1]) / 100, 6)
        cell.number_format = "0.00%"
    elif text:
        cell.value = int(text)


def put_all(sheet, row, column, texts):
    for offset, text in enumerate(texts):
        put(sheet, row, column + offset, text)


def long(sheet, above=()):
    for row in above:
        sheet.append(row)
    percent, people = ("（%）", "（人）") if above else ("", "")
    header = ["年份", "地区", "指标", "分子" + people, "分母" + people, "数值" + percent, "备注"]
    sheet.append(header)
    for (region, indicator), figures in ROWS.items():
        row = sheet.max_row + 1
        sheet.cell(row, 1).value = 2023
        sheet.cell(row, 2).value = region
        sheet.cell(row, 3).value = indicator
        put_all(sheet, row, 4, figures)


def titled(sheet):
    title = "舟山市2023年度残疾人事业发展主要指标完成情况（示例数据）"
    long(sheet, [[title], [None, None, None, None, None, "单位：%、人"]])
    sheet.merge_cells("A1:G1")
    sheet.append(["填表人：张三", None, None, "审核人：李四", None, "填报日期：2024年1月15日"])
    sheet.append(["注：本表为示例数据"])


def across(sheet, down, names, word, figures):
    """Names down, names across, and three sub-columns under each merged name."""
    sheet.cell(1, 1).value = word
    sheet.merge_cells("A1:A2")
    for at, name in enumerate(names):
        first = 2 + 3 * at
        sheet.cell(1, first).value = name
        sheet.merge_cells(start_row=1, end_row=1, start_column=first, end_column=first + 2)
        for offset, part in enumerate(PARTS):
            sheet.cell(2, first + offset).value = part
    for row, one in enumerate(down, 3):
        sheet.cell(row, 1).value = one
        for at, name in enumerate(names):
            put_all(sheet, row, 2 + 3 * at, figures(one, name))


def indicators_across(sheet):
    across(sheet, REGIONS, INDICATORS, "县（区）", lambda r, i: ROWS.get((r, i), [""] * 3))


def regions_across(sheet):
    across(sheet, INDICATORS, REGIONS, "指标", lambda i, r: ROWS.get((r, i), [""] * 3))


def region_a_sheet(book):
    book.remove(book.active)
    for region in REGIONS:
        sheet = book.create_sheet(region)
        sheet.append(["2023年报送表（示例数据）"])
        sheet.append([f"填报单位：{region}残疾人联合会（盖章）"])
        sheet.append(["指标", "计量单位", *PARTS])
        for (of, indicator), figures in ROWS.items():
            if of == region:
                sheet.append([indicator, "%"])
                put_all(sheet, sheet.max_row, 3, figures)


def of_openpyxl():
    for name, fill in [
        ("long", long),
        ("titled", titled),
        ("indicators-across", indicators_across),
        ("regions-across", regions_across),
    ]:
        book = openpyxl.Workbook()
        fill(book.active)
        book.active.title = "2023年"
        book.save(HERE / f"{name}-openpyxl.xlsx")
    book = openpyxl.Workbook()
    region_a_sheet(book)
    book.save(HERE / "region-a-sheet-openpyxl.xlsx")


def number(text):
    """As a script of an analyst has it: points, not fractions."""
    return float(text.rstrip("%")) if text else None


def of_pandas():
    records = [
        [2023, region, indicator, *map(number, figures)]
        for (region, indicator), figures in ROWS.items()
    ]
    frame = pandas.DataFrame(records, columns=["年份", "地区", "指标", *PARTS])
    frame.to_excel(HERE / "long-pandas.xlsx", index=False, sheet_name="2023年")
    with pandas.ExcelWriter(HERE / "titled-pandas.xlsx") as writer:
        title = pandas.DataFrame([["2023年度主要指标完成情况（示例数据）"], ["单位：%、人"]])
        title.to_excel(writer, index=False, header=False)
        frame.to_excel(writer, index=False, startrow=3)
        foot = pandas.DataFrame([["填表人：张三"], ["注：本表为示例数据"]])
        foot.to_excel(writer, index=False, header=False, startrow=5 + len(frame))
    for name, index, columns in [
        ("indicators-across", "地区", "指标"),
        ("regions-across", "指标", "地区"),
    ]:
        wide = frame.pivot(index=index, columns=columns, values=PARTS)
        # The name above its parts, as one would lay it out.
        wide = wide.swaplevel(axis=1).sort_index(axis=1)
        wide.to_excel(HERE / f"{name}-pandas.xlsx", sheet_name="2023年")
    with pandas.ExcelWriter(HERE / "region-a-sheet-pandas.xlsx") as writer:
        for region, part in frame.groupby("地区", sort=False):
            part.drop(columns="地区").to_excel(writer, index=False, sheet_name=region)


def without_picture(path):
    """Takes out the picture of the first page, which is most of a small file."""
    with zipfile.ZipFile(path) as archive:
        parts = [(part, archive.read(part)) for part in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts:
            if not part.filename.startswith("Thumbnails/"):
                archive.writestr(part, content)


def gbk(name):
    """Each sheet as CSV with its cells as they are shown, in GBK."""
    shown = "csv:Text - txt - csv (StarCalc):44,34,67,1,,0,false,true,true,false,false,-1"
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        source = str(HERE / f"{name}-openpyxl.xlsx")
        subprocess.run(
            [*command, "--convert-to", shown, "--outdir", folder, source],
            check=True,
            capture_output=True,
        )
        for made in sorted(pathlib.Path(folder).glob("*.csv")):
            sheet = made.stem.removeprefix(f"{name}-openpyxl-")
            shutil.move(made, HERE / f"{name}-gbk-{sheet}.csv")


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    of_openpyxl()
    of_pandas()
    for layout in ["long", "titled", "indicators-across", "regions-across", "region-a-sheet"]:
        make.libreoffice(
            f"layouts/{layout}-openpyxl.xlsx",
            (f"layouts/{layout}-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML"),
            (f"layouts/{layout}-libreoffice.xls", "xls:MS Excel 97"),
            (f"layouts/{layout}-libreoffice.ods", "ods"),
        )
        without_picture(HERE / f"{layout}-libreoffice.ods")
        gbk(layout)
