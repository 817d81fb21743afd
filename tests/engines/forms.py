"""A plan of every form that SQL holds, and four years of figures (示例数据)."""

import csv
import random
from fractions import Fraction

RULES = {
    "level": 'unit = "%"\noperator = "≥"\nthreshold = 90\nbaseline = 50.25',
    "strict": 'unit = "%"\noperator = ">"\nthreshold = 99\nbaseline = 99.93',
    "ceiling": 'unit = "‰"\noperator = "<"\nthreshold = 3\nbaseline = 4.5',
    "range": 'unit = "%"\noperator = "between"\nthreshold = [20, 25]\nbaseline = 31.7',
    "written": 'unit = "%"\noperator = "≥"\nthreshold = 80\nbaseline = 60\nmilestones = { 2022 = 64, 2024 = 71 }',
    "open": 'unit = "%"\noperator = "≥"\nthreshold = 40',
    "kept": 'form = "kept"\nunit = "%"\noperator = ">"\nthreshold = 99\nbaseline = 99.5',
    "cover": 'form = "full-coverage"\nunit = "%"\nbaseline = 91.2',
    "each": 'form = "each-year"\nunit = "人次"\noperator = "≥"\nthreshold = 70',
    "sum": 'form = "sum"\nunit = "户"\noperator = "≥"\nthreshold = 90',
    "ends": 'form = "sum"\nunit = "户"\noperator = "≥"\nthreshold = 90\npace = "at-end"\nscope = "total"',
    "less": 'form = "change"\nchange = "percent"\nunit = "吨"\noperator = "≤"\nthreshold = -13.5\nbaseline = 1000',
    "more": 'form = "change"\nchange = "absolute"\nunit = "个"\noperator = "≥"\nthreshold = 10\nbaseline = 40\nscope = "each-county"',
    "twice": 'form = "multiple"\nunit = "个"\noperator = "≥"\nthreshold = 2\nbaseline = 30',
    "done": 'form = "milestone"\ndue = 2023',
    "any": 'form = "milestone"\nroll-up = "any"',
    "alone": 'unit = "个"\noperator = "≥"\nthreshold = 30\nbaseline = 20\nscope = "city"',
    "beside": 'form = "relative"\nunit = "%"\noperator = "≥"\nreference = "gdp"',
    "average": 'form = "relative"\nunit = "%"\noperator = "≥"\nreference = "city"',
    "yearly": 'form = "mean"\nunit = "户"\noperator = "≥"\nthreshold = 20',
    "grows": 'form = "growth"\nunit = "亿元"\noperator = "≥"\nthreshold = 7.5\nbaseline = 30',
    "rises": 'form = "year-on-year"\nchange = "absolute"\nunit = "%"\noperator = "≥"\nthreshold = 0',
    "own": 'unit = "%"\noperator = "≥"\nthreshold = 80\nbaseline = 60\nby-region = "same"\nregions = { "示例0县" = { threshold = 90, baseline = 55 }, "示例1县" = { threshold = 70, milestones = { 2023 = 60 } } }',
    "coast": 'unit = "%"\noperator = "≥"\nthreshold = 75\nbaseline = 60\napplies-to = ["示例0县", "示例2县", "示例3县", "示例5县", "示例园区"]',
    "both": 'all-of = ["level", "done", "coast"]',
    "either": 'any-of = ["strict", "each"]',
    "share": 'share-of = "less"\nunit = "%"\noperator = "≥"\nthreshold = 50\nbaseline = 10',
    "portion": 'share-of = "open"\nunit = "%"\noperator = "≥"\nthreshold = 50',
}
FOLLOW = ("both", "either", "share", "portion")
COUNTED = {"level": 75, "strict": 99, "ceiling": 36, "range": 27, "written": 67.5, "open": 40, "kept": 99, "cover": 97,
           "rises": 50, "own": 70, "coast": 70}


