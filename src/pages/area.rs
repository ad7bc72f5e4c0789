//! One area: what it covers, the way into a quiz, and the person's history in it.

use super::{heading, loading, missing, piece};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{
        button, div, fieldset, h2, input, label, legend, option, p, section, select, span, table, tbody, td, th, thead,
        tr,
    },
};
use crate::platform::page;
use crate::reactive::Var;
use crate::{
    components::rich::rich,
    store::{Model, Store},
    words::Words,
};
use engine::sorted::Set;
use engine::{
    bank::{Area, Topic},
    modes::Mode,
    quiz::Quiz,
};

/// The numbers of questions that are offered, besides all.
const COUNTS: [usize; 4] = [5, 10, 15, 20];
/// The time limits that are offered, in minutes.
const LIMITS: [u32; 5] = [5, 10, 15, 30, 60];
/// The most answers that an assessment asks for.
const MOST_ANSWERS: u16 = 25;

/// What is chosen in the form.
#[derive(Clone, PartialEq)]
struct Choice {
    mode: Mode,
    /// None for all.
    count: Option<usize>,
    topics: Set<String>,
    levels: Set<u8>,
    minutes: Option<u32>,
    /// Whether each answer is asked how sure the person is of it.
    rated: bool,
}

impl Choice {
    /// How many questions this would ask.
    fn questions(&self, area: &Area) -> usize {
        let topics = area.topics.iter().filter(|topic| self.topics.contains(&topic.id));
        let levels = topics.flat_map(|topic| (1..).zip(topic.per_level));
        let there = levels.filter(|(level, _)| self.levels.contains(level)).map(|(_, count)| usize::from(count)).sum();
        self.count.map_or(there, |count| count.min(there))
    }

    /// The quiz; what is not narrowed stays open, so that its link stays short and right when the bank grows.
    fn quiz(&self, area: &Area) -> Quiz {
        let mut quiz = Quiz::new(&area.id, "", u16::try_from(self.questions(area)).unwrap_or(u16::MAX));
        quiz.mode = self.mode;
        if self.mode.rules().adapts() {
            quiz.count = MOST_ANSWERS;
            return quiz;
        }
        quiz.rated = self.rated;
        if self.topics.len() < area.topics.len() {
            quiz.topics.clone_from(&self.topics);
        }
        if self.levels.len() < 5 {
            quiz.levels.clone_from(&self.levels);
        }
        quiz.limit = self.minutes.filter(|_| self.mode == Mode::Exam).map(|minutes| minutes * 60);
        quiz
    }
}

/// The page.
pub fn page(store: Store, id: &str) -> View {
    let words = store.words();
    let Some(area) = store.look(|model| model.catalogue.area(id).cloned()) else { return missing(words) };
    let here = {
        let id = area.id.clone();
        store.memo(move |model| model.to_begin(&model.next_quiz(&id)).is_some())
    };
    let (about_of, begun_of, of) = (area.id.clone(), area.id.clone(), area.id.clone());
    let about = move |model: &Model| model.to_begin(&model.next_quiz(&about_of)).map(|bank| rich(&bank.about, words));
    let about_text = move || here.get().then(|| store.look(&about));
    // Nobody asked for the second part: then nothing was kept here, and it need not come to say so.
    let nothing = store.memo(|model| model.later.is_none());
    let begun = move |model: &Model| model.begin_progress(&model.next_quiz(&begun_of));
    let history = piece(store, move |later| (later.attempts)(store, &of));
    let no_history = move || nothing.get().then(|| p().class("hint").child(words.no_history));
    div()
        .class("column area")
        .child((
            p().class("overline").child((words.skill)(area.skill)),
            heading(area.title.clone(), words),
            p().class("lead").child(area.summary.clone()),
            starter(store, area.clone()),
            // Below what can be pressed: it comes and goes, and must not move a button under a finger.
            loading(store, begun),
            section().child((
                h2().child(words.area_topics),
                div().class("about").child(about_text),
                topics(&area, words),
            )),
            section().child((h2().child(words.your_history), no_history, history)),
        ))
        .into_view()
}

/// How many questions each topic has on each level.
fn topics(area: &Area, words: &'static Words) -> View {
    let head =
        (1..=5).map(|level| th().attr("scope", "col").class("figure").child((words.level)(level))).collect_view();
    let row = |topic: &Topic| {
        let count =
            |count: u16| td().class("figure").child(if count == 0 { "–".to_owned() } else { count.to_string() });
        let all: u16 = topic.per_level.iter().sum();
        tr().child((
            th().attr("scope", "row").child(topic.title.clone()),
            topic.per_level.map(count).into_iter().collect_view(),
            td().class("figure").child(all.to_string()),
        ))
    };
    div()
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", words.area_topics)
        .child(table().class("data wide").child((
            thead().child(tr().child((
                th().attr("scope", "col").child(words.topic),
                head,
                th().attr("scope", "col").class("figure").child(words.all),
            ))),
            tbody().child(area.topics.iter().map(row).collect_view()),
        )))
        .into_view()
}

