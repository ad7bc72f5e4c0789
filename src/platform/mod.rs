//! The browser's side: every call that can fail is made here and fails in words, never in a panic.

pub mod clock;
pub mod device;
pub mod fetch;
pub mod file;
pub mod host;
pub mod image;
pub mod intl;
pub mod journal;
pub mod page;
pub mod persist;
pub mod random;
pub mod remote;
pub mod scorm;
pub mod storage;
pub mod tab;
pub mod timing;
