//! Several models side by side.

use std::fmt::Write as _;

use masklab::core::{
    document::{Evaluation, ModelId},
    math::{Unit, notation},
    objective::{Place, Reduction, Report, Term},
};

use super::visible;

/// So many terms are shown.
const SHOWN: usize = 50;
/// In front of the best of the models' terms.
const MOST: &str = "* ";

/// A table with a column for each model: J, L, the loss under a reduction, the perplexity and the
/// terms; and which term of each model is the best and the worst.
pub(super) fn side_by_side(
    evaluation: &Evaluation,
    models: &[ModelId],
    unit: Unit,
    reduction: Reduction,
) -> String {
    let columns: Vec<(String, &Report)> = models
        .iter()
        .filter_map(|&id| {
            let name = evaluation.document().model(id)?.name();
            Some((visible(name), &**evaluation.report(id)?))
        })
        .collect();
    let mut table = Table::new(columns.iter().map(|(name, _)| name.clone()).collect());
    let mut row = |label: String, value: &dyn Fn(&Report) -> String| {
        table.rows.push((label, columns.iter().map(|(_, report)| value(report)).collect()));
    };
    let nats = |value: Option<f64>| notation::nats(value.map(|nats| unit.convert(nats)));
    row("J (training maximises it)".into(), &|report| nats(Some(report.objective().nats())));
    row("L = −J (training minimises it)".into(), &|report| nats(Some(report.loss())));
    if reduction != Reduction::Sum {
        row(label(reduction).into(), &|report| nats(report.reduced(reduction)));
    }
    row("masked-token perplexity".into(), &|report| notation::nats(report.perplexity()));
    let mut count = 0;
    for compared in evaluation.compared(models) {
        count += 1;
        let Some(&(_, term)) = compared.terms.first().filter(|_| count <= SHOWN) else { continue };
        let best: Vec<ModelId> = compared.best().collect();
        let value = |&(id, term): &(ModelId, &Term)| {
            let mark = if best.contains(&id) { MOST } else { "" };
            format!("{mark}{}", nats(Some(term.log_prob.nats())))
        };
        let values = compared.terms.iter().map(value).collect();
        table.rows.push((format!("log Pr of {}", token(compared.place, term)), values));
    }
    let mut text = format!(
        "Models side by side; logarithms are in {}. {MOST}marks the prediction that contributes most \
         to the objective.\n\n",
        name(unit)
    );
    text.push_str(&table.written());
    if count > SHOWN {
        let more = count - SHOWN;
        // Writing to a string does not fail.
        let _ = writeln!(text, "… and {more} more terms: --format csv lists them all.");
    }
    text.push('\n');
    for (name, report) in &columns {
        text.push_str(&extremes(name, report, &nats));
    }
    text
}

fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::Nats => "nats (base e)",
        Unit::Bits => "bits (base 2)",
        Unit::Log10 => "base 10",
    }
}

fn label(reduction: Reduction) -> &'static str {
    match reduction {
        Reduction::Sum => "loss, summed",
        Reduction::MeanOverPositions => "mean loss per selected position",
        Reduction::MeanOverSentences => "mean over sentences of their losses",
        Reduction::MeanOfMeans => "mean over sentences of their mean losses",
    }
}

fn token(place: Place, term: &Term) -> String {
    let (target, sentence) = (visible(&term.target), place.sentence + 1);
    format!("“{target}” (sentence {sentence}, position {})", place.position)
}

/// The best and the worst term of a model, and how much of the loss the worst one is.
fn extremes(name: &str, report: &Report, nats: &dyn Fn(Option<f64>) -> String) -> String {
    let (Some(best), Some(worst)) = (report.best(), report.worst()) else {
        return format!("{name}: no token is selected, so there is no term.\n");
    };
    let written = |(place, term): (Place, &Term)| {
        format!("{}, {}", token(place, term), nats(Some(term.log_prob.nats())))
    };
    let share = 100.0 * worst.1.log_prob.loss() / report.loss();
    let share =
        if share.is_finite() { format!(" ({share:.0} % of the loss)") } else { String::new() };
    format!(
        "{name}: the best term is that of {}; the worst, that of {}{share}.\n",
        written(best),
        written(worst)
    )
}

/// Rows with a label and a number for each column.
struct Table {
    head: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    fn new(head: Vec<String>) -> Self {
        Self { head, rows: Vec::new() }
    }

    /// The table with its numbers flush right.
    fn written(&self) -> String {
        let width = |text: &str| text.chars().count();
        let first = self.rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let widths: Vec<usize> = self
            .head
            .iter()
            .enumerate()
            .map(|(column, head)| {
                let cells = self.rows.iter().filter_map(|(_, cells)| cells.get(column));
                cells.map(|cell| width(cell)).fold(width(head), usize::max)
            })
            .collect();
        let line = |label: &str, cells: &[String]| {
            let mut line = format!("{label:first$}");
            for (cell, width) in cells.iter().zip(&widths) {
                let _ = write!(line, "  {cell:>width$}");
            }
            line + "\n"
        };
        let mut text = line("", &self.head);
        for (label, cells) in &self.rows {
            text.push_str(&line(label, cells));
        }
        text
    }
}
