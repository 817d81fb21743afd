"""Random plans of few rules over regions of two to four levels, and what was sent under them."""

import random

LEVELS = {"nation": "国", "province": "省", "city": "市", "county": "县", "township": "镇"}
TREES = [["city", "county"], ["province", "city"], ["province", "city", "county"],
         ["province", "city", "county", "township"], ["city", "county", "township"],
         ["nation", "province", "city"]]
RATE = 'unit = "%"\nnumerator = "子"\ndenominator = "母"\ncount-unit = "个"\n'
# A rule by its form, the middle of its values, and whether regions may have targets of their own.
FORMS = {
    "rate": (RATE + 'operator = "{op}"\nthreshold = 60\nbaseline = {base}', None, True),
    "kept": (RATE + 'form = "kept"\noperator = "≥"\nthreshold = 60', None, True),
    "rises": (RATE + 'form = "year-on-year"\nchange = "absolute"\noperator = "≥"\nthreshold = 0.5', None, False),
    "amount": ('unit = "户"\noperator = "{op}"\nthreshold = 50\nbaseline = 30', 50, True),
    "open": ('unit = "户"\noperator = "≥"\nthreshold = 50', 50, True),
    "sum": ('form = "sum"\nunit = "户"\noperator = "≥"\nthreshold = 90', 20, True),
    "mean": ('form = "mean"\nunit = "户"\noperator = "{op}"\nthreshold = 30', 30, True),
    "each": ('form = "each-year"\nunit = "人次"\noperator = "≥"\nthreshold = 40', 40, True),
    "more": ('form = "change"\nchange = "absolute"\nunit = "户"\noperator = "≥"\nthreshold = 10\nbaseline = 30', 40, True),
    "less": ('form = "change"\nchange = "percent"\nunit = "吨"\noperator = "≤"\nthreshold = -13.5', 35, False),
    "twice": ('form = "multiple"\nunit = "户"\noperator = "≥"\nthreshold = 1.5\nbaseline = 30', 44, False),
    "growth": ('form = "growth"\nunit = "亿元"\noperator = "≥"\nthreshold = 7.5\nbaseline = 40', 48, True),
    "before": ('form = "year-on-year"\nchange = "absolute"\nunit = "户"\noperator = "≥"\nthreshold = 0', 40, True),
    "all": ('form = "milestone"', None, False),
    "any": ('form = "milestone"\nroll-up = "any"', None, False),
    "beside": ('form = "relative"\nunit = "%"\noperator = "≥"\nreference = "g"', None, False),
}


def regions(chance):
    """The levels of a tree, and its regions: name, level, and what each lies within."""
    levels, found = chance.choice(TREES), []

    def add(level, within):
        name = f"示例{len(found)}{LEVELS[level]}"
        found.append((name, level, within))
        at = levels.index(level)
        for below in levels[at + 1:at + 2] * (chance.randrange(1, 4)):
            add(below, name)
        # One that lies in a province without a city between.
        for deeper in levels[at + 2:at + 3] * (chance.random() < 0.15):
            found.append((f"示例{len(found)}{LEVELS[deeper]}", deeper, name))
        if level == "county" and chance.random() < 0.2:
            found.append((f"示例{len(found)}园区", "area", name))

    for _ in range(1 if chance.random() < 0.85 else 2):
        add(levels[0], None)
    return levels, found


