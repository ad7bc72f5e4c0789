//! Drawing questions and shuffling options from a seed, the same on every machine.

use crate::{
    bank::{Bank, Item, Topic},
    kinds::Question,
    quiz::{self, Quiz},
};
use rand::{Rng, SeedableRng, rngs::ChaCha8Rng, seq::SliceRandom};

/// Topic and level of a quiz's first question; none where the questions that it names or avoids decide.
///
/// They follow from the seed and from how many questions each topic has on each level, so that they are known
/// before any question is fetched; every question is as likely to be the first as any other.
#[must_use]
pub fn opening<'a>(quiz: &Quiz, topics: &'a [Topic]) -> Option<(&'a str, u8)> {
    let area = quiz.area()?;
    let mut all = Vec::new();
    for topic in topics {
        for (level, count) in (1..).zip(topic.per_level) {
            if in_scope(quiz, area, &topic.id, level) {
                all.extend((0..count).map(|_| (topic.id.as_str(), level)));
            }
        }
    }
    first(quiz, all)
}

/// The topic and level that the seed chooses among those of all wanted questions.
fn first<'a>(quiz: &Quiz, mut all: Vec<(&'a str, u8)>) -> Option<(&'a str, u8)> {
    if !quiz.only.is_empty() || !quiz.avoid.is_empty() || quiz.area().is_none() {
        return None;
    }
    all.sort_unstable();
    let count = u64::try_from(all.len()).unwrap_or(u64::MAX);
    let at = generator(&quiz.seed, "").next_u64().checked_rem(count)?;
    all.get(usize::try_from(at).ok()?).copied()
}

/// The questions of a quiz, in the order in which they are asked, as places in the bank.
///
/// Each question gets a rank from the seed and its own id, so the draw does not depend on the
/// order of the bank, and a question that is added or dropped leaves most of a draw in place.
#[must_use]
pub fn draw(quiz: &Quiz, bank: &Bank) -> Vec<usize> {
    let mut ranked: Vec<(bool, u64, usize)> = bank
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| wanted(quiz, item))
        .map(|(place, item)| (quiz::has(&quiz.avoid, &item.area, &item.id), rank(&quiz.seed, &item.id), place))
        .collect();
    ranked.sort_unstable();
    let mut places: Vec<usize> = ranked.into_iter().map(|(_, _, place)| place).collect();
    let of = |place: &usize| bank.items.get(*place).map(|item| (item.topic.as_str(), item.level));
    let opening = first(quiz, places.iter().filter_map(of).collect());
    if let Some(first) = places.iter().position(|place| opening.is_some() && of(place) == opening) {
        places.get_mut(..=first).into_iter().for_each(|until| until.rotate_right(1));
    }
    places.truncate(quiz.count.into());
    places
}

/// How many questions a quiz could ask if its count did not limit it.
#[must_use]
pub fn available(quiz: &Quiz, bank: &Bank) -> usize {
    bank.items.iter().filter(|item| wanted(quiz, item)).count()
}

/// The order in which the parts of a question are shown, as places in the bank.
#[must_use]
pub fn shown(seed: &str, id: &str, question: &Question) -> Vec<u8> {
    let mut places: Vec<u8> = (0..question.parts()).filter_map(|place| u8::try_from(place).ok()).collect();
    let mut generator = generator(seed, id);
    let _rank = generator.next_u64();
    places.shuffle(&mut generator);
    // Where several orders are right, the next one may be too: one turn of all of them is enough.
    for _ in 0..places.len() {
        if question.may_be_shown(&places) {
            break;
        }
        places.rotate_left(1);
    }
    places
}

fn wanted(quiz: &Quiz, item: &Item) -> bool {
    let named = quiz.only.is_empty() || quiz::has(&quiz.only, &item.area, &item.id);
    in_scope(quiz, &item.area, &item.topic, item.level) && named
}

fn in_scope(quiz: &Quiz, area: &str, topic: &str, level: u8) -> bool {
    (quiz.topics.is_empty() || quiz::has(&quiz.topics, area, topic))
        && (quiz.levels.is_empty() || quiz.levels.contains(&level))
}

/// The rank of a question under a seed: any two questions are as likely to stand one way round as the other.
pub(crate) fn rank(seed: &str, id: &str) -> u64 {
    generator(seed, id).next_u64()
}

/// A generator of its own for each question of each seed.
pub(crate) fn generator(seed: &str, id: &str) -> ChaCha8Rng {
    let bytes = seed.bytes().chain([0]).chain(id.bytes());
    ChaCha8Rng::seed_from_u64(fnv1a(bytes))
}

