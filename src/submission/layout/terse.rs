//! What a remark of a few words says by how it is made: 非最终数, 12月未统计, 按目标填, 仅六横.
//!
//! Whoever writes so little beside a figure says what it is; what no list of words holds is known
//! by its making. Of prose nothing is asked here: that something is not done there is a story.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::other_time::is_relative;
use crate::text;

/// No more characters are few words.
const MOST: usize = 14;
/// What stands for a number in the forms below.
const NUMBER: char = '#';

/// What is done with a figure before it stands.
const HANDLED: &str = "统计 公布 发布 反馈 提供 上报 报送 填报 补报 审核 审定 审批 核实 核定 核算 核对 核查 复核 核准 确认 完全统计 汇总 收齐 收全 \
去重 计入 测算 计算 更新 更正 修改 订正 校对 整理 采集 调查 过审 通过审核 统完 算完";
/// Words by which it is not: right before what is done, or with what has it done between.
const NOT_YET: &str = "未 没 没有 未能 未经 尚未 还未 正在 尚在 仍在 还在 待";
/// Forms by which a figure is not there yet, or is to be another. `^` and `$` are the ends of the
/// remark, `#` is a number; what follows `!` is said of something else.
const UNDONE: &str = "未完成统计 统计未完 汇总未完 核算未完 月未含 月未计 季度未含 未报$ 未出$!还未出$ 年报未定 未全$ 未统计完 没出来 出不来 后补$ ^后续补 另报$ \
^待!^待遇!^待业!^待岗!^待就业!^待建 ^等待 ^等通知 ^等省 ^等市 ^等统计 ^等上级 ^请市 ^请省 ^请上级 ^请核 ^请审 ^请确认 \
无准确 没有准确 ^暂无$ ^缺$ 见更正 另行更正 要改$ ^原数 ^原数据 ^初版 第#稿 ^#稿 ^旧版";
/// Forms by which it is doubted.
const DOUBTED: &str = "不确定 不肯定 不一定 不太准 不够准 不精确 不准确 可能不 有偏差 误差!无误差!误差为0!误差为零 有疑!没有疑 存疑 有争议 写错 报错 填错 写反 填反 \
对调$ 互换$ 串行$ 错行$ 行错位 不作数 不要用 ^已撤销 ^退回 有重复!没有重复!无重复 含重复!不含重复!未含重复 人次非人数";
/// Forms by which it was made up.
const MADE_UP: &str = "拍脑袋 随便填 随手填 瞎填 瞎编 乱填 编的 编造 ^虚构$ ^虚构数 假数 ^假的 ^测试 测试用 ^样例 填报示范 填表示范 填报示例 填表示例 \
凑的 默认填 ^暂填 ^先填 ^先报 ^临时 粗估 毛估 大估 近似 ^左右$ ^上下$ 理论值 名义值 峰值 代替$ 替代$ 平均填 级数填";
/// Forms by which it is yet to be reached.
const FORESEEN: &str = "^预计年底 ^预计可 ^预计能 ^预计全年 ^预计本年 ^预计到年底 ^有望 ^可达 ^能达到 ^年底可 ^年底能 ^年底前可 ^年底达到 \
^计划完成$ ^计划年底 ^计划达到 ^计划今年 ^拟$ ^拟定$";
/// Forms by which it is of a part of the year, of the people or of the land.
const IN_PART: &str = "^半年报$ ^半年数 ^半年度$ ^季报$ ^季报数 ^#季报$ ^#季报数 ^#季度报$ ^季度数 ^季度报$ ^月报$ ^月报数 ^#月报$ ^#月报数 ^#个月$ ^前#个月 ^截至目前 ^截止目前 \
^到目前 ^目前$ ^最新数 抽查 不完全 除外$ 只有上半年 只有下半年 #个乡镇中 #个街道中 \
^仅!^仅#!^仅有#!^仅为#!^仅需!^仅次于!^仅低于!^仅高于!^仅比!^仅完成#!^仅新增#!^仅增加#!^仅减少# ^只有!^只有# ^只含 \
^只统计!^只统计持证!^只统计本!^只统计户籍!^只统计常住 ^低保对象$ ^未验收 ^未完工 ^未竣工 ^在建$ ^含在建 ^含未!^含未成年 ^已立项$ ^含十 ^含以前 ^含往年 县区合计$ ^含县区重复 ^户均 人数非户数 分配数$ 上年=# =100$ 为100$ 单位千分 千分数 千分比";
/// What is left out of any figure, whatever it counts.
const NEVER_PART: &str = "重复 死亡 注销 迁出 已故 外地 外省 外市 外县 外区 外来 无效 过期 失效";
/// The same of what some figures hold: 含2022年结转3户.
const NO_PART: &str = "往年 以前 上年 去年 结转 本级";
/// Words by which a part is lacking, if it is one of time or of land.
const LACKING: &str = "缺 少 差 除 缺少 少报 漏报 漏 漏统计 尚缺 还缺 仅缺 还差 尚差";
const PARTS: &str = "月 季度 半年 个乡 个镇 个街 个村 个社区 个县 个区 乡镇 镇 街道 海岛";
/// Words by which it is taken from elsewhere, and how it is then put down.
const TAKEN: &str = "按照 按 参照 比照 同 照抄 照搬 抄 取自 取 引用 用 以 沿用 暂按 暂用 先按 直接用 套用 仍按 仍用";
const PUT_DOWN: &str = "填报 填写 填列 填 报 上报 计 算 统计 代替 代";
/// What is aimed at, by which only what is put down is no figure.
const AIMS: &str = "目标 计划 任务 要求 序时进度 进度 规划 考核要求 指标要求";

