//! The way from files to a report.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use dabiao::diagnostic::{Diagnostic, InputProblem};
use dabiao::judge;
use dabiao::plan::Plan;
use dabiao::report::Report;
use dabiao::submission::{Budget, Input, Options, Submission};

use super::Failure;
use super::args::{DataArgs, LookArgs, ReadArgs};
use super::bytes::{Opened, Watched};
use super::inputs::{Given, Inputs, Source, unreadable};
use super::progress::Progress;
use super::settings::Layout;

/// Reads submissions under a plan, and judges them.
pub(super) struct Reading<'a> {
    pub(super) plan: &'a Plan,
    /// The files of the years before.
    pub(super) history: &'a [PathBuf],
    pub(super) args: &'a ReadArgs,
    /// Whether nothing is to be said of how far it is.
    pub(super) quiet: bool,
    /// Whether the SHA-256 of every file is computed.
    pub(super) digest: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(plan: &'a Plan, data: &'a DataArgs, look: &LookArgs) -> Self {
        let (history, args) = (&data.history, &data.read);
        Self { plan, history, args, quiet: look.quiet, digest: false }
    }

    /// Reads the files and those of the years before, and judges.
    pub(super) fn judge(
        &self,
        paths: &[PathBuf],
        options: &judge::Options,
    ) -> Result<Report, Failure> {
        Ok(self.judged(self.submissions(paths)?, options))
    }

    /// Judges files of several years, which are each other's history.
    pub(super) fn judge_years(
        &self,
        paths: &[PathBuf],
        options: &judge::Options,
    ) -> Result<Report, Failure> {
        Ok(self.judged((self.years(paths)?, Submission::default()), options))
    }

    /// Judges what was opened.
    pub(super) fn judge_opened(
        &self,
        opened: OpenedInputs,
        options: &judge::Options,
    ) -> Result<Report, Failure> {
        Ok(self.judged(self.read_opened(opened)?, options))
    }

    fn judged(&self, read: (Submission, Submission), options: &judge::Options) -> Report {
        let (submission, history) = read;
        judge::judge(self.plan, submission, history, options, threads(self.args))
    }

    /// Reads the files, and those of the years before.
    pub(super) fn submissions(
        &self,
        paths: &[PathBuf],
    ) -> Result<(Submission, Submission), Failure> {
        self.read_opened(open(&mut Inputs::find(paths, self.history, self.args))?)
    }

    /// Reads files of several years, those of `--history` among them.
    pub(super) fn years(&self, paths: &[PathBuf]) -> Result<Submission, Failure> {
        if paths.is_empty() && self.history.is_empty() {
            return Err(Diagnostic::whole(InputProblem::NothingGiven).into());
        }
        let mut inputs = Inputs::find(paths, self.history, self.args);
        let there: BTreeSet<PathBuf> = inputs.judged.iter().map(Given::key).collect();
        inputs.history.retain(|given| !there.contains(&given.key()));
        inputs.judged.append(&mut inputs.history);
        Ok(self.read_opened(open(&mut inputs)?)?.0)
    }

    fn read_opened(&self, opened: OpenedInputs) -> Result<(Submission, Submission), Failure> {
        let OpenedInputs { mut judged, mut before, notes } = opened;
        let all = || judged.iter().chain(&before);
        let progress = Progress::new(all().map(Opened::length).sum(), self.quiet);
        let watched: Vec<Watched> =
            judged.iter_mut().chain(&mut before).filter_map(Opened::watched).collect();
        let vocabulary = judge::vocabulary(self.plan);
        let layout = self.args.layout.as_ref().map(Layout::places).unwrap_or_default();
        // One for all files of the run, those of the years before too.
        let budget = Budget::default();
        let read = |opened: Vec<Opened>, year, sheet| {
            let input = |opened: Opened| Input {
                name: opened.name.clone(),
                bytes: opened.bytes(&progress),
            };
            let encoding = self.args.encoding.map(Into::into);
            let (threads, digest) = (threads(self.args), self.digest);
            let place =
                |opened: &Opened| Some((opened.name.clone(), layout.year_of(&opened.name)?));
            let places = opened.iter().filter_map(place).collect();
            let options = Options { encoding, sheet, year, places, threads, digest };
            let inputs = opened.into_iter().map(input).collect();
            Submission::read_within(inputs, &vocabulary, &options, &budget)
        };
        let judged = read(judged, self.args.year, self.args.sheet.clone());
        let before = read(before, None, None);
        drop(progress);
        let mut faults: Vec<InputProblem> = watched.iter().filter_map(Watched::fault).collect();
        let unread = judged.as_ref().err().into_iter().chain(before.as_ref().err());
        let unread = unread.flat_map(|failed| &failed.errors);
        faults.extend(unread.map(|failed| unreadable(Path::new(&*failed.name), &failed.error)));
        none_of(faults)?;
        let mut submission = judged.unwrap_or_default();
        let notes = notes.into_iter().map(Diagnostic::whole);
        submission.diagnostics.splice(0..0, notes);
        Ok((submission, before.unwrap_or_default()))
    }
}

/// How many threads to use.
pub(super) fn threads(args: &ReadArgs) -> NonZeroUsize {
    // To know it, files of the system are read.
    static PROCESSORS: OnceLock<NonZeroUsize> = OnceLock::new();
    let processors = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let asked = args.threads.and_then(|threads| NonZeroUsize::new(threads.into()));
    asked.unwrap_or_else(|| *PROCESSORS.get_or_init(processors))
}

/// Files that were opened for reading, and what there is to say about them.
pub(super) struct OpenedInputs {
    pub(super) judged: Vec<Opened>,
    before: Vec<Opened>,
    notes: Vec<InputProblem>,
}

/// Opens every file before anything is read, so that all trouble is told at once.
pub(super) fn open(inputs: &mut Inputs) -> Result<OpenedInputs, Failure> {
    let mut faults = std::mem::take(&mut inputs.faults);
    // Where nothing will be read any more, nobody should have to type first.
    let is_sound = faults.is_empty();
    let mut open = |given: &[Given]| -> Vec<Opened> {
        let given = given.iter().filter(|given| is_sound || given.source != Source::Stdin);
        let open = |given| Opened::open(given).map_err(|problem| faults.push(problem)).ok();
        given.filter_map(open).collect()
    };
    let (judged, before) = (open(&inputs.judged), open(&inputs.history));
    none_of(faults)?;
    Ok(OpenedInputs { judged, before, notes: std::mem::take(&mut inputs.notes) })
}

fn none_of(faults: Vec<InputProblem>) -> Result<(), Failure> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::from(faults.into_iter().map(Diagnostic::whole).collect::<Vec<_>>()))
}