/// The 64-bit FNV-1a hash (draft-eastlake-fnv), which spreads short texts well enough for a seed.
fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::samples;

    #[test]
    fn a_link_gives_the_same_quiz_for_ever() {
        // Pinned: if this changes, every link that was ever shared shows another quiz.
        // The bank as it was when this was pinned: a kind that joins the samples is drawn like any other.
        let mut bank = samples::bank();
        bank.items.truncate(5);
        let mut quiz = Quiz::new("sample", "pin", 4);
        let ids = |quiz: &Quiz| draw(quiz, &bank).iter().map(|i| bank.items[*i].id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&quiz), PINNED_DRAW);
        assert_eq!(shown("pin", "single", &samples::single()), PINNED_SHOWN);
        quiz.seed = "other".into();
        assert_ne!(ids(&quiz), PINNED_DRAW);
    }
    const PINNED_DRAW: [&str; 4] = ["multiple", "text", "order", "numeric"];
    const PINNED_SHOWN: [u8; 4] = [1, 2, 0, 3];

    #[test]
    fn the_draw_does_not_depend_on_the_order_of_the_bank() {
        let bank = samples::bank();
        let mut turned = bank.clone();
        turned.items.reverse();
        let quiz = Quiz::new("sample", "x", 3);
        let ids = |bank: &Bank| draw(&quiz, bank).iter().map(|i| bank.items[*i].id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&bank), ids(&turned));
    }

    #[test]
    fn every_question_is_as_likely_to_be_the_first_and_to_be_asked_as_any_other() {
        let bank = samples::bank();
        let (all, count) = (bank.items.len(), 4);
        let (mut first, mut asked) = (vec![0_u32; all], vec![0_u32; all]);
        let draws = 4_000;
        for seed in 0..draws {
            let places = draw(&Quiz::new("sample", seed.to_string(), count), &bank);
            first[places[0]] += 1;
            places.iter().for_each(|place| asked[*place] += 1);
        }
        // Six standard deviations of a binomial count to each side.
        let near = |counts: &[u32], chance: f64| {
            let expected = f64::from(draws) * chance;
            let room = 6.0 * (expected * (1.0 - chance)).sqrt();
            counts.iter().all(|count| (f64::from(*count) - expected).abs() < room)
        };
        let of = f64::from(u32::try_from(all).unwrap());
        assert!(near(&first, 1.0 / of), "{first:?}");
        assert!(near(&asked, f64::from(count) / of), "{asked:?}");
    }

    #[test]
    fn the_first_question_is_of_the_topic_and_level_that_the_counts_tell() {
        let bank = samples::bank();
        let topics = topics(&bank);
        for seed in 0..200 {
            let mut quiz = Quiz::new("sample", seed.to_string(), 3);
            if seed % 2 == 0 {
                quiz.levels.insert(bank.items[seed % bank.items.len()].level);
            }
            let first = &bank.items[draw(&quiz, &bank)[0]];
            assert_eq!(Some((first.topic.as_str(), first.level)), opening(&quiz, &topics));
            quiz.avoid.insert(bank.items[0].id.clone());
            assert_eq!(opening(&quiz, &topics), None);
        }
        assert_eq!(opening(&Quiz::new("sample", "x", 3), &[]), None);
    }

    /// The topics of a bank as the catalogue tells them.
    fn topics(bank: &Bank) -> Vec<Topic> {
        let mut topics: Vec<Topic> = Vec::new();
        for item in &bank.items {
            if topics.iter().all(|topic| topic.id != item.topic) {
                topics.push(Topic { id: item.topic.clone(), title: String::new(), per_level: [0; 5] });
            }
            let topic = topics.iter_mut().find(|topic| topic.id == item.topic).unwrap();
            topic.per_level[usize::from(item.level) - 1] += 1;
        }
        topics
    }

    #[test]
    fn filters_hold_and_avoided_questions_come_last() {
        let bank = samples::bank();
        let mut quiz = Quiz::new("sample", "x", 99);
        quiz.avoid.insert("text".into());
        let all = draw(&quiz, &bank);
        assert_eq!(all.len(), bank.items.len());
        assert_eq!(bank.items[all[all.len() - 1]].id, "text");
        quiz.levels.insert(2);
        assert!(draw(&quiz, &bank).iter().all(|i| bank.items[*i].level == 2));
        quiz.only.insert("no-such".into());
        assert_eq!(available(&quiz, &bank), 0);
    }

    #[test]
    fn an_order_question_is_never_shown_solved() {
        for seed in 0..500 {
            for question in [samples::order(), samples::partial_order()] {
                let response = crate::kinds::Response::Order(shown(&seed.to_string(), "order", &question));
                assert!(question.is_complete(&response) && question.grade(&response).credit() < 1.0);
            }
        }
    }
}
