//! A map of skills around a centre: for each a band from the lowest to the highest level that it may have.

use crate::dom::{
    CollectView, IntoView, View,
    tags::svg::{circle, path, svg, text},
};
use std::f64::consts::TAU;

/// The size of the map, in the units of its shapes.
pub const SIZE: (i32, i32) = (1240, 980);
const CENTRE: (f64, f64) = (620.0, 490.0);
/// The radius at which level 1 begins, and that at which level 5 ends.
const INNER: f64 = 60.0;
const OUTER: f64 = 400.0;
/// How far names stand from the outer ring.
const AWAY: f64 = 26.0;
/// The share of its sector that a band leaves open, to each side.
const OPEN: f64 = 0.16;
/// Names that are longer stand on two lines, so far apart.
const LONG: usize = 12;
const LINE: f64 = 32.0;

/// A skill.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoke {
    /// Its name.
    pub name: String,
    /// Where its level lies; none where nothing is known of it.
    pub band: Option<Band>,
}

/// Where a level lies, on a scale on which level 3 is from 2.5 to 3.5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The lower end.
    pub low: f64,
    /// The middle.
    pub middle: f64,
    /// The upper end.
    pub high: f64,
    /// Whether it was measured; else it follows from other skills.
    pub measured: bool,
}

/// A part of the map, with the class that says how it looks.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A circle around the centre.
    Ring(&'static str, i32),
    /// A path.
    Path(&'static str, String),
    /// A text at a place: `start`, `middle` or `end` of it.
    Text(&'static str, (i32, i32), &'static str, String),
}

/// The place of a level as a share of the scale from 1 to 5.
pub fn share(level: f64) -> f64 {
    ((level - 0.5) / 5.0).clamp(0.0, 1.0)
}

/// The centre of the map.
pub fn centre() -> (i32, i32) {
    (whole(CENTRE.0), whole(CENTRE.1))
}

/// All parts of the map, those behind first. The first skill is at the top; the others follow clockwise.
pub fn shapes(spokes: &[Spoke]) -> Vec<Shape> {
    let count = f64::from(u16::try_from(spokes.len().max(1)).unwrap_or(u16::MAX));
    let sector = TAU / count;
    let rings = (0..=5_u8).map(|level| Shape::Ring("ring", whole(radius(f64::from(level) + 0.5))));
    let each = spokes.iter().zip(0_u16..).map(|(spoke, at)| (spoke, f64::from(at) * sector));
    let bands = each.clone().filter_map(|(spoke, angle)| Some(band(spoke.band?, angle, sector * (0.5 - OPEN))));
    // Between the last skill and the first, where no band is.
    let step = |level: u8| {
        let place = polar(-sector / 2.0, radius(level.into()));
        Shape::Text("step", (whole(place.0), whole(place.1)), "middle", level.to_string())
    };
    rings
        .chain(bands.flatten())
        .chain((1..=5).map(step))
        .chain(each.flat_map(|(spoke, angle)| name(spoke, angle)))
        .collect()
}

/// The map as an element that only the eye sees: what it shows stands beside it in words.
pub fn radar(spokes: &[Spoke]) -> View {
    let (x, y) = centre();
    let shape = |shape: Shape| match shape {
        Shape::Ring(class, r) => {
            circle().attr("class", class).attr("cx", x.to_string()).attr("cy", y.to_string()).attr("r", r.to_string())
        }
        Shape::Path(class, d) => path().attr("class", class).attr("d", d),
        Shape::Text(class, (x, y), anchor, words) => text()
            .attr("class", class)
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr("text-anchor", anchor)
            .child(words),
    };
    svg()
        .attr("viewBox", format!("0 0 {} {}", SIZE.0, SIZE.1))
        .attr("class", "radar")
        .attr("aria-hidden", "true")
        .child(shapes(spokes).into_iter().map(shape).collect_view())
        .into_view()
}

fn band(band: Band, angle: f64, half: f64) -> Vec<Shape> {
    let (low, high) = (radius(band.low), radius(band.high));
    let (from, to) = (angle - half, angle + half);
    let outline = format!(
        "M{} A{r} {r} 0 0 1 {} L{} A{R} {R} 0 0 0 {} Z",
        point(from, low),
        point(to, low),
        point(to, high),
        point(from, high),
        r = whole(low),
        R = whole(high),
    );
    let middle = radius(band.middle);
    let line = format!("M{} A{r} {r} 0 0 1 {}", point(from, middle), point(to, middle), r = whole(middle));
    let class = if band.measured { "measured" } else { "inferred" };
    let line = band.measured.then_some(Shape::Path("middle", line));
    [Shape::Path(class, outline)].into_iter().chain(line).collect()
}

fn name(spoke: &Spoke, angle: f64) -> Vec<Shape> {
    let (x, y) = polar(angle, OUTER + AWAY);
    let anchor = match angle.sin() {
        side if side > 0.1 => "start",
        side if side < -0.1 => "end",
        _ => "middle",
    };
    let lines = lines(&spoke.name);
    let last = f64::from(u8::from(lines.len() > 1));
    // Above the map the last line is next to it, below it the first, beside it the middle.
    let first = y - LINE * last * (1.0 + angle.cos()) / 2.0;
    let class = if spoke.band.is_some() { "name" } else { "name open" };
    let line = |(at, line): (f64, &str)| Shape::Text(class, (whole(x), whole(first + at * LINE)), anchor, line.into());
    [0.0, 1.0].into_iter().zip(lines).map(line).collect()
}

/// One line, or two of about the same length.
fn lines(name: &str) -> Vec<&str> {
    let length = name.chars().count();
    let spaces = name.char_indices().enumerate().filter(|(_, (_, letter))| *letter == ' ');
    let middle = spaces.min_by_key(|(at, _)| (2 * at).abs_diff(length)).filter(|_| length > LONG);
    let split = middle.and_then(|(_, (at, _))| Some((name.get(..at)?, name.get(at..)?.trim_start())));
    split.map_or_else(|| vec![name], |(one, other)| vec![one, other])
}

fn radius(level: f64) -> f64 {
    INNER + (OUTER - INNER) * share(level)
}

fn polar(angle: f64, radius: f64) -> (f64, f64) {
    (CENTRE.0 + radius * angle.sin(), CENTRE.1 - radius * angle.cos())
}

fn point(angle: f64, radius: f64) -> String {
    let (x, y) = polar(angle, radius);
    format!("{} {}", whole(x), whole(y))
}

fn whole(value: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a place on the map or just beside it")]
    let whole = value.round() as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoke(name: &str, band: Option<(f64, f64, bool)>) -> Spoke {
        let band = band.map(|(low, high, measured)| Band { low, middle: f64::midpoint(low, high), high, measured });
        Spoke { name: name.into(), band }
    }

    #[test]
    fn solid_where_measured_faint_where_inferred_empty_where_unknown() {
        let spokes = [spoke("a", Some((2.0, 4.0, true))), spoke("b", Some((1.0, 5.0, false))), spoke("c", None)];
        let shapes = shapes(&spokes);
        let paths: Vec<&str> =
            shapes.iter().filter_map(|one| if let Shape::Path(class, _) = one { Some(*class) } else { None }).collect();
        assert_eq!(paths, ["measured", "middle", "inferred"]);
        assert_eq!(shapes.iter().filter(|one| matches!(one, Shape::Ring(..))).count(), 6);
        let open = shapes.iter().any(|one| matches!(one, Shape::Text("name open", _, _, name) if name == "c"));
        assert!(open);
    }

    #[test]
    fn a_band_of_all_levels_reaches_from_the_inner_ring_to_the_outer() {
        let shapes = shapes(&[spoke("a", Some((-9.0, 9.0, false)))]);
        let Some(Shape::Path(_, d)) = shapes.iter().find(|one| matches!(one, Shape::Path(..))) else {
            panic!("a band")
        };
        assert!(d.contains("A60 60 ") && d.contains("A400 400 "), "{d}");
    }

    #[test]
    fn names_stand_at_the_side_where_there_is_room() {
        let spokes: Vec<Spoke> = ["top", "right", "below", "left"].map(|name| spoke(name, None)).into();
        let anchors: Vec<&str> = shapes(&spokes)
            .into_iter()
            .filter_map(|one| if let Shape::Text("name open", _, anchor, _) = one { Some(anchor) } else { None })
            .collect();
        assert_eq!(anchors, ["middle", "start", "middle", "end"]);
    }

    #[test]
    fn long_names_stand_on_two_lines() {
        assert_eq!(lines("Servers"), ["Servers"]);
        assert_eq!(lines("Databases and caches"), ["Databases", "and caches"]);
        assert_eq!(lines("Unteilbareswort"), ["Unteilbareswort"]);
        assert_eq!(lines("Web’s own languages"), ["Web’s own", "languages"]);
    }
}
