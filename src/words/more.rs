//! What only the second part of the app says.

use super::Words;
use engine::grade::Verdict;
use std::ops::Deref;

/// The words of the second part of the app; those of the first are behind them.
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
    pub rate_all: &'static str,
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
    pub one_right_order: &'static str,
    pub wrong_pairs: &'static str,
    pub must_come: fn(&str, &str) -> String,
    pub either_side: fn(&str) -> String,
    pub one_right: &'static str,
    pub lacks: &'static str,
    pub lacks_unit: &'static str,
    pub diff_title: &'static str,
    pub line_same: &'static str,
    pub line_yours: &'static str,
    pub line_real: &'static str,
    pub distance: fn(u8) -> &'static str,
    pub not_judged: &'static str,
    pub your_rating: fn(Option<u8>, u8) -> String,
    pub your_rank: fn(Option<u8>, u8) -> String,
    pub scale_you: &'static str,
    pub scale_key: &'static str,
    pub scale_both: &'static str,
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
