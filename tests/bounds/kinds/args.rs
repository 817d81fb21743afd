//! Arguments, and folders.

use std::fs;

use super::{HEADER, Kind, Maker};

pub(super) const KINDS: &[Kind] = &[
    ("names of indicators that are not known", unknown),
    ("a name of an indicator without an end", long),
    ("one file over and over", same),
    ("paths of nothing", nothing_there),
    ("folders side by side", folders),
    ("names of files that are no text", no_text),
    ("a folder of many files", many_files),
    ("folders within folders", deep),
    ("what is of the system", devices),
];

fn sent(maker: &Maker) -> Vec<String> {
    maker.check("2023.csv", format!("{HEADER}2023,定海区,9,57.2%,,,\n"))
}

fn unknown(maker: &mut Maker) -> Vec<String> {
    let mut args = sent(maker);
    let flag = maker.one_of(&["--indicator", "--region"]);
    for at in 0..maker.size(2_000, 30_000) {
        args.extend([flag.to_owned(), format!("就业{at}")]);
    }
    args
}

fn long(maker: &mut Maker) -> Vec<String> {
    let mut args = sent(maker);
    let flag = maker.one_of(&["--indicator", "--region", "--sheet", "--deny"]);
    args.extend([flag.to_owned(), "就业率".repeat(14_000)]);
    args
}

fn same(maker: &mut Maker) -> Vec<String> {
    let args = sent(maker);
    let again = vec![args[1].clone(); maker.size(300, 20_000)];
    [args, again].concat()
}

fn many_files(maker: &mut Maker) -> Vec<String> {
    for at in 0..maker.size(300, 20_000) {
        maker.file(&format!("all/{at}-2023.csv"), format!("{HEADER}2023,定海区,9,57.2%,,,\n"));
    }
    vec!["check".to_owned(), maker.path("all").to_str().unwrap().to_owned()]
}

fn deep(maker: &mut Maker) -> Vec<String> {
    let mut path = maker.path("all");
    let args = vec!["check".to_owned(), path.to_str().unwrap().to_owned()];
    for _ in 0..maker.size(300, 1_500) {
        path.push("d");
    }
    fs::create_dir_all(&path).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(maker.path("all"), maker.path("all/d/round")).unwrap();
    fs::write(path.join("2023.csv"), format!("{HEADER}2023,定海区,9,57.2%,,,\n")).unwrap();
    args
}

fn devices(maker: &mut Maker) -> Vec<String> {
    let mut args = sent(maker);
    let place = maker.one_of(&["/dev/zero", "/proc/kmsg", "/proc/self/pagemap", "/dev/ptmx"]);
    let flag = maker.one_of(&["", "--waivers", "--plan", "--history"]);
    args.extend([flag, place].into_iter().filter(|arg| !arg.is_empty()).map(str::to_owned));
    args
}

fn nothing_there(maker: &mut Maker) -> Vec<String> {
    let end = maker.one_of(&[".csv", "*.csv", "/", "/**/*.csv"]);
    let folder = maker.path("no").to_str().unwrap().to_owned();
    let paths = (0..maker.size(2_000, 15_000)).map(|at| format!("{folder}{at}{end}"));
    std::iter::once("check".to_owned()).chain(paths).collect()
}

fn folders(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(300, 15_000);
    for at in 0..many {
        maker.file(&format!("all/{at}/2023.csv"), format!("{HEADER}2023,定海区,9,57.2%,,,\n"));
    }
    let all = maker.path("all").to_str().unwrap().to_owned();
    match maker.below(2) {
        0 => vec!["check".to_owned(), format!("{all}/*/2023.csv")],
        _ => std::iter::once("check".to_owned())
            .chain((0..many).map(|at| format!("{all}/{at}")))
            .collect(),
    }
}

fn no_text(maker: &mut Maker) -> Vec<String> {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = maker.path("all");
    fs::create_dir_all(&folder).unwrap();
    for at in 0..maker.size(100, 5_000) {
        let name = [b"\xFF\x1B\xC2".as_slice(), at.to_string().as_bytes(), b".csv"].concat();
        let row = format!("{HEADER}2023,定海区,9,57.2%,,,\n");
        fs::write(folder.join(std::ffi::OsStr::from_bytes(&name)), row).unwrap();
    }
    let folder = folder.to_str().unwrap().to_owned();
    let end = maker.one_of(&["", "/*.csv", "/**/*"]);
    vec!["check".to_owned(), format!("{folder}{end}")]
}
