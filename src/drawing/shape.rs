//! One mark of a scene as an element of an SVG picture.

use std::fmt::Write as _;

use web_sys::{Element, Node};

use super::{
    SVG, add,
    writes::{Name, Writes},
};
use crate::core::plot::{Anchor, Mark};

/// The attributes that move.
pub(super) struct Names {
    /// What the picture says.
    pub(super) label: Name,
    ink: Name,
    points: Name,
    stroke: Name,
    center: (Name, Name),
    radius: Name,
    at: (Name, Name),
    anchor: Name,
    size: Name,
}

impl Names {
    pub(super) fn new() -> Self {
        Self {
            label: Name::new("aria-label"),
            ink: Name::new("data-ink"),
            points: Name::new("points"),
            stroke: Name::new("stroke-width"),
            center: (Name::new("cx"), Name::new("cy")),
            radius: Name::new("r"),
            at: (Name::new("x"), Name::new("y")),
            anchor: Name::new("text-anchor"),
            size: Name::new("font-size"),
        }
    }
}

/// A mark that is in the page.
pub(super) struct Shape {
    mark: Mark,
    element: Element,
    /// What is written in it, where it is a text.
    text: Option<Node>,
}

impl Shape {
    /// Draws a mark in front of what is in a group.
    pub(super) fn new<'a>(
        group: &Element,
        mark: Mark,
        names: &'a Names,
        writes: &mut Writes<'a>,
    ) -> Option<Self> {
        let name = match &mark {
            Mark::Line { .. } => "polyline",
            Mark::Area { .. } => "polygon",
            Mark::Disc { .. } => "circle",
            Mark::Text { .. } => "text",
        };
        let element = add(group, SVG, name, &[])?;
        let text = match &mark {
            Mark::Text { text, .. } => {
                element.set_text_content(Some(text));
                element.first_child()
            }
            _ => None,
        };
        let shape = Self { mark, element, text };
        shape.write(None, names, writes);
        Some(shape)
    }

    /// Becomes another mark of the same kind, or gives it back.
    pub(super) fn become_mark<'a>(
        &mut self,
        mark: Mark,
        names: &'a Names,
        writes: &mut Writes<'a>,
    ) -> Result<(), Mark> {
        if self.mark == mark {
            return Ok(());
        }
        // An empty text has no node to write into.
        let is_empty = |mark: &Mark| matches!(mark, Mark::Text { text, .. } if text.is_empty());
        if std::mem::discriminant(&self.mark) != std::mem::discriminant(&mark)
            || is_empty(&mark) != is_empty(&self.mark)
        {
            return Err(mark);
        }
        let before = std::mem::replace(&mut self.mark, mark);
        self.write(Some(&before), names, writes);
        Ok(())
    }

    pub(super) fn remove(self) {
        self.element.remove();
    }

    /// Writes what is not as it was before.
    fn write<'a>(&self, before: Option<&Mark>, names: &'a Names, writes: &mut Writes<'a>) {
        let element = &self.element;
        let number = |name: &Name, now: i64, before: Option<i64>| {
            if before != Some(now) {
                #[expect(clippy::cast_precision_loss, reason = "lengths of a picture are short")]
                name.set_number(element, now as f64);
            }
        };
        let point = |names: &(Name, Name), now: (i32, i32), before: Option<(i32, i32)>| {
            number(&names.0, now.0.into(), before.map(|before| before.0.into()));
            number(&names.1, now.1.into(), before.map(|before| before.1.into()));
        };
        if before.map(Mark::ink) != Some(self.mark.ink()) {
            writes.attribute(element, &names.ink, self.mark.ink().name());
        }
        match &self.mark {
            Mark::Line { points, width, .. } => {
                let before = before.and_then(|before| match before {
                    Mark::Line { points, width, .. } => Some((points, *width)),
                    _ => None,
                });
                if before.map(|before| before.0) != Some(points) {
                    writes.attribute(element, &names.points, &pairs(points));
                }
                number(&names.stroke, (*width).into(), before.map(|before| before.1.into()));
            }
            Mark::Area { points, .. } => {
                if !matches!(before, Some(Mark::Area { points: before, .. }) if before == points) {
                    writes.attribute(element, &names.points, &pairs(points));
                }
            }
            Mark::Disc { center, radius, .. } => {
                let before = before.and_then(|before| match before {
                    Mark::Disc { center, radius, .. } => Some((*center, *radius)),
                    _ => None,
                });
                point(&names.center, *center, before.map(|before| before.0));
                number(&names.radius, (*radius).into(), before.map(|before| before.1.into()));
            }
            Mark::Text { text, at, anchor, size, .. } => {
                let before = before.and_then(|before| match before {
                    Mark::Text { text, at, anchor, size, .. } => {
                        Some((text.as_str(), *at, *anchor, *size))
                    }
                    _ => None,
                });
                point(&names.at, *at, before.map(|before| before.1));
                if before.map(|before| before.2) != Some(*anchor) {
                    writes.attribute(element, &names.anchor, name_of(*anchor));
                }
                number(&names.size, (*size).into(), before.map(|before| before.3.into()));
                // A new one has its text.
                if let (Some(node), Some(before)) = (&self.text, before)
                    && before.0 != text
                {
                    writes.text(node, text);
                }
            }
        }
    }
}

fn name_of(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

fn pairs(points: &[(i32, i32)]) -> String {
    let mut pairs = String::with_capacity(12 * points.len());
    for (x, y) in points {
        let space = if pairs.is_empty() { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(pairs, "{space}{x},{y}");
    }
    pairs
}
