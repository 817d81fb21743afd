-- 只适用于部分地区的指标，有人报送的
SELECT DISTINCT k.rule
FROM dabiao_KNOWN k
WHERE k.moment = 0 AND k.state <> 'nothing'
  AND k.rule IN (SELECT DISTINCT rule FROM dabiao_own WHERE NOT is_concerned)
