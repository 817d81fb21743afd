//! 中文：表格和工作簿的代码是什么意思。

use crate::render::text::pages::{Page, page};

pub(super) const PAGES: &[Page] = &[
    page(
        "submission/ambiguous-layout",
        "表头既可以这样读，也可以那样读，不知道数字是谁的。",
        "表头里有指标名称，左边又有一列指标",
        "让地区或指标只出现在一个方向上。",
    ),
    page(
        "submission/no-layout",
        "没有认出表格：找不到表头，也找不到按地区和指标排列的数字。",
        "只有数字、没有地区和指标名称的表",
        "补上表头；或用 dabiao template 生成的表填写。",
    ),
    page(
        "submission/sheet-without-table",
        "工作表里有数字，但认不出是什么表，所以没有读。",
        "存放中间计算的工作表",
        "有要报送的数据就补上表头，没有就不必理会。",
    ),
    page(
        "submission/sheet-unread",
        "工作簿里有一张工作表读不出：内容不在文件里，或已损坏，或是图表、宏表。其余工作表照常读。",
        "程序改写工作簿时漏掉了一张表",
        "用电子表格软件打开，确认这张表，保存后再报送；没有要报送的数据就不必理会。",
    ),
    page(
        "submission/no-region",
        "整张表只有一个地区的数据，却没有写是哪个地区。",
        "只有“指标、分子、分母”三列的表",
        "加一列“地区”，或写“填报单位：定海区”，或以地区全称命名文件、工作表。",
    ),
    page(
        "submission/region-conflict",
        "一行写的是一个地区，文件名、工作表名称或填报单位却是另一个。",
        "定海区2023.csv 里有普陀区的行",
        "核对后改正其中之一。县（区）的文件里可以有其内的功能区。",
    ),
    page(
        "submission/repeated-header",
        "表头又出现了一次。这一行不是数据，跳过了。",
        "几个文件首尾相接拼成一个",
        "删去多余的表头。",
    ),
    page(
        "submission/rows-without-figures",
        "有的行没有数字，名称也不是规划里的，没有读。",
        "一、收入和社会保障",
        "只是小标题就不必理会；是写错的名称就改正。",
    ),
    page(
        "submission/scaled-unit",
        "单位要换算（万人、千元），而这里写明的单位与指标不同。不替人换算表头里的单位。",
        "单位：万人",
        "改用指标的单位，或在每个数字后写明“万”。",
    ),
    page(
        "submission/formula-error",
        "单元格里的公式出错，没有数值。",
        "#DIV/0!",
        "改正公式，或直接填数字；分母为 0 时填“不适用”并说明。",
    ),
    page(
        "submission/uncomputed",
        "公式没有算过，文件里没有结果。绝不当作 0。",
        "程序写出、没有用电子表格软件打开过的工作簿",
        "用电子表格软件打开，保存后再报送；或填写分子、分母。",
    ),
    page(
        "submission/merged-figure",
        "合并单元格里的数字占了几行，只有第一行采用，其余各行无效：不知道它属于哪一行。",
        "两个地区合并填一个数",
        "取消合并，每一行各填各的数。",
    ),
    page(
        "submission/table-too-large",
        "不是一行一个数值的大文件，不能整张读入。",
        "100 MiB 的横排表",
        "改用一行一个数值的布局。",
    ),
    page(
        "submission/workbook-damaged",
        "工作簿损坏或不完整。",
        "没有下载完的 .xlsx",
        "在电子表格软件中打开，另存；打不开时请对方重新发送。",
    ),
    page(
        "submission/workbook-password",
        "工作簿加了密，没有密码打不开。只设了保护、人人打得开的照常读。",
        "加密的 .xlsx",
        "取消密码和工作簿保护后另存。只锁定单元格不影响读取。",
    ),
    page(
        "submission/workbook-too-large",
        "工作簿大得不像报送数据，没有读，以免耗尽内存。",
        "解压后数 GB 的 .xlsx",
        "只保留报送的表；数据量确实很大时用 CSV。",
    ),
    page(
        "submission/not-a-workbook",
        "文件不是可以读的工作簿。",
        "以 .xls 命名的网页",
        "在电子表格软件中打开，另存为 .xlsx。",
    ),
    page(
        "submission/no-such-sheet",
        "工作簿里没有 --sheet 指定的工作表。",
        "--sheet 报送",
        "从列出的名称或序号中选一个。",
    ),
    page(
        "submission/blank-workbook",
        "工作簿或指定的工作表没有内容。",
        "新建后没有填写的工作簿",
        "确认选对了文件，并且已经保存。",
    ),
    page(
        "submission/covered-cells",
        "合并单元格盖住了有内容的格子；看不见的内容没有采用。",
        "合并前各格都有数字",
        "取消合并，核对被盖住的内容。",
    ),
    page(
        "submission/hidden-sheets",
        "隐藏的工作表有内容，没有读。",
        "隐藏的上年数据",
        "要读时用 --sheet 指定。",
    ),
    page(
        "submission/hidden-cells",
        "隐藏的行、列也读了，因为报送的是整张表。",
        "筛选后隐藏的行",
        "不应报送的行、列请删除。",
    ),
];