/// Whether the whole of a remark, folded, says by how it is made that a figure is no result;
/// `is_bare` tells whether no word came off: 口径同上年 is not 同上年.
pub(super) fn is_doubting(of: &str, is_bare: bool) -> bool {
    static FORMS: LazyLock<ByFirst<Form>> = LazyLock::new(|| {
        let lists = [UNDONE, DOUBTED, MADE_UP, FORESEEN, IN_PART];
        let forms = lists.into_iter().flat_map(str::split_whitespace).map(Form::of);
        by_first(forms, |form| form.is.words)
    });
    if of.chars().nth(MOST).is_some() {
        return false;
    }
    let numbered = numbered(of);
    found(&FORMS, &numbered).any(|(at, form)| form.stands(&numbered, at))
        || is_negated(of)
        || is_not_handled(of)
        || is_without(&numbered)
        || is_taken(of) && (is_bare || !of.starts_with('同'))
}

/// Whether words are for what is left out of any figure: 死亡注销人员.
pub(in crate::submission) fn is_no_part(words: &str) -> bool {
    is_never_part(words) || NO_PART.split_whitespace().any(|word| words.contains(word))
}

/// Whether words are for what is in no figure, and doubles or swells one that holds it.
pub(super) fn is_never_part(words: &str) -> bool {
    NEVER_PART.split_whitespace().any(|word| words.contains(word))
}

/// Whether words are for another measure than that of a figure: 合格率, 满意度, 需求数.
pub(in crate::submission) fn is_measure_name(of: &str, own: &str) -> bool {
    const MOST: usize = 8;
    const ENDS: &str = "率 占比 比重 比例 得分 满意度 系数 指数 需求 应有 应有数 需求数 为100";
    const VERBS: [&str; 10] =
        ["提高", "提升", "影响", "含", "保持", "确保", "加大", "降低", "上年", "百分"];
    let is_of_same = || {
        let own = text::fold(own);
        own.contains(of) || of.contains(&*own)
    };
    of.chars().nth(MOST).is_none()
        && ENDS.split_whitespace().any(|end| of.ends_with(end))
        && !VERBS.iter().any(|verb| of.starts_with(verb))
        // 只报比率 is how it was sent.
        && !of.ends_with("比率")
        && !is_of_same()
}

/// What is looked for in a text, by the character that it begins with: a remark is looked through
/// once, and not once a word.
type ByFirst<T> = HashMap<char, Vec<T>>;

fn by_first<T>(all: impl Iterator<Item = T>, words: fn(&T) -> &str) -> ByFirst<T> {
    let mut index = ByFirst::new();
    for one in all {
        if let Some(first) = words(&one).chars().next() {
            index.entry(first).or_insert_with(Vec::new).push(one);
        }
    }
    index
}

/// What may stand in a text, and where.
fn found<'i, T>(index: &'i ByFirst<T>, text: &str) -> impl Iterator<Item = (usize, &'i T)> {
    text.char_indices()
        .flat_map(|(at, c)| index.get(&c).into_iter().flatten().map(move |it| (at, it)))
}

/// A form of a remark, and the forms by which it is another one.
struct Form {
    is: Pattern,
    is_not: Vec<Pattern>,
}

struct Pattern {
    words: &'static str,
    begins: bool,
    ends: bool,
}

impl Pattern {
    fn of(written: &'static str) -> Self {
        let words = written.trim_start_matches('^').trim_end_matches('$');
        Self { words, begins: written.starts_with('^'), ends: written.ends_with('$') }
    }

