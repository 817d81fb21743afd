-- 年均：规划期以来有几年适用
SELECT k.rule, k.region, 1 + count(*) FILTER (WHERE k.state <> 'na') AS years
FROM dabiao_KNOWN k
JOIN dabiao_rules r ON r.rule = k.rule
WHERE r.is_mean AND k.moment <> 0
GROUP BY k.rule, k.region
