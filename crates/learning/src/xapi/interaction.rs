//! Each kind of question as one of xAPI's interactions: what could be answered, what is right and what was answered.
//!
//! Parts are named by their place in the bank: `a`, `b`, `c`…, lines and ranks by their number.

use super::json::Json;
use engine::{
    kinds::{
        Question, Response, blanks::Blanks, judgement, judgement::Scale, lines, numeric, text, text::Compare, trace,
    },
    rich::Rich,
};

/// The most characters of a part's description.
const MOST: usize = 300;

/// A question as an interaction, with a response to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interaction {
    /// The members of its definition, `interactionType` first.
    pub definition: Vec<(String, Json)>,
    /// The response as xAPI writes it; none where there was none.
    pub response: Option<String>,
}

/// What separates answers, and what separates the two sides of one.
const AND: &str = "[,]";
const IS: &str = "[.]";

impl Interaction {
    /// A question that is no longer known: only that it was asked and what was said of it.
    #[must_use]
    pub fn unknown() -> Self {
        Self { definition: vec![("interactionType".into(), "other".into())], response: None }
    }

    /// A question and its response. A response of another kind counts as none.
    #[must_use]
    pub fn of(question: &Question, response: Option<&Response>) -> Self {
        let right = question.solution();
        let response = response.filter(|response| question.fits(response));
        let written = |response: &Response| write(question, response);
        let (kind, parts) = form(question);
        let mut definition = vec![("interactionType".to_owned(), Json::from(kind))];
        if let Some(patterns) = patterns(question, written(&right)) {
            let patterns = patterns.into_iter().map(Json::from).collect();
            definition.push(("correctResponsesPattern".into(), Json::List(patterns)));
        }
        definition.extend(parts.into_iter().map(|(name, list)| (name.to_owned(), Json::List(list))));
        Self { definition, response: response.map(written) }
    }
}

/// The interaction's type, and the lists of its parts by their names.
fn form(question: &Question) -> (&'static str, Vec<(&'static str, Vec<Json>)>) {
    match question {
        Question::Single(one) => ("choice", vec![("choices", lettered(&one.options))]),
        Question::Multiple(one) => ("choice", vec![("choices", lettered(&one.options))]),
        Question::Lines(one) => ("choice", vec![("choices", code_lines(one))]),
        Question::Order(one) => ("sequencing", vec![("choices", lettered(&one.items))]),
        Question::Match(one) => ("matching", vec![("source", lettered(&one.left)), ("target", numbered(&one.right))]),
        Question::Classify(one) => {
            ("matching", vec![("source", lettered(&one.items)), ("target", numbered(&one.groups))])
        }
        Question::Judgement(one) if one.scale == Scale::Rank => {
            ("sequencing", vec![("choices", lettered(&one.options))])
        }
        Question::Judgement(one) => {
            let scale = (1..=judgement::BEST).map(|rating| part(&rating.to_string(), &rating.to_string())).collect();
            ("matching", vec![("source", lettered(&one.options)), ("target", scale)])
        }
        Question::Numeric(_) => ("numeric", Vec::new()),
        Question::Text(one) if one.lines > 1 => ("long-fill-in", Vec::new()),
        Question::Text(_) | Question::Cloze(_) | Question::Table(_) => ("fill-in", Vec::new()),
        Question::Trace(_) => {
            let steps = ["runs", "output", "line", "error"].map(|step| part(step, step));
            ("performance", vec![("steps", steps.into())])
        }
    }
}

/// All that is right, as far as xAPI can say it; `solution` is one such response.
fn patterns(question: &Question, solution: String) -> Option<Vec<String>> {
    Some(match question {
        Question::Text(one) => typed(one),
        Question::Cloze(one) => vec![cased(one.0.list.iter().map(|blank| blank.compare), &solution)],
        Question::Table(one) => vec![cased(one.0.list.iter().map(|blank| blank.compare), &solution)],
        Question::Numeric(numeric::Question { value, tolerance, key, .. }) => {
            let between = decimal(value - tolerance).zip(decimal(value + tolerance)).filter(|_| *tolerance > 0.0);
            let (least, most) = between.unwrap_or_else(|| (key.clone(), key.clone()));
            vec![format!("{least}[:]{most}")]
        }
        _ => vec![solution],
    })
}

fn typed(one: &text::Question) -> Vec<String> {
    // An answer with fragments may be written in many ways: the shown one is an example.
    let all = one.accept.iter().enumerate().map(|(place, right)| match one.unit.first() {
        Some(_) if place == 0 => one.shown(),
        Some(unit) => format!("{right} {unit}"),
        None => right.clone(),
    });
    all.map(|right| cased([one.compare], &right)).collect()
}

/// A typed answer, with whether upper and lower case matter: xAPI's own default is that they do not.
fn cased(compare: impl IntoIterator<Item = Compare>, right: &str) -> String {
    let matters = compare.into_iter().any(|compare| compare != Compare::Words);
    if matters { format!("{{case_matters=true}}{right}") } else { right.to_owned() }
}

