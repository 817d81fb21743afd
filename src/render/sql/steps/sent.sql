-- 各地区当年（now）报了什么，要求所依据的（then：自己的基期值，或参照）报了什么；part_ 是汇总时算它的
SELECT 'now' AS moment, r.rule, g.region,
  CASE WHEN c.state = 'figure' AND r.adds_up AND s.gaps > 0 THEN 'missing' ELSE COALESCE(c.state, 'nothing') END AS state,
  CASE WHEN c.state = 'figure' AND r.adds_up AND s.gaps > 0 THEN 'sum-gap' ELSE c.reason END AS reason,
  CASE WHEN r.adds_up THEN s.v ELSE c.v END AS v, c.n, c.d,
  -- 当年不适用的地区，以前各年的仍算在内
  CASE WHEN r.adds_up AND c.state IN ('figure', 'na') AND s.years > 0 AND s.gaps = 0 THEN 'figure'
       WHEN r.adds_up AND (c.state = 'figure' OR (c.state = 'na' AND s.gaps > 0)) THEN 'missing'
       ELSE COALESCE(c.state, 'nothing') END AS part_state
FROM dabiao_rules r
CROSS JOIN dabiao_regions g
LEFT JOIN dabiao_cells c ON c.rule = r.rule AND c.region = g.region AND c.year = YEAR_OF_CHECK
LEFT JOIN dabiao_sums s ON s.rule = r.rule AND s.region = g.region
UNION ALL
SELECT 'then' AS moment, r.rule, g.region, COALESCE(c.state, 'nothing') AS state, c.reason, c.v, c.n, c.d,
  COALESCE(c.state, 'nothing') AS part_state
FROM dabiao_rules r
CROSS JOIN dabiao_regions g
LEFT JOIN dabiao_cells c ON c.rule = r.base_rule AND c.region = g.region AND c.year = r.base_year
WHERE r.base_year IS NOT NULL
