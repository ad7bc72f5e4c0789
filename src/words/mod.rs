//! All words of the interface in one typed place: a language is one file beside this one.

use std::ops::Deref;

use engine::{bank::Skill, grade::Verdict, modes::Mode};

mod en;

/// The words of one language. `fn` fields build a sentence around what they are given.
pub struct Words {
    pub lang: &'static str,
    pub brand: &'static str,

    // The frame around every page
    pub skip_to_content: &'static str,
    pub main_nav: &'static str,
    pub nav_areas: &'static str,
    pub nav_history: &'static str,
    pub nav_settings: &'static str,
    pub footer: &'static str,
    pub close_notice: &'static str,
    pub loading_questions: &'static str,
    pub load_failed: &'static str,
    pub loading: &'static str,
    pub later_failed: &'static str,
    pub try_again: &'static str,
    pub missing_title: &'static str,
    pub missing_text: &'static str,
    pub to_home: &'static str,

    // Notices
    pub memory_only: &'static str,
    pub storage_full: &'static str,
    pub no_questions: &'static str,
    pub bank_damaged: &'static str,

    // Home
    pub hero: &'static str,
    pub hero_text: &'static str,
    pub promise: &'static str,
    pub depths: &'static str,
    pub depth_text: fn(u8) -> &'static str,
    pub go_on: &'static str,
    pub skills: &'static str,
    pub skill: fn(Skill) -> &'static str,
    pub questions: fn(usize) -> String,
    pub progress: fn(usize, usize) -> String,
    pub progress_none: &'static str,

    // Area
    pub area_topics: &'static str,
    pub topic: &'static str,
    pub level: fn(u8) -> String,
    pub level_name: fn(u8) -> &'static str,
    pub all: &'static str,
    pub start_title: &'static str,
    pub mode: fn(Mode) -> &'static str,
    pub mode_label: &'static str,
    pub mode_hint: fn(Mode) -> &'static str,
    pub how_many: &'static str,
    pub all_of: fn(usize) -> String,
    pub which_topics: &'static str,
    pub which_levels: &'static str,
    pub time_limit: &'static str,
    pub no_limit: &'static str,
    pub minutes: fn(usize) -> String,
    pub limit_hint: &'static str,
    pub start: fn(usize) -> String,
    pub start_nothing: &'static str,
    pub your_history: &'static str,
    pub no_history: &'static str,
    pub linked_quiz: fn(&str) -> String,
    pub linked_text: fn(usize) -> String,
    pub linked_start: &'static str,
    pub linked_more: fn(&str) -> String,

    // Quiz
    pub question_of: fn(usize, usize) -> String,
    pub your_answer: &'static str,
    pub single_hint: &'static str,
    pub multiple_hint: &'static str,
    pub numeric_label: fn(&str) -> String,
    pub numeric_hint: fn(&str) -> String,
    pub text_label: &'static str,
    pub text_hint: fn(&str, bool) -> String,
    pub order_hint: &'static str,
    pub move_up: fn(&str) -> String,
    pub move_down: fn(&str) -> String,
    pub moved: fn(&str, usize, usize) -> String,
    pub drag: &'static str,
    pub next: &'static str,
    pub keys_title: &'static str,
    pub keys_text: &'static str,
    pub withdrawn: &'static str,
    pub elsewhere: &'static str,
    pub take_back: &'static str,
    pub attempt_missing: &'static str,
    pub code_in: fn(&str) -> String,
    pub code: &'static str,
    pub table: &'static str,

    // Result
    pub result_line: fn(&str, &str) -> String,
}

/// What only the second part of the app says; everything else is behind `words`.
pub struct More {
    /// What both parts say.
    pub words: &'static Words,

    // The frame around every page
    pub loading_notes: &'static str,
    pub notes_failed: &'static str,

    // Notices
    pub set_aside: fn(usize) -> String,
    pub newer: fn(usize) -> String,
    pub imported: fn(usize, usize, usize) -> String,
    pub not_ours: &'static str,
    pub not_saved: &'static str,
    pub erased: &'static str,

    // Home
    pub go_on_hint: fn(&str, usize, usize) -> String,

    // Quiz
    pub numeric_bad: &'static str,
    pub check: &'static str,
    pub skip: &'static str,
    pub flag: &'static str,
    pub previous: &'static str,
    pub see_result: &'static str,
    pub finish_exam: &'static str,
    pub finish_early: &'static str,
    pub finish_open: fn(usize) -> String,
    pub finish_now: &'static str,
    pub finish_not: &'static str,
    pub answer_first: &'static str,
    pub all_questions: &'static str,
    pub slot_state: fn(usize, &str) -> String,
    pub slot_answered: &'static str,
    pub slot_open: &'static str,
    pub slot_skipped: &'static str,
    pub slot_flagged: &'static str,
    pub time_left: fn(&str) -> String,
    pub time_soon: fn(usize) -> String,
    pub time_more: &'static str,
    pub time_off: &'static str,
    pub time_up: &'static str,

    // Feedback
    pub verdict: fn(Verdict) -> &'static str,
    pub verdict_points: fn(&str) -> String,
    pub unanswered: &'static str,
    pub right_answer: &'static str,
    pub right_choice: &'static str,
    pub missed_choice: &'static str,
    pub wrong_choice: &'static str,
    pub left_out: &'static str,
    pub other_options: &'static str,
    pub you_answered: &'static str,
    pub accepted: &'static str,
    pub within: fn(&str) -> String,
    pub your_order: &'static str,
    pub right_order: &'static str,
    pub likely_reason: &'static str,
    pub explanation: &'static str,
    pub source: &'static str,
    pub from_documentation: &'static str,

    // Result
    pub result: &'static str,
    pub points: fn(&str, usize) -> String,
    pub result_words: fn(u8) -> &'static str,
    pub by_topic: &'static str,
    pub by_level: &'static str,
    pub score: &'static str,
    pub practise_missed: fn(usize) -> String,
    pub again: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub print: &'static str,
    pub answers: &'static str,

    // History
    pub history: &'static str,
    pub history_empty: &'static str,
    pub history_empty_text: &'static str,
    pub history_area: &'static str,
    pub all_areas: &'static str,
    pub chart_title: &'static str,
    pub chart_text: fn(usize, &str, &str) -> String,
    pub date: &'static str,
    pub area: &'static str,
    pub running: &'static str,

    // Settings
    pub settings: &'static str,
    pub appearance: &'static str,
    pub theme: &'static str,
    pub theme_names: [&'static str; 3],
    pub text_size: &'static str,
    pub text_names: [&'static str; 3],
    pub motion: &'static str,
    pub motion_names: [&'static str; 2],
    pub your_data: &'static str,
    pub your_data_text: fn(usize) -> String,
    pub export: &'static str,
    pub import: &'static str,
    pub import_hint: &'static str,
    pub erase: &'static str,
    pub erase_ask: fn(usize) -> String,
    pub erase_now: &'static str,
    pub erase_not: &'static str,
}

impl Deref for More {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}

/// The words of a language; English where it is not there.
pub fn of(_lang: &str) -> &'static Words {
    &en::WORDS
}

/// The same for the second part, which alone may call this.
pub fn more(_lang: &str) -> &'static More {
    &en::MORE
}
