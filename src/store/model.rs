//! The state of the app as one value; what the screen shows is derived from it.

use super::load::{Load, Progress};
use crate::{
    later::Later,
    route::Route,
    sinks::{
        Saving,
        xapi::{Telling, Trouble},
    },
};
use engine::{
    bank::{Bank, Catalogue},
    draw,
    fold::Attempt,
    notes::{Note, Notes},
    quiz::Quiz,
    record::Record,
    session::Session,
    sorted::Map,
};
use std::sync::Arc;

/// The state of the app.
pub struct Model {
    /// Where the person is.
    pub route: Route,
    /// All areas.
    pub catalogue: Arc<Catalogue>,
    /// The second part of the app; none until somebody asked for it.
    pub later: Option<Load<&'static Later>>,
    /// The questions that were fetched, by file: areas as a whole, and openings of quizzes.
    pub banks: Map<Load<Arc<Bank>>>,
    /// The seed of the next quiz that brings none: known before, so that its opening is here when it starts.
    pub seed: String,
    /// The notes that were fetched, by area.
    pub notes: Map<Load<Notes>>,
    /// All attempts of this browser, by id.
    pub attempts: Map<Attempt>,
    /// The attempt that is on the screen.
    pub session: Option<Session>,
    /// The id of the attempt on the screen, when another tab has it.
    pub elsewhere: Option<String>,
    /// A quiz that starts as soon as its questions are there.
    pub wanted: Option<Quiz>,
    /// What the person chose.
    pub settings: Settings,
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
    /// A file was read: attempts that were new, attempts that were here, lines that could not be read.
    Imported(usize, usize, usize),
    /// A file could not be read, or was none of ours.
    NotOurs,
    /// A file could not be offered.
    NotSaved,
    /// Everything was erased.
    Erased,
    /// The quiz that was asked for has no questions.
    NoQuestions,
    /// What was answered is not told to whom it should be.
    Telling(Trouble),
}

/// What the person chose; kept under `plumb.settings`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// How large text is.
    pub text: TextSize,
    /// How much moves.
    pub motion: Motion,
    /// How much the person wants to remember.
    pub recall: Recall,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// How large text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Largest,
}

/// How much moves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    System,
    Reduced,
}

/// The chance with which a question is still remembered when it comes again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Recall {
    /// 80 %: long intervals, few reviews.
    Rough,
    /// 85 %.
    Fair,
    /// 90 %.
    #[default]
    Good,
    /// 95 %: short intervals, many reviews.
    Close,
}

/// A choice among words, by which it is kept and shown to the style sheet.
pub trait Word: Copy + PartialEq + Default + 'static {
    /// All values with their words, the usual one first.
    const ALL: &'static [(Self, &'static str)];

    /// The word of a value.
    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| *word)
    }

    /// The value of a word; the usual one where there is none such.
    fn of(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or_else(Self::default, |(value, _)| *value)
    }
}

impl Word for Theme {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::System, "system"), (Self::Light, "light"), (Self::Dark, "dark")];
}

impl Word for TextSize {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Normal, "normal"), (Self::Large, "large"), (Self::Largest, "largest")];
}

impl Word for Motion {
    const ALL: &'static [(Self, &'static str)] = &[(Self::System, "system"), (Self::Reduced, "reduced")];
}

impl Word for Recall {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Good, "90"), (Self::Rough, "80"), (Self::Fair, "85"), (Self::Close, "95")];
}

impl Model {
    /// All questions of an area, when they are here.
    pub fn bank(&self, area: &str) -> Option<&Arc<Bank>> {
        self.banks.get(&self.catalogue.area(area)?.chunk)?.here()
    }

    /// How far all questions of an area are.
    pub fn bank_progress(&self, area: &str) -> Progress {
        self.catalogue.area(area).map(|area| self.progress(&area.chunk)).unwrap_or_default()
    }

    /// The file that a quiz begins with: all questions of its area, once somebody has asked for them or
    /// where it cannot do with less, else its opening.
    fn beginning(&self, quiz: &Quiz) -> Option<String> {
        let area = self.catalogue.area(&quiz.area)?;
        let opening = draw::opening(quiz, &area.topics).map(|topic| area.opening(topic));
        // An opening that cannot be had need not be the end: all questions may have been kept.
        let opening =
            opening.filter(|file| self.banks.get(&area.chunk).is_none() && self.progress(file) != Progress::Failed);
        Some(opening.unwrap_or_else(|| area.chunk.clone()))
    }

