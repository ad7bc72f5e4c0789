//! The server: files from memory in development, from a folder for a release, with the headers of a good host.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use tokio::sync::watch;
use tower_http::services::ServeDir;

use crate::build::site::{INDEX, Site};
use crate::build::{html, policy};

/// The script that reloads a page in development.
const RELOAD: &str = "__reload.js";
const RELOAD_SCRIPT: &str = "new EventSource('__reload').onmessage = (event) => {
  const first = (window.plumbBuild ??= event.data);
  if (event.data !== first) location.reload();
};
";
/// What is served until the first build has succeeded.
const WAITING: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
    <title>Plumb</title><script type=\"module\" src=\"__reload.js\"></script></head>\
    <body><p>Plumb is being built. The terminal says how it goes; this page follows.</p></body></html>";

/// The site that is served now, shared between the builder and the server.
#[derive(Debug, Clone)]
pub struct Pages {
    site: Arc<RwLock<Site>>,
    builds: watch::Sender<u64>,
}

impl Default for Pages {
    fn default() -> Self {
        // A number of its own for each start, so that pages of an earlier server reload too.
        let first = std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_secs() << 16);
        let pages = Self { site: Arc::default(), builds: watch::Sender::new(first) };
        pages.set(Site::default());
        pages
    }
}

impl Pages {
    /// Serves another build from now on, and has open pages reload.
    pub fn replace(&self, site: Site) {
        self.set(site);
        self.builds.send_modify(|build| *build += 1);
    }

    fn set(&self, mut site: Site) {
        let page = site.get(INDEX).and_then(|page| std::str::from_utf8(page).ok());
        let page = page.map_or_else(|| WAITING.to_owned(), |page| html::add_module(page, RELOAD));
        site.put(INDEX, page.into_bytes());
        site.put(RELOAD, RELOAD_SCRIPT.as_bytes().to_vec());
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = site;
    }
}

/// Answers from memory, and tells open pages about new builds.
pub fn development(pages: Pages) -> Router {
    let policies = pages.clone();
    Router::new()
        .route("/__reload", get(reload))
        .fallback(get(from_memory))
        .with_state(pages)
        .layer(middleware::map_response_with_state(policies, dress_now))
        .layer(middleware::from_fn(never_cached))
}

/// Answers from the folder of a release, compressed where the browser takes that.
pub fn release(dist: &Path) -> Router {
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    let page = std::fs::read_to_string(dist.join(INDEX)).unwrap_or_default();
    let policy = html::policy(&page).unwrap_or(policy::CSP).to_owned();
    Router::new()
        .fallback_service(files)
        .layer(middleware::map_response(move |response| dress(response, policy.clone())))
        .layer(middleware::from_fn(cached_by_path))
}

/// Serves until the program ends.
///
/// # Errors
/// When the server cannot start.
pub fn serve(listener: TcpListener, router: Router) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router).await.context("the server stopped")
    })
}

async fn from_memory(State(pages): State<Pages>, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() { INDEX } else { path };
    let site = pages.site.read().unwrap_or_else(PoisonError::into_inner);
    match site.get(path) {
        Some(bytes) => ([(header::CONTENT_TYPE, media_type(path))], bytes.to_vec()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A stream of build numbers: the present one at once, each later one when it is there.
async fn reload(State(pages): State<Pages>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut builds = pages.builds.subscribe();
    builds.mark_changed();
    let stream = stream::unfold(builds, |mut builds| async move {
        builds.changed().await.ok()?;
        let event = Event::default().data(builds.borrow_and_update().to_string());
        Some((Ok(event), builds))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// Adds the headers of a good host, with this policy.
async fn dress(mut response: Response, policy: String) -> Response {
    for (name, value) in policy::HEADERS.into_iter().chain([(policy::POLICY, policy.as_str())]) {
        if let (Ok(name), Ok(value)) = (name.parse::<header::HeaderName>(), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// The same with the policy of the page that is served now.
async fn dress_now(State(pages): State<Pages>, response: Response) -> Response {
    let policy = {
        let site = pages.site.read().unwrap_or_else(PoisonError::into_inner);
        let page = site.get(INDEX).and_then(|page| std::str::from_utf8(page).ok()).unwrap_or_default();
        html::policy(page).unwrap_or(policy::CSP).to_owned()
    };
    dress(response, policy).await
}

async fn never_cached(request: Request, next: Next) -> Response {
    let shared = is_shared(&request);
    with_rules(next.run(request).await, shared, "no-store")
}

async fn cached_by_path(request: Request, next: Next) -> Response {
    let (asset, shared) = (is_asset(&request), is_shared(&request));
    let response = next.run(request).await;
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let rule = if asset && found { policy::FOR_EVER } else { policy::ASK_AGAIN };
    with_rules(response, shared, rule)
}

fn is_asset(request: &Request) -> bool {
    request.uri().path().starts_with("/assets/")
}

fn is_shared(request: &Request) -> bool {
    is_asset(request) || policy::SHARED.contains(&request.uri().path())
}

fn with_rules(mut response: Response, shared: bool, cache: &'static str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    if shared {
        let all = HeaderValue::from_static(policy::FOR_ALL);
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, all);
    }
    response
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("ts") => "text/plain; charset=utf-8",
        Some("json" | "webmanifest") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
