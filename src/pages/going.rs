//! What home knows of the person, in the second part: where they left off, how far they got in each area.

use super::{daily, review};
use crate::dom::{
    CollectView, IntoView, View,
    tags::{a, h2, li, section, span, ul},
};
use crate::{
    route::Route,
    store::{Model, Store},
    words::More,
};
use engine::{
    fold::{self, Progress},
    modes::Mode,
    sorted::Map,
};

/// The most running attempts that are offered.
const MOST_RUNNING: usize = 3;

/// What is shown of a running attempt, or of what is due.
#[derive(Clone, PartialEq)]
struct Running {
    href: String,
    title: String,
    hint: String,
}

/// The attempts that are still running, newest first, and the way to what is due; nothing where there are none.
pub fn running_attempts(store: Store) -> View {
    let words = store.more();
    let running = store.memo(move |model| {
        let mut rows = running(model, words);
        let due = review::due_count(model);
        if daily::waits(model) {
            rows.push(Running {
                href: Route::Review.href(),
                title: (words.mode)(Mode::Daily).into(),
                hint: words.daily_waits.into(),
            });
        }
        if due > 0 {
            rows.push(Running {
                href: Route::Review.href(),
                title: words.review.into(),
                hint: (words.review_due)(due),
            });
        }
        rows
    });
    (move || show(&running.get(), words)).into_view()
}

/// What was done in each area.
pub fn progress(model: &Model) -> Map<Progress> {
    fold::progress(&model.attempts)
}

fn running(model: &Model, words: &'static More) -> Vec<Running> {
    let open = fold::by_time(&model.attempts).into_iter().rev().filter(|attempt| attempt.state.finished.is_none());
    open.take(MOST_RUNNING)
        .filter_map(|attempt| {
            let quiz = &attempt.record.quiz;
            quiz.areas.iter().find(|area| model.catalogue.area(area).is_some())?;
            let hint = (words.go_on_hint)((words.mode)(quiz.mode), attempt.state.at + 1, attempt.state.slots.len());
            Some(Running {
                href: Route::Attempt(attempt.record.id.clone()).href(),
                title: model.title_of(&quiz.areas, words),
                hint,
            })
        })
        .collect()
}

fn show(running: &[Running], words: &'static More) -> View {
    if running.is_empty() {
        return ().into_view();
    }
    let row = |attempt: &Running| {
        li().child(a().class("go-on").attr("href", attempt.href.clone()).child((
            span().class("go-on-title").child(attempt.title.clone()),
            span().class("go-on-hint").child(attempt.hint.clone()),
            span().class("go-on-arrow").attr("aria-hidden", "true").child("→"),
        )))
    };
    section()
        .class("going")
        .child((h2().child(words.go_on), ul().class("plain").child(running.iter().map(row).collect_view())))
        .into_view()
}
