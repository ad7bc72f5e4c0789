//! A table of attempts, newest first, each with the way to its result.

use crate::dom::{
    CollectView, IntoView, View,
    tags::{a, div, p, table, tbody, td, th, thead, tr},
};
use crate::{
    platform::intl,
    route::Route,
    store::{Model, Store},
    words::More,
};
use engine::fold::{self, Attempt};

/// What is shown of an attempt.
#[derive(Clone, PartialEq)]
pub struct Row {
    id: String,
    pub started: u64,
    pub area: String,
    title: String,
    mode: &'static str,
    /// Points and questions of a finished attempt.
    pub score: Option<(f64, usize)>,
}

/// All attempts that `keep` lets through, newest first.
pub fn rows(model: &Model, words: &'static More, keep: impl Fn(&Attempt) -> bool) -> Vec<Row> {
    let row = |attempt: &Attempt| {
        let area = &attempt.record.quiz.area;
        let score = attempt.score();
        Row {
            id: attempt.record.id.clone(),
            started: attempt.record.started,
            area: area.clone(),
            title: model.catalogue.area(area).map_or_else(|| area.clone(), |area| area.title.clone()),
            mode: (words.mode)(attempt.record.quiz.mode),
            score: attempt.state.finished.map(|_| (score.points, score.of)),
        }
    };
    fold::by_time(&model.attempts).into_iter().rev().filter(|attempt| keep(attempt)).map(row).collect()
}

/// The table.
pub fn attempts(rows: &[Row], words: &'static More) -> View {
    let column = |text: &'static str| th().attr("scope", "col").child(text);
    let row = |row: &Row| {
        let when = intl::moment(words.lang, row.started);
        let score = row.score.map_or_else(
            || words.running.to_owned(),
            |(points, of)| (words.points)(&intl::number(words.lang, points), of),
        );
        tr().child((
            th().attr("scope", "row").child(a().attr("href", Route::Attempt(row.id.clone()).href()).child(when)),
            td().child(row.title.clone()),
            td().child(row.mode),
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
            tbody().child(rows.iter().map(row).collect_view()),
        )))
        .into_view()
}

/// The attempts at one area.
pub fn of_area(store: Store, area: &str) -> View {
    let words = store.more();
    let area = area.to_owned();
    let rows = store.memo(move |model| rows(model, words, |attempt| attempt.record.quiz.area == area));
    let table = move || match rows.get() {
        rows if rows.is_empty() => p().class("hint").child(words.no_history).into_view(),
        rows => attempts(&rows, words),
    };
    let embed = p().child(a().class("button quiet").attr("href", Route::Embed.href()).child(words.embed_link));
    (table, embed).into_view()
}
