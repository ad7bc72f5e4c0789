//! What kind of device and window this is, where that matters to what is kept.

use web_sys::Window;

/// Whether an app on the home screen would have a storage of its own, empty at first: so it is on iPhones and iPads,
/// in whatever browser, and not in such an app itself.
///
/// Source: "Full Third-Party Cookie Blocking and More", webkit.org, 2020, which sets home-screen apps apart.
pub fn keeps_apps_apart() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let name = navigator.user_agent().unwrap_or_default();
    // An iPad calls itself a Mac; no Mac has a screen that is touched.
    let is_pad = name.contains("Macintosh") && navigator.max_touch_points() > 0;
    (is_pad || ["iPhone", "iPad", "iPod"].iter().any(|device| name.contains(device))) && !is_app(&window)
}

/// Whether this runs as an app rather than in a browser.
fn is_app(window: &Window) -> bool {
    let query = window.match_media("(display-mode: standalone)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Whether somebody else can open this page by its address: not where it is a file or a part of another page.
pub fn has_address() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let served = window.location().protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    served && window.top().ok().flatten().is_some_and(|top| top == window)
}
