//! Wiring only: listeners, the frame around every page, and which page a route shows.

use crate::dom::{
    CollectView, IntoView, View, ev, listen,
    tags::{a, button, div, footer, header, main, nav, p, span},
};
use crate::{
    components::mark::mark,
    pages,
    platform::page,
    route::Route,
    store::{Notice, Store},
    words::{self, Words},
};
use engine::bank::Catalogue;

/// The whole app, for a catalogue that the build embedded.
pub fn app(catalogue: &[u8]) -> View {
    let Ok(catalogue) = Catalogue::read(catalogue) else {
        return p().attr("role", "alert").class("notice").child(words::of("en").bank_damaged).into_view();
    };
    let store = Store::open(catalogue);
    follow_browser(store);
    (skip_link(store.words()), top(store), notices(store), place(store), bottom(store)).into_view()
}

/// What the browser tells the app, for as long as the page lives.
fn follow_browser(store: Store) {
    // A new page takes the focus to its heading, so that a screen reader reads it; the first one
    // leaves the focus where the browser has it.
    listen(ev::HASHCHANGE, move |_| {
        store.arrive();
        page::scroll_up();
        page::focus_soon(pages::HEADING);
    });
    listen(ev::STORAGE, move |event| store.changed_elsewhere(event.key().as_deref()));
    listen(ev::PAGESHOW, move |event| {
        if event.persisted() {
            store.came_back();
        }
    });
}

/// Not a link to `#main`: the part after `#` is the route.
fn skip_link(words: &'static Words) -> impl IntoView {
    button()
        .attr("type", "button")
        .class("skip")
        .on(ev::CLICK, |_| page::focus_soon("main"))
        .child(words.skip_to_content)
}

fn top(store: Store) -> impl IntoView {
    let words = store.words();
    let route = store.memo(|model| model.route.clone());
    let link = move |to: Route, text: &'static str| {
        let here = to.clone();
        a().attr("href", to.href()).attr("aria-current", move || (route.get() == here).then_some("page")).child(text)
    };
    header().class("top").child((
        a().class("brand")
            .attr("href", Route::Home.href())
            .child((mark(), span().attr("translate", "no").child(words.brand))),
        nav().attr("aria-label", words.main_nav).child((
            link(Route::Home, words.nav_areas),
            link(Route::Levels, words.nav_levels),
            link(Route::Review, words.nav_review),
            link(Route::History, words.nav_history),
            link(Route::Settings, words.nav_settings),
        )),
    ))
}

fn bottom(store: Store) -> impl IntoView {
    let said = store.memo(|model| model.said.clone());
    (
        div().attr("role", "status").class("unseen").text(move || said.get()),
        footer().class("bottom").child(p().child(store.words().footer)),
    )
}

fn notices(store: Store) -> impl IntoView {
    let words = store.words();
    let shown = store.memo(|model| model.notices.clone());
    let one = move |notice: Notice| {
        let close = button()
            .attr("type", "button")
            .class("icon-button")
            .attr("aria-label", words.close_notice)
            .on(ev::CLICK, move |_| store.dismiss(notice))
            .child(span().attr("aria-hidden", "true").child("✕"));
        Some(div().class("notice").child((p().child(sentence(store, notice)?), close)))
    };
    // What the second part found while it arrived, it can say only now that it is here.
    let here = store.memo(|model| model.later().is_some());
    let list = move || {
        here.get();
        shown.get().into_iter().filter_map(one).collect_view()
    };
    div().class("notices").attr("role", "status").child(list)
}

fn sentence(store: Store, notice: Notice) -> Option<String> {
    let words = store.words();
    Some(match notice {
        Notice::MemoryOnly => words.memory_only.into(),
        Notice::Full => words.storage_full.into(),
        Notice::NoQuestions => words.no_questions.into(),
        // The second part found it.
        other => (store.later()?.sentence)(store, other),
    })
}

/// The page of the current route.
fn place(store: Store) -> impl IntoView {
    let route = store.memo(|model| model.route.clone());
    let show = move || match route.get() {
        Route::Home => pages::home::page(store),
        Route::Area(area) => pages::area::page(store, &area),
        Route::Quiz(quiz) => pages::linked::page(store, *quiz),
        Route::Attempt(id) => pages::attempt::page(store, id),
        Route::History => pages::arriving(store, |later| later.history),
        Route::Settings => pages::arriving(store, |later| later.settings),
        Route::Missing => pages::missing(store.words()),
        _ => pages::arriving(store, |later| later.rare),
    };
    main().id("main").attr("tabindex", "-1").child(show)
}
