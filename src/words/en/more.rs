//! English, for the second part.
// long-file: one list of sentences, in the order of words/more.rs; a part of it would have no name of its own.

use super::{WORDS, count};
use crate::words::More;
use engine::{certainty::Certainty, grade::Verdict};

/// What only the second part says, in English.
pub static MORE: More = More {
    words: &WORDS,

    imported: |added, unread| {
        let mut text = format!("{} added, ", count(added.new, "attempt", "attempts"));
        if added.further > 0 {
            text.push_str(&format!("{} brought up to date, ", added.further));
        }
        text.push_str(&format!("{} already here.", added.here));
        if unread > 0 {
            text.push_str(&format!(" {} could not be read and did no harm.", count(unread, "line", "lines")));
        }
        text
    },
    not_ours: "This file is no export of Plumb, or it is larger than 20 MB. Nothing was changed. Choose a file that was saved with “Export my data”.",
    not_saved: "The browser did not let Plumb offer the file. Nothing was changed; try again in a window of its own.",
    erased: "All attempts and settings were erased from this browser.",

    settings: "Settings",
    appearance: "Appearance",
    theme: "Theme",
    theme_names: ["As the device", "Light", "Dark"],
    text_size: "Text size",
    text_names: ["Normal", "Large", "Largest"],
    motion: "Motion",
    motion_names: ["As the device", "Reduced"],
    your_data: "Your data",
    persisted: "This browser has promised to keep it.",
    not_persisted: "This browser may clear it when space runs short. Ask it to keep your data, or export it now and then.",
    persist: "Ask the browser to keep it",
    persist_refused: "The browser did not promise it. It may later, once you have used Plumb more. An export is the safe way.",
    your_data_text: |n| {
        format!(
            "{} in this browser, and nowhere else. An export is a file that you can keep or import on another device.",
            if n == 1 { "1 attempt is kept".into() } else { format!("{n} attempts are kept") }
        )
    },
    export: "Export my data",
    import: "Import a file",
    import_hint: "What is in the file is added to what is here. Nothing is overwritten.",
    erase: "Erase everything",
    erase_ask: |n| {
        format!(
            "This erases {} and your settings from this browser. It cannot be undone.",
            count(n, "attempt", "attempts")
        )
    },
    erase_now: "Erase now",
    erase_not: "Keep my data",
    carry: "Carry on elsewhere",
    carry_hint: "Take attempts to a phone or another browser, with its camera or by copying a text.",
    teachers: "For teachers",
    teachers_text: "A quiz can go into a course: as a package that a learning system takes, with scores and answers for you.",
    package: "Put a quiz into a learning system",
    loading_notes: "Fetching the reasons…",
    notes_failed: "The reasons could not be fetched. Your answer is kept: check your connection and try again.",
    nearly_full: "The room that this browser gives is nearly full. Nothing is lost: export your data in the settings now. Once it is full, new answers are kept only until the page closes.",
    set_aside: |n| {
        format!(
            "{} could not be read. Nothing was deleted: the damaged text is set aside and goes into your export.",
            count(n, "saved attempt", "saved attempts")
        )
    },
    newer: |n| {
        format!(
            "{} from a newer Plumb cannot be read here and stays untouched. Reload the page to get the newer version.",
            count(n, "saved attempt", "saved attempts")
        )
    },
    go_on_hint: |mode, at, of| format!("{mode}, question {at} of {of}"),
    rate_all: "Rate every response first, or skip this question for now.",
    numeric_bad: "This is not a number yet. Write it in digits, such as 1500 or 12.5.",
    choices_open: "Not everything has a choice yet. Choose for each, or skip this question for now.",
    match_hint: "Choose what fits each. A choice may fit several, or none.",
    choose: "Choose",
    classify_hint: "Choose a group for each.",
    cloze_hint: "Fill every blank. Each one counts.",
    table_hint: "Fill every empty cell. Each one counts.",
    blank: |at, of| format!("Blank {at} of {of}"),
    cell: |column, row| format!("{column}, row {row}"),
    rate_hint: "Rate each response.",
    rate_ends: ["makes it worse", "helps most"],
    rank_hint: "Put these in order, the best at the top: use the arrows, or drag.",
    order_hint: "Put these in order, first at the top: use the arrows, or drag.",
    move_up: |what| format!("Move up: {what}"),
    move_down: |what| format!("Move down: {what}"),
    moved: |what, at, of| format!("{what}, {at} of {of}"),
    drag: "Drag to move",
    lines_hint: |n| {
        if n == 1 {
            "Choose one line.".into()
        } else {
            format!("Choose {n} lines. Right choices count, wrong ones count against them.")
        }
    },

    // Counted from 0 in code, from 1 by people.
    line_name: |line, text| {
        format!("Line {}: {}", line + 1, if text.trim().is_empty() { "empty" } else { text.trim() })
    },
    trace_hint: "Does this program run? Say so, then say more.",
    trace_runs: "It runs to its end",
    trace_stops: "It stops with an error",
    trace_output: "What it prints",
    trace_line: "The line where it stops",
    trace_line_hint: "Its number, counted from 1.",
    trace_error: "The error",
    trace_error_hint: "Its name is enough, without the message.",
    trace_rest: "There is more to say: fill in every field below your choice. A line is a number.",
    check: "Check answer",
    skip: "Skip for now",
    flag: "Flag for later",
    previous: "Previous",
    see_result: "See your result",
    finish_exam: "Finish exam",
    finish_early: "Finish now",
    finish_open: |n| {
        format!(
            "{} still open. Open questions count as 0 points.",
            if n == 1 { "1 question is".into() } else { format!("{n} questions are") }
        )
    },
    finish_open_level: "Your level will rest on the answers so far; the open question does not count for it.",
    finish_now: "Finish anyway",
    finish_not: "Go on answering",
    answer_first: "Give an answer first, or skip this question for now.",
    fill_all: "Something is still empty. Fill it, or skip this question for now.",
    all_questions: "All questions",
    slot_state: |at, state| format!("Question {at}, {state}"),
    slot_answered: "answered",
    slot_open: "open",
    slot_skipped: "skipped",
    slot_flagged: "flagged",
    time_left: |time| format!("{time} left"),
    time_soon: |minutes| {
        format!("{} left. You can add time or turn the limit off.", count(minutes, "minute", "minutes"))
    },
    time_more: "Add 5 minutes",
    time_off: "Turn the limit off",
    time_up: "The time limit ended this exam. All you had answered counts.",
    verdict: |verdict| match verdict {
        Verdict::Right => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Not right",
    },
    verdict_points: |points| format!("{points} of 1 point"),
    unanswered: "Not answered",
    right_answer: "The right answer",
    right_choice: "Your answer, and right",
    missed_choice: "Right, and not chosen",
    wrong_choice: "Your answer, not right",
    left_out: "Not chosen, and rightly so",
    other_options: "Why the others are wrong",
    you_answered: "You answered",
    accepted: "Right is",
    within: |tolerance| format!("give or take {tolerance}"),
    your_order: "Your order",
    right_order: "The right order",
    line_found: "found",
    line_missed: "missed",
    line_wrong: "chosen, and not right",
    lines_at: |from, to| {
        let (from, to) = (u16::from(from) + 1, u16::from(to) + 1);
        if from == to { format!("Line {from}") } else { format!("Lines {from} to {to}") }
    },
    other_lines: "Why other lines are not it",
    trace_asked: "Whether it runs",
    one_right_order: "One right order",
    wrong_pairs: "What stands the wrong way round",
    must_come: |early, late| format!("“{early}” must come before “{late}”"),
    either_side: |others| format!("Before or after {others}: either is right."),
    one_right: "One right answer",
    lacks: "What is missing in yours",
    lacks_unit: "The value is right, but its unit is missing.",
    diff_title: "Your answer against the real output",
    line_same: "same",
    line_yours: "only yours",
    line_real: "only the real output",
    distance: |off| match off {
        0 => "Exact",
        1 => "One off",
        _ => "Far off",
    },
    not_judged: "Not rated",
    your_rating: |yours, key| {
        yours.map_or_else(|| format!("The key says {key}."), |yours| format!("You said {yours}, the key says {key}."))
    },
    your_rank: |yours, key| {
        yours.map_or_else(
            || format!("The key has it in place {key}."),
            |yours| format!("You had it in place {yours}, the key has it in place {key}."),
        )
    },
    scale_you: "you",
    scale_key: "key",
    scale_both: "both",
    likely_reason: "What may have happened",
    explanation: "Worth knowing",
    source: "Source",
    from_documentation: "From the documentation",
    checked_on: |tools, day| format!("Checked by running on {tools}, on {day}"),
    checked_as_asked: "What was run is the program in the question.",
    versions: |since, before| match (since, before) {
        (since, "") => format!("This holds from version {since} on."),
        ("", before) => format!("This holds before version {before}."),
        (since, before) => format!("This holds from version {since} on and before version {before}."),
    },
    copy_program: "Copy the program",
    program_copied: "The program is copied.",
    program_not_copied: "The program could not be copied. Select it and copy it by hand.",
    saving: "Saving…",
    saved: "Saved on this device",
    not_journaled: "Kept in this browser, but should it end all at once, the last seconds may be lost",
    result: "Your result",
    points: |points, of| format!("{points} of {of} points"),
    result_words: |tenths| match tenths {
        10 => "Everything right. Try a higher level, or another area.",
        8..=9 => "You stand on firm ground here. What you missed is worth a look.",
        5..=7 => "A good part is there. The reasons below show what to learn next.",
        1..=4 => "This is new ground in places. The reasons below are a good way in.",
        _ => "Now you know where to begin. The reasons below are a good way in.",
    },
    by_topic: "By topic",
    by_level: "By level",
    score: "Points",
    practise_missed: |n| {
        if n == 1 { "Practise the one you missed".into() } else { format!("Practise the {n} you missed") }
    },
    again: "Again with other questions",
    copy_link: "Copy link to this quiz",
    copied: "The link is copied.",
    copy_failed: "The link could not be copied. It is in the address bar of the quiz’s page.",
    print: "Print",
    answers: "Every question, with your answer and the reasons",
    hand_in: "Hand in",
    level_result: "Your level",
    level_unknown: "Not enough evidence yet",
    level_needs: |least, given| format!("A level needs at least {least} answers without hints. You gave {given}."),
    level_probably: |from, to| match from == to {
        true => format!("Probably level {from}"),
        false => format!("Probably level {from} to {to}"),
    },
    level_said: |level| match level {
        1 => "You know some of the names; why things are so is the next step.",
        2 => "You know why things are so; using them with ease is the next step.",
        3 => "You apply it well; finding out why something fails is the next step.",
        4 => "You find out why things fail; judging between ways is the next step.",
        _ => "You judge between ways and know what each of them costs.",
    },
    level_lost_most: |topic| format!("Most points were lost in “{topic}”."),
    level_relative: |answers| {
        format!(
            "From {answers} answers, and measured against these questions only: how deep a level is, their authors say. \
             In 8 of 10 cases such a range holds the true level."
        )
    },
    level_chance: "Chance",
    learn_next: "What to learn next",
    learn_text: |level| format!("Here somebody at level {level} would have got more points."),
    learn_points: |points, level| format!("about {points} more at level {level}"),
    copy_result: "Copy a link to this result",
    copied_result: "The link is on the clipboard. Whoever opens it sees this result, graded again from your answers.",
    review: "Review",
    review_due: |count| match count {
        0 => "Nothing is due now.".into(),
        1 => "1 question is due.".into(),
        _ => format!("{count} questions are due."),
    },
    review_due_link: |count| format!("Review what is due ({count})"),
    daily_waits: "Today's questions are here.",
    history: "History",
    history_empty: "Nothing here yet",
    history_empty_text: "After your first quiz, this page shows how you do over time.",
    history_area: "Show",
    all_areas: "All areas",
    chart_title: "Points over time",
    chart_text: |n, first, last| {
        format!(
            "{}, from {first} to {last}. The table below has every figure.",
            count(n, "finished quiz", "finished quizzes")
        )
    },
    date: "Date",
    area: "Area",
    running: "Not finished",
    gave_up: "You said that you do not know",
    verdict_marks: |sure, marks| format!("{}: {marks} marks", sure),
    certainty: |certainty| match certainty {
        Certainty::Low => "Not very",
        Certainty::Mid => "Fairly",
        Certainty::High => "Very",
    },
    certainty_marks: |certainty| match certainty {
        Certainty::Low => "+1 or 0",
        Certainty::Mid => "+2 or −2",
        Certainty::High => "+3 or −6",
    },
    how_sure: "How sure are you?",
    how_sure_hint: "Marks when right, and when wrong. Saying what you really think pays best.",
    how_sure_first: "Say how sure you are, then check the answer.",
    dont_know: "I don’t know",
    hints: "Hints",
    show_hint: |n, of| format!("Show hint {n} of {of} (costs a quarter of the point)"),
    report: "Report a problem with this question",
    calibration: "How well you know what you know",
    calibration_text: "The frame shows where each choice pays best. A bar that ends before its frame: you were surer than right. Beyond it: you know more than you think.",
    marks: |marks, most| format!("{marks} of {most} marks for certainty"),
    sure_and_wrong: "Very sure, and not right",
    sure_and_wrong_text: "These teach the most: what seems certain is rarely looked up.",
    of_these_right: "Of these right",
    right_of: |share, of| format!("{share} of {of}"),
    pays_best: |from, to| format!("pays best from {from} to {to}"),
    home_screen: "On an iPhone or iPad, an app on the home screen keeps its data apart from the browser, so Plumb would begin there without your attempts. Before you add it to the home screen, export your data in the settings here, then import the file in the app.",
    show_older: "Show older quizzes",
    shown_of: |shown, all| format!("{shown} of {all} quizzes shown"),
    chart_each: |n| format!("Each dot is the average of {n} quizzes."),
    kept_in_frame: "What you answer is kept by this browser, for this page.",
    kept_by_host: "What you answer is kept by the page around this quiz, in this browser.",
    kept_nowhere: "What you answer is not kept: it goes when you leave this page.",
    embed_link: "Put a quiz into your own page",
};
