-- 当年要判定的，连同要求所依据的值（base_n / base_d）
SELECT k.rule, k.region, k.state, k.reason, k.n, k.d,
  CASE WHEN k.n IS NOT NULL THEN k.n * r.per ELSE k.v END AS value_n,
  CASE WHEN k.n IS NOT NULL THEN k.d ELSE CAST(1000000 AS HUGEINT) END AS value_d,
  r.base_rule = r.rule AND (b.state = 'invalid' OR (b.is_spoilt AND b.state <> 'figure')) AS is_base_unusable,
  CASE WHEN b.state = 'figure' THEN CASE WHEN b.n IS NOT NULL THEN b.n * r.per ELSE b.v END END AS base_n,
  CASE WHEN b.state = 'figure' THEN CASE WHEN b.n IS NOT NULL THEN b.d ELSE CAST(1000000 AS HUGEINT) END END AS base_d
FROM dabiao_known k
JOIN dabiao_rules r ON r.rule = k.rule
LEFT JOIN dabiao_known b ON b.moment = 'then' AND b.rule = k.rule AND b.region = k.region
WHERE k.moment = 'now' AND k.is_due
