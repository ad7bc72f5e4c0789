//! Daily five: the same few questions for everybody on a date, for those who take part.

use super::area::picks;
use crate::dom::{
    IntoView, View, ev,
    tags::{button, details, h2, p, section, summary},
};
use crate::{
    platform::{clock, intl},
    store::{Model, Store},
};
use engine::{
    fold::Attempt,
    modes::Mode,
    quiz::Quiz,
    schedule::{
        calendar,
        daily::{self, FIVE},
    },
    sorted::Set,
};

/// Where the person stands with the daily five.
#[derive(Clone, Default, PartialEq)]
pub struct Today {
    /// The areas that they take part with; none where they do not take part.
    areas: Set<String>,
    /// The date, such as `2026-11-21`.
    date: String,
    /// Today's attempt, begun or finished.
    attempt: Option<String>,
    /// Whether it is finished.
    done: bool,
    /// Days in a row.
    streak: usize,
}

/// Where the person stands today.
pub fn today(model: &Model) -> Today {
    let (now, offset) = (clock::now(), clock::offset());
    let date = date(now, offset);
    let all = || model.attempts.values().filter(|attempt| attempt.record.quiz.mode == Mode::Daily);
    let is_done = |attempt: &&Attempt| attempt.state.finished.is_some();
    let mine = all().filter(|attempt| attempt.record.quiz.seed == date).max_by_key(|attempt| is_done(attempt));
    Today {
        areas: model.follows.clone(),
        attempt: mine.map(|attempt| attempt.record.id.clone()),
        done: mine.is_some_and(|attempt| is_done(&attempt)),
        streak: daily::streak(all().filter(is_done).map(|attempt| attempt.record.until()), now, offset),
        date,
    }
}

/// Whether the person takes part and today's questions still wait; what is not known yet is not said. It goes by when
/// an attempt began, which is known before all attempts are read.
pub fn waits(model: &Model) -> bool {
    let (rows, offset) = (model.summary.rows(), clock::offset());
    let today = calendar::day(clock::now(), offset);
    let mut latest = rows.iter().rev().take_while(|row| calendar::day(row.started, offset) == today);
    let known = model.whole || !rows.is_empty();
    known && !model.follows.is_empty() && !latest.any(|row| row.finished && row.mode == Mode::Daily)
}

/// The day of a moment as everybody there calls it, such as `2026-11-21`.
fn date(now: u64, offset: i32) -> String {
    let day = u64::try_from(calendar::day(now, offset)).unwrap_or_default();
    intl::stamp(day.saturating_mul(calendar::DAY))
}

/// Today's questions, and the choice of areas.
pub fn section_of(store: Store) -> View {
    let words = store.most();
    let now = store.memo(today);
    let state = move || {
        let now = now.get();
        let streak = (now.streak > 1).then(|| p().child((words.daily_streak)(now.streak)));
        if now.done {
            return (p().child(words.daily_done), streak).into_view();
        }
        if now.areas.is_empty() {
            return p().child(words.daily_off).into_view();
        }
        let (areas, date) = (now.areas.clone(), now.date.clone());
        let start = move |_| match &now.attempt {
            Some(id) => store.go(&crate::route::Route::Attempt(id.clone())),
            None => store.start(quiz(&areas, &date)),
        };
        let start = button().attr("type", "button").class("button primary").on(ev::CLICK, start);
        (streak, p().child(start.child(words.daily_start))).into_view()
    };
    let areas = store.look(|model| {
        model.catalogue.areas.iter().map(|area| (area.id.clone(), area.title.clone())).collect::<Vec<_>>()
    });
    let choice = picks(
        words.daily_areas,
        areas.into_iter(),
        move |id: &String| now.with(|now| now.areas.contains(id)) == Some(true),
        move |id: &String| store.follow(id),
    );
    section()
        .class("daily")
        .child((
            h2().child((words.mode)(Mode::Daily)),
            p().child(words.daily_text),
            state,
            details().child((summary().child(words.daily_choose), choice)),
        ))
        .into_view()
}

fn quiz(areas: &Set<String>, date: &str) -> Quiz {
    let mut quiz = Quiz::new("", date, u16::try_from(FIVE).unwrap_or(u16::MAX));
    quiz.areas.clone_from(areas);
    quiz.mode = Mode::Daily;
    quiz
}
