//! The places of the app as a type, and the part of the address after `#` that names them.

use engine::{modes::Mode, quiz::Quiz, sorted::Set};
use std::fmt::Write as _;

/// A place of the app.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Route {
    /// The ten skills and their areas.
    #[default]
    Home,
    /// One area, by its id.
    Area(String),
    /// The door to a quiz that somebody linked to. Its seed may be empty: then each visit draws anew.
    Quiz(Box<Quiz>),
    /// An attempt, by its id: the running quiz or its result.
    Attempt(String),
    /// What is about to be forgotten.
    Review,
    /// All attempts.
    History,
    /// The level in each skill.
    Levels,
    /// Settings and data.
    Settings,
    /// Attempts go to another device, and come from one: the part of a code that the link brings, or nothing.
    Transfer(String),
    /// A result that somebody shows: the facts themselves.
    Shown(String),
    /// How to put a quiz into another page.
    Embed,
    /// Every kind of question in every state, for those who build Plumb; empty for the list of kinds.
    Gallery(String),
    /// A quiz becomes a package for a learning system.
    Package,
    /// No place of ours.
    Missing,
}

/// The most questions that a link may ask for.
const MOST_QUESTIONS: u16 = 200;
/// The longest time limit that a link may set, in minutes.
const MOST_MINUTES: u32 = 600;

impl Route {
    /// Reads the address after `#`. Anybody may have written it: what does not fit is left out.
    pub fn read(hash: &str) -> Self {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Home,
            (Some("area"), Some(id), None) if is_name(id) => Self::Area(id.to_owned()),
            (Some("quiz"), Some(ids), None) if ids.split(',').all(is_name) => {
                Self::Quiz(Box::new(read_quiz(ids, query)))
            }
            (Some("attempt"), Some(id), None) if is_name(id) => Self::Attempt(id.to_owned()),
            (Some("review"), None, _) => Self::Review,
            (Some("history"), None, _) => Self::History,
            (Some("skills"), None, _) => Self::Levels,
            (Some("settings"), None, _) => Self::Settings,
            // A part holds strokes of its own.
            (Some("transfer"), ..) => Self::Transfer(path.strip_prefix("/transfer/").unwrap_or_default().to_owned()),
            (Some("shown"), Some(text), None) => Self::Shown(text.to_owned()),
            (Some("embed"), None, _) => Self::Embed,
            (Some("package"), None, _) => Self::Package,
            (Some("gallery"), None, _) => Self::Gallery(String::new()),
            (Some("gallery"), Some(id), None) if is_name(id) => Self::Gallery(id.to_owned()),
            _ => Self::Missing,
        }
    }

    /// The address after `#`.
    pub fn write(&self) -> String {
        match self {
            Self::Home | Self::Missing => "/".into(),
            Self::Area(id) => format!("/area/{id}"),
            Self::Quiz(quiz) => write_quiz(quiz),
            Self::Attempt(id) => format!("/attempt/{id}"),
            Self::Review => "/review".into(),
            Self::History => "/history".into(),
            Self::Levels => "/skills".into(),
            Self::Settings => "/settings".into(),
            Self::Transfer(part) if part.is_empty() => "/transfer".into(),
            Self::Transfer(part) => format!("/transfer/{part}"),
            Self::Shown(text) => format!("/shown/{text}"),
            Self::Embed => "/embed".into(),
            Self::Package => "/package".into(),
            Self::Gallery(id) => format!("/gallery/{id}"),
        }
    }

    /// The address as a link has it.
    pub fn href(&self) -> String {
        format!("#{}", self.write())
    }
}

fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

