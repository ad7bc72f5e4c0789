//! A small bank with one question of each kind, and its notes, for tests.

use super::{
    Question,
    blanks::{Blank, Blanks},
    text::Compare,
    {classify, cloze, judgement, lines, multiple, numeric, order, pairs, single, table, text, trace},
};
use crate::{
    bank::{Bank, Item},
    notes::{Note, Notes, Reasons, Source, Trap},
    rich::{Block, Code, Inline, Rich},
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

/// Two left sides share a right one, and the last right one is a distractor.
pub fn pairs() -> Question {
    Question::Match(pairs::Question {
        left: parts(&["w", "x", "y", "z"]),
        right: parts(&["1", "2", "3", "4"]),
        key: vec![0, 1, 0, 2],
    })
}

pub fn classify() -> Question {
    Question::Classify(classify::Question {
        groups: parts(&["A", "B"]),
        items: parts(&["a", "b", "aa", "bb"]),
        key: vec![0, 1, 0, 1],
    })
}

/// Five lines, of which the second and one of the last two are to be found.
pub fn lines() -> Question {
    let spot = |from, to, key| lines::Spot { from, to, key };
    let code = Code { lang: "text".into(), text: "a\nb\nc\nd\ne".into(), spans: Vec::new() };
    Question::Lines(lines::Question { code, spots: vec![spot(1, 1, true), spot(2, 2, false), spot(3, 4, true)] })
}

/// A program that stops in its third line.
pub fn trace() -> Question {
    let says =
        text::Question { accept: vec!["KeyError".into()], compare: Compare::Exact, lines: 4, ..Default::default() };
    Question::Trace(trace::Question { says, stops: Some(3) })
}

/// One blank to type and one to choose.
pub fn blanks() -> Blanks {
    let typed = Blank { accept: vec!["len".into(), "max".into()], ..Blank::default() };
    let chosen = Blank {
        accept: vec!["in".into()],
        options: vec!["at".into(), "in".into()],
        compare: Compare::Words,
        ..Blank::default()
    };
    Blanks { body: rich("\u{e000}(x) \u{e001} y"), list: vec![typed, chosen] }
}

pub fn cloze() -> Question {
    Question::Cloze(cloze::Question(blanks()))
}

pub fn table() -> Question {
    Question::Table(table::Question(blanks()))
}

pub fn bank() -> Bank {
    let all = [
        ("single", single()),
        ("multiple", multiple()),
        ("numeric", numeric()),
        ("text", text()),
        ("order", order()),
        ("match", pairs()),
        ("classify", classify()),
        ("lines", lines()),
        ("trace", trace()),
        ("cloze", cloze()),
        ("table", table()),
        ("partial-order", partial_order()),
        ("rating", rating()),
        ("ranking", ranking()),
    ];
    let items = all.into_iter().zip((1..=5).cycle()).map(|((id, question), level)| Item {
        area: "sample".into(),
        id: id.into(),
        topic: if level % 2 == 0 { "even".into() } else { "odd".into() },
        level,
        hash: u32::from(level) * 7919,
        prompt: rich(id),
        question,
        hints: level % 3,
    });
    Bank { area: "sample".into(), about: rich("about"), items: items.collect() }
}

pub fn trap(answer: &str) -> Trap {
    Trap { part: 0, answer: answer.into(), why: rich("tempting") }
}

pub fn notes() -> Notes {
    let note = |item: Item| Note {
        reasons: Reasons {
            parts: vec![rich("because"); item.question.reasons()],
            traps: if item.question.parts() == 0 { vec![trap("125")] } else { Vec::new() },
        },
        id: item.id,
        hints: vec![rich("think"); usize::from(item.hints)],
        explanation: rich("more"),
        source: Source { title: "Document".into(), url: "https://example.org/".into() },
        checked: None,
    };
    Notes { area: "sample".into(), items: bank().items.into_iter().map(note).collect() }
}
