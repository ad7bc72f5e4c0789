//! A result that somebody shows by a link: every answer is graded again before anything of it is shown.

use super::{heading, level, loading, nothing_yet, result};
use crate::dom::{
    IntoView, View,
    tags::{a, div, p},
};
use crate::{
    platform::intl,
    route::Route,
    store::{Model, Store},
    words::Most,
};
use engine::{
    fold::Attempt,
    record::Unreadable,
    shown::{self, Checked},
};

/// The page.
pub fn page(store: Store) -> View {
    let words = store.most();
    let text = store.look(|model| match &model.route {
        Route::Shown(text) => text.clone(),
        _ => String::new(),
    });
    let body = match shown::read(&text) {
        Err(Unreadable::Newer(_)) => nothing_yet(words.shown_newer, words.shown_newer_text, words),
        Err(Unreadable::Damaged) => nothing_yet(words.shown_broken, words.shown_broken_text, words),
        Ok((banks, record)) => {
            let banks: Vec<String> = banks.into_iter().map(str::to_owned).collect();
            let (attempt, areas) = (Attempt::new(record.clone()), record.quiz.areas.clone());
            let here = store.memo(move |model| model.bank_of(&record.quiz.areas).is_some());
            let show = move || {
                let here = here.get();
                here.then(|| store.look(|model| checked(store, model, &attempt, &banks, words)))
            };
            (loading(store, move |model| model.banks_progress(&areas)), show).into_view()
        }
    };
    div().class("column result").child((heading(words.shown.into(), words), body)).into_view()
}

fn checked(store: Store, model: &Model, attempt: &Attempt, banks: &[String], words: &'static Most) -> Option<View> {
    let quiz = &attempt.record.quiz;
    let bank = model.bank_of(&quiz.areas)?;
    let now = quiz.areas.iter().filter_map(|area| Some(model.catalogue.area(area)?.hash()));
    let result = shown::check(&attempt.record, &bank, now.eq(banks.iter().map(String::as_str)));
    let Checked { false_grades, changed, graded, same_banks } = result;
    if false_grades > 0 {
        let text = (words.shown_false)(false_grades, graded);
        return Some(p().class("notice").attr("role", "alert").child(text).into_view());
    }
    let what = (words.result_line)((words.mode)(quiz.mode), &model.title_of(&quiz.areas, words));
    let came = match quiz.mode.rules().adapts() {
        true => level::report(store, model, attempt, false, words),
        false => result::summary(attempt.score(), words),
    };
    let again = match quiz.area() {
        Some(area) if quiz.mode.rules().adapts() => Route::Area(area.into()),
        _ => Route::Quiz(Box::new(quiz.clone())),
    };
    let view = (
        p().class("lead").child(what),
        p().class("hint").child(intl::moment(words.lang, attempt.record.started)),
        came,
        p().class("notice").child((words.shown_checked)(graded)),
        (changed > 0).then(|| p().child((words.shown_changed)(changed))),
        (changed == 0 && !same_banks).then(|| p().child(words.shown_bank_grew)),
        p().class("hint").child(words.shown_who),
        p().child(a().class("button").attr("href", again.href()).child(words.shown_try)),
    );
    Some(view.into_view())
}
