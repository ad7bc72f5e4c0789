//! A bank and people who are made up from a seed, for the tests: through records, as real answers come.

use engine::bank::{Bank, Item};
use engine::estimate::Format;
use engine::fold::{self, Attempt};
use engine::kinds::{Question, Response, single};
use engine::quiz::Quiz;
use engine::record::{Asked, End, Entry, Event, Record};
use engine::rich::{Block, Inline, Rich};
use engine::sorted::Map;

use super::fit::tests::Dice;

/// What is wrong in the bank: the question whose key is not the right option, and the one whose true difficulty is
/// three levels below its author's.
pub struct Faults {
    pub key: usize,
    pub level: usize,
}

/// Twenty questions with four options.
pub fn bank() -> Bank {
    let text = |text: String| Rich(vec![Block::Para(vec![Inline::Text(text)])]);
    let items = (0..20_u8).map(|number| Item {
        area: "area".into(),
        id: format!("question-{number}"),
        topic: "topic".into(),
        level: number % 5 + 1,
        hash: u32::from(number),
        prompt: text("What?".into()),
        question: Question::Single(single::Question {
            options: (0..4).map(|place| text(format!("option {place}"))).collect(),
            key: number % 3,
        }),
        hints: 0,
    });
    Bank { area: "area".into(), about: text(String::new()), items: items.collect() }
}

pub fn key(item: u8) -> u8 {
    item % 3
}

pub fn asked(item: &Item) -> Asked {
    Asked {
        area: item.area.clone(),
        id: item.id.clone(),
        topic: item.topic.clone(),
        level: item.level,
        hash: item.hash,
    }
}

/// People who answered all questions, each in an attempt of their own.
pub fn people(count: usize, faults: Faults) -> Vec<Map<Attempt>> {
    let bank = bank();
    let mut dice = Dice::new(3);
    let person = |number| {
        let theta = dice.normal(0.3, 1.3);
        let mut log = Vec::new();
        for (place, item) in bank.items.iter().enumerate() {
            let b = f64::from(item.level) - 3.0 - if place == faults.level { 3.0 } else { 0.0 };
            let key = key(u8::try_from(place).unwrap());
            // Whom the author takes to be wrong where the key is not the right option.
            let truly = if place == faults.key { key + 1 } else { key };
            let right = dice.pick(&Format::chance(0.25).chances(1.2, b, 0.97, theta)) == 1;
            let chosen = if right { truly } else { (truly + 1 + u8::try_from(dice.below(3)).unwrap()) % 4 };
            let item = u16::try_from(place).unwrap();
            log.push(Entry(1, Event::Responded { item, response: Response::Single(chosen) }));
            log.push(Entry(1, Event::Graded { item, got: u16::from(chosen == key), of: 1 }));
        }
        log.push(Entry(1, Event::Finished { by: End::Person }));
        let items = bank.items.iter().map(asked).collect();
        let id = format!("person-{number}");
        fold::union([Record { id, started: 1, quiz: Quiz::new(&*bank.area, "s", 20), items, log }])
    };
    (0..count).map(person).collect()
}
