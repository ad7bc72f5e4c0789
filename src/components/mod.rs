//! Small pieces that only show what they are given.

pub mod bars;
pub mod chart;
pub mod mark;
pub mod qr;
pub mod radar;
pub mod rich;
