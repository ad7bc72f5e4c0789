//! What was found, as tables on a terminal.

use super::analysis::{Area, LEAST_ANSWERS, Question};
use crate::table;

/// Prints everything, area by area.
pub fn print(people: usize, areas: &[Area]) {
    say!("{}.", counted(people, "person", "people"));
    for area in areas {
        print_area(area);
    }
    say!("\nBelow {LEAST_ANSWERS} answers no level is proposed. docs/calibrate.md says what each column is.");
}

fn print_area(area: &Area) {
    let answers = area.questions.iter().map(|question| question.answers).sum();
    let (mean, sd) = (area.abilities.mean, area.abilities.sd);
    say!(
        "\n{}: {} by {}, abilities around {mean:.2} with a standard deviation of {sd:.2}",
        area.id,
        counted(answers, "answer", "answers"),
        counted(area.people, "person", "people")
    );
    if !area.at_rest {
        say!("The fit did not come to rest; take its figures as rough.");
    }
    for remark in &area.remarks {
        say!("{remark}");
    }
    for (id, count) in &area.old {
        say!("{id} was changed since or is gone: {} kept apart.", counted(*count, "answer", "answers"));
    }
    if area.questions.is_empty() {
        return;
    }
    say!();
    let heads = ["question", "level", "answers", "facility", "index", "efficiency", "b", "±", "a", "proposed"];
    table::print(&heads, area.questions.iter().map(row));
    for question in area.questions.iter().filter(|question| !question.doubts.is_empty()) {
        say!("\nLook at {} ({}):", question.id, question.file);
        question.doubts.iter().for_each(|doubt| say!("    {doubt}"));
    }
    for question in area.questions.iter().filter(|question| !question.choices.is_empty()) {
        say!();
        let heads = [question.id.as_str(), "chosen", "%", "abler half", "mean ability"];
        table::print(&heads, question.choices.iter().map(|choice| choice_row(question, choice)));
    }
}

fn row(question: &Question) -> Vec<String> {
    let classical = question.classical;
    let share = |value: Option<f64>| value.map_or("-".into(), |value| format!("{:.0}", 100.0 * value));
    vec![
        question.id.clone(),
        question.level.to_string(),
        question.answers.to_string(),
        share(Some(classical.facility)),
        share(classical.index),
        share(classical.efficiency),
        format!("{:.2}", question.fitted.b),
        format!("{:.2}", question.fitted.b_error),
        format!("{:.2}", question.fitted.a),
        question.proposal.map_or("-".into(), |level| level.to_string()),
    ]
}

fn choice_row(question: &Question, choice: &super::choices::Choice) -> Vec<String> {
    let share = 100.0 * super::classical::number(choice.count) / super::classical::number(question.answers);
    vec![
        format!("  {} {}", if choice.right { "*" } else { " " }, choice.text),
        choice.count.to_string(),
        format!("{share:.0}"),
        choice.abler.to_string(),
        choice.ability.map_or("-".into(), |ability| format!("{ability:.2}")),
    ]
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
