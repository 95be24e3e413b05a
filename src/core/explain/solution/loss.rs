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

/// L = −J.
pub(super) fn loss(case: &Case<'_>) -> Step {
    let objective = case.total(QuantityKind::Objective);
    let lost = case.worked.report.loss() > 0.0;
    let line = Line::Equation(Equation {
        subject: Symbol::Loss.into(),
        // −0 would be a strange number.
        numbers: if lost { vec![objective.negated()] } else { Vec::new() },
        result: case.total(QuantityKind::Loss),
    });
    let negated = Formula::from(Symbol::Objective).negated();
    Step {
        kind: StepKind::Loss,
        title: case.phrases().loss.title,
        symbols: Some(Formula::relation(Symbol::Loss.into(), Operator::Equals, negated)),
        lines: vec![line],
        words: loss_words(case),
    }
}

/// The mean loss, if one was chosen.
pub(super) fn mean_loss(case: &Case<'_>) -> Option<Step> {
    let reduction = case.worked.reduction;
    (reduction != Reduction::Sum).then(|| Step {
        kind: StepKind::Mean,
        title: case.phrases().loss.mean_title,
        symbols: None,
        lines: vec![mean(case, reduction)],
        words: mean_words(case),
    })
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
        subject: Formula::Name(case.phrases().mean_loss),
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

fn loss_words(case: &Case<'_>) -> Prose {
    let symbol = |symbol: Symbol| Prose::from(Formula::from(symbol));
    let (l, j) = (("L", symbol(Symbol::Loss)), ("J", symbol(Symbol::Objective)));
    let phrases = &case.phrases().loss;
    let loss = case.worked.report.loss();
    if loss == f64::INFINITY {
        say(phrases.infinite, &[l, j, ("loss", case.total(QuantityKind::Loss).into())])
    } else {
        say(if loss > 0.0 { phrases.finite } else { phrases.none }, &[l, j])
    }
}

fn mean_words(case: &Case<'_>) -> Prose {
    let symbol = |symbol: Symbol| Prose::from(Formula::from(symbol));
    let l = || ("L", symbol(Symbol::Loss));
    let phrases = &case.phrases().loss;
    let known = ("known", case.known());
    let is_complete = case.untargeted == 0;
    let either = |complete, of_known| if is_complete { complete } else { of_known };
    let count = || ("count", Prose::text(divisor(case).to_string()));
    let mut words = match (case.worked.reduction, divisor(case)) {
        (Reduction::Sum, _) => Prose::default(),
        (_, 0) => Prose::text(either(phrases.undefined, phrases.undefined_yet)),
        (Reduction::MeanOverPositions, 1) => say(phrases.same_position, &[known]),
        (Reduction::MeanOverPositions, _) => say(phrases.over_positions, &[l(), known, count()]),
        (Reduction::MeanOverSentences, 1) => Prose::text(phrases.same_sentence),
        (Reduction::MeanOverSentences, _) => say(phrases.over_sentences, &[l(), count()]),
        (Reduction::MeanOfMeans, 1) => {
            Prose::text(either(phrases.of_one_mean, phrases.of_one_mean_of_known))
        }
        (Reduction::MeanOfMeans, _) => {
            let sentence = either(phrases.of_means, phrases.of_means_of_known);
            say(sentence, &[("n", symbol(Symbol::Count)), count()])
        }
    };
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
    calculator_note(case.language, by_hand, case.worked.report.reduced(reduction)?, unit)
}
