//! A scene as an SVG file that stands alone.

use std::fmt::Write as _;

use super::{Anchor, Ink, Mark, Scene, UNITS_PER_PIXEL};
use crate::core::objective::Hue;

/// The page's light colours: what lies behind the picture, lines behind the data, quiet text, ink.
const CARD: &str = "#ffffff";
const GRID: &str = "#ebe9e3";
const SOFT: &str = "#5b606b";
const DARK: &str = "#1b1d22";
/// Bars that are there to be compared with.
const QUIET: &str = "#948f84";
/// Okabe and Ito's colours, dark enough to be read as text, by the number of the hue.
const HUES: [&str; 7] =
    ["#0068a5", "#a84600", "#00765a", "#9c3f78", "#856000", "#6a4fb0", "#5a4a3a"];

/// A scene as the text of an SVG file in light colours, with a title and a description for those who
/// do not see it, and the hues of its terms in their order; a term without one is drawn in ink. It refers
/// to nothing outside; its letters are the system's.
///
/// ```
/// use masklab::core::{document::Document, objective::Numbered, plot::{Frame, loss_curve, svg}};
/// let report = Document::course_item().report();
/// let terms = Numbered::all(report.terms());
/// let curve = loss_curve(&terms, 0, Frame::new(640, 400));
/// let file = svg(&curve.scene, "What each target costs", &curve.summary, &[]);
/// assert!(file.contains("<title id=\"title\">What each target costs</title>"));
/// ```
pub fn svg(scene: &Scene, title: &str, description: &str, hues: &[Hue]) -> String {
    let (width, height) = (scene.width, scene.height);
    let pixels = |units: u32| units / u32::from(UNITS_PER_PIXEL);
    let (title, description) = (escaped(title), escaped(description));
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="{}" height="{}" viewBox="0 0 {width} {height}" font-family="system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif">
<title id="title">{title}</title>
<desc id="desc">{description}</desc>
<rect width="{width}" height="{height}" fill="{CARD}"/>
"#,
        pixels(width),
        pixels(height),
    );
    for mark in scene.all() {
        write_mark(mark, color(mark.ink(), hues), &mut svg);
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
    svg
}

