-- 汇总地区之下的各地区加起来：比例是分子之和、分母之和，从不取平均
SELECT s.moment, s.rule, s.whole AS region,
  count(*) FILTER (WHERE s.part_state IN ('nothing', 'missing', 'invalid')) AS lacking,
  count(*) FILTER (WHERE s.part_state = 'invalid' OR (s.part_state <> 'aside' AND s.is_spoilt)) AS unusable,
  count(*) FILTER (WHERE s.part_state NOT IN ('nothing', 'aside') OR (s.part_state <> 'aside' AND s.heard > 0)) AS heard,
  min(CASE WHEN s.part_state = 'invalid' AND s.reason IN ('sql/total-not-read', 'sql/sum-of-parts-and-whole') THEN s.reason END) AS held_back,
  count(*) FILTER (WHERE s.part_state = 'figure') AS figures,
  count(*) FILTER (WHERE s.part_state = 'figure' AND s.n IS NULL) AS uncounted,
  count(*) FILTER (WHERE s.part_state = 'figure' AND s.v > 0) AS done,
  CAST(sum(CASE WHEN s.part_state = 'figure' THEN s.n END) AS HUGEINT) AS n,
  CAST(sum(CASE WHEN s.part_state = 'figure' THEN s.d END) AS HUGEINT) AS d,
  CAST(sum(CASE WHEN s.part_state = 'figure' THEN s.v END) AS HUGEINT) AS v
FROM dabiao_BELOW s
WHERE CASE s.rank WHEN RANK THEN TRUE ELSE FALSE END
GROUP BY s.moment, s.rule, s.whole
