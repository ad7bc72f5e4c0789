//! Statements, launches and courses, checked against the rules of xAPI and cmi5.

mod launches;
mod rules;
mod statements;
