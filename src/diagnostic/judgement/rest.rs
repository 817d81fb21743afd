//! What is wrong with what a verdict rests on beside the region's own row.

use crate::term::Year;

findings! {
    /// What is wrong with what a verdict rests on beside the region's own row.
    pub enum RestProblem in lang {
        /// One row of the whole holds for every region, and this region sent another figure. It is
        /// not judged by either; the others are judged by the row of the whole.
        error "judgement/shared-conflict" SharedConflict {
            reference: String,
            region: String,
            year: Year,
            sent: String,
            city: String,
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
        error "judgement/shared-unsent" SharedUnsent {
            reference: String,
            region: String,
            year: Year,
            city: String,
        }
        zh("“{reference}”各地区共用，由{city}报送；{city}没有报送 {year} 年的，{region}的一行未采用",
            "请补报{city} {year} 年的一行“{reference}”")
        en("\"{reference}\" is shared and sent by {city}, which sent none for {year}; the row of \
             {region} was not used",
            "send a row \"{reference}\" of {city} for {year}")
        page("共用的参照（shared）由全市报送一行；全市没有报送，县（区）报送的不能代替。",
            "只有定海区报了一行“全市平均”" / "a row of the city's average from a county alone",
            "补报全市的一行。" / "Send the row of the city.")
    }
}