fn write(question: &Question, response: &Response) -> String {
    match (question, response) {
        (Question::Single(_), Response::Single(place)) => letter(*place),
        (Question::Multiple(_), Response::Multiple(places)) => joined(places.iter().map(|place| letter(*place))),
        (Question::Lines(one), Response::Lines(lines)) => found(one, lines.iter().copied()),
        (Question::Order(_), Response::Order(places)) => joined(places.iter().map(|place| letter(*place))),
        (Question::Match(_), Response::Match(choices)) | (Question::Classify(_), Response::Classify(choices)) => {
            pairs(choices.iter().map(|choice| choice.map(|place| u16::from(place) + 1)))
        }
        (Question::Judgement(one), Response::Judgement(given)) => match given {
            judgement::Response::Ranked(places) => joined(places.iter().map(|place| letter(*place))),
            judgement::Response::Rated(_) => pairs(one.given(given).into_iter().map(|rating| rating.map(u16::from))),
        },
        (Question::Numeric(one), Response::Numeric(typed)) => {
            one.parse(typed).and_then(decimal).unwrap_or_else(|| typed.clone())
        }
        (Question::Text(_), Response::Text(typed)) => typed.clone(),
        (Question::Cloze(one), Response::Cloze(typed)) => blanks(&one.0, typed),
        (Question::Table(one), Response::Table(typed)) => blanks(&one.0, typed),
        (Question::Trace(_), Response::Trace(said)) => steps(said),
        _ => String::new(),
    }
}

/// Any line of a spot stands for the whole, so each is named by its first.
fn found(one: &lines::Question, chosen: impl Iterator<Item = u8>) -> String {
    let first = |line: u8| one.spots.iter().find(|spot| spot.holds(line)).map_or(line, |spot| spot.from);
    let mut lines: Vec<u8> = chosen.map(first).collect();
    lines.sort_unstable();
    lines.dedup();
    joined(lines.into_iter().map(|line| (u16::from(line) + 1).to_string()))
}

/// What was typed for the other outcome does not count.
fn steps(said: &trace::Response) -> String {
    let runs = said.runs.map(|runs| ("runs", runs.to_string()));
    let rest = match said.runs {
        Some(true) => vec![("output", said.output.clone())],
        Some(false) => vec![("line", said.line.clone()), ("error", said.error.clone())],
        None => Vec::new(),
    };
    joined(runs.into_iter().chain(rest).map(|(step, text)| format!("{step}{IS}{text}")))
}

fn blanks(one: &Blanks, typed: &[String]) -> String {
    joined((0..one.list.len()).map(|place| typed.get(place).cloned().unwrap_or_default()))
}

fn pairs(choices: impl Iterator<Item = Option<u16>>) -> String {
    let chosen = (0..).zip(choices).filter_map(|(place, choice)| Some((place, choice?)));
    joined(chosen.map(|(place, choice)| format!("{}{IS}{choice}", letter(place))))
}

fn joined(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join(AND)
}

fn lettered(parts: &[Rich]) -> Vec<Json> {
    (0..).zip(parts).map(|(place, rich)| part(&letter(place), &rich.plain())).collect()
}

fn numbered(parts: &[Rich]) -> Vec<Json> {
    (1_u16..).zip(parts).map(|(place, rich)| part(&place.to_string(), &rich.plain())).collect()
}

fn code_lines(one: &lines::Question) -> Vec<Json> {
    (1_u16..).zip(one.code.text.lines()).map(|(number, line)| part(&number.to_string(), line)).collect()
}

fn part(id: &str, text: &str) -> Json {
    Json::object([("id", id.into()), ("description", Json::object([("en", short(text, MOST).into())]))])
}

/// A number with at most nine decimals; none for one that needs more, or is larger than a trillion. The standard
/// writer knows all numbers, and is 10 kB of tables.
fn decimal(value: f64) -> Option<String> {
    let parts = (value.abs() * 1e9).round();
    let exact = (parts / 1e9 - value.abs()).abs() <= value.abs() * 1e-9;
    if !exact || parts > 1e21 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10^21 by the line above")]
    let parts = parts as u128;
    let sign = if value < 0.0 { "-" } else { "" };
    let text = format!("{sign}{}.{:09}", parts / 1_000_000_000, parts % 1_000_000_000);
    Some(text.trim_end_matches('0').trim_end_matches('.').to_owned())
}

fn letter(place: u8) -> String {
    char::from(b'a'.saturating_add(place.min(25))).to_string()
}

/// A text of at most `most` characters.
pub(super) fn short(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_decimals() {
        let written = [0.0, 12.5, -0.1, 12.5 - 0.1, 0.1 + 0.2, 1e12, 3.0, 123_456.789, -7e-9].map(decimal);
        let expected = ["0", "12.5", "-0.1", "12.4", "0.3", "1000000000000", "3", "123456.789", "-0.000000007"];
        assert_eq!(written.each_ref().map(|text| text.as_deref().unwrap()), expected);
        assert_eq!([1e-12, 1e13, f64::NAN, f64::INFINITY].map(decimal), [None, None, None, None]);
    }
}
