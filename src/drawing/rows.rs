//! The numbers of a prediction's rows: a slider's move changes those of every row, and nothing else.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

use super::{
    find,
    writes::{Name, Writes, put},
};
use crate::core::{
    math::{Distribution, Row, Scale, notation},
    messages::Language,
};

/// How the numbers of a prediction are shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// What the sliders set.
    pub scale: Scale,
    /// What is added to log p where that is a logit.
    pub gauge: f64,
    /// The language of numbers.
    pub language: Language,
    /// Whether log p is said with p, or for a person to find out.
    pub logs: bool,
}

/// The rows of a list of candidates, with what was written into them last.
pub struct Rows {
    list: Option<Element>,
    kind: Option<(Scale, Language, bool)>,
    kept: Vec<Kept>,
    value: Name,
    said: Name,
}

struct Kept {
    row: Row,
    slider: HtmlInputElement,
    /// Where the slider is, unless a person has moved it.
    position: Option<f64>,
    data: Element,
    field: HtmlInputElement,
    /// p, and what the field says of it.
    p: Option<f64>,
    written: String,
}

impl Default for Rows {
    fn default() -> Self {
        let (value, said) = (Name::new("value"), Name::new("aria-valuetext"));
        Self { list: None, kind: None, kept: Vec::new(), value, said }
    }
}

impl Rows {
    /// Forgets what was written, where a person may have written something else.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// Is told that a person has moved a slider, and says whose it is, if it is one of these.
    pub fn moved(&mut self, slider: &HtmlInputElement) -> Option<Row> {
        let kept = self.kept.iter_mut().find(|kept| kept.slider == *slider)?;
        kept.position = None;
        Some(kept.row.clone())
    }

    /// Writes a prediction into a list with an element for each of its candidates, in its order, which
    /// has a slider, and in an element `data` a field.
    pub fn show(&mut self, list: &Element, prediction: &Distribution, shown: Shown) {
        let candidates = prediction.candidates();
        let rows = || candidates.iter().map(|candidate| &candidate.row);
        let kind = (shown.scale, shown.language, shown.logs);
        if self.list.as_ref() != Some(list)
            || self.kind.replace(kind) != Some(kind)
            || !self.kept.iter().map(|kept| &kept.row).eq(rows())
        {
            let elements = list.children();
            let elements = (0..elements.length()).map_while(|index| elements.item(index));
            self.list = Some(list.clone());
            self.kept =
                elements.zip(rows()).filter_map(|(row, which)| Kept::of(&row, which)).collect();
        }
        let mut writes = Writes::default();
        let Self { kept: all, value, said, .. } = self;
        for (kept, candidate) in all.iter_mut().zip(candidates) {
            let probability = candidate.probability;
            let (p, scale) = (probability.value(), shown.scale);
            let logit = || probability.log_prob().nats() + shown.gauge;
            let position = scale.position(if scale == Scale::Logit { logit() } else { p });
            // Setting what is there already would end a drag in some browsers.
            let is_there = match kept.position.replace(position) {
                Some(before) => before == position,
                None => kept.slider.value_as_number() == position,
            };
            if !is_there {
                put(&kept.slider, position);
            }
            if kept.p.replace(p) == Some(p) && scale != Scale::Logit {
                continue;
            }
            value.set_number(&kept.data, p);
            let spoken = if shown.logs {
                notation::spoken(shown.language, probability)
            } else {
                shown.language.number(notation::probability(probability))
            };
            writes.attribute(&kept.slider, said, &spoken);
            let written = shown.language.number(match scale {
                Scale::Linear => notation::probability(probability),
                Scale::Logarithmic => notation::calculable(probability),
                Scale::Logit => notation::fixed(logit(), 2),
            });
            if kept.written != written {
                writes.field(&kept.field, &written);
                kept.written = written;
            }
        }
        writes.done();
    }
}

impl Kept {
    fn of(element: &Element, row: &Row) -> Option<Self> {
        let input = |element: Element| element.dyn_into::<HtmlInputElement>().ok();
        let data = find(element, "data")?;
        Some(Self {
            row: row.clone(),
            slider: input(find(element, "input[type=range]")?)?,
            field: input(find(&data, "input")?)?,
            data,
            position: None,
            p: None,
            written: String::new(),
        })
    }
}
