//! `numeric`: a number, right within a tolerance.

use super::{
    Kind,
    draft::{TrapDraft, read_traps},
};
use crate::{
    grade::Grade,
    notes::{Reasons, Trap},
    rich::Rich,
};
use serde::{Deserialize, Serialize};

/// The value that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The right value.
    pub value: f64,
    /// How far an answer may be off and still be right; absolute, 0 or more.
    pub tolerance: f64,
    /// The unit that is shown beside the field; may be empty.
    pub unit: String,
    /// The right value as text.
    pub key: String,
}

/// The number as it was typed: kept as text, so that saving it cannot change it.
pub type Response = String;

impl Question {
    /// Reads what was typed: spaces and the unit do not count, `1,5` is 1.5 and `1,000` is 1000.
    /// `None` where it is no finite number.
    #[must_use]
    pub fn parse(&self, typed: &str) -> Option<f64> {
        let mut text: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '_')
            .map(|c| if c == '\u{2212}' { '-' } else { c })
            .collect();
        let unit: String = self.unit.chars().filter(|c| !c.is_whitespace()).collect();
        if !unit.is_empty() && text.to_ascii_lowercase().ends_with(&unit.to_ascii_lowercase()) {
            text.truncate(text.len().saturating_sub(unit.len()));
        }
        let plain = text.chars().all(|c| c.is_ascii_digit() || "+-.,eE".contains(c));
        plain.then(|| decimal(&dotted(&text))).flatten().filter(|value| value.is_finite())
    }

    /// The trap among these that the response fell into, if it is one that the author foresaw.
    #[must_use]
    pub fn trap<'a>(&self, response: &str, traps: &'a [Trap]) -> Option<&'a Trap> {
        let value = self.parse(response)?;
        traps.iter().find(|trap| self.parse(&trap.answer).is_some_and(|wrong| near(value, wrong, 0.0)))
    }
}

/// The number with a point as its decimal mark and no marks between thousands.
fn dotted(text: &str) -> String {
    let whole = text.split('.').next().unwrap_or(text);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default().trim_start_matches(['+', '-']);
    let grouped = (1..=3).contains(&first.len())
        && first != "0"
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    if text.contains(',') && !grouped && !text.contains('.') && text.matches(',').count() == 1 {
        text.replace(',', ".")
    } else if grouped {
        text.replace(',', "")
    } else {
        text.to_owned()
    }
}

/// Reads digits with an optional sign, point and exponent. The standard reader is exact to the last
/// bit and brings tables of 10 kB for it; here the last bits are below what [`near`] forgives.
fn decimal(text: &str) -> Option<f64> {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (negative, digits) = match number.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if (whole.is_empty() && part.is_empty()) || digits.len() > 40 {
        return None;
    }
    let value = whole
        .bytes()
        .chain(part.bytes())
        .try_fold(0.0, |value, digit| digit.is_ascii_digit().then(|| value * 10.0 + f64::from(digit - b'0')))?;
    let places = exponent.saturating_sub(i32::try_from(part.len()).ok()?);
    let scaled = if places < 0 { value / 10_f64.powi(-places) } else { value * 10_f64.powi(places) };
    Some(if negative { -scaled } else { scaled })
}

/// Whether two numbers agree within `tolerance`, give or take what decimals lose in binary.
fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance + 1e-9 * b.abs().max(tolerance)
}

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    value: f64,
    #[serde(default)]
    tolerance: f64,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    trap: Vec<TrapDraft>,
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        if !(draft.value.is_finite() && draft.tolerance.is_finite() && draft.tolerance >= 0.0) {
            return Err("`value` must be a finite number and `tolerance` 0 or more".into());
        }
        let question =
            Self { key: draft.value.to_string(), value: draft.value, tolerance: draft.tolerance, unit: draft.unit };
        let reasons = read_traps(draft.trap, |typed| question.grade(&typed.to_owned()) != Grade::ZERO, rich)?;
        if let Some(trap) = reasons.traps.iter().find(|trap| question.parse(&trap.answer).is_none()) {
            return Err(format!("the trap {:?} is no number; write one", trap.answer));
        }
        Ok((question, reasons))
    }

    fn parts(&self) -> usize {
        0
    }

    fn is_complete(&self, response: &Response) -> bool {
        self.parse(response).is_some()
    }

    fn grade(&self, response: &Response) -> Grade {
        Grade::whole(self.parse(response).is_some_and(|value| near(value, self.value, self.tolerance)))
    }

    fn solution(&self) -> Response {
        self.key.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question() -> Question {
        Question { value: 1.5, tolerance: 0.01, unit: "ms".into(), key: "1.5".into() }
    }

    #[test]
    fn reads_numbers_as_people_type_them() {
        for (typed, value) in [
            ("1.5", 1.5),
            (" 1,5 ms ", 1.5),
            ("1.5MS", 1.5),
            ("+2", 2.0),
            ("\u{2212}3", -3.0),
            ("1,000", 1000.0),
            ("0,125", 0.125),
            ("-1,234,567.5", -1_234_567.5),
            ("12 000", 12_000.0),
            ("1e3", 1000.0),
            ("1.25E-3", 0.00125),
            ("5.", 5.0),
            (".5", 0.5),
        ] {
            let read = question().parse(typed).unwrap_or(f64::NAN);
            assert!((read - value).abs() < 1e-12 * value.abs(), "{typed}: {read}");
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for typed in
            ["", "ms", "one", "1.2.3", "1,2,3", "inf", "NaN", "0x10", "1e999", "--1", ".", "e5", "1e", "1e99999999999"]
        {
            assert_eq!(question().parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn tolerance_is_inclusive_and_decimals_do_not_trip_it() {
        let tenth = Question { value: 0.3, tolerance: 0.1, unit: String::new(), key: "0.3".into() };
        assert_eq!(tenth.grade(&"0.4".into()).got, 1);
        assert_eq!(tenth.grade(&"0.2".into()).got, 1);
        assert_eq!(tenth.grade(&"0.41".into()).got, 0);
    }
}
