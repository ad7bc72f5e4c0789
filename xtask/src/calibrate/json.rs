//! What was found, as JSON for other programs.

use serde_json::{Value, json};

use super::analysis::{Area, LEAST_ANSWERS, Question};

/// Everything. Its first field changes when the meaning of another one does.
pub fn all(people: usize, remarks: &[String], areas: &[Area]) -> Value {
    json!({
        "format": 1,
        "people": people,
        "leastAnswersForProposal": LEAST_ANSWERS,
        "remarks": remarks,
        "areas": areas.iter().map(area).collect::<Vec<_>>(),
    })
}

fn area(area: &Area) -> Value {
    json!({
        "area": area.id,
        "people": area.people,
        "abilities": { "mean": area.abilities.mean, "sd": area.abilities.sd },
        "atRest": area.at_rest,
        "remarks": area.remarks,
        "changedSince": area.old,
        "questions": area.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

fn question(question: &Question) -> Value {
    let (classical, fitted) = (question.classical, question.fitted);
    let choice = |choice: &super::choices::Choice| {
        json!({
            "text": choice.text,
            "right": choice.right,
            "count": choice.count,
            "abler": choice.abler,
            "meanAbility": choice.ability,
        })
    };
    json!({
        "question": question.id,
        "file": question.file,
        "level": question.level,
        "answers": question.answers,
        "facility": classical.facility,
        "discriminationIndex": classical.index,
        "discriminativeEfficiency": classical.efficiency,
        "b": fitted.b,
        "bError": fitted.b_error,
        "a": fitted.a,
        "logAError": fitted.log_a_error,
        "choices": question.choices.iter().map(choice).collect::<Vec<_>>(),
        "doubts": question.doubts,
        "proposedLevel": question.proposal,
    })
}
