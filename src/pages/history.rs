//! History: all attempts over time, for one area or all.

use super::{heading, list, nothing_yet};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{div, figcaption, figure, label, option, p, select, span},
};
use crate::platform::page;
use crate::reactive::Var;
use crate::{
    components::chart::{self, chart},
    platform::intl,
    store::{Model, Store},
    words::More,
};

/// The most dots in the chart: more could not be told from each other.
const DOTS: usize = 60;

/// How far the page can be shown.
#[derive(Clone, Copy, Default, PartialEq)]
enum Stage {
    /// What is kept is still being read.
    #[default]
    Reading,
    Empty,
    Here,
}

/// What the chart shows.
#[derive(Clone, Default, PartialEq)]
struct Plot {
    /// Finished attempts.
    count: usize,
    /// When the first and the last of them began, in milliseconds since 1970 (UTC).
    span: (u64, u64),
    points: Vec<chart::Point>,
    /// Of how many attempts a point is the average.
    each: usize,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.more();
    let stage = store.memo(|model| match (model.summary.rows().is_empty(), model.whole) {
        (false, _) => Stage::Here,
        (true, true) => Stage::Empty,
        (true, false) => Stage::Reading,
    });
    let body = move || match stage.get() {
        Stage::Reading => p().class("loading").attr("role", "status").child(words.loading).into_view(),
        Stage::Empty => nothing_yet(words.history_empty, words.history_empty_text, words),
        Stage::Here => attempts(store, words),
    };
    div().class("column history").child((heading(words.history.into(), words), body)).into_view()
}

/// The attempts, and the choice of an area.
fn attempts(store: Store, words: &'static More) -> View {
    let area = Var::new(String::new());
    let areas = store.look(|model| {
        let known = model.catalogue.areas.iter().filter(|area| list::of(model, &area.id).next().is_some());
        known.map(|area| (area.id.clone(), area.title.clone())).collect::<Vec<_>>()
    });
    let options = areas.iter().map(|(id, title)| option().attr("value", id.clone()).child(title.clone()));
    let filter = label().class("field-group").child((
        span().class("field-label").child(words.history_area),
        select()
            .on(ev::CHANGE, move |event| area.set(page::field_text(&event)))
            .child((option().attr("value", "").child(words.all_areas), options.collect_view())),
    ));
    let shown = move || {
        let area = area.get();
        let plot = {
            let area = area.clone();
            store.memo(move |model| points(model, &area))
        };
        (move || show(&plot.get(), words), list::attempts(store, area))
    };
    (filter, shown).into_view()
}

/// The shares of points of the finished attempts at an area, from the oldest to the newest.
fn points(model: &Model, area: &str) -> Plot {
    let done: Vec<chart::Point> =
        list::of(model, area).rev().filter(|row| row.finished).map(|row| (row.started, row.score().share())).collect();
    let (Some(first), Some(last)) = (done.first(), done.last()) else { return Plot::default() };
    let each = done.len().div_ceil(DOTS);
    let average = |some: &[chart::Point]| {
        let sum: f64 = some.iter().map(|(_, share)| share).sum();
        some.first().map(|(when, _)| (*when, sum / some.len() as f64))
    };
    let points = done.chunks(each).filter_map(average).collect();
    Plot { count: done.len(), span: (first.0, last.0), points, each }
}

fn show(plot: &Plot, words: &'static More) -> Option<View> {
    let (first, last) = plot.span;
    let label = (words.chart_text)(plot.count, &intl::day(words.lang, first), &intl::day(words.lang, last));
    let each = (plot.each > 1).then(|| p().class("hint").child((words.chart_each)(plot.each)));
    let view = || {
        figure().child((
            figcaption().child(words.chart_title),
            chart(label, &plot.points, |share| intl::percent(words.lang, share)),
            each,
        ))
    };
    (plot.count > 0).then(|| view().into_view())
}
