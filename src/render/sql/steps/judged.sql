-- 连同由别的判定得出的
SELECT * FROM dabiao_JUDGED
UNION ALL
SELECT * FROM dabiao_decided#
UNION ALL
SELECT * FROM dabiao_together#
