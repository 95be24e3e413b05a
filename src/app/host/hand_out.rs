//! What goes from the page to a person's disk and clipboard.

use std::cell::RefCell;

use js_sys::{Array, Function};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlDocument, HtmlImageElement, HtmlTextAreaElement, Url,
};

use super::dom;

/// How many pixels of a bitmap a CSS pixel becomes: crisp on slides, too.
pub(crate) const CRISP: u32 = 2;

thread_local! {
    /// The address of what was saved last. By the next time the browser has fetched it.
    static SAVED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Lets the browser save a file.
pub(crate) fn save(name: &str, media_type: &str, content: &str) {
    let init = BlobPropertyBag::new();
    init.set_type(media_type);
    let parts = Array::of1(&content.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &init) {
        save_blob(name, &blob);
    }
}

/// The same of what is not text.
fn save_blob(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    if let Some(link) = dom::create::<HtmlAnchorElement>("a") {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    if let Some(earlier) = SAVED.replace(Some(address)) {
        // An address of our own can be revoked.
        let _ = Url::revoke_object_url(&earlier);
    }
}

/// Draws a picture that is given as SVG and saves it as a PNG with [`CRISP`] times as many pixels.
pub(crate) fn save_png(name: String, svg: &str) {
    draw(svg, move |canvas| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            if let Ok(blob) = blob.dyn_into::<Blob>() {
                save_blob(&name, &blob);
            }
        });
        // A canvas of our own pictures can be read.
        let _ = canvas.to_blob(done.unchecked_ref());
    });
}

/// A picture that is given as SVG, on a canvas of [`CRISP`] times its size.
pub(crate) fn draw(svg: &str, done: impl FnOnce(&HtmlCanvasElement) + 'static) {
    let Some(image) = dom::create::<HtmlImageElement>("img") else { return };
    image.set_src(&data_address(svg));
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        let Some(canvas) = dom::create::<HtmlCanvasElement>("canvas") else { return };
        let (width, height) = (drawn.width() * CRISP, drawn.height() * CRISP);
        canvas.set_width(width);
        canvas.set_height(height);
        let context = canvas.get_context("2d").ok().flatten();
        let Some(context) = context.and_then(|c| c.dyn_into::<CanvasRenderingContext2d>().ok())
        else {
            return;
        };
        let (width, height) = (f64::from(width), f64::from(height));
        if context
            .draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, width, height)
            .is_ok()
        {
            done(&canvas);
        }
    });
    image.set_onload(Some(loaded.unchecked_ref::<Function>()));
}

/// An SVG as an address that images take.
pub(crate) fn data_address(svg: &str) -> String {
    format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg)))
}

/// Selects the text of a field and copies it; whether that worked. Where it did not, as in some frames, the
/// text is selected, and a person copies it by hand.
///
/// Browsers would rather be asked by `navigator.clipboard`; but that is missing without encryption and
/// refused in most frames, where this is not.
pub(crate) fn copy(field: &HtmlTextAreaElement) -> bool {
    if field.focus().is_err() {
        return false;
    }
    field.select();
    let document = dom::document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or_default())
}
