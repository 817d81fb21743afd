//! `dabiao letters`

use std::collections::BTreeMap;

use dabiao::diagnostic::{self, Diagnostic, OutputProblem, Severity};
use dabiao::render::{LETTER, Lang};
use dabiao::report::{Exit, Letter, Letters, Sending};

use super::args::LettersArgs;
use super::guard::Guard;
use super::harmless::Kind;
use super::{Failure, check, files, folder, output};

pub(super) fn run(args: &LettersArgs) -> Result<Exit, Failure> {
    let lang: Lang = args.look.lang.into();
    let guard = Guard::new(args.force).reads(&args.judge.paths, &args.judge.data);
    let plan = files::plan(&args.judge.data.plan)?;
    let report = check::judged_by(&plan, &args.judge, false, &args.look)?;
    let sending = Sending { sender: args.from.clone(), due: args.due };
    let letters = report.letters(&plan.region_names, &sending, folder::MOST);
    let Letters { letters, unaddressed } = letters.map_err(folder::too_many)?;
    tell(&letters, unaddressed, args);
    let names = names(&letters, lang);
    let files = folder::destinations(guard, &args.output, &names, args.format)?;
    let writer = LETTER.iter().find(|(format, _)| *format == args.format);
    let (format, write) = writer.unwrap_or(&LETTER[0]);
    for (letter, file) in letters.iter().zip(&files) {
        output::write(Some(file), Kind::of(*format, false), |out| write(letter, lang, out))?;
    }
    if !letters.is_empty() {
        let folder = args.output.display().to_string();
        output::say(&lang.letters_written(letters.len(), format.word(), &folder), &args.look);
    }
    Ok(report.exit)
}

/// Says what is in no letter.
fn tell(letters: &[Letter<'_>], mut unaddressed: Vec<Diagnostic>, args: &LettersArgs) {
    let weighs = |found: &&Diagnostic| found.severity() != Severity::Note;
    let count = diagnostic::count(unaddressed.iter().filter(weighs));
    let withheld = letters.iter().map(|letter| letter.withheld).sum();
    let told = [
        (count > 0).then_some(OutputProblem::InNoLetter { count }),
        (withheld > 0).then_some(OutputProblem::Withheld { count: withheld }),
        letters.is_empty().then_some(OutputProblem::NoLetters),
    ];
    unaddressed.extend(told.into_iter().flatten().map(Diagnostic::whole));
    output::diagnose_sent(&unaddressed, &args.judge.data.read, &args.look);
}

/// The name of each letter's file; the code tells regions of one name apart.
fn names(letters: &[Letter<'_>], lang: Lang) -> Vec<String> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for letter in letters {
        *known.entry(lang.letter_file(letter, false)).or_default() += 1;
    }
    let name = |letter| {
        let name = lang.letter_file(letter, false);
        let is_shared = known.get(&name).is_some_and(|count| *count > 1);
        if is_shared { lang.letter_file(letter, true) } else { name }
    };
    letters.iter().map(name).collect()
}
