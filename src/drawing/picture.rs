//! A recorded scene as an SVG picture of the page.

use web_sys::Element;

use super::{
    SVG, Tag, add, set,
    shape::{Names, Shape},
    writes::Writes,
};
use crate::core::plot::{Ink, Mark, Plot, UNITS_PER_PIXEL};

/// A picture that is kept from one plot to the next.
pub struct Picture {
    svg: Element,
    size: Option<(u32, u32)>,
    summary: Option<String>,
    /// What is behind, which most moves leave as it is.
    still: Group,
    groups: Vec<Group>,
    names: Names,
}

/// Marks of one term, or of none.
struct Group {
    element: Option<Element>,
    of: Of,
    shapes: Vec<Shape>,
}

/// What a group of marks belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Of {
    tag: Option<Tag>,
    /// Whether the term's point is among them, which can be pressed.
    is_point: bool,
}

impl Picture {
    /// Takes an element `svg` over, with nothing of what it has shown.
    pub fn new(svg: Element) -> Self {
        svg.set_text_content(None);
        let still = Group::new(&svg);
        Self { svg, size: None, summary: None, still, groups: Vec::new(), names: Names::new() }
    }

    /// The size of a picture that is there already, in CSS pixels.
    pub fn size(svg: &Element) -> Option<(u32, u32)> {
        let shown = svg.get_attribute("viewBox")?;
        let units = u32::from(UNITS_PER_PIXEL);
        let mut sizes = shown.split(' ').skip(2).map(|size| size.parse::<u32>().ok());
        Some((sizes.next()?? / units, sizes.next()?? / units))
    }

    /// Shows a plot. The tags are those of the terms that it counts, in their order.
    pub fn show(&mut self, plot: &Plot, tags: &[Tag]) {
        let scene = &plot.scene;
        let size = (scene.width, scene.height);
        if self.size.replace(size) != Some(size) {
            let pixels = |units: u32| (units / u32::from(UNITS_PER_PIXEL)).to_string();
            set(&self.svg, "viewBox", &format!("0 0 {} {}", size.0, size.1));
            set(&self.svg, "width", &pixels(size.0));
            set(&self.svg, "height", &pixels(size.1));
        }
        if self.summary.as_ref() != Some(&plot.summary) {
            set(&self.svg, "aria-label", &plot.summary);
            self.summary = Some(plot.summary.clone());
        }
        let mut writes = Writes::default();
        self.still.show(&scene.still, &self.names, &mut writes);
        let mut count = 0;
        for marks in scene.marks.chunk_by(|one, next| one.ink().term() == next.ink().term()) {
            let term = marks.first().and_then(|mark| mark.ink().term());
            let tag = term.and_then(|index| tags.get(index)).copied();
            let is_point = marks.iter().any(|mark| matches!(mark.ink(), Ink::Point(_)));
            if count == self.groups.len() {
                self.groups.push(Group::new(&self.svg));
            }
            if let Some(group) = self.groups.get_mut(count) {
                group.belong_to(Of { tag, is_point });
                group.show(marks, &self.names, &mut writes);
            }
            count += 1;
        }
        for group in self.groups.drain(count..) {
            group.remove();
        }
        writes.done();
    }
}

impl Group {
    /// An empty group in front of what a picture shows.
    fn new(svg: &Element) -> Self {
        Self { element: add(svg, SVG, "g", &[]), of: Of::default(), shapes: Vec::new() }
    }

    fn belong_to(&mut self, of: Of) {
        if self.of == of {
            return;
        }
        self.of = of;
        let Some(element) = &self.element else { return };
        // What is lit up is what is pointed at, and that was another one.
        let _ = element.remove_attribute("data-lit");
        match of.tag {
            Some(tag) => {
                set(element, "class", if of.is_point { "point" } else { "of-term" });
                tag.write(element);
            }
            None => {
                for name in ["class", "data-hue", "data-place", "data-position", "data-sentence"] {
                    let _ = element.remove_attribute(name);
                }
            }
        }
    }

    fn show(&mut self, marks: &[Mark], names: &Names, writes: &mut Writes) {
        let Some(element) = &self.element else { return };
        let shapes = self.shapes.iter_mut().zip(marks);
        let kept = shapes.map(|(shape, mark)| shape.become_mark(mark, names, writes));
        let same = kept.take_while(|kept| *kept).count();
        for shape in self.shapes.drain(same..) {
            shape.remove();
        }
        let more = marks.get(same..).unwrap_or_default();
        self.shapes.extend(more.iter().filter_map(|mark| Shape::new(element, mark, names, writes)));
    }

    fn remove(self) {
        if let Some(element) = self.element {
            element.remove();
        }
    }
}
