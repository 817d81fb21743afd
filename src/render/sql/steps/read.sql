-- 每一行是哪一年、哪个地区、哪项指标：名称与规划的名称、别名、代码、序号或 id 完全一致才算
SELECT
  CASE WHEN regexp_matches(s.year_text, '^[0-9]{4}$') THEN CAST(s.year_text AS INTEGER) END AS year,
  g.region, i.alias AS series_alias, i.rule, i.is_level,
  s.year_text, s.region_text, s.indicator_text,
  s.value_text, s.numerator_text, s.denominator_text, s.total_text, s.remark_text,
  right(s.value_text, 1) = '%' AS has_percent,
  CASE WHEN regexp_matches(s.value_text, '^[-+]?[0-9]{1,VALUE_DIGITS}([.][0-9]{1,6})?%?$')
       THEN replace(replace(s.value_text, '%', ''), '+', '') END AS digits
FROM dabiao_source s
LEFT JOIN dabiao_region_names g ON g.alias = s.region_text
LEFT JOIN dabiao_series_names i ON i.alias = s.indicator_text