def generate(folder, counties, seed):
    """A plan of every form that SQL holds, and four years of figures with faults of many kinds."""
    chance = random.Random(seed)
    plan = ['[plan]\nid = "generated"\ntitle = "示例数据"\nbaseline-year = 2020\nfirst-year = 2021\n'
            'target-year = 2025\npace = "linear"\n[[reference]]\nid = "gdp"\nname = "增长率"\nunit = "%"\n'
            '[[reference]]\nid = "city"\nname = "全市平均"\nunit = "%"\nshared = true\n']
    names = [f"示例{number}县" for number in range(counties)]
    plan.append('[[region]]\ncode = "0001"\nname = "示例市"\nlevel = "city"\n')
    for number, county in enumerate(names):
        plan.append(f'[[region]]\ncode = "{number + 1:06}"\nname = "{county}"\nlevel = "county"\n')
    plan.append('[[region]]\nname = "示例园区"\nlevel = "area"\nwithin = "示例0县"\n')
    for number, (name, how) in enumerate(RULES.items(), 1):
        attribute = chance.choice(["约束性", "预期性", "任务"])
        counts = 'numerator = "子"\ndenominator = "母"\ncount-unit = "人"\n' if name in COUNTED else ""
        plan.append(f'[[indicator]]\nid = "{name}"\nnumber = {number}\nname = "指标{name}"\n'
                    f'attribute = "{attribute}"\n{counts}{how}\ncite = "示例 第{number}行"\n')
    (folder / "plan.toml").write_text("\n".join(plan))
    waived = [(rule, county, f"{year}-12-31") for rule in RULES for county in names[:9] for year in (2022, 2023)
              if chance.random() < 0.2]
    (folder / "waivers.toml").write_text("".join(
        f'[[waiver]]\nindicator = "{rule}"\nregion = "{county}"\nyear = 2023\nreason = "示例"\n'
        f'approved-by = "示例"\nexpires = "{expires}"\n' for rule, county, expires in waived))
    regions = [*names, "示例市", "示例园区"]
    for year in (2020, 2021, 2022, 2023):
        with open(folder / f"{year}.csv", "w", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(["年份", "地区", "指标", "数值", "分子", "分母", "备注"])
            for region in regions:
                for number, name in enumerate([*RULES, "beside-gdp", "average-city"]):
                    if name in FOLLOW or name == "average-city" and region != "示例市" and chance.random() < 0.8:
                        continue
                    # Of some nothing is wrong anywhere, so that the counties add up.
                    careful = (number + seed) % 3 == 0
                    if careful and number % 6 == 2 and region == names[5]:
                        continue  # and of some, nothing but one county is lacking
                    for cells in sent(chance, name, year, region, careful):
                        named = {"beside-gdp": "增长率", "average-city": "全市平均"}.get(name, f"指标{name}")
                        sheet.writerow([year, region, named, *cells])
    return folder / "plan.toml", [folder / f"{year}.csv" for year in (2023, 2020, 2021, 2022)]


def sent(chance, name, year, region, careful):
    """The cells of the rows of one figure: 数值, 分子, 分母, 备注."""
    is_city = region.endswith("市")
    is_left_out = is_city and name not in ("alone", "average-city") and chance.random() < 0.6
    if is_left_out or not careful and year == 2020 and chance.random() < 0.5:
        return []
    kind = chance.random()
    if not careful and kind < 0.06:
        faults = [[], [["—", "", "", ""]], [["不适用", "", "", "示例说明"]], [["不适用", "", "", ""]],
                  [["约60", "", "", ""]], [["5", "", "", ""], ["5", "", "", ""]], [["-3", "", "", ""]],
                  [["", "12", "", ""]], [["", "12", "11", ""]], [["0.5", "", "", ""]], [["", "0", "0", ""]],
                  [["120%", "", "", ""]], [["1.5", "", "", ""]], [["60.00%", "1", "2", ""]], [["50.01%", "1", "2", ""]]]
        # The program reads a fault of one cell or another: none of these has two.
        return chance.choice(faults)
    if kind < 0.08:
        return [["不适用", "", "", "示例说明"]]
    if name in COUNTED:
        per = 1000 if name == "ceiling" else 100
        people = chance.choice([9, 40, 10000, 30000, chance.randrange(1, 99999999)])
        at = int(COUNTED[name] * people / per / (10 if name == "ceiling" else 1))
        count = min(max(at + chance.choice([-1, 0, 0, 1, people // 7]), 0), people)
        if name != "ceiling" and chance.random() < 0.1:
            rate = Fraction(count * 100, people)
            text = f"{float(rate):.2f}%"
            near = abs(Fraction(text[:-1]) - rate) * 200 <= 1
            return [[text, count, people, ""]] if near else [["", count, people, ""]]
        return [["", count, people, ""]]
    if name in ("done", "any"):
        return [[chance.choice(["是", "否", "2022-05-01", "2023-12-31", "2020-02-29"]), "", "", ""]]
    if name == "average-city":
        return [[chance.choice(["5%", "5%", "5%", "6%"]) if not is_city else "5%", "", "", ""]]
    if name in ("beside", "beside-gdp", "average"):
        return [[f"{chance.choice([-1.5, 5, 5.1, 6, 6.01])}%", "", "", ""]]
    middle = {"each": 70, "sum": 18, "ends": 20, "less": 919, "more": 46, "twice": 48, "alone": 26,
              "yearly": 20, "grows": 36}[name]
    value = max(middle + chance.choice([-2, -1, 0, 0, 1, 2]), 0)
    return [[f"{value}.5" if name == "less" else str(value), "", "", ""]]
