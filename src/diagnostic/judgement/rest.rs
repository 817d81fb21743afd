//! What is wrong with what a verdict rests on beside the region's own row.

use super::parts::some;
use crate::term::{Named, Year};

findings! {
    /// What is wrong with what a verdict rests on beside the region's own row.
    pub enum RestProblem in lang {
        /// One row of the whole holds for every region, and this region sent another figure. It is
        /// not judged by either; the others are judged by the row of the whole.
        error "judgement/shared-conflict" SharedConflict {
            reference: Named,
            region: Named,
            year: Year,
            sent: String,
            city: Named,
            held: String,
        }
        zh("“{reference}”各地区共用：{city} {year} 年报送的是 {held}，{region}报送的却是 {sent}",
            "请核对是哪一个，改正后重报；在此之前{region}不据以判定")
        en("\"{reference}\" is shared: {city} sent {held} for {year}, {region} sent {sent}",
            "find out which is right and send it again; until then {region} is not judged by it")
        page("共用的参照（shared）全部地区只有一个数，而这个地区报送的与全市报送的不同；它不据以判定，其他地区照全市的判定。",
            "全市平均 5.6，定海区报了一行 5.9" / "an average of 5.6, and a county's row of 5.9",
            "核对是哪一个，改正后重报；县（区）可以不报这一行。"
            / "Find out which is right and send it again; counties need not send such a row.")

        /// One row of the whole holds for every region. It is not there, and what a county says
        /// in its place holds for nobody.
        error "judgement/shared-unsent"
        SharedUnsent { reference: Named, region: Named, year: Year, city: Named }
        zh("“{reference}”各地区共用，由{city}报送；{city}没有报送 {year} 年的，{region}的一行未采用",
            "请补报{city} {year} 年的一行“{reference}”")
        en("\"{reference}\" is shared and sent by {city}, which sent none for {year}; the row of \
             {region} was not used",
            "send a row \"{reference}\" of {city} for {year}")
        page("共用的参照（shared）由全市报送一行；全市没有报送，县（区）报送的不能代替。",
            "只有定海区报了一行“全市平均”" / "a row of the city's average from a county alone",
            "补报全市的一行。" / "Send the row of the city.")

        /// The verdict follows from those on other indicators; a figure of its own would be a
        /// second verdict, and is not used.
        error "judgement/not-sent"
        NotSent { indicator: Named, region: Named, year: Year, parts: Vec<Named> }
        let parts = lang.list(parts);
        zh("“{indicator}”由“{parts}”的判定得出，{region} {year} 年的这一行未采用",
            "请删去这一行，报送“{parts}”")
        en("\"{indicator}\" follows from the verdicts on {parts}; the row of {region} for {year} was \
             not used",
            "remove the row and send {parts}")
        page("这项指标由其他指标的判定得出，不报送；报送的一行没有采用。",
            "“甲或乙达到”报了“是”" / "\"yes\" for \"a or b is met\"",
            "删去这一行，报送所列的指标。" / "Remove the row and send the indicators it follows from.")

        /// Of some counties it is not known whether they meet the indicator, so that the share is
        /// not known.
        error "judgement/share-lacks"
        ShareLacks { indicator: Named, year: Year, part: Named, counties: Vec<Named>, all: usize }
        let counties = some(&counties, *all, lang);
        zh("{year} 年“{indicator}”无从得出：{counties}的“{part}”没有判定", "请补报这些地区的“{part}”")
        en("\"{indicator}\" of {year} is not known: there is no verdict on \"{part}\" of {counties}",
            "send \"{part}\" of these")
        page("有的县（区）没有判定，达标的比例无从得出；不按没有达标计，也不从分母里去掉。",
            "四个县报了三个" / "three of four counties",
            "补报缺的县（区）。" / "Send what is missing.")

        /// Regions are ranked by values of which one is lacking: it may be before or behind any.
        error "judgement/rank-lacks"
        RankLacks { indicator: Named, year: Year, part: Named, counties: Vec<Named>, all: usize }
        let counties = some(&counties, *all, lang);
        zh("{year} 年“{indicator}”无从排定：{counties}的“{part}”没有可用的数值", "请补报这些地区的“{part}”")
        en("\"{indicator}\" of {year} is not known: there is no value of \"{part}\" for {counties}",
            "send \"{part}\" of these")
        page("有的地区没有数值，排在它前面还是后面说不准，名次就都无从得出。",
            "四个县报了三个" / "three of four counties",
            "补报缺的地区。" / "Send what is missing.")
    }
}
