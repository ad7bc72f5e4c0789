//! Elements on Leptos' signals: one type for every element, so that a page costs few bytes of code.
//!
//! Leptos' own views are a type of their own for each shape of element, each with its code: with
//! them this app was 240 kB of wasm (brotli), three times what a visitor may be asked to download.
//! Here an element is made at once, and what changes is a Leptos effect on it.

mod live;
mod parts;
pub mod tags;

pub use live::{hold, listen};
pub use parts::CollectView;
pub use tags::ev;

use live::{follow, hold_listener};
use std::marker::PhantomData;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

/// An element that is being made. Where the browser refuses one, it is a value that refuses all
/// else too, without harm.
#[must_use]
pub struct El(Element);

/// Anything that can be put into an element, when its type does not matter.
pub struct View(El);

/// An event and the type that its listener gets.
#[derive(Clone, Copy)]
pub struct Ev<E>(&'static str, PhantomData<E>);

/// What can be put into an element.
pub trait IntoView: Sized {
    /// Puts it behind what is in `parent`, and gives that back.
    fn put(self, parent: El) -> El;

    /// Makes it something whose type does not matter.
    fn into_view(self) -> View {
        View(self.put(fragment()))
    }
}

/// What an attribute can be set to.
pub trait Value {
    /// Sets it, once or, for a closure, whenever what it reads changes.
    fn set(self, element: El, name: &'static str) -> El;
}

fn document() -> Option<Document> {
    thread_local!(static DOCUMENT: Option<Document> = web_sys::window().and_then(|window| window.document()));
    // Asked for once: every element needs it, and each question to the browser takes longer than the answer.
    DOCUMENT.with(Clone::clone)
}

// Elements go by value from call to call, and what is not generic is never inlined: a call is then
// a few bytes, and there are a thousand of them.

#[inline(never)]
fn fragment() -> El {
    let made = document().map(|document| document.create_document_fragment().unchecked_into());
    El(made.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
}

#[inline(never)]
fn append(parent: El, child: El) -> El {
    // Fails only where a node would hold itself, or for what the browser had refused to make.
    let _ = parent.0.append_child(&child.0);
    parent
}

#[inline(never)]
fn append_text(parent: El, text: &str) -> El {
    if let Some(document) = document() {
        // See `append`.
        let _ = parent.0.append_child(&document.create_text_node(text));
    }
    parent
}

#[inline(never)]
fn set_attribute(element: El, name: &str, value: &str) -> El {
    // Fails only for names that cannot be written here.
    let _ = element.0.set_attribute(name, value);
    element
}

#[inline(never)]
fn set_prop(element: &Element, name: &str, value: &JsValue) {
    // Fails only on frozen objects, which elements are not.
    let _ = js_sys::Reflect::set(element, &name.into(), value);
}

#[inline(never)]
fn follow_on(element: El, change: Box<dyn Fn(&Element)>) -> El {
    let held = element.0.clone();
    follow(Box::new(move || change(&held)));
    element
}

#[inline(never)]
fn on(element: El, event: &str, run: Box<dyn FnMut(web_sys::Event)>) -> El {
    hold_listener(&element.0, event, run);
    element
}

impl El {
    /// An HTML element.
    #[inline(never)]
    pub fn html(tag: &str) -> Self {
        let made = document().map(|document| document.create_element(tag).unwrap_or_else(JsCast::unchecked_into));
        Self(made.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
    }

    /// An SVG element.
    pub fn svg(tag: &str) -> Self {
        Self::of("http://www.w3.org/2000/svg", tag)
    }

    /// An element of a formula.
    pub fn math(tag: &str) -> Self {
        Self::of("http://www.w3.org/1998/Math/MathML", tag)
    }

    #[inline(never)]
    fn of(namespace: &str, tag: &str) -> Self {
        let make = |document: Document| document.create_element_ns(Some(namespace), tag);
        let made = document().map(|document| make(document).unwrap_or_else(JsCast::unchecked_into));
        Self(made.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
    }

    /// Sets an attribute. A closure is followed: the attribute changes with what it reads.
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.set(self, name)
    }

    /// Sets the classes.
    pub fn class(self, value: impl Value) -> Self {
        value.set(self, "class")
    }

    /// Sets the id.
    pub fn id(self, value: impl Value) -> Self {
        value.set(self, "id")
    }

    /// Keeps the element's whole text up to date.
    ///
    /// A browser's translation replaces text nodes by elements of its own. Setting the text of the
    /// element replaces whatever stands in it, so the app survives that.
    pub fn text<T: AsRef<str>>(self, text: impl Fn() -> T + 'static) -> Self {
        follow_on(self, Box::new(move |element| element.set_text_content(Some(text().as_ref()))))
    }

    /// Sets a property that is not an attribute, such as `checked`, and keeps it up to date.
    pub fn prop(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        follow_on(self, Box::new(move |element| set_prop(element, name, &on().into())))
    }

    /// Sets the text that a field starts with.
    pub fn value(self, text: &str) -> Self {
        set_prop(&self.0, "value", &text.into());
        self
    }

    /// Sets one style; this way the page's policy allows it.
    pub fn style(self, name: &str, value: &str) -> Self {
        // Refused only for a name that no browser knows.
        let _ = self.0.unchecked_ref::<web_sys::HtmlElement>().style().set_property(name, value);
        self
    }

    /// Listens to an event, for as long as the part of the page stays that the element belongs to.
    pub fn on<E: JsCast>(self, event: Ev<E>, mut run: impl FnMut(E) + 'static) -> Self {
        on(self, event.0, Box::new(move |event| run(event.unchecked_into())))
    }

    /// Puts something into the element, behind what is in it.
    pub fn child(self, child: impl IntoView) -> Self {
        child.put(self)
    }
}

/// Puts a view into an element of the page.
pub fn attach(parent: Element, view: View) {
    // The element is in the page already: nothing more is to be done with it.
    let _ = view.put(El(parent));
}
