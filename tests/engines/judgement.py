"""The judgement that `dabiao plan sql` writes, held against `dabiao check`, verdict by verdict."""

import csv
import json
import pathlib
import statistics
import time
from fractions import Fraction

try:
    import jinja2  # by which dbt renders its models
except ImportError:
    jinja2 = None

import forms
import kinds
import odd
import worlds

COLUMNS = {"年份": "year", "地区": "region", "指标": "indicator", "数值": "value",
           "分子": "numerator", "分母": "denominator", "累计": "total", "备注": "remark"}
# What SQL holds back, and says so, where the program has a verdict.
HELD_BACK = {"sql/baseline-unusable", "sql/total-not-read", "sql/sum-of-parts-and-whole"}
# Each of these makes the SQL wrong; the generated world has to show it.
MUTATIONS = [
    ("k.value_n * k.required_d > k.required_n", "k.value_n * k.required_d >= k.required_n"),
    ("k.value_n * k.required_d >= k.required_n", "k.value_n * k.required_d > k.required_n"),
    ("k.value_n * k.target_high_d <= k.target_high_n", "k.value_n * k.target_high_d < k.target_high_n"),
    ("WHEN count(*) > 1 OR min(reason) IS NOT NULL THEN 'invalid' ELSE", "WHEN min(reason) IS NOT NULL THEN 'invalid' ELSE"),
    ("CASE s.rank WHEN 1 THEN TRUE", "CASE s.rank WHEN 1 THEN s.region <> 2"),
    ("IN ('nothing', 'missing', 'invalid')) AS lacking", "IN ('missing', 'invalid')) AS lacking"),
    ("AND s.gaps > 0 THEN 'missing' ELSE COALESCE", "AND s.gaps > 9 THEN 'missing' ELSE COALESCE"),
    ("CASE WHEN k.base_n IS NULL THEN 'plan' ELSE 'own' END", "'plan'"),
    ("m.from_in AND", "FALSE AND"),
    ("k.required_n * k.d - 1", "k.required_n * k.d"),
    ("AS HUGEINT) + 1 END AS least", "AS HUGEINT) END AS least"),
    ("(r.of_whole OR m.d = 0) AND m.n > m.d", "r.of_whole AND m.n > m.d + 1"),
    ("* 2 * m.unit_of_digits > m.d", "* m.unit_of_digits > m.d"),
    ("THEN 'submission/not-applicable-unexplained'", "THEN NULL"),
    ("abs(m.v) <= 1000000 THEN 'submission/fraction-or-percent'", "abs(m.v) < 0 THEN 'submission/fraction-or-percent'"),
    ("THEN 'audit/fraction-of-a-person'", "THEN NULL"),
    ("CASE WHEN NOT COALESCE(o.is_concerned, TRUE) THEN 'aside'", "CASE WHEN FALSE THEN 'aside'"),
    ("COALESCE(o.variant, 0) AS variant, COALESCE(o.is_concerned", "0 AS variant, COALESCE(o.is_concerned"),
    ("CASE WHEN k.is_concerned THEN k.state ELSE 'na' END", "k.state"),
    ("FILTER (WHERE k.state <> 'na'), 1) AS years", ", 1) AS years"),
    ("WHEN r.is_mean THEN", "WHEN FALSE THEN"),
    ("o.top_state = 'figure' AND o.top_v = o.v", "o.top_state = 'figure'"),
    ("count(*) FILTER (WHERE j.outcome = 'met')", "count(*) FILTER (WHERE j.outcome IN ('met', 'on_pace'))"),
    ("'behind', 'not_met', 'not_due')) AS HUGEINT) AS judged", "'behind', 'not_met')) AS HUGEINT) AS judged"),
    ("WHEN 'all' THEN 2 ELSE 6", "WHEN 'all' THEN 6 ELSE 2"),
    ("LEFT JOIN dabiao_waivers w ON w.rule = k.rule AND", "LEFT JOIN dabiao_waivers w ON 1 = 0 AND"),
]


class Trouble(Exception):
    """What an engine or the program said when it failed, or what differs."""


class NotStarted(Trouble):
    """An engine that is there, and of no use as it is."""


