-- 且、或：由各分项的判定得出；不适用的分项不算
SELECT t.rule, t.region,
  CASE t.how || CAST(t.decider AS VARCHAR)
    WHEN 'all1' THEN 'not_met' WHEN 'all2' THEN 'behind' WHEN 'all6' THEN 'on_pace' WHEN 'all7' THEN 'met'
    WHEN 'any1' THEN 'met' WHEN 'any2' THEN 'on_pace' WHEN 'any6' THEN 'behind' WHEN 'any7' THEN 'not_met'
    WHEN 'all3' THEN 'invalid' WHEN 'any3' THEN 'invalid'
    WHEN 'all4' THEN 'missing' WHEN 'any4' THEN 'missing'
    WHEN 'all5' THEN 'not_due' WHEN 'any5' THEN 'not_due'
    ELSE 'not_applicable' END AS outcome,
  CAST(NULL AS HUGEINT) AS value_n, CAST(NULL AS HUGEINT) AS value_d,
  CAST(NULL AS HUGEINT) AS numerator, CAST(NULL AS HUGEINT) AS denominator,
  CAST(NULL AS VARCHAR) AS requirement_operator,
  CAST(NULL AS HUGEINT) AS requirement_n, CAST(NULL AS HUGEINT) AS requirement_d,
  CAST(NULL AS HUGEINT) AS requirement_high_n, CAST(NULL AS HUGEINT) AS requirement_high_d,
  CAST(NULL AS VARCHAR) AS basis, CAST(NULL AS VARCHAR) AS baseline, CAST(NULL AS VARCHAR) AS target_operator,
  CAST(NULL AS HUGEINT) AS target_n, CAST(NULL AS HUGEINT) AS target_d,
  CAST(NULL AS HUGEINT) AS target_high_n, CAST(NULL AS HUGEINT) AS target_high_d,
  CAST(NULL AS HUGEINT) AS margin_count, t.reason
FROM (
  SELECT r.rule, g.region, g.role, r.follows AS how, r.is_wanted, count(j.rule) AS spoken,
    min(CASE WHEN j.outcome = 'invalid' THEN j.reason END) AS reason,
    -- 排在最前的一个说了算
    min(CASE WHEN NOT COALESCE(o.is_concerned, TRUE) OR NOT COALESCE(p.is_concerned, TRUE) OR j.outcome = 'not_applicable' THEN NULL
             WHEN j.outcome IS NULL OR j.outcome = 'missing' THEN 4
             WHEN j.outcome = 'invalid' THEN 3
             WHEN j.outcome = 'not_due' THEN 5
             WHEN j.outcome = 'not_met' THEN CASE r.follows WHEN 'all' THEN 1 ELSE 7 END
             WHEN j.outcome = 'behind' THEN CASE r.follows WHEN 'all' THEN 2 ELSE 6 END
             WHEN j.outcome = 'on_pace' THEN CASE r.follows WHEN 'all' THEN 6 ELSE 2 END
             ELSE CASE r.follows WHEN 'all' THEN 7 ELSE 1 END END) AS decider
  FROM dabiao_rules r
  JOIN dabiao_follows f ON f.rule = r.rule
  JOIN dabiao_regions g ON g.sends = r.sends
  LEFT JOIN dabiao_own o ON o.rule = r.rule AND o.region = g.region
  LEFT JOIN dabiao_own p ON p.rule = f.part AND p.region = g.region
  LEFT JOIN dabiao_JUDGED j ON j.rule = f.part AND j.region = g.region
  WHERE CASE
    WHEN r.follows NOT IN ('all', 'any') OR f.rank <> RANK THEN FALSE
    WHEN r.scope = 'county' THEN g.role <> 'below'
    WHEN r.scope = 'each-county' THEN g.role IN ('part', 'area')
    ELSE g.role = 'whole' END
  GROUP BY r.rule, g.region, g.role, r.follows, r.is_wanted
) t
WHERE t.spoken > 0 OR (t.is_wanted AND t.role <> 'area')
