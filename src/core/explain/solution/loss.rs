//! Step 5: the loss L = −J, and the mean that was chosen.

use super::{
    Equation, Line, Step, StepKind,
    case::{Case, Scored, at_selected, elided, over_dataset},
};
use crate::core::{
    explain::{
        formula::{Formula, Number, Operator, Symbol},
        prose::{Prose, say},
        rounding::{as_written, calculator_note},
    },
    math::{self, Unit},
    objective::{QuantityKind, Reduction},
};

pub(super) fn loss(case: &Case<'_>) -> Step {
    let objective = case.total(QuantityKind::Objective);
    let lost = case.worked.report.loss() > 0.0;
    let mut lines = vec![Line::Equation(Equation {
        subject: Symbol::Loss.into(),
        // −0 would be a strange number.
        numbers: if lost { vec![objective.negated()] } else { Vec::new() },
        result: case.total(QuantityKind::Loss),
    })];
    let reduction = case.worked.reduction;
    if reduction != Reduction::Sum {
        lines.push(mean(case, reduction));
    }
    let negated = Formula::from(Symbol::Objective).negated();
    Step {
        kind: StepKind::Loss,
        title: "The loss L",
        symbols: Some(Formula::relation(Symbol::Loss.into(), Operator::Equals, negated)),
        lines,
        words: words(case),
    }
}

/// The mean loss: in symbols, with numbers, and as a number.
fn mean(case: &Case<'_>, reduction: Reduction) -> Line {
    let counted = |count| Formula::Number(Number::count(count));
    let total = || case.total(QuantityKind::Loss);
    let (symbols, numbers) = match reduction {
        Reduction::MeanOverSentences => (
            Formula::from(Symbol::Loss).over(Formula::Size(Box::new(Symbol::Dataset.into()))),
            total().over(counted(case.sentences)),
        ),
        Reduction::MeanOfMeans => {
            let means = elided(&case.scored, |sentence| case.nats(Some(sentence_mean(sentence))));
            let sum = Formula::joined(means, Operator::Plus);
            (mean_of_means(case), sum.over(counted(case.scored.len())))
        }
        _ => (mean_over_positions(), total().over(counted(case.terms.len()))),
    };
    // The symbols for a mean of means say little where there is one, or none.
    let is_plain = reduction == Reduction::MeanOfMeans && divisor(case) <= 1;
    let mut sides = if is_plain { Vec::new() } else { vec![symbols] };
    if divisor(case) > 0 {
        sides.push(numbers);
    }
    let result = case.worked.report.reduced(reduction);
    Line::Equation(Equation {
        subject: Formula::Name("mean loss"),
        numbers: sides,
        result: match reduction {
            Reduction::MeanOverPositions => case.total(QuantityKind::CrossEntropy),
            _ => case.nats(result),
        },
    })
}

/// L / Σ_{x∈D} |A(x)|.
pub(super) fn mean_over_positions() -> Formula {
    let size = Formula::Size(Box::new(at_selected(Symbol::Original.into())));
    Formula::from(Symbol::Loss).over(over_dataset(size))
}

/// The mean, over the n sentences with something selected, of −(inner sum) / |A(x)|.
fn mean_of_means(case: &Case<'_>) -> Formula {
    let x = || Formula::from(Symbol::Original);
    let selected = || at_selected(x());
    let inner = case.inner_sum_in_symbols(x(), Symbol::Corrupted.into()).negated();
    let over = Formula::Row(vec![
        x(),
        Formula::Operator(Operator::In),
        Symbol::Dataset.into(),
        Formula::Operator(Operator::Comma),
        selected(),
        Formula::Operator(Operator::Differs),
        Formula::Set(Vec::new()),
    ]);
    let one = Formula::Number(Number::count(1)).over(Symbol::Count.into());
    let mean = inner.over(Formula::Size(Box::new(selected())));
    Formula::Row(vec![one, Formula::Operator(Operator::Times), mean.summed(over)])
}

/// The mean loss of a sentence with something selected, in nats.
fn sentence_mean(sentence: &Scored<'_>) -> f64 {
    sentence.report.objective().loss() / sentence.report.terms().len() as f64
}

