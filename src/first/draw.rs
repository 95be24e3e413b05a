//! What follows from a move, written into the elements of the first view.

use masklab::core::{
    document::{ModelId, Session},
    explain::{Defined, Definition, Number, Phrase, term_meaning},
    math::{Distribution, Scale, Unit, notation},
    messages::Language,
    objective::{Place, Quantity, Report, Term},
    plot::{Frame, Numbered, UNITS_PER_PIXEL, gradient_bars, loss_curve},
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

use super::nodes;

/// The first view speaks English, in nats.
const LANGUAGE: Language = Language::English;
const UNIT: Unit = Unit::Nats;

/// Writes all of it.
pub(crate) fn all(app: &Element, session: &Session, place: Place) -> Option<()> {
    let report = session.report();
    let term = report.term(place)?;
    let prediction = session.prediction(ModelId::default(), place)?;
    rows(app, &prediction);
    numbers(app, &report, place, term);
    equation(app, &report);
    let frame = |picture: &Element| {
        let (width, height) = nodes::size(picture, u32::from(UNITS_PER_PIXEL))?;
        Some(Frame { width, height, unit: UNIT, language: LANGUAGE })
    };
    if let Some(curve) = nodes::find(app, "#plot svg.plot") {
        let terms = Numbered::all(report.terms());
        nodes::draw(&curve, &loss_curve(&terms, 0, frame(&curve)?));
    }
    if let Some(bars) = nodes::find(app, ".gradient svg.plot")
        && let Some(gradient) = prediction.gradient(&term.target, 0.0)
    {
        let plot = gradient_bars(&prediction, &gradient, Some(&term.target), frame(&bars)?);
        nodes::draw(&bars, &plot);
    }
    meaning(app, place, term, &prediction);
    Some(())
}

fn shown(quantity: Quantity) -> String {
    Number::quantity(quantity, UNIT).shown(LANGUAGE)
}

/// The candidates: sliders and their numbers.
fn rows(app: &Element, prediction: &Distribution) {
    let rows = nodes::all(app, ".candidate");
    for (row, candidate) in rows.iter().zip(prediction.candidates()) {
        let probability = candidate.probability;
        let field =
            |selector: &str| nodes::find(row, selector)?.dyn_into::<HtmlInputElement>().ok();
        if let Some(slider) = field("input[type=range]") {
            let position = Scale::Linear.position(probability.value());
            // The one under the finger is there already.
            if slider.value() != position {
                slider.set_value(&position);
            }
            nodes::set(&slider, "aria-valuetext", &notation::spoken(LANGUAGE, probability));
        }
        if let Some(number) = field("input[type=text]") {
            number.set_value(&notation::probability(probability));
        }
        if let Some(data) = nodes::find(row, "data") {
            nodes::set(&data, "value", &Quantity::candidate(probability).full());
        }
    }
}

/// The term, its sums, and what is said of the whole dataset.
fn numbers(app: &Element, report: &Report, place: Place, term: &Term) {
    let sums = report.sentences().iter().enumerate();
    let sums = sums.map(|(index, sentence)| Quantity::sentence_objective(index, sentence));
    let of_term = [Quantity::log_prob(place, term), Quantity::probability(place, term)];
    for quantity in report.totals().into_iter().chain(sums).chain(of_term) {
        let name = quantity.kind().name();
        for data in nodes::all(app, &format!("data.amount[data-quantity={name}]")) {
            nodes::set(&data, "value", &quantity.full());
            data.set_text_content(Some(&shown(quantity)));
        }
    }
}

/// The numbers under the formula.
fn equation(app: &Element, report: &Report) {
    let Definition(chains) = Definition::objective(Defined { report, unit: UNIT });
    let parts = chains.iter().flat_map(|chain| &chain.sides).flatten();
    for (part, math) in parts.zip(nodes::all(app, ".numbers .part math")) {
        nodes::set(&math, "aria-label", &part.formula.to_spoken(LANGUAGE));
        nodes::empty(&math);
        nodes::write_formula(&math, &part.formula.to_node(LANGUAGE));
    }
}

/// What the numbers mean, in a sentence.
fn meaning(app: &Element, place: Place, term: &Term, prediction: &Distribution) {
    let Some(said) = nodes::find(app, ".said p") else { return };
    nodes::empty(&said);
    for phrase in term_meaning(LANGUAGE, place, term, prediction) {
        match phrase {
            Phrase::Text(text) => nodes::write_text(&said, text),
            Phrase::Target(word) => nodes::write_word(&said, &word, true),
            Phrase::Word(word) => nodes::write_word(&said, &word, false),
            Phrase::Quantity(quantity) => nodes::write_amount(&said, quantity, &shown(quantity)),
        }
    }
}
