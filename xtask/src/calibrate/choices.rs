//! What people chose: for each way to answer a question how many took it, and how able they are.

use std::collections::BTreeMap;

use engine::grade::Grade;
use engine::kinds::{Question, Response};
use engine::rich::Rich;

use super::classical::mean;

/// Typed answers are told only where so many people gave them: what one person typed is theirs.
const TOGETHER: usize = 3;
/// The most of a choice's text that is shown, in characters.
const MOST_TEXT: usize = 60;

/// One way to answer, or a part of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What it is, short.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// How many chose it.
    pub count: usize,
    /// Of these, how many of the abler half of all who answered.
    pub abler: usize,
    /// The mean ability of those who chose it, by their other answers; none where nobody did.
    pub ability: Option<f64>,
}

/// What was chosen, from each answer with the ability of who gave it. Options stand in the bank's order, also those
/// that nobody chose; anything else by how often it came, and what hardly anybody gave is left out.
#[must_use]
pub fn choices(question: &Question, answers: &[(&Response, f64)]) -> Vec<Choice> {
    let mut abilities: Vec<f64> = answers.iter().map(|(_, ability)| *ability).collect();
    abilities.sort_by(f64::total_cmp);
    let middle = abilities.get(abilities.len() / 2).copied().unwrap_or_default();
    let options = options(question);
    let mut found: BTreeMap<(usize, String, bool), Vec<f64>> = BTreeMap::new();
    for (place, (text, right)) in options.iter().enumerate() {
        found.insert((place, text.clone(), *right), Vec::new());
    }
    for (response, ability) in answers {
        for (place, text, right) in parts(question, response, &options) {
            found.entry((place, text, right)).or_default().push(*ability);
        }
    }
    let mut choices: Vec<Choice> = found
        .into_iter()
        .filter(|(_, who)| !options.is_empty() || who.len() >= TOGETHER)
        .map(|((_, text, right), who)| Choice {
            text,
            right,
            count: who.len(),
            abler: who.iter().filter(|ability| **ability >= middle).count(),
            ability: mean(&who),
        })
        .collect();
    if options.is_empty() {
        choices.sort_by_key(|choice| std::cmp::Reverse(choice.count));
    }
    choices
}

/// The options that are always there to choose from.
fn options(question: &Question) -> Vec<(String, bool)> {
    let list = |options: &[Rich], right: &dyn Fn(u8) -> bool| {
        (0..).zip(options).map(|(place, option)| (short(&option.plain()), right(place))).collect()
    };
    match question {
        Question::Single(single) => list(&single.options, &|place| place == single.key),
        Question::Multiple(multiple) => list(&multiple.options, &|place| multiple.keys.contains(&place)),
        _ => Vec::new(),
    }
}

/// The parts of an answer that are counted, each with a number that puts it in order.
fn parts(question: &Question, response: &Response, options: &[(String, bool)]) -> Vec<(usize, String, bool)> {
    let option = |place: u8| {
        let (text, right) = options.get(usize::from(place))?;
        Some((usize::from(place), text.clone(), *right))
    };
    match (question, response) {
        (Question::Single(_), Response::Single(place)) => option(*place).into_iter().collect(),
        (Question::Multiple(_), Response::Multiple(places)) => {
            places.iter().filter_map(|place| option(*place)).collect()
        }
        (Question::Lines(lines), Response::Lines(chosen)) => {
            let right = |line: u8| lines.keys().any(|spot| spot.holds(line));
            chosen.iter().map(|line| (0, format!("line {}", usize::from(*line) + 1), right(*line))).collect()
        }
        (Question::Match(pairs), Response::Match(chosen)) => assigned(&pairs.left, &pairs.right, &pairs.key, chosen),
        (Question::Classify(groups), Response::Classify(chosen)) => {
            assigned(&groups.items, &groups.groups, &groups.key, chosen)
        }
        _ => vec![(0, short(&whole(response)), is_right(question.grade(response)))],
    }
}

