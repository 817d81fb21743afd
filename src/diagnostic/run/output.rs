//! What is wrong with what was to be written: reports, forms, drafts.

use crate::diagnostic::Refusal;
use crate::term::{Named, Year};
use crate::words::shorten;

findings! {
    /// Why something was not written, or not as it was asked for.
    pub enum OutputProblem in lang {
        /// The file can't be written: access is denied, the disk is full, or the system failed.
        /// Behind the colon stands why.
        error "run/unwritable" Unwritable { path: String, reason: Refusal }
        let reason = reason.told(lang);
        zh("写不进 {path}：{reason}")
        en("cannot write {path}: {reason}")
        page("文件写不进去：没有权限，磁盘已满，或者系统出错。冒号后面是原因。",
            "没有写入权限的目录" / "a folder without write permission",
            "请检查权限和磁盘空间，或写到别处"
            / "check who may write there and how much room is left, or write elsewhere")

        /// The folder of the file to be written does not exist.
        error "run/no-folder" NoFolder { path: String }
        zh("写不进 {path}：没有它所在的目录", "请先建好目录，或改写路径")
        en("cannot write {path}: its folder is not there",
            "make the folder first, or correct the path")
        page("要写的文件所在的目录不存在。", "-o no-such-folder/report.csv")

        /// A folder stands where a file is to be written.
        error "run/is-directory" ToDirectory { path: String }
        zh("这是目录，不是文件：{path}", "请写明目录中的文件名")
        en("this is a folder, not a file: {path}", "name a file in it")

        /// A file stands where a folder is to be written into.
        error "run/not-a-folder" NotAFolder { path: String }
        zh("这不是目录：{path}", "请给出目录；没有的会建")
        en("this is no folder: {path}", "name a folder; one that is not there is made")
        page("要写进去的是目录，而那里是一个文件。", "dabiao letters data -o data/2023.csv")

        /// What is to be written to is a socket or a disk.
        error "run/not-a-file" ToNoFile { path: String }
        zh("不是文件，是套接字或设备：{path}", "请给出文件")
        en("not a file but a socket or a device: {path}", "name a file")

        /// There is a file where a report is to be written, and it is not known as one that this
        /// program wrote in that format. It was not overwritten.
        error "run/already-there" AlreadyThere { path: String, format: &'static str }
        zh("已有这个文件，没有覆盖：{path}（看不出是本程序写的 {format}）",
            "请换一个文件名；若确实不要原来的文件，请加 --force")
        en("this file is there already and was not overwritten: {path} (not known as {format} that \
             this program wrote)",
            "use another name; if nobody needs what it holds, add --force")
        page("要写的地方已有一个文件，而且看不出是本程序写的这种格式，所以没有覆盖。",
            "-o data/2023.csv")

        /// The form that was to be written anew has been filled in by someone. It was not
        /// overwritten.
        error "run/filled-in" FilledIn { path: String }
        zh("报送表已有人填写，没有覆盖：{path}",
            "请换一个文件名；若确实不要填好的内容，请加 --force")
        en("someone has filled in this form; not overwritten: {path}",
            "use another name; if nobody needs what was filled in, add --force")
        page("要重写的报送表已有人填写，没有覆盖。", "dabiao template -o 2023.xlsx")

        /// The file to be written is read-only. It was not overwritten.
        error "run/read-only" ReadOnly { path: String }
        zh("文件是只读的，没有覆盖：{path}", "请换一个文件名，或先改为可写")
        en("read-only, and not overwritten: {path}", "use another name, or make it writable first")
        page("要写的文件是只读的，没有覆盖。",
            "别人设为只读的报告" / "a report that someone made read-only")

        /// The name of the file to be written says no format.
        error "run/unknown-ending" UnknownEnding { path: String, endings: Vec<&'static str> }
        let endings = dotted(endings);
        zh("从文件名看不出格式：{path}", "请用这些后缀：{endings}；有 --format 的命令也可用它写明")
        en("the file's name says no format: {path}",
            "end it in {endings}; where a command has --format, that can say it too")
        page("从要写的文件名看不出格式。",
            "-o report",
            "请用 .csv、.json、.html 等后缀；有 --format 的命令也可用它写明"
            / "use an ending such as .csv, .json or .html; where a command has --format, that can \
               say it too")

        /// The name of the file to be written says another format than was asked for.
        error "run/other-ending"
        OtherEnding { path: String, format: &'static str, endings: Vec<&'static str> }
        let endings = dotted(endings);
        zh("文件名的后缀与格式 {format} 不符：{path}",
            "{format} 的后缀是 {endings}；请改文件名或格式")
        en("the file's name says another format than {format}: {path}",
            "{format} ends in {endings}; change the name or the format")
        page("文件名的后缀是一种格式，要写的却是另一种。",
            "--report csv=report.html",
            "请改文件名或格式" / "change the name or the format")

        /// The table to draft a plan from is not text.
        error "run/table-not-text" TableNotText { path: String }
        zh("不是文本：{path}", "请在电子表格软件中另存为“CSV UTF-8”，或把表复制、粘贴到文本文件")
        en("this is not text: {path}",
            "save the table as CSV (UTF-8), or paste it into a text file")
        page("要起草规则的表不是文本，读不出。", "dabiao plan draft plan.docx")

        /// The table to draft a plan from has no rows under its header.
        error "run/table-empty" TableEmpty { path: String }
        zh("表里没有数据行：{path}")
        en("the table has no rows: {path}")
        page("要起草规则的表只有表头，没有数据行。",
            "只有一行表头的表" / "a table of one line",
            "请把表的各行也粘贴进来" / "paste the rows of the table too")

        /// The table to draft a plan from has no header that names the columns of indicators and of
        /// targets.
        error "run/table-without-header" TableWithoutHeader { path: String, first: String }
        let first = shorten(first);
        zh("{path} 中没有可识别的表头（第一行读到：{first}）",
            "表头要有“指标”一列和“目标值”（或“2025年”）一列；列之间用逗号、制表符或 | 分开")
        en("no header was found in {path} (its first line is \"{first}\")",
            "a row must name the indicators (\"指标\") and the targets (\"目标值\" or \"2025年\"); \
             commas, tabs or | part the columns")
        page("要起草规则的表没有可识别的表头，不知道哪一列是指标，哪一列是目标。",
            "残疾人就业率 | % | 60" / "a table that begins with figures",
            "请补上表头，其中有“指标”一列和“目标值”（或“2025年”）一列"
            / "add a header with a column of indicators (\"指标\") and one of targets (\"目标值\" \
               or \"2025年\")")

        /// A row of the table became a comment of the draft and no rule: what is not surely
        /// understood is not guessed.
        warning "run/row-left" RowLeft { row: usize, text: String }
        let text = shorten(text);
        zh("第 {row} 行没有写成规则，留作注释：{text}",
            "草稿里“未写成规则”之后说明了原因，请自行写成规则")
        en("row {row} is no rule but a comment: {text}",
            "the draft says why behind \"未写成规则\"; write the rule")
        page("表中有一行没有写成规则，在草稿里留作注释。程序不猜：看不准的就不写。",
            "目标值写的是“力争达到较高水平”" / "a target in words that are not understood")

        /// A rule of the draft has something that people have to fill in. Until then the plan does
        /// not load.
        warning "run/rule-open" RuleOpen { row: usize, name: String }
        let name = shorten(name);
        zh("第 {row} 行“{name}”的规则还有要填写的地方",
            "请在草稿里查找“（填写”；填好以前，规则文件不能用")
        en("the rule of row {row}, \"{name}\", has something to fill in",
            "look for \"（填写\" in the draft: until it is filled in, the plan does not load")
        page("草稿的一条规则里还有要人填写的地方，填好以前规则文件不能用。",
            "unit = \"（填写单位）\"" / "a unit that the table does not say")

        /// The form is to be for a year before the plan's baseline year, of which nothing can be
        /// sent.
        error "run/form-before-plan" FormBeforePlan { year: Year, baseline: Year }
        zh("{year} 年早于规划的基期 {baseline} 年，没有可报的数据", "请改正 --year")
        en("{year} lies before the plan's baseline year {baseline}; nothing can be sent for it",
            "correct --year")
        page("要写的报送表是规划基期以前的年份，没有可报的数据。", "dabiao template --year 2019")

        /// The form is for a year after the plan's target year. It is written all the same: such a
        /// year is judged against the targets.
        warning "run/form-after-plan" FormAfterPlan { year: Year, target: Year }
        zh("{year} 年在规划的目标年 {target} 年之后；报送表照样写出", "如果年份写错了，请改正")
        en("{year} lies after the plan's target year {target}; the form is written all the same",
            "correct the year if it is a slip")
        page("报送表的年份在规划的目标年之后。照样写出，因为之后的年份对照目标值判定。",
            "dabiao template --year 2026")

        /// The files of --history have no figures of the year before, so the form can't show them.
        warning "run/no-last-year" NoLastYear { year: Year }
        zh("--history 的文件中没有 {year} 年的数值，“上年”各栏留空",
            "请把 {year} 年的报送文件也给 --history")
        en("the files of --history hold no figures of {year}; last year's columns stay empty",
            "give --history the submissions of {year} too")
        page("--history 的文件中没有上年的数值，报送表的“上年”各栏只好留空。",
            "dabiao template --year 2024 --history data/2021.csv",
            "请把上年的报送文件也给 --history"
            / "give --history the submissions of the year before too")

        /// The region is asked for nothing, so it is not in the form.
        warning "run/nothing-asked" NothingAsked { region: Named }
        zh("{region}没有要报的指标，没有写进报送表", "全市、全省的数多由下一级汇总；任务要加 --tasks")
        en("nothing is asked of \"{region}\", so it is not in the form",
            "most figures of a city or a province are rolled up from below; --tasks adds the tasks")
        page("这个地区没有要报的指标，所以不在报送表里。", "--region 舟山市" / "--region 330900")

        /// Each region has a sheet, and there are more regions than a workbook is written with.
        error "run/too-many-sheets" TooManySheets { regions: usize, most: usize }
        zh("要写 {regions} 个地区，一个工作簿最多写 {most} 张表",
            "请用 --region 指定地区，分几个文件写，或写成 .csv")
        en("{regions} regions want a sheet each; a workbook is written with at most {most}",
            "name the regions with --region, a part in each file, or write .csv")
        page("每个地区一张工作表，地区太多，一个工作簿写不下。", "300 个地区" / "300 regions")

        /// A file is written for each region, and there are more than are written in one run.
        error "run/too-many-files" TooManyFiles { files: usize, most: usize }
        zh("要写 {files} 个文件，一次最多写 {most} 个", "请用 --region 指定地区，分几次写")
        en("{files} files are to be written; at most {most} are written in a run",
            "name the regions with --region, a part in each run")
        page("每个地区一个文件，地区太多，一次写不完。", "20,000 个地区" / "20,000 regions")

        /// Letters are to be written, and of no region below the city is there anything to tell.
        warning "run/no-letters" NoLetters
        zh("没有一个县（区）有可写的内容，一封函也没有写", "请核对 --region 和报送的文件")
        en("there is nothing to tell any county, so no letter was written",
            "check --region and the files sent")
        page("没有一个县（区）有判定或问题，所以一封函也没有写。",
            "--region 舟山市" / "--region 330900")

        /// What was found can't be told to be any county's, or is the city's own; so it is in no
        /// letter.
        warning "run/in-no-letter" InNoLetter { count: u64 }
        zh("{count} 处问题看不出是哪个县（区）的，或是全市自己的，没有写进任何一封函",
            "各条已在上面列出；请先改正，或另行告知")
        en("findings that can't be told to be any county's, or are the city's own, and are in no \
             letter: {count}",
            "they are listed above; see to them first, or tell those concerned")
        page("有的问题看不出是哪个县（区）的，或是全市自己的，没有写进任何一封函。函里没有的，都在标准错误上列出。",
            "地区写成了“定海去”的一行" / "a row whose region is misspelt",
            "先改正，再写函。" / "Correct them, then write the letters.")

        /// A finding about a region tells of another one too, so its letter has the place and not the
        /// words, and says so.
        warning "run/withheld" Withheld { count: u64 }
        zh("{count} 处问题提到别的地区，函里只写位置，不写内容", "请分别核对、告知")
        en("findings that name another region, of which the letters have the place and not the \
             words: {count}",
            "see to them, and tell those concerned")
        page("一个地区的问题里提到了别的地区，所以它的函里只写位置，不写内容。",
            "数值一格填的是“同定海区”" / "a cell that says \"as 定海区\"",
            "分别核对、告知。" / "See to them, and tell those concerned.")

        /// Standard output was closed when the program was started, so the report can go nowhere.
        error "run/stdout-closed" StdoutClosed
        zh("标准输出是关闭的，什么也写不出",
            "请不要关闭标准输出；不要输出的，请写到 /dev/null，或用 -o 写到文件")
        en("standard output is closed; nothing could be written",
            "leave it open; send what nobody wants to /dev/null, or write to a file with -o")
        page("程序启动时标准输出就是关闭的，报告无处可写。", "dabiao check data/2023.csv >&-")

        /// Two reports are to go to standard output, where they would be mixed.
        error "run/two-on-stdout" TwoOnStdout
        zh("标准输出只能有一份报告", "其余的请写成 --report 格式=文件")
        en("only one report can go to standard output", "write the others as --report FORMAT=PATH")
        page("两份报告都要写到标准输出，会混在一起。", "--report csv=- --report json=-")

        /// A workbook or a document of a word processor is no text and is not written to standard
        /// output.
        error "run/workbook-on-stdout" WorkbookOnStdout { format: &'static str }
        zh("{format} 不能写到标准输出", "请用 -o 写到文件：-o 报告.{format}")
        en("{format} can't go to standard output", "write it to a file: -o report.{format}")
        page("工作簿和文档不是文本，不能写到标准输出。", "--format xlsx",
            "请写到文件，如 -o report.xlsx" / "write it to a file, as -o report.xlsx")

        /// Two reports are to go to one file, where the second would replace the first.
        error "run/same-output" SameOutput { path: String }
        zh("两份报告写入同一个文件：{path}", "请为每份报告各取一个文件名")
        en("two reports go to the same file: {path}", "give each report a file of its own")
        page("两份报告要写入同一个文件，后一份会盖掉前一份。",
            "--report csv=a.csv --report csv=./a.csv")

        /// The file to be written is one that is read: what was sent would be lost.
        error "run/output-is-input" OutputIsInput { path: String }
        zh("会覆盖要读取的文件：{path}", "请换一个文件名；要读取的文件，--force 也不覆盖")
        en("this would overwrite a file that is read: {path}",
            "use another name; a file that is read is never overwritten, nor with --force")
        page("要写的文件就是要读取的文件，会毁掉报送的数据。",
            "dabiao check 2023.csv --report csv=2023.csv")

        /// Nothing was judged, which the format can't say; so the file still holds an earlier
        /// report.
        error "run/stale-report" StaleReport { path: String }
        zh("没有重写 {path}：其中仍是以前的报告", "这种格式写不出“未作判定”；请勿再用其中的内容")
        en("{path} was not written anew: it still holds an earlier report",
            "its format can't say that nothing was judged; don't use what it holds")
        page("这次没有作出判定，而这种格式写不出“未作判定”，所以那里仍是以前的报告。",
            "规划有错时的 --report csv=报告.csv"
            / "--report csv=report.csv when the plan has faults")
    }
}

/// Endings of files as they are told.
fn dotted(endings: &[&str]) -> String {
    endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(" ")
}
