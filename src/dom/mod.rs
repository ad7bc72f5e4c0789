//! Elements on Leptos' signals: one type for every element, so that a page costs few bytes of code.
//!
//! Leptos' own views are a type of their own for each shape of element, each with its code: with
//! them this app was 240 kB of wasm (brotli), three times what a visitor may be asked to download.
//! Here an element is made at once, and what changes is a Leptos effect on it.

mod live;
pub mod tags;

pub use live::{hold, listen};
pub use tags::ev;

use live::{follow, hold_listener};
use std::marker::PhantomData;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

/// An element that is being made. Where the browser refuses one, it is a value that refuses all
/// else too, without harm.
#[must_use]
pub struct El(Element);

/// Anything that can be put into an element, when its type does not matter.
pub struct View(Node);

/// An event and the type that its listener gets.
#[derive(Clone, Copy)]
pub struct Ev<E>(&'static str, PhantomData<E>);

/// What can be put into an element.
pub trait IntoView: Sized {
    /// Puts it behind what is in `parent`.
    fn put(self, parent: &Node);

    /// Makes it something whose type does not matter.
    fn into_view(self) -> View {
        let all = fragment();
        self.put(&all);
        View(all)
    }
}

/// What an attribute can be set to.
pub trait Value {
    /// Sets it, once or, for a closure, whenever what it reads changes.
    fn set(self, element: &Element, name: &'static str);
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

#[inline(never)]
fn fragment() -> Node {
    let made = document().map(|document| document.create_document_fragment().into());
    made.unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

#[inline(never)]
fn append(parent: &Node, child: &Node) {
    // Fails only where a node would hold itself, or for what the browser had refused to make.
    let _ = parent.append_child(child);
}

#[inline(never)]
fn put_text(parent: &Node, text: &str) {
    if let Some(document) = document() {
        append(parent, &document.create_text_node(text));
    }
}

#[inline(never)]
fn set_attribute(element: &Element, name: &str, value: &str) {
    // Fails only for names that cannot be written here.
    let _ = element.set_attribute(name, value);
}

#[inline(never)]
fn set_prop(element: &Element, name: &str, value: &JsValue) {
    // Fails only on frozen objects, which elements are not.
    let _ = js_sys::Reflect::set(element, &name.into(), value);
}

impl El {
    /// An HTML element.
    #[inline(never)]
    pub fn html(tag: &str) -> Self {
        let made = document().map(|document| document.create_element(tag).unwrap_or_else(JsCast::unchecked_into));
        Self(made.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
    }

    /// An SVG element.
    #[inline(never)]
    pub fn svg(tag: &str) -> Self {
        let svg = Some("http://www.w3.org/2000/svg");
        let made = document().map(|document| document.create_element_ns(svg, tag).unwrap_or_else(JsCast::unchecked_into));
        Self(made.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
    }

    /// Sets an attribute. A closure is followed: the attribute changes with what it reads.
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.set(&self.0, name);
        self
    }

    /// Sets the classes.
    pub fn class(self, value: impl Value) -> Self {
        self.attr("class", value)
    }

    /// Sets the id.
    pub fn id(self, value: impl Value) -> Self {
        self.attr("id", value)
    }

    /// Keeps the element's whole text up to date.
    ///
    /// A browser's translation replaces text nodes by elements of its own. Setting the text of the
    /// element replaces whatever stands in it, so the app survives that.
    pub fn text<T: AsRef<str>>(self, text: impl Fn() -> T + 'static) -> Self {
        self.follow(Box::new(move |element| element.set_text_content(Some(text().as_ref()))))
    }

    /// Sets a property that is not an attribute, such as `checked`, and keeps it up to date.
    pub fn prop(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.follow(Box::new(move |element| set_prop(element, name, &on().into())))
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
        hold_listener(&self.0, event.0, Box::new(move |event| run(event.unchecked_into())));
        self
    }

    /// Puts something into the element, behind what is in it.
    pub fn child(self, child: impl IntoView) -> Self {
        child.put(&self.0);
        self
    }

    #[inline(never)]
    fn follow(self, change: Box<dyn Fn(&Element)>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || change(&element)));
        self
    }
}

/// Puts a view into an element of the page.
pub fn attach(parent: &Element, view: View) {
    view.put(parent);
}

impl Value for &str {
    fn set(self, element: &Element, name: &'static str) {
        set_attribute(element, name, self);
    }
}

impl Value for String {
    fn set(self, element: &Element, name: &'static str) {
        set_attribute(element, name, &self);
    }
}

impl Value for bool {
    fn set(self, element: &Element, name: &'static str) {
        self.then_some("").set(element, name);
    }
}

impl<T: Value> Value for Option<T> {
    fn set(self, element: &Element, name: &'static str) {
        match self {
            Some(value) => value.set(element, name),
            // Removing an attribute cannot fail.
            None => drop(element.remove_attribute(name)),
        }
    }
}

impl<F: Fn() -> T + 'static, T: Value + 'static> Value for F {
    fn set(self, element: &Element, name: &'static str) {
        let element = element.clone();
        follow(Box::new(move || self().set(&element, name)));
    }
}

impl IntoView for View {
    fn put(self, parent: &Node) {
        append(parent, &self.0);
    }

    fn into_view(self) -> View {
        self
    }
}

impl IntoView for El {
    fn put(self, parent: &Node) {
        append(parent, &self.0);
    }

    fn into_view(self) -> View {
        View(self.0.into())
    }
}

impl IntoView for &str {
    fn put(self, parent: &Node) {
        put_text(parent, self);
    }
}

impl IntoView for String {
    fn put(self, parent: &Node) {
        put_text(parent, &self);
    }
}

impl IntoView for () {
    fn put(self, _: &Node) {}
}

impl<T: IntoView> IntoView for Option<T> {
    fn put(self, parent: &Node) {
        if let Some(view) = self {
            view.put(parent);
        }
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn put(self, parent: &Node) {
        self.into_iter().for_each(|view| view.put(parent));
    }
}

/// A part that changes is built anew when what it reads changes.
impl<F: Fn() -> T + 'static, T: IntoView> IntoView for F {
    fn put(self, parent: &Node) {
        live::region(parent, Box::new(move |place| self().put(place)));
    }
}

/// Makes one view of many.
pub trait CollectView {
    /// The views one after the other.
    fn collect_view(self) -> View;
}

impl<I: Iterator<Item = T>, T: IntoView> CollectView for I {
    fn collect_view(self) -> View {
        let all = fragment();
        self.for_each(|view| view.put(&all));
        View(all)
    }
}

macro_rules! tuples {
    ($(($($name:ident)+))+) => {$(
        impl<$($name: IntoView),+> IntoView for ($($name,)+) {
            #[expect(non_snake_case, reason = "the names of the types name the parts too")]
            fn put(self, parent: &Node) {
                let ($($name,)+) = self;
                $($name.put(parent);)+
            }
        }
    )+};
}

tuples! { (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }
