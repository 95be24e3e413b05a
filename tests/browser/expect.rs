//! What the page must show of a session: every number, token, formula and picture that the core makes
//! of it, and nothing else.
//!
//! Both sides write numbers in full with the same digits for the same bits, so numbers are compared
//! as they are written. A number that is shown in several places has to be the same in all of them.

use std::fmt::Write as _;

use masklab::core::document::{ModelId, Selected, Session};
use masklab::core::explain::{
    Content, Defined, Definition, Formula, Mark, Node, Number, Phrase, rounding_note, term_meaning,
};
use masklab::core::math::{Distribution, Row as Which, Scale, Unit, notation};
use masklab::core::messages::fill;
use masklab::core::objective::{Numbered, Place, Quantity, Report};
use masklab::core::text::{Corruption, MASK};

use crate::page::Page;
use crate::pictures;
use crate::sight::{Chip, Row, Shown, Sight, place_name};
use crate::wait::eventually;

/// A list up to so long is in the page as a whole.
const WHOLE: usize = 24;

/// Waits until the page shows the session, or fails and says in what it differs.
pub(crate) async fn assert_page_shows(page: &Page, session: &Session) {
    eventually("the page shows what the core computes", async || {
        Sight::of(page).await.compare(session)
    })
    .await;
}

impl Sight {
    /// Says in what this differs from what the page must show for the session.
    pub(crate) fn compare(&self, session: &Session) -> Result<(), String> {
        let mut differences = Vec::new();
        match Expected::of(self, session) {
            Ok(expected) => {
                differences.extend(differing_numbers(&self.numbers, &expected.numbers()));
                expected.compare_tokens(&mut differences);
                expected.compare_rows(&mut differences);
                expected.compare_equation(&mut differences);
                differences.extend(expected.differing_words());
                differences.extend(pictures::differing(&expected));
            }
            Err(difference) => differences.push(difference),
        }
        let steps = (session.can_undo(), session.can_redo());
        if (self.undo, self.redo) != steps {
            let offered = (self.undo, self.redo);
            differences.push(format!("steps back and forth: offered {offered:?}, not {steps:?}"));
        }
        for nonsense in ["NaN", "undefined", "null", "[object"] {
            if self.readable.contains(nonsense) && !session.document().text().contains(nonsense) {
                differences.push(format!("{nonsense} can be read on the page"));
            }
        }
        if differences.is_empty() { Ok(()) } else { Err(differences.join("\n")) }
    }
}

/// What is to be seen, in the way in which the page says that it shows it.
pub(crate) struct Expected<'a> {
    pub(crate) sight: &'a Sight,
    pub(crate) session: &'a Session,
    pub(crate) report: &'a Report,
    pub(crate) unit: Unit,
    pub(crate) looked: Option<Looked<'a>>,
}

/// The position that is looked at.
pub(crate) struct Looked<'a> {
    pub(crate) at: Numbered<'a>,
    pub(crate) prediction: std::rc::Rc<Distribution>,
}

impl<'a> Expected<'a> {
    fn of(sight: &'a Sight, session: &'a Session) -> Result<Self, String> {
        let model = sight.model();
        let report = session.evaluation().report(model);
        let report: &Report = report.ok_or_else(|| format!("there is no {model:?}"))?;
        let looked = match sight.looked() {
            Some(place) => {
                let nothing = || format!("nothing is selected at {place:?}, which is looked at");
                let at = report.numbered_at(place).ok_or_else(nothing)?;
                let prediction = session.prediction(model, place).ok_or_else(nothing)?;
                Some(Looked { at, prediction })
            }
            None if report.terms().next().is_some() => {
                return Err("no term is looked at, and there are some".to_owned());
            }
            None => None,
        };
        Ok(Self { sight, session, report, unit: sight.unit(), looked })
    }

    pub(crate) fn several(&self) -> bool {
        self.session.document().examples().len() > 1
    }

    /// The colour of a term, by its number.
    pub(crate) fn hue(&self, place: Place) -> Option<String> {
        let sentence = self.report.sentences().get(place.sentence)?;
        let index = sentence.terms().iter().position(|term| term.position == place.position)?;
        Some(sentence.hues(place.sentence)[index].number().to_string())
    }

