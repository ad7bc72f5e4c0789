//! Who keeps what is answered, where Plumb stands in another page: the person always sees it.

use crate::dom::{El, tags::p};
use crate::{
    platform::page,
    store::{Model, Notice, Store},
};

/// The sentence; none on a page of its own.
pub fn line(store: Store) -> Option<El> {
    // A page that only tells a record store is one of its own.
    page::root("data-host").filter(|host| host != "xapi")?;
    let words = store.more();
    let keep = page::root("data-keep");
    let lost = store
        .memo(|model: &Model| model.notices.iter().any(|notice| matches!(notice, Notice::MemoryOnly | Notice::Full)));
    let text = move || match keep.as_deref() {
        _ if lost.get() => words.kept_nowhere,
        None | Some("self") => words.kept_in_frame,
        Some("host") => words.kept_by_host,
        Some(_) => words.kept_nowhere,
    };
    Some(p().class("hint").text(text))
}
