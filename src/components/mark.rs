//! The mark: a plumb line, and the depth gauge that is made of it.

use crate::dom::{
    CollectView, IntoView, View,
    tags::svg::{circle, line, path, svg},
};

/// The plumb line itself: a cord and its bob.
pub fn mark() -> View {
    svg()
        .attr("viewBox", "0 0 24 32")
        .attr("class", "mark")
        .attr("aria-hidden", "true")
        .child((
            line().attr("x1", "12").attr("y1", "1").attr("x2", "12").attr("y2", "15"),
            circle().attr("cx", "12").attr("cy", "14.5").attr("r", "2.5"),
            path().attr("d", "M5.5 18h13l-1.6 5L12 31l-4.9-8z"),
        ))
        .into_view()
}

/// How deep a level goes: five marks on a line, and the bob at `level`.
pub fn gauge(level: u8) -> View {
    let tick = |at: u8| {
        let x = (at * 12 - 6).to_string();
        let class = if at <= level { "on" } else { "" };
        line().attr("x1", x.clone()).attr("x2", x).attr("y1", "3").attr("y2", "11").attr("class", class)
    };
    svg()
        .attr("viewBox", "0 0 60 14")
        .attr("class", "gauge")
        .attr("aria-hidden", "true")
        .child((
            (1..=5).map(tick).collect_view(),
            circle().attr("cx", (level * 12 - 6).to_string()).attr("cy", "7").attr("r", "4"),
        ))
        .into_view()
}
