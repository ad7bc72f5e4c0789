//! The track "Back-end engineer": how ready the person is, and what is missing.

use super::levels::Seen;
use crate::dom::{
    CollectView, IntoView, View,
    tags::{a, h2, li, ol, p, section, span},
};
use crate::{components::bars, platform::intl, route::Route, store::Store, words::Most};
use engine::estimate::Gap;

/// The readiness, and what is missing, what would help most first.
pub fn section_of(store: Store, seen: &Seen, words: &'static Most) -> View {
    let readiness = &seen.readiness;
    let percent = |share: f64| intl::percent(words.lang, share);
    let gap = |gap: &Gap| {
        let area = seen.skills.iter().find(|row| row.skill == gap.skill).map(|row| row.area.clone());
        let title = (words.skill)(gap.skill);
        let name = match area.filter(|area| store.look(|model| model.catalogue.area(area).is_some())) {
            Some(area) => a().attr("href", Route::Area(area).href()).child(title),
            None => span().child(title),
        };
        let chance = percent(gap.chance);
        let state = if gap.measured { (words.track_below)(&chance) } else { words.track_unmeasured.to_owned() };
        li().child((
            span().class("gap-name").child(name),
            span().class("gap-gain").child((words.track_gain)(&percent(gap.gain))),
            span().class("hint").child(format!("{} {state}", (words.track_wanted)(gap.level))),
        ))
    };
    let missing = if readiness.gaps.is_empty() { words.track_complete } else { words.track_missing };
    section()
        .class("track")
        .attr("aria-labelledby", "track")
        .child((
            h2().id("track").child(words.track),
            p().class("track-share").child((words.track_ready)(&percent(readiness.share))),
            bars::progress(readiness.share, readiness.measured),
            p().child((words.track_measured)(&percent(readiness.measured / readiness.share.max(f64::MIN_POSITIVE)))),
            p().class("gap-lead").child(missing),
            ol().class("gaps").child(readiness.gaps.iter().map(gap).collect_view()),
            p().class("hint").child(words.track_why),
        ))
        .into_view()
}
