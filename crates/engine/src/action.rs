//! What a person does in an attempt, and why it may be refused.

use crate::{certainty::Certainty, kinds::Response};

/// What a person does. `item` is a place in [`Record::items`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Gives or changes an answer.
    Respond {
        /// The question.
        item: usize,
        /// The answer so far.
        response: Response,
    },
    /// Hands in the answer that was given.
    Submit {
        /// The question.
        item: usize,
    },
    /// Leaves a question for later.
    Skip {
        /// The question.
        item: usize,
    },
    /// Says how sure the person is of the answer.
    Rate {
        /// The question.
        item: usize,
        /// How sure.
        certainty: Certainty,
    },
    /// Asks for one more hint.
    Hint {
        /// The question.
        item: usize,
    },
    /// Says honestly that the person does not know.
    GiveUp {
        /// The question.
        item: usize,
    },
    /// Marks a question, or takes the mark away.
    Flag {
        /// The question.
        item: usize,
        /// Whether it is to be marked.
        on: bool,
    },
    /// Turns to a question.
    Go {
        /// The question.
        item: usize,
    },
    /// Lets time pass: sent now and then while an attempt has a limit.
    Tick,
    /// Sets the time limit, in seconds of open time, or turns it off.
    Limit {
        /// The new limit.
        seconds: Option<u32>,
    },
    /// Ends the attempt.
    Finish,
}

/// Why an action was not carried out. The session is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The attempt is over.
    Finished,
    /// There is no such question, or it is no longer in the bank.
    NoSuchItem,
    /// The answer was handed in already.
    Closed,
    /// The answer is of another kind than the question.
    Misfit,
    /// There is no answer yet that could be handed in.
    Incomplete,
    /// The quiz asks how sure the person is, and that is not said yet.
    Unrated,
    /// There is no further hint.
    NoHint,
}

/// Why no session could be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSession {
    /// The settings leave no question.
    NoQuestions,
}
