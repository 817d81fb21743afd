//! The words that titles of tables and the names of files and sheets are made of.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::words::words_of_kinds;

/// What a word of a title says of whose or of what the figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing.
    Plain,
    /// That they are of a part of the people or the land, of more than that, or of others.
    Part,
}

/// The meaning of a folded word.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    WORDS.get(word).copied()
}

/// Whether a word for a part stands anywhere in a folded text: a quick look.
pub(super) fn may_be_part(text: &str) -> bool {
    text.char_indices().any(|(at, first)| {
        let rest = text.get(at..).unwrap_or_default();
        PARTS_BY_FIRST.get(&first).is_some_and(|words| words.iter().any(|it| rest.starts_with(it)))
    })
}

/// No word of the lists is longer, in characters.
pub(super) const LONGEST: usize = 12;

/// About so many words there are: the table need not grow.
const MOST_WORDS: usize = 1_600;

static WORDS: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let plain = PLAIN.split_whitespace().map(|word| (word, Meaning::Plain));
    let letters = SINGLE.char_indices().filter_map(|(at, c)| {
        let word = SINGLE.get(at..at + c.len_utf8())?;
        Some((word, Meaning::Plain))
    });
    let parts = PARTS.split_whitespace().map(|word| (word, Meaning::Part));
    // Of a word that stands twice the later one holds.
    let kinds = words_of_kinds().map(|word| (word, Meaning::Plain));
    let mut words = HashMap::with_capacity(MOST_WORDS);
    words.extend(kinds.chain(letters).chain(plain).chain(parts));
    words
});

static PARTS_BY_FIRST: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut words: HashMap<char, Vec<&'static str>> = HashMap::new();
    for word in PARTS.split_whitespace() {
        if let Some(first) = word.chars().next() {
            words.entry(first).or_default().push(word);
        }
    }
    words
});

/// Words of one character that join others, count, or say what a table is.
const SINGLE: &str = "的和与及等或对在于为是按分之各本我该其此表图册年月日季度号第页共张份期次类项个\
上下中末底初前后内至到以来由较比同起止自从已并而附续注总合计数值县区市（）一二三四五六七八九十百〇零两甲乙丙丁经编制均";

