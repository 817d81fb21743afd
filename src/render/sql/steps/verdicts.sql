-- 每项判定一行；豁免的仍写明它要求什么
SELECT
  CAST(YEAR_OF_CHECK AS INTEGER) AS year, r.indicator, r.number, r.name, r.attribute,
  g.code AS region_code, g.name AS region, g.level,
  CASE WHEN w.rule IS NOT NULL AND k.outcome IN ('behind', 'not_met') THEN 'waived' ELSE k.outcome END AS outcome,
  k.value_n, k.value_d, k.numerator, k.denominator, r.unit,
  k.requirement_operator, k.requirement_n, k.requirement_d, k.requirement_high_n, k.requirement_high_d,
  k.basis, k.baseline, k.target_operator, k.target_n, k.target_d, k.target_high_n, k.target_high_d,
  k.margin_count, r.cite, r.form, k.reason
FROM dabiao_JUDGED k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
LEFT JOIN dabiao_regions g ON g.region = k.region AND g.sends = r.sends
LEFT JOIN dabiao_waivers w ON w.rule = k.rule AND w.region = k.region
WHERE r.is_asked
