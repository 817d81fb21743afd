-- 分子不少于 0，比例的不多于分母
SELECT k.*, r.of_whole,
  CASE WHEN k.n IS NULL OR k.state <> 'figure' THEN NULL
       WHEN k.least_n < 0 THEN CAST(0 AS HUGEINT)
       ELSE CAST(divide(k.least_n - ((k.least_n % k.least_d) + k.least_d) % k.least_d, k.least_d) AS HUGEINT) + 1 END AS least,
  CASE WHEN k.n IS NULL OR k.state <> 'figure' THEN NULL
       WHEN r.of_whole AND k.most_n > k.d * k.most_d THEN k.d
       ELSE CAST(divide(k.most_n - ((k.most_n % k.most_d) + k.most_d) % k.most_d, k.most_d) AS HUGEINT) END AS most
FROM dabiao_held# k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
