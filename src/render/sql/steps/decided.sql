-- 判定：先看当年的要求，再看目标
SELECT k.rule, k.region,
  CASE WHEN k.state = 'na' THEN 'not_applicable'
       WHEN k.state IN ('nothing', 'missing') THEN 'missing'
       WHEN k.state = 'invalid' OR k.is_base_unusable THEN 'invalid'
       WHEN NOT k.is_set THEN 'not_due'
       WHEN NOT k.is_demanded THEN 'missing'
       WHEN NOT k.required_holds THEN k.short
       WHEN k.target_holds THEN 'met'
       WHEN k.required_operator IS NULL THEN 'not_due'
       ELSE 'on_pace' END AS outcome,
  CASE WHEN k.state = 'figure' THEN k.value_n END AS value_n,
  CASE WHEN k.state = 'figure' THEN k.value_d END AS value_d,
  CASE WHEN k.state IN ('figure', 'na') THEN k.n END AS numerator,
  CASE WHEN k.state IN ('figure', 'na') THEN k.d END AS denominator,
  k.required_operator AS requirement_operator,
  k.required_n AS requirement_n, k.required_d AS requirement_d,
  k.required_high_n AS requirement_high_n, k.required_high_d AS requirement_high_d,
  k.basis, k.baseline, k.target_operator, k.target_n, k.target_d, k.target_high_n, k.target_high_d,
  CASE WHEN k.is_base_unusable THEN NULL
       WHEN k.least > k.most OR (k.of_whole AND k.least > k.d) OR k.most < 0 THEN NULL
       WHEN k.most IS NULL OR k.n - k.least < k.most - k.n THEN k.n - k.least
       ELSE k.most - k.n END AS margin_count,
  CASE WHEN k.state = 'figure' AND k.is_base_unusable THEN 'sql/baseline-unusable'
       WHEN k.state = 'figure' AND k.is_set AND NOT k.is_demanded THEN k.unheld
       ELSE k.reason END AS reason
FROM dabiao_counted# k
