"""Figures for the plans under tests/plans/kinds, made around what each demands (示例数据)."""

import json
import random
from fractions import Fraction

SENDERS = {"county": None, "total": None, "each-county": "county"}


def figures(folder, plan, seed):
    """Files of every year up to one of the plan's, the judged one first."""
    chance = random.Random(seed)
    head, whole = plan["plan"], plan["plan"]["target_year"]
    first = head["first_year"]
    years = [head["baseline_year"], *range(first, chance.choice([first + 2, whole]) + 1)]
    files = []
    for year in years:
        file = folder / f"{year}.csv"
        lines = ["年份,地区,指标,数值,分子,分母,备注"]
        for rule in plan["indicators"]:
            for region in plan["regions"]:
                cells = sent(chance, rule, region, year)
                lines += [f"{year},{region['name']},{rule['name']},{cells}"] if cells else []
        for of in plan["references"]:
            for region in plan["regions"]:
                value = reference(chance, of, year - years[0])
                lines += [f"{year},{region['name']},{of['name']},{value},,,"] if value else []
        file.write_text("\n".join(lines) + "\n")
        files.insert(0, file)
    return files


def reference(chance, of, years):
    # Where the whole's row holds for all, nobody sends another.
    if of["shared_by"] or of["shared"]:
        return "5%" if of["unit"] == "%" else str(100 + 5 * years)
    # Growth is sent; SQL derives none from levels.
    return f"{chance.choice([5, 5, '5.5', 6])}%" if of["unit"] == "%" else None


def middle(rule, region, year):
    """A value that what is demanded of a region is near to."""
    own = [of for of in rule["requirements"] if of["region"] and of["region"]["name"] == region["name"]]
    own = own or [of for of in rule["requirements"] if not of["region"]] or rule["requirements"]
    demands = [of for of in own if of["year"] == year] or own
    for bound in [of.get(key) for of in demands for key in ("requirement", "target")]:
        if bound and bound.get("fractions"):
            number, of = bound["fractions"][0]
            return Fraction(int(number), int(of))
    return Fraction(rule["baseline"] or 50)


def sent(chance, rule, region, year):
    """The cells behind the indicator; nothing where no row is sent."""
    if rule["form"] in ("words", "any-of", "all-of", "share", "rank") or rule["same_as"]:
        return None
    if chance.random() < 0.06:
        return chance.choice([None, "—,,,", "不适用,,,示例说明"])
    if rule["form"] == "milestone":
        return chance.choice(["是", "是", "否", f"{year}-03-01"]) + ",,,"
    if rule["form"] == "relative":
        return f"{chance.choice([5, '5.5', '4.9', 6])}%,,,"
    near = middle(rule, region, year) * chance.choice([1, 1, 1, Fraction(99, 100), Fraction(101, 100), Fraction(9, 10)])
    if rule["form"] in ("sum", "mean"):
        near = near / 3
    if rule["numerator"] and rule["per"]:
        of = chance.choice([100, 4000, 100000])
        count = max(round(near * of / rule["per"]), 0)
        return f",{min(count, of) if rule['per'] == 100 else count},{of},"
    if rule["terms"] and not rule["terms"].startswith("reported") and not rule["unit"] == "%":
        near = max(near, 0)
    if rule["unit"] == "%" and rule["per"]:
        near = min(max(near, 0), 100)
    # People and things are sent as whole numbers.
    digits = 0 if rule["roll_up"] == "sum" and near > 20 else 2
    return f"{float(round(near, digits)):.{digits}f}{'%' if rule['unit'] == '%' else ''},,,"


def plans(root, run, program, env):
    """The plans, and what each says."""
    for file in sorted((root / "tests/plans/kinds").glob("*.toml")):
        if not file.name.endswith(".cases.toml"):
            code, told, said = run([program, "plan", "show", "--plan", str(file), "--format", "json"], root, env)
            if code != 0:
                raise RuntimeError(f"{file}: {said}")
            yield file, json.loads(told)
