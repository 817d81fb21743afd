#!/usr/bin/env python3
"""示例数据: workbooks as people's programs write them; every figure in them is made up.

    python3 crates/workbook/tests/files/make.py

writes the workbooks beside this file. Those that are committed were made with
Python 3.11, openpyxl 3.1.5, pandas 3.1.1, xlwt 1.3.0, odfpy 1.4.1,
msoffcrypto-tool 6.1.0, XlsxWriter 3.3.1 and LibreOffice 7.4.7.
The tests need none of these.
"""

import datetime
import html
import io
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

import msoffcrypto.format.ooxml
import odf.opendocument
import odf.table
import odf.text
import openpyxl
import pandas
import xlsxwriter
import xlwt
from openpyxl.styles import PatternFill

HERE = pathlib.Path(__file__).parent


def all_kinds():
    """One workbook with everything that a cell, a row or a sheet can be."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "报送"
    sheet["A1"] = "残疾人事业统计表（示例数据）"
    sheet.merge_cells("A1:F1")
    for column, name in zip("ABC", ["地区", "指标", "年份"]):
        sheet[f"{column}2"] = name
        sheet.merge_cells(f"{column}2:{column}3")
    sheet["D2"] = "就业率"
    sheet.merge_cells("D2:F2")
    for column, name in zip("DEF", ["分子", "分母", "数值"]):
        sheet[f"{column}3"] = name
    rows = [
        ("定海区", "残疾人就业率", 2023, 3212, 5819, "=D4/E4", "0.00%"),
        ("普陀区", "残疾人就业率", 2023, 1200, 2400, 0.9941, "0.00%"),
        ("岱山县", "残疾人就业率", "2023", "０１２", 1234.5, 55.2, "General"),
        ("嵊泗县", "残疾人就业率", 2023, 1, 0, "=D7/E7", "0.00%"),
    ]
    for row, cells in enumerate(rows, 4):
        for column, value in zip("ABCDEF", cells):
            sheet[f"{column}{row}"] = value
        sheet[f"F{row}"].number_format = cells[-1]
    sheet.merge_cells("A9:A10")
    sheet["A9"] = "舟山市"
    sheet["B9"] = datetime.date(2023, 6, 30)
    sheet["B9"].number_format = 'yyyy"年"m"月"'
    sheet["B10"] = datetime.datetime(2023, 6, 30, 8, 30)
    sheet["B10"].number_format = "yyyy-mm-dd hh:mm"
    sheet["C9"] = True
    sheet["C10"] = False
    sheet["D9"] = '=IF(D4>0,"","x")'
    sheet["D10"] = '=A4&"合计"'
    sheet["E9"] = "'001"
    sheet["E10"] = "=3.5*2"
    sheet["F9"] = "第一行\n第二行"
    sheet["F10"] = -0.005
    sheet["F10"].number_format = "0.0%;[Red]-0.0%"
    # Formats without content, far away: they hold nothing.
    sheet["GR200"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["C"].hidden = True
    hidden = book.create_sheet("底稿")
    hidden["A1"] = "不报送"
    hidden.sheet_state = "hidden"
    blank = book.create_sheet("空的也隐藏")
    blank.sheet_state = "hidden"
    book.create_sheet("Sheet3")
    second = book.create_sheet("第二张")
    second["B3"] = "嵊泗县"
    second["C3"] = 0.1 + 0.2
    book.save(HERE / "all-openpyxl.xlsx")


def libreoffice(source, *targets):
    """Saves a workbook again in other formats, its formulas computed."""
    for name, kind in targets:
        with tempfile.TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder]
            subprocess.run([*command, str(HERE / source)], check=True, capture_output=True)
            made = pathlib.Path(folder) / f"{pathlib.Path(source).stem}.{kind.split(':')[0]}"
            shutil.move(made, HERE / name)


def of_pandas():
    frame = pandas.DataFrame(
        {
            "年份": [2023, 2023],
            "地区": ["定海区", "普陀区"],
            "指标": ["残疾人就业率"] * 2,
            "数值": [55.2, None],
        }
    )
    frame.to_excel(HERE / "pandas.xlsx", index=False)


def of_xlwt():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("报送")
    percent = xlwt.easyxf(num_format_str="0.00%")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    sheet.write_merge(0, 0, 0, 2, "示例数据")
    sheet.write(1, 0, "定海区")
    sheet.write(1, 1, 0.9941, percent)
    sheet.write(1, 2, datetime.date(2023, 6, 30), day)
    sheet.write(2, 0, xlwt.Formula("1+1"))
    sheet.write(2, 1, 33480)
    sheet.row(2).hidden = True
    # Longer than a record, so that another continues it.
    for row in range(20):
        sheet.write(10 + row, 0, f"{row:03}" + "甲乙丙丁" * 70)
    book.save(HERE / "xlwt.xls")


def of_odfpy():
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="报送")
    row = odf.table.TableRow()
    cell = odf.table.TableCell(valuetype="percentage", value=0.9941)
    cell.addElement(odf.text.P(text="99.41%"))
    row.addElement(cell)
    row.addElement(odf.table.TableCell(formula="of:=1+1"))
    label = odf.table.TableCell(valuetype="string", numbercolumnsrepeated=2)
    label.addElement(odf.text.P(text="示例数据"))
    row.addElement(label)
    table.addElement(row)
    # A million blank rows, and one at the very end.
    gap = odf.table.TableRow(numberrowsrepeated=1048574)
    gap.addElement(odf.table.TableCell(numbercolumnsrepeated=1024))
    table.addElement(gap)
    last = odf.table.TableRow()
    last.addElement(odf.table.TableCell(numbercolumnsrepeated=2))
    last.addElement(odf.table.TableCell(valuetype="float", value=7))
    table.addElement(last)
    document.spreadsheet.addElement(table)
    document.save(str(HERE / "odfpy.ods"))


def foreign():
    """Documents that are no workbooks."""
    page = "<html><head><meta charset='utf-8'></head><body><p>示例数据</p></body></html>"
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "document.html"
        source.write_text(page, encoding="utf-8")
        for kind, name in [("docx:MS Word 2007 XML", "word.docx"), ("odt", "writer.odt")]:
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
            command += ["--writer", "--convert-to", kind, "--outdir", folder, str(source)]
            subprocess.run(command, check=True, capture_output=True)
            shutil.move(source.with_suffix("." + kind.split(":")[0]), HERE / name)
    with zipfile.ZipFile(HERE / "files.zip", "w") as archive:
        archive.writestr("2023.csv", "示例数据\n")


def blank():
    openpyxl.Workbook().save(HERE / "blank.xlsx")


def locked():
    """With the password 123456, by a macro of LibreOffice: it encrypts as Excel does."""
    macro = """
