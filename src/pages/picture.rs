//! The map of levels as a picture that can be shared: an SVG in the light palette, which becomes a PNG.

use super::levels::{Seen, level, spokes};
use crate::dom::{
    El, ev,
    tags::{button as tag, p},
};
use crate::{
    components::radar::{self, Shape},
    platform::{
        image::{self, Given},
        intl,
    },
    reactive::Var,
    words::Most,
};
use engine::estimate::Basis;
use wasm_bindgen_futures::spawn_local;

/// The size of the picture in pixels: what pages that show a link make room for.
const SIZE: (u32, u32) = (1200, 630);
const SERIF: &str = "Palatino Linotype, Palatino, Georgia, serif";
const SANS: &str = "system-ui, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif";
/// Where the words beside the map begin, and how far apart their lines are.
const START: i32 = 740;
const LINE: i32 = 34;

/// What stands beside the map.
struct Beside {
    brand: String,
    title: String,
    /// Names and levels.
    lines: Vec<(String, String)>,
    /// The day, and what levels are.
    foot: [String; 2],
}

/// The button and, beside it, what is said once it was pressed.
pub fn button(seen: &Seen, words: &'static Most) -> (El, El) {
    let said = Var::new("");
    let measured = seen.skills.iter().filter(|row| row.basis == Basis::Measured);
    let beside = Beside {
        brand: words.brand.into(),
        title: words.picture_title.into(),
        lines: measured.map(|row| ((words.skill)(row.skill).into(), level(row, words))).collect(),
        foot: [(words.levels_on)(&intl::day(words.lang, seen.now)), words.picture_foot.into()],
    };
    let svg = svg(&radar::shapes(&spokes(seen, words)), &beside);
    let name = format!("plumb-{}.png", intl::stamp(seen.now));
    let share = move |_| {
        let (svg, name) = (svg.clone(), name.clone());
        spawn_local(async move {
            let given = match image::png(&svg, SIZE.0, SIZE.1).await {
                Some(picture) => image::give(&name, &picture).await,
                None => Given::Refused,
            };
            // The page may be gone by then; then nobody waits for this.
            said.set(match given {
                Given::Shared => "",
                Given::Saved => words.picture_saved,
                Given::Refused => words.picture_failed,
            });
        });
    };
    (
        tag().attr("type", "button").class("button").on(ev::CLICK, share).child(words.picture_share),
        p().class("copied").attr("role", "status").text(move || said.get()),
    )
}

/// The picture.
fn svg(shapes: &[Shape], beside: &Beside) -> String {
    let (width, height) = SIZE;
    let mut all = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"#f7f5f0\"/>\
         <rect width=\"10\" height=\"{height}\" fill=\"#8a5a0a\"/>\
         <g transform=\"translate(28 40) scale(0.56)\" font-family=\"{SANS}\" font-size=\"30\">"
    );
    let (x, y) = radar::centre();
    for shape in shapes {
        all.push_str(&match shape {
            Shape::Ring(class, r) => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {}/>", look(class)),
            Shape::Path(class, d) => format!("<path d=\"{d}\" {}/>", look(class)),
            Shape::Text(class, place, anchor, words) => {
                text(*place, &format!("text-anchor=\"{anchor}\" dominant-baseline=\"central\" {}", look(class)), words)
            }
        });
    }
    all.push_str("</g>");
    let head = format!("font-family=\"{SERIF}\" font-weight=\"600\" fill=\"#17222b\"");
    all.push_str(
        "<g transform=\"translate(740 52) scale(1.3)\" fill=\"#8a5a0a\"><path d=\"M12 1v14\" stroke=\"#17222b\" \
         stroke-width=\"1.5\"/><circle cx=\"12\" cy=\"14.5\" r=\"2.5\" fill=\"#17222b\"/>\
         <path d=\"M5.5 18h13l-1.6 5L12 31l-4.9-8z\"/></g>",
    );
    all.push_str(&text((START + 44, 84), &format!("{head} font-size=\"32\""), &beside.brand));
    all.push_str(&text((START, 152), &format!("{head} font-size=\"38\""), &beside.title));
    let small = format!("font-family=\"{SANS}\" font-size=\"18\"");
    for ((name, level), at) in beside.lines.iter().zip(0_i32..) {
        let y = 204 + at * LINE;
        all.push_str(&text((START, y), &format!("{small} fill=\"#17222b\""), name));
        all.push_str(&text(
            (1160, y),
            &format!("{small} fill=\"#0b4f5c\" font-weight=\"600\" text-anchor=\"end\""),
            level,
        ));
    }
    for (foot, y) in beside.foot.iter().zip([562, 592]) {
        all.push_str(&text((START, y), &format!("font-family=\"{SANS}\" font-size=\"17\" fill=\"#43515b\""), foot));
    }
    all.push_str("</svg>");
    all
}

/// What the class of a shape means in the light palette.
fn look(class: &str) -> &'static str {
    match class {
        "ring" => "fill=\"none\" stroke=\"#d9d4c8\" stroke-width=\"2\"",
        "measured" => "fill=\"#0b4f5c\"",
        "inferred" => {
            "fill=\"#e1edee\" stroke=\"#0b4f5c\" stroke-width=\"2\" stroke-dasharray=\"8 8\" stroke-opacity=\"0.6\""
        }
        "middle" => "fill=\"none\" stroke=\"#e6b566\" stroke-width=\"7\"",
        "step" => "fill=\"#43515b\" font-size=\"22\"",
        "name" => "fill=\"#17222b\"",
        _ => "fill=\"#43515b\" font-style=\"italic\"",
    }
}

fn text((x, y): (i32, i32), look: &str, words: &str) -> String {
    format!("<text x=\"{x}\" y=\"{y}\" {look}>{}</text>", escaped(words))
}

/// A text as it stands in XML, without the controls that XML does not know.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::radar::{Band, Spoke};

    fn beside(title: &str) -> Beside {
        let lines = vec![("Data".to_owned(), "probably 3 to 4".to_owned())];
        Beside { brand: "Plumb".into(), title: title.into(), lines, foot: ["today".into(), "of five".into()] }
    }

    #[test]
    fn words_cannot_become_marks() {
        let picture = svg(&[], &beside("</text><script>\"1\" & 2\u{0}"));
        assert!(picture.contains("&lt;/text&gt;&lt;script&gt;&quot;1&quot; &amp; 2 </text>"), "{picture}");
        assert!(!picture.contains("<script"));
        let shape = Shape::Text("name", (1, 2), "start", "<b>".into());
        assert!(svg(&[shape], &beside("t")).contains(">&lt;b&gt;</text>"));
    }

    #[test]
    fn it_has_the_whole_map_and_its_size() {
        let band = |measured| Some(Band { low: 2.0, middle: 3.0, high: 4.0, measured });
        let spoke = |band| Spoke { name: "Data".into(), band };
        let shapes = radar::shapes(&[spoke(band(true)), spoke(band(false)), spoke(None)]);
        let picture = svg(&shapes, &beside("t"));
        assert!(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" "));
        let count = |mark: &str| picture.matches(mark).count();
        // Six rings and the mark's dot; the bands with the middle of the measured one, and the mark.
        assert_eq!((count("<circle"), count("<path")), (7, 5));
        assert_eq!(count("stroke-dasharray"), 1);
        assert_eq!(count("<text"), count("</text>"));
        assert!(picture.ends_with("</svg>") && picture.contains("probably 3 to 4"));
    }
}
