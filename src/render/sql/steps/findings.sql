-- 用不上的行；一行也没有才算读全了
SELECT t.year_text AS year, t.region_text AS region, t.indicator_text AS indicator,
  CASE WHEN t.year IS NULL THEN 'submission/bad-year'
       WHEN t.region IS NULL THEN 'submission/unknown-region'
       WHEN t.series_alias IS NULL THEN 'submission/unknown-indicator'
       ELSE 'sql/levels-not-read' END AS reason
FROM dabiao_read t
WHERE t.year IS NULL OR t.region IS NULL OR t.series_alias IS NULL OR t.is_level
UNION ALL
SELECT CAST(c.year AS VARCHAR) AS year, g.name AS region, r.name AS indicator,
  COALESCE(c.reason, 'judgement/not-sent') AS reason
FROM dabiao_FIGURES c
LEFT JOIN dabiao_rules r ON r.rule = c.rule
LEFT JOIN (SELECT DISTINCT region, name FROM dabiao_regions) g ON g.region = c.region
WHERE c.state = 'invalid' OR (r.follows IS NOT NULL AND c.state <> 'missing')
UNION ALL
-- 累计缺了年份的，不论判不判定它
SELECT CAST(YEAR_OF_CHECK AS VARCHAR) AS year, g.name AS region, r.name AS indicator, s.reason
FROM dabiao_sent s
LEFT JOIN dabiao_rules r ON r.rule = s.rule
LEFT JOIN dabiao_regions g ON g.region = s.region AND g.sends = r.sends
WHERE CASE WHEN s.moment = 0 AND s.reason = 'judgement/sum-gap' AND s.is_concerned THEN
    (s.role = 'part' AND r.scope <> 'city') OR (s.role = 'area' AND r.scope IN ('county', 'each-county'))
  ELSE FALSE END
