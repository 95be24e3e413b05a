//! Several models side by side.

use std::fmt::Write as _;

use masklab::core::{
    document::{Compared, Evaluation, ModelId},
    math::{Unit, notation},
    objective::{Place, Reduction, Report, Term},
};

use super::visible;

/// So many terms are shown.
const SHOWN: usize = 50;
/// In front of the best of the models' terms.
const MOST: &str = "* ";
/// For up to so many terms it is said of each which prediction contributes most.
const TOLD: usize = 5;

/// A table with a column for each model: J, L, the loss under a reduction, the perplexity and the
/// terms; which prediction contributes most to the objective; and which term of each model is the best
/// and the worst.
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
    let mut told = Vec::new();
    for compared in evaluation.compared(models) {
        count += 1;
        let best: Vec<ModelId> = compared.best().collect();
        let Some(&(_, term)) = compared.terms.first().filter(|_| count <= SHOWN) else { continue };
        if count <= TOLD {
            told.push(most(&compared, &best, &columns));
        }
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
    if count <= TOLD {
        text.extend(told);
    } else {
        text.push_str(&tally(count, &evaluation.times_best(models), &columns));
    }
    text.push_str(&missing(columns.first().map_or(0, |(_, report)| report.untargeted())));
    text.push('\n');
    for (name, report) in &columns {
        text.push_str(&extremes(name, report, &nats));
    }
    text
}

/// Which models contribute most at one target, and why.
fn most(compared: &Compared<'_>, best: &[ModelId], columns: &[(String, &Report)]) -> String {
    let is_best = |id: &ModelId| best.contains(id);
    let terms = compared.terms.iter().zip(columns).filter(|((id, _), _)| is_best(id));
    let names: Vec<&str> = terms.clone().map(|(_, (name, _))| name.as_str()).collect();
    let Some(&(_, first)) = compared.terms.first() else { return String::new() };
    let token = token(compared.place, first);
    let Some(((_, term), _)) = terms.clone().next() else {
        return format!("{token}: impossible for every model, so none contributes more than −∞.\n");
    };
    let p = notation::calculable(term.probability);
    match names.as_slice() {
        [name] => format!(
            "{token}: {name} contributes most, since it gives the target {p}; what it gives to other \
             words does not matter.\n"
        ),
        all if all.len() == columns.len() => format!(
            "{token}: all models contribute the same, since each gives the target {p}; what they give \
             to other words does not matter.\n"
        ),
        _ => format!(
            "{token}: {} contribute most, since each gives the target {p}; what they give to other \
             words does not matter.\n",
            listed(&names)
        ),
    }
}

/// At how many of many targets each model contributes most.
fn tally(count: usize, wins: &[usize], columns: &[(String, &Report)]) -> String {
    let each = wins.iter().zip(columns).map(|(wins, (name, _))| format!("{name} at {wins}"));
    let each: Vec<String> = each.collect();
    let each: Vec<&str> = each.iter().map(String::as_str).collect();
    format!(
        "Of {count} predictions of each model, these contribute most to the objective: {}. At a target \
         it is the model that gives it the highest probability, whatever it gives to other words; where \
         several are level, each of them is counted, and where the target is impossible for all, none.\n",
        listed(&each)
    )
}

/// A list: a, b and c.
fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// How many targets are missing.
fn missing(untargeted: usize) -> String {
    match untargeted {
        0 => String::new(),
        1 => "The target of one selected position is still to be given: it adds nothing so far, and no \
              mean counts it.\n"
            .into(),
        _ => format!(
            "The targets of {untargeted} selected positions are still to be given: they add nothing so \
             far, and no mean counts them.\n"
        ),
    }
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
        return match report.untargeted() {
            0 => format!("{name}: no token is selected, so there is no term.\n"),
            _ => format!("{name}: no selected position has a target yet, so there is no term.\n"),
        };
    };
    let written = |(place, term): (Place, &Term)| {
        format!("{}, {}", token(place, term), nats(Some(term.log_prob.nats())))
    };
    let terms = report.selected();
    if terms == 1 {
        return format!("{name}: the only term is that of {}.\n", written(best));
    }
    if best.1.log_prob == worst.1.log_prob {
        let each = nats(Some(best.1.log_prob.nats()));
        return format!("{name}: all {terms} terms are the same, {each}.\n");
    }
    let share = match report.share_of_loss(worst.1) {
        None => String::new(),
        Some(share) if share < 0.01 => " (less than 1 % of the loss)".into(),
        Some(share) if (0.99..1.0).contains(&share) => " (more than 99 % of the loss)".into(),
        Some(share) => format!(" ({:.0} % of the loss)", 100.0 * share),
    };
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
        let space = |used: usize, width: usize| " ".repeat(width.saturating_sub(used));
        let line = |label: &str, cells: &[String]| {
            let mut line = format!("{label}{}", space(width(label), first));
            for (cell, &column) in cells.iter().zip(&widths) {
                line.extend(["  ", &space(width(cell), column), cell]);
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

/// How many columns of a terminal a text takes, by a simple rule: marks take none, and what East Asia
/// writes, as well as pictures, two.
pub(super) fn width(text: &str) -> usize {
    let columns = |c: char| match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f680}'..='\u{1f6ff}'
        | '\u{1f900}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    };
    text.chars().map(columns).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_a_terminal_shows_them() {
        for (text, columns) in [("fox", 3), ("狐狸", 4), ("e\u{301}", 1), ("🦊", 2), ("שלום", 4)]
        {
            assert_eq!(width(text), columns, "{text}");
        }
        let mut table = Table::new(vec!["狐".into(), "B".into()]);
        table.rows.push(("犬 a".into(), vec!["1".into(), "−2".into()]));
        table.rows.push(("b".into(), vec!["* 3".into(), "4".into()]));
        assert_eq!(table.written(), "       狐   B\n犬 a    1  −2\nb     * 3   4\n");
    }

    #[test]
    fn a_list_has_commas_and_an_and() {
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}
