//! What learning systems are told of an attempt, and the packages that they take.
//!
//! Pure as the engine is: records and questions come in, names and values go out; who carries them is elsewhere.

pub mod answer;
pub mod package;
pub mod scorm;
pub mod timing;
pub mod xapi;
