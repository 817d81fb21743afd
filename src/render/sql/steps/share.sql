-- 达标地区的比例：送报地区里达到那项指标的有几个
SELECT t.rule, t.region, t.variant, t.is_set,
  CASE WHEN t.lacking > 0 THEN 'missing' WHEN t.judged = 0 THEN 'na' ELSE 'figure' END AS state,
  CASE WHEN t.lacking > 0 THEN COALESCE(t.reason, 'judgement/share-lacks') END AS reason,
  CASE WHEN t.lacking = 0 AND t.judged > 0 THEN t.met END AS n,
  CASE WHEN t.lacking = 0 AND t.judged > 0 THEN t.judged END AS d,
  CASE WHEN t.lacking = 0 AND t.judged > 0 THEN t.met * t.per END AS value_n,
  CASE WHEN t.lacking = 0 AND t.judged > 0 THEN t.judged END AS value_d,
  FALSE AS is_base_unusable, 'judgement/no-baseline' AS unheld,
  CAST(NULL AS HUGEINT) AS base_n, CAST(NULL AS HUGEINT) AS base_d
FROM (
  SELECT r.rule, w.region, COALESCE(o.variant, 0) AS variant, v.is_set, r.is_wanted, r.per,
    COALESCE(j.spoken, 0) AS spoken, j.reason, COALESCE(j.met, 0) AS met, COALESCE(j.judged, 0) AS judged,
    COALESCE(g.parts, 0) - COALESCE(j.decided, 0) AS lacking
  FROM dabiao_rules r
  JOIN dabiao_follows f ON f.rule = r.rule
  JOIN dabiao_rules p ON p.rule = f.part
  JOIN dabiao_regions w ON w.sends = r.sends AND w.role = 'whole'
  LEFT JOIN dabiao_own o ON o.rule = r.rule AND o.region = w.region
  JOIN dabiao_variants v ON v.rule = r.rule AND v.variant = COALESCE(o.variant, 0)
  LEFT JOIN (
    SELECT sends, top, count(*) AS parts FROM dabiao_regions WHERE role = 'part' GROUP BY sends, top
  ) g ON g.sends = p.sends AND g.top = w.region
  LEFT JOIN dabiao_tallied# j ON j.rule = f.part AND j.region = w.region
  WHERE r.follows = 'share' AND f.rank = RANK
) t
WHERE t.spoken > 0 OR t.is_wanted
