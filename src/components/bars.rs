//! Bars that show a share; the words beside them say the same.

use crate::dom::{IntoView, View, tags::span};

/// A bar that is filled to `share` (0.0 to 1.0); only for the eye.
pub fn bar(share: f64) -> View {
    span()
        .class("bar")
        .attr("aria-hidden", "true")
        .child(span().class("bar-fill").style("inline-size", &width(share)))
        .into_view()
}

/// A bar of what was answered (`seen`) and, in it, what was right: both as shares of all.
pub fn progress(seen: f64, right: f64) -> View {
    let fills = (
        span().class("bar-seen").style("inline-size", &width(seen)),
        span().class("bar-fill").style("inline-size", &width(right)),
    );
    span().class("bar").attr("aria-hidden", "true").child(fills).into_view()
}

/// A bar that is filled to `share`, with marks where it should end: between `from` and `to`.
pub fn against(share: f64, from: f64, to: f64) -> View {
    let aim = span().class("bar-aim").style("inset-inline-start", &width(from)).style("inline-size", &width(to - from));
    let fill = span().class("bar-fill").style("inline-size", &width(share));
    span().class("bar").attr("aria-hidden", "true").child((aim, fill)).into_view()
}

/// A stretch of five levels with a band on it: its lower end, middle and upper end as shares, solid where it was
/// measured. Without one the stretch is empty.
pub fn band(band: Option<(f64, f64, f64)>, measured: bool) -> View {
    let class = if measured { "band-fill" } else { "band-fill inferred" };
    let fill = band.map(|(low, _, high)| {
        span().class(class).style("inset-inline-start", &width(low)).style("inline-size", &width(high - low))
    });
    let middle = band.filter(|_| measured);
    let middle = middle.map(|(_, middle, _)| span().class("band-middle").style("inset-inline-start", &width(middle)));
    span().class("band").attr("aria-hidden", "true").child((fill, middle)).into_view()
}

/// A share (0.0 to 1.0) as a length.
pub fn width(share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000 after the clamp")]
    let thousandths = (share.clamp(0.0, 1.0) * 1000.0) as u32;
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
