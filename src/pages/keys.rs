//! The keys inside a question.

use crate::platform::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Keys inside the question: 1 to 9 and letters choose, Enter hands in and goes on.
pub fn press(event: &KeyboardEvent, hand_in: impl FnOnce()) {
    let (Some(card), Some(target)) = (element(event.current_target()), element(event.target())) else { return };
    if event.alt_key() || event.meta_key() || event.is_composing() || event.default_prevented() {
        return;
    }
    let tag = target.tag_name().to_ascii_lowercase();
    let picks = target.has_attribute("data-pick");
    let key = event.key();
    if key == "Enter" {
        // In a list of choices Enter takes the choice.
        let own =
            ["button", "a", "summary", "select"].contains(&tag.as_str()) || (tag == "textarea" && !event.ctrl_key());
        if !own && !event.repeat() {
            event.prevent_default();
            hand_in();
        }
        return;
    }
    let typing = tag == "textarea" || (tag == "input" && !picks);
    if !typing && !event.ctrl_key() && key.chars().count() == 1 {
        let place = key.chars().next().and_then(|key| match key.to_ascii_lowercase() {
            digit @ '1'..='9' => digit.to_digit(10).map(|digit| digit - 1),
            letter @ 'a'..='i' => Some(u32::from(letter) - u32::from('a')),
            _ => None,
        });
        if place.is_some_and(|place| page::click_nth(&card, "[data-pick]", place)) {
            event.prevent_default();
        }
    }
}

fn element(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}
