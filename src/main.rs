//! Starts the app in the browser.

mod app;
mod components;
mod dom;
mod kinds;
mod later;
mod pages;
mod platform;
mod rare;
mod reactive;
mod route;
mod sinks;
mod store;
mod words;

use platform::page;

/// The catalogue of banks, compiled from `questions/` by `cargo xtask`.
static CATALOGUE: &[u8] = include_bytes!(env!("PLUMB_CATALOGUE"));

fn main() {
    // The page's own shell stands here until now.
    let Some(root) = page::emptied("app") else { return };
    let place = root.clone();
    // Leptos gives the effects an owner; the elements are ours.
    leptos::mount::mount_to(root, move || dom::attach(place.into(), app::app(CATALOGUE))).forget();
}
