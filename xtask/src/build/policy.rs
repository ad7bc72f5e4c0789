//! What the page may do: one policy, as a `<meta>` in the page and as a header where a host sets headers.

use anyhow::{Context, Result};
use learning::package::{self, CONNECT};

/// The Content Security Policy, measured to work in Chromium, Firefox and WebKitGTK.
///
/// `frame-ancestors` is left open on purpose: Plumb is made to be embedded.
pub const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; \
    worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    object-src 'none'; frame-src 'self'; require-trusted-types-for 'script'; \
    trusted-types plumb-worker";

/// The policy of a page that tells these record stores what was answered: each is named, and no other is let through.
///
/// # Errors
/// Where a store is no address that a policy can name: it must begin with `https://`, or with `http://` on this machine.
pub fn with_stores(stores: &[&str]) -> Result<String> {
    let origins = stores.iter().map(|store| origin(store)).collect::<Result<Vec<_>>>()?;
    let all = [CONNECT].into_iter().chain(origins).collect::<Vec<_>>().join(" ");
    Ok(CSP.replacen(CONNECT, &all, 1))
}

fn origin(store: &str) -> Result<&str> {
    package::origin(store).with_context(|| {
        format!("`{store}` is no record store; write its full address, such as https://lrs.example/xapi/")
    })
}

/// How long the files in `assets/` may be cached: their names change with their content.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Who may use the files in `assets/` and [`SHARED`]: also a page in a sandboxed frame, whose origin is nobody's.
pub const FOR_ALL: &str = "*";

/// What other pages fetch by name to embed a quiz.
pub const SHARED: [&str; 3] = ["/embed.js", "/embed.d.ts", "/oembed.json"];

/// How long everything else may be cached: it is asked for again each time.
pub const ASK_AGAIN: &str = "no-cache";

/// The headers that every answer carries, besides [`POLICY`]. With the last two, pages that isolate themselves may embed
/// Plumb.
pub const HEADERS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// The header with the page's own policy, see [`super::html::policy`].
pub const POLICY: &str = "Content-Security-Policy";

/// The file `_headers` that Netlify and Cloudflare Pages read, for a page with this policy; a model for any other host.
#[must_use]
pub fn headers_file(policy: &str) -> String {
    let mut lines = vec!["/*".to_owned(), format!("  {POLICY}: {policy}")];
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_store_is_named_and_nothing_else_is_let_through() {
        assert_eq!(with_stores(&[]).unwrap(), CSP);
        let policy = with_stores(&["https://lrs.example/xapi/?a=b", "http://127.0.0.1:8080"]).unwrap();
        assert!(policy.contains("connect-src 'self' https://lrs.example http://127.0.0.1:8080;"), "{policy}");
        assert_eq!(policy.replace(" https://lrs.example http://127.0.0.1:8080", ""), CSP);
    }

    #[test]
    fn what_would_open_the_policy_is_refused() {
        for bad in [
            "",
            "*",
            "https:",
            "https://",
            "https://*",
            "https://*.example/",
            "http://lrs.example/",
            "//x",
            "data:x",
            "https://x; script-src *",
            "https://x y",
            "https://u@x",
            "javascript:x",
            "https://'unsafe-eval'",
        ] {
            assert!(with_stores(&[bad]).is_err(), "{bad:?}");
        }
    }
}
