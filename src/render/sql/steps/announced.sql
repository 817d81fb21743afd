-- 共用的参照，有人报了的各年：每个地区一行，自己没有报的没有 state
SELECT t.year, t.rule, t.region, t.top, min(t.state) AS state, min(t.reason) AS reason, min(t.v) AS v, min(t.n) AS n, min(t.d) AS d
FROM (
  SELECT c.year, c.rule, c.region, g.top, c.state, c.reason, c.v, c.n, c.d
  FROM dabiao_cells c
  LEFT JOIN dabiao_rules r ON r.rule = c.rule
  LEFT JOIN (SELECT DISTINCT region, top FROM dabiao_regions) g ON g.region = c.region
  WHERE r.is_shared
  UNION ALL
  SELECT y.year, y.rule, g.region, g.top, NULL, NULL, NULL, NULL, NULL
  FROM (
    SELECT DISTINCT c.year, c.rule
    FROM dabiao_cells c
    LEFT JOIN dabiao_rules r ON r.rule = c.rule
    WHERE r.is_shared
  ) y
  CROSS JOIN (SELECT DISTINCT region, top FROM dabiao_regions) g
) t
GROUP BY t.year, t.rule, t.region, t.top
