-- 每个地区的要求：自己有基期值的按自己的，没有的按规划的；界限 =（斜率 × 基期值 + 常数）/ 分母
SELECT k.rule, k.region, k.state, k.reason, k.n, k.d, k.value_n, k.value_d, k.is_base_unusable, k.is_set, k.unheld,
  m.rule IS NOT NULL AS is_demanded, m.basis, m.baseline, m.short,
  m.target_operator, m.required_operator,
  CASE WHEN k.base_n IS NULL THEN m.target_offset ELSE m.target_slope * k.base_n + m.target_offset * k.base_d END AS target_n,
  CASE WHEN k.base_n IS NULL THEN m.target_below ELSE m.target_below * k.base_d END AS target_d,
  CASE WHEN k.base_n IS NULL THEN m.target_high_offset ELSE m.target_high_slope * k.base_n + m.target_high_offset * k.base_d END AS target_high_n,
  CASE WHEN k.base_n IS NULL THEN m.target_high_below ELSE m.target_high_below * k.base_d END AS target_high_d,
  CASE WHEN k.base_n IS NULL THEN m.required_offset ELSE m.required_slope * k.base_n + m.required_offset * k.base_d END AS required_n,
  CASE WHEN k.base_n IS NULL THEN m.required_below ELSE m.required_below * k.base_d END AS required_d,
  CASE WHEN k.base_n IS NULL THEN m.required_high_offset ELSE m.required_high_slope * k.base_n + m.required_high_offset * k.base_d END AS required_high_n,
  CASE WHEN k.base_n IS NULL THEN m.required_high_below ELSE m.required_high_below * k.base_d END AS required_high_d
FROM dabiao_due# k
LEFT JOIN dabiao_demands m
  ON m.rule = k.rule AND m.variant = k.variant
 AND m.whose = CASE WHEN k.base_n IS NULL THEN 'plan' ELSE 'own' END
 AND (k.base_n IS NULL OR m.from_n IS NULL OR k.base_n * m.from_d > m.from_n * k.base_d
      OR (m.from_in AND k.base_n * m.from_d = m.from_n * k.base_d))
 AND (k.base_n IS NULL OR m.to_n IS NULL OR k.base_n * m.to_d < m.to_n * k.base_d
      OR (m.to_in AND k.base_n * m.to_d = m.to_n * k.base_d))
