-- 读不准的一律无效，并写明原因；不猜
SELECT
  m.year, m.rule, m.region, m.v,
  CASE WHEN r.kind = 'ratio' THEN m.n END AS n,
  CASE WHEN r.kind = 'ratio' THEN m.d END AS d,
  CASE
    WHEN m.total_text <> '' AND (r.adds_up OR m.value_is = 'blank') THEN 'total-not-read'
    WHEN m.value_is = 'bad' OR (r.kind <> 'done' AND ((m.has_n AND m.n IS NULL) OR (m.has_d AND m.d IS NULL)))
      THEN 'not-a-number'
    WHEN m.value_is = 'number' AND m.has_percent AND NOT r.is_percent THEN 'percent-sign'
    WHEN m.v < 0 AND r.kind <> 'any' THEN 'negative'
    WHEN m.value_is = 'na' THEN
      CASE WHEN m.has_n OR m.has_d THEN 'not-applicable-with-counts'
           WHEN m.remark_text = '' THEN 'not-applicable-unexplained' END
    WHEN r.kind = 'done' THEN NULL
    WHEN m.has_n <> m.has_d THEN 'half-counts'
    WHEN r.kind = 'ratio' AND m.has_n THEN
      CASE WHEN (r.of_whole OR m.d = 0) AND m.n > m.d THEN 'numerator-above-denominator'
           WHEN m.value_is = 'blank' THEN NULL
           WHEN m.d = 0 THEN CASE WHEN m.v <> 0 THEN 'rate-without-base' END
           -- 数值与分子、分母在它自己的最后一位上相符
           WHEN abs(m.v * m.d - r.per * m.n * 1000000) * 2 * m.unit_of_digits > m.d * 1000000 THEN 'ratio-mismatch' END
    WHEN m.value_is = 'blank' THEN NULL
    -- 没有百分号的 0.552 可能是 55.2%
    WHEN r.is_percent AND NOT m.has_percent AND m.v <> 0 AND abs(m.v) <= 1000000 THEN 'fraction'
    WHEN r.of_whole AND m.v > r.per * 1000000 THEN 'above-100'
    WHEN r.counts_whole AND m.v % 1000000 <> 0 THEN 'fraction-of-a-person'
  END AS reason,
  CASE WHEN m.value_is = 'na' OR (r.kind = 'ratio' AND m.d = 0) THEN 'na'
       WHEN m.value_is = 'blank' AND NOT (r.kind = 'ratio' AND m.has_n) THEN 'missing'
       ELSE 'figure' END AS state
FROM dabiao_numbers m
LEFT JOIN dabiao_rules r ON r.rule = m.rule