class Judged:
    """A year of figures under a plan: the table that engines hold, and what `check` says."""

    def __init__(self, name, run, program, env, folder, now, history=(), plan=None, options=(), raw=False,
                 roster=None, is_odd=False, is_typed=False):
        self.name, self.folder, self.roster = name, folder, roster
        self.is_odd, self.is_typed = is_odd, is_typed
        self.year = now.stem[-4:]
        self.options = [*(["--plan", str(plan)] if plan else []), *options]
        rows = []
        for file in (now, *history):
            words = [program, "tidy", str(file), *(self.options[:2] if plan else [])]
            # What can't be read is in the table too, if the file is as tables are.
            text = file.read_text() if raw else run(words, folder, env)[1]
            rows.extend(csv.DictReader(text.splitlines()))
        self.is_text = raw
        self.has_totals = any("累计" in row for row in rows)
        fields = [of for of in COLUMNS if of != "累计" or self.has_totals]
        with open(folder / "submission.csv", "w", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(COLUMNS[of] for of in fields)
            sheet.writerows([self.cell(row.get(of, ""), of) for of in fields] for row in rows)
        past = [word for file in history for word in ("--history", str(file))]
        self.check = [program, "check", str(now), *past, *self.options, "--format"]
        self.exit, told, said = run([*self.check, "json"], folder, env)
        if self.exit == 2:
            raise Trouble(told + said)
        self.expected = {(row["region"]["name"], row["indicator"]): row
                         for row in json.loads(told)["results"]}

    def cell(self, text, field):
        """What a column of numbers takes: no sign, and nothing behind it."""
        return text.rstrip("%") if self.is_typed and field == "数值" else text

    def sql(self, run, program, env, dialect, emit, more=()):
        words = ["plan", "sql", "--dialect", dialect, "--year", self.year, "--emit", emit, *more]
        columns = ["--columns", "total=total"] if self.has_totals else []
        columns += ["--roster-table", self.roster] if self.roster else []
        columns += ["--values", "typed"] if self.is_typed else []
        columns += odd.options() if self.is_odd and dialect != "spark" else []
        code, told, said = run([program, *words, *columns, *self.options], self.folder, env)
        if code != 0:
            raise Trouble(f"{words}: {said}")
        return told

    def table(self, page):
        """The table of figures as the page makes it; all of it texts, where faults are in it."""
        create = page["submission"]
        if self.has_totals:
            create = create.replace("remark VARCHAR", "total VARCHAR(100), remark VARCHAR")
        if self.is_text:
            create = create.replace("INTEGER", "VARCHAR(10)").replace("DECIMAL(38,0)", "VARCHAR(40)")
        if self.is_typed:
            create = create.replace("value VARCHAR(100)", "value DECIMAL(38,10)")
            create = create.replace("numerator DECIMAL(38,0)", "numerator DECIMAL(20,6)")
            create = create.replace("denominator DECIMAL(38,0)", "denominator DOUBLE PRECISION")
        return create

    def behind(self):
        """What has to be there once the figures are."""
        return odd.view() if self.is_odd else ""

    def before(self, run, program, env, dialect):
        """What has to be there beside the figures."""
        return self.sql(run, program, env, dialect, "roster") if self.roster else ""

    def hold(self, rows, exit_code):
        """Whether an engine's verdicts and its exit code are the program's."""
        told = {(row["region"], row["indicator"]): row for row in rows}
        if len(told) != len(rows) or told.keys() != self.expected.keys():
            raise Trouble(f"{self.name}: other verdicts: {sorted(told.keys() ^ self.expected.keys())[:4]}")
        held_back = 0
        for cell, row in told.items():
            if row["reason"] in HELD_BACK and row["outcome"] in ("invalid", "missing") and exit_code == 3:
                held_back += 1
                continue
            expected, own = facts(self.expected[cell]), facts_of_row(row)
            if expected != own or not are_alike(self.expected[cell].get("requirement") or {}, row):
                raise Trouble(f"{self.name}: {cell}: {own}, not {expected}; {row}")
        if exit_code != (3 if held_back else self.exit):
            raise Trouble(f"{self.name}: exit code {exit_code}, not {self.exit}")
        return f"{len(told)} verdicts equal to dabiao check" + (f", {held_back} held back" if held_back else "")


def whole(text):
    return None if text in (None, "", "NULL") else int(text)


def facts(of):
    """Of a result: the outcome, the basis and whose baseline, the counts and their margin."""
    required = of.get("requirement") or {}
    counts = [whole(of.get(key)) for key in ("numerator", "denominator")]
    if of["outcome"] == "invalid":
        counts = [None, None]  # the program shows what was sent
    return [of["outcome"], required.get("basis"), required.get("baseline"), *counts,
            whole((of.get("margin") or {}).get("count"))]


def facts_of_row(row):
    text = {key: None if value in ("", "NULL") else value for key, value in row.items()}
    return [text["outcome"], text["basis"], text["baseline"],
            *(whole(text[key]) for key in ("numerator", "denominator", "margin_count"))]


def are_alike(required, row):
    """Whether the bounds are those of the report, as far as that writes them out."""
    for key, of in (("value", "requirement"), ("low", "requirement"), ("high", "requirement_high")):
        if key not in required:
            continue
        n, d = whole(row[of + "_n"]), whole(row[of + "_d"])
        digits = len(required[key].partition(".")[2])
        if n is None or abs(Fraction(n, d) - Fraction(required[key])) >= Fraction(1, 10**digits):
            return False
    return True


class InDuckDb:
    def __init__(self, run, program, env):
        self.run, self.program, self.env = run, program, env

    def ask(self, case, sql):
        code, told, said = self.run(["duckdb", "judged.db", "-csv"], case.folder, self.env, input=sql)
        if code != 0 or said.strip():
            raise Trouble(f"{case.name}: {said[-2000:]}")
        return list(csv.DictReader(told.splitlines()))

    def load(self, case, page):
        (case.folder / "judged.db").unlink(missing_ok=True)
        before = case.before(self.run, self.program, self.env, "duckdb")
        self.ask(case, before + case.table(page) + "COPY submission FROM 'submission.csv' (HEADER);"
                 + case.behind())

    def judge(self, case, page):
        self.load(case, page)
        sql = [case.sql(self.run, self.program, self.env, "duckdb", emit) for emit in ("verdicts", "summary")]
        verdicts, [summary] = [self.ask(case, text) for text in sql]
        return case.hold(verdicts, int(summary["exit_code"]))

    def model(self, case, page):
        """A model and tests of dbt's, which puts them into statements of its own."""
        self.load(case, page)
        template = '{{ ref("submission") }}'
        def rendered(emit):
            sql = case.sql(self.run, self.program, self.env, "duckdb", emit, ["--from", template])
            table = '"judged"."main"."submission"'
            if jinja2:
                strict = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
                rendered = strict.from_string(sql).render(ref=lambda name: table)
            sql = sql.replace(template, table)
            if jinja2 and rendered != sql:
                raise Trouble("dbt renders more of it than the table")
            if any(mark in sql for mark in ("{{", "{%", "{#")):
                raise Trouble("dbt would read more of it than the table")
            return sql
        self.ask(case, f"CREATE VIEW verdicts_2023 AS (\n{rendered('verdicts')}\n);")
        case.hold(self.ask(case, "SELECT * FROM verdicts_2023"), case.exit)
        short = "SELECT * FROM verdicts_2023 WHERE attribute = 'binding' AND outcome IN ('behind', 'not_met')"
        told = [self.ask(case, f"SELECT count(*) AS failures FROM (\n{test}\n) dbt_internal_test")[0]["failures"]
                for test in (short, rendered("findings"))]
        wanted = sum(row["attribute"] == "binding" and row["outcome"] in ("behind", "not_met")
                     for row in case.expected.values())
        if told != [str(wanted), "0"]:
            raise Trouble(f"{told} failures, not {wanted} and 0")
        return f"{len(case.expected)} verdicts, {wanted} binding shortfalls"

    def mutate(self, case, page):
        """Each mutation of the SQL has to be told."""
        self.load(case, page)
        sql = case.sql(self.run, self.program, self.env, "duckdb", "verdicts")
        case.hold(self.ask(case, sql), case.exit)
        for old, new in MUTATIONS:
            if old not in sql:
                raise Trouble(f"no step has {old}")
            try:
                case.hold(self.ask(case, sql.replace(old, new)), case.exit)
            except Trouble:
                continue
            raise Trouble(f"nobody notices {new} for {old}")
        return f"{len(MUTATIONS)} mutations noticed"


class InPostgres:
    def __init__(self, run, program, env):
        self.run, self.program, self.env = run, program, env

    def ask(self, case, sql):
        words = ["psql", "-q", "--csv", "-v", "ON_ERROR_STOP=1"]
        code, told, said = self.run(words, case.folder, self.env, input=sql)
        if code != 0:
            raise Trouble(f"{case.name}: {said[-2000:]}")
        return list(csv.DictReader(told.splitlines()))

    def load(self, case, page):
        before = case.before(self.run, self.program, self.env, "postgresql")
        self.ask(case, before + "DROP TABLE IF EXISTS submission CASCADE;" + case.table(page)
                 + "\n\\copy submission FROM 'submission.csv' (FORMAT csv, HEADER)\nANALYZE submission;" + case.behind())

    def judge(self, case, page):
        self.load(case, page)
        sql = [case.sql(self.run, self.program, self.env, "postgresql", emit) for emit in ("verdicts", "summary")]
        verdicts, [summary] = [self.ask(case, text + ";") for text in sql]
        return case.hold(verdicts, int(summary["exit_code"]))


def times(engine, dialect, case, page, rounds):
    """How long the verdicts take in an engine that holds the figures, and in `check`, which reads
    them from files; in turns, the median of each and of their ratios."""
    engine.load(case, page)
    sql = case.sql(engine.run, engine.program, engine.env, dialect, "verdicts") + ";"
    took = []
    for _ in range(rounds):
        began = time.monotonic()
        engine.ask(case, sql)
        between = time.monotonic()
        engine.run([*case.check, "csv"], case.folder, engine.env)
        took.append((between - began, time.monotonic() - between))
    of_sql, of_check = (statistics.median(of) for of in zip(*took))
    ratio = statistics.median(one / other for one, other in took)
    return f"{of_sql:.2f} s, dabiao check {of_check:.2f} s: {ratio:.1f} times as long"


def cases(root, run, program, env, scratch):
    """The sample data of every year with what came before, plans of other places, and one made."""
    data = root / "data"
    wanted = []
    for year in (2021, 2022, 2023):
        now, past = data / f"{year}.csv", [data / f"{before}.csv" for before in range(2020, year)]
        tasks = [data / f"tasks-{before}.csv" for before in range(2021, year)]
        wanted += [
            (f"data/{year}", now, past, None, []),
            (f"data/{year}, alone and against targets", now, [], None, ["--against", "target"]),
            (f"data/tasks-{year}", data / f"tasks-{year}.csv", tasks, None, ["--require", "tasks"]),
        ]
    wanted.append(("data/2023, columns of numbers", data / "2023.csv", [], None, []))
    for plan in sorted((root / "tests/plans").glob("*/plan.toml")):
        wanted.append((plan.parent.name, plan.parent / "submission-2023.csv", [], plan, []))
    for number, (name, now, past, plan, options) in enumerate(wanted):
        folder = scratch / f"judged{number}"
        folder.mkdir()
        yield Judged(name, run, program, env, folder, now, past, plan, options, is_typed="numbers" in name)


def of_kinds(root, run, program, env, scratch):
    """The plans of every kind, two worlds each; all of their rules are held."""
    for plan, said in kinds.plans(root, run, program, env):
        for seed in (1, 2):
            folder = scratch / f"{plan.stem}-{seed}"
            folder.mkdir()
            now, *past = kinds.figures(folder, said, seed)
            yield Judged(f"kinds/{plan.stem} {seed}", run, program, env, folder, now, past, plan,
                         ["--require", "tasks", "--fail-on", "task"], raw=True)


def of_odd_names(run, program, env, scratch):
    folder = scratch / "odd"
    folder.mkdir()
    plan, now = odd.plan(folder)
    return Judged("names that mean something to an engine", run, program, env, folder, now, [], plan, is_odd=True)


def made(run, program, env, scratch, counties, seed):
    folder = scratch / f"made{counties}"
    folder.mkdir()
    plan, [now, *past] = forms.generate(folder, counties, seed)
    name = f"{counties} counties, every form"
    options = ["--fail-on", "task", "--waivers", str(folder / "waivers.toml")]
    return Judged(name, run, program, env, folder, now, past, plan, options, raw=True, roster="roster")


def random_worlds(run, program, env, scratch, number):
    """So many random plans; those that are none, for what they rest on, are passed over."""
    seed = found = 0
    while found < number:
        seed += 1
        folder = scratch / f"random{seed}"
        folder.mkdir()
        [now, *past], options, has_roster = worlds.world(folder, seed)
        roster = "roster" if has_roster else None
        try:
            case = Judged(f"random plan {seed}", run, program, env, folder, now, past, folder / "plan.toml",
                          options, raw=True, roster=roster)
        except Trouble:
            continue
        found += 1
        yield case
