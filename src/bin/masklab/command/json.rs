//! The report as JSON, for programs.

use std::fmt;

use masklab::core::{
    document::{Evaluation, Example, Model, ModelId, Selected},
    math::{Unit, notation},
    objective::{Place, Reduction, Report, SentenceReport, Term},
};
use nojson::{DisplayJson, JsonFormatter};

/// All that is said of a document's predictions, in full.
pub(super) fn report(
    evaluation: &Evaluation,
    models: &[ModelId],
    unit: Unit,
    reduction: Option<Reduction>,
) -> String {
    let context = Context { evaluation, unit, reduction };
    let entries = models.iter().filter_map(|&id| {
        let (model, report) = (evaluation.document().model(id)?, evaluation.report(id)?);
        Some(Entry { context, id, model, report })
    });
    let entries: Vec<Entry<'_>> = entries.collect();
    let selected = entries.first().map_or(0, |entry| entry.report.selected());
    let untargeted = entries.first().map_or(0, |entry| entry.report.untargeted());
    let json = nojson::json(|f| {
        f.set_indent_size(2);
        f.set_spacing(true);
        f.object(|f| {
            f.member("format", "masklab-report")?;
            f.member("version", 1)?;
            f.member("unit", unit.name())?;
            f.member("sentences", evaluation.document().examples().len())?;
            f.member("selected", selected)?;
            f.member("untargeted", untargeted)?;
            f.member("models", &entries)
        })
    });
    format!("{json}\n")
}

/// What everything in the report is written by.
#[derive(Clone, Copy)]
struct Context<'a> {
    evaluation: &'a Evaluation,
    unit: Unit,
    /// `None` for all of them.
    reduction: Option<Reduction>,
}

impl Context<'_> {
    /// A number of nats in the unit.
    fn nats(self, nats: Option<f64>) -> Number {
        Number(nats.map(|nats| self.unit.convert(nats)))
    }
}

/// A number in full. What JSON has no number for is a word, and what is undefined is null.
struct Number(Option<f64>);

impl DisplayJson for Number {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        match self.0 {
            None => f.value(None::<f64>),
            Some(value) if value.is_finite() => f.inner_mut().write_str(&notation::full(self.0)),
            Some(_) => f.string(notation::full(self.0)),
        }
    }
}

/// A model with what the objective makes of it.
struct Entry<'a> {
    context: Context<'a>,
    id: ModelId,
    model: &'a Model,
    report: &'a Report,
}

impl DisplayJson for Entry<'_> {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        let Self { context, id, model, report } = *self;
        let reductions: Vec<Reduction> =
            context.reduction.map_or_else(|| Reduction::ALL.to_vec(), |chosen| vec![chosen]);
        let sentences: Vec<SentenceEntry<'_>> = report
            .sentences()
            .iter()
            .zip(context.evaluation.document().examples())
            .enumerate()
            .map(|(index, (report, example))| SentenceEntry { context, id, index, report, example })
            .collect();
        f.object(|f| {
            f.member("name", model.name())?;
            f.member("source", model.source().name())?;
            f.member("objective", context.nats(Some(report.objective().nats())))?;
            f.member("loss", context.nats(Some(report.loss())))?;
            f.member("cross_entropy", context.nats(report.cross_entropy()))?;
            f.member("perplexity", Number(report.perplexity()))?;
            f.member(
                "reductions",
                nojson::object(|f| {
                    reductions.iter().try_for_each(|&reduction| {
                        f.member(reduction.name(), context.nats(report.reduced(reduction)))
                    })
                }),
            )?;
            f.member("best", report.best().map(|(place, _)| At(place)))?;
            f.member("worst", report.worst().map(|(place, _)| At(place)))?;
            f.member("sentences", &sentences)
        })
    }
}

/// Where a term stands, counted from 1.
struct At(Place);

impl DisplayJson for At {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| {
            f.member("sentence", self.0.sentence + 1)?;
            f.member("position", self.0.position.number())
        })
    }
}

/// A sentence with its terms.
struct SentenceEntry<'a> {
    context: Context<'a>,
    id: ModelId,
    index: usize,
    report: &'a SentenceReport,
    example: &'a Example,
}

impl DisplayJson for SentenceEntry<'_> {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| {
            f.member("sentence", self.index + 1)?;
            f.member("original", self.example.original())?;
            f.member("corrupted", self.example.corrupted())?;
            f.member("objective", self.context.nats(Some(self.report.objective().nats())))?;
            let untargeted = self.report.untargeted().iter().map(|position| position.number());
            f.member("untargeted", untargeted.collect::<Vec<_>>())?;
            f.member(
                "terms",
                nojson::array(|f| {
                    self.report.terms().iter().try_for_each(|term| {
                        f.element(nojson::object(|f| self.write_term(f, term)))
                    })
                }),
            )
        })
    }
}

impl SentenceEntry<'_> {
    fn write_term(
        &self,
        f: &mut nojson::JsonObjectFormatter<'_, '_, '_>,
        term: &Term,
    ) -> fmt::Result {
        let place = Place { sentence: self.index, position: term.position };
        let prediction = self.context.evaluation.prediction(self.id, place);
        let entropy = self.context.evaluation.entropy(self.id, place);
        let kl = prediction.and_then(|prediction| prediction.kl_from_target(&term.target, 0.0));
        f.member("position", term.position.number())?;
        f.member("target", &*term.target)?;
        f.member("corruption", self.example.at(term.position).map(Selected::corruption_name))?;
        f.member("probability", Number(Some(term.probability.value())))?;
        f.member("log_prob", self.context.nats(Some(term.log_prob.nats())))?;
        f.member("entropy", self.context.nats(entropy))?;
        f.member("kl_from_target", self.context.nats(kl))
    }
}
