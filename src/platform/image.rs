//! Pictures: an SVG becomes a PNG, which goes to another app or is saved.

use super::file;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, HtmlImageElement, ShareData, Url,
};

/// What became of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// It went to the app that the person chose, or they chose none.
    Shared,
    /// It was saved as a file.
    Saved,
    /// The browser did not take it.
    Refused,
}

/// Draws an SVG, which names no other file, as a PNG of so many pixels; none where the browser cannot.
pub async fn png(svg: &str, width: u32, height: u32) -> Option<Blob> {
    let source = file::of_text(svg, "image/svg+xml").ok()?;
    let url = Url::create_object_url_with_blob(&source).ok()?;
    let drawn = draw(&url, width, height).await;
    // Fails only for what is no address.
    let _ = Url::revoke_object_url(&url);
    let canvas = drawn.ok()?;
    let made = Promise::new(&mut |resolve, reject| {
        if canvas.to_blob_with_type(&resolve, "image/png").is_err() {
            // Nobody refuses to hear of it.
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

async fn draw(url: &str, width: u32, height: u32) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new_with_width_and_height(width, height)?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into().map_err(|_| JsValue::NULL)?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into().map_err(|_| JsValue::NULL)?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// Hands a picture to another app where the browser can, else offers it as a file to save.
pub async fn give(name: &str, picture: &Blob) -> Given {
    match share(name, picture).await {
        Some(given) => given,
        None if file::save_blob(name, picture) => Given::Saved,
        None => Given::Refused,
    }
}

/// None where the browser shares no files, or did not want to share this one.
async fn share(name: &str, picture: &Blob) -> Option<Given> {
    let navigator = web_sys::window()?.navigator();
    let can = |method: &str| Reflect::get(&navigator, &method.into()).is_ok_and(|it| it.is_function());
    if !can("share") || !can("canShare") {
        return None;
    }
    let options = FilePropertyBag::new();
    options.set_type("image/png");
    let file = File::new_with_blob_sequence_and_options(&Array::of1(picture), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    if !navigator.can_share_with_data(&data) {
        return None;
    }
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => Some(Given::Shared),
        // The person thought better of it.
        Err(error) if Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError") => {
            Some(Given::Shared)
        }
        Err(_) => None,
    }
}
