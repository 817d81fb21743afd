-- 累计：规划期内各年相加；缺一年就没有累计，缺报不当作 0
SELECT c.rule, c.region,
  CAST(sum(CASE WHEN c.state = 'figure' THEN c.v ELSE 0 END) AS HUGEINT) AS v,
  count(*) FILTER (WHERE c.state = 'figure') AS years,
  YEAR_OF_CHECK - FIRST_YEAR + 1 - count(*) FILTER (WHERE c.state IN ('figure', 'na')) AS gaps
FROM dabiao_cells c
LEFT JOIN dabiao_rules r ON r.rule = c.rule
WHERE CASE WHEN r.adds_up THEN c.year BETWEEN FIRST_YEAR AND YEAR_OF_CHECK ELSE FALSE END
GROUP BY c.rule, c.region
