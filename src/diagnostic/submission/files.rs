//! Findings about files, their headers, and the names and years in them.

macro_rules! of_files {
    ($($to:tt)*) => { section! { $($to)* in lang {
        /// The file has no bytes at all.
        error "submission/empty" Empty
        zh("文件是空的", "请确认选对了文件，并且已经保存")
        en("the file is empty", "check that it is the right file and that it was saved")
        page("文件里一个字节也没有。",
            "保存时中断的文件" / "a file whose saving was cut off",
            "确认选对了文件，重新保存。" / "Check that it is the right file, and save it again.")

        /// There is a header and no data. No data is never a pass.
        error "submission/no-rows" NoRows
        zh("只有表头，没有数据行")
        en("there is a header, but no data rows")
        page("有表头，没有数据。没有数据不等于达标。",
            "只有第一行的文件" / "a file of one line",
            "填好数据再报送。" / "Fill in the rows.")

        /// No line is a known header, so what the columns hold is not known.
        error "submission/no-header"
        NoHeader { found: Vec<String>, lacking: Vec<&'static str>, separator: Option<char> }
        let lacking = lang.pick(lacking.join("、"), format!("\"{}\"", lacking.join("\", \"")));
        let found = match found.iter().all(String::is_empty) {
            true => lang.pick("空白", "blank").to_owned(),
            false => shorten(&found.join(",")),
        };
        zh("第一行不是可识别的表头（读到：{found}），缺少：{lacking}", match separator {
            Some(mark) => format!("列之间用的是“{}”，请改用半角逗号", mark.escape_default()),
            None => "表头应为：年份,地区,指标,数值,分子,分母,备注".to_owned(),
        })
        en("the first line is not a known header (found: {found}), missing: {lacking}", match separator {
            Some(mark) => format!("columns are parted by \"{}\": use commas", mark.escape_default()),
            None => "the header should be \"年份,地区,指标,数值,分子,分母,备注\"".to_owned(),
        })
        page("找不到可识别的表头，不知道哪一列是什么。",
            "第一行就是数据" / "data in the first line",
            "第一行写：年份,地区,指标,数值,分子,分母,备注"
            / "Begin with the header \"年份,地区,指标,数值,分子,分母,备注\".")

        /// The file is no table that can be read.
        error "submission/binary" Binary { what: Binary }
        let it = match what {
            Binary::Known(Container::Pdf) => lang.pick(" PDF", "a PDF"),
            Binary::Known(Container::Gzip) => lang.pick(" gzip 压缩文件", "a gzip file"),
            Binary::Unknown => lang.pick("二进制文件", "a binary file"),
        };
        zh("这是{it}，不是表格",
            "请在电子表格软件中另存为 .xlsx 或 CSV；压缩文件请先解压",
            "UTF-16 等编码的文本请用 --encoding 指明")
        en("this is {it}, not a table",
            "save it from the spreadsheet program as .xlsx or CSV; unpack a packed file first",
            "of a text in UTF-16 or the like name the encoding with --encoding")
        page("不是可以读的表格文件。",
            "把照片或 PDF 改名为 .csv" / "a photo or a PDF named .csv",
            "在电子表格软件中另存为“CSV UTF-8”。"
            / "Save it from the spreadsheet program as \"CSV UTF-8\".")

        /// A Parquet file, for a program that was built without reading them.
        error "submission/binary" ParquetUnread
        zh("这是 Parquet 文件，这个程序读不了",
            "请由引擎导出成 CSV 再报送",
            "如 duckdb -csv \"SELECT * FROM '2023.parquet'\" | dabiao check -；用 cargo install --path . --features parquet 编译的程序可直接读")
        en("this is Parquet, which this program was not built to read",
            "export it from an engine as CSV",
            "as by duckdb -csv \"SELECT * FROM '2023.parquet'\" | dabiao check -; built with cargo install --path . --features parquet the program reads it")

        /// A Parquet file is damaged, not whole, or encrypted. Behind the colon stand its decoder's
        /// own words. Nothing of the file is used.
        error "submission/parquet-damaged" ParquetDamaged { why: String }
        let why = shorten_to(200, why);
        zh("Parquet 文件读不到底，各行均未采用：{why}", "请重新导出，不要加密")
        en("the Parquet file cannot be read to its end, and none of its rows were used: {why}",
            "export it again, and not encrypted")
        page("Parquet 文件损坏、不完整，或者加了密。冒号后面是解码程序的原话。整个文件不采用。",
            "没有写完的 .parquet" / "a .parquet that was not written to its end",
            "重新导出。" / "Export it again.")

        /// A Parquet file takes more than is unpacked of one, or more at a time than is held. The file
        /// need not be damaged; nothing of it is used.
        error "submission/parquet-too-large" ParquetTooLarge { column: Option<String>, what: Bulk }
        let of = column.as_deref().map(shorten);
        let of = match of {
            Some(of) => lang.pick(format!("Parquet 文件的“{of}”一列"), format!("the column \"{of}\" of the Parquet file")),
            None => lang.pick("Parquet 文件", "the Parquet file").to_owned(),
        };
        let over = what.told(&of, lang);
        zh("{over}，各行均未采用",
            "请重新写出：按年份或地区分成几个文件，行组写小些（如一百万行），不用的列不写",
            "如 duckdb -c \"COPY (FROM '2023.parquet') TO 'parts' (FORMAT parquet, ROW_GROUP_SIZE 1000000, FILE_SIZE_BYTES '1GB')\"，再 dabiao check parts")
        en("{over}; none of its rows were used",
            "write it again: several files by year or region, with smaller row groups (of a million \
             rows) and without columns that are not needed",
            "as by duckdb -c \"COPY (FROM '2023.parquet') TO 'parts' (FORMAT parquet, ROW_GROUP_SIZE 1000000, FILE_SIZE_BYTES '1GB')\", then dabiao check parts")
        page("Parquet 文件解压后太大，或者同时要放在内存里的太多。文件未必损坏，但整个文件不采用。上限见 docs/zh/limits.md。",
            "一页 100 MiB 的 .parquet" / "a .parquet with a page of 100 MiB",
            "分成几个文件，行组写小些。" / "Write several files, with smaller row groups.")

        /// A Parquet file is packed by what the program does not unpack. The file need not be damaged;
        /// nothing of it is used.
        error "submission/parquet-compression" ParquetPacked { codec: String }
        zh("Parquet 文件用 {codec} 压缩，这个程序解不开，各行均未采用",
            "请用 snappy 或 zstd 重新写出，或者不压缩",
            "如 duckdb -c \"COPY (FROM '2023.parquet') TO '2023-zstd.parquet' (FORMAT parquet, COMPRESSION zstd)\"")
        en("the Parquet file is packed by {codec}, which this program does not unpack; none of its \
             rows were used",
            "write it again with snappy, zstd or no compression",
            "as by duckdb -c \"COPY (FROM '2023.parquet') TO '2023-zstd.parquet' (FORMAT parquet, COMPRESSION zstd)\"")
        page("Parquet 文件的压缩方式（GZIP、LZ4、BROTLI、LZO）读不了，只读 snappy、zstd 和不压缩的。文件未必损坏，但整个文件不采用。",
            "用 gzip 压缩的 .parquet" / "a .parquet that an engine packed with gzip",
            "用 snappy 或 zstd 重新写出。" / "Write it again with snappy or zstd.")

        /// A Parquet file has not the columns of one value a row, or a column that bears on the
        /// figures in a way that is not known. Nothing of the file is used.
        error "submission/parquet-layout" ParquetLayout { found: Vec<String> }
        let found = shorten(&found.join(","));
        zh("Parquet 文件的各列不是一行一个数值的格式，各行均未采用（读到：{found}）",
            "列名应为：年份,地区,指标,数值,分子,分母,备注（或 year,region,indicator,value,numerator,denominator,remark），每列一次")
        en("the columns of the Parquet file are not those of one value a row, and none of its rows \
             were used (found: {found})",
            "name them year,region,indicator,value,numerator,denominator,remark, each once")
        page("Parquet 文件只读一行一个数值的格式：列不全、重复，或者有的列名会改变数字的意思，整个文件不采用。",
            "各指标各占一列的 .parquet" / "a .parquet with a column for each indicator",
            "改成一行一个数值，列名用规定的。" / "Write one value a row, under the names that are known.")

        /// A column of a Parquet file is of a kind that holds no exact number and no text.
        error "submission/parquet-column" ParquetColumn { name: String, kind: String }
        let (name, kind) = (shorten(name), shorten(kind));
        zh("Parquet 文件的“{name}”一列是 {kind}，读不出确切的数或文字，各行均未采用",
            "请以 DECIMAL（至多 38 位）、整数、DATE 或文本写出这一列")
        en("the column \"{name}\" of the Parquet file is {kind}, which is no exact number and no \
             text; none of its rows were used",
            "write it as DECIMAL of up to 38 digits, as integers, as DATE or as text")
        page("Parquet 文件里要用的列是嵌套的、只有时刻的或二进制的，读不出确切的数或文字。整个文件不采用。",
            "LIST 类型的“分子”" / "a numerator of the type LIST",
            "改用 DECIMAL、整数、DATE 或文本。" / "Write DECIMAL, integers, DATE or text.")

        /// A row of a Parquet file says something of other rows, as a title or a note does.
        error "submission/parquet-row" ParquetRow
        zh("这一行不是一个数值，而是关于其他行的话，各行均未采用", "请删去这一行；Parquet 文件一行一个数值")
        en("this row is no value but says something of other rows; none of the rows were used",
            "delete it; every row of a Parquet file is a value")
        page("Parquet 文件里有一行不是数值，而是标题、表头、单位或说明。它可能改变其他行的意思，整个文件不采用。",
            "只有一格“单位：万人”的行" / "a row with \"单位：万人\" alone",
            "删去这一行。" / "Delete the row.")

        /// Some bytes are no characters in the file's encoding. Nothing of the file is used, and
        /// nothing replaced by question marks.
        error "submission/undecodable"
        Undecodable { encoding: &'static str, offset: u64, other: Option<(&'static str, u64)> }
        let byte = offset + 1;
        let other = other.map_or(String::new(), |(name, offset)| {
            let byte = offset + 1;
            lang.pick(
                format!("；也不是 {name}，第 {byte} 字节起无法解读"),
                format!("; nor {name}, from byte {byte} on"),
            )
        });
        zh("不是 {encoding} 编码：第 {byte} 字节起无法解读{other}",
            "请在电子表格软件中另存为 .xlsx 或 CSV；压缩文件请先解压；该文件的行均未采用",
            "编码也可用 --encoding 指明")
        en("not {encoding}: cannot be read from byte {byte} on{other}",
            "save it from the spreadsheet program as .xlsx or CSV; unpack a packed file first; none \
             of its rows were used",
            "--encoding names the encoding")
        page("有的字节不是该编码的文字。整个文件不采用，绝不以问号代替。",
            "一半 GBK、一半 UTF-8 的文件" / "a file half GBK, half UTF-8",
            "另存为“CSV UTF-8”，或用 --encoding 指明编码。"
            / "Save it as \"CSV UTF-8\", or name the encoding with --encoding.")

        /// All files of a run together have bounds too: of cells, of bytes that are unpacked, of
        /// texts that are looked at as headings and titles, of rows that can't be read, of what
        /// remarks claim, of rows of Parquet that have to be read as text, and of what is kept beside
        /// figures. A file that comes when one is met is not read, nor is one that would take more of
        /// the last four than is left, and what comes after it.
        error "submission/run-too-large" RunTooLarge { what: Bulk }
        let over = what.told(lang.pick("本次运行的文件合计", "all files of the run"), lang);
        zh("{over}，这个文件没有读", "请减少一次运行的文件，分几次运行；大文件请用一行一个数值的 CSV")
        en("{over}, and this one was not read",
            "give fewer files and run several times; large files should be CSV with one value a row")
        page("一次运行的所有文件合计也有上限：格数、解压的字节、当作表头、标题来看的文字、读不出的行、备注里说数值是什么的地方、Parquet 中要当作文字来读的行，以及数值以外要记住的备注等。到了上限，其后的文件不读；一个文件的后四项超过剩余的，它和其后的也不读。上限见 docs/zh/limits.md。",
            "一个目录里上千个各有几百万格的工作簿"
            / "a folder of a thousand workbooks with millions of cells each",
            "分几次运行；大文件用一行一个数值的 CSV。"
            / "Run several times, and use CSV with one value a row for large files.")

        /// A quote is never closed, so all rows after it are one cell.
        error "submission/unclosed-quote" UnclosedQuote
        zh("引号没有配对，其后的内容都读不出", "请补上右引号；单元格中的引号要写成两个")
        en("a quote is not closed, and nothing after it can be read",
            "add the closing quote; inside a cell, write each quote twice")
        page("左引号没有右引号，其后的行都连成了一格。",
            "\"因区划调整" / "\"moved to another county",
            "补上右引号；格中的引号写两个。"
            / "Close the quote; within a cell write each quote twice.")

        /// A column stands twice, and which counts is not known.
        error "submission/duplicate-column" DuplicateColumn { name: String }
        let name = shorten(name);
        zh("“{name}”一列与前面的列重复，不知道以哪一列为准，未读",
            "请只保留一列；并排的两张表请各占一张工作表，或上下排列")
        en("the column \"{name}\" says the same of the rows as one before it; neither is sure, and \
             nothing was read",
            "keep only one; put tables that stand side by side on sheets of their own, or below \
             one another")
        page("同一个列名出现两次，不知道以哪个为准。",
            "表头：…,分子,分子,备注" / "two columns \"分子\"",
            "只留一列。" / "Keep one.")

        /// A column is not known and was not used; the others are.
        warning "submission/unknown-column" UnknownColumn { name: String }
        zh("不认识“{name}”这一列，未采用",
            "可用的列：年份、地区、指标、数值、分子、分母、累计、备注")
        en("the column \"{name}\" is not known and was not used",
            "use \"年份\", \"地区\", \"指标\", \"数值\", \"分子\", \"分母\", \"累计\" or \"备注\"")
        page("不认识的列，没有采用；其他列照常判定。",
            "表头里有“联系人”" / "a column of telephone numbers",
            "可以不管；若是写错了列名，请改正。" / "Nothing, unless its name is misspelt.")

        /// The row has more or fewer cells than the header, so which is which is not known.
        error "submission/cell-count" CellCount { expected: usize, found: usize }
        zh("这一行有 {found} 格，表头有 {expected} 格",
            "请检查是否多了或少了逗号；数值中的逗号要连同数值放在引号里")
        en("the header has {expected} cells, but this row has {found}",
            "look for an extra or missing comma; a number with commas must be in quotes")
        page("这一行的格数与表头不同，不知道哪一格是哪一列。",
            "数值写成 1,234 而没有引号" / "1,234 without quotes",
            "检查逗号；带逗号的数放在引号里。"
            / "Look at the commas; put numbers with commas in quotes.")

        /// The row has a NUL character: the file is probably damaged.
        error "submission/nul" Nul
        zh("这一行含有空字符（NUL）", "请重新保存文件")
        en("this row has a NUL character", "save the file again")
        page("行中有空字符，多半是文件损坏。",
            "断电后恢复的文件" / "a file recovered after a crash",
            "重新保存文件。" / "Save it again.")

        /// The plan has no such region.
        error "submission/unknown-region" UnknownRegion { name: String, nearest: Option<Named> }
        let short = shorten(name);
        zh(match name.is_empty() {
            true => "地区没有填".to_owned(),
            false => format!("规划中没有“{short}”这个地区"),
        }, lang.meant(nearest, "请用规划中的地区名称或代码"))
        en(match name.is_empty() {
            true => "the region is blank".to_owned(),
            false => format!("the plan has no region \"{short}\""),
        }, lang.meant(nearest, "use a region's name or code as in the plan"))
        page("规划里没有这个地区。",
            "定海県" / "a misspelt name",
            "用规划中的名称、别名或代码；其前可写所属的省、市，其后可写单位（舟山市定海区残联）。"
            / "Use a name, alias or code of the plan; its province and city may stand before it, \
               and its office behind it.")

        /// A row of totals or means of the rows around it: it is of no region, and was not used.
        warning "submission/total-row" TotalRow { name: String }
        let name = shorten(name);
        zh("“{name}”一行是各行的合计或平均，不属于任何地区，未采用",
            "全市的数据请写地区名称，如“舟山市”；合计行可以删去")
        en("the row \"{name}\" is a total or mean of other rows and of no region; it was not used",
            "name the city where the row is its own; a row of totals can be left out")
        page("地区一列写着合计、平均一类的词。各地区的数据由程序汇总，这一行不采用。",
            "表尾的“合计”" / "\"合计\" at the end of a table",
            "删去这一行；若是全市自己的数据，写全市的名称。"
            / "Leave the row out; where it is the city's own, write its name.")

        /// Several regions have that name.
        error "submission/ambiguous-region" AmbiguousRegion { name: String }
        zh("叫“{name}”的地区不止一个", "请改用地区代码")
        en("more than one region is called \"{name}\"", "use the region's code")
        page("叫这个名字的地区不止一个。",
            "名录中有两个“和平村”" / "two villages of one name in the roster",
            "改用地区代码。" / "Use the region's code.")

        /// The plan has no such indicator.
        error "submission/unknown-indicator"
        UnknownIndicator { name: String, nearest: Option<Named> }
        let short = shorten(name);
        let title = match name.is_empty() {
            true => lang.pick("指标没有填", "the indicator is blank").to_owned(),
            false => lang.pick(
                format!("规划中没有“{short}”这个指标"),
                format!("the plan has no indicator \"{short}\""),
            ),
        };
        zh(match nearest {
            Some(_) => say!(title, lang.meant(nearest, "")),
            None => say!(title, "请用指标的名称、序号或 id", "dabiao plan show 列出全部"),
        })
        en(match nearest {
            Some(_) => say!(title, lang.meant(nearest, "")),
            None => say!(title, "use an indicator's name, number or id",
                "`dabiao plan show` lists them all"),
        })
        page("规划里没有这个指标。",
            "就业律" / "a misspelt name",
            "用指标的名称、别名、序号或 id；dabiao plan show 列出全部。"
            / "Use a name, alias, number or id; `dabiao plan show` lists them all.")

        /// The year is not four digits.
        error "submission/bad-year" BadYear { text: String }
        let text = shorten(text);
        zh("“{text}”不是年份", "年份写四位数字，如 2023")
        en("\"{text}\" is not a year", "write the year in four digits, such as 2023")
        page("年份不是四位数字。", "23年" / "'23", "写 2023。" / "Write 2023.")

        /// Neither the row, nor the file's name, nor --year says the year.
        error "submission/no-year" NoYear
        zh("不知道是哪一年的数据",
            "请填写年份列，或在文件名中写年份（如 2023.csv）", "也可用 --year 指定")
        en("no year is given",
            "fill in \"年份\", or put the year in the file name (such as 2023.csv)",
            "--year names it too")
        page("列里、文件名里、--year 都没有年份。",
            "数据.csv，没有“年份”列" / "data.csv without a column \"年份\"",
            "补上其中之一。" / "Add one of the three.")

        /// The row's year is not that of the file's name or of --year; neither is used.
        error "submission/year-conflict"
        YearConflict { column: Year, other: Year, source: YearSource }
        let source = source.word(lang);
        zh("年份列写的是 {column}，{source}的年份却是 {other}", "请改正其中之一；该行未采用")
        en("\"年份\" says {column}, but {source} says {other}",
            "correct one of them; the row was not used")
        page("年份列与文件名或 --year 不一致；两处不一致就不采用。",
            "2023.csv 里写着 2022" / "2022 in 2023.csv",
            "改正其中之一。" / "Correct one of them.")

        /// Two years that a whole table should be of.
        error "submission/year-conflict"
        YearsDisagree { one: (Year, YearSource), other: (Year, YearSource) }
        let (year, source) = (one.0, one.1.word(lang));
        let (other_year, other_source) = (other.0, other.1.word(lang));
        zh("{source}的年份是 {year}，{other_source}的年份却是 {other_year}",
            if one.1 == YearSource::Sheet {
                "整张表未采用；如果这一张是别的年份的，请给本年的工作表也写上年份（如“2023年”），或删去这一张；写错了就改正"
            } else {
                "请改正其中之一；整张表未采用"
            })
        en("{source} says {year}, but {other_source} says {other_year}",
            if one.1 == YearSource::Sheet {
                "nothing of the table was used; if the sheet is of another year, put the year into \
                 the name of this year's sheet too (\"2023年\"), or delete this one; correct a slip"
            } else {
                "correct one of them; nothing of the table was used"
            })

        /// The year is before the plan's baseline year.
        error "submission/year-before-plan" YearBeforePlan { year: Year, baseline: Year }
        zh("{year} 年早于规划的基期 {baseline} 年", "未采用；请改正年份")
        en("{year} is before the plan's baseline year {baseline}", "not used; correct the year")
        page("年份早于规划的基期。",
            "基期 2020 年，报了 2019 年" / "2019 where the baseline is of 2020",
            "改正年份。" / "Correct the year.")

        /// The year is more than 20 years after the plan's target year: probably a slip. It is not
        /// read.
        error "submission/year-far-after-plan" YearFarAfterPlan { year: Year, last: Year }
        zh("{year} 年远在规划之后，最多读到 {last} 年", "未采用；请改正年份")
        en("{year} is long after the plan; years are read up to {last}",
            "not used; correct the year")
        page("年份比规划的目标年晚 20 年以上，多半是写错了，不读。",
            "规划到 2025 年，报了 2203 年" / "2203 where the plan ends in 2025",
            "改正年份。" / "Correct the year.")
    } } };
}
