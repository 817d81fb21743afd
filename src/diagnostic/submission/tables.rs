//! Findings about tables: how they lie, whose they are, what is not read.

macro_rules! of_tables {
    ($($to:tt)*) => { section! { $($to)* in lang {
        /// The header can be read in two ways, so that it is not sure whose the figures are.
        error "submission/ambiguous-layout" AmbiguousLayout { line: u64, ways: [Layout; 2] }
        let [one, other] = ways.map(|way| lang.layout(way));
        zh("第 {line} 行的表头有两种读法：{one}，或{other}",
            "请让地区或指标只出现在一个方向上：要么各占一列，要么各占一行")
        en("the header in line {line} can be read in two ways: {one}, or {other}",
            "let regions or indicators stand in one direction only: in a column, or in the header")
        page("表头既可以这样读，也可以那样读，不知道数字是谁的。",
            "表头里有指标名称，左边又有一列指标"
            / "indicators in the header, and a column of indicators",
            "让地区或指标只出现在一个方向上。"
            / "Let regions or indicators stand in one direction only.")

        /// No table was found: no header, and no figures by region and indicator.
        error "submission/no-layout" NoLayout { found: Vec<String> }
        let found = shorten(&found.join(" / "));
        zh("没有认出表格（开头是：{found}）",
            "表头要有“地区”“指标”“数值”（或“分子”“分母”）；或者一个方向是指标名称，另一个方向是地区名称",
            "dabiao template 给出可直接填写的表")
        en("no table found (it begins: {found})",
            "the header needs \"地区\", \"指标\" and \"数值\" (or \"分子\" and \"分母\"); or \
             indicators in one direction and regions in the other",
            "dabiao template gives a form to fill in")
        page("没有认出表格：找不到表头，也找不到按地区和指标排列的数字。",
            "只有数字、没有地区和指标名称的表" / "a sheet of numbers without names",
            "补上表头；或用 dabiao template 生成的表填写。"
            / "Add a header, or use the form of dabiao template.")

        /// A sheet holds numbers, but no table that is known; it was not read.
        warning "submission/sheet-without-table" SheetWithoutTable { sheet: String }
        let sheet = shorten(sheet);
        zh("工作表“{sheet}”中有数字，但没有认出表格，未读",
            "如果其中有要报送的数据，请补上表头；没有就不必理会")
        en("sheet \"{sheet}\" holds numbers but no known table, and was not read",
            "if they are to be submitted, add a header; otherwise all is well")
        page("工作表里有数字，但认不出是什么表，所以没有读。",
            "存放中间计算的工作表" / "a sheet of interim results",
            "有要报送的数据就补上表头，没有就不必理会。"
            / "Add a header if they are to be submitted; else all is well.")

        /// The table is of one region and does not say which.
        error "submission/no-region" NoRegion
        zh("表中没有地区，也看不出是哪个地区报送的",
            "请加一列“地区”，或在表头上方写“填报单位：定海区”，或以地区全称命名文件或工作表")
        en("the table names no region, and nothing says whose it is",
            "add a column \"地区\", or write \"填报单位：…\" above the table, or name the file or \
             sheet after the region")
        page("整张表只有一个地区的数据，却没有写是哪个地区。",
            "只有“指标、分子、分母”三列的表" / "a table with \"指标\", \"分子\" and \"分母\" alone",
            "加一列“地区”，或写“填报单位：定海区”，或以地区全称命名文件、工作表。"
            / "Add a column \"地区\", or \"填报单位：…\" above, or name the file or sheet after \
               the region.")

        /// A row names one region, but the file, the sheet or the title another.
        error "submission/region-conflict"
        RegionConflict { row: Named, other: Named, source: RegionSource }
        let source = source.word(lang);
        zh("这里写的是{row}，{source}却是{other}", "请改正其中之一；在此之前未采用")
        en("this is of {row}, but {source} says {other}",
            "correct one of them; until then it is not used")
        page("一行写的是一个地区，文件名、工作表名称或填报单位却是另一个。",
            "定海区2023.csv 里有普陀区的行" / "rows of one county in the file of another",
            "核对后改正其中之一。县（区）的文件里可以有其内的功能区。"
            / "Correct one of them. A county's file may hold the areas within it.")

        /// Two senders of one table.
        error "submission/region-conflict"
        SendersDisagree { one: (Named, RegionSource), other: (Named, RegionSource) }
        let (name, source) = (lang.name(&one.0), one.1.word(lang));
        let (other_name, other_source) = (lang.name(&other.0), other.1.word(lang));
        zh("{source}写的是{name}，{other_source}却是{other_name}", "请改正其中之一；整张表未采用")
        en("{source} says {name}, but {other_source} says {other_name}",
            "correct one of them; the whole table was not used")

        /// A column of targets, plans, earlier years, or what is reckoned from them. It holds no
        /// results of this year and was not read.
        note "submission/not-a-result" NotAResult { name: String, what: String }
        let name = shorten(name);
        let what = shorten(what);
        zh("“{name}”一列是“{what}”，不是本年的完成情况，未读")
        en("the column \"{name}\" is of \"{what}\", not of this year's results, and was not read")
        page("这一列是目标、计划、上年数或由它们算出来的，不是本年的完成情况，所以没有读。",
            "“定海区（目标）”" / "\"定海区（目标）\"",
            "不必理会；如果其实是完成情况，请改列名。"
            / "Nothing; if they are results, change the heading.")

        /// The table has columns of targets, plans or earlier years alone.
        error "submission/no-results" NoResults
        zh("表中没有填报完成情况的列",
            "完成情况的列名写“数值”“完成值”，或“分子”“分母”，不带“目标”“计划”“上年”等字样")
        en("no column of the table holds results",
            "head results with \"数值\" or \"完成值\", or \"分子\" and \"分母\", without \"目标\", \
             \"计划\", \"上年\"")
        page("表里只有目标、计划或上年的列，没有完成情况的列。",
            "只有“目标值”一列的表" / "a table of the column \"目标值\" alone",
            "加上“数值”，或“分子”和“分母”。" / "Add \"数值\", or \"分子\" and \"分母\".")

        /// A title, or the name of a sheet or file, by which the figures are no results.
        error "submission/no-results" NotResults { text: String }
        let text = shorten(text);
        zh("按“{text}”的说法，其下不是本年的完成情况，未读",
            "如果确是完成情况，请在标题、工作表或文件的名称里写明“完成情况”，或去掉“目标”“计划”“上年”等字样")
        en("by \"{text}\" what stands below is no result of the year; it was not read",
            "if it is, say \"完成情况\" in the title or the name of the sheet or file, or leave \
             out \"目标\", \"计划\", \"上年\"")

        /// A further column, or a note that names the figure, says that the row is of a target,
        /// another year, a month, another place, or a part of the people or the land; it is no
        /// result of the region's whole year.
        error "submission/row-of-something-else" RowOfElse { said: SaidIn, text: String }
        let said = said.told(lang);
        let text = shorten(text);
        zh("{said}写着“{text}”，这一行不是该地区全年、全体的完成情况，未采用",
            "请报送该地区当年的完成情况；若数值本来就是，请改写或删去这些文字")
        en("{said} says \"{text}\": the row is no result of the whole region and \
             year, and was not used",
            "send the region's results of the year; if the value is one, word this otherwise or \
             delete it")
        page("另有一列、备注或表下的注说明这一行是目标、上年、某月、别处的数，或只是一部分人、一部分地方，不是该地区全年的完成情况。",
            "“类别”一列写着“目标”，备注写着“沿用2022年数据”"
            / "a column \"类别\" that says \"目标\", a remark that says \"沿用2022年数据\"",
            "报送该地区当年的完成情况；数值本来就是的，请改写或删去这些文字，如写“较2022年增加12人”。"
            / "Send the region's results of the year; where the value is one, word this otherwise, \
               as in \"12 more than in 2022\", or delete it.")

        /// What stands beside the table says of all of its rows that they are of another time or
        /// place, of a part, to be multiplied, or no results; or names a source that is older than
        /// the figures.
        error "submission/table-of-something-else" TableOfElse { label: String, text: String }
        let label = shorten(label);
        let text = shorten(text);
        zh("表外写着“{label}：{text}”，这些数据不是该地区全年、全体的完成情况，均未采用",
            "请报送该地区当年的完成情况；若数据本来就是，请改写或删去这句话")
        en("beside the table stands \"{label}: {text}\": its rows are no results of the whole region \
             and year, and none was used",
            "send the region's results of the year; if the figures are, word this otherwise or \
             delete it")
        page("表的上方或下方有一句话，说明表里的数据是别的时间、别的地方、一部分、要乘以倍数，或不是完成情况；或来源早于数据的年份。",
            "2023 年的表注明“数据来源：2021年统计年鉴”，表头上方写着“倍数：1000”"
            / "\"数据来源：2021年统计年鉴\" below a table of 2023, \"倍数：1000\" above one",
            "报送该地区当年的完成情况；数据本来就是的，请改写或删去这句话。"
            / "Send the region's results of the year; where the figures are, word this otherwise or \
               delete it.")

        /// A column of sendings or editions names several in one table: which of them holds is not
        /// said, and no row of the table is used.
        error "submission/several-editions"
        SeveralEditions { column: String, one: String, other: String }
        let column = shorten(column);
        let one = shorten(one);
        let other = shorten(other);
        zh("“{column}”一列既有“{one}”又有“{other}”，不知道以哪一次报送为准，整张表未采用",
            "请只留最后一次报送的行，或把各次报送分成几个文件")
        en("the column \"{column}\" has both \"{one}\" and \"{other}\": which sending holds is not \
             known, and no row of the table was used",
            "leave the rows of the last sending alone, or put each sending into a file of its own")
        page("一张表里混有几个版本、批次或轮次的数据，不知道以哪一次为准。",
            "“批次”一列有“第一批”和“第二批”" / "a column \"批次\" with \"第一批\" and \"第二批\"",
            "只留最后一次报送的行，或分成几个文件。"
            / "Leave the rows of the last sending alone, or use a file for each.")

        /// A part of a heading is not understood, so it is not sure what its figures are. The
        /// column is not used.
        error "submission/heading-unclear" HeadingUnclear { name: String, words: String }
        let name = shorten(name);
        let words = shorten(words);
        zh("列名“{name}”中的“{words}”看不懂，这一列未采用",
            "列名只写地区、指标、“数值”“分子”“分母”，括号里只写单位或年份")
        en("\"{words}\" in the heading \"{name}\" is not understood, and the column was not used",
            "a heading is a region, an indicator, \"数值\", \"分子\" or \"分母\", with a unit or a \
             year in brackets alone")
        page("列名有一部分看不懂，就不知道数字是什么，这一列不采用。",
            "“就业率（抽样）”" / "\"就业率（抽样）\"",
            "去掉看不懂的字，或改成单位、年份。"
            / "Take the words out, or make them a unit or a year.")

        /// Words of the title, or of the name of the sheet or file, are not understood. They may
        /// name another place, a part of the people or another indicator, so the figures below are
        /// not used.
        error "submission/title-unclear" TitleUnclear { words: String, text: String }
        let text = shorten(text);
        let words = shorten(words);
        zh("“{text}”里的“{words}”看不懂，不知道其下的数据属于谁，未采用",
            "请在标题、工作表和文件的名称里只写规划中的地区、指标和年份，删去看不懂的字；与数据无关的话请写在“注：”后面")
        en("\"{words}\" in \"{text}\" is not understood: whose the figures below are is not known, \
             and they were not used",
            "let the title, the sheet and the file name regions, indicators and years of the plan \
             alone; write behind \"注：\" what has nothing to do with the figures")
        page("标题、工作表或文件的名称里有看不懂的字：可能是别的地方、一部分人或别的指标。不知道数据属于谁，就不采用。",
            "杭州市残疾人事业统计表" / "\"杭州市残疾人事业统计表\"",
            "删去看不懂的字；与数据无关的话写在“注：”后面。"
            / "Leave out the words; write behind \"注：\" what has nothing to do with the figures.")

        /// The title, or the name of the sheet or file, is of a part of the people or the land, or
        /// of another indicator than the row.
        error "submission/indicator-conflict"
        IndicatorConflict { name: Named, words: String, text: String }
        let text = shorten(text);
        let words = shorten(words);
        let name = shorten(name);
        zh("“{text}”说的是“{words}”，不是“{name}”，未采用",
            "只是其中一部分人、一部分地方或别的指标的数据，请删去；如果确是该指标全体的数据，请改正标题、工作表或文件的名称")
        en("\"{text}\" is of \"{words}\", not of \"{name}\": the figures were not used",
            "delete figures of a part of the people or the land, or of another indicator; correct \
             the title or the name of the sheet or file if they are of all")
        page("标题、工作表或文件的名称说的是一部分人、一部分地方，或另一个指标，这一行的指标不是。",
            "标题“城镇残疾人就业情况”下的“残疾人就业率”"
            / "\"残疾人就业率\" below the title \"城镇残疾人就业情况\"",
            "删去只属于一部分的数据；标题写错了就改正。"
            / "Delete figures of a part; correct the title if it is wrong.")

        /// A name of an indicator stands behind the number of another one.
        error "submission/indicator-conflict" NumberConflict { name: String, words: Named }
        let name = shorten(name);
        let words = shorten(words);
        zh("“{name}”的序号是另一个指标“{words}”的，不知道是哪一个，未采用",
            "请改用指标自己的序号，或去掉序号")
        en("the number in \"{name}\" is that of \"{words}\": which of the two is meant is not known, and \
             the row was not used",
            "use the indicator's own number, or none")

        /// A workbook has a sheet for each of several years. --year or the name of the file names
        /// one of them; the sheets of the others are not read.
        note "submission/sheet-of-other-year"
        SheetOfOtherYear { sheet: String, year: Year, asked: Year }
        let sheet = shorten(sheet);
        zh("工作表“{sheet}”是 {year} 年的，这次只看 {asked} 年，未读")
        en("the sheet \"{sheet}\" is of {year}; {asked} is asked for, and the sheet was not read")
        page("工作簿里各年各有一张表；用 --year 或文件名指明了一年，别的年份的工作表就不读。",
            "--year 2023，而另有一张“2022年”" / "--year 2023, and a sheet \"2022年\"",
            "不必理会；几年都要看，就不要写 --year。"
            / "Nothing; leave out --year to look at all years.")

        /// A title or a heading speaks of half a year, a quarter or a month. Verdicts are on whole
        /// years.
        error "submission/part-of-year" PartOfYear { text: String }
        let text = shorten(text);
        zh("“{text}”只是一年的一部分，不是全年的数据，未采用",
            "请报送全年（1—12 月）的数据；写错了就改正")
        en("\"{text}\" is a part of a year; it is no figure of the whole year and was not used",
            "send the figures of the whole year; correct it if it is a slip")
        page("标题或列名说的是半年、季度、月份，不是全年。判定的是全年的数据。",
            "2023年1—6月" / "\"2023年1—6月\"",
            "报送全年的数据；写错了就改正。" / "Send the figures of the whole year; correct a slip.")

        /// A row under the headings that numbers the columns. It is no data.
        note "submission/column-numbers" ColumnNumbers
        zh("这一行是列号，不是数据，未读")
        en("a row of column numbers, which is no data and was not read")
        page("表头下给各列编号的一行，不是数据。",
            "甲、乙、1、2、3" / "a row of A, B, 1, 2, 3",
            "不必理会。" / "Nothing.")

        /// Further down there are headings that are not known; what stands under them was not read,
        /// and never falls to the table above.
        error "submission/rows-unread" RowsUnread { lines: Vec<u64>, first: String }
        let first = shorten(first);
        let count = lines.len();
        zh("不认识这里的表头，它下面共 {count} 行都没有读；第一行是：{first}",
            "请改正表头，或删去这些行；它们不属于上面的表")
        en("the headings here are not known, and the {count} rows from here on were not read; the \
             first is: {first}",
            "correct the headings, or delete the rows; they are not of the table above")
        page("表的下面又有一个不认识的表头，其下的数字不知道是什么，没有读。绝不归到上面的表。",
            "下面又有一张“县区、持证人数”的表" / "a second table under unknown headings",
            "改正表头，或删去这些行。" / "Correct the headings, or delete the rows.")

        /// The headings stand once more. That line is no data; what follows is read as the same
        /// table.
        note "submission/repeated-header" RepeatedHeader
        zh("表头又出现了一次，其下仍按同一张表读")
        en("the headings stand here once more; what follows is read as the same table")
        page("表头又出现了一次。这一行不是数据，其下仍按同一张表读。",
            "几个文件首尾相接拼成一个" / "files joined end to end",
            "不必理会；也可以删去。" / "Nothing; it may be deleted.")

        /// Some rows have no figures and no known name; they were not read.
        note "submission/rows-without-figures" RowsWithoutFigures { lines: Vec<u64>, first: String }
        let first = shorten(first);
        zh(Message::new(match lines.len() {
            0 | 1 => format!("这一行没有数字，也不是已知的名称，未读：{first}"),
            many => format!("有 {many} 行没有数字，也不是已知的名称，未读；第一行是：{first}"),
        }))
        en(Message::new(match lines.len() {
            0 | 1 => format!("a row without figures or known names was not read: {first}"),
            many => format!(
                "{many} rows without figures or known names were not read; the first: {first}"
            ),
        }))
        page("有的行没有数字，名称也不是规划里的，没有读。",
            "一、收入和社会保障" / "a heading between the rows",
            "只是小标题就不必理会；是写错的名称就改正。"
            / "Headings need nothing; correct a name that was mistyped.")

        /// The unit that is stated has to be multiplied, and is not the indicator's. Headers are
        /// not converted.
        error "submission/scaled-unit" ScaledUnit { unit: String }
        let unit = shorten(unit);
        zh("单位写的是“{unit}”，数字要换算才能用",
            "请按指标的单位填写（如“人”“%”），或在每个数字后写明“万”；这些数字均未采用")
        en("the unit is \"{unit}\", in which the figures would have to be multiplied",
            "use the indicator's unit (\"人\", \"%\"), or write \"万\" behind each number; none of \
             these figures was used")
        page("单位要换算（万人、千元），而这里写明的单位与指标不同。不替人换算表头里的单位。",
            "单位：万人" / "\"单位：万人\"",
            "改用指标的单位，或在每个数字后写明“万”。"
            / "Use the indicator's unit, or write \"万\" behind each number.")

        /// The cell's formula came to an error; there is no value.
        error "submission/formula-error" FormulaError { text: String }
        let text = shorten(text);
        zh("公式出错：{text}", "请在电子表格软件中改正公式，或直接填写数字")
        en("a formula in error: {text}",
            "mend the formula in a spreadsheet program, or type the number")
        page("单元格里的公式出错，没有数值。",
            "#DIV/0!",
            "改正公式，或直接填数字；分母为 0 时填“不适用”并说明。"
            / "Mend the formula or type the number; over 0, write \"不适用\" and say why.")

        /// The formula was never computed: the file holds no result. It is never taken for 0.
        error "submission/uncomputed" Uncomputed { text: String }
        let text = shorten(text);
        zh("公式没有计算结果：{text}",
            "请用电子表格软件打开文件，保存后再报送；或粘贴为数值，或填写分子、分母")
        en("a formula without a result: {text}",
            "open the file in a spreadsheet program and save it; or paste the values, or give \
             numerator and denominator")
        page("公式没有算过，文件里没有结果。绝不当作 0。",
            "程序写出、没有用电子表格软件打开过的工作簿"
            / "a workbook written by a program and never opened",
            "用电子表格软件打开，保存后再报送；或粘贴为数值，或填写分子、分母。"
            / "Open it in a spreadsheet program and save it; or paste the values, or give the \
               counts.")

        /// Some of the cell is struck out and still stands in the file, between `~~` here. It is
        /// neither read nor left out.
        error "submission/struck-out" Struck { text: String }
        let text = shorten(text);
        zh("“{text}”有划掉的内容（~~ 之间），不知道以什么为准",
            "请删去划掉的内容，只留有效的；没有作废的请去掉删除线")
        en("some of \"{text}\" is struck out (between ~~), and it is not sure what holds",
            "delete what is struck out and leave what holds; where it still holds, take the line \
             away")
        page("单元格的文字或数字加了删除线，内容还在文件里。绝不照读，也不替填报人删去。",
            "54.6 加了删除线，旁边写 57.2" / "54.6 struck out, and 57.2 beside it",
            "删去划掉的内容，只留有效的；没有作废的去掉删除线。"
            / "Delete what is struck out, or take the line away.")

        /// A number stands in cells of several rows that are merged. It is not sure in which it
        /// belongs, and no row takes it.
        error "submission/merged-figure" MergedFigure { text: String }
        let text = shorten(text);
        zh("合并单元格里的数字 {text} 占了几行，不知道属于哪一行", "请取消合并，每一行各填各的数")
        en("the number {text} stands in merged cells, and it is not sure in which row it belongs",
            "split the cells and give each row its own number")
        page("合并单元格里的数字占了几行，不知道它属于哪一行，各行都不采用。",
            "两个地区合并填一个数" / "one number for two regions",
            "取消合并，每一行各填各的数。" / "Split the cells and give each row its own number.")

        /// A file that has not one value a row is read as a whole: at most 64 MiB, 8,000,000 cells
        /// and 16,384 columns. A larger one is not read.
        error "submission/table-too-large" TableTooLarge { what: Bulk }
        let over = what.told(lang.pick("表格", "the table"), lang);
        zh("{over}，不能整张读入",
            "大文件请用一行一个数值的布局：年份,地区,指标,数值,分子,分母,备注")
        en("{over} and can't be read as a whole",
            "large files must have one value a row: \"年份,地区,指标,数值,分子,分母,备注\"")
        page("不是一行一个数值的文件要整张读入，至多 64 MiB、800 万格、16,384 列；超过的不读。",
            "100 MiB 的横排表" / "a wide table of 100 MiB",
            "改用一行一个数值的布局。" / "Use one value a row.")
    } } };
}
