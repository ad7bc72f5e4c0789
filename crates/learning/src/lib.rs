//! What learning systems understand of an attempt, pure: no clock, no network, no browser.

pub mod xapi;
