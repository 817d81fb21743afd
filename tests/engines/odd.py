"""Names that mean something to an engine: of regions, indicators, a table and its columns (示例数据)."""

import csv
import json

MARKS = ["'", '"', "`", "\\", ";--", "{1}", "/*", "%s", "$$", ":x", "''", "{{ 1 / 0 }}", "{% raw %}", "{#", "${HOME}", "{{{"]
REMARK = '示"例",\n"示例'
TABLE = "fig\"ures;--'"
COLUMNS = {name: f"{name}{mark}x" for name, mark in
           zip(["year", "region", "indicator", "value", "numerator", "denominator", "remark"], MARKS)}


def options():
    """Where SQL finds the figures."""
    return ["--from", TABLE, "--columns", ",".join(f"{of}={name}" for of, name in COLUMNS.items())]


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def view():
    columns = ", ".join(f"{of} AS {quoted(name)}" for of, name in COLUMNS.items())
    return f"\nCREATE OR REPLACE VIEW {quoted(TABLE)} AS SELECT {columns} FROM submission;\n"


def plan(folder):
    """A plan whose names hold every mark, and a year of figures under it."""
    text = json.dumps
    head = ['[plan]\nid = "odd"\ntitle = "示例数据 \' {{ 1 / 0 }} {#"\nbaseline-year = 2020\nfirst-year = 2021\ntarget-year = 2025\n'
            'pace = "linear"\n[[region]]\ncode = "1"\nname = "示例市"\nlevel = "city"\n']
    counties = [f"示{mark}例县" for mark in MARKS]
    rates = [f"指{mark}标" for mark in MARKS]
    for number, county in enumerate(counties):
        head.append(f'[[region]]\ncode = "1{number:03}"\nname = {text(county, ensure_ascii=False)}\nlevel = "county"\n')
    for number, rate in enumerate(rates, 1):
        head.append(f'[[indicator]]\nid = "i{number}"\nnumber = {number}\nname = {text(rate, ensure_ascii=False)}\n'
                    'attribute = "约束性"\nunit = "%"\nnumerator = "子"\ndenominator = "母"\noperator = ">="\n'
                    'threshold = 60\nbaseline = 50\ncite = "示例"\n')
    (folder / "plan.toml").write_text("\n".join(head))
    with open(folder / "2023.csv", "w", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["年份", "地区", "指标", "数值", "分子", "分母", "备注"])
        for at, county in enumerate(counties):
            for of, rate in enumerate(rates):
                sheet.writerow([2023, county, rate, "", 50 + (at + of) % 20, 100, REMARK if at == of else ""])
    return folder / "plan.toml", folder / "2023.csv"
