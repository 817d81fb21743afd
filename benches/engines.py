"""What DuckDB and polars take for the query that a check begins with.

    python3 benches/engines.py duckdb|polars DATA ROSTER RULES THREADS

Reads the rows, joins the roster and the rules, and counts the figures that reach their
threshold. It does not: compare exactly (figures are binary fractions), add the whole up, look
for values that were sent twice or not at all, tell a row that can't be read from one that can,
look at the year before, or say where anything stands.
"""

import sys

engine, data, roster, rules, threads = sys.argv[1:]

if engine == "duckdb":
    import duckdb

    base = duckdb.connect(config={"threads": int(threads)})
    counted = base.execute(
        """
        SELECT count(*), count(*) FILTER (
            CASE WHEN least = 'yes' THEN value >= threshold ELSE value <= threshold END)
        FROM (
            SELECT r.*, CASE WHEN "分母" IS NULL THEN CAST(replace("数值", '%', '') AS DOUBLE)
                             ELSE 100.0 * "分子" / "分母" END AS value
            FROM read_csv(?, header = true, columns = {
                '年份': 'INTEGER', '地区': 'BIGINT', '指标': 'VARCHAR', '数值': 'VARCHAR',
                '分子': 'BIGINT', '分母': 'BIGINT', '备注': 'VARCHAR'}) d
            JOIN read_csv(?, header = true, columns = {
                'code': 'BIGINT', 'name': 'VARCHAR', 'level': 'VARCHAR', 'within': 'BIGINT'}) c
              ON d."地区" = c.code
            JOIN read_csv(?, header = true, columns = {
                'indicator': 'VARCHAR', 'least': 'VARCHAR', 'threshold': 'DOUBLE'}) r
              ON d."指标" = r.indicator
        )
        """,
        [data, roster, rules],
    ).fetchone()
elif engine == "polars":
    import os

    os.environ["POLARS_MAX_THREADS"] = threads
    import polars as pl

    read = lambda path, schema: pl.scan_csv(path, schema=schema)
    rows = read(data, {"年份": pl.Int32, "地区": pl.Int64, "指标": pl.String, "数值": pl.String,
                       "分子": pl.Int64, "分母": pl.Int64, "备注": pl.String})
    regions = read(roster, {"code": pl.Int64, "name": pl.String, "level": pl.String, "within": pl.Int64})
    demands = read(rules, {"indicator": pl.String, "least": pl.String, "threshold": pl.Float64})
    value = (
        pl.when(pl.col("分母").is_null())
        .then(pl.col("数值").str.strip_chars_end("%").cast(pl.Float64))
        .otherwise(100.0 * pl.col("分子") / pl.col("分母"))
    )
    holds = (
        pl.when(pl.col("least") == "yes")
        .then(pl.col("value") >= pl.col("threshold"))
        .otherwise(pl.col("value") <= pl.col("threshold"))
    )
    counted = (
        rows.join(regions, left_on="地区", right_on="code")
        .join(demands, left_on="指标", right_on="indicator")
        .with_columns(value.alias("value"))
        .select(pl.len(), holds.sum().alias("held"))
        .collect(engine="streaming")
        .row(0)
    )
else:
    sys.exit(f"no such engine: {engine}")

print(*counted)
