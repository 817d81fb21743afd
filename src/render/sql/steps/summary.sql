-- 一行：九种判定各有几条，和退出码（3 读不全或判不全，1 未达要求，0 都达到）
SELECT t.*,
  CASE WHEN t.findings > 0 OR t.missing > 0 OR t.invalid > 0 OR t.verdicts = 0 THEN 3
       WHEN t.failing > 0 THEN 1 ELSE 0 END AS exit_code
FROM (
  SELECT
    count(*) FILTER (WHERE outcome = 'met') AS met,
    count(*) FILTER (WHERE outcome = 'on_pace') AS on_pace,
    count(*) FILTER (WHERE outcome = 'behind') AS behind,
    count(*) FILTER (WHERE outcome = 'not_met') AS not_met,
    count(*) FILTER (WHERE outcome = 'not_due') AS not_due,
    count(*) FILTER (WHERE outcome = 'missing') AS missing,
    count(*) FILTER (WHERE outcome = 'invalid') AS invalid,
    count(*) FILTER (WHERE outcome = 'not_applicable') AS not_applicable,
    count(*) FILTER (WHERE outcome = 'waived') AS waived,
    count(*) AS verdicts,
    count(*) FILTER (WHERE outcome IN ('behind', 'not_met') AND attribute IN (FAIL_ON)) AS failing,
    (SELECT count(*) FROM dabiao_findings) AS findings
  FROM dabiao_verdicts
) t
