//! 中文: what the codes of judging mean.

use crate::render::text::pages::{Page, page};

pub(super) const PAGES: &[Page] = &[
    page(
        "judgement/outside",
        "只问一部分（--region、--indicator、--attribute）时，表格、统计、问题和退出码都只说所问的部分；其余的在这里合计一行。",
        "--region 定海区，而普陀区有一处错误",
        "要看全部，去掉这些参数。",
    ),
    page(
        "judgement/nothing-judged",
        "一项判定也没有作出。没有数据不等于达标，所以退出码是 3。",
        "--region 选了一个没有报送的地区",
        "检查文件和 --region、--indicator、--attribute。",
    ),
    page(
        "judgement/no-reference",
        "目标要与参照数列比较，而同一地区同年没有这个数。",
        "报了收入年均增长，没报 GDP 年均增长率",
        "补报参照数列的一行。",
    ),
    page(
        "judgement/no-baseline",
        "目标要与基期比较，而没有基期的数，或基期是 0。",
        "“比 2020 年降低 13.5%”，没有 2020 年的数",
        "用 --history 给出基期年的文件。",
    ),
    page(
        "judgement/sum-gap",
        "累计指标缺了某年的数；缺的不按 0 计。",
        "2023 年的累计，缺 2022 年",
        "用 --history 补齐，或填“累计”列。",
    ),
    page(
        "judgement/total-disagrees",
        "所报的累计不是各年相加的数，该行无效。",
        "180 + 180 + 180，累计写 541",
        "核对累计和各年的数。",
    ),
    page(
        "judgement/total-too-large",
        "累计的位数太多，不能准确存放。",
        "两个十八位的数相加",
        "核对各年的数。",
    ),
    page(
        "judgement/growth-disagrees",
        "所报的年均增长与水平值推算的对不上；按所报的判定。",
        "报 8%，而 2020—2023 年收入没有增长",
        "核对两者。",
    ),
    page(
        "judgement/growth-indexed",
        "有一方只有水平值，所以双方都换成以基期年为 100 的指数来比较。",
        "收入只报了元数",
        "不必处理。",
    ),
    page(
        "judgement/slides",
        "达标，但不如上年；这样的目标要一直保持。",
        "99.98% → 99.42%",
        "提请注意，不影响判定。",
    ),
    page(
        "judgement/thin-headroom",
        "达标，但再少几个人就不达标了。",
        "余量 2 人",
        "提请注意，不影响判定。",
    ),
    page(
        "judgement/words-only",
        "指标只有文字要求，不作判定，报送的行没有采用。",
        "“健全机制”报了数",
        "不必报送。",
    ),
    page(
        "judgement/waiver-expired",
        "有豁免，但已过期，按未达到要求计。",
        "expires = 2023-06-30，判定 2023 年末",
        "重新批准，或删去。",
    ),
    page(
        "judgement/waiver-unused",
        "豁免的那项判定并没有未达到要求。",
        "指标已经达标",
        "核对，或删去。",
    ),
    page(
        "judgement/waiver-double",
        "同一项判定另有一条豁免。",
        "两个豁免文件写了同一项",
        "只留一条。",
    ),
    page(
        "judgement/waivers-elsewhere",
        "豁免的年份不在本次检查之列。",
        "检查 2023 年，豁免写的是 2022 年",
        "不必处理。",
    ),
    page(
        "judgement/year-in-both",
        "同一年既在报送数据中，又在 --history 中；以报送数据为准。",
        "--history 里也有 2023 年",
        "从其中一处去掉。",
    ),
    page(
        "judgement/years-before",
        "规划第一年以前的年份：不作判定，只作为历史数据，用作基期和上年。",
        "检查整个 data 文件夹，其中有 2020.csv",
        "不必处理。",
    ),
    page(
        "judgement/history-after",
        "--history 中的年份晚于所检查的年份，没有采用。",
        "检查 2022 年，给了 2023 年",
        "只给以前年度。",
    ),
    page(
        "judgement/no-roll-up",
        "全市不能由各县（区）汇总：增长率不能相加，或有县没有数、没有分子分母。",
        "一个县缺报",
        "补齐，或由全市自己报一行。",
    ),
    page(
        "judgement/too-many-verdicts",
        "年份 × 指标 × 地区，判定的项数超过上限（2,000 万项，或所报数值个数的 8 倍，以多的为准），一项也没有判定。每个年份都要求名册中的每个地区报送。",
        "名册有 20 万个村，一个小文件写了 26 个年份",
        "核对年份；确有多年的，逐年检查。",
    ),
    page(
        "judgement/year-after-plan",
        "年份在规划的目标年之后，仍对照目标值判定。",
        "规划到 2025 年，报了 2026 年",
        "年份写错的请改正。",
    ),
    page(
        "judgement/rounding-turns",
        "没有分子分母的数只准到所报的末位（0.22万 只准到百位），由它得出的累计、汇总、基期值和参照值也是；四舍五入前的真值可能使判定不同时提示。整数的人、户、个是准确的；规划写的数是准确的。工作簿里的数准到所存或所显示的末位。有分子分母的按它们判定，旁边四舍五入的数会得出别的结论时也提示，只是说明。",
        "要求 ≥55.944%，只报 55.9%：真值在 55.85% 至 55.95% 之间",
        "填报分子、分母，或多报几位数字；有分子分母的，解释判定时用准确的数。",
    ),
    page(
        "judgement/out-of-scope",
        "指标不判定这个地区，该行没有采用。",
        "只判全市的指标，县里报了一行",
        "不必报送。",
    ),
];
