//! Runs `tests/cases/*.toml`: what each kind accepts from authors, and what each answer is worth.

use crate::{markdown, pictures::Pictures};
use engine::{
    draw,
    kinds::{KINDS, Question, Response},
    notes::Reasons,
};
use serde::Deserialize;
use std::{collections::BTreeSet, fs, path::Path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: String,
    #[serde(default)]
    group: Vec<Group>,
    #[serde(default)]
    refused: Vec<Refused>,
}

/// A question as its author writes it, and what answers to it are worth.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    says: String,
    question: toml::Table,
    /// A response that gets everything and is shown as the right one.
    solution: Response,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    says: String,
    /// TOML has no word for nothing: `{}` in a list stands for it.
    response: toml::Value,
    /// Points got of points there are, such as `2/3`.
    points: String,
    #[serde(default = "yes")]
    complete: bool,
}

/// A question that authors may not write, and a part of the sentence that tells them why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    says: String,
    question: toml::Table,
}

fn yes() -> bool {
    true
}

#[test]
fn every_case_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let file: File = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(name, format!("{}.toml", file.kind), "a file is named after its kind");
        for group in file.group {
            check(&name, &file.kind, group);
        }
        for refused in file.refused {
            let answer = compile(&file.kind, refused.question).err();
            assert!(
                answer.as_ref().is_some_and(|message| message.contains(&refused.says)),
                "{name}: an author should be told {:?}, but {answer:?}",
                refused.says
            );
        }
        kinds.insert(file.kind);
    }
    assert_eq!(kinds, KINDS.iter().map(|kind| (*kind).to_owned()).collect(), "every kind has its cases");
}

fn check(name: &str, kind: &str, group: Group) {
    let (question, reasons) = compile(kind, group.question).unwrap_or_else(|e| panic!("{name}: {}: {e}", group.says));
    assert_eq!(question.solution(), group.solution, "{name}: {}", group.says);
    assert_eq!(reasons.parts.len(), question.reasons(), "{name}: {}: each part has its reason", group.says);
    let mut shown = draw::shown("seed", "id", &question);
    assert!(shown.is_empty() || question.may_be_shown(&shown), "{name}: {}: not solved when shown", group.says);
    shown.sort_unstable();
    assert!(shown.into_iter().map(usize::from).eq(0..question.parts()), "{name}: {}: all are shown", group.says);
    for Case { says, response, points, complete } in group.case {
        let place = format!("{name}: {}: {says}", group.says);
        let response: Response =
            serde_json::from_value(with_nothing(response)).unwrap_or_else(|e| panic!("{place}: {e}"));
        let grade = question.grade(&response);
        assert_eq!(format!("{}/{}", grade.got, grade.of), points, "{place}");
        assert_eq!(question.is_complete(&response), complete, "{place}: can it be handed in?");
    }
}

/// A value of TOML with nothing in the place of each empty table.
fn with_nothing(value: toml::Value) -> serde_json::Value {
    match value {
        toml::Value::Table(table) if table.is_empty() => serde_json::Value::Null,
        toml::Value::Table(table) => table.into_iter().map(|(name, value)| (name, with_nothing(value))).collect(),
        toml::Value::Array(list) => list.into_iter().map(with_nothing).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

fn compile(kind: &str, draft: toml::Table) -> Result<(Question, Reasons), String> {
    Question::compile(kind, draft, &mut |text| markdown::read(text, &Pictures::of("", Path::new(""))).0)
}
