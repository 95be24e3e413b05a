//! What the browser keeps from visit to visit, where it is allowed: in a frame of another origin, or
//! by a person's wish, it may not be, and then nothing is kept and nothing is said.

use web_sys::Storage;

/// The document, as a JSON file.
pub(crate) const WORK: &str = "masklab.work";
/// The name of the example that it began with, if it began with one.
pub(crate) const EXAMPLE: &str = "masklab.example";
/// The theme, where a person has chosen one.
pub(crate) const THEME: &str = "masklab.theme";
/// The language, likewise.
pub(crate) const LANGUAGE: &str = "masklab.language";

/// In some frames even asking for the storage throws.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What was kept under a name.
pub(crate) fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps something under a name, or forgets what was kept there. Where there is no room for it,
/// what was there before stays.
pub(crate) fn keep(name: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}
