//! The page itself: its address, its title, what has the focus.

use super::timing::soon;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Element, HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The part of the address from `#` on, without it; where there is none, the place that a page around
/// this one or a package starts at.
pub fn hash() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    // Where the address names no place, whoever shows this page may.
    let hash = hash.strip_prefix('#').unwrap_or(&hash);
    if hash.len() < 2 { root("data-start").unwrap_or_default() } else { hash.to_owned() }
}

/// Goes to another hash; the page is told through its `hashchange` event.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // Only a sandbox without navigation refuses; then the page stays where it is.
        let _ = window.location().set_hash(hash);
    }
}

/// Puts another hash in the place of this one. The page is not told, and the way back does not lead to the old one.
pub fn replace(hash: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Refused only where a page may not have an address, which then shows none.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("#{hash}")));
    }
}

/// The full address of a hash on this page.
pub fn address(hash: &str) -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    // What stands between `?` and `#` is for a frame, and this address is for a page of its own.
    let base = href.split(['?', '#']).next().unwrap_or_default();
    format!("{base}#{hash}")
}

/// Names the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// What whoever runs this site wrote into the page: the content of `<meta name>`; none where it is empty.
pub fn setting(name: &str) -> Option<String> {
    let meta = document()?.query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
    meta.get_attribute("content").filter(|content| !content.is_empty())
}

/// An attribute of the root element: how a page around this one or a package wants Plumb (docs/embed.md).
#[inline(never)]
pub fn root(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Sets an attribute of the root element, such as the theme.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // The names are ours and valid, so this cannot fail.
        let _ = root.set_attribute(name, value);
    }
}

/// The element with an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Empties an element and gives it back, to build in it.
pub fn emptied(id: &str) -> Option<HtmlElement> {
    let element = element(id)?;
    element.replace_children_with_node_0();
    Some(element)
}

/// Gives the focus to the element with an id once the page is up to date.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    soon(move || {
        if let Some(element) = element(&id) {
            // An element that is gone by then needs no focus.
            let _ = element.focus();
        }
    });
}

/// What has the focus, where somebody put it somewhere.
pub fn focused() -> Option<Element> {
    let document = document()?;
    let body = document.body().map(Element::from);
    document.active_element().filter(|active| Some(active) != body.as_ref())
}

/// Gives the focus to the element with an id once the page is up to date, unless it has gone elsewhere than to `before`.
pub fn focus_after(before: &Element, id: &str) {
    if focused().is_none_or(|now| now == *before) {
        focus_soon(id);
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        // Sandboxed frames may not print.
        let _ = window.print();
    }
}

/// Clicks the element at a place among those inside `root` that match `selector`.
pub fn click_nth(root: &Element, selector: &str, place: u32) -> bool {
    let found = root.query_selector_all(selector).ok().and_then(|list| list.get(place));
    let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) else { return false };
    // The focus follows, so that the arrows go on from there.
    let _ = element.focus();
    element.click();
    true
}

/// Clicks an element.
pub fn click(element: &Element) -> bool {
    let element = element.dyn_ref::<HtmlElement>();
    element.inspect(|element| element.click()).is_some()
}

/// Makes `stop` the one element inside `root` that Tab goes to.
pub fn tab_stop(root: &Element, stop: &Element) {
    let set = |element: &Element, value: &str| element.set_attribute("tabindex", value);
    // The name is ours and valid, so this cannot fail.
    if let Ok(Some(before)) = root.query_selector("[tabindex='0']") {
        let _ = set(&before, "-1");
    }
    let _ = set(stop, "0");
}

/// Gives the focus to another of the elements inside `root` that match `selector`: `way` is told the
/// place of the one that has it and that of the last.
pub fn focus_among(root: &Element, selector: &str, way: impl Fn(u32, u32) -> Option<u32>) -> bool {
    let (Ok(list), Some(active)) = (root.query_selector_all(selector), document().and_then(|it| it.active_element()))
    else {
        return false;
    };
    let count = list.length();
    let at = (0..count).find(|at| list.get(*at).is_some_and(|one| active.is_same_node(Some(&one))));
    let to = at.and_then(|at| way(at, count.saturating_sub(1)));
    let Some(element) = to.and_then(|to| list.get(to)).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    tab_stop(root, &element);
    // Refused only by an element that is gone, which needs no focus.
    let _ = element.focus();
    true
}

/// What stands behind `?` in the address, and before `#`.
pub fn query() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let address = href.split('#').next().unwrap_or_default();
    address.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
}

/// The address of this page, without what stands behind `?` or `#`.
pub fn site() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Leaves this page for another one. The address must be one of the web's.
pub fn leave_for(address: &str) {
    if let Some(window) = window() {
        // Only a sandbox without navigation refuses; then the page stays.
        let _ = js_sys::Reflect::set(&window.location(), &"href".into(), &address.into());
    }
}

/// Runs something at each such event of the window, for as long as the page lives.
pub fn at(event: &str, run: impl FnMut() + 'static) {
    if let Some(window) = window() {
        let run = Closure::<dyn FnMut()>::new(run).into_js_value();
        // Fails only for a listener that is no function.
        let _ = window.add_event_listener_with_callback(event, run.unchecked_ref());
    }
}

/// Goes to the top of the page.
pub fn scroll_up() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The text of the field that an event came from.
pub fn field_text(event: &web_sys::Event) -> String {
    // Fields, text areas and lists of choices all have their text in `value`.
    field(event, "value")
}

/// A text that the field has which an event came from, such as its name.
pub fn field(event: &web_sys::Event, property: &str) -> String {
    let text = event.target().and_then(|target| js_sys::Reflect::get(&target, &property.into()).ok());
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// Runs something whenever the page may be about to end: with `true` when it ends, with `false` when it is only
/// hidden, after which phones may end it without a word. Listens for as long as the page lives.
pub fn on_leaving(leaving: impl Fn(bool) + 'static) {
    let Some((window, document)) = window().zip(document()) else { return };
    let run: Closure<dyn Fn(web_sys::Event)> = Closure::new(move |event: web_sys::Event| {
        let ends = event.type_() == "pagehide";
        if ends || self::document().is_some_and(|document| document.hidden()) {
            leaving(ends);
        }
    });
    let run = run.into_js_value();
    // Fails only for a listener that is no function.
    let _ = window.add_event_listener_with_callback("pagehide", run.unchecked_ref());
    let _ = document.add_event_listener_with_callback("visibilitychange", run.unchecked_ref());
}
