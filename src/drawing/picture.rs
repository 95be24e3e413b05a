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
    pub fn show(&mut self, plot: Plot, tags: &[Tag]) {
        let Plot { scene, summary } = plot;
        let size = (scene.width, scene.height);
        if self.size.replace(size) != Some(size) {
            let pixels = |units: u32| (units / u32::from(UNITS_PER_PIXEL)).to_string();
            set(&self.svg, "viewBox", &format!("0 0 {} {}", size.0, size.1));
            set(&self.svg, "width", &pixels(size.0));
            set(&self.svg, "height", &pixels(size.1));
        }
        let Self { svg, still, groups, names, .. } = self;
        let mut writes = Writes::default();
        if self.summary.as_ref() != Some(&summary) {
            writes.attribute(svg, &names.label, &summary);
            self.summary = Some(summary);
        }
        still.show(scene.still.into_iter(), names, &mut writes);
        let mut marks = scene.marks.into_iter();
        let mut count = 0;
        while let Some(first) = marks.as_slice().first() {
            let term = first.ink().term();
            let same = marks.as_slice().iter().take_while(|mark| mark.ink().term() == term);
            let (many, is_point) = same.fold((0, false), |(many, is_point), mark| {
                (many + 1, is_point || matches!(mark.ink(), Ink::Point(_)))
            });
            if count == groups.len() {
                groups.push(Group::new(svg));
            }
            if let Some(group) = groups.get_mut(count) {
                let tag = term.and_then(|index| tags.get(index)).copied();
                group.belong_to(Of { tag, is_point });
                group.show(marks.by_ref().take(many), names, &mut writes);
            }
            count += 1;
        }
        for group in groups.drain(count..) {
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

    fn show<'a>(
        &mut self,
        mut marks: impl Iterator<Item = Mark>,
        names: &'a Names,
        writes: &mut Writes<'a>,
    ) {
        let Some(element) = &self.element else { return };
        let mut same = 0;
        let mut other = None;
        for (shape, mark) in self.shapes.iter_mut().zip(&mut marks) {
            if let Err(mark) = shape.become_mark(mark, names, writes) {
                other = Some(mark);
                break;
            }
            same += 1;
        }
        for shape in self.shapes.drain(same..) {
            shape.remove();
        }
        let more = other.into_iter().chain(marks);
        self.shapes.extend(more.filter_map(|mark| Shape::new(element, mark, names, writes)));
    }

    fn remove(self) {
        if let Some(element) = self.element {
            element.remove();
        }
    }
}