/// By what the chosen mean divides.
fn divisor(case: &Case<'_>) -> usize {
    match case.worked.reduction {
        Reduction::Sum => 1,
        Reduction::MeanOverPositions => case.terms.len(),
        Reduction::MeanOverSentences => case.sentences,
        Reduction::MeanOfMeans => case.scored.len(),
    }
}

const FINITE: &str = "Training minimises {L}, which is the same as maximising {J}. The loss is never \
    below 0, and it has no upper limit.";
const NONE: &str = "Training minimises {L}, which is the same as maximising {J}. A loss of 0 is the \
    least there is.";
const INFINITE: &str = "Training minimises {L}, which is the same as maximising {J}. Here {L} is {loss}, \
    since the model gives a true token no probability at all.";
const UNDEFINED: &str = "A mean of nothing is not defined: it would divide by 0.";
const UNDEFINED_YET: &str = "No selected position has a target yet, so the mean is not defined: it \
    would divide by 0.";
const SAME_POSITION: &str = "One position{known} is selected, so the mean over the selected \
    positions{known} is the same number.";
const SAME_SENTENCE: &str =
    "There is one sentence, so the mean over the sentences is the same number.";
const POSITIONS: &str = "The mean loss divides {L} by the number of selected positions{known}, {count}, \
    and not by the number of all tokens. PyTorch and Hugging Face give this mean by default.";
const SENTENCES: &str = "The mean loss divides {L} by the number of sentences, {count}.";
const MEANS: &str = "Here {n} is the number of sentences with {something}, {count}. Each of them has a \
    mean loss of its own, and the mean loss is the mean of these. So a token weighs more, the fewer are \
    selected in its sentence.";
const MEAN_OF_ONE: &str = "One sentence has {something}: its mean loss per selected position{known} is \
    the mean loss.";

fn words(case: &Case<'_>) -> Prose {
    let symbol = |symbol: Symbol| Prose::from(Formula::from(symbol));
    let l = || ("L", symbol(Symbol::Loss));
    let j = ("J", symbol(Symbol::Objective));
    let loss = case.worked.report.loss();
    let mut words = if loss == f64::INFINITY {
        say(INFINITE, &[l(), j, ("loss", case.total(QuantityKind::Loss).into())])
    } else {
        say(if loss > 0.0 { FINITE } else { NONE }, &[l(), j])
    };
    let known = ("known", case.known());
    let something = ("something", case.something());
    let count = || ("count", Prose::text(divisor(case).to_string()));
    words.follow(match (case.worked.reduction, divisor(case)) {
        (Reduction::Sum, _) => Prose::default(),
        (_, 0) if case.untargeted > 0 => Prose::text(UNDEFINED_YET),
        (_, 0) => Prose::text(UNDEFINED),
        (Reduction::MeanOverPositions, 1) => say(SAME_POSITION, &[known]),
        (Reduction::MeanOverPositions, _) => say(POSITIONS, &[l(), known, count()]),
        (Reduction::MeanOverSentences, 1) => Prose::text(SAME_SENTENCE),
        (Reduction::MeanOverSentences, _) => say(SENTENCES, &[l(), count()]),
        (Reduction::MeanOfMeans, 1) => say(MEAN_OF_ONE, &[something, known]),
        (Reduction::MeanOfMeans, _) => {
            say(MEANS, &[("n", symbol(Symbol::Count)), something, count()])
        }
    });
    if let Some(note) = note(case) {
        words.follow(note);
    }
    words
}

/// A word about rounding, where the mean of the numbers that are written is written otherwise.
fn note(case: &Case<'_>) -> Option<Prose> {
    let unit: Unit = case.unit;
    let reduction = case.worked.reduction;
    let above = match reduction {
        Reduction::Sum => return None,
        Reduction::MeanOfMeans => {
            let means: Option<Vec<f64>> = case
                .scored
                .iter()
                .map(|sentence| as_written(sentence_mean(sentence), unit))
                .collect();
            means.map(math::sum)
        }
        _ => as_written(case.worked.report.loss(), unit),
    };
    let by_hand = above.map(|above| above / divisor(case) as f64);
    calculator_note(by_hand, case.worked.report.reduced(reduction)?, unit)
}
