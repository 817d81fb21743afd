-- 各地区在要用到的各年报了什么（moment 为 0 是当年，别的是那一年）；part_state 是汇总时算它的
SELECT m.moment, m.rule, g.region, g.role, g.whole, g.rank,
  COALESCE(o.variant, 0) AS variant, COALESCE(o.is_concerned, TRUE) AS is_concerned,
  CASE WHEN c.state = 'figure' AND s.gaps > 0 THEN 'missing' ELSE COALESCE(c.state, 'nothing') END AS state,
  CASE WHEN c.state = 'figure' AND s.gaps > 0 THEN 'judgement/sum-gap' ELSE c.reason END AS reason,
  COALESCE(s.v, c.v) AS v, c.n, c.d,
  -- 当年不适用的地区，以前各年的仍算在内
  CASE WHEN NOT COALESCE(o.is_concerned, TRUE) THEN 'aside'
       WHEN c.state IN ('figure', 'na') AND s.years > 0 AND s.gaps = 0 THEN 'figure'
       WHEN s.rule IS NOT NULL AND (c.state = 'figure' OR (c.state = 'na' AND s.gaps > 0)) THEN 'missing'
       ELSE COALESCE(c.state, 'nothing') END AS part_state,
  CAST(NULL AS BIGINT) AS heard, FALSE AS is_spoilt
FROM dabiao_moments m
JOIN dabiao_rules r ON r.rule = m.rule
JOIN dabiao_regions g ON g.sends = r.sends
LEFT JOIN dabiao_own o ON o.rule = m.rule AND o.region = g.region
LEFT JOIN dabiao_FIGURES c ON c.rule = m.of_rule AND c.region = g.region
 AND c.year = CASE WHEN m.moment = 0 THEN YEAR_OF_CHECK ELSE m.moment END
LEFT JOIN dabiao_sums s ON m.moment = 0 AND s.rule = m.rule AND s.region = g.region
