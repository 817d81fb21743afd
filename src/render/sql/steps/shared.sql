-- 共用的参照：各地区都用汇总地区（top）的那一行；自己也报了的，须与它一致
SELECT c.year, c.rule, c.region, c.state, c.reason, c.v, c.n, c.d
FROM dabiao_cells c
LEFT JOIN dabiao_rules r ON r.rule = c.rule
WHERE NOT r.is_shared
UNION ALL
SELECT o.year, o.rule, o.region,
  CASE WHEN o.top IS NULL OR o.state = 'invalid' THEN 'invalid'
       WHEN o.region = o.top THEN o.state
       WHEN o.state = 'na' OR (o.state = 'figure' AND NOT COALESCE(o.top_state = 'figure' AND o.top_v = o.v, FALSE)) THEN 'invalid'
       WHEN o.top_state = 'figure' THEN 'figure'
       ELSE 'missing' END AS state,
  CASE WHEN o.state = 'invalid' THEN o.reason
       WHEN o.region = o.top THEN NULL
       WHEN o.state = 'na' OR (o.state = 'figure' AND NOT COALESCE(o.top_state = 'figure' AND o.top_v = o.v, FALSE)) THEN 'judgement/shared-conflict' END AS reason,
  o.top_v AS v, o.top_n AS n, o.top_d AS d
FROM (
  SELECT a.*,
    min(CASE WHEN a.region = a.top THEN a.state END) OVER (PARTITION BY a.year, a.rule, a.top) AS top_state,
    min(CASE WHEN a.region = a.top THEN a.v END) OVER (PARTITION BY a.year, a.rule, a.top) AS top_v,
    min(CASE WHEN a.region = a.top THEN a.n END) OVER (PARTITION BY a.year, a.rule, a.top) AS top_n,
    min(CASE WHEN a.region = a.top THEN a.d END) OVER (PARTITION BY a.year, a.rule, a.top) AS top_d
  FROM dabiao_announced a
) o
