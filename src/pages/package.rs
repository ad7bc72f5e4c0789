//! A quiz becomes a package for a learning system: the page where somebody chooses it, made in the browser.

use super::heading;
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{button, div, fieldset, input, label, legend, option, p, select, span},
};
use crate::reactive::Var;
use crate::{
    platform::{fetch, file, page, random},
    route::Route,
    store::Store,
    words::Most,
};
use engine::{bank::Area, modes::Mode, quiz::Quiz};
use learning::package::{Format, Package, files};
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;

/// How many questions are offered.
const COUNTS: [u16; 6] = [5, 10, 15, 20, 30, 50];
/// Pass marks that are offered, in percent.
const MARKS: [u8; 6] = [50, 60, 70, 80, 90, 100];
/// Time limits that are offered, in minutes.
const LIMITS: [u32; 6] = [10, 15, 20, 30, 60, 90];

/// What is chosen.
#[derive(Clone, Default)]
struct Choice {
    area: String,
    format: Format,
    exam: bool,
    count: u16,
    pass: Option<u8>,
    minutes: Option<u32>,
    /// Whether everybody gets the same questions.
    same: bool,
}

/// How far the package is.
#[derive(Clone, Copy, Default, PartialEq)]
enum Stage {
    #[default]
    Open,
    Making,
    Made,
    Failed,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.most();
    let areas = store.look(|model| model.catalogue.areas.clone());
    let first = areas.first().map(|area| area.id.clone()).unwrap_or_default();
    let choice = Var::new(Choice { area: first, count: 10, same: true, ..Choice::default() });
    let stage = Var::new(Stage::default());
    let make = move |_| {
        stage.set(Stage::Making);
        let choice = choice.peek();
        spawn_local(async move {
            let made = make(store, choice).await;
            stage.set(if made.is_some() { Stage::Made } else { Stage::Failed });
        });
    };
    let said = move || match stage.get() {
        Stage::Open => "",
        Stage::Making => words.package_making,
        Stage::Made => words.package_made,
        Stage::Failed => words.package_failed,
    };
    div()
        .class("column package")
        .child((
            heading(words.package.into(), words),
            p().class("lead").child(words.package_text),
            div().class("starter").child((
                formats(choice, words),
                div().class("fields").child((
                    list(
                        words.area,
                        areas.iter().map(|area| (area.id.clone(), area.title.clone())),
                        "",
                        move |value| {
                            choice.update(|choice| choice.area = value);
                        },
                    ),
                    list(words.how_many, numbers(&COUNTS), "10", move |value| {
                        choice.update(|choice| choice.count = value.parse().unwrap_or(10));
                    }),
                    list(
                        words.package_pass,
                        or_none(words.package_no_pass, &MARKS, |mark| format!("{mark} %")),
                        "",
                        move |value| {
                            choice.update(|choice| choice.pass = value.parse().ok());
                        },
                    ),
                )),
                modes(choice, words),
                limits(choice, words),
                label().class("pick").child((
                    input()
                        .attr("type", "checkbox")
                        .prop("checked", move || choice.with(|choice| choice.same) == Some(true))
                        .on(ev::CHANGE, move |_| {
                            choice.update(|choice| choice.same = !choice.same);
                        }),
                    span().child(words.package_same),
                )),
                button()
                    .attr("type", "button")
                    .class("button primary")
                    .attr("disabled", move || stage.get() == Stage::Making)
                    .on(ev::CLICK, make)
                    .child(words.package_make),
                p().attr("role", "status").class("hint").text(said),
            )),
        ))
        .into_view()
}

/// A list of choices below its name; the one whose value is `chosen` to begin with.
fn list(
    title: &'static str,
    choices: impl Iterator<Item = (String, String)>,
    chosen: &str,
    choose: impl Fn(String) + 'static,
) -> View {
    let one = |(value, text): (String, String)| {
        let selected = value == chosen;
        option().attr("value", value).attr("selected", selected).child(text)
    };
    label()
        .class("field-group")
        .child((
            span().class("field-label").child(title),
            select()
                .on(ev::CHANGE, move |event| choose(page::field_text(&event)))
                .child(choices.map(one).collect_view()),
        ))
        .into_view()
}

