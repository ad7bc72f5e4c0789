//! The state of the app as one value; what the screen shows is derived from it.

use super::{
    load::{Load, Progress},
    settings::Settings,
};
use crate::{
    later::Later,
    rare::Rare,
    route::Route,
    sinks::{
        Saving,
        xapi::{Telling, Trouble},
    },
    words::Words,
};
use engine::{
    bank::{Area, Bank, Catalogue, Item},
    draw,
    fold::Attempt,
    notes::{Note, Notes},
    quiz::Quiz,
    record::Record,
    session::Session,
    sorted::{Map, Set},
    summary::Summary,
};
use std::{mem::ManuallyDrop, sync::Arc};

/// The state of the app.
pub struct Model {
    /// Where the person is.
    pub route: Route,
    /// All areas.
    pub catalogue: Arc<Catalogue>,
    /// The second part of the app; none until somebody asked for it.
    pub later: Option<Load<&'static Later>>,
    /// The third part, in the same way.
    pub rare: Option<Load<&'static Rare>>,
    /// The questions that were fetched, by file: areas as a whole, and openings of quizzes.
    pub banks: Map<Load<Arc<Bank>>>,
    /// The seed of the next quiz that brings none: known before, so that its opening is here when it starts.
    pub seed: String,
    /// The notes that were fetched, by area.
    pub notes: Map<Load<Notes>>,
    /// All attempts of this browser, by id.
    pub attempts: Map<Attempt>,
    /// What they come to; until all are here, what the index said of it. The state lives as long as the page, and what
    /// would free this need not be in the first part.
    pub summary: ManuallyDrop<Summary>,
    /// Whether all attempts that are kept are here.
    pub whole: bool,
    /// The attempt that is on the screen.
    pub session: Option<Session>,
    /// The id of the attempt on the screen, when another tab has it.
    pub elsewhere: Option<String>,
    /// Areas whose questions the page on the screen asked for.
    pub looked_at: Set<String>,
    /// A quiz that starts as soon as its questions are there.
    pub wanted: Option<Quiz>,
    /// What the person chose.
    pub settings: Settings,
    /// The areas that they follow with the daily five.
    pub follows: Set<String>,
    /// What the person should know, in the order in which it came up.
    pub notices: Vec<Notice>,
    /// How far the latest facts are on their way to the disk.
    pub saving: Saving,
    /// What is told to a record store outside, where there is one.
    pub telling: Option<Box<Telling>>,
    /// What the status region says to screen readers.
    pub said: String,
    /// The time of day, kept up to date while a time limit runs.
    pub now: u64,
}

/// Something that the person should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// There is no storage: everything is kept until the page closes.
    MemoryOnly,
    /// The storage took no more.
    Full,
    /// The storage will soon take no more.
    NearlyFull,
    /// So many saved attempts could not be read and were set aside.
    SetAside(usize),
    /// So many saved attempts come from a newer Plumb.
    Newer(usize),
    /// A file was read: what became of its attempts, and lines that could not be read.
    Imported(Added, usize),
    /// A file could not be read, or was none of ours.
    NotOurs,
    /// A file could not be offered.
    NotSaved,
    /// Everything was erased.
    Erased,
    /// The quiz that was asked for has no questions.
    NoQuestions,
    /// An app on this device's home screen would begin without what is here.
    HomeScreen,
    /// What is answered goes to the learning system that shows the page.
    ToSystem,
    /// No learning system is there, though the page was made for one.
    NoSystem,
    /// The learning system refused something, with this code.
    SystemRefused(u16),
    /// The learning system has not enough room to bring the attempt back.
    SystemFull,
    /// The learning system was told that the page was left, and takes nothing more.
    SystemClosed,
    /// What was answered is not told to whom it should be.
    Telling(Trouble),
}

/// What became of attempts that came from elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Added {
    /// They were not here before.
    pub new: usize,
    /// They had got further than the copies that were here.
    pub further: usize,
    /// They were here already.
    pub here: usize,
}

/// Whether a quiz can begin without the second part: it is of one area, and what was done before does not matter.
pub fn is_plain(quiz: &Quiz) -> bool {
    quiz.area().is_some() && !quiz.mode.rules().adapts()
}

impl Model {
    /// All questions of an area, when they are here.
    pub fn bank(&self, area: &str) -> Option<&Arc<Bank>> {
        self.banks.get(&self.catalogue.area(area)?.chunk)?.here()
    }

    /// The questions of several areas, when all are here; of areas that are no longer in the catalogue there are none.
    pub fn bank_of(&self, areas: &Set<String>) -> Option<Arc<Bank>> {
        let known = areas.iter().filter(|area| self.catalogue.area(area).is_some());
        let banks: Vec<Arc<Bank>> = known.map(|area| self.bank(area).cloned()).collect::<Option<_>>()?;
        match banks.as_slice() {
            [] => None,
            [bank] => Some(Arc::clone(bank)),
            several => Some(Arc::new(Bank::together(several))),
        }
    }

    /// How far all questions of some areas are.
    pub fn banks_progress(&self, areas: &Set<String>) -> Progress {
        Progress::of_all(self.chunks(areas.iter()).map(|chunk| self.progress(chunk)))
    }

    fn chunks<'a>(&'a self, areas: impl Iterator<Item = &'a String>) -> impl Iterator<Item = &'a String> {
        areas.filter_map(|area| Some(&self.catalogue.area(area)?.chunk))
    }