def world(folder, seed):
    """Writes a plan, waivers and figures; the year, whether there is a history, and options."""
    chance = random.Random(seed)
    levels, places = regions(chance)
    year, below = chance.choice([2021, 2022, 2023, 2025]), levels[1:]
    plan = [f'[plan]\nid = "w"\ntitle = "示例数据"\nbaseline-year = 2020\nfirst-year = 2021\n'
            f'target-year = 2025\npace = "{chance.choice(["linear", "linear", "none"])}"\n']
    for number, (name, level, within) in enumerate(places):
        around = f'within = "{within}"\n' if within else ""
        tags = 'tags = ["沿海"]\n' if chance.random() < 0.3 else ""
        plan.append(f'[[region]]\ncode = "9{number:03}"\nname = "{name}"\nlevel = "{level}"\n{around}{tags}')
    shared = chance.random() < 0.5 and sum(within is None for _, _, within in places) == 1 and "city" == levels[0]
    plan.append(f'[[reference]]\nid = "g"\nname = "参照"\nunit = "%"\nshared = {str(shared).lower()}\n')
    scopes = ["total"] + [of for level in below for of in (level, f"each-{level}")]
    rules = []
    for number in range(chance.randrange(1, 4)):
        form = chance.choice(list(FORMS))
        body, _, may_differ = FORMS[form]
        scope = chance.choice([None, None, *scopes])
        lines = [f'[[indicator]]\nid = "i{number}"\nnumber = {number + 1}\nname = "数{"甲乙丙"[number]}"\n'
                 f'attribute = "{chance.choice(["约束性", "预期性", "任务"])}"\ncite = "示例"']
        lines += [f'scope = "{scope}"'] if scope else []
        lines += ['applies-to = ["沿海"]'] if chance.random() < 0.2 and any("沿海" in it for it in plan) else []
        lines.append(body.format(op=chance.choice("≥≥>≤<"), base=chance.choice([40, 55.5, 70])))
        if may_differ and chance.random() < 0.35:
            low = [name for name, level, _ in places if level == levels[-1]]
            own = chance.sample(low, chance.randrange(1, len(low) + 1))
            lines += ['by-region = "same"'] if chance.random() < 0.6 else []
            lines.append("[indicator.regions]")
            lines += [f'"{name}" = {{ threshold = {chance.choice([20, 45, 60, 80])} }}' for name in own]
        rules.append((f"i{number}", f'数{"甲乙丙"[number]}', form, scope))
        plan.append("\n".join(lines))
    follows = {"any-of": str([rule[0] for rule in rules]), "all-of": str([rule[0] for rule in rules]),
               "share-of": '"i0"\nunit = "%"\noperator = "≥"\nthreshold = 50\nbaseline = 10'}
    if chance.random() < 0.45:
        how = chance.choice(list(follows))
        head = '[[indicator]]\nid = "{}"\nnumber = {}\nname = "{}"\nattribute = "任务"\ncite = "示例"\n{} = {}\n'
        plan.append(head.format("d", 90, "合成", how, follows[how].replace("'", '"')))
        plan += [head.format("e", 91, "再合成", "any-of", '["d", "i0"]')] * (chance.random() < 0.4)
    (folder / "plan.toml").write_text("\n".join(plan))
    waived = [(rule[0], name) for rule in rules for name, *_ in places if chance.random() < 0.15]
    (folder / "waivers.toml").write_text("".join(
        f'[[waiver]]\nindicator = "{rule}"\nregion = "{name}"\nyear = {year}\nreason = "示例"\n'
        f'approved-by = "示例"\nexpires = "{year}-{chance.choice(["06-30", "12-31"])}"\n' for rule, name in waived))
    quiet = chance.random() < 0.5
    head = ["年份,地区,指标,数值,分子,分母,备注"]
    years = {of: head + rows(chance, places, levels, rules, of, quiet, shared) for of in range(2020, year + 1)}
    for of, lines in years.items():
        (folder / f"{of}.csv").write_text("\n".join(lines) + "\n")
    options = ["--against", chance.choice(["requirement", "requirement", "target"]),
               "--require", chance.choice(["main", "tasks"]), "--waivers", str(folder / "waivers.toml"),
               "--fail-on", chance.choice(["binding", "anticipatory", "task", "none"])]
    past = list(range(2020, year)) if chance.random() < 0.8 else []
    return [folder / f"{of}.csv" for of in (year, *past)], options, chance.random() < 0.4


def rows(chance, places, levels, rules, year, quiet, shared):
    found = []
    for _, rule, form, scope in rules:
        sends = (scope or levels[-1]).replace("each-", "").replace("total", levels[-1])
        for number, (name, level, within) in enumerate(places):
            is_sender = level == sends or level == "area" or level not in levels[:-1]
            if is_sender or chance.random() < 0.12:
                cells = figure(chance, form, quiet)
                found += [f"{year},{name},{rule},{cells}"] if cells else []
    for number, (name, *_) in enumerate(places):
        if number == 0 or not shared or chance.random() < 0.2:
            found.append(f"{year},{name},参照,{chance.choice(['5%', '5%', '6%']) if number and not quiet else '5%'},,,")
    return found


def figure(chance, form, quiet):
    """The cells of a row behind its indicator; none where no row is sent."""
    kind = chance.random()
    if not quiet and kind < 0.06:
        return chance.choice([None, "—,,,", "约5,,,"])
    if kind < 0.09:
        return "不适用,,,示例说明"
    middle = FORMS[form][1]
    if middle is not None:
        return f"{middle + chance.choice([-9, -1, 0, 0, 1, 2, 11])},,,"
    if form in ("all", "any"):
        return chance.choice(["是", "是", "否", "2022-03-01", "2020-02-29"]) + ",,,"
    if form == "beside":
        return chance.choice(["5%", "6.5%", "4.99%"]) + ",,,"
    of = chance.choice([5, 10, 100, 1000])
    return f",{min(max(of * 6 // 10 + chance.choice([-1, 0, 0, 1, of // 5, -of // 5]), 0), of)},{of},"
