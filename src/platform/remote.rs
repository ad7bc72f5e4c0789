//! Requests to a server that somebody named: a record store of a learning system.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestInit, Response};

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
        let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
        Ok(Answer { status: response.status(), text })
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
    set("signal", &AbortSignal::timeout_with_u32(request.patience))?;
    if let Some(body) = request.body {
        set("body", &body.into())?;
    }
    let window = web_sys::window().ok_or(Unreached)?;
    Ok(window.fetch_with_str_and_init(request.address, init.unchecked_ref::<RequestInit>()))
}

/// An address with these names and values behind `?`, each written as an address wants it.
pub fn address(base: &str, query: &[(&str, &str)]) -> String {
    let value = |text: &str| String::from(js_sys::encode_uri_component(text));
    let pairs: Vec<String> = query.iter().map(|(name, text)| format!("{name}={}", value(text))).collect();
    format!("{base}?{}", pairs.join("&"))
}