    /// The file that a quiz of one area begins with: all its questions, once somebody has asked for them or
    /// where it cannot do with less, else its opening.
    fn beginning(&self, quiz: &Quiz) -> Option<String> {
        let area = self.catalogue.area(quiz.area()?)?;
        let opening = draw::opening(quiz, &area.topics).map(|first| area.opening(first));
        // An opening that cannot be had need not be the end: all questions may have been kept.
        let opening =
            opening.filter(|file| self.banks.get(&area.chunk).is_none() && self.progress(file) != Progress::Failed);
        Some(opening.unwrap_or_else(|| area.chunk.clone()))
    }

    /// What a quiz of one area begins with, when it is here.
    pub fn to_begin(&self, quiz: &Quiz) -> Option<&Arc<Bank>> {
        self.banks.get(&self.beginning(quiz)?)?.here()
    }

    /// How far that is.
    pub fn begin_progress(&self, quiz: &Quiz) -> Progress {
        if is_plain(quiz) {
            return self.beginning(quiz).map(|file| self.progress(&file)).unwrap_or_default();
        }
        self.banks_progress(&quiz.areas)
    }

    fn progress(&self, file: &str) -> Progress {
        self.banks.get(file).map(Load::progress).unwrap_or_default()
    }

    /// The quiz that is about to begin in an area: the wanted one, or the next as long as nobody narrows it.
    pub fn next_quiz(&self, area: &str) -> Quiz {
        self.wanted.clone().unwrap_or_else(|| Quiz::new(area, &*self.seed, u16::MAX))
    }

    /// The files that the current place needs and nobody has asked for.
    pub fn need(&self) -> Vec<String> {
        let begin = |quiz: &Quiz| match is_plain(quiz) {
            true => self.beginning(quiz).into_iter().collect(),
            false => self.chunks(quiz.areas.iter()).cloned().collect(),
        };
        let mut files: Vec<String> = match (&self.wanted, &self.route) {
            (Some(quiz), _) => begin(quiz),
            (None, Route::Quiz(quiz)) => begin(quiz),
            (None, Route::Area(area)) => begin(&self.next_quiz(area)),
            (None, Route::Attempt(id)) => match self.attempts.get(id) {
                Some(attempt) => self.chunks(attempt.record.quiz.areas.iter()).cloned().collect(),
                None => Vec::new(),
            },
            (None, Route::Levels) => self.chunks(self.answered().iter()).cloned().collect(),
            _ => self.chunks(self.looked_at.iter()).cloned().collect(),
        };
        files.retain(|file| self.banks.get(file).is_none());
        files
    }

    /// The areas in which something was answered.
    pub fn answered(&self) -> Set<String> {
        let areas = self.catalogue.areas.iter().map(|area| &area.id);
        areas.filter(|area| self.summary.done(area).is_some()).cloned().collect()
    }

    /// Gives the attempt on the screen the questions that its opening lacked.
    pub fn refill(&mut self) {
        let Some(session) = self.session.as_ref().filter(|session| !session.is_whole()) else { return };
        let bank = session.record().quiz.area().and_then(|area| self.bank(area)).cloned();
        if let Some((session, bank)) = self.session.as_mut().zip(bank) {
            session.refill(bank);
        }
    }

    /// What is worth knowing about a question of the attempt on the screen, when it is here.
    pub fn note(&self, item: &Item) -> Option<&Note> {
        self.notes.get(&item.area)?.here()?.of(&item.id)
    }

    /// How far the notes of the attempt on the screen are.
    pub fn notes_progress(&self) -> Progress {
        let notes = |area| self.notes.get(area).map(Load::progress).unwrap_or_default();
        Progress::of_all(self.areas_on_screen().map(|area| notes(&area.id)))
    }

    /// The areas of the attempt on the screen.
    pub fn areas_on_screen(&self) -> impl Iterator<Item = &Area> {
        let areas = self.session.iter().flat_map(|session| session.record().quiz.areas.iter());
        areas.filter_map(|area| self.catalogue.area(area))
    }

    /// The names of areas; of more than two how many.
    pub fn title_of(&self, areas: &Set<String>, words: &Words) -> String {
        let title = |id: &String| self.catalogue.area(id).map_or_else(|| id.clone(), |area| area.title.clone());
        match areas.len() {
            0..=2 => areas.iter().map(title).collect::<Vec<_>>().join(", "),
            several => (words.areas)(several),
        }
    }

    /// The second part, when it is here.
    pub fn later(&self) -> Option<&'static Later> {
        self.later.as_ref().and_then(Load::here).copied()
    }

    /// How far the second part is, and what it works on: all questions of the attempt on the screen.
    pub fn later_progress(&self) -> Progress {
        let later = self.later.as_ref().map(Load::progress).unwrap_or_default();
        match self.session.as_ref().filter(|session| later == Progress::Here && !session.is_whole()) {
            Some(session) => self.banks_progress(&session.record().quiz.areas),
            None => later,
        }
    }

    /// The third part, when it is here.
    pub fn rare(&self) -> Option<&'static Rare> {
        self.rare.as_ref().and_then(Load::here).copied()
    }

    /// How far the third part is.
    pub fn rare_progress(&self) -> Progress {
        self.rare.as_ref().map(Load::progress).unwrap_or_default()
    }

    /// Whether the current place cannot do without the second part.
    pub fn needs_later(&self) -> bool {
        !matches!(self.route, Route::Home | Route::Area(_) | Route::Quiz(_) | Route::Missing)
            || self.wanted.as_ref().is_some_and(|quiz| !is_plain(quiz))
    }

    /// Takes the attempt that has just begun among all attempts, and gives its facts.
    pub fn remember(&mut self) -> Option<Record> {
        let record = self.session.as_ref()?.record().clone();
        self.attempts.insert(record.id.clone(), Attempt::new(record.clone()));
        Some(record)
    }

    /// Shows a notice once.
    pub fn notify(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}
