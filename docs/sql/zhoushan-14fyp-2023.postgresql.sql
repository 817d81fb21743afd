-- 舟山市残疾人事业发展“十四五”规划（zhoushan-14fyp）2023 年的判定
-- dabiao 0.1.0 plan sql --dialect postgresql --year 2023 --against requirement --require main --fail-on binding
WITH dabiao_rules AS MATERIALIZED (
-- 规则：每项指标一行，后面是参照序列
SELECT CAST(rule AS INTEGER) AS rule, CAST(indicator AS VARCHAR) AS indicator, CAST(number AS VARCHAR) AS number, CAST(name AS VARCHAR) AS name, CAST(attribute AS VARCHAR) AS attribute, CAST(unit AS VARCHAR) AS unit, CAST(form AS VARCHAR) AS form, CAST(cite AS VARCHAR) AS cite, CAST(kind AS VARCHAR) AS kind, CAST(per AS NUMERIC) AS per, CAST(of_whole AS BOOLEAN) AS of_whole, CAST(is_percent AS BOOLEAN) AS is_percent, CAST(counts_whole AS BOOLEAN) AS counts_whole, CAST(adds_up AS BOOLEAN) AS adds_up, CAST(is_mean AS BOOLEAN) AS is_mean, CAST(is_wanted AS BOOLEAN) AS is_wanted, CAST(is_asked AS BOOLEAN) AS is_asked, CAST(is_shared AS BOOLEAN) AS is_shared, CAST(scope AS VARCHAR) AS scope, CAST(roll_up AS VARCHAR) AS roll_up, CAST(sends AS INTEGER) AS sends, CAST(follows AS VARCHAR) AS follows
FROM (VALUES
  (0, 'household-income-growth', '1', '残疾人家庭人均可支配收入年均增长', 'anticipatory', '%', 'relative', '主要指标 第1行', 'any', NULL, false, true, false, false, false, true, true, false, 'county', 'none', 0, NULL),
  (1, 'living-subsidy-coverage', '2', '困难残疾人生活补贴覆盖率', 'binding', '%', 'level', '主要指标 第2行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (2, 'nursing-subsidy-coverage', '3', '重度残疾人护理补贴覆盖率', 'binding', '%', 'level', '主要指标 第3行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (3, 'home-coverage', '4', '残疾人之家覆盖率', 'binding', '%', 'level', '主要指标 第4行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (4, 'care-institution-coverage', '5', '残疾人专业托养机构覆盖率', 'binding', '%', 'level', '主要指标 第5行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (5, 'child-rehabilitation-institution-coverage', '6', '规范化残疾儿童康复机构覆盖率', 'binding', '%', 'level', '主要指标 第6行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (6, 'pension-insurance-rate', '7', '残疾人城乡居民基本养老保险参保率', 'anticipatory', '%', 'level', '主要指标 第7行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (7, 'medical-insurance-rate', '8', '残疾人城乡居民基本医疗保险参保率', 'anticipatory', '%', 'level', '主要指标 第8行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (8, 'employment-rate', '9', '残疾人就业率', 'anticipatory', '%', 'level', '主要指标 第9行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (9, 'senior-secondary-education-rate', '10', '残疾学生接受高中阶段教育比例', 'binding', '%', 'level', '主要指标 第10行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (10, 'rehabilitation-service-coverage', '11', '残疾人基本康复服务覆盖率', 'binding', '%', 'level', '主要指标 第11行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (11, 'assistive-device-rate', '12', '残疾人辅助器具适配率', 'binding', '%', 'level', '主要指标 第12行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (12, 'home-accessibility-rate', '13', '符合条件残疾人家庭无障碍改造率', 'binding', '%', 'level', '主要指标 第13行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (13, 'culture-sports-coverage', '14', '残疾人文体服务覆盖率', 'anticipatory', '%', 'level', '主要指标 第14行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (14, 'family-doctor-rate', '15', '持证残疾人家庭医生签约服务率', 'binding', '%', 'level', '主要指标 第15行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (15, 'vocational-training-coverage', '16', '劳动年龄段未就业有就业意愿的残疾人接受职业技能培训覆盖率', 'anticipatory', '%', 'level', '主要指标 第16行', 'ratio', 100, true, true, false, false, false, true, true, false, 'county', 'ratio', 0, NULL),
  (16, 'accident-insurance-rate', '1.2.1', '残疾人意外伤害保险参保率', 'task', '%', 'level', '专栏 1 第 2 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (17, 'institution-insurance-rate', '1.2.2', '残疾人服务机构综合保险参保率', 'task', '%', 'level', '专栏 1 第 2 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (18, 'child-rehabilitation-coverage', '2.1.1', '残疾儿童基本康复服务与补贴比例', 'task', '%', 'full-coverage', '专栏 2 第 1 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (19, 'basic-assistive-device-rate', '2.2.1', '基本型辅助器具适配服务率', 'task', '%', 'full-coverage', '专栏 2 第 2 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (20, 'assistive-device-satisfaction', '2.2.2', '辅助器具适配服务残疾人满意率', 'task', '%', 'kept', '专栏 2 第 2 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (21, 'free-psychiatric-medication-rate', '2.3.1', '精神残疾人门诊免费服用基本抗精神病药物比例', 'task', '%', 'full-coverage', '专栏 2 第 3 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (22, 'employed-persons', '3.1.1', '残疾人按比例就业、集中就业和个体就业人数', 'task', '人', 'level', '专栏 3 第 1 行 第 1 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (23, 'public-sector-placements', '3.1.2', '党政机关、事业单位和国有企业安置残疾人就业人数', 'task', '人', 'sum', '专栏 3 第 1 行 第 2 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (24, 'medical-massage-staff', '3.1.3b', '盲人医疗按摩人员数', 'task', '人', 'level', '专栏 3 第 1 行 第 3 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (25, 'graduate-employment-rate', '3.1.4', '有就业意愿的应届高校残疾人毕业生就业率', 'task', '%', 'full-coverage', '专栏 3 第 1 行 第 4 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (26, 'training-bases', '3.2.1a', '建设残疾人培训基地数', 'task', '家', 'sum', '专栏 3 第 2 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (27, 'national-training-bases', '3.2.1b', '建设国家级残疾人培训基地数', 'task', '家', 'sum', '专栏 3 第 2 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (28, 'persons-trained', '3.2.2', '每年培训残疾人人次', 'task', '人次', 'each-year', '专栏 3 第 2 行 第 2 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (29, 'startup-bases', '3.3.1', '建设示范性残疾人创业就业基地数', 'task', '家', 'sum', '专栏 3 第 3 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (30, 'new-homes', '4.1.1', '新建残疾人之家数', 'task', '家', 'sum', '专栏 4 第 1 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (31, 'town-home-coverage', '4.1.2a', '万人以上乡镇（街道）残疾人之家覆盖率', 'task', '%', 'full-coverage', '专栏 4 第 1 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (32, 'home-three-star-rate', '4.1.2b', '残疾人之家三星达标率', 'task', '%', 'full-coverage', '专栏 4 第 1 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (33, 'residential-care-institutions', '4.2.1', '建成公益性残疾人寄宿制专业托养机构数', 'task', '家', 'sum', '专栏 4 第 2 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (34, 'city-and-county-care-coverage', '4.2.2', '市县（区）托养机构覆盖率', 'task', '%', 'full-coverage', '专栏 4 第 2 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (35, 'rehabilitation-education-sites', '5.1.1', '建设康教融合示范点数', 'task', '个', 'sum', '专栏 5 第 1 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (36, 'satellite-classes', '5.1.2', '建设海岛特色卫星班数', 'task', '个', 'sum', '专栏 5 第 1 行 第 2 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (37, 'special-teacher-trainings', '5.1.3', '每年市级以上特教师资培训批次', 'task', '批次', 'each-year', '专栏 5 第 1 行 第 3 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (38, 'sports-events', '5.2.2a', '每年残疾人体育活动场次', 'task', '场次', 'each-year', '专栏 5 第 2 行 第 2 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (39, 'culture-talents', '5.3.1', '培育县（区）级以上残疾人文化艺术人才数', 'task', '名', 'sum', '专栏 5 第 3 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (40, 'fitness-instructors', '5.3.2a', '培训残疾人体育健身指导员数', 'task', '名', 'sum', '专栏 5 第 3 行 第 2 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (41, 'culture-instructors', '5.3.2b', '培训残疾人文化辅导员数', 'task', '名', 'sum', '专栏 5 第 3 行 第 2 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (42, 'provincial-culture-sports-bases', '5.4.1', '创建省级及以上残疾人文体基地数', 'task', '个', 'sum', '专栏 5 第 4 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (43, 'library-reading-rooms', '5.4.2a', '县（区）及以上公共图书馆盲人阅览室建有率', 'task', '%', 'full-coverage', '专栏 5 第 4 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (44, 'library-braille', '5.4.2b', '县（区）及以上公共图书馆盲文图书及阅读设备配备率', 'task', '%', 'full-coverage', '专栏 5 第 4 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (45, 'library-screenings', '5.4.2c', '县（区）及以上公共图书馆无障碍放映点设置率', 'task', '%', 'full-coverage', '专栏 5 第 4 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (46, 'digital-television-coverage', '5.5.1a', '渔农村困难和重度残疾人家庭数字化电视覆盖率', 'task', '%', 'full-coverage', '专栏 5 第 5 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (47, 'radio-coverage', '5.5.1b', '渔农村困难和重度残疾人家庭盲人收音设备覆盖率', 'task', '%', 'full-coverage', '专栏 5 第 5 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (48, 'accessibility-inspectors', '6.1.1', '成立无障碍环境建设督导队伍', 'task', '', 'milestone', '专栏 6 第 1 行 第 1 项', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (49, 'accessible-communities', '6.2.1', '创建省级无障碍社区数', 'task', '个', 'sum', '专栏 6 第 2 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (50, 'homes-adapted', '6.3.1', '实施残疾人家庭无障碍改造户数', 'task', '户', 'sum', '专栏 6 第 3 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (51, 'clean-bright-homes', '6.3.2', '实施净居亮居工程', 'task', '', 'milestone', '专栏 6 第 3 行 第 2 项', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (52, 'website-accessibility-rate', '6.4.1', '市、县（区）政府网站和政务服务平台信息无障碍率', 'task', '%', 'full-coverage', '专栏 6 第 4 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (53, 'accessible-design-standard', '6.5.1', '实施《无障碍设计规范》', 'task', '', 'milestone', '专栏 6 第 5 行 第 1 项', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (54, 'publicity-campaigns', '7.1.1', '每年最美系列、自强系列集中宣传次数', 'task', '次', 'each-year', '专栏 7 第 1 行 第 1 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (55, 'policy-outreach', '7.2.1a', '每年惠残政策、康复知识、技能培训进万家活动次数', 'task', '次', 'each-year', '专栏 7 第 2 行 第 1 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (56, 'policy-outreach-persons', '7.2.1b', '每年进万家活动惠及农村残疾人数', 'task', '人', 'each-year', '专栏 7 第 2 行 第 1 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (57, 'film-narration-teams', '7.3.1a', '培育无障碍观影讲解志愿服务队数', 'task', '支', 'sum', '专栏 7 第 3 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (58, 'accessible-screenings', '7.3.1b', '无障碍观影场次', 'task', '场次', 'sum', '专栏 7 第 3 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (59, 'accessible-screening-visits', '7.3.1c', '无障碍观影服务残障人士人次', 'task', '人次', 'sum', '专栏 7 第 3 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (60, 'registered-volunteers', '7.4.1', '注册助残志愿者人数', 'task', '人', 'level', '专栏 7 第 4 行 第 1 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (61, 'helping-organisations', '7.5.1', '助残社会组织机构数', 'task', '个', 'level', '专栏 7 第 5 行 第 1 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (62, 'disabled-volunteer-organisations', '7.6.1', '培育扶持残疾人志愿者组织数', 'task', '个', 'sum', '专栏 7 第 6 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (63, 'protection-measures', '8.1.1', '出台《舟山市残疾人保障办法》', 'task', '', 'milestone', '专栏 8 第 1 行 第 1 项', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (64, 'rights-staff-trained', '8.2.1', '培训残疾人维权工作人员人次', 'task', '人次', 'sum', '专栏 8 第 2 行 第 1 项', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (65, 'law-inspections', '8.3.1', '每年配合人大、政协执法检查、视察、调研和协商活动次数', 'task', '次', 'each-year', '专栏 8 第 3 行 第 1 项', 'amount', NULL, false, false, true, false, false, false, true, false, 'total', 'sum', 0, NULL),
  (66, 'petitions-closed-rate', '8.4.1', '残疾人信访办结率', 'task', '%', 'level', '专栏 8 第 4 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (67, 'legal-aid-stations-rate', '8.5.1', '残疾人法律救助工作站规范化率', 'task', '%', 'full-coverage', '专栏 8 第 5 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (68, 'benefit-matters-coverage', '9.1.1a', '惠残事项覆盖率', 'task', '%', 'full-coverage', '专栏 9 第 1 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (69, 'public-service-matters-coverage', '9.1.1b', '公共服务事项覆盖率', 'task', '%', 'level', '专栏 9 第 1 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (70, 'one-centre-two-platforms', '9.2.1', '实施一中心两平台提升工程', 'task', '', 'milestone', '专栏 9 第 2 行 第 1 项', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (71, 'smart-certificate-rate', '9.3.1', '智能化残疾人证换发率', 'task', '%', 'full-coverage', '专栏 9 第 3 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (72, 'special-associations-rate', '10.1.1', '市、县（区）两级残联专门协会建成率', 'task', '%', 'full-coverage', '专栏 10 第 1 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (73, 'functional-party-branches-rate', '10.1.2', '功能性党支部建成率', 'task', '%', 'full-coverage', '专栏 10 第 1 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (74, 'village-associations-coverage', '10.1.3', '村（社区）残疾人协会建设覆盖率', 'task', '%', 'full-coverage', '专栏 10 第 1 行 第 3 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (75, 'leadership-staffing-rate', '10.2.1', '市县（区）两级残联领导班子“两挂一兼”配备率', 'task', '%', 'full-coverage', '专栏 10 第 2 行 第 1 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (76, 'disabled-leading-cadre', '10.2.2a', '市残联领导班子配备残疾人专职领导干部', 'task', '', 'milestone', '专栏 10 第 2 行 第 2 项', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (77, 'disabled-cadre-rate', '10.2.2b', '市残联残疾人干部比例', 'task', '%', 'level', '专栏 10 第 2 行 第 2 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (78, 'town-chairs-rate', '10.2.3', '乡镇（街道）残联理事长配备率', 'task', '%', 'full-coverage', '专栏 10 第 2 行 第 3 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (79, 'town-commissioners-rate', '10.2.4a', '乡镇（街道）残疾人专职委员配备率', 'task', '%', 'full-coverage', '专栏 10 第 2 行 第 4 项', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (80, 'minimum-living-coverage', '正文.1', '符合低保条件的残疾人纳入低保比例', 'task', '%', 'full-coverage', '三（一）1 第3句', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (81, 'designated-child-institutions', '正文.2', '提升建设残疾儿童定点康复机构数', 'task', '家', 'sum', '三（二）3 第6句', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (82, 'device-rental-coverage', '正文.3', '具备条件的残疾人之家康复辅具租赁服务覆盖率', 'task', '%', 'full-coverage', '三（二）5 第6句', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (83, 'city-rehabilitation-institution', '正文.4', '建立市级残疾人综合性康复机构数', 'task', '家', 'sum', '三（二）6 第3句', 'amount', NULL, false, false, true, true, false, false, true, false, 'total', 'sum', 0, NULL),
  (84, 'job-subsidy-scheme', '正文.5', '建立残疾人就业岗位补贴制度', 'task', '', 'milestone', '三（三）1 第3句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (85, 'zero-employment-households', '正文.6', '零就业残疾人家庭户数', 'task', '户', 'level', '三（三）4 第6句', 'amount', NULL, false, false, true, false, false, false, true, false, 'county', 'sum', 0, NULL),
  (86, 'county-care-institutions', '正文.7a', '各县（区）公益性残疾人专业托养机构数', 'task', '家', 'level', '三（四）1 第3句', 'amount', NULL, false, false, true, false, false, false, true, false, 'each-county', 'sum', 0, NULL),
  (87, 'care-subsidy-policy', '正文.8', '制定托养庇护服务补助政策', 'task', '', 'milestone', '三（四）3 第3句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (88, 'remote-care-scheme', '正文.9', '建立偏远渔农村地区重度残疾人包保联系制度', 'task', '', 'milestone', '三（四）3 第7句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (89, 'home-teaching-sites', '正文.10', '各县（区）建成送教上门示范点数', 'task', '个', 'sum', '三（五）1 第8句', 'amount', NULL, false, false, true, true, false, false, true, false, 'each-county', 'sum', 0, NULL),
  (90, 'accessibility-plan', '正文.11', '制定《舟山市无障碍环境建设规划》', 'task', '', 'milestone', '三（六）1 第4句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (91, 'service-facilities-adapted', '正文.12', '残疾人综合服务设施无障碍改造完成率', 'task', '%', 'full-coverage', '三（六）2 第3句', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (92, 'poor-homes-adapted', '正文.13', '困难残疾人家庭无障碍改造覆盖率', 'task', '%', 'full-coverage', '三（六）3 第3句', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (93, 'sign-language-news-coverage', '正文.14', '市、县（区）电视台残疾人手语新闻节目覆盖率', 'task', '%', 'full-coverage', '三（六）4 第2句', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (94, 'one-plus-x-matters-coverage', '正文.15', '“1+X”助残服务机制公共服务事项覆盖率', 'task', '%', 'full-coverage', '三（九）2 第5句', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (95, 'cross-province-assessment', '正文.16a', '残疾类别鉴定、等级评定跨省通办', 'task', '', 'milestone', '三（九）2 第6句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (96, 'province-wide-assessment', '正文.16b', '残疾类别鉴定、等级评定全省通办', 'task', '', 'milestone', '三（九）2 第6句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (97, 'smart-certificate-data', '正文.17', '完成第三代智能化残疾人证数据清理更新', 'task', '', 'milestone', '三（九）2 第8句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (98, 'contact-and-service-coverage', '正文.18', '残疾人联系和服务覆盖率', 'task', '%', 'full-coverage', '三（十）1 第3句', 'ratio', 100, true, true, false, false, false, false, true, false, 'county', 'ratio', 0, NULL),
  (99, 'association-party-organisation', '正文.19a', '残联专门协会党的组织覆盖率', 'task', '%', 'full-coverage', '三（十）2 第5句', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (100, 'association-party-work', '正文.19b', '残联专门协会党的工作覆盖率', 'task', '%', 'full-coverage', '三（十）2 第5句', 'ratio', 100, true, true, false, false, false, false, true, false, 'city', 'ratio', 0, NULL),
  (101, 'social-workers', '正文.20', '建立助残社会工作者队伍', 'task', '', 'milestone', '三（十）3 第8句', 'done', NULL, false, false, false, false, false, false, true, false, 'city', 'all', 0, NULL),
  (102, 'gdp-growth', NULL, 'GDP年均增长率', NULL, '%', NULL, NULL, 'any', NULL, false, true, false, false, false, false, false, false, 'none', 'none', 0, NULL),
  (103, 'household-income', NULL, '残疾人家庭人均可支配收入', NULL, '元', NULL, NULL, 'amount', NULL, false, false, false, false, false, false, false, false, 'none', 'none', 0, NULL)
) AS t(rule, indicator, number, name, attribute, unit, form, cite, kind, per, of_whole, is_percent, counts_whole, adds_up, is_mean, is_wanted, is_asked, is_shared, scope, roll_up, sends, follows)
),
dabiao_variants AS MATERIALIZED (
-- 目标：0 是规划的，其余是有的地区自己的；base 是要求随之而变的：自己的基期值，或参照
SELECT CAST(rule AS INTEGER) AS rule, CAST(variant AS INTEGER) AS variant, CAST(is_set AS BOOLEAN) AS is_set, CAST(base_rule AS INTEGER) AS base_rule, CAST(base_year AS INTEGER) AS base_year
FROM (VALUES
  (0, 0, true, 102, 2023),
  (1, 0, true, 1, 2020),
  (2, 0, true, 2, 2020),
  (3, 0, true, 3, 2020),
  (4, 0, true, 4, 2020),
  (5, 0, true, 5, 2020),
  (6, 0, true, 6, 2020),
  (7, 0, true, 7, 2020),
  (8, 0, true, 8, 2020),
  (9, 0, true, 9, 2020),
  (10, 0, true, 10, 2020),
  (11, 0, true, 11, 2020),
  (12, 0, true, 12, 2020),
  (13, 0, true, 13, 2020),
  (14, 0, true, 14, 2020),
  (15, 0, true, 15, 2020),
  (16, 0, true, 16, 2020),
  (17, 0, true, 17, 2020),
  (18, 0, true, 18, 2020),
  (19, 0, true, 19, 2020),
  (20, 0, true, NULL, NULL),
  (21, 0, true, 21, 2020),
  (22, 0, true, 22, 2020),
  (23, 0, true, NULL, NULL),
  (24, 0, true, 24, 2020),
  (25, 0, true, 25, 2020),
  (26, 0, true, NULL, NULL),
  (27, 0, true, NULL, NULL),
  (28, 0, true, NULL, NULL),
  (29, 0, true, NULL, NULL),
  (30, 0, true, NULL, NULL),
  (31, 0, true, 31, 2020),
  (32, 0, true, 32, 2020),
  (33, 0, true, NULL, NULL),
  (34, 0, true, 34, 2020),
  (35, 0, true, NULL, NULL),
  (36, 0, true, NULL, NULL),
  (37, 0, true, NULL, NULL),
  (38, 0, true, NULL, NULL),
  (39, 0, true, NULL, NULL),
  (40, 0, true, NULL, NULL),
  (41, 0, true, NULL, NULL),
  (42, 0, true, NULL, NULL),
  (43, 0, true, 43, 2020),
  (44, 0, true, 44, 2020),
  (45, 0, true, 45, 2020),
  (46, 0, true, 46, 2020),
  (47, 0, true, 47, 2020),
  (48, 0, true, NULL, NULL),
  (49, 0, true, NULL, NULL),
  (50, 0, true, NULL, NULL),
  (51, 0, true, NULL, NULL),
  (52, 0, true, 52, 2020),
  (53, 0, true, NULL, NULL),
  (54, 0, true, NULL, NULL),
  (55, 0, true, NULL, NULL),
  (56, 0, true, NULL, NULL),
  (57, 0, true, NULL, NULL),
  (58, 0, true, NULL, NULL),
  (59, 0, true, NULL, NULL),
  (60, 0, true, 60, 2020),
  (61, 0, true, 61, 2020),
  (62, 0, true, NULL, NULL),
  (63, 0, true, NULL, NULL),
  (64, 0, true, NULL, NULL),
  (65, 0, true, NULL, NULL),
  (66, 0, true, 66, 2020),
  (67, 0, true, 67, 2020),
  (68, 0, true, 68, 2020),
  (69, 0, true, 69, 2020),
  (70, 0, true, NULL, NULL),
  (71, 0, true, 71, 2020),
  (72, 0, true, 72, 2020),
  (73, 0, true, 73, 2020),
  (74, 0, true, 74, 2020),
  (75, 0, true, 75, 2020),
  (76, 0, true, NULL, NULL),
  (77, 0, true, 77, 2020),
  (78, 0, true, 78, 2020),
  (79, 0, true, 79, 2020),
  (80, 0, true, 80, 2020),
  (81, 0, true, NULL, NULL),
  (82, 0, true, 82, 2020),
  (83, 0, true, NULL, NULL),
  (84, 0, true, NULL, NULL),
  (85, 0, true, 85, 2020),
  (86, 0, true, 86, 2020),
  (87, 0, true, NULL, NULL),
  (88, 0, true, NULL, NULL),
  (89, 0, true, NULL, NULL),
  (90, 0, true, NULL, NULL),
  (91, 0, true, 91, 2020),
  (92, 0, true, 92, 2020),
  (93, 0, true, 93, 2020),
  (94, 0, true, 94, 2020),
  (95, 0, true, NULL, NULL),
  (96, 0, true, NULL, NULL),
  (97, 0, true, NULL, NULL),
  (98, 0, true, 98, 2020),
  (99, 0, true, 99, 2020),
  (100, 0, true, 100, 2020),
  (101, 0, true, NULL, NULL)
) AS t(rule, variant, is_set, base_rule, base_year)
),
dabiao_demands AS MATERIALIZED (
-- 要求：没有自己的基期值的（plan）一行；有的（own），按基期值在哪一段
SELECT CAST(rule AS INTEGER) AS rule, CAST(variant AS INTEGER) AS variant, CAST(whose AS VARCHAR) AS whose, CAST(from_n AS NUMERIC) AS from_n, CAST(from_d AS NUMERIC) AS from_d, CAST(from_in AS BOOLEAN) AS from_in, CAST(to_n AS NUMERIC) AS to_n, CAST(to_d AS NUMERIC) AS to_d, CAST(to_in AS BOOLEAN) AS to_in, CAST(basis AS VARCHAR) AS basis, CAST(baseline AS VARCHAR) AS baseline, CAST(short AS VARCHAR) AS short, CAST(target_operator AS VARCHAR) AS target_operator, CAST(target_slope AS NUMERIC) AS target_slope, CAST(target_offset AS NUMERIC) AS target_offset, CAST(target_below AS NUMERIC) AS target_below, CAST(target_high_slope AS NUMERIC) AS target_high_slope, CAST(target_high_offset AS NUMERIC) AS target_high_offset, CAST(target_high_below AS NUMERIC) AS target_high_below, CAST(required_operator AS VARCHAR) AS required_operator, CAST(required_slope AS NUMERIC) AS required_slope, CAST(required_offset AS NUMERIC) AS required_offset, CAST(required_below AS NUMERIC) AS required_below, CAST(required_high_slope AS NUMERIC) AS required_high_slope, CAST(required_high_offset AS NUMERIC) AS required_high_offset, CAST(required_high_below AS NUMERIC) AS required_high_below
FROM (VALUES
  (0, 0, 'own', NULL, NULL, NULL, NULL, NULL, NULL, 'reference', NULL, 'not_met', '>=', 1, 0, 1, NULL, NULL, NULL, '>=', 1, 0, 1, NULL, NULL, NULL),
  (1, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'kept', 'plan', 'not_met', '>', 0, 99, 1, NULL, NULL, NULL, '>', 0, 99, 1, NULL, NULL, NULL),
  (1, 0, 'own', NULL, NULL, NULL, 99, 1, true, 'pace', 'history', 'behind', '>', 0, 99, 1, NULL, NULL, NULL, '>=', 2, 297, 5, NULL, NULL, NULL),
  (1, 0, 'own', 99, 1, false, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>', 0, 99, 1, NULL, NULL, NULL, '>', 0, 99, 1, NULL, NULL, NULL),
  (2, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'kept', 'plan', 'not_met', '>', 0, 99, 1, NULL, NULL, NULL, '>', 0, 99, 1, NULL, NULL, NULL),
  (2, 0, 'own', NULL, NULL, NULL, 99, 1, true, 'pace', 'history', 'behind', '>', 0, 99, 1, NULL, NULL, NULL, '>=', 2, 297, 5, NULL, NULL, NULL),
  (2, 0, 'own', 99, 1, false, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>', 0, 99, 1, NULL, NULL, NULL, '>', 0, 99, 1, NULL, NULL, NULL),
  (3, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 22389, 250, NULL, NULL, NULL),
  (3, 0, 'own', NULL, NULL, NULL, 90, 1, false, 'pace', 'history', 'behind', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 2, 270, 5, NULL, NULL, NULL),
  (3, 0, 'own', 90, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL),
  (4, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 78, 1, NULL, NULL, NULL),
  (4, 0, 'own', NULL, NULL, NULL, 90, 1, true, 'pace', 'history', 'behind', '>', 0, 90, 1, NULL, NULL, NULL, '>=', 2, 270, 5, NULL, NULL, NULL),
  (4, 0, 'own', 90, 1, false, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>', 0, 90, 1, NULL, NULL, NULL, '>', 0, 90, 1, NULL, NULL, NULL),
  (5, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>', 0, 90, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, 0, 'own', NULL, NULL, NULL, 90, 1, true, 'pace', 'history', 'behind', '>', 0, 90, 1, NULL, NULL, NULL, '>=', 2, 270, 5, NULL, NULL, NULL),
  (5, 0, 'own', 90, 1, false, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>', 0, 90, 1, NULL, NULL, NULL, '>', 0, 90, 1, NULL, NULL, NULL),
  (6, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 24631, 250, NULL, NULL, NULL),
  (6, 0, 'own', NULL, NULL, NULL, 99, 1, false, 'pace', 'history', 'behind', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 2, 297, 5, NULL, NULL, NULL),
  (6, 0, 'own', 99, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 99, 1, NULL, NULL, NULL),
  (7, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 2474, 25, NULL, NULL, NULL),
  (7, 0, 'own', NULL, NULL, NULL, 99, 1, false, 'pace', 'history', 'behind', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 2, 297, 5, NULL, NULL, NULL),
  (7, 0, 'own', 99, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 99, 1, NULL, NULL, NULL),
  (8, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>=', 0, 60, 1, NULL, NULL, NULL, '>=', 0, 6993, 125, NULL, NULL, NULL),
  (8, 0, 'own', NULL, NULL, NULL, 60, 1, false, 'pace', 'history', 'behind', '>=', 0, 60, 1, NULL, NULL, NULL, '>=', 2, 180, 5, NULL, NULL, NULL),
  (8, 0, 'own', 60, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 60, 1, NULL, NULL, NULL, '>=', 0, 60, 1, NULL, NULL, NULL),
  (9, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'kept', 'plan', 'not_met', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL),
  (9, 0, 'own', NULL, NULL, NULL, 90, 1, false, 'pace', 'history', 'behind', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 2, 270, 5, NULL, NULL, NULL),
  (9, 0, 'own', 90, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL),
  (10, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'kept', 'plan', 'not_met', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 99, 1, NULL, NULL, NULL),
  (10, 0, 'own', NULL, NULL, NULL, 99, 1, false, 'pace', 'history', 'behind', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 2, 297, 5, NULL, NULL, NULL),
  (10, 0, 'own', 99, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 99, 1, NULL, NULL, NULL),
  (11, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'kept', 'plan', 'not_met', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 99, 1, NULL, NULL, NULL),
  (11, 0, 'own', NULL, NULL, NULL, 99, 1, false, 'pace', 'history', 'behind', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 2, 297, 5, NULL, NULL, NULL),
  (11, 0, 'own', 99, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 99, 1, NULL, NULL, NULL, '>=', 0, 99, 1, NULL, NULL, NULL),
  (12, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'kept', 'plan', 'not_met', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 0, 95, 1, NULL, NULL, NULL),
  (12, 0, 'own', NULL, NULL, NULL, 95, 1, false, 'pace', 'history', 'behind', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 2, 285, 5, NULL, NULL, NULL),
  (12, 0, 'own', 95, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 0, 95, 1, NULL, NULL, NULL),
  (13, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 0, 4621, 50, NULL, NULL, NULL),
  (13, 0, 'own', NULL, NULL, NULL, 95, 1, false, 'pace', 'history', 'behind', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 2, 285, 5, NULL, NULL, NULL),
  (13, 0, 'own', 95, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 0, 95, 1, NULL, NULL, NULL),
  (14, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 21971, 250, NULL, NULL, NULL),
  (14, 0, 'own', NULL, NULL, NULL, 90, 1, false, 'pace', 'history', 'behind', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 2, 270, 5, NULL, NULL, NULL),
  (14, 0, 'own', 90, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL),
  (15, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', 'plan', 'behind', '>=', 0, 80, 1, NULL, NULL, NULL, '>=', 0, 64, 1, NULL, NULL, NULL),
  (15, 0, 'own', NULL, NULL, NULL, 80, 1, false, 'pace', 'history', 'behind', '>=', 0, 80, 1, NULL, NULL, NULL, '>=', 2, 240, 5, NULL, NULL, NULL),
  (15, 0, 'own', 80, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 80, 1, NULL, NULL, NULL, '>=', 0, 80, 1, NULL, NULL, NULL),
  (16, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 95, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (16, 0, 'own', NULL, NULL, NULL, 95, 1, false, 'pace', 'history', 'behind', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 2, 285, 5, NULL, NULL, NULL),
  (16, 0, 'own', 95, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 0, 95, 1, NULL, NULL, NULL),
  (17, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (17, 0, 'own', NULL, NULL, NULL, 90, 1, false, 'pace', 'history', 'behind', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 2, 270, 5, NULL, NULL, NULL),
  (17, 0, 'own', 90, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL),
  (18, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (18, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (18, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (19, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (19, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (19, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (20, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'kept', NULL, 'not_met', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL),
  (21, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (21, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (21, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (22, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1500, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (22, 0, 'own', NULL, NULL, NULL, 1500, 1, false, 'pace', 'history', 'behind', '>=', 0, 1500, 1, NULL, NULL, NULL, '>=', 2, 4500, 5, NULL, NULL, NULL),
  (22, 0, 'own', 1500, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 1500, 1, NULL, NULL, NULL, '>=', 0, 1500, 1, NULL, NULL, NULL),
  (23, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 15, 1, NULL, NULL, NULL, '>=', 0, 9, 1, NULL, NULL, NULL),
  (24, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 70, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (24, 0, 'own', NULL, NULL, NULL, 70, 1, false, 'pace', 'history', 'behind', '>=', 0, 70, 1, NULL, NULL, NULL, '>=', 2, 210, 5, NULL, NULL, NULL),
  (24, 0, 'own', 70, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 70, 1, NULL, NULL, NULL, '>=', 0, 70, 1, NULL, NULL, NULL),
  (25, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (25, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (25, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (26, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 3, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (27, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (28, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'target', NULL, 'not_met', '>=', 0, 700, 1, NULL, NULL, NULL, '>=', 0, 700, 1, NULL, NULL, NULL),
  (29, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (30, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 3, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (31, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (31, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (31, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (32, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (32, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (32, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (33, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 3, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (34, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (34, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (34, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (35, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 2, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (36, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 2, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (37, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'target', NULL, 'not_met', '>=', 0, 2, 1, NULL, NULL, NULL, '>=', 0, 2, 1, NULL, NULL, NULL),
  (38, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'target', NULL, 'not_met', '>=', 0, 4, 1, NULL, NULL, NULL, '>=', 0, 4, 1, NULL, NULL, NULL),
  (39, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 40, 1, NULL, NULL, NULL, '>=', 0, 24, 1, NULL, NULL, NULL),
  (40, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 50, 1, NULL, NULL, NULL, '>=', 0, 30, 1, NULL, NULL, NULL),
  (41, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 50, 1, NULL, NULL, NULL, '>=', 0, 30, 1, NULL, NULL, NULL),
  (42, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (43, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (43, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (43, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (44, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (44, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (44, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (45, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (45, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (45, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (46, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (46, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (46, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (47, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (47, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (47, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (48, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (49, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 25, 1, NULL, NULL, NULL, '>=', 0, 15, 1, NULL, NULL, NULL),
  (50, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 900, 1, NULL, NULL, NULL, '>=', 0, 540, 1, NULL, NULL, NULL),
  (51, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (52, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (52, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (52, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (53, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (54, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'target', NULL, 'not_met', '>=', 0, 1, 1, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL),
  (55, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'target', NULL, 'not_met', '>=', 0, 1, 1, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL),
  (56, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'target', NULL, 'not_met', '>=', 0, 1000, 1, NULL, NULL, NULL, '>=', 0, 1000, 1, NULL, NULL, NULL),
  (57, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 5, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (58, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 50, 1, NULL, NULL, NULL, '>=', 0, 30, 1, NULL, NULL, NULL),
  (59, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 5000, 1, NULL, NULL, NULL, '>=', 0, 3000, 1, NULL, NULL, NULL),
  (60, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1500, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (60, 0, 'own', NULL, NULL, NULL, 1500, 1, false, 'pace', 'history', 'behind', '>=', 0, 1500, 1, NULL, NULL, NULL, '>=', 2, 4500, 5, NULL, NULL, NULL),
  (60, 0, 'own', 1500, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 1500, 1, NULL, NULL, NULL, '>=', 0, 1500, 1, NULL, NULL, NULL),
  (61, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 5, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (61, 0, 'own', NULL, NULL, NULL, 5, 1, false, 'pace', 'history', 'behind', '>=', 0, 5, 1, NULL, NULL, NULL, '>=', 2, 15, 5, NULL, NULL, NULL),
  (61, 0, 'own', 5, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 5, 1, NULL, NULL, NULL, '>=', 0, 5, 1, NULL, NULL, NULL),
  (62, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'between', 0, 2, 1, 0, 3, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (63, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (64, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'pace', NULL, 'behind', '>=', 0, 600, 1, NULL, NULL, NULL, '>=', 0, 360, 1, NULL, NULL, NULL),
  (65, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, 'target', NULL, 'not_met', '>=', 0, 1, 1, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL),
  (66, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 95, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (66, 0, 'own', NULL, NULL, NULL, 95, 1, false, 'pace', 'history', 'behind', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 2, 285, 5, NULL, NULL, NULL),
  (66, 0, 'own', 95, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 95, 1, NULL, NULL, NULL, '>=', 0, 95, 1, NULL, NULL, NULL),
  (67, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (67, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (67, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (68, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (68, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (68, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (69, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (69, 0, 'own', NULL, NULL, NULL, 90, 1, false, 'pace', 'history', 'behind', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 2, 270, 5, NULL, NULL, NULL),
  (69, 0, 'own', 90, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 90, 1, NULL, NULL, NULL, '>=', 0, 90, 1, NULL, NULL, NULL),
  (70, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (71, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (71, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (71, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (72, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (72, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (72, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (73, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (73, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (73, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (74, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (74, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (74, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (75, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (75, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (75, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (76, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (77, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 10, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (77, 0, 'own', NULL, NULL, NULL, 10, 1, false, 'pace', 'history', 'behind', '>=', 0, 10, 1, NULL, NULL, NULL, '>=', 2, 30, 5, NULL, NULL, NULL),
  (77, 0, 'own', 10, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 10, 1, NULL, NULL, NULL, '>=', 0, 10, 1, NULL, NULL, NULL),
  (78, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (78, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (78, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (79, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (79, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (79, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (80, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (80, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (80, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (81, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'between', 0, 1, 1, 0, 2, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (82, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (82, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (82, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (83, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (84, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (85, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'between', 0, 0, 1, 0, 0, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (85, 0, 'own', NULL, NULL, NULL, 0, 1, false, 'pace', 'history', 'behind', 'between', 0, 0, 1, 0, 0, 1, 'between', 2, 0, 5, 0, 0, 1),
  (85, 0, 'own', 0, 1, true, 0, 1, true, 'kept', 'history', 'not_met', 'between', 0, 0, 1, 0, 0, 1, 'between', 0, 0, 1, 0, 0, 1),
  (85, 0, 'own', 0, 1, false, NULL, NULL, NULL, 'pace', 'history', 'behind', 'between', 0, 0, 1, 0, 0, 1, 'between', 0, 0, 1, 2, 0, 5),
  (86, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (86, 0, 'own', NULL, NULL, NULL, 1, 1, false, 'pace', 'history', 'behind', '>=', 0, 1, 1, NULL, NULL, NULL, '>=', 2, 3, 5, NULL, NULL, NULL),
  (86, 0, 'own', 1, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 1, 1, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL),
  (87, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (88, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (89, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (90, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (91, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (91, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (91, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (92, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (92, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (92, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (93, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (93, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (93, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (94, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (94, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (94, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (95, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (96, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (97, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (98, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (98, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (98, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (99, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (99, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (99, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (100, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (100, 0, 'own', NULL, NULL, NULL, 100, 1, false, 'pace', 'history', 'behind', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 2, 300, 5, NULL, NULL, NULL),
  (100, 0, 'own', 100, 1, true, NULL, NULL, NULL, 'kept', 'history', 'not_met', '>=', 0, 100, 1, NULL, NULL, NULL, '>=', 0, 100, 1, NULL, NULL, NULL),
  (101, 0, 'plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '>=', 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
) AS t(rule, variant, whose, from_n, from_d, from_in, to_n, to_d, to_in, basis, baseline, short, target_operator, target_slope, target_offset, target_below, target_high_slope, target_high_offset, target_high_below, required_operator, required_slope, required_offset, required_below, required_high_slope, required_high_offset, required_high_below)
),
dabiao_moments AS MATERIALIZED (
-- 每项要看哪些年：0 是当年，别的年份是要求所依据的，或年均要用到的
SELECT CAST(rule AS INTEGER) AS rule, CAST(moment AS INTEGER) AS moment, CAST(of_rule AS INTEGER) AS of_rule
FROM (VALUES
  (0, 0, 0),
  (0, 2023, 102),
  (1, 0, 1),
  (1, 2020, 1),
  (2, 0, 2),
  (2, 2020, 2),
  (3, 0, 3),
  (3, 2020, 3),
  (4, 0, 4),
  (4, 2020, 4),
  (5, 0, 5),
  (5, 2020, 5),
  (6, 0, 6),
  (6, 2020, 6),
  (7, 0, 7),
  (7, 2020, 7),
  (8, 0, 8),
  (8, 2020, 8),
  (9, 0, 9),
  (9, 2020, 9),
  (10, 0, 10),
  (10, 2020, 10),
  (11, 0, 11),
  (11, 2020, 11),
  (12, 0, 12),
  (12, 2020, 12),
  (13, 0, 13),
  (13, 2020, 13),
  (14, 0, 14),
  (14, 2020, 14),
  (15, 0, 15),
  (15, 2020, 15),
  (16, 0, 16),
  (16, 2020, 16),
  (17, 0, 17),
  (17, 2020, 17),
  (18, 0, 18),
  (18, 2020, 18),
  (19, 0, 19),
  (19, 2020, 19),
  (20, 0, 20),
  (21, 0, 21),
  (21, 2020, 21),
  (22, 0, 22),
  (22, 2020, 22),
  (23, 0, 23),
  (24, 0, 24),
  (24, 2020, 24),
  (25, 0, 25),
  (25, 2020, 25),
  (26, 0, 26),
  (27, 0, 27),
  (28, 0, 28),
  (29, 0, 29),
  (30, 0, 30),
  (31, 0, 31),
  (31, 2020, 31),
  (32, 0, 32),
  (32, 2020, 32),
  (33, 0, 33),
  (34, 0, 34),
  (34, 2020, 34),
  (35, 0, 35),
  (36, 0, 36),
  (37, 0, 37),
  (38, 0, 38),
  (39, 0, 39),
  (40, 0, 40),
  (41, 0, 41),
  (42, 0, 42),
  (43, 0, 43),
  (43, 2020, 43),
  (44, 0, 44),
  (44, 2020, 44),
  (45, 0, 45),
  (45, 2020, 45),
  (46, 0, 46),
  (46, 2020, 46),
  (47, 0, 47),
  (47, 2020, 47),
  (48, 0, 48),
  (49, 0, 49),
  (50, 0, 50),
  (51, 0, 51),
  (52, 0, 52),
  (52, 2020, 52),
  (53, 0, 53),
  (54, 0, 54),
  (55, 0, 55),
  (56, 0, 56),
  (57, 0, 57),
  (58, 0, 58),
  (59, 0, 59),
  (60, 0, 60),
  (60, 2020, 60),
  (61, 0, 61),
  (61, 2020, 61),
  (62, 0, 62),
  (63, 0, 63),
  (64, 0, 64),
  (65, 0, 65),
  (66, 0, 66),
  (66, 2020, 66),
  (67, 0, 67),
  (67, 2020, 67),
  (68, 0, 68),
  (68, 2020, 68),
  (69, 0, 69),
  (69, 2020, 69),
  (70, 0, 70),
  (71, 0, 71),
  (71, 2020, 71),
  (72, 0, 72),
  (72, 2020, 72),
  (73, 0, 73),
  (73, 2020, 73),
  (74, 0, 74),
  (74, 2020, 74),
  (75, 0, 75),
  (75, 2020, 75),
  (76, 0, 76),
  (77, 0, 77),
  (77, 2020, 77),
  (78, 0, 78),
  (78, 2020, 78),
  (79, 0, 79),
  (79, 2020, 79),
  (80, 0, 80),
  (80, 2020, 80),
  (81, 0, 81),
  (82, 0, 82),
  (82, 2020, 82),
  (83, 0, 83),
  (84, 0, 84),
  (85, 0, 85),
  (85, 2020, 85),
  (86, 0, 86),
  (86, 2020, 86),
  (87, 0, 87),
  (88, 0, 88),
  (89, 0, 89),
  (90, 0, 90),
  (91, 0, 91),
  (91, 2020, 91),
  (92, 0, 92),
  (92, 2020, 92),
  (93, 0, 93),
  (93, 2020, 93),
  (94, 0, 94),
  (94, 2020, 94),
  (95, 0, 95),
  (96, 0, 96),
  (97, 0, 97),
  (98, 0, 98),
  (98, 2020, 98),
  (99, 0, 99),
  (99, 2020, 99),
  (100, 0, 100),
  (100, 2020, 100),
  (101, 0, 101)
) AS t(rule, moment, of_rule)
),
dabiao_own AS MATERIALIZED (
-- 有自己的目标的地区，和指标不适用的地区
SELECT CAST(rule AS INTEGER) AS rule, CAST(region AS INTEGER) AS region, CAST(variant AS INTEGER) AS variant, CAST(is_concerned AS BOOLEAN) AS is_concerned
FROM (VALUES
  (NULL, NULL, NULL, NULL)
) AS t(rule, region, variant, is_concerned)
WHERE 1 = 0
),
dabiao_follows AS MATERIALIZED (
-- 由别的指标（part）的判定得出的指标
SELECT CAST(rule AS INTEGER) AS rule, CAST(part AS INTEGER) AS part, CAST(rank AS INTEGER) AS rank
FROM (VALUES
  (NULL, NULL, NULL)
) AS t(rule, part, rank)
WHERE 1 = 0
),
dabiao_waivers AS MATERIALIZED (
-- 豁免：当时有效的
SELECT CAST(rule AS INTEGER) AS rule, CAST(region AS INTEGER) AS region
FROM (VALUES
  (NULL, NULL)
) AS t(rule, region)
WHERE 1 = 0
),
dabiao_regions AS MATERIALIZED (
-- 地区：part 汇总到 whole，先汇总 rank 小的；area（功能区）不参与汇总
SELECT CAST(region AS INTEGER) AS region, CAST(code AS VARCHAR) AS code, CAST(name AS VARCHAR) AS name, CAST(level AS VARCHAR) AS level, CAST(top AS INTEGER) AS top, CAST(sends AS INTEGER) AS sends, CAST(role AS VARCHAR) AS role, CAST(whole AS INTEGER) AS whole, CAST(rank AS INTEGER) AS rank
FROM (VALUES
  (0, '3309', '舟山市', 'city', 0, 0, 'whole', NULL, 0),
  (1, '330902', '定海区', 'county', 0, 0, 'part', 0, 1),
  (2, '330903', '普陀区', 'county', 0, 0, 'part', 0, 1),
  (3, '330921', '岱山县', 'county', 0, 0, 'part', 0, 1),
  (4, '330922', '嵊泗县', 'county', 0, 0, 'part', 0, 1),
  (5, NULL, '新城', 'area', 0, 0, 'area', NULL, 0),
  (6, NULL, '普陀山—朱家尖', 'area', 0, 0, 'area', NULL, 0)
) AS t(region, code, name, level, top, sends, role, whole, rank)
),
dabiao_region_names AS MATERIALIZED (
-- 地区的名称、别名和代码
SELECT CAST(alias AS VARCHAR) AS alias, CAST(region AS INTEGER) AS region
FROM (VALUES
  ('3309', 0),
  ('330900', 0),
  ('330902', 1),
  ('330903', 2),
  ('330921', 3),
  ('330922', 4),
  ('全市', 0),
  ('定海', 1),
  ('定海区', 1),
  ('岱山', 3),
  ('岱山县', 3),
  ('嵊泗', 4),
  ('嵊泗县', 4),
  ('新城', 5),
  ('新城管委会', 5),
  ('普朱', 6),
  ('普陀', 2),
  ('普陀区', 2),
  ('普陀山—朱家尖', 6),
  ('普陀山—朱家尖管委会', 6),
  ('普陀山一朱家尖', 6),
  ('舟山', 0),
  ('舟山市', 0)
) AS t(alias, region)
),
dabiao_series_names AS MATERIALIZED (
-- 指标和参照序列的名称；不在此判定的没有 rule
SELECT CAST(alias AS VARCHAR) AS alias, CAST(rule AS INTEGER) AS rule, CAST(is_level AS BOOLEAN) AS is_level
FROM (VALUES
  ('1', 0, false),
  ('1.1.1', 6, false),
  ('1.1.2', 7, false),
  ('1.2.1', 16, false),
  ('1.2.2', 17, false),
  ('1.3.1', NULL, false),
  ('1.4.1', NULL, false),
  ('10', 9, false),
  ('10.1.1', 72, false),
  ('10.1.2', 73, false),
  ('10.1.3', 74, false),
  ('10.2.1', 75, false),
  ('10.2.2a', 76, false),
  ('10.2.2b', 77, false),
  ('10.2.2c', NULL, false),
  ('10.2.3', 78, false),
  ('10.2.4a', 79, false),
  ('10.2.4b', NULL, false),
  ('11', 10, false),
  ('12', 11, false),
  ('13', 12, false),
  ('14', 13, false),
  ('15', 14, false),
  ('16', 15, false),
  ('2', 1, false),
  ('2.1.1', 18, false),
  ('2.1.2', NULL, false),
  ('2.1.3', NULL, false),
  ('2.2.1', 19, false),
  ('2.2.2', 20, false),
  ('2.3.1', 21, false),
  ('2.4.1', 14, false),
  ('3', 2, false),
  ('3.1.1', 22, false),
  ('3.1.2', 23, false),
  ('3.1.3a', NULL, false),
  ('3.1.3b', 24, false),
  ('3.1.4', 25, false),
  ('3.2.1a', 26, false),
  ('3.2.1b', 27, false),
  ('3.2.2', 28, false),
  ('3.3.1', 29, false),
  ('4', 3, false),
  ('4.1.1', 30, false),
  ('4.1.2a', 31, false),
  ('4.1.2b', 32, false),
  ('4.2.1', 33, false),
  ('4.2.2', 34, false),
  ('5', 4, false),
  ('5.1.1', 35, false),
  ('5.1.2', 36, false),
  ('5.1.3', 37, false),
  ('5.2.1', NULL, false),
  ('5.2.2a', 38, false),
  ('5.2.2b', NULL, false),
  ('5.3.1', 39, false),
  ('5.3.2a', 40, false),
  ('5.3.2b', 41, false),
  ('5.3.3', NULL, false),
  ('5.4.1', 42, false),
  ('5.4.2a', 43, false),
  ('5.4.2b', 44, false),
  ('5.4.2c', 45, false),
  ('5.5.1a', 46, false),
  ('5.5.1b', 47, false),
  ('6', 5, false),
  ('6.1.1', 48, false),
  ('6.2.1', 49, false),
  ('6.3.1', 50, false),
  ('6.3.2', 51, false),
  ('6.4.1', 52, false),
  ('6.5.1', 53, false),
  ('7', 6, false),
  ('7.1.1', 54, false),
  ('7.2.1a', 55, false),
  ('7.2.1b', 56, false),
  ('7.3.1a', 57, false),
  ('7.3.1b', 58, false),
  ('7.3.1c', 59, false),
  ('7.4.1', 60, false),
  ('7.5.1', 61, false),
  ('7.6.1', 62, false),
  ('8', 7, false),
  ('8.1.1', 63, false),
  ('8.2.1', 64, false),
  ('8.3.1', 65, false),
  ('8.4.1', 66, false),
  ('8.5.1', 67, false),
  ('9', 8, false),
  ('9.1.1a', 68, false),
  ('9.1.1b', 69, false),
  ('9.2.1', 70, false),
  ('9.3.1', 71, false),
  ('9.4.1', NULL, false),
  ('GDP年均增长', 102, false),
  ('GDP年均增长率', 102, false),
  ('accessibility-inspectors', 48, false),
  ('accessibility-plan', 90, false),
  ('accessible-communities', 49, false),
  ('accessible-design-standard', 53, false),
  ('accessible-screening-visits', 59, false),
  ('accessible-screenings', 58, false),
  ('accident-insurance-rate', 16, false),
  ('assistive-device-rate', 11, false),
  ('assistive-device-satisfaction', 20, false),
  ('association-party-organisation', 99, false),
  ('association-party-work', 100, false),
  ('athletes', NULL, false),
  ('basic-assistive-device-rate', 19, false),
  ('benefit-matters-coverage', 68, false),
  ('care-institution-coverage', 4, false),
  ('care-subsidy-policy', 87, false),
  ('child-rehabilitation-admission', NULL, false),
  ('child-rehabilitation-coverage', 18, false),
  ('child-rehabilitation-institution-coverage', 5, false),
  ('city-and-county-care-coverage', 34, false),
  ('city-rehabilitation-institution', 83, false),
  ('clean-bright-homes', 51, false),
  ('community-sports', NULL, false),
  ('contact-and-service-coverage', 98, false),
  ('county-care-institutions', 86, false),
  ('county-disabled-cadres', NULL, false),
  ('cross-province-assessment', 95, false),
  ('culture-instructors', 41, false),
  ('culture-sports-activities', NULL, false),
  ('culture-sports-coverage', 13, false),
  ('culture-talents', 39, false),
  ('designated-child-institutions', 81, false),
  ('device-rental-coverage', 82, false),
  ('digital-television-coverage', 46, false),
  ('disabled-cadre-rate', 77, false),
  ('disabled-leading-cadre', 76, false),
  ('disabled-volunteer-organisations', 62, false),
  ('employed-persons', 22, false),
  ('employment-rate', 8, false),
  ('family-doctor-rate', 14, false),
  ('film-narration-teams', 57, false),
  ('fitness-instructors', 40, false),
  ('free-psychiatric-medication-rate', 21, false),
  ('functional-party-branches-rate', 73, false),
  ('gdp-growth', 102, false),
  ('graduate-employment-rate', 25, false),
  ('helping-organisations', 61, false),
  ('home-accessibility-rate', 12, false),
  ('home-coverage', 3, false),
  ('home-teaching-sites', 89, false),
  ('home-three-star-rate', 32, false),
  ('homes-adapted', 50, false),
  ('household-income', 103, false),
  ('household-income-growth', 0, false),
  ('institution-insurance-rate', 17, false),
  ('job-subsidy-scheme', 84, false),
  ('law-inspections', 65, false),
  ('leadership-staffing-rate', 75, false),
  ('legal-aid-stations-rate', 67, false),
  ('library-braille', 44, false),
  ('library-reading-rooms', 43, false),
  ('library-screenings', 45, false),
  ('living-subsidy-coverage', 1, false),
  ('massage-institutions', NULL, false),
  ('medical-insurance-rate', 7, false),
  ('medical-massage-staff', 24, false),
  ('minimum-living-coverage', 80, false),
  ('national-training-bases', 27, false),
  ('new-homes', 30, false),
  ('nursing-subsidy-coverage', 2, false),
  ('nursing-subsidy-range', NULL, false),
  ('older-child-rehabilitation', NULL, false),
  ('one-centre-two-platforms', 70, false),
  ('one-person-one-file', NULL, false),
  ('one-plus-x-matters-coverage', 94, false),
  ('pension-insurance-rate', 6, false),
  ('persons-trained', 28, false),
  ('petitions-closed-rate', 66, false),
  ('policy-outreach', 55, false),
  ('policy-outreach-persons', 56, false),
  ('poor-homes-adapted', 92, false),
  ('protection-measures', 63, false),
  ('province-wide-assessment', 96, false),
  ('provincial-culture-sports-bases', 42, false),
  ('public-sector-placements', 23, false),
  ('public-service-matters-coverage', 69, false),
  ('publicity-campaigns', 54, false),
  ('radio-coverage', 47, false),
  ('registered-volunteers', 60, false),
  ('rehabilitation-education-sites', 35, false),
  ('rehabilitation-service-coverage', 10, false),
  ('remote-care-scheme', 88, false),
  ('residential-care-institutions', 33, false),
  ('rights-staff-trained', 64, false),
  ('satellite-classes', 36, false),
  ('senior-secondary-education-rate', 9, false),
  ('service-facilities-adapted', 91, false),
  ('sign-language-news-coverage', 93, false),
  ('smart-certificate-data', 97, false),
  ('smart-certificate-rate', 71, false),
  ('social-workers', 101, false),
  ('special-associations-rate', 72, false),
  ('special-teacher-trainings', 37, false),
  ('sports-events', 38, false),
  ('startup-bases', 29, false),
  ('task-family-doctor-rate', 14, false),
  ('task-medical-insurance-rate', 7, false),
  ('task-pension-insurance-rate', 6, false),
  ('text-town-home-coverage', 31, false),
  ('town-chairs-rate', 78, false),
  ('town-commissioners-rate', 79, false),
  ('town-home-coverage', 31, false),
  ('training-bases', 26, false),
  ('village-associations-coverage', 74, false),
  ('village-commissioners', NULL, false),
  ('vocational-training-coverage', 15, false),
  ('website-accessibility-rate', 52, false),
  ('welfare-subsidy-standard', NULL, false),
  ('zero-employment-households', 85, false),
  ('“1+X”助残服务机制公共服务事项覆盖率', 94, false),
  ('万人以上乡镇（街道）残疾人之家覆盖率', 31, false),
  ('万人以上乡镇（街道）规范化残疾人之家覆盖率', 31, false),
  ('乡镇（街道）残疾人专职委员配备率', 79, false),
  ('乡镇（街道）残联理事长配备率', 78, false),
  ('儿童康复机构覆盖率', 5, false),
  ('党政机关、事业单位和国有企业安置残疾人就业人数', 23, false),
  ('公共服务事项覆盖率', 69, false),
  ('具备条件的残疾人之家康复辅具租赁服务覆盖率', 82, false),
  ('养老保险参保率', 6, false),
  ('出台《舟山市残疾人保障办法》', 63, false),
  ('创建省级及以上残疾人文体基地数', 42, false),
  ('创建省级无障碍社区数', 49, false),
  ('制定《舟山市无障碍环境建设规划》', 90, false),
  ('制定托养庇护服务补助政策', 87, false),
  ('功能性党支部建成率', 73, false),
  ('加强培养残疾人运动员', NULL, false),
  ('加强肢体（脑瘫）残疾和孤独症大龄儿童康复服务', NULL, false),
  ('助残社会组织机构数', 61, false),
  ('劳动年龄段未就业有就业意愿的残疾人接受职业技能培训覆盖率', 15, false),
  ('医疗保险参保率', 7, false),
  ('县（区）及以上公共图书馆无障碍放映点设置率', 45, false),
  ('县（区）及以上公共图书馆盲人阅览室建有率', 43, false),
  ('县（区）及以上公共图书馆盲文图书及阅读设备配备率', 44, false),
  ('县（区）残联机关配备一定数量的残疾人干部', NULL, false),
  ('各县（区）公益性残疾人专业托养机构数', 86, false),
  ('各县（区）建成送教上门示范点数', 89, false),
  ('困难残疾人家庭无障碍改造覆盖率', 92, false),
  ('困难残疾人生活补贴覆盖率', 1, false),
  ('地区生产总值年均增长率', 102, false),
  ('培育县（区）级以上残疾人文化艺术人才数', 39, false),
  ('培育扶持残疾人志愿者组织数', 62, false),
  ('培育无障碍观影讲解志愿服务队数', 57, false),
  ('培训残疾人体育健身指导员数', 40, false),
  ('培训残疾人文化辅导员数', 41, false),
  ('培训残疾人维权工作人员人次', 64, false),
  ('基本型辅助器具适配服务率', 19, false),
  ('完善残疾儿童康复机构准入和退出机制', NULL, false),
  ('完成第三代智能化残疾人证数据清理更新', 97, false),
  ('实施《无障碍设计规范》', 53, false),
  ('实施一中心两平台提升工程', 70, false),
  ('实施净居亮居工程', 51, false),
  ('实施残疾人家庭无障碍改造户数', 50, false),
  ('家庭医生签约服务率', 14, false),
  ('家庭医生签约率', 14, false),
  ('家庭无障碍改造率', 12, false),
  ('就业率', 8, false),
  ('市、县（区）两级残联专门协会建成率', 72, false),
  ('市、县（区）政府网站和政务服务平台信息无障碍率', 52, false),
  ('市、县（区）电视台残疾人手语新闻节目覆盖率', 93, false),
  ('市县（区）两级残联领导班子“两挂一兼”配备率', 75, false),
  ('市县（区）托养机构覆盖率', 34, false),
  ('市残联残疾人干部比例', 77, false),
  ('市残联领导班子配备残疾人专职领导干部', 76, false),
  ('康复服务覆盖率', 10, false),
  ('建成公益性残疾人寄宿制专业托养机构数', 33, false),
  ('建立偏远渔农村地区重度残疾人包保联系制度', 88, false),
  ('建立助残社会工作者队伍', 101, false),
  ('建立市级残疾人综合性康复机构数', 83, false),
  ('建立残疾人就业岗位补贴制度', 84, false),
  ('建设国家级残疾人培训基地数', 27, false),
  ('建设康教融合示范点数', 35, false),
  ('建设残疾人培训基地数', 26, false),
  ('建设海岛特色卫星班数', 36, false),
  ('建设示范性残疾人创业就业基地数', 29, false),
  ('惠残事项覆盖率', 68, false),
  ('成立无障碍环境建设督导队伍', 48, false),
  ('托养机构覆盖率', 4, false),
  ('扩大重度残疾人护理补贴范围', NULL, false),
  ('护理补贴覆盖率', 2, false),
  ('持证残疾人家庭医生签约服务率', 14, false),
  ('持证残疾人家庭签约医生签约服务率', 14, false),
  ('推进残疾人一人一档工程', NULL, false),
  ('提升建设残疾儿童定点康复机构数', 81, false),
  ('提高残疾人福利补贴保障水平', NULL, false),
  ('收入年均增长', 0, false),
  ('文体服务覆盖率', 13, false),
  ('新建残疾人之家数', 30, false),
  ('无障碍观影场次', 58, false),
  ('无障碍观影服务残障人士人次', 59, false),
  ('智能化残疾人证换发率', 71, false),
  ('有就业意愿的应届高校残疾人毕业生就业率', 25, false),
  ('村（社区）按规定配备合格残疾人专职委员', NULL, false),
  ('村（社区）残疾人协会建设覆盖率', 74, false),
  ('正文.1', 80, false),
  ('正文.10', 89, false),
  ('正文.11', 90, false),
  ('正文.12', 91, false),
  ('正文.13', 92, false),
  ('正文.14', 93, false),
  ('正文.15', 94, false),
  ('正文.16a', 95, false),
  ('正文.16b', 96, false),
  ('正文.17', 97, false),
  ('正文.18', 98, false),
  ('正文.19a', 99, false),
  ('正文.19b', 100, false),
  ('正文.2', 81, false),
  ('正文.20', 101, false),
  ('正文.3', 82, false),
  ('正文.4', 83, false),
  ('正文.5', 84, false),
  ('正文.6', 85, false),
  ('正文.7a', 86, false),
  ('正文.7b', 31, false),
  ('正文.8', 87, false),
  ('正文.9', 88, false),
  ('残疾人专业托养机构覆盖率', 4, false),
  ('残疾人之家三星达标率', 32, false),
  ('残疾人之家覆盖率', 3, false),
  ('残疾人信访办结率', 66, false),
  ('残疾人城乡居民基本养老保险参保率', 6, false),
  ('残疾人城乡居民基本医疗保险参保率', 7, false),
  ('残疾人基本康复服务覆盖率', 10, false),
  ('残疾人家庭人均可支配收入', 103, false),
  ('残疾人家庭人均可支配收入年均增长', 0, false),
  ('残疾人就业率', 8, false),
  ('残疾人意外伤害保险参保率', 16, false),
  ('残疾人按比例就业、集中就业和个体就业人数', 22, false),
  ('残疾人文体服务覆盖率', 13, false),
  ('残疾人服务机构综合保险参保率', 17, false),
  ('残疾人法律救助工作站规范化率', 67, false),
  ('残疾人综合服务设施无障碍改造完成率', 91, false),
  ('残疾人联系和服务覆盖率', 98, false),
  ('残疾人辅助器具适配率', 11, false),
  ('残疾儿童基本康复服务与补贴比例', 18, false),
  ('残疾学生接受高中阶段教育比例', 9, false),
  ('残疾类别鉴定、等级评定全省通办', 96, false),
  ('残疾类别鉴定、等级评定跨省通办', 95, false),
  ('残联专门协会党的工作覆盖率', 100, false),
  ('残联专门协会党的组织覆盖率', 99, false),
  ('每年培训残疾人人次', 28, false),
  ('每年市级以上特教师资培训批次', 37, false),
  ('每年惠残政策、康复知识、技能培训进万家活动次数', 55, false),
  ('每年最美系列、自强系列集中宣传次数', 54, false),
  ('每年残疾人体育活动场次', 38, false),
  ('每年进万家活动惠及农村残疾人数', 56, false),
  ('每年配合人大、政协执法检查、视察、调研和协商活动次数', 65, false),
  ('注册助残志愿者人数', 60, false),
  ('渔农村困难和重度残疾人家庭数字化电视覆盖率', 46, false),
  ('渔农村困难和重度残疾人家庭盲人收音设备覆盖率', 47, false),
  ('生活补贴覆盖率', 1, false),
  ('盲人保健按摩机构稳定发展', NULL, false),
  ('盲人医疗按摩人员数', 24, false),
  ('符合低保条件的残疾人纳入低保比例', 80, false),
  ('符合条件残疾人家庭无障碍改造率', 12, false),
  ('精神残疾人门诊免费服用基本抗精神病药物比例', 21, false),
  ('组织残疾人文化周、健身周、全国特奥日等文体活动', NULL, false),
  ('职业技能培训覆盖率', 15, false),
  ('规范化残疾儿童康复机构覆盖率', 5, false),
  ('辅具适配率', 11, false),
  ('辅助器具适配服务残疾人满意率', 20, false),
  ('辅助器具适配率', 11, false),
  ('重度残疾人护理补贴覆盖率', 2, false),
  ('零就业残疾人家庭户数', 85, false),
  ('高中阶段教育比例', 9, false),
  ('鼓励乡镇、村（社区）开展残疾人群众性体育比赛', NULL, false)
) AS t(alias, rule, is_level)
),
dabiao_source AS MATERIALIZED (
-- 报送的数，都当作文字读；缺报的记号当作空白
SELECT
  year_text,
  region_text,
  indicator_text,
  CASE WHEN value_text IN ('-', '--', '－', '－－', '−', '−−', '–', '––', '—', '——', '―', '――', '…', '……', '⋯', '⋯⋯', '/', '//', '／', '／／', 'NA', 'na', 'Na', 'nA', 'ＮＡ', 'ｎａ', '无数据', 'NULL', 'null', 'Null', '\N') THEN '' ELSE value_text END AS value_text,
  CASE WHEN numerator_text IN ('-', '--', '－', '－－', '−', '−−', '–', '––', '—', '——', '―', '――', '…', '……', '⋯', '⋯⋯', '/', '//', '／', '／／', 'NA', 'na', 'Na', 'nA', 'ＮＡ', 'ｎａ', '无数据', 'NULL', 'null', 'Null', '\N') THEN '' ELSE numerator_text END AS numerator_text,
  CASE WHEN denominator_text IN ('-', '--', '－', '－－', '−', '−−', '–', '––', '—', '——', '―', '――', '…', '……', '⋯', '⋯⋯', '/', '//', '／', '／／', 'NA', 'na', 'Na', 'nA', 'ＮＡ', 'ｎａ', '无数据', 'NULL', 'null', 'Null', '\N') THEN '' ELSE denominator_text END AS denominator_text,
  CASE WHEN total_text IN ('-', '--', '－', '－－', '−', '−−', '–', '––', '—', '——', '―', '――', '…', '……', '⋯', '⋯⋯', '/', '//', '／', '／／', 'NA', 'na', 'Na', 'nA', 'ＮＡ', 'ｎａ', '无数据', 'NULL', 'null', 'Null', '\N') THEN '' ELSE total_text END AS total_text,
  CASE WHEN remark_text IN ('-', '--', '－', '－－', '−', '−−', '–', '––', '—', '——', '―', '――', '…', '……', '⋯', '⋯⋯', '/', '//', '／', '／／', 'NA', 'na', 'Na', 'nA', 'ＮＡ', 'ｎａ', '无数据', 'NULL', 'null', 'Null', '\N') THEN '' ELSE remark_text END AS remark_text
FROM (
SELECT
  trim(BOTH ' ' FROM COALESCE(CAST("year" AS VARCHAR), '')) AS year_text,
  trim(BOTH ' ' FROM COALESCE(CAST("region" AS VARCHAR), '')) AS region_text,
  trim(BOTH ' ' FROM COALESCE(CAST("indicator" AS VARCHAR), '')) AS indicator_text,
  trim(BOTH ' ' FROM COALESCE(CAST("value" AS VARCHAR), '')) AS value_text,
  trim(BOTH ' ' FROM COALESCE(CAST("numerator" AS VARCHAR), '')) AS numerator_text,
  trim(BOTH ' ' FROM COALESCE(CAST("denominator" AS VARCHAR), '')) AS denominator_text,
  '' AS total_text,
  trim(BOTH ' ' FROM COALESCE(CAST("remark" AS VARCHAR), '')) AS remark_text
FROM "submission"
) t
),
dabiao_read AS MATERIALIZED (
-- 每一行是哪一年、哪个地区、哪项指标：名称与规划的名称、别名、代码、序号或 id 完全一致才算
SELECT
  CASE WHEN regexp_like(s.year_text, '^[0-9]{4}$') THEN CAST(s.year_text AS INTEGER) END AS year,
  g.region, i.alias AS series_alias, i.rule, i.is_level,
  s.year_text, s.region_text, s.indicator_text,
  s.value_text, s.numerator_text, s.denominator_text, s.total_text, s.remark_text,
  right(s.value_text, 1) = '%' AS has_percent,
  CASE WHEN regexp_like(s.value_text, '^[-+]?[0-9]{1,11}([.][0-9]{1,6})?%?$')
       THEN replace(replace(s.value_text, '%', ''), '+', '') END AS digits
FROM dabiao_source s
LEFT JOIN dabiao_region_names g ON g.alias = s.region_text
LEFT JOIN dabiao_series_names i ON i.alias = s.indicator_text
),
dabiao_numbers AS MATERIALIZED (
-- 数值读成百万分之一的整数，节点读成 0 或 1；分子、分母只读整数
SELECT
  t.year, t.rule, t.region, t.has_percent, t.total_text, t.remark_text,
  CASE WHEN t.value_text = '' THEN 'blank'
       WHEN t.value_text = '不适用' THEN 'na'
       WHEN r.kind = 'done' AND (t.value_text IN ('是', '否') OR regexp_like(t.value_text,
            '^(19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$|^((19|20)(0[48]|[2468][048]|[13579][26])|2000)-02-29$'))
         THEN 'number'
       WHEN r.kind <> 'done' AND t.digits IS NOT NULL THEN 'number'
       WHEN r.kind <> 'done' AND regexp_like(t.value_text, '^[-+]?[0-9]+([.][0-9]+)?%?$') THEN 'long'
       ELSE 'bad' END AS value_is,
  CASE WHEN r.kind = 'done' THEN
         CASE WHEN t.value_text = '是' THEN CAST(1000000 AS NUMERIC)
              WHEN t.value_text = '否' THEN CAST(0 AS NUMERIC)
              WHEN regexp_like(t.value_text, '^[0-9]{4}-') THEN
                CASE WHEN CAST(split_part(t.value_text, '-', 1) AS INTEGER) <= t.year
                     THEN CAST(1000000 AS NUMERIC) ELSE CAST(0 AS NUMERIC) END
         END
       WHEN t.digits IS NOT NULL THEN
         CAST(replace(split_part(t.digits, '.', 1), '-', '') || rpad(split_part(t.digits, '.', 2), 6, '0') AS NUMERIC)
         * CAST(CASE WHEN t.digits LIKE '-%' THEN -1 ELSE 1 END AS NUMERIC)
       END AS v,
  CAST(rpad('1', CAST(1 + length(split_part(t.digits, '.', 2)) AS INTEGER), '0') AS NUMERIC) AS unit_of_digits,
  CASE WHEN t.numerator_text = '' THEN 'blank'
       WHEN regexp_like(t.numerator_text, '^[0-9]{1,11}$') THEN 'number'
       WHEN regexp_like(t.numerator_text, '^[0-9]+$') THEN 'long' ELSE 'bad' END AS n_is,
  CASE WHEN t.denominator_text = '' THEN 'blank'
       WHEN regexp_like(t.denominator_text, '^[0-9]{1,11}$') THEN 'number'
       WHEN regexp_like(t.denominator_text, '^[0-9]+$') THEN 'long' ELSE 'bad' END AS d_is,
  CASE WHEN regexp_like(t.numerator_text, '^[0-9]{1,11}$') THEN CAST(t.numerator_text AS NUMERIC) END AS n,
  CASE WHEN regexp_like(t.denominator_text, '^[0-9]{1,11}$') THEN CAST(t.denominator_text AS NUMERIC) END AS d
FROM dabiao_read t
LEFT JOIN dabiao_rules r ON r.rule = t.rule
WHERE t.rule IS NOT NULL AND t.region IS NOT NULL AND t.year <= 2023
),
dabiao_checked AS MATERIALIZED (
-- 读不准的一律无效，并写明原因；不猜
SELECT
  m.year, m.rule, m.region, m.v,
  CASE WHEN r.kind = 'ratio' THEN m.n END AS n,
  CASE WHEN r.kind = 'ratio' THEN m.d END AS d,
  CASE
    WHEN m.total_text <> '' AND (r.adds_up OR m.value_is = 'blank') THEN 'sql/total-not-read'
    WHEN m.value_is = 'bad' AND r.kind = 'done' THEN 'submission/not-done'
    WHEN m.value_is = 'bad' OR (r.kind <> 'done' AND (m.n_is = 'bad' OR m.d_is = 'bad')) THEN 'submission/not-a-number'
    WHEN m.value_is = 'long' OR (r.kind <> 'done' AND (m.n_is = 'long' OR m.d_is = 'long')) THEN 'submission/too-many-digits'
    WHEN m.value_is = 'number' AND m.has_percent AND NOT r.is_percent THEN 'submission/percent-sign'
    WHEN m.v < 0 AND r.kind <> 'any' THEN 'submission/negative'
    WHEN m.value_is = 'na' THEN
      CASE WHEN m.n_is <> 'blank' OR m.d_is <> 'blank' THEN 'submission/not-applicable-with-counts'
           WHEN m.remark_text = '' THEN 'submission/not-applicable-unexplained' END
    WHEN r.kind = 'done' THEN NULL
    WHEN (m.n_is = 'blank') <> (m.d_is = 'blank') THEN 'submission/half-counts'
    WHEN r.kind = 'ratio' AND m.n_is <> 'blank' THEN
      CASE WHEN (r.of_whole OR m.d = 0) AND m.n > m.d THEN 'submission/numerator-above-denominator'
           WHEN m.value_is = 'blank' THEN NULL
           WHEN m.d = 0 THEN CASE WHEN m.v <> 0 THEN 'submission/rate-without-base' END
           -- 数值与分子、分母在它自己的最后一位上相符
           WHEN abs(m.v * m.d - r.per * m.n * 1000000) * 2 * m.unit_of_digits > m.d * 1000000 THEN 'submission/ratio-mismatch' END
    WHEN m.value_is = 'blank' THEN NULL
    -- 没有百分号的 0.552 可能是 55.2%
    WHEN r.is_percent AND NOT m.has_percent AND m.v <> 0 AND abs(m.v) <= 1000000 THEN 'submission/fraction-or-percent'
    WHEN r.of_whole AND m.v > r.per * 1000000 THEN 'submission/above-100-percent'
    WHEN r.counts_whole AND m.v % 1000000 <> 0 THEN 'audit/fraction-of-a-person'
  END AS reason,
  CASE WHEN m.value_is = 'na' OR (r.kind = 'ratio' AND m.d = 0) THEN 'na'
       WHEN m.value_is = 'blank' AND NOT (r.kind = 'ratio' AND m.n_is <> 'blank') THEN 'missing'
       ELSE 'figure' END AS state
FROM dabiao_numbers m
LEFT JOIN dabiao_rules r ON r.rule = m.rule
),
dabiao_cells AS MATERIALIZED (
-- 一年、一项指标、一个地区只能有一行
SELECT year, rule, region,
  CASE WHEN count(*) > 1 OR min(reason) IS NOT NULL THEN 'invalid' ELSE min(state) END AS state,
  CASE WHEN count(*) > 1 THEN 'submission/duplicate' ELSE min(reason) END AS reason,
  CASE WHEN count(*) = 1 THEN min(v) END AS v,
  CASE WHEN count(*) = 1 THEN min(n) END AS n,
  CASE WHEN count(*) = 1 THEN min(d) END AS d
FROM dabiao_checked
GROUP BY year, rule, region
),
dabiao_sums AS MATERIALIZED (
-- 累计：规划期内各年相加；缺一年就没有累计，缺报不当作 0
SELECT c.rule, c.region,
  CAST(sum(CASE WHEN c.state = 'figure' THEN c.v ELSE 0 END) AS NUMERIC) AS v,
  count(*) FILTER (WHERE c.state = 'figure') AS years,
  2023 - 2021 + 1 - count(*) FILTER (WHERE c.state IN ('figure', 'na')) AS gaps
FROM dabiao_cells c
LEFT JOIN dabiao_rules r ON r.rule = c.rule
WHERE CASE WHEN r.adds_up THEN c.year BETWEEN 2021 AND 2023 ELSE FALSE END
GROUP BY c.rule, c.region
),
dabiao_sent AS MATERIALIZED (
-- 各地区在要用到的各年报了什么（moment 为 0 是当年，别的是那一年）；part_state 是汇总时算它的
SELECT m.moment, m.rule, g.region, g.role, g.whole, g.rank,
  COALESCE(o.variant, 0) AS variant, COALESCE(o.is_concerned, TRUE) AS is_concerned,
  CASE WHEN c.state = 'figure' AND s.gaps > 0 THEN 'missing' ELSE COALESCE(c.state, 'nothing') END AS state,
  CASE WHEN c.state = 'figure' AND s.gaps > 0 THEN 'judgement/sum-gap' ELSE c.reason END AS reason,
  COALESCE(s.v, c.v) AS v, c.n, c.d,
  -- 当年不适用的地区，以前各年的仍算在内
  CASE WHEN NOT COALESCE(o.is_concerned, TRUE) THEN 'aside'
       WHEN c.state IN ('figure', 'na') AND s.years > 0 AND s.gaps = 0 THEN 'figure'
       WHEN s.rule IS NOT NULL AND (c.state = 'figure' OR (c.state = 'na' AND s.gaps > 0)) THEN 'missing'
       ELSE COALESCE(c.state, 'nothing') END AS part_state,
  CAST(NULL AS BIGINT) AS heard, FALSE AS is_spoilt
FROM dabiao_moments m
JOIN dabiao_rules r ON r.rule = m.rule
JOIN dabiao_regions g ON g.sends = r.sends
LEFT JOIN dabiao_own o ON o.rule = m.rule AND o.region = g.region
LEFT JOIN dabiao_cells c ON c.rule = m.of_rule AND c.region = g.region
 AND c.year = CASE WHEN m.moment = 0 THEN 2023 ELSE m.moment END
LEFT JOIN dabiao_sums s ON m.moment = 0 AND s.rule = m.rule AND s.region = g.region
),
dabiao_findings AS MATERIALIZED (
-- 用不上的行；一行也没有才算读全了
SELECT t.year_text AS year, t.region_text AS region, t.indicator_text AS indicator,
  CASE WHEN t.year IS NULL THEN 'submission/bad-year'
       WHEN t.region IS NULL THEN 'submission/unknown-region'
       WHEN t.series_alias IS NULL THEN 'submission/unknown-indicator'
       ELSE 'sql/levels-not-read' END AS reason
FROM dabiao_read t
WHERE t.year IS NULL OR t.region IS NULL OR t.series_alias IS NULL OR t.is_level
UNION ALL
SELECT CAST(c.year AS VARCHAR) AS year, g.name AS region, r.name AS indicator,
  COALESCE(c.reason, 'judgement/not-sent') AS reason
FROM dabiao_cells c
LEFT JOIN dabiao_rules r ON r.rule = c.rule
LEFT JOIN (SELECT DISTINCT region, name FROM dabiao_regions) g ON g.region = c.region
WHERE c.state = 'invalid' OR (r.follows IS NOT NULL AND c.state <> 'missing')
UNION ALL
-- 累计缺了年份的，不论判不判定它
SELECT CAST(2023 AS VARCHAR) AS year, g.name AS region, r.name AS indicator, s.reason
FROM dabiao_sent s
LEFT JOIN dabiao_rules r ON r.rule = s.rule
LEFT JOIN dabiao_regions g ON g.region = s.region AND g.sends = r.sends
WHERE CASE WHEN s.moment = 0 AND s.reason = 'judgement/sum-gap' AND s.is_concerned THEN
    (s.role = 'part' AND r.scope <> 'city') OR (s.role = 'area' AND r.scope IN ('county', 'each-county'))
  ELSE FALSE END
),
dabiao_parts AS MATERIALIZED (
-- 汇总地区之下的各地区加起来：比例是分子之和、分母之和，从不取平均
SELECT s.moment, s.rule, s.whole AS region,
  count(*) FILTER (WHERE s.part_state IN ('nothing', 'missing', 'invalid')) AS lacking,
  count(*) FILTER (WHERE s.part_state = 'invalid' OR (s.part_state <> 'aside' AND s.is_spoilt)) AS unusable,
  count(*) FILTER (WHERE s.part_state NOT IN ('nothing', 'aside') OR (s.part_state <> 'aside' AND s.heard > 0)) AS heard,
  min(CASE WHEN s.part_state = 'invalid' AND s.reason IN ('sql/total-not-read', 'sql/sum-of-parts-and-whole') THEN s.reason END) AS held_back,
  count(*) FILTER (WHERE s.part_state = 'figure') AS figures,
  count(*) FILTER (WHERE s.part_state = 'figure' AND s.n IS NULL) AS uncounted,
  count(*) FILTER (WHERE s.part_state = 'figure' AND s.v > 0) AS done,
  CAST(sum(CASE WHEN s.part_state = 'figure' THEN s.n END) AS NUMERIC) AS n,
  CAST(sum(CASE WHEN s.part_state = 'figure' THEN s.d END) AS NUMERIC) AS d,
  CAST(sum(CASE WHEN s.part_state = 'figure' THEN s.v END) AS NUMERIC) AS v
FROM dabiao_sent s
WHERE CASE s.rank WHEN 1 THEN TRUE ELSE FALSE END
GROUP BY s.moment, s.rule, s.whole
),
dabiao_rolled AS MATERIALIZED (
-- 加得起来（figure）、都不适用（na），还是加不起来（none）
SELECT p.moment, p.rule, p.region, p.heard, p.unusable, p.held_back,
  CASE r.roll_up
    WHEN 'ratio' THEN CASE WHEN p.lacking + p.uncounted > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    WHEN 'sum' THEN CASE WHEN p.lacking > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    WHEN 'all' THEN CASE WHEN p.done < p.figures THEN 'figure' WHEN p.lacking > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    WHEN 'any' THEN CASE WHEN p.done > 0 THEN 'figure' WHEN p.lacking > 0 THEN 'none' WHEN p.figures = 0 THEN 'na' ELSE 'figure' END
    ELSE 'none' END AS state,
  CASE r.roll_up
    WHEN 'all' THEN CASE WHEN p.done < p.figures THEN CAST(0 AS NUMERIC) ELSE CAST(1000000 AS NUMERIC) END
    WHEN 'any' THEN CASE WHEN p.done > 0 THEN CAST(1000000 AS NUMERIC) ELSE CAST(0 AS NUMERIC) END
    WHEN 'sum' THEN p.v END AS v,
  CASE WHEN r.roll_up = 'ratio' THEN p.n END AS n,
  CASE WHEN r.roll_up = 'ratio' THEN p.d END AS d
FROM dabiao_parts p
LEFT JOIN dabiao_rules r ON r.rule = p.rule
WHERE CASE r.roll_up WHEN 'none' THEN FALSE ELSE r.scope IN ('county', 'total') END
),
dabiao_known AS MATERIALIZED (
-- 汇总地区先看汇总，再看自己的一行
SELECT s.moment, s.rule, s.region, s.role, s.whole, s.rank, s.variant, s.is_concerned,
  s.state, s.reason, s.v, s.n, s.d,
  CASE WHEN s.role = 'part' OR NOT s.is_concerned THEN s.part_state ELSE s.state END AS part_state,
  s.heard, s.is_spoilt
FROM (
  SELECT s.moment, s.rule, s.region, s.role, s.whole, s.rank, s.variant, s.is_concerned, s.part_state,
    CASE WHEN w.state = 'figure' THEN 'figure'
         WHEN w.state = 'none' AND w.held_back IS NOT NULL THEN 'invalid'
         WHEN w.state = 'na' AND s.state <> 'figure' AND COALESCE(s.reason, '') <> 'judgement/sum-gap' THEN 'na'
         WHEN s.moment = 0 AND s.reason = 'judgement/sum-gap' AND w.heard > 0 THEN 'invalid'
         ELSE s.state END AS state,
    CASE WHEN w.state = 'figure' THEN NULL
         WHEN w.state = 'none' AND w.held_back IS NOT NULL THEN w.held_back
         WHEN s.moment = 0 AND s.reason = 'judgement/sum-gap' AND w.heard > 0 THEN 'sql/sum-of-parts-and-whole'
         ELSE s.reason END AS reason,
    CASE WHEN w.state = 'figure' THEN w.v ELSE s.v END AS v,
    CASE WHEN w.state = 'figure' THEN w.n ELSE s.n END AS n,
    CASE WHEN w.state = 'figure' THEN w.d ELSE s.d END AS d,
    COALESCE(w.heard, s.heard) AS heard,
    -- 下级的基期有读不出的，就没有自己的基期值，也不拿规划的顶替
    s.is_spoilt OR COALESCE(w.state = 'none' AND w.unusable > 0, FALSE) AS is_spoilt
  FROM dabiao_sent s
  LEFT JOIN dabiao_rolled w ON w.moment = s.moment AND w.rule = s.rule AND w.region = s.region
) s
),
dabiao_averaged AS MATERIALIZED (
-- 年均：规划期以来有几年适用；当年也按那一年报了什么算，不按各年之和
SELECT k.rule, k.region, greatest(count(*) FILTER (WHERE k.state <> 'na'), 1) AS years
FROM dabiao_known k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
WHERE CASE WHEN r.is_mean THEN k.moment BETWEEN 2021 AND 2023 ELSE FALSE END
GROUP BY k.rule, k.region
),
dabiao_spoken AS MATERIALIZED (
-- 只适用于部分地区的指标，有人报送的
SELECT DISTINCT k.rule
FROM dabiao_known k
WHERE k.moment = 0 AND k.state <> 'nothing'
  AND k.rule IN (SELECT DISTINCT rule FROM dabiao_own WHERE NOT is_concerned)
),
dabiao_due AS MATERIALIZED (
-- 当年要判定的，连同要求所依据的值（base_n / base_d）
SELECT k.rule, k.region, CASE WHEN k.is_concerned THEN k.variant END AS variant, t.is_set,
  CASE WHEN k.is_concerned THEN k.state ELSE 'na' END AS state,
  CASE WHEN k.is_concerned THEN k.reason END AS reason,
  CASE WHEN k.is_concerned THEN k.n END AS n, CASE WHEN k.is_concerned THEN k.d END AS d,
  CASE WHEN k.n IS NOT NULL THEN k.n * r.per ELSE k.v END AS value_n,
  CASE WHEN k.n IS NOT NULL THEN k.d ELSE 1000000 * CAST(CASE WHEN r.is_mean THEN COALESCE(y.years, 1) ELSE 1 END AS NUMERIC) END AS value_d,
  CASE WHEN NOT k.is_concerned THEN FALSE
       WHEN t.base_rule = k.rule THEN b.state = 'invalid' OR (b.is_spoilt AND b.state <> 'figure')
       ELSE q.is_shared AND b.state = 'invalid' END AS is_base_unusable,
  CASE WHEN t.base_rule <> k.rule THEN 'judgement/no-reference' ELSE 'judgement/no-baseline' END AS unheld,
  CASE WHEN k.is_concerned AND b.state = 'figure' THEN CASE WHEN b.n IS NOT NULL THEN b.n * q.per ELSE b.v END END AS base_n,
  CASE WHEN k.is_concerned AND b.state = 'figure' THEN CASE WHEN b.n IS NOT NULL THEN b.d ELSE CAST(1000000 AS NUMERIC) END END AS base_d
FROM dabiao_known k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
LEFT JOIN dabiao_variants t ON t.rule = k.rule AND t.variant = k.variant
LEFT JOIN dabiao_rules q ON q.rule = t.base_rule
LEFT JOIN dabiao_known b ON b.moment = t.base_year AND b.rule = k.rule AND b.region = k.region
LEFT JOIN dabiao_averaged y ON y.rule = k.rule AND y.region = k.region
LEFT JOIN dabiao_spoken p ON p.rule = k.rule
WHERE CASE
  WHEN k.moment <> 0 OR r.follows IS NOT NULL THEN FALSE
  WHEN k.role = 'whole' THEN r.scope IN ('county', 'city', 'total') AND (k.state <> 'nothing' OR r.is_wanted OR COALESCE(k.heard, 0) > 0)
  WHEN k.role = 'below' OR r.scope IN ('city', 'total') OR (k.role = 'between' AND r.scope = 'each-county') THEN FALSE
  WHEN NOT k.is_concerned THEN k.state <> 'nothing' OR (k.role <> 'area' AND (r.is_wanted OR p.rule IS NOT NULL))
  WHEN k.role = 'between' THEN k.state <> 'nothing' OR r.is_wanted OR COALESCE(k.heard, 0) > 0
  WHEN k.role = 'part' THEN k.state <> 'nothing' OR (r.is_wanted AND (t.is_set OR (r.scope = 'county' AND r.roll_up <> 'none')))
  ELSE k.state <> 'nothing' END
),
dabiao_demanded AS MATERIALIZED (
-- 每个地区的要求：自己有基期值的按自己的，没有的按规划的；界限 =（斜率 × 基期值 + 常数）/ 分母
SELECT k.rule, k.region, k.state, k.reason, k.n, k.d, k.value_n, k.value_d, k.is_base_unusable, k.is_set, k.unheld,
  m.rule IS NOT NULL AS is_demanded, m.basis, m.baseline, m.short,
  m.target_operator, m.required_operator,
  CASE WHEN k.base_n IS NULL THEN m.target_offset ELSE m.target_slope * k.base_n + m.target_offset * k.base_d END AS target_n,
  CASE WHEN k.base_n IS NULL THEN m.target_below ELSE m.target_below * k.base_d END AS target_d,
  CASE WHEN k.base_n IS NULL THEN m.target_high_offset ELSE m.target_high_slope * k.base_n + m.target_high_offset * k.base_d END AS target_high_n,
  CASE WHEN k.base_n IS NULL THEN m.target_high_below ELSE m.target_high_below * k.base_d END AS target_high_d,
  CASE WHEN k.base_n IS NULL THEN m.required_offset ELSE m.required_slope * k.base_n + m.required_offset * k.base_d END AS required_n,
  CASE WHEN k.base_n IS NULL THEN m.required_below ELSE m.required_below * k.base_d END AS required_d,
  CASE WHEN k.base_n IS NULL THEN m.required_high_offset ELSE m.required_high_slope * k.base_n + m.required_high_offset * k.base_d END AS required_high_n,
  CASE WHEN k.base_n IS NULL THEN m.required_high_below ELSE m.required_high_below * k.base_d END AS required_high_d
FROM dabiao_due k
LEFT JOIN dabiao_demands m
  ON m.rule = k.rule AND m.variant = k.variant
 AND m.whose = CASE WHEN k.base_n IS NULL THEN 'plan' ELSE 'own' END
 AND (k.base_n IS NULL OR m.from_n IS NULL OR k.base_n * m.from_d > m.from_n * k.base_d
      OR (m.from_in AND k.base_n * m.from_d = m.from_n * k.base_d))
 AND (k.base_n IS NULL OR m.to_n IS NULL OR k.base_n * m.to_d < m.to_n * k.base_d
      OR (m.to_in AND k.base_n * m.to_d = m.to_n * k.base_d))
),
dabiao_held AS MATERIALIZED (
-- 交叉相乘，从不相除
SELECT k.*,
  CASE k.target_operator
    WHEN '>' THEN k.value_n * k.target_d > k.target_n * k.value_d
    WHEN '>=' THEN k.value_n * k.target_d >= k.target_n * k.value_d
    WHEN '<' THEN k.value_n * k.target_d < k.target_n * k.value_d
    WHEN '<=' THEN k.value_n * k.target_d <= k.target_n * k.value_d
    WHEN 'between' THEN k.value_n * k.target_d >= k.target_n * k.value_d
                    AND k.value_n * k.target_high_d <= k.target_high_n * k.value_d END AS target_holds,
  CASE k.required_operator
    WHEN '>' THEN k.value_n * k.required_d > k.required_n * k.value_d
    WHEN '>=' THEN k.value_n * k.required_d >= k.required_n * k.value_d
    WHEN '<' THEN k.value_n * k.required_d < k.required_n * k.value_d
    WHEN '<=' THEN k.value_n * k.required_d <= k.required_n * k.value_d
    WHEN 'between' THEN k.value_n * k.required_d >= k.required_n * k.value_d
                    AND k.value_n * k.required_high_d <= k.required_high_n * k.value_d END AS required_holds,
  -- 至少要有几个、至多可有几个分子：界限 × 分母 / per，向下取整
  CASE WHEN k.required_operator IN ('>=', 'between') THEN k.required_n * k.d - 1
       WHEN k.required_operator = '>' THEN k.required_n * k.d END AS least_n,
  CASE WHEN k.required_operator = '<=' THEN k.required_n * k.d
       WHEN k.required_operator = '<' THEN k.required_n * k.d - 1
       WHEN k.required_operator = 'between' THEN k.required_high_n * k.d END AS most_n,
  k.required_d * r.per AS least_d,
  CASE WHEN k.required_operator = 'between' THEN k.required_high_d ELSE k.required_d END * r.per AS most_d
FROM dabiao_demanded k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
),
dabiao_counted AS MATERIALIZED (
-- 分子不少于 0，比例的不多于分母
SELECT k.*, r.of_whole,
  CASE WHEN k.n IS NULL OR k.state <> 'figure' THEN NULL
       WHEN k.least_n < 0 THEN CAST(0 AS NUMERIC)
       ELSE CAST(div(k.least_n - ((k.least_n % k.least_d) + k.least_d) % k.least_d, k.least_d) AS NUMERIC) + 1 END AS least,
  CASE WHEN k.n IS NULL OR k.state <> 'figure' THEN NULL
       WHEN r.of_whole AND k.most_n > k.d * k.most_d THEN k.d
       ELSE CAST(div(k.most_n - ((k.most_n % k.most_d) + k.most_d) % k.most_d, k.most_d) AS NUMERIC) END AS most
FROM dabiao_held k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
),
dabiao_decided AS MATERIALIZED (
-- 判定：先看当年的要求，再看目标
SELECT k.rule, k.region,
  CASE WHEN k.state = 'na' THEN 'not_applicable'
       WHEN k.state IN ('nothing', 'missing') THEN 'missing'
       WHEN k.state = 'invalid' OR k.is_base_unusable THEN 'invalid'
       WHEN NOT k.is_set THEN 'not_due'
       WHEN NOT k.is_demanded THEN 'missing'
       WHEN NOT k.required_holds THEN k.short
       WHEN k.target_holds THEN 'met'
       WHEN k.required_operator IS NULL THEN 'not_due'
       ELSE 'on_pace' END AS outcome,
  CASE WHEN k.state = 'figure' THEN k.value_n END AS value_n,
  CASE WHEN k.state = 'figure' THEN k.value_d END AS value_d,
  CASE WHEN k.state IN ('figure', 'na') THEN k.n END AS numerator,
  CASE WHEN k.state IN ('figure', 'na') THEN k.d END AS denominator,
  k.required_operator AS requirement_operator,
  k.required_n AS requirement_n, k.required_d AS requirement_d,
  k.required_high_n AS requirement_high_n, k.required_high_d AS requirement_high_d,
  k.basis, k.baseline, k.target_operator, k.target_n, k.target_d, k.target_high_n, k.target_high_d,
  CASE WHEN k.is_base_unusable THEN NULL
       WHEN k.least > k.most OR (k.of_whole AND k.least > k.d) OR k.most < 0 THEN NULL
       WHEN k.most IS NULL OR k.n - k.least < k.most - k.n THEN k.n - k.least
       ELSE k.most - k.n END AS margin_count,
  CASE WHEN k.state = 'figure' AND k.is_base_unusable THEN 'sql/baseline-unusable'
       WHEN k.state = 'figure' AND k.is_set AND NOT k.is_demanded THEN k.unheld
       ELSE k.reason END AS reason
FROM dabiao_counted k
),
dabiao_verdicts AS MATERIALIZED (
-- 每项判定一行；豁免的仍写明它要求什么
SELECT
  CAST(2023 AS INTEGER) AS year, r.indicator, r.number, r.name, r.attribute,
  g.code AS region_code, g.name AS region, g.level,
  CASE WHEN w.rule IS NOT NULL AND k.outcome IN ('behind', 'not_met') THEN 'waived' ELSE k.outcome END AS outcome,
  k.value_n, k.value_d, k.numerator, k.denominator, r.unit,
  k.requirement_operator, k.requirement_n, k.requirement_d, k.requirement_high_n, k.requirement_high_d,
  k.basis, k.baseline, k.target_operator, k.target_n, k.target_d, k.target_high_n, k.target_high_d,
  k.margin_count, r.cite, r.form, k.reason
FROM dabiao_decided k
LEFT JOIN dabiao_rules r ON r.rule = k.rule
LEFT JOIN dabiao_regions g ON g.region = k.region AND g.sends = r.sends
LEFT JOIN dabiao_waivers w ON w.rule = k.rule AND w.region = k.region
WHERE r.is_asked
)
SELECT * FROM dabiao_verdicts
