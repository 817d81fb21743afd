//! What is wrong with the files and names that were given.

use crate::diagnostic::{AuditProblem, Refusal};
use crate::term::{Named, Year};
use crate::words::shorten;

/// What of a folder is read.
const KINDS: &str = match cfg!(feature = "parquet") {
    true => ".csv .txt .tsv .xlsx .xls .ods .parquet",
    false => ".csv .txt .tsv .xlsx .xls .ods",
};

findings! {
    /// Why a run could not begin.
    pub enum InputProblem in lang {
        /// There is no file at the path that was given.
        error "run/no-such-file" NoSuchFile { path: String }
        zh("没有这个文件：{path}", "请检查路径和当前目录")
        en("no such file: {path}", "check the path and the current folder")
        page("给出的路径上没有文件。", "dabiao check data/2032.csv")

        /// A folder was given where a file is wanted.
        error "run/is-directory" IsDirectory { path: String }
        zh("这是目录，不是文件：{path}", "请给出目录中的文件")
        en("this is a folder, not a file: {path}", "name the files in it")
        page("这里要的是文件，给的却是目录。", "dabiao check --waivers data")

        /// The file is there and can't be read: access is denied, or the system failed. Behind the
        /// colon stands why.
        error "run/unreadable" Unreadable { path: String, reason: Refusal }
        let reason = reason.told(lang);
        zh("读不出 {path}：{reason}")
        en("cannot read {path}: {reason}")
        page("文件在，却读不出：没有权限，或者系统出错。冒号后面是原因。",
            "没有读取权限的文件" / "a file without read permission",
            "请检查文件的权限，或换一处存放" / "check who may read the file, or put it elsewhere")

        /// The folder that was given to --plan has no rule files: only *.toml is read.
        error "run/no-rule-files" NoRuleFiles { path: String }
        zh("目录中没有规则文件（*.toml）：{path}")
        en("no rule files (*.toml) in this folder: {path}")
        page("给 --plan 的目录里没有规则文件。目录中只看 *.toml。",
            "--plan data",
            "请核对路径；规则文件的后缀是 .toml" / "check the path; rule files end in .toml")

        /// The folder or pattern holds no submissions, so there is nothing to check. Of a folder
        /// .csv .txt .tsv .xlsx .xls .ods are read; folders within it are not.
        error "run/no-submissions" NoSubmissions { path: String }
        zh("这里没有报送文件：{path}", "目录中只看 {KINDS}，不看下级目录；请核对路径")
        en("no submissions here: {path}",
            "of a folder {KINDS} are read, folders within it are not; check the path")
        page("给出的目录或通配符下没有报送文件，所以没有可检查的。目录中只看 .csv .txt .tsv .xlsx \
             .xls .ods，不看下级目录。",
            "dabiao check docs",
            "请核对路径" / "check the path")

        /// Figures and roster are to be in one table, which making the roster anew would empty.
        error "run/one-table" OneTable { table: String }
        zh("“{table}”是报送数据的表，不能也是地区名册的表", "请给 --roster-table 另一个表名")
        en("\"{table}\" is the table of the figures, and can't be that of the roster",
            "give --roster-table another name")
        page("地区名册的表要新建，和报送数据同一个表就会清掉数据。",
            "--from submission --roster-table submission")

        /// An engine can't hold the rule, so none is written: a verdict that is nearly right is
        /// wrong.
        error "run/not-in-sql" NotInSql { indicator: Named, why: Named }
        zh("“{indicator}”写不成 SQL：{why}", "请用 dabiao check 判定它",
            "其余的用 --indicator 或 --attribute 选出")
        en("\"{indicator}\" can't be written as SQL: {why}", "judge it by `dabiao check`",
            "choose the others with --indicator or --attribute")
        page("数据库引擎表达不了这条规则，所以不写：近似的判定就是错的判定。",
            "dabiao plan sql --dialect duckdb --year 2023 --indicator 1")

        /// Years before the plan's first are history, and have no verdicts.
        error "run/unjudged-year" UnjudgedYear { year: Year, first: Year }
        zh("{year} 年早于规划的第一年 {first} 年，不作判定", "请写 {first} 年或以后的年份")
        en("{year} is before the plan's first year, {first}, and has no verdicts",
            "write {first} or a later year")
        page("规划第一年以前的年份只作基期和历史，不作判定。",
            "dabiao plan sql --dialect duckdb --year 2020",
            "写规划第一年或以后的年份" / "write the plan's first year or a later one")

        /// No file was given to be looked at. No data is no pass, so this is an error.
        error "run/nothing-given" NothingGiven
        zh("没有给出任何报送文件",
            "请写出文件、它们所在的目录或通配符，如 dabiao trend data；- 是标准输入")
        en("no submissions are given",
            "name files, their folder or a pattern, as in `dabiao trend data`; - is standard input")
        page("没有给出要检查的文件。没有数据不等于达标，所以是错误。", "dabiao trend")

        /// One file was given twice, perhaps by two spellings of its path or through a link. Read
        /// twice, all of its values would be duplicates.
        error "run/same-file-twice" SameFileTwice { path: String, first: String }
        let also = lang.pick(format!("，即 {first}"), format!(", which is {first}"));
        let also = if path == first { "" } else { &also };
        zh("同一个文件给了两次：{path}{also}", "每个文件只给一次")
        en("the same file is named twice: {path}{also}", "name every file once")
        page("同一个文件给了两次，可能是两种写法，也可能经过链接。读两次，每个数值都会重复。",
            "dabiao check data/2023.csv ./data/2023.csv")

        /// Two things are to be read from standard input, which can be read once.
        error "run/stdin-twice" StdinTwice
        zh("标准输入（-）给了两次", "标准输入只能读一次")
        en("standard input (-) is named twice", "standard input can be read only once")
        page("两处都要从标准输入读，而标准输入只能读一次。", "dabiao diff - -")

        /// --stdin-filename names standard input, and standard input is not read.
        error "run/stdin-filename-unused" StdinNameUnused { name: String }
        zh("--stdin-filename {name} 没有用上：没有从标准输入读取",
            "请用 - 表示标准输入，或去掉 --stdin-filename")
        en("--stdin-filename {name} was not used: standard input is not read",
            "write - for standard input, or leave --stdin-filename out")
        page("--stdin-filename 给标准输入起了名字，却没有从标准输入读取。",
            "dabiao check 2023.csv --stdin-filename x.csv")

        /// No file matches the pattern.
        error "run/no-match" NoMatch { pattern: String }
        zh("没有与通配符相符的文件：{pattern}", "请检查路径和当前目录")
        en("no file matches the pattern: {pattern}", "check the path and the current folder")
        page("通配符没有与之相符的文件。", "dabiao check \"2023/*.csv\"")

        /// The file was written to while it was read: what was read may be half old and half new,
        /// and is not used.
        error "run/changed" Changed { path: String }
        zh("读取时文件被改动：{path}", "请等它写完，或关闭正在保存它的程序，再运行一次")
        en("the file was changed while it was read: {path}",
            "wait until it is written, or close the program that saves it; then run again")
        page("文件在读取时被写入，读到的可能一半新一半旧，所以未采用。",
            "正在保存的工作簿" / "a workbook that is being saved")

        /// What comes by a pipe is read once, and only its beginning is held: a text that is not
        /// UTF-8 from its beginning on, or has not one value a row, has to be read again.
        error "run/read-once" ReadOnce { path: String, most: u64 }
        zh("管道里的内容要从头再读一遍，而它超过 {most} MiB：{path}", "请先存成文件",
            "不是 UTF-8 的文本也可用 --encoding 指明编码")
        en("what came by the pipe has to be read again, and is more than {most} MiB: {path}",
            "save it as a file", "of a text that is not UTF-8 --encoding names the encoding")
        page("管道里的内容只能读一遍，程序只记住开头的一段。整个文件要再读一遍的（开头看不出不是 UTF-8 的文本、\
             不是一行一个数值的表），超过这一段就读不了。",
            "用管道送来 100 MiB 的宽表" / "a wide table of 100 MiB by a pipe",
            "先存成文件再检查" / "save it as a file, and check that")

        /// More came from a pipe or a device than is taken; it was not read to the end.
        error "run/too-large" TooLarge { path: String, most: u64 }
        zh("内容超过 {most} MiB，未读完：{path}", "请核对是不是要读的文件；从管道来的请先存成文件")
        en("more than {most} MiB, not read to the end: {path}",
            "check that it is the right one; save what comes by a pipe as a file")
        page("从管道或设备读入的内容超过上限，没有读完。", "dabiao plan show --plan /dev/zero")

        /// Some things in the folder are no submissions and were not read. The first of them are
        /// named.
        note "run/left-out" LeftOut { path: String, first: Vec<String>, count: usize }
        let names = lang.list(first.iter().map(|name| shorten(name)));
        let more = if *count > first.len() { lang.pick(" 等", ", …") } else { "" };
        zh("{path} 中有 {count} 项不是报送文件，没有读：{names}{more}")
        en("in {path} {count} not read, being no submissions: {names}{more}")
        page("目录里有些文件不是报送文件，没有读。列出前几个。",
            "README.md",
            "不必理会；如果其中有报送文件，请改成 .csv 或 .xlsx 等后缀"
            / "nothing, unless one of them is a submission: give it an ending such as .csv or .xlsx")

        /// The name of a file is no UTF-8, and shown with marks for what is not: what it says of
        /// year and region may not be read.
        warning "run/name-not-text" NameNotText { first: Vec<String>, count: usize }
        let names = lang.list(first.iter().map(|name| shorten(name)));
        let more = if *count > first.len() { lang.pick(" 等", ", …") } else { "" };
        zh("{count} 个文件的名称不是 UTF-8，其中的地区、年份可能读不出：{names}{more}",
            "请改名；从压缩文件解出的，请用能认 GBK 文件名的软件重新解压")
        en("names of files that are not UTF-8, in which region and year may not be read: {count} \
            ({names}{more})",
            "rename them; what came out of a zip should be unpacked by a program that knows the names' encoding")
        page("文件名不是 UTF-8，认不出的字节显示为 �。内容照常读，但文件名里的地区、年份可能读不出。",
            "从 Windows 的压缩文件解出的“2023定海区.csv”" / "a name of GBK in a zip",
            "改名，或重新解压。" / "Rename the file, or unpack it again.")

        /// What was given is neither a file nor a folder, but a pipe, a socket or a device.
        error "run/not-a-file" NotAFile { path: String }
        zh("不是文件，是管道、套接字或设备：{path}", "请给出文件；在要读的目录里的，请移走")
        en("not a file but a pipe, a socket or a device: {path}",
            "name a file; move it out of a folder that is read")
        page("这里要的是文件，给的却是管道、套接字或设备。", "/dev/null")

        /// Flags that nobody typed come from a file of settings, which is looked for in the folder
        /// and those above it.
        note "run/settings" Settings { path: String, taken: Vec<String> }
        let taken = taken.join(" ");
        zh("参数取自 {path}：{taken}", "命令行上写了的以命令行为准；不用它请加 --no-config")
        en("flags taken from {path}: {taken}",
            "what is typed goes before it; --no-config leaves it out")
        page("有的参数没有在命令行上写，取自当前目录或上级目录中的 dabiao.toml。",
            "dabiao.toml: fail-on = \"task\"")

        /// Nothing of earlier years was given, by which audits would tell what fell, jumped or stands
        /// still. It is said where a dabiao.toml could name them.
        note "run/no-history" NoHistory
        zh("没有以前年度的报送文件，与上年比较的审核看不到上年",
            "请在 dabiao.toml 里写 years 或 history，或用 --history 给出")
        en("no submissions of earlier years, so audits that look back see nothing",
            "write years or history in dabiao.toml, or give --history")
        page("没有以前年度的报送文件，与上年比较的审核（下降、突变、照抄等）看不到上年。",
            "plan = [\"plan\"]", "请在 dabiao.toml 里写 years 或 history，或用 --history 给出"
            / "write years or history in dabiao.toml, or give --history")

        /// A report of the settings is none: each is a file whose ending says the format, or
        /// FORMAT=PATH.
        error "run/bad-report" BadReport { text: String }
        zh("“{text}”不是要写的报告", "请写成“格式=文件”，或后缀说明格式的文件名，如 报告.html")
        en("\"{text}\" is no report to be written",
            "write FORMAT=PATH, or a file whose ending says the format, such as report.html")
        page("设置里的一份报告写得不对：没有这种格式，或者没有文件。",
            "reports = [\"pdf=a.pdf\"]", "请写成“格式=文件”，如 html=报告.html"
            / "write FORMAT=PATH, such as html=report.html")

        /// A file of settings that nobody named leads out of its folder, by its path or by a link: it may be
        /// anybody's, and what it names is read, shown in parts, or written.
        error "run/beyond-settings" BeyondSettings { path: String, settings: String }
        zh("{path} 在 {settings} 的目录之外，没有读也没有写",
            "请移到那个目录之内；确要使用的，在命令行上写出来，或写 --config {settings}")
        en("{path} lies outside the folder of {settings}, and was neither read nor written",
            "move it into that folder; where it is meant, type it, or --config {settings}")
        page("没有在命令行上写出的 dabiao.toml，可能是别人放的，所以其中的路径只能在它的目录之内（经过链接的也算）：\
             读到的内容会显示出来，报告会写下去。",
            "plan = [\"../plan\"]",
            "移到那个目录之内；确要使用的，用命令行上的参数（如 --plan ../plan）写出来，或用 --config 指明设置文件"
            / "move it into that folder; where it is meant, type it (such as --plan ../plan), or name the file of settings with --config")

        /// The layout of the settings does not say where the year stands, so it would be the same
        /// for each.
        error "run/layout-without-year" LayoutWithoutYear { text: String }
        zh("“{text}”没有写明年份的位置", "请用 {{year}} 代表年份，如 data/{{year}}*")
        en("\"{text}\" does not say where the year stands",
            "write {{year}} for it, as in data/{{year}}*")
        page("设置里的 years 没有写明年份的位置，哪一年都一样。",
            "years = \"data\"", "请在年份的位置写花括号，里面写 year"
            / "write the word year in braces where it stands")

        /// What was typed is a file or folder here, and a year of the layout that the settings
        /// name, which are not the same.
        error "run/two-of-that-year" TwoOfThatYear { year: String, layout: String }
        zh("“{year}”既是这里的文件或目录，又是设置里的 {year} 年（{layout}）",
            "请写 ./{year} 或 {layout}")
        en("\"{year}\" is a file or folder here, and the year {year} of the settings ({layout})",
            "write ./{year} or {layout}")
        page("写的年份在这里有同名的文件或目录，设置里又有那一年的文件，不知道指哪个。",
            "dabiao check 2024", "前者写成 ./2024，后者写出路径"
            / "write ./2024 for the one, and the path of the other")

        /// The plan has no region of the name or code that was given to --region.
        error "run/unknown-region" UnknownRegion { name: String, nearest: Option<String> }
        zh("规划中没有“{name}”这个地区", lang.meant(nearest, "请用规划中的地区名称或代码"))
        en("the plan has no region \"{name}\"",
            lang.meant(nearest, "use a region's name or code in the plan"))
        page("--region 给出的名称或代码，规划中没有。",
            "--region 定海" / "--region 330999",
            "请用规划中的地区名称或代码" / "use a region's name or code in the plan")

        /// What was given to --deny, --warn or --allow is no code of an audit.
        error "run/unknown-audit" UnknownAudit { code: String }
        let audits = lang.list(AuditProblem::codes());
        zh("没有“{code}”这项审核", "可用的审核：{audits}")
        en("there is no audit \"{code}\"", "the audits are {audits}")
        page("--deny、--warn 或 --allow 给出的不是审核的代码。",
            "--deny audit/sum-fall",
            "请用 audit/ 开头的代码" / "use a code that begins with audit/")

        /// One audit was given twice to --deny, --warn and --allow, so it is not known which holds.
        error "run/audit-twice" AuditTwice { code: &'static str }
        zh("“{code}”给了两次", "--deny、--warn、--allow 中各审核至多给一次")
        en("\"{code}\" is given twice",
            "give each audit at most once to --deny, --warn and --allow together")
        page("同一项审核在 --deny、--warn、--allow 中给了两次，不知道以哪个为准。",
            "--deny audit/sum-falls --warn audit/sum-falls")

        /// There is no page of that code. Codes are written like submission/negative.
        error "run/unknown-code" UnknownCode { code: String, nearest: Option<String> }
        zh("没有关于“{code}”的说明",
            lang.meant(nearest, "代码写成“层/名称”，如 submission/negative"))
        en("nothing is written about \"{code}\"",
            lang.meant(nearest, "codes are written like submission/negative"))
        page("没有这个代码的说明。代码都是“层/名称”的样子，如 submission/negative。",
            "dabiao explain submission/negativ",
            "请照报告中方括号里的写法写"
            / "write it as a report does, in brackets behind the weight")

        /// The page of a code does not depend on files, and files were given.
        error "run/code-with-files" CodeWithFiles { code: String }
        zh("“{code}”的说明与报送文件无关", "请只写代码；检查文件请用 dabiao check")
        en("the page of \"{code}\" takes no files",
            "give the code alone; to check files use `dabiao check`")
        page("explain 一个代码，说的是代码的含义，与文件无关，却给了文件。",
            "dabiao explain run/no-match data/2023.csv")

        /// The plan has no indicator of the name, number or id that was given.
        error "run/unknown-indicator" UnknownIndicator { name: String, nearest: Option<Named> }
        zh("规划中没有“{name}”这个指标",
            lang.meant(nearest, "请用指标的名称、序号或 id；dabiao plan show 列出全部"))
        en("the plan has no indicator \"{name}\"",
            lang.meant(nearest, "use an indicator's name, number or id; dabiao plan show lists them"))
        page("--indicator 给出的名称、序号或 id，规划中没有。",
            "--indicator 就业" / "--indicator employment",
            "请用指标的名称、序号或 id；dabiao plan show 列出全部"
            / "use an indicator's name, number or id; dabiao plan show lists them")
    }
}
