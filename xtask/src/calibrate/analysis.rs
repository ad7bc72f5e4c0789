//! All that the answers of an area say of its questions.

use std::collections::BTreeMap;

use engine::bank::{Bank, Item};
use engine::estimate::report::level_of;
use engine::estimate::{Assumptions, Format};
use engine::fold::Attempt;
use engine::sorted::Map;

use super::choices::{Choice, choices};
use super::classical::{Classical, classical, mean, number};
use super::doubts::doubts;
use super::fit::{Fitted, fit};
use super::item;
use super::scale::People;
use super::sheet::{Given, Sheet};

/// Below so many answers no level is proposed.
pub const LEAST_ANSWERS: usize = 50;
/// How far beyond the border of the author's level a difficulty must be, in standard errors: a chance of 9 in 10 that
/// it is beyond.
const SURE: f64 = 1.2816;

/// An area.
#[derive(Debug)]
pub struct Area {
    /// Its id.
    pub id: String,
    /// How many people answered something.
    pub people: usize,
    /// How able they are.
    pub abilities: People,
    /// Whether the fit came to rest.
    pub at_rest: bool,
    /// Its questions with answers, in the order of the bank.
    pub questions: Vec<Question>,
    /// Questions that were changed since or are gone, with the answers that they had.
    pub old: BTreeMap<String, usize>,
    /// What did not count, a sentence each.
    pub remarks: Vec<String>,
}

/// A question.
#[derive(Debug)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// Its file, relative to `questions/`.
    pub file: String,
    /// The author's level, 1 to 5.
    pub level: u8,
    /// How many people answered it.
    pub answers: usize,
    /// Classical statistics.
    pub classical: Classical,
    /// What was fitted.
    pub fitted: Fitted,
    /// What was chosen.
    pub choices: Vec<Choice>,
    /// Why its key should be looked at, a sentence each.
    pub doubts: Vec<String>,
    /// The level that its answers speak for, where it is surely another.
    pub proposal: Option<u8>,
}

impl Area {
    /// What the answers of all people say of one area; none where nobody answered there.
    #[must_use]
    pub fn of(bank: &Bank, people: &[Map<Attempt>]) -> Option<Self> {
        let sheet = Sheet::of(bank, people);
        if sheet.people.is_empty() && sheet.old.is_empty() {
            return None;
        }
        let items: Vec<item::Item> = bank
            .items
            .iter()
            .map(|item| item::Item { level: item.level, format: Format::of(&item.question) })
            .collect();
        let answers: Vec<_> =
            sheet.people.iter().map(|all| all.iter().map(|given| (given.item, given.answer)).collect()).collect();
        let fit = fit(&items, &answers, &Assumptions::default());
        let mut by_item: Vec<Vec<Told<'_>>> = bank.items.iter().map(|_| Vec::new()).collect();
        for (given, abilities) in sheet.people.iter().zip(&fit.others) {
            let sum: f64 = given.iter().map(|given| given.answer.credit()).sum();
            for (given, ability) in given.iter().zip(abilities.iter().copied()) {
                let count = number(abilities.len()) - 1.0;
                let rest = (count > 0.0).then(|| (sum - given.answer.credit()) / count);
                let told = by_item.get_mut(given.item);
                told.into_iter().for_each(|told| told.push(Told { given, ability, rest }));
            }
        }
        let questions = bank.items.iter().zip(&items).zip(&fit.items).zip(&by_item);
        let questions =
            questions.filter_map(|(((item, form), fitted), told)| question(&bank.area, item, form, *fitted, told));
        Some(Self {
            id: bank.area.clone(),
            people: sheet.people.len(),
            abilities: fit.people,
            at_rest: fit.at_rest,
            questions: questions.collect(),
            remarks: remarks(&sheet),
            old: sheet.old,
        })
    }
}

/// An answer with what the same person's other answers say.
struct Told<'a> {
    given: &'a Given,
    ability: f64,
    rest: Option<f64>,
}

