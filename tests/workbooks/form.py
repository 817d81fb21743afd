#!/usr/bin/env python3
"""示例数据: the form of `dabiao template`, filled in with the made-up figures of data/2023.csv.

    python3 tests/workbooks/form.py PATH/TO/dabiao

writes tests/workbooks/form/: the form of two regions, filled in by openpyxl, which keeps
no results of formulas, and that saved again by LibreOffice, which computes them. The
files that are committed were made with Python 3.11, openpyxl 3.1.5 and LibreOffice 7.4.7.
The tests need none of these.
"""

import subprocess
import sys
import tempfile

import openpyxl

import layouts
import make

HERE = make.HERE / "form"


def fill(sheet, row):
    """Types what is asked for: counts where there are counts, else the value."""
    cells = {cell.value: cell.column for cell in sheet[3]}
    region, indicator = (sheet.cell(row, cells[name]).value for name in ["地区", "指标"])
    figures = layouts.ROWS.get((region, indicator))
    if figures is None:
        return
    for part, text in zip(layouts.PARTS, figures):
        cell = sheet.cell(row, cells[part])
        if text and not str(cell.value).startswith("="):
            is_rate = text.endswith("%")
            cell.value = round(float(text[:-1]) / 100, 6) if is_rate else int(text)
    if figures[1] == "0":
        sheet.cell(row, cells["备注"]).value = "本县没有残疾儿童康复机构"


def main(dabiao):
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        form = f"{folder}/form.xlsx"
        command = [dabiao, "template", "--year", "2023", "--history", "data/2022.csv", "-o", form]
        command += ["--region", "嵊泗县", "--region", "舟山市"]
        subprocess.run(command, check=True, cwd=make.HERE.parents[1])
        book = openpyxl.load_workbook(form)
    for sheet in book.worksheets[:-1]:
        for row in range(4, sheet.max_row + 1):
            fill(sheet, row)
    book.save(HERE / "openpyxl.xlsx")
    make.libreoffice(
        "form/openpyxl.xlsx",
        ("form/libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML"),
        ("form/libreoffice.xls", "xls:MS Excel 97"),
        ("form/libreoffice.ods", "ods"),
    )
    layouts.without_picture(HERE / "libreoffice.ods")


if __name__ == "__main__":
    main(sys.argv[1])
