//! What programs that turn links into frames ask for: oEmbed as a static file.

use anyhow::{Result, bail};

use super::site::{INDEX, Site};

/// Where the file lies below the site's root.
const FILE: &str = "oembed.json";

/// Adds the file to the site that will be at `url`, and names it in the page.
///
/// # Errors
/// When `url` is no address of a folder.
pub fn add(site: &mut Site, url: &str) -> Result<()> {
    let clean = url.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>&?#".contains(&b));
    if !clean || !(url.starts_with("https://") || url.starts_with("http://")) || !url.ends_with('/') {
        bail!("`{url}` is no address that a site can be at; write it as https://example.org/plumb/");
    }
    let file = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "title": "Plumb",
        "provider_name": "Plumb",
        "provider_url": url,
        "width": 720,
        "height": 640,
        "html": format!("<iframe title=\"Plumb\" src=\"{url}\" width=\"720\" height=\"640\" loading=\"lazy\"></iframe>"),
    });
    site.put(FILE, serde_json::to_vec_pretty(&file)?);
    let page = String::from_utf8_lossy(site.get(INDEX).unwrap_or_default()).into_owned();
    let link = format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url}{FILE}\">\n</head>");
    site.put(INDEX, page.replacen("</head>", &link, 1).into_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_a_file_that_says_how_it_is_embedded() {
        let mut site = Site::default();
        site.put(INDEX, b"<head></head>".to_vec());
        add(&mut site, "https://example.org/plumb/").unwrap();
        let page = String::from_utf8_lossy(site.get(INDEX).unwrap());
        assert!(page.contains("href=\"https://example.org/plumb/oembed.json\""), "{page}");
        let file: serde_json::Value = serde_json::from_slice(site.get(FILE).unwrap()).unwrap();
        assert_eq!((&file["version"], &file["type"]), (&"1.0".into(), &"rich".into()));
        assert!(file["html"].as_str().unwrap().contains("src=\"https://example.org/plumb/\""));
        for wrong in ["example.org/", "https://example.org", "https://a.org/\"><script>/", "javascript:alert(1)/"] {
            assert!(add(&mut site, wrong).is_err(), "{wrong}");
        }
    }
}
