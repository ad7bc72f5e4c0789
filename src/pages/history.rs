//! History: all attempts over time, for one area or all.

use super::{heading, list, nothing_yet};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{div, figcaption, figure, label, option, select, span},
};
use crate::platform::page;
use crate::reactive::Var;
use crate::{components::chart::chart, platform::intl, store::Store};
use engine::fold::Score;

/// The page.
pub fn page(store: Store) -> View {
    let words = store.more();
    let area = Var::new(String::new());
    let all = store.memo(move |model| list::rows(model, words, |_| true));
    let areas = store.look(|model| {
        let tried = |id: &str| model.attempts.values().any(|attempt| attempt.record.quiz.areas.contains(id));
        let known = model.catalogue.areas.iter().filter(|area| tried(&area.id));
        known.map(|area| (area.id.clone(), area.title.clone())).collect::<Vec<_>>()
    });
    let chosen = move || {
        let area = area.get();
        all.get().into_iter().filter(|row| area.is_empty() || row.areas.contains(&area)).collect::<Vec<_>>()
    };
    let filter = move || {
        let areas =
            areas.iter().map(|(id, title)| option().attr("value", id.clone()).child(title.clone())).collect_view();
        label().class("field-group").child((
            span().class("field-label").child(words.history_area),
            select()
                .on(ev::CHANGE, move |event| area.set(page::field_text(&event)))
                .child((option().attr("value", "").child(words.all_areas), areas)),
        ))
    };
    let body = move || {
        if all.get().is_empty() {
            return nothing_yet(words.history_empty, words.history_empty_text, words);
        }
        let shown = move || {
            let rows = chosen();
            (plot(&rows, words), list::attempts(&rows, words))
        };
        (filter(), shown).into_view()
    };
    div().class("column history").child((heading(words.history.into(), words), body)).into_view()
}

/// The share of points of each finished attempt, from the oldest to the newest.
fn plot(rows: &[list::Row], words: &'static crate::words::More) -> Option<View> {
    let done: Vec<_> = rows.iter().rev().filter_map(|row| row.score.map(|score| (row.started, score))).collect();
    let points: Vec<_> =
        done.iter().map(|(when, (points, of))| (*when, Score { points: *points, of: *of }.share())).collect();
    let (first, last) = (points.first()?.0, points.last()?.0);
    let label = (words.chart_text)(points.len(), &intl::day(words.lang, first), &intl::day(words.lang, last));
    let view = figure().child((
        figcaption().child(words.chart_title),
        chart(label, &points, |share| intl::percent(words.lang, share)),
    ));
    Some(view.into_view())
}
