//! Elements of the page, found, filled and made.

use masklab::core::{
    explain::{Content, Mark, Node},
    objective::Quantity,
    plot::{Anchor, Mark as Drawn, Plot},
};
use wasm_bindgen::JsCast as _;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
const HTML: &str = "http://www.w3.org/1999/xhtml";

pub(crate) fn find(inside: &Element, selector: &str) -> Option<Element> {
    inside.query_selector(selector).ok()?
}

pub(crate) fn all(inside: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = inside.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The names that are set here are names of attributes, which cannot fail.
pub(crate) fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

pub(crate) fn empty(element: &Element) {
    element.set_text_content(None);
}

/// An element at the end of another.
fn add(to: &Element, namespace: &str, name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let new = to.owner_document()?.create_element_ns(Some(namespace), name).ok()?;
    for (name, value) in attributes {
        set(&new, name, value);
    }
    to.append_child(&new).ok()?;
    Some(new)
}

pub(crate) fn write_text(to: &Element, text: &str) {
    if let Some(document) = to.owner_document() {
        let _ = to.append_child(&document.create_text_node(text));
    }
}

/// A word of the text, which is not translated.
pub(crate) fn write_word(to: &Element, word: &str, is_target: bool) {
    let class: &[(&str, &str)] = if is_target { &[("class", "target")] } else { &[] };
    let Some(bold) = add(to, HTML, "b", class) else { return };
    set(&bold, "translate", "no");
    if let Some(apart) = add(&bold, HTML, "bdi", &[]) {
        write_text(&apart, word);
    }
}

/// A number with its full value.
pub(crate) fn write_amount(to: &Element, quantity: Quantity, shown: &str) {
    let full = quantity.full();
    let attributes = [
        ("class", "amount"),
        ("translate", "no"),
        ("dir", "ltr"),
        ("value", full.as_str()),
        ("data-quantity", quantity.kind().name()),
    ];
    let Some(data) = add(to, HTML, "data", &attributes) else { return };
    if let Some(position) = quantity.position() {
        set(&data, "data-position", &position.to_string());
    }
    write_text(&data, shown);
}

pub(crate) fn write_formula(to: &Element, node: &Node) {
    let Some(element) = add(to, MATHML, node.tag, &node.attributes) else { return };
    match node.mark {
        Some(Mark::Symbol(symbol)) => set(&element, "data-symbol", symbol.name()),
        Some(Mark::Quantity(quantity)) => {
            set(&element, "data-formula-quantity", quantity.kind().name());
            set(&element, "data-value", &quantity.full());
        }
        Some(Mark::Term(_)) | None => {}
    }
    match &node.content {
        Content::Text(text) => write_text(&element, text),
        Content::Nodes(nodes) => nodes.iter().for_each(|node| write_formula(&element, node)),
    }
}

/// The size of a picture in CSS pixels, by the units of its `viewBox`.
pub(crate) fn size(picture: &Element, units: u32) -> Option<(u32, u32)> {
    let shown = picture.get_attribute("viewBox")?;
    let mut numbers = shown.split(' ').skip(2).map(|number| number.parse::<u32>().ok());
    Some((numbers.next()?? / units, numbers.next()?? / units))
}

/// Draws a plot anew. There is one term in it, and its marks are in the group of its place, of which
/// there is one already.
pub(crate) fn draw(picture: &Element, plot: &Plot) {
    set(picture, "aria-label", &plot.summary);
    let group = find(picture, "g[data-place]");
    empty(picture);
    let marks = &plot.scene;
    if let Some(still) = add(picture, SVG, "g", &[]) {
        marks.still.iter().for_each(|mark| shape(&still, mark));
    }
    for marks in marks.marks.chunk_by(|one, next| one.ink().term() == next.ink().term()) {
        let is_term = marks.first().is_some_and(|mark| mark.ink().term().is_some());
        let Some(of) = add(picture, SVG, "g", &[]) else { return };
        if let (true, Some(group)) = (is_term, &group) {
            for name in ["class", "data-hue", "data-place", "data-position"] {
                if let Some(value) = group.get_attribute(name) {
                    set(&of, name, &value);
                }
            }
        }
        for mark in marks {
            shape(&of, mark);
        }
    }
}

fn shape(to: &Element, mark: &Drawn) {
    let ink = ("data-ink", mark.ink().name());
    let pairs = |points: &[(i32, i32)]| {
        let pairs: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        pairs.join(" ")
    };
    match mark {
        Drawn::Line { points, width, .. } => {
            let (points, width) = (pairs(points), width.to_string());
            add(to, SVG, "polyline", &[ink, ("points", &points), ("stroke-width", &width)]);
        }
        Drawn::Area { points, .. } => {
            add(to, SVG, "polygon", &[ink, ("points", &pairs(points))]);
        }
        Drawn::Disc { center: (x, y), radius, .. } => {
            let [x, y] = [x, y].map(ToString::to_string);
            add(to, SVG, "circle", &[ink, ("cx", &x), ("cy", &y), ("r", &radius.to_string())]);
        }
        Drawn::Text { text, at: (x, y), anchor, size, .. } => {
            let [x, y] = [x, y].map(ToString::to_string);
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let size = size.to_string();
            let attributes =
                [ink, ("x", &x), ("y", &y), ("text-anchor", anchor), ("font-size", &size)];
            if let Some(element) = add(to, SVG, "text", &attributes) {
                write_text(&element, text);
            }
        }
    }
}
