//! What only the second part of the app says.

use super::Words;
use crate::store::Added;
use engine::{certainty::Certainty, grade::Verdict};
use std::ops::Deref;

/// The words of the second part of the app; those of the first are behind them.
pub struct More {
    /// What both parts say.
    pub words: &'static Words,

    // Notices
    pub imported: fn(Added, usize) -> String,
    pub not_ours: &'static str,
    pub not_saved: &'static str,
    pub erased: &'static str,
    pub nearly_full: &'static str,
    pub set_aside: fn(usize) -> String,
    pub newer: fn(usize) -> String,

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
    pub persisted: &'static str,
    pub not_persisted: &'static str,
    pub persist: &'static str,
    pub persist_refused: &'static str,
    pub your_data_text: fn(usize) -> String,
    pub export: &'static str,
    pub import: &'static str,
    pub import_hint: &'static str,
    pub erase: &'static str,
    pub erase_ask: fn(usize) -> String,
    pub erase_now: &'static str,
    pub erase_not: &'static str,

    // Carry on elsewhere
    pub carry: &'static str,
    pub carry_hint: &'static str,
    pub home_screen: &'static str,

    // Learning systems
    pub teachers: &'static str,
    pub teachers_text: &'static str,
    pub package: &'static str,

    // The frame around every page
    pub loading_notes: &'static str,
    pub notes_failed: &'static str,

    // Home
    pub go_on_hint: fn(&str, usize, usize) -> String,

    // Quiz
    pub numeric_bad: &'static str,
    pub choices_open: &'static str,
    pub match_hint: &'static str,
    pub choose: &'static str,
    pub classify_hint: &'static str,
    pub cloze_hint: &'static str,
    pub table_hint: &'static str,
    pub blank: fn(usize, usize) -> String,
    pub cell: fn(&str, u8) -> String,
    pub rate_hint: &'static str,
    pub rate_ends: [&'static str; 2],
    pub rank_hint: &'static str,
    pub order_hint: &'static str,
    pub move_up: fn(&str) -> String,
    pub move_down: fn(&str) -> String,
    pub moved: fn(&str, usize, usize) -> String,
    pub drag: &'static str,
    pub lines_hint: fn(usize) -> String,
    pub line_name: fn(u8, &str) -> String,
    pub trace_hint: &'static str,
    pub trace_runs: &'static str,
    pub trace_stops: &'static str,
    pub trace_output: &'static str,
    pub trace_line: &'static str,
    pub trace_line_hint: &'static str,
    pub trace_error: &'static str,
    pub trace_error_hint: &'static str,
    pub trace_rest: &'static str,
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
    pub fill_all: &'static str,
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
    pub line_found: &'static str,
    pub line_missed: &'static str,
    pub line_wrong: &'static str,
    pub lines_at: fn(u8, u8) -> String,
    pub other_lines: &'static str,
    pub trace_asked: &'static str,
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
    pub checked_on: fn(&str, &str) -> String,
    pub checked_as_asked: &'static str,
    pub versions: fn(&str, &str) -> String,
    pub copy_program: &'static str,
    pub program_copied: &'static str,
    pub program_not_copied: &'static str,

    // Saving
    pub saving: &'static str,
    pub saved: &'static str,
    pub not_journaled: &'static str,

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

    // Assessment
    pub hand_in: &'static str,
    pub level_result: &'static str,
    pub level_unknown: &'static str,
    pub level_needs: fn(usize, usize) -> String,
    pub level_probably: fn(u8, u8) -> String,
    pub level_said: fn(u8) -> &'static str,
    pub level_lost_most: fn(&str) -> String,
    pub level_relative: fn(usize) -> String,
    pub level_chance: &'static str,
    pub learn_next: &'static str,
    pub learn_text: fn(u8) -> String,
    pub learn_points: fn(&str, u8) -> String,
    pub copy_result: &'static str,
    pub copied_result: &'static str,

    // Review
    pub review: &'static str,
    pub review_due: fn(usize) -> String,
    pub review_due_link: fn(usize) -> String,
    pub daily_waits: &'static str,

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

    // How sure, hints, and not knowing
    pub gave_up: &'static str,
    pub verdict_marks: fn(&str, &str) -> String,
    pub certainty: fn(Certainty) -> &'static str,
    pub certainty_marks: fn(Certainty) -> &'static str,
    pub how_sure: &'static str,
    pub how_sure_hint: &'static str,
    pub how_sure_first: &'static str,
    pub dont_know: &'static str,
    pub hints: &'static str,
    pub show_hint: fn(usize, usize) -> String,
    pub report: &'static str,
    pub calibration: &'static str,
    pub calibration_text: &'static str,
    pub marks: fn(&str, &str) -> String,
    pub sure_and_wrong: &'static str,
    pub sure_and_wrong_text: &'static str,
    pub of_these_right: &'static str,
    pub right_of: fn(&str, usize) -> String,
    pub pays_best: fn(&str, &str) -> String,

    // Many attempts
    pub show_older: &'static str,
    pub shown_of: fn(usize, usize) -> String,
    pub chart_each: fn(usize) -> String,

    // In another page
    pub kept_in_frame: &'static str,
    pub kept_by_host: &'static str,
    pub kept_nowhere: &'static str,
    pub embed_link: &'static str,
}

impl Deref for More {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}
