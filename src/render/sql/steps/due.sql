-- 当年要判定的，连同要求所依据的值（base_n / base_d）
SELECT k.rule, k.region, CASE WHEN k.is_concerned THEN k.variant END AS variant, t.is_set,
  CASE WHEN k.is_concerned THEN k.state ELSE 'na' END AS state,
  CASE WHEN k.is_concerned THEN k.reason END AS reason,
  CASE WHEN k.is_concerned THEN k.n END AS n, CASE WHEN k.is_concerned THEN k.d END AS d,
  CASE WHEN k.n IS NOT NULL THEN k.n * r.per ELSE k.v END AS value_n,
  CASE WHEN k.n IS NOT NULL THEN k.d ELSE 1000000 * CAST(CASE WHEN r.is_mean THEN COALESCE(y.years, 1) ELSE 1 END AS HUGEINT) END AS value_d,
  CASE WHEN NOT k.is_concerned THEN FALSE
       WHEN t.base_rule = k.rule THEN b.state = 'invalid' OR (b.is_spoilt AND b.state <> 'figure')
       ELSE q.is_shared AND b.state = 'invalid' END AS is_base_unusable,
  CASE WHEN t.base_rule <> k.rule THEN 'judgement/no-reference' ELSE 'judgement/no-baseline' END AS unheld,
  CASE WHEN k.is_concerned AND b.state = 'figure' THEN CASE WHEN b.n IS NOT NULL THEN b.n * q.per ELSE b.v END END AS base_n,
  CASE WHEN k.is_concerned AND b.state = 'figure' THEN CASE WHEN b.n IS NOT NULL THEN b.d ELSE CAST(1000000 AS HUGEINT) END END AS base_d
FROM dabiao_KNOWN k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
LEFT JOIN dabiao_variants t ON t.rule = k.rule AND t.variant = k.variant
LEFT JOIN dabiao_rules q ON q.rule = t.base_rule
LEFT JOIN dabiao_KNOWN b ON b.moment = t.base_year AND b.rule = k.rule AND b.region = k.region
LEFT JOIN dabiao_averaged y ON y.rule = k.rule AND y.region = k.region
LEFT JOIN dabiao_spoken p ON p.rule = k.rule
WHERE CASE
  WHEN k.moment <> 0 OR r.follows IS NOT NULL THEN FALSE
  WHEN k.role = 'whole' THEN r.scope IN ('county', 'city', 'total') AND (k.state <> 'nothing' OR r.is_wanted OR COALESCE(k.heard, 0) > 0)
  WHEN k.role = 'below' OR r.scope IN ('city', 'total') OR (k.role = 'between' AND r.scope = 'each-county') THEN FALSE
  WHEN NOT k.is_concerned THEN k.state <> 'nothing' OR (k.role <> 'area' AND (r.is_wanted OR p.rule IS NOT NULL))
  WHEN k.role = 'between' THEN k.state <> 'nothing' OR r.is_wanted OR COALESCE(k.heard, 0) > 0
  WHEN k.role = 'part' THEN k.state <> 'nothing' OR (r.is_wanted AND (t.is_set OR (r.scope = 'county' AND r.roll_up <> 'none')))
  ELSE k.state <> 'nothing' END
