-- 交叉相乘，从不相除
SELECT k.*,
  CASE k.target_operator
    WHEN '>' THEN k.value_n * k.target_d > k.target_n * k.value_d
    WHEN '>=' THEN k.value_n * k.target_d >= k.target_n * k.value_d
    WHEN '<' THEN k.value_n * k.target_d < k.target_n * k.value_d
    WHEN '<=' THEN k.value_n * k.target_d <= k.target_n * k.value_d
    WHEN 'between' THEN k.value_n * k.target_d >= k.target_n * k.value_d
                    AND k.value_n * k.target_high_d <= k.target_high_n * k.value_d END AS target_holds,
  CASE k.required_operator
    WHEN '>' THEN k.value_n * k.required_d > k.required_n * k.value_d
    WHEN '>=' THEN k.value_n * k.required_d >= k.required_n * k.value_d
    WHEN '<' THEN k.value_n * k.required_d < k.required_n * k.value_d
    WHEN '<=' THEN k.value_n * k.required_d <= k.required_n * k.value_d
    WHEN 'between' THEN k.value_n * k.required_d >= k.required_n * k.value_d
                    AND k.value_n * k.required_high_d <= k.required_high_n * k.value_d END AS required_holds,
  -- 至少要有几个、至多可有几个分子：界限 × 分母 / per，向下取整
  CASE WHEN k.required_operator IN ('>=', 'between') THEN k.required_n * k.d - 1
       WHEN k.required_operator = '>' THEN k.required_n * k.d END AS least_n,
  CASE WHEN k.required_operator = '<=' THEN k.required_n * k.d
       WHEN k.required_operator = '<' THEN k.required_n * k.d - 1
       WHEN k.required_operator = 'between' THEN k.required_high_n * k.d END AS most_n,
  k.required_d * r.per AS least_d,
  CASE WHEN k.required_operator = 'between' THEN k.required_high_d ELSE k.required_d END * r.per AS most_d
FROM dabiao_demanded# k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