    /// A number as it is shown where no candidate has it.
    fn amount(&self, quantity: Quantity) -> Shown {
        let sentence = quantity.sentence().filter(|_| self.several());
        Shown {
            quantity: quantity.kind().name().to_owned(),
            sentence: sentence.map(|index| (index + 1).to_string()),
            position: quantity.position().map(|position| position.to_string()),
            word: None,
            value: quantity.full(),
            text: Number::quantity(quantity, self.unit).shown(self.sight.language()),
        }
    }

    /// The sentences that are in the page, by index.
    fn shown_sentences(&self) -> impl Iterator<Item = usize> {
        self.sight.strips.iter().map(|(number, _)| number.saturating_sub(1))
    }

    fn numbers(&self) -> Vec<Shown> {
        let mut quantities: Vec<Quantity> = self.report.totals().into();
        for index in self.shown_sentences() {
            if let Some(sentence) = self.report.sentences().get(index) {
                quantities.push(Quantity::sentence_objective(index, sentence));
                quantities.extend(sentence.terms().iter().map(|term| {
                    let place = Place { sentence: index, position: term.position };
                    Quantity::log_prob(place, term)
                }));
            }
        }
        quantities.extend(self.meaning().iter().filter_map(|phrase| match phrase {
            Phrase::Quantity(quantity) => Some(*quantity),
            _ => None,
        }));
        if self.sight.comparing {
            quantities.extend(self.compared());
        }
        let mut numbers: Vec<Shown> =
            quantities.into_iter().map(|quantity| self.amount(quantity)).collect();
        let candidates = self.looked.iter().flat_map(|looked| looked.prediction.candidates());
        let logits = self.logits();
        numbers.extend(candidates.zip(logits).map(|(candidate, logit)| {
            let quantity = Quantity::candidate(candidate.probability);
            let written = match self.sight.scale() {
                Scale::Linear => notation::probability(candidate.probability),
                Scale::Logarithmic => notation::calculable(candidate.probability),
                Scale::Logit => notation::fixed(logit, 2),
            };
            let text = self.sight.language().number(written);
            Shown { word: Some(self.word(&candidate.row)), text, ..self.amount(quantity) }
        }));
        numbers
    }

    /// The numbers of each model.
    fn compared(&self) -> Vec<Quantity> {
        let models = (0..self.session.document().models().len()).map(ModelId);
        let reports = models.filter_map(|model| self.session.evaluation().report(model));
        let of_model = |report: &std::rc::Rc<Report>| {
            let [objective, _, cross_entropy, _] = report.totals();
            let place = self.looked.as_ref().map(|looked| looked.at.place);
            let term = place.and_then(|place| Some((place, report.term(place)?)));
            let here = term.map(|(place, term)| {
                [Quantity::probability(place, term), Quantity::log_prob(place, term)]
            });
            here.into_iter().flatten().chain([objective, cross_entropy]).collect::<Vec<_>>()
        };
        reports.flat_map(of_model).collect()
    }

    /// The logits of the rows. They are defined up to a number that is added to all of them: the page says
    /// which one by the first of them, as exactly as that is written.
    fn logits(&self) -> Vec<f64> {
        let Some(Looked { prediction, .. }) = &self.looked else { return Vec::new() };
        let logits = prediction.logits();
        if self.sight.scale() != Scale::Logit {
            return logits;
        }
        let shown = |row: &Which| self.sight.field(&self.word(row));
        let rows = prediction.candidates().iter().zip(&logits);
        let mut gauges = rows.filter_map(|(candidate, logit)| {
            let gauge = shown(&candidate.row)? - logit;
            gauge.is_finite().then_some(gauge)
        });
        let gauge = gauges.next().unwrap_or_default();
        let rows = prediction.candidates().iter().zip(&logits);
        rows.map(|(candidate, logit)| {
            let logit = logit + gauge;
            // What is written is rounded, and so is the gauge that is read from it.
            let same = |shown: &f64| (shown - logit).abs() < 0.0101;
            shown(&candidate.row).filter(same).unwrap_or(logit)
        })
        .collect()
    }

    fn word(&self, row: &Which) -> String {
        match row {
            Which::Word(word) => word.to_string(),
            Which::Others => self.sight.language().messages().page.prediction.others.to_owned(),
        }
    }

    fn meaning(&self) -> Vec<Phrase> {
        let Some(Looked { at: Numbered { place, term, .. }, prediction }) = &self.looked else {
            return Vec::new();
        };
        if self.sight.said.is_none() {
            return Vec::new();
        }
        term_meaning(self.sight.language(), *place, term, prediction)
    }

