//! Ideographs that have a second code.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, decompose_compatible};

/// Equivalents of the CJK radicals U+2E80 to U+2EF3, in their order
/// (`EquivalentUnifiedIdeograph.txt` of Unicode); one without an equivalent stands for itself.
const RADICALS: &str = "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爬丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
const FIRST: u32 = 0x2E80;

/// Traditional ideographs that official tables hold, in the order of their codes, each with
/// the simplified one behind it.
const TRADITIONAL: &str = "\
個个備备傳传價价億亿優优兒儿內内兩两別别劃划劑剂動动務务勝胜勞劳勢势區区協协參参吳吴員员單单國国圍围園园圓圆圖图\
團团執执報报場场塊块壓压壯壮夢梦奪夺奮奋婦妇孫孙學学實实寧宁審审寬宽將将專专尋寻對对導导層层屬属島岛嶺岭嶼屿師师\
帶带幣币廠厂廢废廣广廳厅張张強强彈弹後后徑径從从復复愛爱態态慮虑慶庆憑凭應应懷怀戰战戲戏戶户採采揚扬換换損损搶抢\
撫抚擇择擊击擔担據据擬拟擴扩敗败敵敌數数斷断於于時时晉晋暫暂書书會会東东條条業业極极榮荣構构樓楼標标樣样樹树橋桥\
機机檢检權权歡欢歲岁歷历歸归殘残決决沒没況况測测湯汤溝沟滿满漁渔潔洁潤润濕湿濟济濱滨瀏浏灣湾災灾為为無无煙烟熱热\
燈灯營营爭争牆墙狀状獎奖獨独獲获現现瑪玛環环產产畫画異异當当療疗發发監监盤盘眾众確确碼码礙碍禮礼種种稱称積积穩稳\
窮穷競竞筆笔節节範范築筑簡简簽签籌筹糧粮紀纪約约紅红純纯紙纸級级細细終终組组結结絡络給给統统絲丝經经綜综綠绿維维\
綱纲網网緊紧緒绪線线緣缘編编縣县縮缩總总績绩織织罰罚羅罗義义習习聖圣聯联聲声職职聽听肅肃腦脑臨临與与興兴舉举舊旧\
艙舱艱艰華华萬万葉叶蓋盖蓮莲薦荐藍蓝藝艺蘇苏蘭兰處处號号蟲虫術术衛卫補补裝装製制規规覺觉覽览觀观訂订計计訓训託托\
記记訪访設设許许訴诉診诊註注評评詢询試试詳详認认語语誠诚誤误說说誰谁課课調调論论諮咨謝谢證证識识譯译議议護护譽誉\
讀读變变讓让豐丰貝贝貞贞負负財财貢贡貧贫貨货貫贯責责買买費费貼贴貿贸賀贺資资賓宾賞赏賢贤質质賴赖購购贈赠趙赵趨趋\
跡迹踐践車车軍军軟软較较載载輔辅輕轻輛辆輪轮輸输轄辖轉转辦办辭辞農农連连進进運运過过達达違违遠远適适選选遺遗還还\
邊边鄉乡鄧邓鄭郑鄰邻醫医釋释針针鋼钢錄录錢钱錯错鍵键鎖锁鎮镇鐵铁長长門门開开間间關关陳陈陸陆陽阳隊队際际隨随險险\
雖虽雙双離离難难電电靈灵靜静響响項项順顺須须預预領领頭头題题額额願愿類类顧顾顯显風风飛飞飯饭養养館馆馬马駐驻騎骑\
驗验體体鮮鲜鳥鸟鹽盐麗丽點点齊齐齒齿齡龄龍龙";

/// The same in pairs, to be looked up.
/// The unified ideographs, each with what it is simplified to: looked up for every
/// character of every name.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut all: Vec<char> = IDEOGRAPHS.collect();
    let chars: Vec<char> = TRADITIONAL.chars().collect();
    for pair in chars.chunks_exact(2) {
        if let [from, to] = pair
            && let Some(here) = place(*from).and_then(|at| all.get_mut(at))
        {
            *here = *to;
        }
    }
    all
});
const IDEOGRAPHS: RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

fn place(c: char) -> Option<usize> {
    u32::from(c).checked_sub(u32::from(*IDEOGRAPHS.start())).map(|at| at as usize)
}

/// The simplified ideograph of a traditional one, if it is among those that tables hold.
pub(super) fn simplified(c: char) -> Option<char> {
    if c < *IDEOGRAPHS.start() {
        return None;
    }
    SIMPLIFIED.get(place(c)?).copied().filter(|simplified| *simplified != c)
}

/// The unified ideograph of a radical or of a compatibility ideograph, which texts taken
/// out of a PDF hold in its place; every other character as it is.
pub(super) fn unified(c: char) -> char {
    let unified = match c {
        '\u{2E80}'..='\u{2EF3}' => {
            let at = u32::from(c).wrapping_sub(FIRST) as usize;
            RADICALS.chars().nth(at).unwrap_or(c)
        }
        // Nothing but ideographs lies in these; numbers and signs are not touched.
        '\u{2F00}'..='\u{2FD5}' => one(c, |c, put| decompose_compatible(c, put)),
        '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => {
            one(c, |c, put| decompose_canonical(c, put))
        }
        c => c,
    };
    match unified {
        // The radicals have the older shapes of these three.
        '戶' => '户',
        '靑' => '青',
        '黃' => '黄',
        c => simplified(c).unwrap_or(c),
    }
}

/// What a character is decomposed into, if it is a single other one.
fn one(c: char, decompose: impl Fn(char, &mut dyn FnMut(char))) -> char {
    let (mut found, mut count) = (c, 0);
    decompose(c, &mut |part| {
        found = part;
        count += 1;
    });
    if count == 1 { found } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_and_compatibility_ideographs_are_the_ideographs_they_look_like() {
        for (written, meant) in [
            ("⼈⼝⽣⾼⼭⽔⼾", "人口生高山水户"),
            ("⻔⻋⻅⺠⻓⻘⻛⻩⻳", "门车见民长青风黄龟"),
            ("⺁⺌⺩", "厂小王"),
            ("\u{F9B5}\u{FA19}\u{2F81A}", "例神冬"),
        ] {
            assert_eq!(written.chars().map(unified).collect::<String>(), meant);
        }
        assert_eq!(RADICALS.chars().count(), 0x2EF3 - 0x2E80 + 1);
    }

    #[test]
    fn traditional_ideographs_are_the_simplified_ones() {
        for (written, meant) in
            [("定海區", "定海区"), ("岱山縣", "岱山县"), ("殘疾人就業率", "残疾人就业率")]
        {
            assert_eq!(written.chars().map(unified).collect::<String>(), meant);
        }
    }

    #[test]
    fn no_other_character_changes() {
        for c in "一—①½²㎡ⅡＡ々〇人户门A".chars() {
            assert_eq!(unified(c), c);
        }
    }
}
