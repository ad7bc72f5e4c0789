//! `judgement`: responses to a situation, each rated on a scale, or all of them ranked.

use super::{Ask, Review, options, order};
use crate::components::rich::rich;
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{div, fieldset, input, label, legend, li, p, span, ul},
};
use engine::kinds::{
    Response,
    judgement::{BEST, Question, Response as Judged, Scale},
};
use std::rc::Rc;

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let words = ask.more();
    if question.scale == Scale::Rank {
        return order::list(&question.options, ask, words.rank_hint, |places| {
            Response::Judgement(Judged::Ranked(places))
        });
    }
    let Ask { shown, response, respond, .. } = ask;
    let count = question.options.len();
    let given = ratings(response.peek());
    let row = |place: &u8| {
        let place = usize::from(*place);
        let step = |rating: u8| {
            let respond = Rc::clone(&respond);
            let choose = move |_| {
                let mut all = ratings(response.peek());
                all.resize(count, None);
                all.get_mut(place).into_iter().for_each(|one| *one = Some(rating));
                respond(Response::Judgement(Judged::Rated(all)));
            };
            let end = match rating {
                1 => words.rate_ends[0],
                BEST => words.rate_ends[1],
                _ => "",
            };
            label().class("option rate-step").child((
                input()
                    .attr("type", "radio")
                    .attr("name", place.to_string())
                    .attr("checked", given.get(place) == Some(&Some(rating)))
                    .on(ev::CHANGE, choose),
                rating.to_string(),
                span().class("rate-end").child(end),
            ))
        };
        let option = question.options.get(place)?;
        Some(fieldset().class("rate").child((
            legend().child(rich(option, words)),
            div().class("rate-row").child((1..=BEST).map(step).collect_view()),
        )))
    };
    let rows = shown.iter().filter_map(row).collect_view();
    options::frame(words, words.rate_hint).child(div().class("rates").child(rows)).into_view()
}

fn ratings(response: Option<Response>) -> Vec<Option<u8>> {
    match response {
        Some(Response::Judgement(Judged::Rated(ratings))) => ratings,
        _ => Vec::new(),
    }
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let given = match &review.response {
        Some(Response::Judgement(response)) => question.given(response),
        _ => Vec::new(),
    };
    let places = match question.scale {
        Scale::Rate => review.shown.clone(),
        Scale::Rank => question.ranked(),
    };
    let words = review.words;
    let row = |place: &u8| {
        let at = usize::from(*place);
        let (option, key) = question.options.get(at).zip(question.key.get(at).copied())?;
        let yours = given.get(at).copied().flatten();
        let off = yours.map(|yours| yours.abs_diff(key));
        let (class, sign) = match off {
            Some(0) => ("outcome is-right", "✓"),
            Some(1) => ("outcome is-near", "◐"),
            Some(_) => ("outcome is-wrong", "✕"),
            None => ("outcome", "○"),
        };
        let said = off.map_or(words.not_judged, words.distance);
        let (most, judged) = match question.scale {
            Scale::Rate => (BEST, (words.your_rating)(yours, key)),
            Scale::Rank => (u8::try_from(question.key.len()).unwrap_or(u8::MAX), (words.your_rank)(yours, key)),
        };
        let step = |step: u8| {
            let (class, who) = match (yours == Some(step), key == step) {
                (true, true) => ("is-key is-yours", words.scale_both),
                (false, true) => ("is-key", words.scale_key),
                (true, false) => ("is-yours", words.scale_you),
                (false, false) => ("", ""),
            };
            span().class(class).attr("data-who", who).child(step.to_string())
        };
        Some(li().class(class).child((
            span().class("outcome-sign").attr("aria-hidden", "true").child(sign),
            div().class("outcome-body").child((
                p().class("outcome-said").child(said),
                div().class("outcome-text").child(rich(option, words)),
                p().class("judged").child(judged),
                div().class("scale").attr("aria-hidden", "true").child((1..=most).map(step).collect_view()),
                review.why(*place),
            )),
        )))
    };
    ul().class("outcomes").child(places.iter().filter_map(row).collect_view()).into_view()
}
