//! What is wrong with whom an indicator concerns.

findings! {
    /// What is wrong with `applies-to`, whose values can be read.
    pub enum AppliesProblem in lang {
        /// applies-to names what is no region, no tag of one and no level.
        error "plan/applies-to-unknown" Unknown { name: String, nearest: Option<String> }
        zh("没有“{name}”这个地区或标签",
            lang.meant(nearest, "请写地区的代码、名称，或 [[region]] 的 tags、名册的 tags 列里的标签，或 county、area"))
        en("no region and no tag is called \"{name}\"",
            lang.meant(nearest, "write a code, a name or a tag of regions (tags of a [[region]], column tags of a roster), county or area"))
        page("适用范围里写的既不是地区，也不是地区的标签或层级。",
            "applies-to = [\"沿海县\"]" / "applies-to = [\"costal\"]",
            "请写地区的代码、名称或标签，或 county、area"
            / "write codes, names or tags of regions, county or area")

        /// What applies-to names can be read in two ways.
        error "plan/applies-to-unclear" Unclear { name: String }
        zh("“{name}”不止一个意思", "地区请写代码；标签、地区、层级的名字请各不相同")
        en("\"{name}\" has more than one meaning",
            "write codes of regions; give tags, regions and levels names of their own")
        page("适用范围里的一个词有两种读法：既是标签又是地区，或者几个地区同名。",
            "applies-to = [\"和平村\"]" / "a tag that a region has as its name")

        /// Nobody is left whom the indicator concerns.
        error "plan/applies-to-nobody" Nobody
        zh("没有一个县（区）在适用范围之内",
            "请写上适用的地区；全都适用的，删去 applies-to；谁也不适用的，删去这项指标")
        en("no county is among those that it applies to",
            "name those that it concerns; remove applies-to if it concerns all, or the indicator if \
             it concerns nobody")
        page("适用范围之内没有一个县（区），全市也就没有可汇总的。", "applies-to = []")

        /// An indicator of the city alone concerns no counties, and can't say which.
        error "plan/applies-to-of-city" OfCity
        zh("只判全市的指标不能写 applies-to", "请删去 applies-to，或改正 scope")
        en("an indicator of the city alone has no applies-to", "remove applies-to, or correct scope")
        page("只判全市的指标不涉及各县（区），适用范围在这里不起作用。",
            "scope = \"city\", applies-to = [\"330902\"]")
    }
}