    /// What a quiz begins with, when it is here.
    pub fn to_begin(&self, quiz: &Quiz) -> Option<&Arc<Bank>> {
        self.banks.get(&self.beginning(quiz)?)?.here()
    }

    /// How far that is.
    pub fn begin_progress(&self, quiz: &Quiz) -> Progress {
        self.beginning(quiz).map(|file| self.progress(&file)).unwrap_or_default()
    }

    fn progress(&self, file: &str) -> Progress {
        self.banks.get(file).map(Load::progress).unwrap_or_default()
    }

    /// The quiz that is about to begin in an area: the wanted one, or the next as long as nobody narrows it.
    pub fn next_quiz(&self, area: &str) -> Quiz {
        self.wanted.clone().unwrap_or_else(|| Quiz::new(area, &*self.seed, u16::MAX))
    }

    /// The file that the current place needs and nobody has asked for.
    pub fn need(&self) -> Option<String> {
        let file = match (&self.wanted, &self.route) {
            (Some(quiz), _) => self.beginning(quiz),
            (None, Route::Quiz(quiz)) => self.beginning(quiz),
            (None, Route::Area(area)) => self.beginning(&self.next_quiz(area)),
            _ => self.area_in_sight().and_then(|area| self.catalogue.area(area)).map(|area| area.chunk.clone()),
        };
        file.filter(|file| self.banks.get(file).is_none())
    }

    /// Gives the attempt on the screen the questions that its opening lacked.
    pub fn refill(&mut self) {
        let Some(session) = self.session.as_ref().filter(|session| !session.is_whole()) else { return };
        let bank = self.bank(&session.record().quiz.area).cloned();
        if let Some((session, bank)) = self.session.as_mut().zip(bank) {
            session.refill(bank);
        }
    }

    /// What is worth knowing about a question of the attempt on the screen, when it is here.
    pub fn note(&self, id: &str) -> Option<&Note> {
        self.notes.get(self.area_on_screen()?)?.here()?.of(id)
    }

    /// How far the notes of the attempt on the screen are.
    pub fn notes_progress(&self) -> Progress {
        let load = self.area_on_screen().and_then(|area| self.notes.get(area));
        load.map(Load::progress).unwrap_or_default()
    }

    /// The area of the attempt on the screen.
    pub fn area_on_screen(&self) -> Option<&str> {
        self.session.as_ref().map(|session| session.record().quiz.area.as_str())
    }

    /// The second part, when it is here.
    pub fn later(&self) -> Option<&'static Later> {
        self.later.as_ref().and_then(Load::here).copied()
    }

    /// How far the second part is, and what it works on: all questions of the attempt on the screen.
    pub fn later_progress(&self) -> Progress {
        let later = self.later.as_ref().map(Load::progress).unwrap_or_default();
        match self.session.as_ref().filter(|session| later == Progress::Here && !session.is_whole()) {
            Some(session) => self.bank_progress(&session.record().quiz.area),
            None => later,
        }
    }

    /// Whether the current place cannot do without the second part.
    pub fn needs_later(&self) -> bool {
        matches!(self.route, Route::Attempt(_) | Route::Review | Route::History | Route::Settings | Route::Gallery(_))
    }

    /// Takes the attempt on the screen, as it is now, among all attempts, and gives its facts.
    pub fn remember(&mut self) -> Option<Record> {
        let record = self.session.as_ref()?.record().clone();
        self.attempts.insert(record.id.clone(), Attempt::new(record.clone()));
        Some(record)
    }

    /// The area that the current place needs questions of.
    pub fn area_in_sight(&self) -> Option<&str> {
        match &self.route {
            Route::Area(area) => Some(area),
            Route::Quiz(quiz) => Some(&quiz.area),
            Route::Attempt(id) => self.attempts.get(id).map(|attempt| attempt.record.quiz.area.as_str()),
            _ => None,
        }
    }

    /// Shows a notice once.
    pub fn notify(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}