fn starter(store: Store, area: Area) -> View {
    let words = store.words();
    let choice = Var::new(Choice {
        mode: Mode::Practice,
        count: Some(10),
        topics: area.topics.iter().map(|topic| topic.id.clone()).collect(),
        levels: (1..=5).collect(),
        minutes: None,
        rated: false,
    });
    let questions = {
        let area = area.clone();
        choice.slice(move |choice| choice.questions(&area))
    };
    let exam = choice.slice(|choice| choice.mode == Mode::Exam);
    let adapts = choice.slice(|choice| choice.mode.rules().adapts());
    let ready = move || adapts.get() || questions.get() > 0;
    let submit_text = move || match questions.get() {
        _ if adapts.get() => (words.mode)(Mode::Assessment).to_owned(),
        0 => words.start_nothing.to_owned(),
        count => (words.start)(count),
    };
    // Where the answers decide what is asked, there is nothing more to choose.
    let choices = (
        div()
            .class("fields")
            .child((counts(choice, area.count(), words), move || exam.get().then(|| limits(choice, words)))),
        picks(
            words.which_topics,
            area.topics.iter().map(|topic| (topic.id.clone(), topic.title.clone())),
            move |id: &String| choice.with(|choice| choice.topics.contains(id)) == Some(true),
            move |id: &String| {
                choice.update(|choice| choice.topics.toggle(id.clone()));
            },
        ),
        picks(
            words.which_levels,
            (1..=5).map(|level| (level, format!("{level} {}", (words.level_name)(level)))),
            move |level: &u8| choice.with(|choice| choice.levels.contains(level)) == Some(true),
            move |level: &u8| {
                choice.update(|choice| choice.levels.toggle(*level));
            },
        ),
        label().class("pick").child((
            input().attr("type", "checkbox").on(ev::CHANGE, move |_| {
                choice.update(|choice| choice.rated = !choice.rated);
            }),
            span().child(words.ask_how_sure),
        )),
    );
    let parts = (
        h2().child(words.start_title),
        modes(choice, words),
        div().class("choices").attr("hidden", move || adapts.get()).child(choices),
        button()
            .attr("type", "button")
            .class("button primary")
            .attr("disabled", move || !ready())
            .on(ev::CLICK, move |_| {
                if let Some(quiz) = choice.look(|choice| choice.quiz(&area)) {
                    store.start(quiz);
                }
            })
            .text(submit_text),
    );
    // No form: see the quiz.
    div().class("starter").child(parts).into_view()
}

fn modes(choice: Var<Choice>, words: &'static Words) -> View {
    let one = |mode: Mode| {
        label().class("mode").child((
            input()
                .attr("type", "radio")
                .attr("name", "mode")
                .prop("checked", move || choice.with(|choice| choice.mode == mode) == Some(true))
                .on(ev::CHANGE, move |_| {
                    choice.update(|choice| choice.mode = mode);
                }),
            span().class("mode-text").child((
                span().class("mode-name").child((words.mode)(mode)),
                span().class("mode-hint").child((words.mode_hint)(mode)),
            )),
        ))
    };
    fieldset()
        .class("modes")
        .child((
            legend().class("unseen").child(words.mode_label),
            Mode::ALL.into_iter().take(Mode::OFFERED).map(one).collect_view(),
        ))
        .into_view()
}

fn counts(choice: Var<Choice>, all: usize, words: &'static Words) -> View {
    let offered = COUNTS.into_iter().filter(|count| *count < all);
    let options = offered
        .map(|count| option().attr("value", count.to_string()).attr("selected", count == 10).child(count.to_string()))
        .collect_view();
    let everything = option().attr("value", "").attr("selected", all <= 10).child((words.all_of)(all));
    label()
        .class("field-group")
        .child((
            span().class("field-label").child(words.how_many),
            select()
                .on(ev::CHANGE, move |event| {
                    choice.update(|choice| choice.count = page::field_text(&event).parse().ok());
                })
                .child((options, everything)),
        ))
        .into_view()
}

fn limits(choice: Var<Choice>, words: &'static Words) -> View {
    let chosen = choice.look(|choice| choice.minutes).flatten();
    let one = |minutes: u32| {
        option()
            .attr("value", minutes.to_string())
            .attr("selected", chosen == Some(minutes))
            .child((words.minutes)(minutes as usize))
    };
    label()
        .class("field-group")
        .child((
            span().class("field-label").child(words.time_limit),
            select()
                .on(ev::CHANGE, move |event| {
                    choice.update(|choice| choice.minutes = page::field_text(&event).parse().ok());
                })
                .child((option().attr("value", "").child(words.no_limit), LIMITS.map(one).into_iter().collect_view())),
            span().class("hint").child(words.limit_hint),
        ))
        .into_view()
}

/// A group of check boxes.
pub fn picks<T: Clone + Send + Sync + 'static>(
    title: &'static str,
    all: impl Iterator<Item = (T, String)>,
    is_on: impl Fn(&T) -> bool + Copy + Send + Sync + 'static,
    flip: impl Fn(&T) + Copy + Send + Sync + 'static,
) -> View {
    let one = |(value, text): (T, String)| {
        let again = value.clone();
        label().class("pick").child((
            input()
                .attr("type", "checkbox")
                .prop("checked", move || is_on(&value))
                .on(ev::CHANGE, move |_| flip(&again)),
            span().child(text),
        ))
    };
    fieldset()
        .class("picks")
        .child((legend().child(title), div().class("pick-row").child(all.map(one).collect_view())))
        .into_view()
}