/// Words that say nothing of it.
const PLAIN: &str = "
残疾人 残疾 残疾人之家 持证 持证残疾人 残疾人事业 事业 发展 规划 五年 五年规划 纲要 十三五 十四五
十五五 十二五 主要 指标 主要指标 核心指标 关键指标 考核指标 监测指标 一级指标 二级指标 三级指标 基本
基础 综合 情况 完成 完成情况 完成值 完成数 实际 实际值 实绩 实现 达成 达标 统计 统计表 调查 调查表 调查统计
年报 年报表 年度 年度报 年终 年末 年底 年中 全年 本年 本年度 当年 今年 半年 季度 月度 报告期 统计期
数据 数据表 数值 数字 汇总 汇总表 总表 总体 总体情况 总的 报送 填报 上报 呈报 报表 报告 公报 简报 通报
简表 快报 专报 通知 函 请示 意见 方案 办法 条例 制度 说明 附件 附表 附录 附注 备注 正文 续表 台账 台帐
清单 目录 一览 一览表 明细 明细表 列表 名单 登记 登记表 记录 记录表 审核 审核表 确认 确认表 核对 核实 自查
自评 测评 评估 评价 评分 考核 考评 监测 监测表 监督 检查 督查 督导 验收 总结 分析 对照 对照表 比较 对比 对比表 相比 排序
实施 执行 进展 进度 落实 推进 推动 开展 工作 业务 工作表 任务 重点 重点工作 重点任务 重大 项目 工程 专栏 专项 行动
民生 实事 民生实事 目标 计划 要求 措施 举措 成效 成果 成绩 结果 绩效 效果 质量 水平 能力 规模 结构 状况 现状
动态 变化 领域 方面 板块 部分内容 内容 事项 序号 编号 表号 属性 口径 全口径 单位 名称 地区 各地 各地区 地方
区域 行政区 行政区划 区划 辖区 属地 县区 区县 县市区 市县 市县区 各县 各区 各市 县级 区级 分县区 分地区 分县 分区县
全县 全区 本县 本区 本市 我市 我县 我区 全辖 所辖 下辖 全域 海岛 群岛 功能区 管委会 街道办
约束性 约束 预期性 预期性指标 约束性指标 属于 所属 有关 相关 关于 根据 按照 依据 参照 结合 印发 下发 转发 做好
以及 其它事项 总计 合计 小计 累计数据 数据库 数据集 系统 平台 信息 信息化 信息表 资料 材料 文件 档案 样式 格式
示例 示例数据 示例表 虚构 虚拟 测试 测试数据 演示 正式 正式版 最终 最终版 定稿 终稿 修改 修改版 修订 修订版 更新 更新版 版 版本 副本
新建 工作簿 原始 原表 原件 电子 电子版 电子表 纸质 扫描件 盖章 盖章版 公章 签字 签章 加盖 填表 填写 制表 制作 编制 编印 打印 印制
机密 秘密 绝密 内部 内部资料 注意保存 保存 妥善 公开 不公开 严禁 外传 内部使用 使用 仅供参考 供参考 参考
领导 小组 领导小组 办公室 委员会 成员单位 部门 各部门 相关部门 残联 残工委 政府 人民政府 党委 党组 理事会 组联 处 科 科室
就业 创业 就业创业 就业率 就业服务 就业情况 培训 职业 技能 职业技能 社会 保障 社会保障 社会保险 保险 参保 养老 养老保险 医疗
医疗保险 基本养老保险 基本医疗保险 收入 增收 收入情况 家庭 居民 城乡居民 城乡 人均 可支配收入 人均可支配收入 增长 年均 年均增长
生活 生活补贴 补贴 护理 护理补贴 两项补贴 救助 帮扶 扶持 关爱 康复 康复服务 预防 残疾预防 医疗康复 辅助 器具 辅助器具 辅具 适配
托养 庇护 照护 照料 托养服务 教育 特殊教育 特教 文体 文化 体育 文化体育 健身 无障碍 无障碍环境 环境 改造 无障碍改造 设施
权益 权益保障 维权 维护 法律 法治 信访 援助 普法 宣传 组织 组织建设 队伍 人才 建设 志愿 志愿服务 助残 助残服务 扶残 扶残助残
数字化 数字 智能化 改革 服务 公共服务 基本公共服务 均等化 覆盖 覆盖面 覆盖率 签约 家庭医生 机构 机构建设 专业 规范化 标准化
经济 国民经济 经济社会 社会发展 国民经济和社会发展 高质量 高质量发展 现代化 共同富裕 人民 群众 人口 人员 人数 户数 人次
数量 总数 比例 比率 占比 增长率 完成率 达标率 报送率 环节 体系 机制 国家统计局 统计局 统计年鉴 年鉴 以下无正文 需求 小康 进程 批准 审定 决算 审计 审计后 印 统计公报 统计台账 统计报表
全体 全部 所有 男女 各类 各级 各项 各个 各单位 汇编 合集 整理 梳理 收集 采集 征集 反馈 回复 关于报送 上报数据 报送数据 报送稿
第一 第二 第三 第四 特此 真实 有效 属实 第一部分 第二部分 第三部分 第四部分 年级 年份 时间 日期 截至 截止 期间 起止 阶段 中期 终期 期末 期中 期初情况 收官 收官之年 开局
全国助残日 全国残疾人人口基础数据库 全生命周期 劳动年龄段 劳动年龄 生态 环境保护 生态环境 农业 水利 交通 科技 创新 卫生 健康 卫生健康
教育事业 体育事业 民政 民政事业 养老服务 医疗保障 人力资源 人力资源和社会保障 住房 住房保障 旅游 文化和旅游 能源 工业 信息产业 国土 土地
";