Sub Main(source, folder)
  Dim open_with(0) As New com.sun.star.beans.PropertyValue
  open_with(0).Name = "Hidden" : open_with(0).Value = True
  Dim save_with(1) As New com.sun.star.beans.PropertyValue
  save_with(0).Name = "FilterName"
  Dim encryption(1) As New com.sun.star.beans.NamedValue
  encryption(0).Name = "CryptoType" : encryption(0).Value = "Standard"
  encryption(1).Name = "OOXPassword" : encryption(1).Value = "123456"
  names = Array("locked.xlsx", "locked.xls", "locked.ods")
  filters = Array("Calc MS Excel 2007 XML", "MS Excel 97", "calc8")
  For at = 0 To 2
    book = StarDesktop.loadComponentFromURL(source, "_blank", 0, open_with())
    save_with(0).Value = filters(at)
    If at = 0 Then
      save_with(1).Name = "EncryptionData" : save_with(1).Value = encryption()
    Else
      save_with(1).Name = "Password" : save_with(1).Value = "123456"
    End If
    book.storeToURL(folder & "/" & names(at), save_with())
    book.close(True)
  Next
  StarDesktop.terminate()
End Sub
"""
    library = (
        '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">'
        '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false">'
        '<library:element library:name="Module1"/></library:library>'
    )
    module = (
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{html.escape(macro)}</script:module>'
    )
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        start = ["soffice", profile, "--headless", "--norestore"]
        subprocess.run([*start, "--terminate_after_init"], check=True, timeout=60)
        basic = pathlib.Path(folder) / "profile/user/basic/Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "script.xlb").write_text(library)
        (basic / "Module1.xba").write_text(module)
        call = f'macro:///Standard.Module1.Main("{(HERE / "pandas.xlsx").as_uri()}","{HERE.as_uri()}")'
        subprocess.run([*start, call], check=True, timeout=60)


HEADER = ["地区", "指标", "分子", "分母", "数值"]
NAMES = ["定海区", "残疾人就业率"]


def uncomputed():
    """A count that is a formula, by programs that compute nothing."""
    row = [*NAMES, "=3000+512", 6140]
    book = xlsxwriter.Workbook(HERE / "uncomputed-xlsxwriter.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADER)
    sheet.write_row(1, 0, row)
    book.close()
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.append(row)
    book.save(HERE / "uncomputed-openpyxl.xlsx")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("报送")
    for column, (name, value) in enumerate(zip(HEADER, [*NAMES, xlwt.Formula("3000+512"), 6140])):
        sheet.write(0, column, name)
        sheet.write(1, column, value)
    book.save(HERE / "uncomputed-xlwt.xls")
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="报送")
    texts = [odf.table.TableCell(valuetype="string", stringvalue=text) for text in HEADER]
    names = [odf.table.TableCell(valuetype="string", stringvalue=text) for text in NAMES]
    counts = [
        odf.table.TableCell(formula="of:=3000+512", valuetype="float"),
        odf.table.TableCell(valuetype="float", value=6140),
    ]
    for cells in [texts, [*names, *counts]]:
        row = odf.table.TableRow()
        for cell in cells:
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(HERE / "uncomputed-odfpy.ods"))


def formats():
    """The same rate in formats of several sections, with literals, and with scales."""
    formats = {
        "定海区": ("[<0.0001]\"<0.01%\";0.0%", 0.572),
        "普陀区": ("0.0\"%\";-0.0\"%\"", 56.1),
        "岱山县": ("[>=1]0.0;[红色]0.00%", 0.5462),
        # These show something else than what they hold.
        "嵊泗县": ("[<1]\"不足百分之一\";0.0%", 0.553),
    }
    book = xlsxwriter.Workbook(HERE / "formats.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["地区", "指标", "数值"])
    for row, (region, (code, value)) in enumerate(formats.items(), 1):
        sheet.write_row(row, 0, [region, "残疾人就业率"])
        sheet.write(row, 2, value, book.add_format({"num_format": code}))
    book.close()


def protected():
    """Encrypted with the key that Excel tries before it asks for a password."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "报送"
    sheet.append(["示例数据", "数值"])
    sheet.append(["定海区", 0.572])
    sheet["B2"].number_format = "0.0%"
    plain = io.BytesIO()
    book.save(plain)
    with open(HERE / "protected.xlsx", "w+b") as file:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("VelvetSweatshop", file)


if __name__ == "__main__":
    all_kinds()
    libreoffice(
        "all-openpyxl.xlsx",
        ("all-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML"),
        ("all-libreoffice.xls", "xls:MS Excel 97"),
        ("all-libreoffice.ods", "ods"),
    )
    of_pandas()
    of_xlwt()
    of_odfpy()
    foreign()
    blank()
    locked()
    protected()
    uncomputed()
    formats()
