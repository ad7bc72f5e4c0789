//! Settings: how Plumb looks, and the person's data.

use super::heading;
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{a, button, div, fieldset, h2, input, label, legend, p, section, span},
};
use crate::reactive::{Slice, Var};
use crate::{
    platform::{device, file, page, persist},
    route::Route,
    store::{Motion, Settings, Store, TextSize, Theme},
    words::More,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

/// The page.
pub fn page(store: Store) -> View {
    let words = store.more();
    div()
        .class("column settings")
        .child((
            heading(words.settings.into(), words),
            section().child((
                h2().child(words.appearance),
                choice(
                    store,
                    (words.theme, "theme"),
                    [Theme::System, Theme::Light, Theme::Dark].into_iter().zip(words.theme_names),
                    |settings| &mut settings.theme,
                ),
                choice(
                    store,
                    (words.text_size, "text"),
                    [TextSize::Normal, TextSize::Large, TextSize::Largest].into_iter().zip(words.text_names),
                    |settings| &mut settings.text,
                ),
                choice(
                    store,
                    (words.motion, "motion"),
                    [Motion::System, Motion::Reduced].into_iter().zip(words.motion_names),
                    |settings| &mut settings.motion,
                ),
            )),
            store.rare().map(|rare| (rare.settings)(store)),
            data(store),
            section().class("teachers").child((
                h2().child(words.teachers),
                p().child(words.teachers_text),
                div().class("actions").child((
                    a().class("button").attr("href", Route::Embed.href()).child(words.embed_link),
                    a().class("button").attr("href", Route::Package.href()).child(words.package),
                )),
            )),
        ))
        .into_view()
}

/// A group of radio buttons for one field of the settings.
fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    store: Store,
    (title, name): (&'static str, &'static str),
    values: impl Iterator<Item = (T, &'static str)>,
    field: fn(&mut Settings) -> &mut T,
) -> View {
    let now = store.memo(move |model| {
        let mut settings = model.settings;
        *field(&mut settings)
    });
    let one = |(value, text): (T, &'static str)| {
        label().class("pick").child((
            input()
                .attr("type", "radio")
                .attr("name", name)
                .prop("checked", move || now.with(|now| *now == value) == Some(true))
                .on(ev::CHANGE, move |_| store.set(|settings| *field(settings) = value)),
            span().child(text),
        ))
    };
    fieldset()
        .class("picks")
        .child((legend().child(title), div().class("pick-row").child(values.map(one).collect_view())))
        .into_view()
}

fn data(store: Store) -> View {
    let words = store.more();
    let count = store.memo(|model| model.attempts.len().max(model.summary.rows().len()));
    let read = move |event: web_sys::Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        spawn_local(async move {
            let text = file::chosen(field).await;
            store.import(text.as_deref());
        });
    };
    let import = div().class("import").child((
        label().attr("for", "import").class("field-label").child(words.import),
        input()
            .id("import")
            .attr("type", "file")
            .attr("accept", ".txt")
            .attr("aria-describedby", "import-hint")
            .on(ev::CHANGE, read),
        p().id("import-hint").class("hint").child(words.import_hint),
    ));
    section()
        .child((
            h2().child(words.your_data),
            p().text(move || (words.your_data_text)(count.get())),
            promise(words),
            device::keeps_apps_apart().then(|| p().class("apart").child(words.home_screen)),
            button().attr("type", "button").class("button").on(ev::CLICK, move |_| store.export()).child(words.export),
            import,
            carry(words),
            erase(store, count),
        ))
        .into_view()
}

/// The way to another device.
fn carry(words: &'static More) -> View {
    let link = a().class("button").attr("href", Route::Transfer(String::new()).href());
    div()
        .class("import")
        .child((
            p().id("carry-hint").child(words.carry_hint),
            link.attr("aria-describedby", "carry-hint").child(words.carry),
        ))
        .into_view()
}

/// Whether the browser has promised to keep it, and the way to ask; nothing where it makes no promises.
fn promise(words: &'static More) -> View {
    let (known, said) = (Var::new(None), Var::new(words.not_persisted));
    spawn_local(async move { known.set(persist::is_promised().await) });
    let ask = move |_| {
        spawn_local(async move {
            let given = persist::promise().await;
            if given {
                known.set(Some(true));
            }
            said.set(if given { words.persisted } else { words.persist_refused });
        });
    };
    let button = move || {
        let open = known.get() == Some(false);
        open.then(|| button().attr("type", "button").class("button").on(ev::CLICK, ask).child(words.persist))
    };
    let text = move || match known.get() {
        None => "",
        Some(true) => words.persisted,
        Some(false) => said.get(),
    };
    (p().attr("role", "status").text(text), button).into_view()
}

/// Erasing asks first, in place.
fn erase(store: Store, count: Slice<usize>) -> View {
    let words = store.more();
    let asking = Var::new(false);
    let ask = move |_| {
        asking.set(true);
        page::focus_soon("erase");
    };
    let keep = move |_| asking.set(false);
    let really = move |_| {
        store.erase();
        asking.set(false);
        page::focus_soon(super::HEADING);
    };
    let view = move || {
        if asking.get() {
            section()
                .class("confirm")
                .id("erase")
                .attr("tabindex", "-1")
                .attr("role", "group")
                .attr("aria-label", words.erase)
                .child((
                    p().text(move || (words.erase_ask)(count.get())),
                    div().class("actions").child((
                        button()
                            .attr("type", "button")
                            .class("button danger")
                            .on(ev::CLICK, really)
                            .child(words.erase_now),
                        button().attr("type", "button").class("button").on(ev::CLICK, keep).child(words.erase_not),
                    )),
                ))
                .into_view()
        } else {
            button().attr("type", "button").class("button danger").on(ev::CLICK, ask).child(words.erase).into_view()
        }
    };
    div().class("erase").child(view).into_view()
}