    /// The sentences about the term, as they can be read.
    fn differing_words(&self) -> Option<String> {
        let language = self.sight.language();
        let mut wanted: String = self
            .meaning()
            .iter()
            .map(|phrase| match phrase {
                Phrase::Text(text) => (*text).to_owned(),
                Phrase::Target(word) | Phrase::Word(word) => word.to_string(),
                Phrase::Quantity(quantity) => self.amount(*quantity).text,
            })
            .collect();
        let share =
            self.looked.as_ref().and_then(|looked| self.report.share_of_loss(looked.at.term));
        if let Some(share) =
            share.filter(|_| self.sight.said.is_some() && self.report.selected() > 1)
        {
            let percent = language.number(notation::percent(share));
            let phrase = language.messages().page.training.share;
            let _ = write!(wanted, " {}", fill(phrase, &[("percent", &percent)]));
        }
        let shown = self.sight.said.clone().unwrap_or_default();
        let [wanted, shown] = [wanted, shown].map(|text| text.trim().to_owned());
        (wanted != shown).then(|| format!("said of the term:\n  {shown}\nand not\n  {wanted}"))
    }

    fn compare_tokens(&self, differences: &mut Vec<String>) {
        let examples = self.session.document().examples();
        let count = examples.len();
        let strips = &self.sight.strips;
        let whole = count > WHOLE || strips.len() == count;
        let follow = strips.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0);
        if !whole || !follow || strips.iter().any(|&(number, of)| of != count || number > count) {
            differences.push(format!("the strips are {strips:?} of {count} sentences"));
        }
        let mut chips = self.shown_sentences().flat_map(|index| self.chips(index));
        let mut shown = self.sight.chips.iter();
        loop {
            match (shown.next(), chips.next()) {
                (None, None) => break,
                (Some(chip), Some(wanted)) if chip.is_like(&wanted) => {}
                (chip, wanted) => {
                    differences.push(format!("the chip\n  {chip:?}\nis to be\n  {wanted:?}"));
                }
            }
        }
    }

    /// The chips of a sentence, by index.
    fn chips(&self, index: usize) -> Vec<Chip> {
        let Some(example) = self.session.document().examples().get(index) else {
            return Vec::new();
        };
        let positions = example.sentence().positions();
        let chips = positions.map(|(position, token)| {
            let place = Place { sentence: index, position };
            let selected = example.at(position);
            let target = selected.and_then(|selected| selected.target());
            let word = target.map_or(token.text, |target| target);
            let (kind, read) = match selected.map(Selected::corruption) {
                None => (None, word.to_owned()),
                Some(Corruption::Mask) => (Some("mask"), MASK.to_owned()),
                Some(Corruption::Random(word)) => (Some("random"), word.to_string()),
                Some(Corruption::Kept) => (Some("kept"), word.to_owned()),
            };
            Chip {
                place: place_name(place),
                sentence: self.several().then(|| (index + 1).to_string()),
                position: position.to_string(),
                selected: selected.is_some(),
                looked: self.looked.as_ref().is_some_and(|looked| looked.at.place == place),
                corruption: kind.map(str::to_owned),
                hue: self.hue(place),
                badge: self.report.numbered_at(place).map(|at| at.number.to_string()),
                was: selected.map(|_| target.map_or_else(|| "?".to_owned(), |_| word.to_owned())),
                read,
                name: word.to_owned(),
            }
        });
        chips.collect()
    }

    fn compare_rows(&self, differences: &mut Vec<String>) {
        let Some(Looked { at: Numbered { term, .. }, prediction }) = &self.looked else { return };
        let scale = self.sight.scale();
        let rows = prediction.candidates().iter().zip(self.logits());
        let rows: Vec<Row> = rows
            .map(|(candidate, logit)| Row {
                word: self.word(&candidate.row),
                target: candidate.word() == Some(&term.target),
                locked: candidate.locked,
                slider: scale
                    .position(match scale {
                        Scale::Linear | Scale::Logarithmic => candidate.probability.value(),
                        Scale::Logit => logit,
                    })
                    .to_string(),
            })
            .collect();
        let shown = &self.sight.rows;
        let is_near = |one: &str, other: &str| match (one.parse::<f64>(), other.parse::<f64>()) {
            (Ok(one), Ok(other)) => (one - other).abs() < 0.051,
            _ => false,
        };
        let same = |(one, other): (&Row, &Row)| {
            one == other
                || scale == Scale::Logit
                    && is_near(&one.slider, &other.slider)
                    && *one == Row { slider: one.slider.clone(), ..other.clone() }
        };
        if shown.len() != rows.len() || !shown.iter().zip(&rows).all(same) {
            differences.push(format!("the rows are\n  {shown:?}\nand not\n  {rows:?}"));
        }
    }

    fn definition(&self) -> Definition {
        let defined = Defined { report: self.report, unit: self.unit };
        let Sight { total, .. } = self.sight;
        match total.as_str() {
            "objective" => Definition::objective(defined),
            "loss" => Definition::loss(defined),
            "perplexity" => Definition::perplexity(defined),
            _ => {
                let looked = self.looked.as_ref();
                let chosen = looked.map(|looked| (looked.at, &*looked.prediction));
                Definition::cross_entropy(defined, self.sight.reduction(), chosen)
            }
        }
    }

    /// The formula with its numbers, and what is said below it.
    fn compare_equation(&self, differences: &mut Vec<String>) {
        let (mut formulas, mut values, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for chain in &self.definition().0 {
            let sides = chain.sides.iter().flatten();
            parts.extend(sides.clone().filter_map(|part| part.of).map(|(place, _)| place));
            let all = std::iter::once(&chain.symbols).chain(sides.map(|part| &part.formula));
            formulas.extend(all.map(|formula| self.written(formula, &mut values)));
        }
        let parts: Vec<_> =
            parts.into_iter().map(|place| (place_name(place), self.hue(place))).collect();
        let Sight { formulas: shown, values: full, parts: terms, note, .. } = self.sight;
        if *shown != formulas {
            differences.push(format!("the formulas are\n  {shown:?}\nand not\n  {formulas:?}"));
        }
        if *full != values {
            differences.push(format!("their numbers are\n  {full:?}\nand not\n  {values:?}"));
        }
        if *terms != parts {
            differences.push(format!("their terms are\n  {terms:?}\nand not\n  {parts:?}"));
        }
        let words = &self.sight.language().messages().page.equation;
        let wanted = match (self.report.selected(), self.report.untargeted()) {
            (0, 0) => Some(words.nothing_selected.to_owned()),
            (0, _) => Some(words.no_target.to_owned()),
            (selected, _) if selected > Definition::WRITTEN => None,
            _ if self.sight.total == "objective" && self.unit == Unit::Nats => {
                rounding_note(self.sight.language(), self.report)
            }
            _ => None,
        };
        if *note != wanted {
            differences.push(format!("below the formula is said {note:?}, not {wanted:?}"));
        }
    }

    /// What a formula reads as; notes the numbers in it.
    fn written(&self, formula: &Formula, values: &mut Vec<(String, String)>) -> String {
        fn write(node: &Node, values: &mut Vec<(String, String)>) -> String {
            if let Some(Mark::Quantity(quantity)) = node.mark {
                values.push((quantity.kind().name().to_owned(), quantity.full()));
            }
            match &node.content {
                Content::Text(text) => text.clone(),
                Content::Nodes(nodes) => nodes.iter().map(|node| write(node, values)).collect(),
            }
        }
        write(&formula.to_node(self.sight.language()), values)
    }
}

impl Chip {
    /// Whether a chip of the page is what another one says; its name only has to tell the word.
    fn is_like(&self, wanted: &Self) -> bool {
        let name = wanted.name.clone();
        self.name.contains(&name) && Self { name, ..self.clone() } == *wanted
    }
}

fn differing_numbers(page: &[Shown], core: &[Shown]) -> Vec<String> {
    let missing = core
        .iter()
        .filter(|number| !page.contains(number))
        .map(|number| format!("the page does not show {}", number.described()));
    let unexpected = page
        .iter()
        .filter(|number| !core.contains(number))
        .map(|number| format!("the page does show     {}", number.described()));
    missing.chain(unexpected).collect()
}

impl Shown {
    fn described(&self) -> String {
        let Self { quantity, sentence, position, word, value, text } = self;
        let mut described = quantity.clone();
        for (name, mark) in [("sentence", sentence), ("position", position), ("word", word)] {
            if let Some(mark) = mark {
                let _ = write!(described, " {name} {mark}");
            }
        }
        format!("{described} = {value:?} as {text:?}")
    }
}
