-- 加得起来（figure）、都不适用（na），还是加不起来（none）
SELECT p.moment, p.rule, p.region, p.heard, p.unusable, p.held_back,
  CASE r.roll_up
    WHEN 'ratio' THEN CASE WHEN p.lacking + p.uncounted > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    WHEN 'sum' THEN CASE WHEN p.lacking > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    WHEN 'all' THEN CASE WHEN p.done < p.figures THEN 'figure' WHEN p.lacking > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    WHEN 'any' THEN CASE WHEN p.done > 0 THEN 'figure' WHEN p.lacking > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    ELSE 'none' END AS state,
  CASE r.roll_up
    WHEN 'all' THEN CASE WHEN p.done < p.figures THEN CAST(0 AS HUGEINT) ELSE CAST(1000000 AS HUGEINT) END
    WHEN 'any' THEN CASE WHEN p.done > 0 THEN CAST(1000000 AS HUGEINT) ELSE CAST(0 AS HUGEINT) END
    WHEN 'sum' THEN p.v END AS v,
  CASE WHEN r.roll_up = 'ratio' THEN p.n END AS n,
  CASE WHEN r.roll_up = 'ratio' THEN p.d END AS d
FROM dabiao_parts# p
LEFT JOIN dabiao_rules r ON r.rule = p.rule
WHERE CASE r.roll_up WHEN 'none' THEN FALSE ELSE r.scope IN ('county', 'total') END
