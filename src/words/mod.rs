//! All words of the interface in one typed place: a language is one file beside this one.

use engine::{bank::Skill, modes::Mode};

mod en;
mod more;
mod most;

pub use more::More;
pub use most::Most;

/// The words of one language. `fn` fields build a sentence around what they are given.
pub struct Words {
    pub lang: &'static str,
    pub brand: &'static str,

    // The frame around every page
    pub skip_to_content: &'static str,
    pub main_nav: &'static str,
    pub nav_areas: &'static str,
    pub nav_levels: &'static str,
    pub nav_review: &'static str,
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
    pub areas: fn(usize) -> String,
    pub which_topics: &'static str,
    pub which_levels: &'static str,
    pub ask_how_sure: &'static str,
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
    pub question_at: fn(usize) -> String,
    pub your_answer: &'static str,
    pub single_hint: &'static str,
    pub multiple_hint: &'static str,
    pub numeric_label: fn(&str) -> String,
    pub numeric_hint: fn(&str) -> String,
    pub text_label: &'static str,
    pub text_hint: fn(&str, bool) -> String,
    pub unit_hint: &'static str,
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
    pub formula: &'static str,

    // Result
    pub result_line: fn(&str, &str) -> String,
}

/// The words of a language; English where it is not there.
pub fn of(_lang: &str) -> &'static Words {
    &en::WORDS
}

/// The same for the second part, which alone may call this.
pub fn more(_lang: &str) -> &'static More {
    &en::MORE
}

/// The same for the third part, which alone may call this.
pub fn most(_lang: &str) -> &'static Most {
    &en::MOST
}