fn numbers<T: ToString>(numbers: &[T]) -> impl Iterator<Item = (String, String)> + '_ {
    numbers.iter().map(|number| (number.to_string(), number.to_string()))
}

fn or_none<T: ToString>(
    none: &'static str,
    numbers: &[T],
    say: impl Fn(&T) -> String,
) -> impl Iterator<Item = (String, String)> {
    let all = numbers.iter().map(move |number| (number.to_string(), say(number)));
    [(String::new(), none.to_owned())].into_iter().chain(all)
}

fn formats(choice: Var<Choice>, words: &'static Most) -> View {
    let one = |format: Format| {
        let (name, hint) = (words.package_format)(format);
        label().class("mode").child((
            input()
                .attr("type", "radio")
                .attr("name", "format")
                .prop("checked", move || choice.with(|choice| choice.format == format) == Some(true))
                .on(ev::CHANGE, move |_| {
                    choice.update(|choice| choice.format = format);
                }),
            span()
                .class("mode-text")
                .child((span().class("mode-name").child(name), span().class("mode-hint").child(hint))),
        ))
    };
    let all = Format::ALL.map(|(format, _)| one(format));
    fieldset()
        .class("modes")
        .child((legend().class("unseen").child(words.package_formats), all.into_iter().collect_view()))
        .into_view()
}

fn modes(choice: Var<Choice>, words: &'static Most) -> View {
    let one = |mode: Mode| {
        label().class("pick").child((
            input()
                .attr("type", "radio")
                .attr("name", "mode")
                .prop("checked", move || choice.with(|choice| choice.exam == (mode == Mode::Exam)) == Some(true))
                .on(ev::CHANGE, move |_| {
                    choice.update(|choice| choice.exam = mode == Mode::Exam);
                }),
            span().child((words.mode)(mode)),
        ))
    };
    let all = [Mode::Practice, Mode::Exam].map(one);
    fieldset()
        .class("picks")
        .child((legend().child(words.mode_label), div().class("pick-row").child(all.into_iter().collect_view())))
        .into_view()
}

/// Only an exam has a time limit.
fn limits(choice: Var<Choice>, words: &'static Most) -> View {
    let exam = choice.slice(|choice| choice.exam);
    let field = move || {
        exam.get().then(|| {
            let all = or_none(words.no_limit, &LIMITS, |minutes| (words.minutes)(*minutes as usize));
            let chosen = choice.peek().minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
            list(words.time_limit, all, &chosen, move |value| {
                choice.update(|choice| choice.minutes = value.parse().ok());
            })
        })
    };
    div().class("fields").child(field).into_view()
}

/// Fetches the app's own files, packs them and offers the package; none where one of these fails.
async fn make(store: Store, choice: Choice) -> Option<()> {
    let area = store.look(|model| model.catalogue.area(&choice.area).cloned())?;
    let mut quiz = Quiz::new(&*area.id, if choice.same { random::seed() } else { String::new() }, choice.count);
    if choice.exam {
        quiz.mode = Mode::Exam;
        quiz.limit = choice.minutes.map(|minutes| minutes * 60);
    }
    let start = Route::Quiz(Box::new(quiz)).write();
    let package = Package { format: choice.format, title: area.title.clone(), start, pass: choice.pass, store: None };
    let page = text(&page::address("")).await?;
    let files = collect(&page, &area).await?;
    let zip = package.zip(&page, files).ok()?;
    file::save_bytes(&package.file_name(), "application/zip", &zip).then_some(())
}

async fn collect(page: &str, area: &Area) -> Option<Vec<(String, Vec<u8>)>> {
    let mut wanted = files::of_page(page);
    let script = text(files::script(&wanted)?).await?;
    wanted.extend(files::of_script(&script));
    wanted.extend(files::of_area(area));
    let mut found = BTreeMap::new();
    while let Some(path) = wanted.pop() {
        if found.contains_key(&path) {
            continue;
        }
        let bytes = fetch::bytes(&path).await?;
        if path.ends_with(".bin") {
            wanted.extend(files::pictures(&area.id, &bytes));
        }
        found.insert(path, bytes);
    }
    Some(found.into_iter().collect())
}

async fn text(address: &str) -> Option<String> {
    String::from_utf8(fetch::bytes(address).await?).ok()
}
