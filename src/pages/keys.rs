//! The keys inside a question.

use crate::platform::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A group without groups in it.
const GROUP: &str = "fieldset:not(:has(fieldset))";

/// Keys inside the question: 1 to 9 and letters choose, Enter hands in and goes on, and what belongs
/// to a list box moves inside it.
pub fn press(event: &KeyboardEvent, hand_in: impl FnOnce()) {
    let (Some(card), Some(target)) = (element(event.current_target()), element(event.target())) else { return };
    if event.alt_key() || event.meta_key() || event.is_composing() || event.default_prevented() {
        return;
    }
    let tag = target.tag_name().to_ascii_lowercase();
    let picks = target.has_attribute("data-pick");
    let key = event.key();
    if key == "Enter" {
        let own = ["button", "a", "summary"].contains(&tag.as_str())
            || (["textarea", "select"].contains(&tag.as_str()) && !event.ctrl_key());
        if !own && !event.repeat() {
            event.prevent_default();
            hand_in();
        }
        return;
    }
    if !event.ctrl_key() && press_in_list(&target, &key) {
        event.prevent_default();
        return;
    }
    let typing = ["textarea", "select"].contains(&tag.as_str()) || (tag == "input" && !picks);
    if !typing && !event.ctrl_key() && key.chars().count() == 1 {
        let place = key.chars().next().and_then(|key| match key.to_ascii_lowercase() {
            digit @ '1'..='9' => digit.to_digit(10).map(|digit| digit - 1),
            letter @ 'a'..='i' => Some(u32::from(letter) - u32::from('a')),
            _ => None,
        });
        if place.is_some_and(|place| page::click_nth(&group(&card, &target), "[data-pick]", place)) {
            event.prevent_default();
        }
    }
}

/// Keys on an option of a list box: arrows, Home and End move the focus, the space bar chooses.
fn press_in_list(target: &Element, key: &str) -> bool {
    let Ok(Some(list)) = target.closest("[role=listbox]") else { return false };
    // Whatever gave it the focus: Tab is to come back to it.
    page::tab_stop(&list, target);
    if key == " " {
        return page::click(target);
    }
    page::focus_among(&list, "[role=option]", |at, last| match key {
        "ArrowUp" => Some(at.saturating_sub(1)),
        "ArrowDown" => Some((at + 1).min(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    })
}

/// What a key chooses from: the innermost group that has the focus, else the first of the question.
fn group(card: &Element, target: &Element) -> Element {
    let here = target.closest(GROUP).ok().flatten();
    here.or_else(|| card.query_selector(GROUP).ok().flatten()).unwrap_or_else(|| card.clone())
}

fn element(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}
