//! Findings about workbooks and their sheets.

macro_rules! of_workbooks {
    ($($to:tt)*) => { section! { $($to)* in lang {
        /// The workbook is damaged or incomplete.
        error "submission/workbook-damaged" WorkbookDamaged { part: String }
        let part = shorten(part);
        zh("工作簿已损坏或不完整，读不出（{part}）",
            "请在电子表格软件中打开，另存为 .xlsx；打不开时请对方重新发送")
        en("the workbook is damaged or incomplete and cannot be read (\"{part}\")",
            "open it in the spreadsheet program and save it as .xlsx; if it does not open, ask for \
             it to be sent again")
        page("工作簿损坏或不完整。",
            "没有下载完的 .xlsx" / "an .xlsx whose download was cut off",
            "在电子表格软件中打开，另存；打不开时请对方重新发送。"
            / "Open it in a spreadsheet program and save it again; else have it sent again.")

        /// The workbook is encrypted and can't be opened without a password. One that is protected
        /// and opens for everyone is read.
        error "submission/workbook-password" WorkbookLocked
        zh("工作簿加了密，读不出：有打开密码，或加密方式不认识",
            "请在电子表格软件中打开，取消密码和工作簿保护后另存")
        en("the workbook is encrypted and cannot be read: it has a password, or the encryption is \
             not known",
            "open it in the spreadsheet program and save it without password and protection")
        page("工作簿加了密，没有密码打不开。只设了保护、人人打得开的照常读。",
            "加密的 .xlsx" / "an encrypted .xlsx",
            "取消密码和工作簿保护后另存。只锁定单元格不影响读取。"
            / "Save it without password and protection. Locked cells do no harm.")

        /// The workbook is larger than any submission and was not read, to save memory.
        error "submission/workbook-too-large" WorkbookTooLarge { what: Bulk }
        let over = what.told(lang.pick("工作簿", "the workbook"), lang);
        zh("{over}，没有读", "请只保留报送的表，另存为新的工作簿；数据量确实很大时请用 CSV")
        en("{over} and was not read",
            "save only the sheets of the submission as a new workbook; if there is that much data, \
             use CSV")
        page("工作簿大得不像报送数据，没有读，以免耗尽内存。",
            "解压后数 GB 的 .xlsx" / "an .xlsx of gigabytes when unpacked",
            "只保留报送的表；数据量确实很大时用 CSV。"
            / "Keep only the table to be submitted; use CSV if there is that much data.")

        /// The file is no workbook that can be read.
        error "submission/not-a-workbook" NotAWorkbook { what: Foreign }
        zh(foreign(*what, lang))
        en(foreign(*what, lang))
        page("文件不是可以读的工作簿。",
            "以 .xls 命名的网页" / "a web page named .xls",
            "在电子表格软件中打开，另存为 .xlsx。"
            / "Open it in a spreadsheet program and save it as .xlsx.")

        /// The workbook has no sheet of the name in --sheet.
        error "submission/no-such-sheet" NoSuchSheet { name: String, sheets: Vec<SheetName> }
        let name = shorten(name);
        let sheets = listed(sheets, lang);
        zh("工作簿中没有工作表“{name}”", "可用名称或序号：{sheets}")
        en("the workbook has no sheet \"{name}\"", "names and numbers that there are: {sheets}")
        page("工作簿里没有 --sheet 指定的工作表。",
            "--sheet 报送" / "--sheet Data",
            "从列出的名称或序号中选一个。" / "Choose one of the names or numbers listed.")

        /// The workbook, or the sheet that was asked for, is empty.
        error "submission/blank-workbook"
        BlankWorkbook { named: Option<String>, sheets: Vec<SheetName> }
        let is_empty = sheets.is_empty();
        let sheets = listed(sheets, lang);
        let named = named.as_ref().map(|name| shorten(name));
        zh(match named {
            Some(name) => say!("工作表“{name}”是空的", "工作簿中有：{sheets}"),
            None if is_empty => say!("工作簿中没有工作表",
                "请确认选对了文件，并且已经保存", "隐藏的工作表要用 --sheet 指定才读"),
            None => say!("工作簿中没有内容（工作表：{sheets}）",
                "请确认选对了文件，并且已经保存", "隐藏的工作表要用 --sheet 指定才读"),
        })
        en(match named {
            Some(name) => say!("the sheet \"{name}\" is blank", "the workbook has {sheets}"),
            None if is_empty => say!("the workbook has no sheets",
                "check that it is the right file and that it was saved",
                "a hidden sheet is read only if --sheet names it"),
            None => say!("the workbook is blank (sheets: {sheets})",
                "check that it is the right file and that it was saved",
                "a hidden sheet is read only if --sheet names it"),
        })
        page("工作簿或指定的工作表没有内容。",
            "新建后没有填写的工作簿" / "a new workbook",
            "确认选对了文件，并且已经保存。" / "Make sure that it is the right file, and saved.")

        /// A sheet can't be read: it is not in the file, is damaged, or holds a chart or macros.
        /// The other sheets are read.
        warning "submission/sheet-unread" SheetUnread { sheet: String, why: Unread }
        let sheet = shorten(sheet);
        zh(why.told(&sheet, lang))
        en(why.told(&sheet, lang))
        page("工作簿里有一张工作表读不出：内容不在文件里，或已损坏，或是图表、宏表。其余工作表照常读。",
            "程序改写工作簿时漏掉了一张表"
            / "a program that left out a sheet when it changed the workbook",
            "用电子表格软件打开，确认这张表，保存后再报送；没有要报送的数据就不必理会。"
            / "Open it in a spreadsheet program, look at the sheet and save it; without figures to \
               be submitted all is well.")

        /// A hidden sheet holds numbers and was not read.
        warning "submission/hidden-sheets" HiddenSheets { sheets: Vec<SheetName> }
        let sheets = listed(sheets, lang);
        zh("隐藏的工作表有数字，未读：{sheets}", "要报送的数据请放在未隐藏的工作表中，其余的请删除", "要读时用 --sheet 指定")
        en("hidden sheets with numbers were not read: {sheets}",
            "what is to be sent belongs on a sheet that is seen; delete the others",
            "to read one, name it with --sheet")
        page("隐藏的工作表有内容，没有读；有数字的要提醒，只有文字的（如下拉选项）只说一声。",
            "隐藏的上年数据" / "last year's figures on a hidden sheet",
            "要报送的放在未隐藏的工作表中，或用 --sheet 指定；其余的删除。"
            / "Move what is to be sent to a sheet that is seen, or name the sheet with --sheet; \
               delete the others.")

        /// A hidden sheet of words alone.
        note "submission/hidden-sheets" HiddenWords { sheets: Vec<SheetName> }
        let sheets = listed(sheets, lang);
        zh("隐藏的工作表未读，其中没有数字：{sheets}", "要报送的数据请放在未隐藏的工作表中", "要读时用 --sheet 指定")
        en("hidden sheets without numbers were not read: {sheets}",
            "what is to be sent belongs on a sheet that is seen",
            "to read one, name it with --sheet")

        /// Hidden rows and columns were read too: the whole table was sent. What nobody sees may
        /// not have been meant, so it is told.
        warning "submission/hidden-cells" HiddenCells { sheet: String, rows: String, columns: String }
        let sheet = shorten(sheet);
        zh(match (rows.is_empty(), columns.is_empty()) {
            (false, false) => format!("工作表“{sheet}”中隐藏的第 {rows} 行和 {columns} 列也读了"),
            (false, true) => format!("工作表“{sheet}”中隐藏的第 {rows} 行也读了"),
            (true, _) => format!("工作表“{sheet}”中隐藏的 {columns} 列也读了"),
        }, "请取消隐藏（或清除筛选）并核对；不应报送的行、列请删除")
        en(match (rows.is_empty(), columns.is_empty()) {
            (false, false) => {
                format!("hidden rows ({rows}) and columns ({columns}) of the sheet \"{sheet}\" were read")
            }
            (false, true) => format!("hidden rows ({rows}) of the sheet \"{sheet}\" were read"),
            (true, _) => format!("hidden columns ({columns}) of the sheet \"{sheet}\" were read"),
        }, "unhide them (or clear the filter) and look at them; delete those that should not be sent")
        page("隐藏的行、列也读了，因为报送的是整张表；看不见的数字未必是要报送的，所以提醒。",
            "筛选后隐藏的行" / "rows hidden by a filter",
            "取消隐藏（或清除筛选）并核对；不应报送的行、列请删除。"
            / "Unhide them and look at them; delete what is not to be submitted.")

        /// Merged cells cover others that hold something; what can't be seen was not used.
        warning "submission/covered-cells" CoveredCells { sheet: String, cells: u64 }
        let sheet = shorten(sheet);
        zh("工作表“{sheet}”中有 {cells} 格的内容被合并单元格盖住，未采用",
            "请取消合并，核对被盖住的内容")
        en("in the sheet \"{sheet}\" merged cells cover others that hold something and were not \
             used: {cells}",
            "split the merged cells and look at what they cover")
        page("合并单元格盖住了有内容的格子；看不见的内容没有采用。",
            "合并前各格都有数字" / "cells that all held numbers before they were merged",
            "取消合并，核对被盖住的内容。" / "Split them and look at what was covered.")
    } } };
}
