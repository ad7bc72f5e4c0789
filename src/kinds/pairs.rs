//! `match`: a list of choices for each thing on the left.

use super::{Ask, Review, assign, options};
use crate::dom::{
    CollectView, IntoView, View,
    tags::{details, div, summary, ul},
};
use engine::{kinds::pairs::Question, rich::Rich};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let shown = ask.shown.clone();
    assign::open(ask, false, (&question.left, assign::in_order(&question.left)), (&question.right, shown))
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let words = review.words;
    let given = assign::given(review.response.clone());
    let reason = |place: u8| review.why(question.reason_of(place));
    let why_not = |place: u8| question.distractors().find(|(other, _)| *other == place).and_then(|_| reason(place));
    let places = assign::in_order(&question.left);
    let rows = assign::look_back((&question.left, &question.right, &question.key), &places, &review, &why_not);
    // Distractors that were chosen have their reason where they were chosen; the others are there for it alone.
    let mut rest = question.distractors().filter(|(place, _)| !given.contains(&Some(*place))).peekable();
    let others = (rest.peek().is_some() && review.note.is_some()).then(|| {
        let row = |(place, right): (u8, &Rich)| options::outcome(right, reason(place), (false, false), true, words);
        details()
            .class("others")
            .attr("open", review.all)
            .child((summary().child(words.other_options), ul().class("outcomes").child(rest.map(row).collect_view())))
    });
    div().child((rows, others)).into_view()
}
