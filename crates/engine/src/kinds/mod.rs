//! The kinds of question: one file each, and the table that makes them one type.
//!
//! A kind knows how it is answered and graded. It knows nothing of modes.
//! To add one: its file, its `pub mod` and its line in the table.

use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Deserializer, Serialize};

pub mod assign;
pub mod blanks;
pub mod classify;
pub mod cloze;
pub mod diff;
pub mod draft;
pub mod judgement;
pub mod lines;
pub mod multiple;
pub mod numeric;
pub mod order;
pub mod pairs;
pub mod single;
mod spots;
pub mod table;
pub mod text;
pub mod trace;

/// What every kind of question can do.
///
/// Responses name parts by their place in the bank, never by where they stood on the screen,
/// so that grading cannot depend on the order in which parts were shown.
pub trait Kind {
    /// What a person gives as an answer.
    type Response;
    /// The fields of a question of this kind as its author writes them.
    type Draft;
    /// Makes a question and its reasons from what its author wrote; `rich` reads Markdown.
    ///
    /// # Errors
    /// A sentence for the author: what is wrong and how to mend it.
    fn compile(draft: Self::Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String>
    where
        Self: Sized;
    /// How many parts may be shown in any order; 0 where there is nothing to shuffle.
    fn parts(&self) -> usize;
    /// How many reasons go with it: one for each part, unless a kind says otherwise.
    fn reasons(&self) -> usize {
        self.parts()
    }
    /// Whether the parts may be shown in this order; one that gives the answer away may not.
    fn may_be_shown(&self, _places: &[u8]) -> bool {
        true
    }
    /// Whether the response can be handed in: it answers this question and leaves nothing open.
    fn is_complete(&self, response: &Self::Response) -> bool;
    /// The worth of any response, also of one that fits badly: that is worth nothing.
    fn grade(&self, response: &Self::Response) -> Grade;
    /// A response that gets all points.
    fn solution(&self) -> Self::Response;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($module:ident) = $label:literal,)+) => {
        /// A question of any kind, with its key.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum Question { $($(#[$doc])* $name($module::Question),)+ }

        /// An answer to a question of any kind.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Response { $($(#[$doc])* $name($module::Response),)+ }

        /// The names of all kinds, as banks write them.
        pub const KINDS: &[&str] = &[$($label),+];

        impl Question {
            /// The name of the kind, as banks write it.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$name(_) => $label,)+ }
            }

            /// Makes a question and its reasons from the fields that its author wrote; `rich` reads Markdown.
            ///
            /// # Errors
            /// A sentence for the author: what is wrong and how to mend it.
            pub fn compile<'a>(
                kind: &str,
                draft: impl Deserializer<'a>,
                rich: &mut dyn FnMut(&str) -> Rich,
            ) -> Result<(Self, Reasons), String> {
                match kind {
                    $($label => {
                        let draft = Deserialize::deserialize(draft).map_err(|error| error.to_string())?;
                        Kind::compile(draft, rich).map(|(question, reasons)| (Self::$name(question), reasons))
                    })+
                    _ => Err(format!("there is no kind {kind:?}; use one of {}", KINDS.join(", "))),
                }
            }

            /// See [`Kind::parts`].
            #[must_use]
            pub fn parts(&self) -> usize {
                match self { $(Self::$name(question) => question.parts(),)+ }
            }

            /// See [`Kind::reasons`].
            #[must_use]
            pub fn reasons(&self) -> usize {
                match self { $(Self::$name(question) => question.reasons(),)+ }
            }

            /// See [`Kind::may_be_shown`].
            #[must_use]
            pub fn may_be_shown(&self, places: &[u8]) -> bool {
                match self { $(Self::$name(question) => question.may_be_shown(places),)+ }
            }

            /// Whether the response is of the question's kind.
            #[must_use]
            pub fn fits(&self, response: &Response) -> bool {
                matches!((self, response), $((Self::$name(_), Response::$name(_)))|+)
            }

            /// See [`Kind::is_complete`]; a response of another kind is not.
            #[must_use]
            pub fn is_complete(&self, response: &Response) -> bool {
                match (self, response) {
                    $((Self::$name(question), Response::$name(response)) => question.is_complete(response),)+
                    _ => false,
                }
            }

            /// See [`Kind::grade`]; a response of another kind is worth nothing.
            #[must_use]
            pub fn grade(&self, response: &Response) -> Grade {
                match (self, response) {
                    $((Self::$name(question), Response::$name(response)) => question.grade(response),)+
                    _ => Grade::ZERO,
                }
            }

            /// See [`Kind::solution`].
            #[must_use]
            pub fn solution(&self) -> Response {
                match self { $(Self::$name(question) => Response::$name(question.solution()),)+ }
            }
        }
    };
}

kinds! {
    /// One right option among several.
    Single(single) = "single",
    /// Any number of right options.
    Multiple(multiple) = "multiple",
    /// A number, with a tolerance.
    Numeric(numeric) = "numeric",
    /// Typed text, such as a program's output.
    Text(text) = "text",
    /// Things to be put in order.
    Order(order) = "order",
    /// Things on the left, each with its partner from the right.
    Match(pairs) = "match",
    /// Things to be put into groups.
    Classify(classify) = "classify",
    /// Lines of a program that are to be found.
    Lines(lines) = "lines",
    /// What a program does: what it prints, or where and with what it fails.
    Trace(trace) = "trace",
    /// Blanks in prose or code.
    Cloze(cloze) = "cloze",
    /// Blanks in the cells of a table.
    Table(table) = "table",
    /// A situation and responses to it, to be rated or ranked.
    Judgement(judgement) = "judgement",
}

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
pub(crate) mod tests;
