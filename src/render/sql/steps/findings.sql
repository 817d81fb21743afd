-- 用不上的行；一行也没有才算读全了
SELECT t.year_text AS year, t.region_text AS region, t.indicator_text AS indicator,
  CASE WHEN t.year IS NULL THEN 'unknown-year'
       WHEN t.region IS NULL THEN 'unknown-region'
       WHEN t.series_alias IS NULL THEN 'unknown-indicator'
       ELSE 'levels-not-read' END AS reason
FROM dabiao_read t
WHERE t.year IS NULL OR t.region IS NULL OR t.series_alias IS NULL OR t.is_level
UNION ALL
SELECT CAST(c.year AS VARCHAR) AS year, g.name AS region, r.name AS indicator, c.reason
FROM dabiao_cells c
JOIN dabiao_rules r ON r.rule = c.rule
JOIN dabiao_regions g ON g.region = c.region
WHERE c.state = 'invalid'