fn is_right(grade: Grade) -> bool {
    grade.got >= grade.of
}

/// Things and what was chosen for each.
fn assigned(things: &[Rich], to: &[Rich], key: &[u8], chosen: &[Option<u8>]) -> Vec<(usize, String, bool)> {
    let pair = |((thing, right), choice): ((&Rich, &u8), &Option<u8>)| {
        let chosen = to.get(usize::from((*choice)?))?;
        Some((0, short(&format!("{}: {}", thing.plain(), chosen.plain())), Some(*right) == *choice))
    };
    things.iter().zip(key).zip(chosen).filter_map(pair).collect()
}

/// An answer as a line of text.
fn whole(response: &Response) -> String {
    let numbers =
        |list: &[u8]| list.iter().map(|place| (u16::from(*place) + 1).to_string()).collect::<Vec<_>>().join(" ");
    match response {
        Response::Numeric(text) | Response::Text(text) => text.clone(),
        Response::Order(order) => numbers(order),
        Response::Cloze(blanks) | Response::Table(blanks) => blanks.join(" | "),
        Response::Trace(said) if said.runs == Some(true) => format!("runs: {}", said.output),
        Response::Trace(said) => format!("stops at line {}: {}", said.line, said.error),
        Response::Judgement(engine::kinds::judgement::Response::Ranked(order)) => numbers(order),
        Response::Judgement(engine::kinds::judgement::Response::Rated(ratings)) => ratings
            .iter()
            .map(|rating| rating.map_or("-".into(), |rating| rating.to_string()))
            .collect::<Vec<_>>()
            .join(" "),
        Response::Single(_)
        | Response::Multiple(_)
        | Response::Lines(_)
        | Response::Match(_)
        | Response::Classify(_) => String::new(),
    }
}

/// One short line without characters that could command a terminal.
fn short(text: &str) -> String {
    let clean: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let words = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(MOST_TEXT) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use engine::kinds::numeric;

    use super::*;
    use crate::calibrate::simulate;

    #[test]
    fn options_are_counted_with_who_chose_them() {
        let question = &simulate::bank().items[0].question;
        let (right, wrong) = (simulate::key(0), simulate::key(0) + 1);
        let answers = [(right, 1.0), (right, 0.5), (wrong, -1.0), (wrong, 0.0)];
        let responses: Vec<_> = answers.iter().map(|(place, _)| Response::Single(*place)).collect();
        let answers: Vec<_> =
            responses.iter().zip(answers).map(|(response, (_, ability))| (response, ability)).collect();
        let found = choices(question, &answers);
        let told: Vec<_> = found.iter().map(|one| (one.right, one.count, one.abler, one.ability)).collect();
        assert_eq!(told.len(), 4);
        assert_eq!(told[usize::from(right)], (true, 2, 2, Some(0.75)));
        assert_eq!(told[usize::from(wrong)], (false, 2, 0, Some(-0.5)));
        assert_eq!(found.iter().filter(|one| one.count == 0 && one.ability.is_none()).count(), 2);
    }

    #[test]
    fn what_few_people_typed_stays_theirs() {
        let question =
            Question::Numeric(numeric::Question { value: 4.0, tolerance: 0.0, unit: String::new(), key: "4".into() });
        let typed = ["4", "5", "5", "5", "\u{1b}[31mmy name", "4"].map(|text| Response::Numeric(text.into()));
        let answers: Vec<_> = typed.iter().map(|response| (response, 0.0)).collect();
        let texts: Vec<_> =
            choices(&question, &answers).into_iter().map(|one| (one.text, one.right, one.count)).collect();
        assert_eq!(texts, [("5".to_owned(), false, 3)]);
        assert_eq!(short("a\u{1b}[31m\nb"), "a [31m b");
        assert_eq!(short(&"x".repeat(99)).chars().count(), MOST_TEXT + 1);
    }
}
