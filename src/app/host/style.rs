//! The style of what only the whole app draws. It comes with the app, so that the first view does not wait
//! for it, and as a sheet that is made here: the content policy knows one file of styles, and a page that is
//! a single file none.

use js_sys::Array;
use web_sys::CssStyleSheet;

use super::dom;

const WHOLE: &str = include_str!("whole.css");

/// Adds it to the page's.
pub(crate) fn add() {
    let Some(document) = dom::document() else { return };
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(WHOLE).is_ok()
    {
        document.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}
