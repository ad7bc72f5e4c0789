//! Tells the page around, where Plumb stands in a frame, what happens, and gives it the record to keep.

use super::{Saving, Sink, text};
use crate::platform::{
    host::{self, Port},
    storage::Fail,
};
use engine::{
    modes::Mode,
    record::{Asked, Event, Record},
    state::State,
};
use serde::Serialize;
use std::{cell::Cell, rc::Rc};

/// The version of [`Told`].
const VERSION: u8 = 1;

/// The sink that sends to the page around.
pub struct Host {
    /// The way there.
    pub port: Port,
    /// Whether that page keeps the records.
    pub keeps: bool,
    /// Whether it could not keep the last one.
    pub failed: Rc<Cell<bool>>,
    /// Is told how far the latest facts are.
    pub tell: Rc<dyn Fn(Saving)>,
}

/// A fact as the page around is told of it; the format is public (docs/events.md). Nothing in it says who the
/// person is.
#[derive(Serialize)]
struct Told<'a> {
    v: u8,
    attempt: &'a str,
    area: &'a str,
    mode: Mode,
    /// The question's id, topic and level; none for facts of the whole attempt.
    question: Option<&'a str>,
    topic: Option<&'a str>,
    level: Option<u8>,
    /// How many questions have an answer, of all.
    answered: usize,
    of: usize,
    event: &'a Event,
}

impl Sink for Host {
    fn take(&self, record: &Record, events: &[Event]) -> Result<(), Fail> {
        let state = State::of(record);
        for event in events {
            let detail = host::parsed(&told(record, &state, event));
            host::set(&detail, "points", &state.points().into());
            self.port.send("event", &[("detail", detail)]);
        }
        if self.keeps {
            (self.tell)(Saving::UnderWay);
            self.port.send("keep", &[("id", record.id.as_str().into()), ("text", text(record).into())]);
        }
        if self.failed.get() { Err(Fail::Full) } else { Ok(()) }
    }
}

/// The JSON of a fact.
fn told(record: &Record, state: &State, event: &Event) -> String {
    let asked = item(event).and_then(|item| record.items.get(usize::from(item)));
    let answered = |slot: &&engine::state::Slot| slot.response.is_some() || slot.grade.is_some() || slot.gave_up;
    // Where a quiz mixes areas, what is of no question is of all of them.
    let areas = record.quiz.areas.iter().map(String::as_str).collect::<Vec<_>>().join(",");
    let told = Told {
        v: VERSION,
        attempt: &record.id,
        area: asked.map_or(&areas, |asked| &asked.area),
        mode: record.quiz.mode,
        question: asked.map(|Asked { id, .. }| id.as_str()),
        topic: asked.map(|Asked { topic, .. }| topic.as_str()),
        level: asked.map(|Asked { level, .. }| *level),
        answered: state.slots.iter().filter(answered).count(),
        of: state.slots.len(),
        event,
    };
    // Fails only for maps whose keys are no texts, and there are none.
    serde_json::to_string(&told).unwrap_or_default()
}

/// The question that a fact is about.
fn item(event: &Event) -> Option<u16> {
    match event {
        Event::Responded { item, .. }
        | Event::Graded { item, .. }
        | Event::Skipped { item }
        | Event::Flagged { item, .. }
        | Event::Moved { item }
        | Event::Rated { item, .. }
        | Event::Hinted { item }
        | Event::GaveUp { item } => Some(*item),
        Event::Resumed { .. } | Event::Ticked | Event::Limited { .. } | Event::Finished { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::{kinds::Response, quiz::Quiz, record::Entry};

    #[test]
    fn a_fact_is_told_in_the_public_format() {
        let asked = Asked { area: "python".into(), id: "late".into(), topic: "types".into(), level: 3, hash: 7 };
        let answer = Event::Responded { item: 0, response: Response::Single(2) };
        let grade = Event::Graded { item: 0, got: 1, of: 1 };
        let log = vec![Entry(5, answer.clone()), Entry(0, grade)];
        let quiz = Quiz::new("python", "x", 1);
        let record = Record { id: "a-1".into(), started: 9, quiz, items: vec![asked], log };
        let state = State::of(&record);
        assert_eq!(
            told(&record, &state, &answer),
            r#"{"v":1,"attempt":"a-1","area":"python","mode":"practice","question":"late","topic":"types","level":3,"answered":1,"of":1,"event":{"responded":{"item":0,"response":{"single":2}}}}"#
        );
        let end = Event::Finished { by: engine::record::End::Person };
        let text = told(&record, &state, &end);
        assert!(
            text.contains(r#""question":null"#) && text.ends_with(r#""event":{"finished":{"by":"person"}}}"#),
            "{text}"
        );
    }
}
