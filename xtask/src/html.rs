//! The tags of a page with their attributes, and what names in them mean: as much of HTML as it takes to
//! find out what a page asks for.
//!
//! It follows the browsers' rules for where a tag begins and ends (comments, quotes, and scripts and styles,
//! whose text has no tags), and knows nothing of which tag stands in which. Where that would matter, it finds
//! a tag too many, and never one too few.

use std::ops::Range;

/// Elements whose text is no HTML. (That of a title or a text field is none either, but can be in an SVG.)
const WITH_TEXT: [&str; 2] = ["script", "style"];

/// The start of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'html> {
    /// In small letters.
    pub name: String,
    /// Where the tag stands in the page, from its `<` to its `>`.
    pub range: Range<usize>,
    /// Names in small letters, and values as they are written; an attribute without one has the empty value.
    pub attributes: Vec<(String, &'html str)>,
    /// What a script or a style has inside; empty for all others.
    pub text: &'html str,
}

impl Tag<'_> {
    /// The value of an attribute, if it is there.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value)
    }
}

/// All tags that begin an element.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let start = html.len() - after.len() - 1;
        rest = if let Some(dashes) = after.strip_prefix('!').filter(|it| it.starts_with("--")) {
            // The two at its beginning can be those of its end, too.
            let end = [dashes.find("-->"), dashes.find("--!>")].into_iter().flatten().min();
            end.and_then(|end| dashes.get(end + 3..)).unwrap_or_default()
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (mut tag, behind) = tag(after);
            tag.range = start..html.len() - behind.len();
            if WITH_TEXT.contains(&tag.name.as_str()) {
                tag.text = behind.get(..end_of_text(behind, &tag.name)).unwrap_or_default();
            }
            let behind = behind.get(tag.text.len()..).unwrap_or_default();
            tags.push(tag);
            behind
        } else {
            after
        };
    }
    tags
}

/// A tag without its `<`, and what comes behind it.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = until(text, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        if let Some(behind) = rest.strip_prefix('>') {
            rest = behind;
            break;
        }
        // A sign of equality at its beginning belongs to the name.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let (_, behind) = until(rest.get(first..).unwrap_or_default(), |c| {
            c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=')
        });
        let name = rest.get(..rest.len() - behind.len()).unwrap_or_default().to_ascii_lowercase();
        let mut value = "";
        rest = behind;
        if let Some(given) = behind.trim_ascii_start().strip_prefix('=') {
            let given = given.trim_ascii_start();
            let quote = given.chars().next().filter(|c| matches!(c, '"' | '\''));
            (value, rest) = match quote {
                Some(quote) => {
                    let inside = given.get(1..).unwrap_or_default();
                    inside.split_once(quote).unwrap_or((inside, ""))
                }
                None => until(given, |c| c.is_ascii_whitespace() || c == '>'),
            };
        }
        attributes.push((name, value));
    }
    (Tag { name: name.to_ascii_lowercase(), range: 0..0, attributes, text: "" }, rest)
}

/// What comes before the first of some characters, and the rest with that.
fn until(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// How long the text of an element is.
fn end_of_text(text: &str, name: &str) -> usize {
    let ends = |at: usize| {
        let tag = text.get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    let mut ends = text.match_indices("</").map(|(at, _)| at).filter(|at| ends(*at));
    ends.next().unwrap_or(text.len())
}

/// A reference as a name relative to the root; none for another origin or outside the root.
pub fn resolve(folder: &str, reference: &str) -> Option<String> {
    let reference = reference.split(['?', '#']).next()?;
    if reference.contains(':') || reference.starts_with("//") {
        return None;
    }
    let mut parts: Vec<&str> =
        if reference.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in reference.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    Some(parts.join("/"))
}

/// Whether a file's name stands in a text, not merely as the end of a longer name.
pub fn mentions(text: &str, name: &str) -> bool {
    places(text, name).next().is_some()
}

/// A text with another name wherever a file's name stands in it.
pub fn replaced(text: &str, name: &str, other: &str) -> String {
    let mut result = String::new();
    let mut rest = 0;
    for at in places(text, name) {
        result += text.get(rest..at).unwrap_or_default();
        result += other;
        rest = at + name.len();
    }
    result + text.get(rest..).unwrap_or_default()
}

/// Where a file's name stands in a text.
fn places(text: &str, name: &str) -> impl Iterator<Item = usize> {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.match_indices(name).map(|(at, _)| at).filter(move |at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(part_of_name) && !after.is_some_and(|c| part_of_name(c) && c != '.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_tags(html: &str, expected: &[(&str, &[(&str, &str)])]) {
        let found = tags(html);
        let found: Vec<(&str, Vec<(&str, &str)>)> = found
            .iter()
            .map(|tag| {
                let attributes = tag.attributes.iter().map(|(name, value)| (name.as_str(), *value));
                (tag.name.as_str(), attributes.collect())
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(name, attributes)| (*name, attributes.to_vec())).collect();
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn attributes_are_quoted_bare_or_alone() {
        assert_tags(
            r#"<!doctype html><P Class="a > b" id = 'x' HIDDEN title=<y>text 1 < 2</P><br/>"#,
            &[
                ("p", &[("class", "a > b"), ("id", "x"), ("hidden", ""), ("title", "<y")]),
                ("br", &[]),
            ],
        );
        assert_tags("<img/src=a.png/>", &[("img", &[("src", "a.png/")])]);
        assert_tags("<img =a src", &[("img", &[("=a", ""), ("src", "")])]);
        assert_tags(r#"<img alt="never closed>"#, &[("img", &[("alt", "never closed>")])]);
    }

    #[test]
    fn comments_and_the_text_of_scripts_have_no_tags() {
        assert_tags("<!-- <img> --><b>", &[("b", &[])]);
        assert_tags("<!--><b>", &[("b", &[])]);
        assert_tags("<!-- a --!><b><!-- open <i>", &[("b", &[])]);
        assert_tags("<script>'<img>'</SCRIPT><b>", &[("script", &[]), ("b", &[])]);
        assert_tags("</style><style><b>", &[("style", &[])]);
    }

    #[test]
    fn a_tag_knows_where_it_stands_and_what_is_in_it() {
        let html = "é<style media=all>p { }</style>";
        let [tag] = &tags(html)[..] else { panic!("one tag") };
        assert_eq!(&html[tag.range.clone()], "<style media=all>");
        assert_eq!(tag.text, "p { }");
        assert_eq!((tag.attribute("media"), tag.attribute("title")), (Some("all"), None));
    }

    #[test]
    fn references_stay_inside_the_page() {
        for (folder, reference, expected) in [
            ("", "./a.css?v=1", Some("a.css")),
            ("", "/a.css", Some("a.css")),
            ("part", "../a.css#x", Some("a.css")),
            ("part", "b.css", Some("part/b.css")),
            ("", "https://example.org/a.css", None),
            ("", "//example.org/a.css", None),
            ("", "data:image/png;base64,AA", None),
        ] {
            let resolved = resolve(folder, reference);
            assert_eq!(resolved.as_deref(), expected, "{reference}");
        }
    }

    #[test]
    fn a_name_inside_a_longer_name_is_no_mention() {
        assert!(mentions("import './page.js';", "page.js"));
        assert!(!mentions("import './my-page.js';", "page.js"));
        assert!(!mentions("import './page.json';", "page.js"));
        let text = "my-page.js, page.js and ./page.js.";
        assert_eq!(replaced(text, "page.js", "p-1.js"), "my-page.js, p-1.js and ./p-1.js.");
    }
}
