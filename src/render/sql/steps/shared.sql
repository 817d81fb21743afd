-- 共用的参照：各地区都用汇总地区的那一行；自己也报了的，须与它一致
SELECT c.year, c.rule, c.region, c.state, c.reason, c.v, c.n, c.d
FROM dabiao_cells c
JOIN dabiao_rules r ON r.rule = c.rule
WHERE NOT r.is_shared
UNION ALL
SELECT y.year, y.rule, g.region,
  CASE WHEN g.top IS NULL OR o.state = 'invalid' THEN 'invalid'
       WHEN g.region = g.top THEN o.state
       WHEN o.state = 'na' OR (o.state = 'figure' AND NOT COALESCE(h.state = 'figure' AND h.v = o.v, FALSE)) THEN 'invalid'
       WHEN h.state = 'figure' THEN 'figure'
       ELSE 'missing' END AS state,
  CASE WHEN o.state = 'invalid' THEN o.reason
       WHEN g.region = g.top THEN NULL
       WHEN o.state = 'na' OR (o.state = 'figure' AND NOT COALESCE(h.state = 'figure' AND h.v = o.v, FALSE)) THEN 'shared-conflict' END AS reason,
  h.v, h.n, h.d
FROM (
  SELECT DISTINCT c.year, c.rule
  FROM dabiao_cells c
  JOIN dabiao_rules r ON r.rule = c.rule
  WHERE r.is_shared
) y
CROSS JOIN (SELECT DISTINCT region, top FROM dabiao_regions) g
LEFT JOIN dabiao_cells o ON o.year = y.year AND o.rule = y.rule AND o.region = g.region
LEFT JOIN dabiao_cells h ON h.year = y.year AND h.rule = y.rule AND h.region = g.top
