//! A QR code, drawn as SVG: dark on light in every theme, for that is what cameras look for.

use crate::dom::{
    El,
    tags::svg::{path, rect, svg},
};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use std::fmt::Write as _;

/// The light frame that the standard asks for, in modules (ISO/IEC 18004, 4.5.3).
const QUIET: i32 = 4;

/// The code of `start` and `end` together: of the two, `end` takes little room if it is all digits, capital
/// letters and the signs that such codes hold densely. None where it is too long for any code.
pub fn qr(start: &str, end: &str, label: String) -> Option<El> {
    let dense = QrSegment::is_alphanumeric(end);
    let end = if dense { QrSegment::make_alphanumeric(end) } else { QrSegment::make_bytes(end.as_bytes()) };
    let code = QrCode::encode_segments(&[QrSegment::make_bytes(start.as_bytes()), end], QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut dark = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                // Writing to a string cannot fail.
                let _ = write!(dark, "M{from} {y}h{0}v1h-{0}z", x - from);
            }
            x += 1;
        }
    }
    let whole = (size + 2 * QUIET).to_string();
    let frame = rect()
        .attr("x", format!("-{QUIET}"))
        .attr("y", format!("-{QUIET}"))
        .attr("width", whole.clone())
        .attr("height", whole.clone())
        .attr("fill", "white");
    let code = svg()
        .attr("viewBox", format!("-{QUIET} -{QUIET} {whole} {whole}"))
        .attr("class", "qr")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("shape-rendering", "crispEdges");
    Some(code.child((frame, path().attr("d", dark).attr("fill", "black"))))
}
