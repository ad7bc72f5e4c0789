//! What the page may do: one policy, as a `<meta>` in the page and as a header where a host sets headers.

/// The Content Security Policy, measured to work in Chromium, Firefox and WebKitGTK.
///
/// `frame-ancestors` is left open on purpose: Plumb is made to be embedded.
pub const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; \
    worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    object-src 'none'; frame-src 'self'; require-trusted-types-for 'script'; \
    trusted-types plumb-worker";

/// How long the files in `assets/` may be cached: their names change with their content.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Who may use the files in `assets/` and [`SHARED`]: also a page in a sandboxed frame, whose origin is nobody's.
pub const FOR_ALL: &str = "*";

/// What other pages fetch by name to embed a quiz.
pub const SHARED: [&str; 3] = ["/embed.js", "/embed.d.ts", "/oembed.json"];

/// How long everything else may be cached: it is asked for again each time.
pub const ASK_AGAIN: &str = "no-cache";

/// The headers that every answer carries. With the last two, pages that isolate themselves may embed Plumb.
pub const HEADERS: [(&str, &str); 5] = [
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// The file `_headers` that Netlify and Cloudflare Pages read; a model for any other host.
#[must_use]
pub fn headers_file() -> String {
    let mut lines = vec!["/*".to_owned()];
    lines.extend(HEADERS.iter().map(|(name, value)| format!("  {name}: {value}")));
    lines.push("/assets/*".to_owned());
    lines.push(format!("  Cache-Control: {FOR_EVER}"));
    lines.push(format!("  Access-Control-Allow-Origin: {FOR_ALL}"));
    for path in ["/", "/index.html", "/sw.js"].into_iter().chain(SHARED) {
        lines.push(path.to_owned());
        lines.push(format!("  Cache-Control: {ASK_AGAIN}"));
        if SHARED.contains(&path) {
            lines.push(format!("  Access-Control-Allow-Origin: {FOR_ALL}"));
        }
    }
    lines.join("\n") + "\n"
}
