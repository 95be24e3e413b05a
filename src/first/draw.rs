//! What follows from a move, written into the elements of the first view.

use masklab::{
    core::{
        document::{ModelId, Session},
        explain::{Defined, Definition, Number, Phrase, term_meaning},
        math::{Distribution, Scale, Unit},
        messages::Language,
        objective::{Numbered, Place, Quantity, Report, Term},
        plot::{Frame, gradient_bars, loss_curve},
    },
    drawing::{Formulas, Picture, Rows, Shown, Tag, all, find, set},
};
use web_sys::{Element, HtmlInputElement};

use super::nodes;

/// The first view speaks English, in nats.
const LANGUAGE: Language = Language::English;
const UNIT: Unit = Unit::Nats;

/// What of the first view follows from a move.
pub(crate) struct View {
    app: Element,
    list: Element,
    rows: Rows,
    formulas: Formulas,
    curve: (Picture, Frame),
    gradient: (Picture, Frame),
}

impl View {
    /// Of an app in the page, with all its parts.
    pub(crate) fn of(app: Element) -> Option<Self> {
        let picture = |selector: &str| {
            let svg = find(&app, selector)?;
            let (width, height) = Picture::size(&svg)?;
            Some((Picture::new(svg), Frame { width, height, unit: UNIT, language: LANGUAGE }))
        };
        let list = find(&app, ".candidates")?;
        let (curve, gradient) = (picture("#plot svg.plot")?, picture(".gradient svg.plot")?);
        let (rows, formulas) = (Rows::default(), Formulas::default());
        Some(Self { app, list, rows, formulas, curve, gradient })
    }

    /// Is told that a person has moved the slider of a word.
    pub(crate) fn moved(&mut self, slider: &HtmlInputElement) {
        self.rows.moved(slider);
    }

    /// Writes all of it.
    pub(crate) fn show(&mut self, session: &Session, place: Place) -> Option<()> {
        let report = session.report();
        let term = report.term(place)?;
        let prediction = session.prediction(ModelId::default(), place)?;
        let shown = Shown { scale: Scale::Linear, gauge: 0.0, language: LANGUAGE, logs: true };
        self.rows.show(&self.list, &prediction, shown);
        numbers(&self.app, &report, place, term);
        let Definition(chains) = Definition::objective(Defined { report: &report, unit: UNIT });
        let parts = chains.into_iter().flat_map(|chain| chain.sides).flatten();
        self.formulas.show(&self.app, parts.map(|part| part.formula).collect(), LANGUAGE);
        let sentence = report.sentences().get(place.sentence)?;
        let tag =
            Tag { place, hue: sentence.hues(place.sentence).first().copied(), several: false };
        let (curve, frame) = &mut self.curve;
        curve.show(loss_curve(&Numbered::all(report.terms()), 0, *frame), &[tag]);
        if let Some(slopes) = prediction.gradient(&term.target, 0.0) {
            let (gradient, frame) = &mut self.gradient;
            gradient.show(gradient_bars(&prediction, &slopes, Some(&term.target), *frame), &[tag]);
        }
        meaning(&self.app, place, term, &prediction);
        Some(())
    }
}

fn shown(quantity: Quantity) -> String {
    Number::quantity(quantity, UNIT).shown(LANGUAGE)
}

/// The term, its sums, and what is said of the whole dataset.
fn numbers(app: &Element, report: &Report, place: Place, term: &Term) {
    let sums = report.sentences().iter().enumerate();
    let sums = sums.map(|(index, sentence)| Quantity::sentence_objective(index, sentence));
    let of_term = [Quantity::log_prob(place, term), Quantity::probability(place, term)];
    for quantity in report.totals().into_iter().chain(sums).chain(of_term) {
        let name = quantity.kind().name();
        for data in all(app, &format!("data.amount[data-quantity={name}]")) {
            set(&data, "value", &quantity.full());
            data.set_text_content(Some(&shown(quantity)));
        }
    }
}

/// What the numbers mean, in a sentence.
fn meaning(app: &Element, place: Place, term: &Term, prediction: &Distribution) {
    let Some(said) = find(app, ".said p") else { return };
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
