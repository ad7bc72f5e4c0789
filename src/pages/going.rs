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
use engine::modes::Mode;

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

/// How many questions of an area were answered, and how many of them right at last.
pub fn progress(model: &Model, area: &str) -> (usize, usize) {
    model.summary.done(area).map_or((0, 0), |done| (done.seen, done.right))
}

fn running(model: &Model, words: &'static More) -> Vec<Running> {
    let open = model.summary.rows().iter().rev().filter(|row| !row.finished);
    open.take(MOST_RUNNING)
        .filter_map(|row| {
            row.areas().find(|area| model.catalogue.area(area).is_some())?;
            let hint = (words.go_on_hint)((words.mode)(row.mode), usize::from(row.at) + 1, row.of.into());
            let title = model.title_of(&row.areas().map(str::to_owned).collect(), words);
            Some(Running { href: Route::Attempt(row.id.clone()).href(), title, hint })
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
