"""The judgement in Spark, in one session: starting it takes longer than most cases do."""

import json
import queue
import subprocess
import threading
import time

from judgement import NotStarted, Trouble

# What Spark leaves out of an object that has nothing there.
EMPTY = dict.fromkeys(["outcome", "reason", "basis", "baseline", "numerator", "denominator", "margin_count",
                       "requirement_n", "requirement_d", "requirement_high_n", "requirement_high_d"])
# Tables of few rows: what takes time is planning and starting.
CONF = ["sql.shuffle.partitions=2", "sql.catalogImplementation=in-memory", "sql.adaptive.enabled=false",
        "ui.enabled=false"]
WORDS = ["--driver-java-options", "-XX:TieredStopAtLevel=1", "--driver-memory", "3g",
         *(word for of in CONF for word in ("--conf", f"spark.{of}"))]


class Session:
    """`spark-sql` as it reads from a terminal: a script is run by naming it."""

    def __init__(self, folder, env, longest, conf):
        folder.mkdir(exist_ok=True)
        self.longest, self.log, self.asked = longest, folder / "log", 0
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(["spark-sql", *WORDS, *conf], cwd=folder, env=env, text=True,
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        self.lines = queue.SimpleQueue()
        threading.Thread(target=self.listen, daemon=True).start()
        self.is_up = False
        self.ask("")
        self.is_up = True

    def listen(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def source(self, script):
        """What a script selects, by lines, and what was said of it."""
        return self.ask(f"source {script};\n")

    def ask(self, words):
        self.asked += 1
        said = self.log.stat().st_size
        # Spark writes an asked line out again; in that the end does not stand.
        try:
            self.process.stdin.write(f"{words}SELECT concat('end of ', {self.asked});\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # that it ended is read below
        told, until = [], time.monotonic() + self.longest
        while True:
            try:
                line = self.lines.get(timeout=max(until - time.monotonic(), 0.01))
            except queue.Empty:
                self.stop()
                raise subprocess.TimeoutExpired("spark-sql", self.longest) from None
            if line is None:
                raise (Trouble if self.is_up else NotStarted)(f"{words}Spark ended: {self.said(said)}")
            if line.strip() == f"end of {self.asked}":
                return told, self.said(said)
            told.append(line)

    def said(self, since):
        return self.log.read_bytes()[since:].decode(errors="replace")[-3000:]

    def stop(self):
        self.process.kill()
        self.process.wait()


class InSpark:
    def __init__(self, run, program, env, folder, longest, is_ansi):
        self.conf = ["--conf", f"spark.sql.ansi.enabled={str(is_ansi).lower()}"]
        self.run, self.program, self.env = run, program, env
        self.folder, self.longest, self.session = folder, longest, None

    def judge(self, case, page):
        path = f") USING csv OPTIONS (path '{case.folder}/submission.csv', " \
               "header 'true', escape '\"', multiLine 'true');"
        # It knows no other word for them.
        table = case.table(page).replace("DOUBLE PRECISION", "DOUBLE").replace("\n);", "\n" + path)
        (case.folder / "judged.sql").write_text(
            "DROP TABLE IF EXISTS submission;\n" + table
            + case.before(self.run, self.program, self.env, "spark")
            + case.sql(self.run, self.program, self.env, "spark", "tables")
            + "SELECT to_json(struct(*)) FROM dabiao_verdicts;\nSELECT to_json(struct(*)) FROM dabiao_summary;\n")
        if self.session is None or self.session.process.poll() is not None:
            self.session = Session(self.folder, self.env, self.longest, self.conf)
        told, said = self.session.source(case.folder / "judged.sql")
        told = [json.loads(line) for line in told if line.startswith("{")]
        text = lambda value: None if value is None else str(value)
        verdicts = [{**EMPTY, **{key: text(value) for key, value in row.items()}} for row in told if "outcome" in row]
        summary = [row for row in told if "exit_code" in row]
        if len(summary) != 1:
            raise Trouble(f"{case.name}: {said}")
        return case.hold(verdicts, summary[0]["exit_code"])

    def stop(self):
        if self.session:
            self.session.stop()
