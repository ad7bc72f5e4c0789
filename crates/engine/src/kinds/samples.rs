//! A small bank with one question of each kind, and its notes, for tests.

use super::{
    Question,
    text::Compare,
    {judgement, multiple, numeric, order, single, text},
};
use crate::{
    bank::{Bank, Item},
    notes::{Note, Notes, Reasons, Source, Trap},
    rich::{Block, Inline, Rich},
};

pub fn rich(text: &str) -> Rich {
    Rich(vec![Block::Para(vec![Inline::Text(text.into())])])
}

fn parts(texts: &[&str]) -> Vec<Rich> {
    texts.iter().map(|text| rich(text)).collect()
}

pub fn single() -> Question {
    Question::Single(single::Question { options: parts(&["a", "b", "c", "d"]), key: 2 })
}

pub fn multiple() -> Question {
    Question::Multiple(multiple::Question { options: parts(&["a", "b", "c", "d", "e"]), keys: [0, 2, 3].into() })
}

pub fn numeric() -> Question {
    Question::Numeric(numeric::Question { value: 12.5, tolerance: 0.1, unit: "ms".into(), key: "12.5".into() })
}

pub fn text() -> Question {
    Question::Text(text::Question {
        accept: vec!["KeyError".into(), "a KeyError".into()],
        compare: Compare::Words,
        lines: 1,
        contains: Vec::new(),
        unit: Vec::new(),
    })
}

pub fn order() -> Question {
    Question::Order(order::Question { items: parts(&["1", "2", "3", "4"]), before: Vec::new() })
}

/// 1 before 3 and 4, 2 before 4; else free.
pub fn partial_order() -> Question {
    Question::Order(order::Question { items: parts(&["1", "2", "3", "4"]), before: vec![(0, 2), (0, 3), (1, 3)] })
}

pub fn rating() -> Question {
    let scale = judgement::Scale::Rate;
    Question::Judgement(judgement::Question { options: parts(&["a", "b", "c"]), scale, key: vec![5, 1, 3] })
}

pub fn ranking() -> Question {
    let scale = judgement::Scale::Rank;
    Question::Judgement(judgement::Question { options: parts(&["a", "b", "c", "d"]), scale, key: vec![2, 1, 4, 3] })
}

pub fn bank() -> Bank {
    let all = [
        ("single", single()),
        ("multiple", multiple()),
        ("numeric", numeric()),
        ("text", text()),
        ("order", order()),
        ("partial-order", partial_order()),
        ("rating", rating()),
        ("ranking", ranking()),
    ];
    let items = all.into_iter().zip((1..=5).cycle()).map(|((id, question), level)| Item {
        id: id.into(),
        topic: if level % 2 == 0 { "even".into() } else { "odd".into() },
        level,
        hash: u32::from(level) * 7919,
        prompt: rich(id),
        question,
    });
    Bank { area: "sample".into(), about: rich("about"), items: items.collect() }
}

pub fn trap(answer: &str) -> Trap {
    Trap { answer: answer.into(), why: rich("tempting") }
}

pub fn notes() -> Notes {
    let note = |item: Item| Note {
        reasons: Reasons {
            parts: vec![rich("because"); item.question.parts()],
            traps: if item.question.parts() == 0 { vec![trap("125")] } else { Vec::new() },
        },
        id: item.id,
        explanation: rich("more"),
        source: Source { title: "Document".into(), url: "https://example.org/".into() },
    };
    Notes { area: "sample".into(), items: bank().items.into_iter().map(note).collect() }
}
