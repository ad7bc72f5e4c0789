//! The result: points, where they were lost, and every question with key and reasons.

use super::{
    copy, heading, kept, level, loading_notes,
    question::{feedback, tags, verdict},
    quiz::topic_title,
    review, slots,
};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{a, article, button, div, h2, h3, li, nav, ol, p, section, span, table, tbody, td, th, thead, tr},
};
use crate::{
    components::{
        bars::{self, bar},
        rich::rich,
    },
    platform::{intl, page},
    route::Route,
    store::{Model, Store},
    words::More,
};
use engine::{
    certainty::{Calibration, Certainty},
    fold::{Attempt, Score},
    quiz::Quiz,
    record::{Asked, End},
    session::Session,
    shown,
    state::Slot,
};

/// The page.
pub fn page(store: Store) -> View {
    let words = store.more();
    let view = store.look(|model| {
        let session = model.session.as_ref()?;
        let attempt = model.attempts.get(&session.record().id)?;
        Some(show(store, model, session, attempt, words))
    });
    view.into_view()
}

fn show(store: Store, model: &Model, session: &Session, attempt: &Attempt, words: &'static More) -> View {
    let quiz = &attempt.record.quiz;
    let area = model.title_of(&quiz.areas, words);
    let (mixed, adapts) = (quiz.area().is_none(), quiz.mode.rules().adapts());
    let topic = |area: &str, topic: &str| {
        let title = topic_title(model, area, topic);
        if mixed { format!("{}: {title}", model.title_of(&[area.to_owned()].into(), words)) } else { title }
    };
    let topics = attempt.by_topic().into_iter().map(|(area, id, score)| (topic(area, id), score));
    let levels = (1..)
        .zip(attempt.by_level())
        .filter(|(_, score)| score.of > 0)
        .map(|(level, score)| (format!("{}, {}", (words.level)(level), (words.level_name)(level)), score));
    let by_time = (attempt.state.finished == Some(End::Time)).then(|| p().class("notice").child(words.time_up));
    let answers =
        attempt.slots().enumerate().map(|(place, (asked, slot))| answer(store, model, session, (place, asked, slot)));
    div()
        .class("column result")
        .child((
            p().class("overline").child((words.result_line)((words.mode)(quiz.mode), &area)),
            heading(if adapts { words.level_result } else { words.result }.into(), words),
            p().class("when").child(intl::moment(words.lang, attempt.record.started)),
            by_time,
            (
                if adapts {
                    level::report(store, model, attempt, true, words)
                } else {
                    summary(attempt.score(), words)
                },
                kept::line(store),
                store.rare().map(|rare| (rare.beside)(store)),
            ),
            (next_steps(store, attempt, words), quiz.rated.then(|| certainty(attempt, words))),
            div().class("tables").child((
                scores(words.by_topic, words.topic, topics, words),
                scores(words.by_level, words.which_levels, levels, words),
            )),
            section().child((
                h2().child(words.answers),
                jump(attempt, words),
                loading_notes(store),
                div().class("answers").child(answers.collect_view()),
            )),
        ))
        .into_view()
}

/// Points, and what to make of them.
pub fn summary(score: Score, words: &'static More) -> View {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 0 to 1")]
    let tenths = (score.share() * 10.0) as u8;
    div()
        .class("score")
        .child((
            p().class("score-points").child((words.points)(&intl::number(words.lang, score.points), score.of)),
            bar(score.share()),
            p().class("lead").child((words.result_words)(tenths)),
        ))
        .into_view()
}

fn next_steps(store: Store, attempt: &Attempt, words: &'static More) -> View {
    let quiz = attempt.record.quiz.clone();
    let missed = attempt.missed();
    let asked = attempt.record.items.iter().map(|asked| quiz.name(&asked.area, &asked.id)).collect();
    let mut practice = Quiz::new("", "", u16::try_from(missed.len()).unwrap_or(u16::MAX));
    practice.areas.clone_from(&quiz.areas);
    let count = missed.len();
    practice.only = missed;
    practice.rated = quiz.rated;
    let again = Quiz { seed: String::new(), only: Default::default(), avoid: asked, ..quiz.clone() };
    let link = page::address(&Route::Quiz(Box::new(quiz)).write());
    let (copy, copied) = copy::button(words.copy_link, words.copied, words.copy_failed, link);
    let hashes: Vec<String> = store.look(|model| {
        let areas = attempt.record.quiz.areas.iter().filter_map(|area| model.catalogue.area(area));
        areas.map(|area| area.hash().to_owned()).collect()
    });
    let hashes: Vec<&str> = hashes.iter().map(String::as_str).collect();
    let proof = page::address(&Route::Shown(shown::write(&attempt.record, &hashes)).write());
    let (show, showed) = copy::button(words.copy_result, words.copied_result, words.copy_failed, proof);
    let start = move |quiz: Quiz| move |_| store.start(quiz.clone());
    let practise = (count > 0).then(|| {
        button()
            .attr("type", "button")
            .class("button primary")
            .on(ev::CLICK, start(practice))
            .child((words.practise_missed)(count))
    });
    let due = store.look(review::due_count);
    let review =
        (due > 0).then(|| a().class("button").attr("href", Route::Review.href()).child((words.review_due_link)(due)));
    div()
        .class("actions unprinted")
        .child((
            practise,
            review,
            button().attr("type", "button").class("button").on(ev::CLICK, start(again)).child(words.again),
            copy,
            show,
            button().attr("type", "button").class("button").on(ev::CLICK, |_| page::print()).child(words.print),
            copied,
            showed,
        ))
        .into_view()
}

