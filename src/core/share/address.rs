//! Where others find the work.

use crate::core::setup::Setup;

/// The address of the page with what is set and the work, a link's fragment. What stands behind the page's
/// own address is left out.
///
/// ```
/// use masklab::core::{setup::Setup, share::address};
/// let page = "https://example.org/masklab/?unit=bits#v=1";
/// let setup = Setup { embed: true, ..Setup::default() };
/// assert_eq!(address(page, &setup, "v=1&t=A+dog."), "https://example.org/masklab/?embed=1#v=1&t=A+dog.");
/// assert_eq!(address(page, &Setup::default(), ""), "https://example.org/masklab/");
/// ```
pub fn address(page: &str, setup: &Setup, work: &str) -> String {
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let query = setup.to_query();
    let mark =
        |mark, text: &str| if text.is_empty() { String::new() } else { format!("{mark}{text}") };
    format!("{page}{}{}", mark('?', &query), mark('#', work))
}

/// The HTML of a frame that shows an address in another page, with a title for those who do not see it and
/// a height in CSS pixels.
///
/// ```
/// use masklab::core::share::frame;
/// let html = frame("https://example.org/?embed=1#v=1&t=A+dog.", "Dogs & cats", 560);
/// assert!(html.contains("#v=1&amp;t=A+dog.\"") && html.contains("title=\"Dogs &amp; cats\""));
/// assert!(html.contains("height:560px"));
/// ```
pub fn frame(address: &str, title: &str, height: u32) -> String {
    let (address, title) = (escaped(address), escaped(title));
    format!(
        r#"<iframe src="{address}" title="{title}" loading="lazy" allow="fullscreen; clipboard-write" style="width:100%;height:{height}px;border:0"></iframe>"#
    )
}

/// A text as the value of an attribute in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_ends_its_attribute() {
        let html = frame("a", "\"><script>alert(1)</script>", 1);
        assert_eq!(html.matches('<').count(), 2, "{html}");
        assert_eq!(html.matches('"').count(), 10, "{html}");
    }
}
