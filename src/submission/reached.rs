//! What words beside a milestone say of whether it is reached: 尚未出台, 起草中, 已于5月印发.

use super::layout::{LONGEST_TEXT, is_descriptive};
use crate::term::Year;
use crate::text;

/// How a milestone is done, as a text ends that says so.
const DONE: &str = "出台 印发 发布 公布 颁布 下发 发文 印制 制定 制订 修订 编制 通过 批准 批复 同意 建成 建立 成立 设立 组建 \
投用 投入使用 投入运行 启用 运营 运行 竣工 验收 开放 挂牌 完成 完工 达成 达标 实现 落实 落地 实施 施行 执行 生效 开展";
/// Words by which it is to be done yet.
const TO_BE: &str = "正在 即将 将于 将在 将由 预计 预期 争取 力争 有望 打算 准备 下一步 下步 下阶段 明年 下年 来年 有待 尚待 仍待 等待 \
待批 待审 待印 待发 待出 待定 尚未 还未 仍未 未能 推迟 延期 延后 暂缓 缓办 搁置 中止 终止 停滞 滞后 受阻 停工 阶段性 立法计划";
/// Words by which it was done and does not hold any longer.
const WITHDRAWN: &str = "废止 失效 撤销 取消 停止执行 停止实施";
/// Steps on the way, if nothing says that it was done behind them.
const STEPS: &str = "草案 草稿 初稿 送审 报批 报审 征求意见 起草 论证 调研 筹建 筹备 谋划 审议 审核 审查 审批 会签 公示 招标 施工 在建 \
列入 立项 启动 开工";
/// What of it is done, and not all.
const IN_PART: [&str; 5] = ["部分", "基本", "初步", "大体", "一半"];
/// What may stand between a word that denies and what is denied.
const BETWEEN: [&str; 11] =
    ["有", "经", "予", "正式", "及时", "按时", "如期", "按期", "全部", "全面", "完全"];

/// Whether a text says that a milestone is reached by the end of a year, or that it is not;
/// none if it says neither.
pub(super) fn read(text: &str, year: Year) -> Option<bool> {
    let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
    let folded = unnamed(&text::fold(text));
    let clauses = || folded.split([',', '。', ';', '!', '?', '(', ')', '、']).map(str::trim);
    if clauses().any(|clause| is_open(clause, year)) {
        return Some(false);
    }
    let ends_done = |clause: &str| words(DONE).any(|word| clause.ends_with(word));
    let is_step = words(STEPS).any(|word| folded.contains(word));
    // 初稿已完成: the step is, and no more.
    let is_whole = |clause: &str| ends_done(clause) && !clause.ends_with('成');
    if is_step && !clauses().any(is_whole) {
        return Some(false);
    }
    let is_done = |clause: &str| clause.contains('已') && ends_done(clause);
    clauses().any(is_done).then_some(true)
}

/// How much is looked at in a text, in claims.
pub(super) fn claims(text: &str) -> u64 {
    const BYTES: u64 = 16;
    text.len().min(LONGEST_TEXT) as u64 / BYTES
}

/// Whether what stands under a heading may say how far a milestone is: not what comes next.
pub(super) fn is_heard_under(heading: &str) -> bool {
    const OTHER: [&str; 10] =
        ["计划", "打算", "安排", "下步", "下一步", "问题", "建议", "困难", "目标", "要求"];
    // The form tells there what is asked for.
    !is_descriptive(&text::fold(heading)) && !OTHER.iter().any(|word| heading.contains(word))
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_whitespace()
}

/// A text without the names that it quotes: 《发展计划》.
fn unnamed(text: &str) -> String {
    let mut parts = text.split('《');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('》').map_or(part, |(_, rest)| rest))
}

/// Whether a clause says that something is to be done yet, or holds no longer.
fn is_open(clause: &str, year: Year) -> bool {
    let says = |list| words(list).any(|word| clause.contains(word));
    let of_older = || clause.contains(['原', '旧']) || clause.contains("同时");
    says(TO_BE)
        || clause.starts_with('待') && !clause.starts_with("待遇")
        || says(WITHDRAWN) && !of_older()
        || is_going_on(clause)
        || is_denied(clause)
        || is_meant(clause)
        || is_in_part(clause)
        || is_later(clause, year)
}