/// Writing to a string does not fail.
fn write_mark(mark: &Mark, color: &str, svg: &mut String) {
    match mark {
        Mark::Line { points, width, ink } => {
            // The stem of a term is not data.
            let dashes =
                if matches!(ink, Ink::Term(_)) { r#" stroke-dasharray="30 30""# } else { "" };
            let _ = write!(
                svg,
                r#"<polyline points="{}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"{dashes}/>"#,
                pairs(points)
            );
        }
        Mark::Area { points, .. } => {
            let _ = write!(svg, r#"<polygon points="{}" fill="{color}"/>"#, pairs(points));
        }
        Mark::Disc { center: (x, y), radius, .. } => {
            let _ = write!(svg, r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{color}"/>"#);
        }
        Mark::Text { text, at: (x, y), anchor, size, ink } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if ink.is_bold() { r#" font-weight="700""# } else { "" };
            let _ = write!(
                svg,
                r#"<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}" fill="{color}"{weight}>{}</text>"#,
                escaped(text)
            );
        }
    }
}

fn color(ink: Ink, hues: &[Hue]) -> &'static str {
    match ink {
        Ink::Grid | Ink::InnerSum | Ink::OtherWord => GRID,
        Ink::Axis | Ink::Label => SOFT,
        Ink::Bar | Ink::OuterSum => QUIET,
        Ink::Curve | Ink::OneHot | Ink::Trace | Ink::Newest | Ink::Text => DARK,
        Ink::Term(index) | Ink::Point(index) | Ink::Badge(index) | Ink::TermText(index) => {
            let hue = hues.get(usize::from(index));
            hue.and_then(|hue| HUES.get(usize::from(hue.number()) - 1)).unwrap_or(&DARK)
        }
        Ink::OnTerm(_) => CARD,
    }
}

fn pairs(points: &[(i32, i32)]) -> String {
    let mut pairs = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let _ = write!(pairs, "{}{x},{y}", if index > 0 { " " } else { "" });
    }
    pairs
}

/// Text as XML takes it. The characters that XML has no place for become U+FFFD.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(c),
            // A reader would make a line feed of it.
            '\r' => escaped.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push(char::REPLACEMENT_CHARACTER);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{
        document::{Document, Edit},
        objective::{Numbered, Place},
        plot::{Frame, Plot, loss_curve},
        text::Position,
    };

    /// The names of the elements and their texts, if each is closed where it may be and nothing but
    /// what is expected stands between them.
    fn read(xml: &str) -> Option<Vec<(String, String)>> {
        let mut open: Vec<&str> = Vec::new();
        let mut elements = Vec::new();
        let mut rest = xml;
        while let Some(tag) = rest.strip_prefix('<') {
            let (tag, behind) = tag.split_once('>')?;
            let (text, _) = behind.split_at(behind.find('<').unwrap_or(behind.len()));
            rest = &behind[text.len()..];
            if let Some(name) = tag.strip_prefix('/') {
                (open.pop()? == name).then_some(())?;
                continue;
            }
            let name = tag.split([' ', '/']).next()?;
            // Attributes: none has a quote or a bracket in it.
            (!tag.contains('<') && tag.matches('"').count() % 2 == 0).then_some(())?;
            elements.push((name.to_owned(), unescaped(text)?));
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
        (open.is_empty() && rest.is_empty()).then_some(elements)
    }

    fn unescaped(text: &str) -> Option<String> {
        let mut parts = text.split('&');
        let mut out = parts.next()?.to_owned();
        for part in parts {
            let (name, behind) = part.split_once(';')?;
            out.push(match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "#13" => '\r',
                _ => return None,
            });
            out.push_str(behind);
        }
        Some(out)
    }

    /// The curve and the hues of its terms.
    fn curve(document: &Document) -> (Plot, Vec<Hue>) {
        let report = document.report();
        let terms = Numbered::all(report.terms());
        let hues = terms.iter().map(|term| report.hue(term.place).unwrap()).collect();
        (loss_curve(&terms, 0, Frame::new(640, 400)), hues)
    }

    fn text_of<'a>(elements: &'a [(String, String)], name: &str) -> &'a str {
        &elements.iter().find(|(known, _)| known == name).unwrap().1
    }

    #[test]
    fn the_curve_is_a_file_with_a_title_a_description_and_all_its_marks() {
        let (curve, hues) = curve(&Document::course_item());
        let file = svg(&curve.scene, "What each target costs", &curve.summary, &hues);
        let elements = read(file.trim_end()).unwrap();
        assert_eq!(text_of(&elements, "title"), "What each target costs");
        assert_eq!(text_of(&elements, "desc"), curve.summary);
        // The file itself, its title, its description and its ground.
        assert_eq!(elements.len(), curve.scene.all().count() + 4);
        assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        assert!(file.contains(r#"width="640" height="400" viewBox="0 0 6400 4000""#));
        // The term at the third position has the third hue, as in the page.
        assert!(file.contains(HUES[2]) && !file.contains(HUES[0]));
    }

    #[test]
    fn each_term_has_a_colour_of_its_own_until_there_are_no_more() {
        let place = |number| Place { sentence: 0, position: Position::new(number).unwrap() };
        let mut document = Document::default().apply(&Edit::SetText("word ".repeat(8))).unwrap();
        for number in 1..=8 {
            document = document.apply(&Edit::ToggleMask(place(number))).unwrap();
        }
        let (curve, hues) = curve(&document);
        let file = svg(&curve.scene, "", "", &hues);
        assert!(HUES.iter().all(|hue| file.contains(hue)));
        assert_eq!(color(Ink::Point(7), &hues), color(Ink::Point(0), &hues));
        assert_eq!(color(Ink::Term(u16::MAX), &hues), DARK);
    }

    #[test]
    fn stems_are_dashed_and_what_is_written_on_a_term_is_bold() {
        let drawn = |mark: Mark| {
            let mut svg = String::new();
            write_mark(&mark, HUES[0], &mut svg);
            svg
        };
        let line = |ink| drawn(Mark::Line { points: vec![(0, 0), (9, 9)], width: 10, ink });
        assert!(line(Ink::Term(0)).contains("dasharray"));
        assert!(!line(Ink::Badge(0)).contains("dasharray"));
        let text = |ink| {
            let text = "0.7".to_owned();
            drawn(Mark::Text { text, at: (0, 0), anchor: Anchor::End, size: 120, ink })
        };
        assert!(text(Ink::TermText(0)).contains("font-weight"));
        assert!(text(Ink::TermText(0)).contains(HUES[0]));
        assert!(!text(Ink::Text).contains("font-weight"));
    }

    #[test]
    fn what_stays_lies_behind_what_moves() {
        let disc = |ink| Mark::Disc { center: (5, 5), radius: 2, ink };
        let (still, marks) = (vec![disc(Ink::Bar)], vec![disc(Ink::Newest)]);
        let file = svg(&Scene { width: 10, height: 10, still, marks }, "", "", &[]);
        assert!(file.find(QUIET).unwrap() < file.find(DARK).unwrap());
    }

    proptest! {
        #[test]
        fn no_text_is_markup(text in "([<>&\"';\r\n\t]|\\PC|\u{0}|\u{1b}|\u{ffff}){0,20}") {
            let mark = Mark::Text {
                text: text.clone(),
                at: (0, 0),
                anchor: Anchor::Start,
                size: 10,
                ink: Ink::Label,
            };
            let scene =
                Scene { width: 10, height: 10, still: Vec::new(), marks: vec![mark] };
            let file = svg(&scene, &text, &text, &[]);
            let elements = read(file.trim_end()).unwrap();
            let legal = text.replace(['\u{0}', '\u{1b}', '\u{fffe}', '\u{ffff}'], "\u{fffd}");
            for name in ["title", "desc", "text"] {
                prop_assert_eq!(text_of(&elements, name), &legal);
            }
        }
    }
}