fn scores(
    title: &'static str,
    column: &'static str,
    scores: impl Iterator<Item = (String, Score)>,
    words: &'static More,
) -> View {
    let row = |(name, score): (String, Score)| {
        tr().child((
            th().attr("scope", "row").child(name),
            td().child(bar(score.share())),
            td().class("figure").child(format!("{} / {}", intl::number(words.lang, score.points), score.of)),
        ))
    };
    let head = tr().child((
        th().attr("scope", "col").child(column),
        th().attr("scope", "col").class("figure").attr("colspan", "2").child(words.score),
    ));
    section()
        .child((
            h2().child(title),
            table().class("data scores").child((thead().child(head), tbody().child(scores.map(row).collect_view()))),
        ))
        .into_view()
}

/// What the answers of each certainty came to, against where that certainty pays best; what was
/// taken for sure and was not right comes first.
fn certainty(attempt: &Attempt, words: &'static More) -> View {
    let wrong = attempt.sure_and_wrong();
    let links = wrong.iter().map(|place| {
        let place = *place;
        li().child(
            button()
                .attr("type", "button")
                .class("slot is-wrong")
                .attr("aria-label", (words.question_of)(place + 1, attempt.record.items.len()))
                .on(ev::CLICK, move |_| page::focus_soon(&answer_id(place)))
                .child((place + 1).to_string()),
        )
    });
    let sure = (!wrong.is_empty()).then(|| {
        (
            h3().child(words.sure_and_wrong),
            p().child(words.sure_and_wrong_text),
            ol().class("slots").child(links.collect_view()),
        )
    });
    let row = |(certainty, sum): (Certainty, Calibration)| {
        let right = match sum.answers {
            0 => "–".to_owned(),
            count => (words.right_of)(&intl::percent(words.lang, sum.share()), count),
        };
        let (from, to) = certainty.pays_best();
        let best = (words.pays_best)(&intl::percent(words.lang, from), &intl::percent(words.lang, to));
        tr().child((
            th().attr("scope", "row").child(((words.certainty)(certainty), span().class("hint").child(best))),
            td().child(bars::against(sum.share(), from, to)),
            td().class("figure").child(right),
        ))
    };
    let head = tr().child((
        th().attr("scope", "col").child(words.how_sure),
        th().attr("scope", "col").attr("colspan", "2").class("figure").child(words.of_these_right),
    ));
    let most = Certainty::MOST * attempt.record.items.len() as f64;
    let marks = (words.marks)(&intl::number(words.lang, attempt.marks()), &intl::number(words.lang, most));
    section()
        .class("calibration")
        .child((
            h2().child(words.calibration),
            p().class("lead").child(marks),
            sure,
            table().class("data scores").child((
                thead().child(head),
                tbody().child(Certainty::ALL.into_iter().zip(attempt.calibration()).map(row).collect_view()),
            )),
            p().class("hint").child(words.calibration_text),
        ))
        .into_view()
}

/// The questions by number, with how each went, as buttons that lead to them.
fn jump(attempt: &Attempt, words: &'static More) -> View {
    let one = |(place, slot): (usize, &Slot)| {
        let class = slots::class(slot, true);
        li().child(
            button()
                .attr("type", "button")
                .class(format!("slot {class}"))
                .attr("aria-label", (words.slot_state)(place + 1, slots::said(class, words)))
                .on(ev::CLICK, move |_| page::focus_soon(&answer_id(place)))
                .child((place + 1).to_string()),
        )
    };
    let list = attempt.state.slots.iter().enumerate().map(one).collect_view();
    nav().class("unprinted").attr("aria-label", words.all_questions).child(ol().class("slots").child(list)).into_view()
}

fn answer_id(place: usize) -> String {
    format!("answer-{}", place + 1)
}

fn answer(store: Store, model: &Model, session: &Session, (place, asked, slot): (usize, &Asked, &Slot)) -> View {
    let words = store.more();
    let count = session.state().slots.len();
    let body = match session.item(place) {
        Some(item) => {
            (div().class("prompt").child(rich(&item.prompt, words)), feedback(store, place, true)).into_view()
        }
        None => p().class("hint").child(words.withdrawn).into_view(),
    };
    article()
        .class("card")
        .child((
            div().class("card-top").child((
                h3().id(answer_id(place)).attr("tabindex", "-1").child((words.question_of)(place + 1, count)),
                tags(topic_title(model, &asked.area, &asked.topic), asked.level, words),
            )),
            p().class("verdict-line").child(verdict(slot, session.record().quiz.rated, words)),
            body,
        ))
        .into_view()
}