/// Words for a part, for more than the whole, or for somebody else.
const PARTS: &str = "
城镇 农村 渔农村 城市 城区 乡村 农业户口 非农 非农业 农户 牧区 山区 库区 老区 市辖区 建成区 主城区 城郊
男 女 男性 女性 妇女 男职工 女职工 老年 老年人 老人 高龄 中老年 中年 青年 青少年 少年 儿童 少年儿童 幼儿 婴幼儿 学龄 学龄前 未成年 未成年人
成年 成人 学生 在校生 大学生 毕业生 高校毕业生 应届 中小学生 健全人 健全 健康人 非残疾 非残疾人 普通人 全体居民 全体人群 全人群
非持证 未持证 无证 疑似 重度 轻度 中度 中轻度 极重度 一级 二级 三级 四级 一二级 三四级 视力 听力 言语 肢体 智力 精神 多重 盲人
聋人 聋哑人 聋哑 听障 视障 智障 脑瘫 孤独症 自闭症 精神病 困难 困难户 低保 低保户 低保边缘 低收入 特困 特困人员 五保 贫困 贫困户
脱贫 脱贫户 建档立卡 边缘户 边缘家庭 一户多残 老残一体 重残 户籍 户籍人口 非户籍 本地户籍 外来 外来人口 流动 流动人口 暂住 常住外来 农民工 农民
渔民 职工 企业职工 在职 在岗 下岗 失业 失业人员 未就业 灵活就业 灵活就业人员 个体 个体户 企业 国有企业 民营企业 规上 规上企业 规模以上 限额以上
中小企业 小微企业 事业单位 机关 机关事业单位 党政机关 退役军人 军人 军属 伤残军人 孤儿 孤寡 独居 空巢 留守 留守儿童 党员 干部 劳模 侨胞
少数民族 信教 监狱 服刑 住院 门诊 有意愿 有就业意愿 有需求 有需求的 符合条件 本级 市本级 县本级 区本级 省本级 本级数据 直属 省直 市直 省级 部级 国家级
全国 全省 各省 省内 省外 外省 外市 外地 外县 各设区市 设区市 各地市 地级市 全球 国际 世界 中国 国家 长三角 长江三角洲 珠三角 京津冀 东部 中部 西部 东部地区
中部地区 西部地区 沿海 沿海地区 其他 其它 其余 其中 部分 局部 部分地区 个别 抽样 抽查 抽样调查 样本 样本县 典型 典型调查 试点 试点地区 试点县 示范 示范区
先行区 重点人群 重点群体 重点地区 重点企业 民办 公办 民营 国有 平均 平均水平 均值 不含 不包括 不包含 除 除外 剔除 扣除 仅 仅限 只含 单独 另行
分性别 分城乡 分年龄 分年龄段 分类别 分残疾类别 分等级 分残疾等级 分行业 分民族 分户籍 分学历 分月 分季度 分季 以来 累计 历年累计 五年累计 新增 净增
机构数据 医院 学校 幼儿园 福利院 养老院 敬老院 公司 集团 工厂 车间 协会 基金会 康复中心 托养中心 乡镇 街道 乡镇街道 镇街 村居 村级 社区 小区 行政村 园区 开发区
经开区 高新区 保税区 景区 rural urban male female women men elderly children
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_longer_than_what_is_looked_for_and_none_has_two_meanings() {
        let plain = PLAIN.split_whitespace();
        for word in plain.clone().chain(PARTS.split_whitespace()) {
            assert!(word.chars().count() <= LONGEST, "{word}");
            assert_eq!(crate::text::fold(word), word);
        }
        let both: Vec<&str> =
            plain.filter(|word| PARTS.split_whitespace().any(|part| part == *word)).collect();
        assert!(both.is_empty(), "{both:?}");
    }
}
