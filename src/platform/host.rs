//! The page around this one, where Plumb stands in a frame: the messages that go to it and come from it.
//!
//! Every message is an object with `ns: "plumb"`, `v: 1` and a `type`. The page here says `ready` and nothing
//! else; whoever is around answers with a port, over which all the rest goes (docs/embed.md). Nothing that
//! comes is believed before its type and size are known.

use crate::platform::page;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget};

/// What the names of all messages stand in.
const NAMESPACE: &str = "plumb";
/// The version of the messages.
const VERSION: u32 = 1;
/// The most UTF-16 units of one text that is taken: an attempt of 200 long answers needs a tenth.
const LONGEST: f64 = 200_000.0;
/// The most texts that one message may bring.
const MOST: u32 = 5000;
/// The most bytes that they may have together: what a browser gives a site.
const MOST_BYTES: usize = 15_000_000;

/// The way to the page around.
#[derive(Clone)]
pub struct Port(JsValue);

/// A message that came, of which only namespace and version are known.
pub struct Message(JsValue);

impl Port {
    /// Says `ready`, and calls `meet` with the port, once, as soon as the page around has sent one.
    pub fn knock(meet: impl Fn(Self) + 'static) {
        let Some(window) = web_sys::window() else { return };
        let around = get(&window, "parent");
        let (from, met) = (around.clone(), std::cell::Cell::new(false));
        listen(&window, "message", move |event| {
            if !Message::of(event).is_some_and(|message| message.is("port")) {
                return;
            }
            let port = at_place(&get(event, "ports"), 0);
            // A frame can hear anybody who has its window; only the page around is asked.
            if get(event, "source") == from && port.is_object() && !met.replace(true) {
                meet(Self(port));
            }
        });
        let ready = envelope("ready");
        call(&around, "postMessage", &ready, &"*".into());
    }

    /// Hears what comes over the port, from now on.
    pub fn hear(&self, run: impl Fn(Message) + 'static) {
        listen(self.0.unchecked_ref(), "message", move |event| {
            if let Some(message) = Message::of(event) {
                run(message);
            }
        });
        call(&self.0, "start", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
    }

    /// Sends a message of a type with what belongs to it.
    pub fn send(&self, kind: &str, fields: &[(&str, JsValue)]) {
        let message = envelope(kind);
        for (name, value) in fields {
            set(&message, name, value);
        }
        call(&self.0, "postMessage", &message, &JsValue::UNDEFINED);
    }
}

impl Message {
    fn of(event: &Event) -> Option<Self> {
        let data = get(event, "data");
        let ours = get(&data, "ns").as_string().as_deref() == Some(NAMESPACE);
        let version = JsValue::from(VERSION);
        (ours && get(&data, "v") == version).then_some(Self(data))
    }

    /// Whether it is of a type.
    pub fn is(&self, kind: &str) -> bool {
        get(&self.0, "type").as_string().as_deref() == Some(kind)
    }

    /// Whether a field is `true`.
    pub fn flag(&self, name: &str) -> bool {
        get(&self.0, name).as_bool() == Some(true)
    }

    /// A short text in a field.
    pub fn word(&self, name: &str) -> Option<String> {
        text(&get(&self.0, name))
    }

    /// The pairs of texts in a field; none where there are too many or they are too long.
    pub fn pairs(&self, name: &str) -> Vec<(String, String)> {
        let list = get(&self.0, name);
        let (mut pairs, mut bytes) = (Vec::new(), 0);
        for at in 0..MOST {
            let pair = at_place(&list, at);
            if pair.is_undefined() {
                break;
            }
            let Some((key, value)) = text(&at_place(&pair, 0)).zip(text(&at_place(&pair, 1))) else { continue };
            bytes += key.len() + value.len();
            if bytes > MOST_BYTES {
                break;
            }
            pairs.push((key, value));
        }
        pairs
    }
}

/// The object of a JSON text.
pub fn parsed(json: &str) -> JsValue {
    call(&get(&js_sys::global(), "JSON"), "parse", &json.into(), &JsValue::UNDEFINED)
}

/// Sets a field of an object.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Fails only on what is no object, and then nothing needs the field.
    let _ = Reflect::set(object, &name.into(), value);
}

/// Tells the height of an element, a number of CSS pixels, now and whenever it changes.
pub fn watch_height(id: &str, tell: impl Fn(JsValue) + 'static) {
    let Some(element) = page::element(id) else { return };
    let watched = element.clone();
    let run = Closure::<dyn FnMut(Event)>::wrap(Box::new(move |_| tell(get(&watched, "offsetHeight"))));
    let Ok(class) = get(&js_sys::global(), "ResizeObserver").dyn_into::<Function>() else { return };
    if let Ok(observer) = Reflect::construct(&class, &Array::of1(&run.into_js_value())) {
        call(&observer, "observe", &element, &JsValue::UNDEFINED);
    }
}

/// Has every link that leads away open a window of its own: most sites refuse to be shown in a frame, and the
/// quiz would be gone.
pub fn open_links_outside() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    listen(&document, "click", |event| {
        let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(link) = element.and_then(|element| element.closest("a[href^=http]").ok().flatten()) {
            // The name is ours and valid, so this cannot fail.
            let _ = link.set_attribute("target", "_blank");
        }
    });
}

/// Gives a colour of the style sheet another value.
pub fn set_colour(name: &str, value: &str) {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        // Refused only for a name that no browser knows.
        let _ = root.unchecked_ref::<web_sys::HtmlElement>().style().set_property(name, value);
    }
}

fn envelope(kind: &str) -> JsValue {
    let message = Object::new().into();
    set(&message, "ns", &NAMESPACE.into());
    set(&message, "v", &VERSION.into());
    set(&message, "type", &kind.into());
    message
}

/// A field; undefined where there is none.
fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn at_place(list: &JsValue, place: u32) -> JsValue {
    get(list, &place.to_string())
}

fn text(value: &JsValue) -> Option<String> {
    let text = value.as_string()?;
    #[expect(clippy::cast_precision_loss, reason = "lengths far below 2^52")]
    let units = text.encode_utf16().count() as f64;
    (units <= LONGEST).then_some(text)
}

fn call(object: &JsValue, method: &str, first: &JsValue, second: &JsValue) -> JsValue {
    let Ok(method) = get(object, method).dyn_into::<Function>() else { return JsValue::UNDEFINED };
    // A page that is being closed, or a port that was, takes no more: then nobody is there to be told.
    method.call3(object, first, second, &JsValue::UNDEFINED).unwrap_or_default()
}

/// Listens for as long as the page lives.
fn listen(target: &EventTarget, event: &str, run: impl Fn(&Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::wrap(Box::new(move |event| run(&event)));
    // Fails only for a listener that is no function.
    let _ = target.add_event_listener_with_callback(event, closure.into_js_value().unchecked_ref());
}

/// Something that is waited for, but no longer than so many milliseconds: what ends the wait, and the wait.
pub fn patience(milliseconds: i32) -> (impl Fn() + Clone + 'static, impl Future<Output = ()>) {
    let mut end = JsValue::UNDEFINED;
    let wait = Promise::new(&mut |done, _| {
        let window = web_sys::window();
        // Refused only by a page that is being closed.
        let _ = window.map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds));
        end = done.into();
    });
    let ring = move || {
        // Whoever rings twice is not heard again.
        let _ = end.unchecked_ref::<Function>().call0(&JsValue::UNDEFINED);
    };
    (ring, async move { drop(JsFuture::from(wait).await) })
}
