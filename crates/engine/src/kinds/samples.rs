//! A small bank with one question of each kind, for tests.

use super::{
    Question, choice,
    text::Compare,
    {multiple, numeric, order, single, text},
};
use crate::{
    bank::{Bank, Item, Source},
    rich::{Block, Inline, Rich},
};

pub fn rich(text: &str) -> Rich {
    Rich(vec![Block::Para(vec![Inline::Text(text.into())])])
}

fn choices(texts: &[&str]) -> Vec<choice::Choice> {
    texts.iter().map(|text| choice::Choice { text: rich(text), why: rich("because") }).collect()
}

pub fn single() -> Question {
    Question::Single(single::Question { options: choices(&["a", "b", "c", "d"]), key: 2 })
}

pub fn multiple() -> Question {
    Question::Multiple(multiple::Question { options: choices(&["a", "b", "c", "d", "e"]), keys: [0, 2, 3].into() })
}

pub fn numeric() -> Question {
    Question::Numeric(numeric::Question {
        value: 12.5,
        tolerance: 0.1,
        unit: "ms".into(),
        key: "12.5".into(),
        traps: Vec::new(),
    })
}

pub fn text() -> Question {
    Question::Text(text::Question {
        accept: vec!["KeyError".into(), "a KeyError".into()],
        compare: Compare::Words,
        lines: 1,
        traps: vec![choice::Trap { answer: "None".into(), why: rich("get() would") }],
    })
}

pub fn order() -> Question {
    Question::Order(order::Question { items: choices(&["1", "2", "3", "4"]) })
}

pub fn bank() -> Bank {
    let all =
        [("single", single()), ("multiple", multiple()), ("numeric", numeric()), ("text", text()), ("order", order())];
    let items = all.into_iter().zip(1..).map(|((id, question), level)| Item {
        id: id.into(),
        topic: if level % 2 == 0 { "even".into() } else { "odd".into() },
        level,
        hash: u32::from(level) * 7919,
        prompt: rich(id),
        question,
        explanation: rich("more"),
        source: Source { title: "Document".into(), url: "https://example.org/".into() },
    });
    Bank { area: "sample".into(), about: rich("about"), items: items.collect() }
}
