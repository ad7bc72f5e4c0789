//! Mistakes: questions that were got wrong and not yet put right.

use super::{calendar, fold::Question, fsrs::Rating};
use crate::{fold::Attempt, sorted::Map, summary::Summary};
use std::cmp::Reverse;

/// On how many different days a question must be right before its mistake counts as put right.
pub const DAYS: u8 = 2;

/// A question that was got wrong and not yet put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Its area.
    pub area: String,
    /// Its id in that area.
    pub id: String,
    /// What [`crate::bank::Item::hash`] was when it was last asked.
    pub hash: u32,
    /// Whether the person was very sure of the last wrong answer.
    pub sure: bool,
    /// When it was last got wrong, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// On how many different days it was right since, below [`DAYS`].
    pub days: u8,
}

/// The open mistakes of all areas: those first of which the person was very sure, then the latest.
///
/// Wrong is an answer of which nothing was right, or "I don't know"; a partly right one neither makes
/// a mistake nor puts it right. Days are those of the calendar, `offset` minutes ahead of UTC as for
/// [`calendar::day`].
#[must_use]
pub fn mistakes(attempts: &Map<Attempt>, offset: i32) -> Vec<Mistake> {
    Summary::from(attempts).mistakes(offset)
}

/// The same of questions by area and id.
pub(crate) fn of<'a>(questions: impl Iterator<Item = &'a Question>, offset: i32) -> Vec<Mistake> {
    let mut list: Vec<Mistake> = questions.filter_map(|question| mistake(question, offset)).collect();
    list.sort_by_key(|mistake| (!mistake.sure, Reverse(mistake.at)));
    list
}

/// The mistake of one question, from its reviews in their order.
fn mistake(question: &Question, offset: i32) -> Option<Mistake> {
    let reviews = question.reviews();
    let last = reviews.iter().rposition(|review| review.rating == Rating::Again)?;
    let wrong = reviews.get(last)?;
    let right = reviews.iter().skip(last + 1).filter(|review| review.right);
    let mut days: Vec<i64> = right.map(|review| calendar::day(review.at, offset)).collect();
    days.dedup();
    let days = u8::try_from(days.len()).ok().filter(|days| *days < DAYS)?;
    Some(Mistake {
        area: question.area().to_owned(),
        id: question.id().to_owned(),
        hash: reviews.last()?.hash,
        sure: wrong.sure,
        at: wrong.at,
        days,
    })
}
