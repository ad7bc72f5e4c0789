//! Whether what a program printed is the key, graded as if a person had answered it.

use super::Proof;
use engine::{
    bank::Item,
    grade::Verdict,
    kinds::{Question, Response, trace},
    rich::Rich,
    sorted::Set,
};

/// What a program prints that has checked the key by itself.
const TRUE: &str = "true";

impl Proof {
    /// Whether this output, of a program that ended well, shows that the key is right.
    ///
    /// # Errors
    /// A sentence for the author: that the output is something else, or a distractor.
    pub fn judge(&self, output: &str) -> Result<(), String> {
        let output = clean(output);
        if output.is_empty() {
            return Err("the program printed nothing; let it print the key or `true`".into());
        }
        let trap = self.traps.iter().find(|trap| clean(&trap.answer) == output);
        match answer(&self.item, &output)? {
            Some(response) if self.item.question.grade(&response).verdict() == Verdict::Right => match trap {
                Some(_) => Err("the output is the key, but a trap as well; drop the trap".into()),
                None => Ok(()),
            },
            Some(_) if trap.is_some() => Err("the output is one of the traps, so the key is wrong".into()),
            Some(_) if chosen(&self.item.question) => Err("the output is a distractor, so the key is wrong".into()),
            _ if output == TRUE => Ok(()),
            _ => Err("the output is not the key".into()),
        }
    }

    /// What must come out, to be shown beside what did.
    #[must_use]
    pub fn expected(&self) -> String {
        let Item { question, .. } = &self.item;
        match (question, question.solution()) {
            (Question::Single(one), Response::Single(place)) => texts(&one.options, &[place]),
            (Question::Multiple(many), Response::Multiple(places)) => texts(&many.options, places.iter()),
            (Question::Order(order), Response::Order(places)) => texts(&order.items, &places),
            (_, Response::Numeric(text) | Response::Text(text)) => text,
            (_, Response::Cloze(texts) | Response::Table(texts)) => texts.join("\n"),
            (_, Response::Lines(lines)) => {
                let lines: Vec<String> = lines.iter().map(|line| (u32::from(*line) + 1).to_string()).collect();
                lines.join("\n")
            }
            (_, Response::Trace(trace)) if trace.runs == Some(true) => trace.output,
            _ => TRUE.into(),
        }
    }
}

/// Line ends and the space before them do not count, nor do empty lines at the end.
fn clean(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// Whether answers are chosen among parts, so that one that is not the key is a distractor.
fn chosen(question: &Question) -> bool {
    matches!(question, Question::Single(_) | Question::Multiple(_) | Question::Order(_) | Question::Lines(_))
}

/// The output as an answer to the question; none where it cannot be one.
fn answer(item: &Item, output: &str) -> Result<Option<Response>, String> {
    let lines: Vec<String> = output.lines().map(str::to_owned).collect();
    Ok(match &item.question {
        Question::Single(one) => place(&one.options, output)?.map(Response::Single),
        Question::Multiple(many) => {
            places(&many.options, &lines)?.map(|places| Response::Multiple(places.into_iter().collect()))
        }
        Question::Order(order) => places(&order.items, &lines)?.map(Response::Order),
        Question::Numeric(_) => Some(Response::Numeric(output.into())),
        Question::Text(text) => Some(Response::Text(match text.unit.first() {
            Some(unit) if !text.unit.iter().any(|unit| output.ends_with(unit.as_str())) => format!("{output} {unit}"),
            _ => output.into(),
        })),
        Question::Cloze(_) => Some(Response::Cloze(lines)),
        Question::Table(_) => Some(Response::Table(lines)),
        Question::Lines(_) => {
            let read = |line: &String| line.trim().parse::<u8>().ok()?.checked_sub(1);
            lines.iter().map(read).collect::<Option<Set<u8>>>().map(Response::Lines)
        }
        Question::Trace(_) => Some(Response::Trace(trace::Response {
            runs: Some(true),
            output: output.into(),
            ..trace::Response::default()
        })),
        Question::Match(_) | Question::Classify(_) | Question::Judgement(_) => None,
    })
}

fn places(parts: &[Rich], lines: &[String]) -> Result<Option<Vec<u8>>, String> {
    let found: Result<Vec<_>, _> = lines.iter().map(|line| place(parts, line)).collect();
    Ok(found?.into_iter().collect())
}

/// The place of the part that says this.
fn place(parts: &[Rich], text: &str) -> Result<Option<u8>, String> {
    let mut found = (0..).zip(parts).filter(|(_, part)| clean(&part.plain()) == text).map(|(place, _)| place);
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(format!("the output {text:?} is what two options say; make them differ")),
        (one, _) => Ok(one),
    }
}

fn texts<'a>(parts: &[Rich], places: impl IntoIterator<Item = &'a u8>) -> String {
    let text = |place: &u8| parts.get(usize::from(*place)).map(Rich::plain);
    places.into_iter().filter_map(text).collect::<Vec<_>>().join("\n")
}
