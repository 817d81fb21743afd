-- 读不准的一律无效，并写明原因；不猜
SELECT
  m.year, m.rule, m.region, m.v,
  CASE WHEN r.kind = 'ratio' THEN m.n END AS n,
  CASE WHEN r.kind = 'ratio' THEN m.d END AS d,
  CASE
    WHEN m.total_text <> '' AND (r.adds_up OR m.value_is = 'blank') THEN 'sql/total-not-read'
    WHEN m.value_is = 'bad' AND r.kind = 'done' THEN 'submission/not-done'
    WHEN m.value_is = 'bad' OR (r.kind <> 'done' AND (m.n_is = 'bad' OR m.d_is = 'bad')) THEN 'submission/not-a-number'
    WHEN m.value_is = 'long' OR (r.kind <> 'done' AND (m.n_is = 'long' OR m.d_is = 'long')) THEN 'submission/too-many-digits'
    WHEN m.value_is = 'number' AND m.has_percent AND NOT r.is_percent THEN 'submission/percent-sign'
    WHEN m.v < 0 AND r.kind <> 'any' THEN 'submission/negative'
    WHEN m.value_is = 'na' THEN
      CASE WHEN m.n_is <> 'blank' OR m.d_is <> 'blank' THEN 'submission/not-applicable-with-counts'
           WHEN m.remark_text = '' THEN 'submission/not-applicable-unexplained' END
    WHEN r.kind = 'done' THEN NULL
    WHEN (m.n_is = 'blank') <> (m.d_is = 'blank') THEN 'submission/half-counts'
    WHEN r.kind = 'ratio' AND m.n_is <> 'blank' THEN
      CASE WHEN (r.of_whole OR m.d = 0) AND m.n > m.d THEN 'submission/numerator-above-denominator'
           WHEN m.value_is = 'blank' THEN NULL
           WHEN m.d = 0 THEN CASE WHEN m.v <> 0 THEN 'submission/rate-without-base' END
           -- 数值与分子、分母在它自己的最后一位上相符
           WHEN abs(m.v * m.d - r.per * m.n * 1000000) * 2 * m.unit_of_digits > m.d * 1000000 THEN 'submission/ratio-mismatch' END
    WHEN m.value_is = 'blank' THEN NULL
    -- 没有百分号的 0.552 可能是 55.2%
    WHEN r.is_percent AND NOT m.has_percent AND m.v <> 0 AND abs(m.v) <= 1000000 THEN 'submission/fraction-or-percent'
    WHEN r.of_whole AND m.v > r.per * 1000000 THEN 'submission/above-100-percent'
    WHEN r.counts_whole AND m.v % 1000000 <> 0 THEN 'audit/fraction-of-a-person'
  END AS reason,
  CASE WHEN m.value_is = 'na' OR (r.kind = 'ratio' AND m.d = 0) THEN 'na'
       WHEN m.value_is = 'blank' AND NOT (r.kind = 'ratio' AND m.n_is <> 'blank') THEN 'missing'
       ELSE 'figure' END AS state
FROM dabiao_numbers m
LEFT JOIN dabiao_rules r ON r.rule = m.rule
