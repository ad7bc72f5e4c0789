//! Requests to a server that somebody named: a record store of a learning system.

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use learning::xapi::launch::encoded;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Window};

/// A request.
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'a> {
    /// `GET`, `POST` or `PUT`.
    pub method: &'static str,
    /// Where it goes.
    pub address: &'a str,
    /// Its headers besides those of the browser.
    pub headers: &'a [(&'a str, &'a str)],
    /// What is sent, where something is.
    pub body: Option<&'a str>,
    /// Whether it is finished even where the page is being closed: then the bodies of all such requests together
    /// may hold 64 kB.
    pub outlives: bool,
    /// After how many milliseconds nobody waits for its answer any more.
    pub patience: u32,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status, such as 200.
    pub status: u16,
    /// What it says.
    pub text: String,
}

/// There was no answer: no network, a policy that forbids the request, or a server that does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreached;

impl From<JsValue> for Unreached {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Sends a request, at once: also when nobody waits for the answer.
pub fn send(request: Request<'_>) -> impl Future<Output = Result<Answer, Unreached>> + use<> {
    let sent = start(request);
    async move {
        let response: Response = JsFuture::from(sent?).await?.dyn_into()?;
        let bytes = Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec();
        let status = Reflect::get(&response, &"status".into())?.as_f64().unwrap_or_default();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "three digits, by the standard")]
        let status = status as u16;
        Ok(Answer { status, text: String::from_utf8(bytes).unwrap_or_default() })
    }
}

fn start(request: Request<'_>) -> Result<Promise, Unreached> {
    let init = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&init, &name.into(), value).map(drop);
    let headers = Object::new();
    for (name, value) in request.headers {
        Reflect::set(&headers, &(*name).into(), &(*value).into())?;
    }
    set("method", &request.method.into())?;
    set("headers", &headers)?;
    set("keepalive", &request.outlives.into())?;
    // A token must not follow where a server points to.
    set("redirect", &"error".into())?;
    set("cache", &"no-store".into())?;
    let window = web_sys::window().ok_or(Unreached)?;
    if let Ok(signal) = after(&window, request.patience) {
        set("signal", &signal)?;
    }
    if let Some(body) = request.body {
        set("body", &body.into())?;
    }
    let fetch: Function = Reflect::get(&window, &"fetch".into())?.dyn_into()?;
    Ok(fetch.call3(&window, &request.address.into(), &init, &JsValue::UNDEFINED)?.unchecked_into())
}

/// A signal that ends a request after so many milliseconds; not every browser has it.
///
/// This, `fetch` with headers and the like are called as properties: each function of the browser that is named in a
/// binding costs bytes before the first question.
fn after(window: &Window, milliseconds: u32) -> Result<JsValue, JsValue> {
    let signals = Reflect::get(window, &"AbortSignal".into())?;
    let timeout: Function = Reflect::get(&signals, &"timeout".into())?.dyn_into()?;
    timeout.call3(&signals, &milliseconds.into(), &JsValue::UNDEFINED, &JsValue::UNDEFINED)
}

/// An address with these names and values behind `?`, each written as an address wants it.
pub fn address(base: &str, query: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = query.iter().map(|(name, text)| format!("{name}={}", encoded(text))).collect();
    format!("{base}?{}", pairs.join("&"))
}