/// 起草中
fn is_going_on(clause: &str) -> bool {
    let before = clause.strip_suffix('中').or_else(|| clause.strip_suffix("过程中"));
    before.is_some_and(|before| {
        !before.is_empty() && !before.ends_with(['集', '其', '高', '初', '年', '当', '期'])
    })
}

/// 未正式印发, 没有出台
fn is_denied(clause: &str) -> bool {
    clause.match_indices(['未', '没']).any(|(at, denial)| {
        let mut rest = &clause[at + denial.len()..];
        while let Some(less) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = less;
        }
        begins_done(rest) || words(STEPS).any(|word| rest.starts_with(word))
    })
}

/// 拟于12月印发, 计划2024年出台
fn is_meant(clause: &str) -> bool {
    let behind = |word: &'static str| {
        clause.match_indices(word).filter_map(move |(at, _)| {
            let (before, rest) = clause.split_at(at);
            Some((before, rest.strip_prefix(word)?))
        })
    };
    let when = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "于在由年下".contains(c))
            || begins_done(rest)
    };
    behind("拟").any(|(before, _)| !before.ends_with(['模', '虚', '比']))
        || ["计划", "将", "待"].into_iter().flat_map(behind).any(|(_, rest)| when(rest))
}

/// 部分完成, 完成80%
fn is_in_part(clause: &str) -> bool {
    let of_part = |word: &&str| {
        clause.match_indices(*word).any(|(at, _)| begins_done(&clause[at + word.len()..]))
    };
    let percent = || {
        let (before, _) = clause.split_once('%')?;
        let number = before.trim_start_matches(|c: char| !c.is_ascii_digit());
        let is_progress = before.contains("完成") || before.contains("进度");
        number.parse::<u8>().ok().filter(|_| is_progress)
    };
    IN_PART.iter().any(of_part) || percent().is_some_and(|done| done < 100)
}

/// 2024年出台: what comes into force later was done before.
fn is_later(clause: &str, year: Year) -> bool {
    const IN_FORCE: [&str; 7] = ["施行", "实施", "执行", "生效", "有效", "到期", "运行"];
    words(DONE).any(|word| clause.ends_with(word))
        && !IN_FORCE.iter().any(|word| clause.contains(word))
        && text::periods_in(clause).iter().any(|period| period.year > year)
}

fn begins_done(text: &str) -> bool {
    words(DONE).any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_by_which_a_milestone_is_not_reached_are_known() {
        for text in [
            "尚未出台",
            "未出台",
            "没有出台",
            "还没出台",
            "未正式印发",
            "未经审批",
            "正在起草",
            "起草中",
            "进行中",
            "审议过程中",
            "待市政府批准",
            "有待印发",
            "将于2024年出台",
            "即将出台",
            "拟于12月出台",
            "计划出台",
            "计划2024年印发",
            "预计年底前完成",
            "推迟至2025年",
            "暂缓",
            "部分完成",
            "基本完成",
            "完成80%",
            "草案",
            "初稿已完成",
            "已完成初稿",
            "已报送审批",
            "已列入立法计划",
            "征求意见中",
            "已启动",
            "在建",
            "2024年3月印发",
            "2024年出台",
            "已废止",
            "《办法》已报市政府，待批复",
            "虽已印发，尚未执行",
        ] {
            assert_eq!(read(text, 2023), Some(false), "{text}");
        }
    }

    #[test]
    fn words_by_which_it_is_reached_and_words_that_say_nothing_of_it_are_known() {
        for text in [
            "已出台",
            "已于2023年5月印发",
            "已正式施行",
            "经市政府常务会议审议，已印发",
            "征求意见后已发布",
            "草案已审议通过，已颁布",
        ] {
            assert_eq!(read(text, 2023), Some(true), "{text}");
        }
        for text in [
            "示例数据",
            "舟政发〔2023〕5号",
            "2023年12月印发",
            "《残疾人事业发展计划》印发",
            "经市政府常务会议审议通过",
            "2023年12月印发，2024年1月1日起施行",
            "有效期至2028年",
            "印发，原办法同时废止",
            "其中",
            "集中",
            "面向未来",
            "含未成年人",
            "与民政局联合发文",
            "残疾人两项补贴待遇",
            "纳入年度工作计划",
            "模拟",
            "",
        ] {
            assert_ne!(read(text, 2023), Some(false), "{text}");
        }
    }
}
