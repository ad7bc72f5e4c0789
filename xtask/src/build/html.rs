//! Turns the template `index.html` into the page: hashed names, early fetches and the policy.

use anyhow::{Context, Result, bail};

use super::policy;

/// The line of the template behind which the policy stands; before it, nothing may be fetched.
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// What stands before the policy in a page.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// Replaces every local file that the page names by what `resolve` makes of it.
///
/// # Errors
/// When `resolve` knows no such file.
pub fn resolve_files(template: &str, mut resolve: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut page = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((start, length)) = next_attribute(rest) {
        let (before, from) = rest.split_at(start + length);
        let (value, after) = from.split_once('"').context("index.html: an attribute does not end")?;
        page.push_str(before);
        if is_file(value) {
            let resolved = resolve(value).with_context(|| format!("index.html names `{value}`"))?;
            page.push_str(&resolved);
        } else {
            page.push_str(value);
        }
        page.push('"');
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

/// Adds the policy, and the early fetch of what the module will want. The record store that the root element
/// names in `data-store` is let through.
///
/// The module itself has no `modulepreload`: where that fails once, WebKit never asks for the file again in that tab,
/// however often the page is loaded anew.
///
/// # Errors
/// When the template lacks its first line of head, or names a record store that no policy can name.
pub fn add_head(page: &str, wasm: &str) -> Result<String> {
    let early = format!("<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>");
    let own = policy::with_stores(&store(page).into_iter().collect::<Vec<_>>())?;
    behind_charset(page, &format!("{}\n{early}", tag(&own)))
}

/// Adds a policy of its own, where nothing is fetched.
///
/// # Errors
/// When the template lacks its first line of head.
pub fn add_policy(page: &str, text: &str) -> Result<String> {
    behind_charset(page, &tag(text))
}

fn tag(policy: &str) -> String {
    format!("{POLICY}{policy}\">")
}

fn behind_charset(page: &str, head: &str) -> Result<String> {
    if page.matches(CHARSET).count() != 1 {
        bail!("index.html must have exactly one `{CHARSET}`, at the top of its head");
    }
    Ok(page.replacen(CHARSET, &format!("{CHARSET}\n{head}"), 1))
}

/// The policy that stands in a page.
#[must_use]
pub fn policy(page: &str) -> Option<&str> {
    page.split_once(POLICY)?.1.split('"').next()
}

/// The record store that the root element names.
fn store(page: &str) -> Option<&str> {
    let root = page.split_once("<html")?.1.split('>').next()?;
    root.split_once(" data-store=\"")?.1.split('"').next()
}

/// Adds one more module script, for development.
#[must_use]
pub fn add_module(page: &str, source: &str) -> String {
    let script = format!("<script type=\"module\" src=\"{source}\"></script>\n</head>");
    page.replacen("</head>", &script, 1)
}

/// All local and foreign addresses that the page's `href` and `src` name, each with its element.
#[must_use]
pub fn references(page: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((start, length)) = next_attribute(rest) {
        let (before, from) = rest.split_at(start + length);
        let Some((value, after)) = from.split_once('"') else { break };
        let tag = before.rfind('<').and_then(|at| before.get(at..)).unwrap_or_default();
        found.push((tag, value));
        rest = after;
    }
    found
}

fn next_attribute(text: &str) -> Option<(usize, usize)> {
    let find = |name: &str| text.find(name).map(|at| (at, name.len()));
    [find(" href=\""), find(" src=\"")].into_iter().flatten().min()
}

fn is_file(value: &str) -> bool {
    let foreign = value.contains(':') || value.starts_with(['#', '/', '?']) || value.ends_with('/');
    !foreign && !value.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_files_are_resolved_and_the_rest_is_kept() {
        let page = "<link rel=\"icon\" href=\"style/a.svg\"><a href=\"#/x\">x</a>\
                    <a href=\"https://x.org/a.b\">y</a><script src=\"b.js\"></script>";
        let done = resolve_files(page, |file| Ok(format!("assets/{file}"))).unwrap();
        assert!(done.contains("href=\"assets/style/a.svg\"") && done.contains("src=\"assets/b.js\""));
        assert!(done.contains("href=\"#/x\"") && done.contains("href=\"https://x.org/a.b\""));
        let message = format!("{:#}", resolve_files(page, |_| bail!("no such file")).unwrap_err());
        assert_eq!(message, "index.html names `style/a.svg`: no such file");
    }

    #[test]
    fn the_policy_stands_before_every_fetch() {
        let page = format!("<head>{CHARSET}<script src=\"t.js\"></script></head>");
        let done = add_head(&page, "assets/app.wasm").unwrap();
        assert!(done.find("Content-Security-Policy") < done.find("assets/app.wasm"));
        assert!(!done.contains("modulepreload"));
        assert!(done.find("assets/app.wasm") < done.find("t.js"));
        assert!(add_head("<head></head>", "b").is_err());
    }

    #[test]
    fn the_record_store_of_a_page_is_in_its_policy() {
        let page = |root: &str| add_head(&format!("<html {root}><head>{CHARSET}</head>"), "b");
        let done = page("lang=\"en\" data-host=\"xapi\" data-store=\"https://lrs.example/xapi/\"").unwrap();
        assert!(policy(&done).unwrap().contains("connect-src 'self' https://lrs.example;"));
        assert_eq!(policy(&page("lang=\"en\"").unwrap()), Some(policy::CSP));
        assert!(page("lang=\"en\" data-store=\"*\"").is_err());
    }

    #[test]
    fn references_come_with_their_element() {
        let found = references("<p><link rel=\"icon\" href=\"a.svg\"><img src=\"b.png\">");
        assert_eq!(found, [("<link rel=\"icon\" href=\"", "a.svg"), ("<img src=\"", "b.png")]);
    }
}
