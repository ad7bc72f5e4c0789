//! English.

mod more;
mod most;
pub use more::MORE;
pub use most::MOST;

use super::Words;
use engine::{bank::Skill, modes::Mode};

pub static WORDS: Words = Words {
    lang: "en",
    brand: "Plumb",

    skip_to_content: "Skip to the content",
    main_nav: "Main",
    nav_areas: "Skills",
    nav_levels: "Levels",
    nav_review: "Review",
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
        Mode::Review => "Review",
        Mode::Daily => "Daily five",
        Mode::Assessment => "Find my level",
    },
    mode_label: "How",
    mode_hint: |mode| match mode {
        Mode::Practice => "See what is right, and why, after each answer.",
        Mode::Exam => "Change answers until the end, then see everything.",
        _ => "Each answer decides what comes next, until your level is clear: 5 to 25 questions.",
    },
    how_many: "How many questions",
    all_of: |n| format!("All {n}"),
    areas: |n| count(n, "area", "areas"),
    which_topics: "Topics",
    which_levels: "Levels",
    ask_how_sure: "Ask how sure I am of each answer",
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
    question_at: |at| format!("Question {at}"),
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
    unit_hint: " Write its unit too.",
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
    formula: "Formula",

    result_line: |mode, area| format!("{mode} in {area}"),
};

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
