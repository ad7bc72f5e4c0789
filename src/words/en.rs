//! English.

use super::{More, Words};
use engine::{bank::Skill, grade::Verdict, modes::Mode};

pub static WORDS: Words = Words {
    lang: "en",
    brand: "Plumb",

    skip_to_content: "Skip to the content",
    main_nav: "Main",
    nav_areas: "Skills",
    nav_history: "History",
    nav_settings: "Settings",
    footer: "Plumb runs in your browser. What you answer stays on this device.",
    close_notice: "Close this message",
    loading_questions: "Fetching the questions…",
    load_failed: "The questions could not be fetched. Nothing is lost: check your connection and try again.",
    loading: "One moment…",
    later_failed: "A part of Plumb could not be fetched. Nothing is lost: check your connection and try again. \
                   If that does not help, reload the page.",
    try_again: "Try again",
    missing_title: "There is no such page",
    missing_text: "The address may have been cut off. All skills and areas are on the first page.",
    to_home: "See all skills",

    memory_only: "This browser lets Plumb keep nothing here, perhaps because of private mode or a strict frame. You can go on; \
                  your answers last until this page closes. To keep them, export them in the settings.",
    storage_full: "The browser's storage took no more, so your latest answers are only kept while this page is open. \
                   Export your data in the settings, then make room.",
    no_questions: "No question fits this choice. Choose more topics or levels.",
    bank_damaged: "This copy of Plumb is damaged: its list of questions cannot be read. Reload the page; if that does not help, tell whoever hosts it.",

    hero: "How deep do your back\u{2011}end skills go?",
    hero_text: "Pick an area, answer questions, and see why each answer is right or wrong.",
    promise: "No account. Works offline. What you answer stays on this device.",
    depths: "Five levels, from recall to judgement",
    depth_text: |level| match level {
        1 => "What is it called?",
        2 => "Why is it so?",
        3 => "What does this do?",
        4 => "Why does this fail?",
        _ => "Which way, and at what cost?",
    },
    go_on: "Go on where you left off",
    skills: "Ten skills",
    skill: |skill| match skill {
        Skill::Languages => "Languages",
        Skill::Web => "The web’s own languages",
        Skill::Frameworks => "Frameworks",
        Skill::Data => "Databases and caches",
        Skill::Apis => "APIs",
        Skill::Servers => "Servers",
        Skill::VersionControl => "Version control",
        Skill::Systems => "Operating systems",
        Skill::ProblemSolving => "Problem solving",
        Skill::WorkingTogether => "Working together",
    },
    questions: |n| count(n, "question", "questions"),
    progress: |right, seen| format!("{right} of {seen} answered right"),
    progress_none: "Not started",

    area_topics: "Topics and levels",
    topic: "Topic",
    level: |level| format!("Level {level}"),
    level_name: |level| match level {
        1 => "recall",
        2 => "understand",
        3 => "apply",
        4 => "analyse",
        _ => "judge",
    },
    all: "All",
    start_title: "Start a quiz",
    mode: |mode| match mode {
        Mode::Practice => "Practice",
        Mode::Exam => "Exam",
    },
    mode_label: "How",
    mode_hint: |mode| match mode {
        Mode::Practice => "See what is right, and why, after each answer.",
        Mode::Exam => "Change answers until the end, then see everything.",
    },
    how_many: "How many questions",
    all_of: |n| format!("All {n}"),
    which_topics: "Topics",
    which_levels: "Levels",
    time_limit: "Time limit",
    no_limit: "None",
    minutes: |n| count(n, "minute", "minutes"),
    limit_hint: "You can add time or turn the limit off at any moment.",
    start: |n| format!("Start {}", count(n, "question", "questions")),
    start_nothing: "Choose at least one topic and one level that have questions.",
    your_history: "Your history here",
    no_history: "Nothing yet. Your first quiz will show here.",
    linked_quiz: |area| format!("A quiz in {area}"),
    linked_text: |n| {
        format!(
            "Somebody shared this quiz with you. Everyone with this link gets the same {}, in the same order.",
            count(n, "question", "questions")
        )
    },
    linked_start: "Start this quiz",
    linked_more: |area| format!("Or choose your own quiz in {area}"),

    question_of: |at, of| format!("Question {at} of {of}"),
    your_answer: "Your answer",
    single_hint: "Choose one.",
    multiple_hint: "Choose all that are right. Right choices count, wrong ones count against them.",
    numeric_label: |unit| {
        if unit.is_empty() { "Your answer, a number".into() } else { format!("Your answer, a number in {unit}") }
    },
    numeric_hint: |tolerance| {
        if tolerance.is_empty() {
            "The exact value counts.".into()
        } else {
            format!("Within {tolerance} counts as right.")
        }
    },
    text_label: "Your answer",
    text_hint: |compare, several| {
        let rule = match compare {
            "words" => "Capitals and extra spaces do not matter.",
            "spaces" => "Capitals matter, extra spaces do not.",
            _ => "Capitals and spaces matter.",
        };
        if several { format!("{rule} One line for each line; Ctrl and Enter hands it in.") } else { rule.into() }
    },
    order_hint: "Put these in order, first at the top: use the arrows, or drag.",
    move_up: |what| format!("Move up: {what}"),
    move_down: |what| format!("Move down: {what}"),
    moved: |what, at, of| format!("{what}, {at} of {of}"),
    drag: "Drag to move",
    next: "Next question",
    keys_title: "Keys",
    keys_text: "1 to 9 or A to I choose, arrows move inside a group, Enter hands in and goes on.",
    withdrawn: "This question has been changed or withdrawn since you started. It counts as open; what you had answered is kept in your record.",
    elsewhere: "This quiz is open in another tab, which has gone on with it. Nothing is lost.",
    take_back: "Go on here",
    attempt_missing: "This attempt is not on this device. It may have been erased, or it was made in another browser.",
    code_in: |lang| format!("Code: {lang}"),
    code: "Code",
    table: "Table",

    result_line: |mode, area| format!("{mode} in {area}"),
};

/// What only the second part says, in English.
pub static MORE: More = More {
    words: &WORDS,

    loading_notes: "Fetching the reasons…",
    notes_failed: "The reasons could not be fetched. Your answer is kept: check your connection and try again.",

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
    imported: |new, known, unread| {
        let mut text = format!("{} added, {known} already here.", count(new, "attempt", "attempts"));
        if unread > 0 {
            text.push_str(&format!(" {} could not be read and did no harm.", count(unread, "line", "lines")));
        }
        text
    },
    not_ours: "This file is no export of Plumb, or it is larger than 20 MB. Nothing was changed. Choose a file that was saved with “Export my data”.",
    not_saved: "The browser did not let Plumb offer the file. Nothing was changed; try again in a window of its own.",
    erased: "All attempts and settings were erased from this browser.",

    go_on_hint: |mode, at, of| format!("{mode}, question {at} of {of}"),

    numeric_bad: "This is not a number yet. Write it in digits, such as 1500 or 12.5.",
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
    finish_now: "Finish anyway",
    finish_not: "Go on answering",
    answer_first: "Give an answer first, or skip this question for now.",
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
    likely_reason: "What may have happened",
    explanation: "Worth knowing",
    source: "Source",
    from_documentation: "From the documentation",

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

    settings: "Settings",
    appearance: "Appearance",
    theme: "Theme",
    theme_names: ["As the device", "Light", "Dark"],
    text_size: "Text size",
    text_names: ["Normal", "Large", "Largest"],
    motion: "Motion",
    motion_names: ["As the device", "Reduced"],
    your_data: "Your data",
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
};

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
