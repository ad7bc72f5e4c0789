//! A table of attempts, newest first, each with the way to its result.

use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{a, button, div, p, table, tbody, td, th, thead, tr},
};
use crate::{
    platform::{intl, page},
    reactive::Var,
    route::Route,
    store::{Model, Store},
    words::{More, Words},
};
use engine::{fold::Score, modes::Mode, summary};

/// So many attempts are shown at first, and twice as many each time the person asks for older ones.
const FIRST: usize = 25;

/// What is shown of an attempt.
#[derive(Clone, Default, PartialEq)]
struct Row {
    id: String,
    started: u64,
    title: String,
    mode: Option<Mode>,
    /// The score of a finished attempt.
    score: Option<Score>,
}

/// The attempts at an area, at all where it is empty, from the newest to the oldest.
pub fn of<'a>(model: &'a Model, area: &'a str) -> impl DoubleEndedIterator<Item = &'a summary::Row> {
    model.summary.rows().iter().rev().filter(move |row| area.is_empty() || row.areas().any(|of| of == area))
}

/// The newest attempts at an area, at most `most`, and how many there are in all.
fn rows(model: &Model, area: &str, most: usize, words: &Words) -> (Vec<Row>, usize) {
    let row = |row: &summary::Row| Row {
        id: row.id.clone(),
        started: row.started,
        title: model.title_of(&row.areas().map(str::to_owned).collect(), words),
        mode: Some(row.mode),
        score: row.finished.then(|| row.score()),
    };
    (of(model, area).take(most).map(row).collect(), of(model, area).count())
}

/// The table of the attempts at an area, at all where it is empty: the newest, and older ones on demand.
pub fn attempts(store: Store, area: String) -> View {
    let words = store.more();
    let most = Var::new(FIRST);
    let seen = store.memo(move |model| rows(model, &area, most.get(), words));
    let more = move || seen.with(|(rows, all)| rows.len() < *all) == Some(true);
    let older = move |_| {
        let first = most.peek();
        most.set(first * 2);
        seen.with(|(rows, all)| store.say((words.shown_of)(rows.len(), *all)));
        // From the first of those that came, people read on.
        page::focus_soon(&row_id(first));
    };
    let button = move || {
        more().then(|| button().attr("type", "button").class("button").on(ev::CLICK, older).child(words.show_older))
    };
    (move || seen.with(|(rows, _)| data(rows, words)), button).into_view()
}

fn row_id(place: usize) -> String {
    format!("attempt-{}", place + 1)
}

fn data(rows: &[Row], words: &'static More) -> View {
    let column = |text: &'static str| th().attr("scope", "col").child(text);
    let (when, number) = (intl::moments(words.lang), intl::numbers(words.lang));
    let row = |(place, row): (usize, &Row)| {
        let score = row
            .score
            .map_or_else(|| words.running.to_owned(), |Score { points, of }| (words.points)(&number(points), of));
        let link = a().id(row_id(place)).attr("href", Route::Attempt(row.id.clone()).href()).child(when(row.started));
        tr().child((
            th().attr("scope", "row").child(link),
            td().child(row.title.clone()),
            td().child(row.mode.map(words.mode)),
            td().class("figure").child(score),
        ))
    };
    div()
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", words.history)
        .child(table().class("data wide").child((
            thead().child(tr().child((
                column(words.date),
                column(words.area),
                column(words.mode_label),
                th().attr("scope", "col").class("figure").child(words.score),
            ))),
            tbody().child(rows.iter().enumerate().map(row).collect_view()),
        )))
        .into_view()
}

/// The attempts at one area.
pub fn of_area(store: Store, area: &str) -> View {
    let words = store.more();
    let area = area.to_owned();
    let none = {
        let area = area.clone();
        store.memo(move |model| (of(model, &area).next().is_none(), model.whole))
    };
    let table = move || match none.get() {
        (true, true) => p().class("hint").child(words.no_history).into_view(),
        (true, false) => ().into_view(),
        (false, _) => attempts(store, area.clone()),
    };
    let embed = p().child(a().class("button quiet").attr("href", Route::Embed.href()).child(words.embed_link));
    (table, embed).into_view()
}
