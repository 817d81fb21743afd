-- 汇总地区先看汇总，再看自己的一行
SELECT s.moment, s.rule, s.region, s.role, s.whole, s.rank, s.variant, s.is_concerned,
  s.state, s.reason, s.v, s.n, s.d,
  CASE WHEN s.role = 'part' OR NOT s.is_concerned THEN s.part_state ELSE s.state END AS part_state,
  s.heard, s.is_spoilt
FROM (
  SELECT s.moment, s.rule, s.region, s.role, s.whole, s.rank, s.variant, s.is_concerned, s.part_state,
    CASE WHEN w.state = 'figure' THEN 'figure'
         WHEN w.state = 'none' AND w.held_back IS NOT NULL THEN 'invalid'
         WHEN w.state = 'na' AND s.state <> 'figure' AND COALESCE(s.reason, '') <> 'judgement/sum-gap' THEN 'na'
         WHEN s.moment = 0 AND s.reason = 'judgement/sum-gap' AND w.heard > 0 THEN 'invalid'
         ELSE s.state END AS state,
    CASE WHEN w.state = 'figure' THEN NULL
         WHEN w.state = 'none' AND w.held_back IS NOT NULL THEN w.held_back
         WHEN s.moment = 0 AND s.reason = 'judgement/sum-gap' AND w.heard > 0 THEN 'sql/sum-of-parts-and-whole'
         ELSE s.reason END AS reason,
    CASE WHEN w.state = 'figure' THEN w.v ELSE s.v END AS v,
    CASE WHEN w.state = 'figure' THEN w.n ELSE s.n END AS n,
    CASE WHEN w.state = 'figure' THEN w.d ELSE s.d END AS d,
    COALESCE(w.heard, s.heard) AS heard,
    -- 下级的基期有读不出的，就没有自己的基期值，也不拿规划的顶替
    s.is_spoilt OR COALESCE(w.state = 'none' AND w.unusable > 0, FALSE) AS is_spoilt
  FROM dabiao_BELOW s
  LEFT JOIN dabiao_rolled# w ON w.moment = s.moment AND w.rule = s.rule AND w.region = s.region
) s