fn read_quiz(areas: &str, query: &str) -> Quiz {
    let mut quiz = Quiz::new("", "", 10);
    quiz.areas = areas.split(',').map(str::to_owned).collect();
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        let names =
            || value.split(',').filter(|name| name.split('/').all(is_name)).map(str::to_owned).collect::<Set<_>>();
        match name {
            "n" => quiz.count = value.parse().map_or(quiz.count, |count: u16| count.clamp(1, MOST_QUESTIONS)),
            "seed" if is_name(value) => value.clone_into(&mut quiz.seed),
            "mode" => quiz.mode = Mode::ALL.into_iter().find(|mode| mode.word() == value).unwrap_or(quiz.mode),
            "sure" => quiz.rated = value == "1",
            "topics" => quiz.topics = names(),
            "levels" => {
                quiz.levels = value.split(',').filter_map(|n| n.parse().ok()).filter(|n| (1..=5).contains(n)).collect();
            }
            "only" => quiz.only = names(),
            "avoid" => quiz.avoid = names(),
            "minutes" => {
                quiz.limit = value.parse().ok().map(|minutes: u32| minutes.clamp(1, MOST_MINUTES) * 60);
            }
            _ => {}
        }
    }
    quiz
}

fn write_quiz(quiz: &Quiz) -> String {
    let names = |set: &Set<String>| set.iter().map(String::as_str).collect::<Vec<_>>().join(",");
    let mut text = format!("/quiz/{}?n={}", names(&quiz.areas), quiz.count);
    let mut add = |name: &str, value: String| {
        if !value.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(text, "&{name}={value}");
        }
    };
    add("seed", quiz.seed.clone());
    add("mode", if quiz.mode == Mode::Practice { String::new() } else { quiz.mode.word().into() });
    add("sure", if quiz.rated { "1".into() } else { String::new() });
    add("topics", names(&quiz.topics));
    add("levels", quiz.levels.iter().map(u8::to_string).collect::<Vec<_>>().join(","));
    add("only", names(&quiz.only));
    add("avoid", names(&quiz.avoid));
    add("minutes", quiz.limit.map(|seconds| seconds.div_ceil(60).to_string()).unwrap_or_default());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back_as_it_was_written() {
        let mut quiz = Quiz::new("python", "k3x", 7);
        quiz.mode = Mode::Exam;
        quiz.topics = ["functions".to_owned(), "types".to_owned()].into();
        quiz.levels = [2, 5].into();
        quiz.avoid.insert("some-id".into());
        quiz.limit = Some(900);
        quiz.rated = true;
        let mut mixed = Quiz::new("sql", "s", 5);
        mixed.areas.insert("git".into());
        mixed.mode = Mode::Daily;
        mixed.only = ["git/amend".into(), "sql/null".into()].into();
        let routes = [
            Route::Home,
            Route::Area("python".into()),
            Route::Quiz(Box::new(quiz)),
            Route::Quiz(Box::new(mixed)),
            Route::Quiz(Box::new(Quiz::new("sql", "s", 10))),
            Route::Attempt("abc-9x".into()),
            Route::History,
            Route::Shown("a1-b2.4.xyz_-".into()),
            Route::Levels,
            Route::Settings,
            Route::Transfer(String::new()),
            Route::Transfer("PLUMB12/5KQXW0$%25+-.Z".into()),
            Route::Embed,
            Route::Package,
            Route::Gallery(String::new()),
            Route::Gallery("cloze".into()),
        ];
        for route in routes {
            assert_eq!(Route::read(&route.write()), route);
        }
    }

    #[test]
    fn hostile_addresses_are_tamed() {
        assert_eq!(Route::read("/area/<script>"), Route::Missing);
        assert_eq!(Route::read("/nowhere"), Route::Missing);
        assert_eq!(Route::read("/area/a/b"), Route::Missing);
        assert_eq!(Route::read("main"), Route::Missing);
        let Route::Quiz(quiz) = Route::read("/quiz/sql?n=99999&seed=%00&levels=0,3,9&minutes=0&mode=x&topics=,,&&=")
        else {
            panic!("a quiz")
        };
        assert_eq!((quiz.count, quiz.seed.as_str(), quiz.limit), (10, "", Some(60)));
        assert_eq!(quiz.levels, [3].into());
        assert!(quiz.topics.is_empty());
    }
}
