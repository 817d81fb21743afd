-- 一年、一项指标、一个地区只能有一行
SELECT year, rule, region,
  CASE WHEN count(*) > 1 OR min(reason) IS NOT NULL THEN 'invalid' ELSE min(state) END AS state,
  CASE WHEN count(*) > 1 THEN 'submission/duplicate' ELSE min(reason) END AS reason,
  CASE WHEN count(*) = 1 THEN min(v) END AS v,
  CASE WHEN count(*) = 1 THEN min(n) END AS n,
  CASE WHEN count(*) = 1 THEN min(d) END AS d
FROM dabiao_checked
GROUP BY year, rule, region
