//! A chart of shares over time, drawn as SVG; a table beside it says the same.

use crate::dom::{
    CollectView, IntoView, View,
    tags::svg::{circle, g, line, polyline, svg, text},
};

/// One point: when, in milliseconds, and how much, 0.0 to 1.0.
pub type Point = (u64, f64);

const WIDTH: u64 = 640;
const HEIGHT: f64 = 160.0;
/// Room for the labels at the start and for the dots at the edges.
const START: u64 = 48;
const EDGE: u64 = 12;

/// The points in the order of time, evenly spaced where they fall on one moment.
pub fn chart(label: String, points: &[Point], percent: impl Fn(f64) -> String) -> View {
    let count = points.len() as u64;
    let room = WIDTH - START - EDGE;
    let x = |place: u64| if count < 2 { START + room / 2 } else { START + EDGE + (room - EDGE) * place / (count - 1) };
    let y = |share: f64| coordinate(8.0 + (1.0 - share) * (HEIGHT - 32.0));
    let places: Vec<(String, String)> =
        (0..).zip(points).map(|(place, (_, share))| (x(place).to_string(), y(*share))).collect();
    let grid = [0.0, 0.5, 1.0].map(|share| {
        g().child((
            line()
                .attr("x1", START.to_string())
                .attr("x2", WIDTH.to_string())
                .attr("y1", y(share))
                .attr("y2", y(share))
                .attr("class", "grid"),
            text().attr("x", (START - 8).to_string()).attr("y", y(share)).attr("class", "tick").child(percent(share)),
        ))
    });
    let run: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let dots =
        places.into_iter().map(|(x, y)| circle().attr("cx", x).attr("cy", y).attr("r", "5").attr("class", "dot"));
    svg()
        .attr("viewBox", format!("0 0 {WIDTH} 160"))
        .attr("class", "chart")
        .attr("role", "img")
        .attr("aria-label", label)
        .child((
            grid.into_iter().collect_view(),
            polyline().attr("points", run.join(" ")).attr("class", "run"),
            dots.collect_view(),
        ))
        .into_view()
}

fn coordinate(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to the height of the chart")]
    let whole = value.clamp(0.0, HEIGHT) as u32;
    whole.to_string()
}
