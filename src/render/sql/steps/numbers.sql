-- 数值读成百万分之一的整数，节点读成 0 或 1；分子、分母只读整数
SELECT
  t.year, t.rule, t.region, t.has_percent, t.total_text, t.remark_text,
  CASE WHEN t.value_text = '' THEN 'blank'
       WHEN t.value_text = '不适用' THEN 'na'
       WHEN r.kind = 'done' AND (t.value_text IN ('是', '否') OR regexp_matches(t.value_text,
            '^(19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$|^((19|20)(0[48]|[2468][048]|[13579][26])|2000)-02-29$'))
         THEN 'number'
       WHEN r.kind <> 'done' AND t.digits IS NOT NULL THEN 'number'
       WHEN r.kind <> 'done' AND regexp_matches(t.value_text, '^[-+]?[0-9]+([.][0-9]+)?%?$') THEN 'long'
       ELSE 'bad' END AS value_is,
  CASE WHEN r.kind = 'done' THEN
         CASE WHEN t.value_text = '是' THEN CAST(1000000 AS HUGEINT)
              WHEN t.value_text = '否' THEN CAST(0 AS HUGEINT)
              WHEN regexp_matches(t.value_text, '^[0-9]{4}-') THEN
                CASE WHEN CAST(split_part(t.value_text, '-', 1) AS INTEGER) <= t.year
                     THEN CAST(1000000 AS HUGEINT) ELSE CAST(0 AS HUGEINT) END
         END
       WHEN t.digits IS NOT NULL THEN
         CAST(replace(split_part(t.digits, '.', 1), '-', '') || rpad(split_part(t.digits, '.', 2), 6, '0') AS HUGEINT)
         * CAST(CASE WHEN t.digits LIKE '-%' THEN -1 ELSE 1 END AS HUGEINT)
       END AS v,
  CAST(rpad('1', CAST(1 + length(split_part(t.digits, '.', 2)) AS INTEGER), '0') AS HUGEINT) AS unit_of_digits,
  CASE WHEN t.numerator_text = '' THEN 'blank'
       WHEN regexp_matches(t.numerator_text, '^[0-9]{1,COUNT_DIGITS}$') THEN 'number'
       WHEN regexp_matches(t.numerator_text, '^[0-9]+$') THEN 'long' ELSE 'bad' END AS n_is,
  CASE WHEN t.denominator_text = '' THEN 'blank'
       WHEN regexp_matches(t.denominator_text, '^[0-9]{1,COUNT_DIGITS}$') THEN 'number'
       WHEN regexp_matches(t.denominator_text, '^[0-9]+$') THEN 'long' ELSE 'bad' END AS d_is,
  CASE WHEN regexp_matches(t.numerator_text, '^[0-9]{1,COUNT_DIGITS}$') THEN CAST(t.numerator_text AS HUGEINT) END AS n,
  CASE WHEN regexp_matches(t.denominator_text, '^[0-9]{1,COUNT_DIGITS}$') THEN CAST(t.denominator_text AS HUGEINT) END AS d
FROM dabiao_read t
LEFT JOIN dabiao_rules r ON r.rule = t.rule
WHERE t.rule IS NOT NULL AND t.region IS NOT NULL AND t.year <= YEAR_OF_CHECK