    /// Whether it stands at a place of a text.
    fn stands(&self, text: &str, at: usize) -> bool {
        let behind = text.get(at..).and_then(|text| text.strip_prefix(self.words));
        behind.is_some_and(|behind| (!self.begins || at == 0) && (!self.ends || behind.is_empty()))
    }
}

impl Form {
    fn of(written: &'static str) -> Self {
        let mut patterns = written.split('!').map(Pattern::of);
        let is = patterns.next().unwrap_or(Pattern { words: "", begins: true, ends: true });
        Self { is, is_not: patterns.collect() }
    }

    fn stands(&self, text: &str, at: usize) -> bool {
        let is_other = |pattern: &Pattern| {
            text.match_indices(pattern.words).any(|(at, _)| pattern.stands(text, at))
        };
        self.is.stands(text, at) && !self.is_not.iter().any(is_other)
    }
}

/// A text with one sign for each number; in words it is one before what it counts (两个, not 六横).
fn numbered(text: &str) -> String {
    const NUMERALS: &str = "一二两三四五六七八九十";
    const COUNTED: &str = "个家人名所处户场次件月季年稿岁天日期批类项";
    let mut numbered = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let counts = || {
            let behind = text[at..].trim_start_matches(|c| NUMERALS.contains(c));
            behind.starts_with(|c| COUNTED.contains(c))
        };
        let is_number = c.is_ascii_digit() || NUMERALS.contains(c) && counts();
        if !is_number {
            numbered.push(c);
        } else if !numbered.ends_with(NUMBER) {
            numbered.push(NUMBER);
        }
    }
    numbered
}

/// 非最终数, 不是全年数
fn is_negated(of: &str) -> bool {
    // Those of people are a part, which is known by its word.
    const NO_DENIAL: [&str; 10] = [
        "非农",
        "非常",
        "非遗",
        "非公",
        "非营利",
        "非国有",
        "非持证",
        "非残疾",
        "非户籍",
        "非本地",
    ];
    let denies = of.starts_with('非')
        || ["不是", "并非", "不属", "不算"].iter().any(|it| of.starts_with(it));
    denies && !NO_DENIAL.iter().any(|word| of.starts_with(word))
}

/// 12月未统计, 尚在核算, 修改中, 等统计局数据
fn is_not_handled(of: &str) -> bool {
    static WORDS: LazyLock<ByFirst<&'static str>> =
        LazyLock::new(|| by_first(HANDLED.split_whitespace(), |word| word));
    let mut denials = NOT_YET.split_whitespace();
    let begins_denied = denials.any(|denial| of.starts_with(denial));
    found(&WORDS, of).any(|(at, word)| {
        let (before, rest) = of.split_at(at);
        let Some(behind) = rest.strip_prefix(word) else { return false };
        let is_denied = || NOT_YET.split_whitespace().any(|denial| before.ends_with(denial));
        // 未经统计局核定
        behind.is_empty() && begins_denied
            || behind == "中"
            || !behind.starts_with('到') && is_denied()
    })
}

/// 缺12月, 少报2个乡镇, 除六横外
fn is_without(numbered: &str) -> bool {
    let behind =
        |list: &'static str| list.split_whitespace().filter_map(|word| numbered.strip_prefix(word));
    let is_part = |part: &str| PARTS.split_whitespace().any(|word| part.contains(word));
    let is_but = || numbered.starts_with('除') && numbered.ends_with('外') && !is_no_part(numbered);
    is_but() || behind(LACKING).any(|part| is_part(part) && !is_no_part(part))
}

/// 按上年填, 照搬去年, 按目标填
fn is_taken(of: &str) -> bool {
    let from = || TAKEN.split_whitespace().filter_map(|word| of.strip_prefix(word));
    let bare = |text: &'_ str| {
        let text = text.trim_end_matches('的');
        ["数据", "数值", "数", "值"]
            .iter()
            .find_map(|word| text.strip_suffix(word))
            .unwrap_or(text)
            .to_owned()
    };
    let put_down = |text: &'_ str| {
        PUT_DOWN.split_whitespace().find_map(|word| text.strip_suffix(word)).map(str::to_owned)
    };
    from().any(|text| {
        let put = put_down(text);
        let is_time = |text: &str| is_relative(&bare(text)) || bare(text).ends_with("基期");
        is_time(text)
            || put.is_some_and(|text| {
                is_time(&text) || AIMS.split_whitespace().any(|aim| bare(&text) == aim)
            })
    })
}
