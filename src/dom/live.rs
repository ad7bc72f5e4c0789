//! What changes: effects on elements, parts that are built anew, and what ends with its part of the page.

use super::El;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::any::Any;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget, Node};

/// Keeps something for as long as the part of the page stays that is being built: Leptos drops it
/// with its owner.
#[inline(never)]
pub fn hold(held: Box<dyn Any>) {
    StoredValue::new_local(held);
}

/// Runs something now, and again whenever what it read has changed.
#[inline(never)]
pub fn follow(run: Box<dyn Fn()>) {
    hold(Box::new(RenderEffect::new(move |_| run())));
}

/// Listens to an event of an element.
#[inline(never)]
pub fn hold_listener(target: &EventTarget, event: &str, run: Box<dyn FnMut(Event)>) {
    let closure = Closure::wrap(run);
    // Fails only for a listener that is no function.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    hold(Box::new(closure));
}

/// Listens to an event of the window, for as long as the part of the page stays that asks for it.
pub fn listen<E: JsCast>(event: super::Ev<E>, mut run: impl FnMut(E) + 'static) {
    if let Some(window) = web_sys::window() {
        hold_listener(&window, event.0, Box::new(move |event| run(event.unchecked_into())));
    }
}

/// Puts a part into `parent` that is built anew when what it reads changes. It stands between two
/// marks, and whatever stands between them goes, also what a browser's translation has put there.
#[inline(never)]
pub fn region(parent: El, build: Box<dyn Fn(El) -> El>) -> El {
    let Some(document) = super::document() else { return parent };
    let (start, end): (Node, Node) = (document.create_comment("").into(), document.create_comment("").into());
    let parent =
        super::append(super::append(parent, El(start.clone().unchecked_into())), El(end.clone().unchecked_into()));
    follow(Box::new(move || {
        // What was built before is disposed of already: its effects belong to the last run.
        let fresh = build(super::fragment());
        let Some(parent) = end.parent_node() else { return };
        while let Some(old) = start.next_sibling().filter(|next| !end.is_same_node(Some(next))) {
            if parent.remove_child(&old).is_err() {
                break;
            }
        }
        // Fails only where a node would hold itself.
        let _ = parent.insert_before(&fresh.0, Some(&end));
    }));
    parent
}
