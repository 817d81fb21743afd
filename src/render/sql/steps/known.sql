-- 判定各地区所依据的数：汇总地区先看汇总，再看自己的一行
SELECT s.moment, s.rule, s.region, g.role,
  CASE WHEN w.state = 'figure' THEN 'figure'
       WHEN w.state = 'na' AND s.state <> 'figure' AND COALESCE(s.reason, '') <> 'sum-gap' THEN 'na'
       WHEN s.moment = 'now' AND s.reason = 'sum-gap' AND w.heard > 0 THEN 'invalid'
       ELSE s.state END AS state,
  CASE WHEN w.state = 'figure' THEN NULL
       WHEN s.reason = 'sum-gap' AND w.heard > 0 THEN 'sum-of-parts-and-whole'
       ELSE s.reason END AS reason,
  CASE WHEN w.state = 'figure' THEN w.v ELSE s.v END AS v,
  CASE WHEN w.state = 'figure' THEN w.n ELSE s.n END AS n,
  CASE WHEN w.state = 'figure' THEN w.d ELSE s.d END AS d,
  -- 各县（区）的基期有读不出的，就没有自己的基期值，也不拿规划的顶替
  COALESCE(w.state = 'none' AND w.unusable > 0, FALSE) AS is_spoilt,
  CASE g.role
    WHEN 'part' THEN r.scope IN ('county', 'each-county') AND (s.state <> 'nothing' OR r.is_wanted)
    WHEN 'area' THEN r.scope IN ('county', 'each-county') AND s.state <> 'nothing'
    ELSE r.scope IN ('county', 'city', 'total')
     AND (s.state <> 'nothing' OR r.is_wanted OR (r.roll_up <> 'none' AND COALESCE(w.heard, 0) > 0)) END AS is_due
FROM dabiao_sent s
JOIN dabiao_rules r ON r.rule = s.rule
JOIN dabiao_regions g ON g.region = s.region
LEFT JOIN dabiao_rolled w ON w.moment = s.moment AND w.rule = s.rule AND w.region = s.region