fn question(area: &str, item: &Item, form: &item::Item, fitted: Fitted, told: &[Told<'_>]) -> Option<Question> {
    let credits: Vec<_> = told.iter().map(|told| (told.given.answer.credit(), told.rest)).collect();
    let classical = classical(&credits)?;
    let responses: Vec<_> =
        told.iter().filter_map(|told| Some((told.given.response.as_ref()?, told.ability))).collect();
    let choices = choices(&item.question, &responses);
    let tried: Vec<f64> =
        told.iter().filter(|told| told.given.response.is_some()).map(|told| told.given.answer.credit()).collect();
    let luck = by_luck(&form.format);
    Some(Question {
        id: item.id.clone(),
        file: format!("{area}/{}.toml", item.topic),
        level: item.level,
        answers: told.len(),
        doubts: doubts(&choices, &classical, told.len(), mean(&tried).map(|credit| (credit, tried.len())), luck),
        proposal: proposal(item.level, &fitted, told.len()),
        classical,
        fitted,
        choices,
    })
}

/// The mean credit that luck brings, with scores evenly spaced.
fn by_luck(format: &Format) -> f64 {
    let share = |(score, chance): (usize, &f64)| chance * number(score) / number(format.steps());
    format.luck().iter().enumerate().map(share).sum()
}

/// The level nearest to the difficulty, where that is surely not the author's.
fn proposal(level: u8, fitted: &Fitted, answers: usize) -> Option<u8> {
    let nearest = level_of(fitted.b);
    let off = (fitted.b - (f64::from(level) - 3.0)).abs() - 0.5;
    (answers >= LEAST_ANSWERS && nearest != level && off > SURE * fitted.b_error).then_some(nearest)
}

fn remarks(sheet: &Sheet) -> Vec<String> {
    let told = [
        (sheet.hinted, "for which hints were shown: they say nothing of the question alone, and do not count"),
        (sheet.regraded, "whose grade in the file is another than that of the answer: they were graded anew"),
        (sheet.empty, "that hold a grade but no answer to their question: they do not count"),
    ];
    let told = told.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, what)| format!("Answers {what}: {count}.")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibrate::simulate;

    #[test]
    fn a_level_is_proposed_only_where_it_is_sure() {
        let fitted = |b, b_error| Fitted { b, b_error, a: 1.0, log_a_error: 0.2 };
        assert_eq!(proposal(3, &fitted(1.2, 0.2), LEAST_ANSWERS), Some(4));
        assert_eq!(proposal(3, &fitted(1.2, 0.2), LEAST_ANSWERS - 1), None);
        assert_eq!(proposal(3, &fitted(0.7, 0.2), 500), None);
        assert_eq!(proposal(3, &fitted(0.4, 0.01), 500), None);
        assert_eq!(proposal(5, &fitted(4.0, 0.1), 500), None);
        assert_eq!(proposal(4, &fitted(-2.0, 0.1), 500), Some(1));
    }

    #[test]
    fn a_wrong_key_and_a_wrong_level_are_found_and_nothing_else_is() {
        let people = simulate::people(160, simulate::Faults { key: 4, level: 9 });
        let bank = simulate::bank();
        let area = Area::of(&bank, &people).unwrap();
        assert!(area.at_rest);
        assert_eq!((area.people, area.questions.len()), (160, bank.items.len()));
        let doubted: Vec<_> = area.questions.iter().filter(|one| !one.doubts.is_empty()).map(|one| &one.id).collect();
        assert_eq!(doubted, [&bank.items[4].id], "{:?}", area.questions.iter().map(|q| &q.doubts).collect::<Vec<_>>());
        let wrong = &area.questions[4];
        assert!(wrong.classical.index.unwrap() < 0.0, "{:?}", wrong.classical);
        assert!(wrong.doubts.iter().any(|doubt| doubt.contains("abler half")), "{:?}", wrong.doubts);
        let moved = &area.questions[9];
        assert_eq!((moved.level, moved.proposal), (5, Some(2)), "{:?}", moved.fitted);
    }

    #[test]
    fn an_area_that_nobody_answered_is_not_told() {
        let mut bank = simulate::bank();
        bank.area = "other".into();
        assert!(Area::of(&bank, &simulate::people(3, simulate::Faults { key: 0, level: 0 })).is_none());
    }
}
