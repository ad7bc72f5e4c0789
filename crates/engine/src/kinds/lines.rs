//! `lines`: the lines of a program that the question asks for; credit is spots found minus lines chosen elsewhere, never below 0.

use super::{Kind, draft::Typed};
use crate::{
    grade::Grade,
    notes::Reasons,
    rich::{Code, Rich},
    sorted::Set,
};
use serde::{Deserialize, Serialize};

/// The code, what is to be found in it, and what only looks like it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The code, at most 40 lines of it.
    pub code: Code,
    /// Stretches of lines that share no line, in the author's order; at least one is a key.
    pub spots: Vec<Spot>,
}

/// A stretch of lines, counted from 0; any line of it stands for the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Its first line.
    pub from: u8,
    /// Its last line.
    pub to: u8,
    /// Whether it is to be found; else it is a tempting wrong choice.
    pub key: bool,
}

/// The chosen lines, counted from 0.
pub type Response = Set<u8>;

impl Spot {
    /// Whether the line is in it.
    #[must_use]
    pub fn holds(&self, line: u8) -> bool {
        (self.from..=self.to).contains(&line)
    }
}

impl Question {
    /// The spots that are to be found.
    pub fn keys(&self) -> impl Iterator<Item = &Spot> {
        self.spots.iter().filter(|spot| spot.key)
    }
}

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    lang: String,
    code: String,
    #[serde(default)]
    spot: Vec<SpotDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpotDraft {
    /// `4` or `4-6`, counted from 1.
    lines: Typed,
    #[serde(default)]
    key: bool,
    why: String,
}

/// Reads code through the reader of Markdown, which highlights it.
fn read_code(lang: &str, code: &str, rich: &mut dyn FnMut(&str) -> Rich) -> Result<Code, String> {
    let code = code.trim_end();
    // Longer than any that the code may hold.
    let mut fence = "```".to_owned();
    while code.contains(&fence) {
        fence.push('`');
    }
    let read = rich(&format!("{fence}{}\n{code}\n{fence}", lang.trim()));
    let count = code.split('\n').count();
    match read.first_code() {
        _ if code.trim().is_empty() => Err("its `code` is empty; write the code whose lines are chosen".into()),
        _ if count > 40 => Err(format!("its code has {count} lines; leave at most 40")),
        Some(read) => Ok(read.clone()),
        None => Err("its `code` cannot be read; write plain code, without a fence".into()),
    }
}

/// Reads `4` or `4-6`, lines of the code counted from 1, as places counted from 0.
fn read_lines(text: &str, code: &[&str]) -> Result<(u8, u8), String> {
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    let (Ok(from), Ok(to)) = (from.trim().parse::<u8>(), to.trim().parse::<u8>()) else {
        return Err(format!("`lines` is {text:?}; write one line such as \"4\" or a range such as \"4-6\""));
    };
    let (Some(first), Some(last)) = (from.checked_sub(1), to.checked_sub(1)) else {
        return Err(format!("`lines` is {text:?}; lines are counted from 1"));
    };
    let Some(lines) = code.get(usize::from(first)..usize::from(to)).filter(|lines| !lines.is_empty()) else {
        return Err(format!("`lines` is {text:?}, but the code has the lines 1 to {}", code.len()));
    };
    if lines.iter().all(|line| line.trim().is_empty()) {
        return Err(format!("`lines` is {text:?}, where nothing stands; point at code"));
    }
    Ok((first, last))
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let code = read_code(&draft.lang, &draft.code, rich)?;
        let lines: Vec<&str> = code.text.split('\n').collect();
        let mut spots: Vec<Spot> = Vec::new();
        let mut reasons = Reasons::default();
        for spot in draft.spot {
            let text = spot.lines.into_text();
            let (from, to) = read_lines(&text, &lines)?;
            if spot.why.trim().is_empty() {
                return Err(format!("the spot {text:?} has no reason; say in `why` why it is right or wrong"));
            }
            if spots.iter().any(|other| other.from <= to && from <= other.to) {
                return Err(format!("the spot {text:?} shares a line with another; keep them apart"));
            }
            spots.push(Spot { from, to, key: spot.key });
            reasons.parts.push(rich(&spot.why));
        }
        let keys = spots.iter().filter(|spot| spot.key).count();
        if !(1..=4).contains(&keys) {
            return Err(format!("{keys} of its [[question.spot]] are marked `key = true`; mark one to four"));
        }
        if keys == spots.len() {
            return Err("it has no [[question.spot]] without `key`; give at least one tempting wrong line".into());
        }
        Ok((Self { code, spots }, reasons))
    }

    /// Lines stand where they stand.
    fn parts(&self) -> usize {
        0
    }

    fn reasons(&self) -> usize {
        self.spots.len()
    }

    fn is_complete(&self, response: &Response) -> bool {
        let count = self.code.text.split('\n').count();
        !response.is_empty() && response.iter().all(|line| usize::from(*line) < count)
    }

    /// Of `n` key spots, those with a chosen line count one each, however many of their lines were
    /// chosen; each line chosen outside of all of them takes one away, never below 0; of `n`.
    fn grade(&self, response: &Response) -> Grade {
        let found = self.keys().filter(|spot| response.iter().any(|line| spot.holds(*line))).count();
        let wrong = response.iter().filter(|line| !self.keys().any(|spot| spot.holds(**line))).count();
        Grade::new(found.saturating_sub(wrong), self.keys().count())
    }

    fn solution(&self) -> Response {
        self.keys().map(|spot| spot.from).collect()
    }
}
