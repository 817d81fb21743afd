-- 达标地区的比例所数的：每项指标、每个汇总地区之下，送报地区的判定各有几个
SELECT j.rule, g.top AS region, count(*) AS spoken,
  min(CASE WHEN j.outcome = 'invalid' THEN j.reason END) AS reason,
  CAST(count(*) FILTER (WHERE j.outcome = 'met') AS HUGEINT) AS met,
  CAST(count(*) FILTER (WHERE j.outcome IN ('met', 'on_pace', 'behind', 'not_met', 'not_due')) AS HUGEINT) AS judged,
  count(*) FILTER (WHERE j.outcome NOT IN ('missing', 'invalid')) AS decided
FROM dabiao_JUDGED j
LEFT JOIN dabiao_rules r ON r.rule = j.rule
LEFT JOIN dabiao_regions g ON g.region = j.region AND g.sends = r.sends
WHERE CASE g.role WHEN 'part' THEN TRUE ELSE FALSE END
GROUP BY j.rule, g.top
