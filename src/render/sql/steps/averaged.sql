-- 年均：规划期以来有几年适用；当年也按那一年报了什么算，不按各年之和
SELECT k.rule, k.region, greatest(count(*) FILTER (WHERE k.state <> 'na'), 1) AS years
FROM dabiao_KNOWN k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
WHERE CASE WHEN r.is_mean THEN k.moment BETWEEN FIRST_YEAR AND YEAR_OF_CHECK ELSE FALSE END
GROUP BY k.rule, k.region
