//! What a model does before probabilities, and what training does to them: logits, softmax, and a
//! step down the gradient.

use super::sum;

/// The probabilities of logits: exp(zₖ/T) / Σⱼ exp(zⱼ/T), for a temperature T > 0. A temperature of
/// 1 changes nothing, a higher one evens out.
///
/// It subtracts the largest logit first, so that nothing overflows. A logit of −∞ gets 0; where all
/// are −∞, or one is NaN or +∞, there is no distribution and the result is `None`.
///
/// ```
/// use masklab::core::math::softmax;
/// assert_eq!(softmax(&[0.0, 0.0], 1.0), Some(vec![0.5, 0.5]));
/// ```
pub fn softmax(logits: &[f64], temperature: f64) -> Option<Vec<f64>> {
    let logs = log_softmax(logits, temperature)?;
    Some(logs.into_iter().map(libm::exp).collect())
}

/// The log-probabilities of logits, in nats: more exact than the logarithm of [`softmax`], which
/// has lost a probability below 10⁻³⁰⁸.
///
/// `None` as there.
pub fn log_softmax(logits: &[f64], temperature: f64) -> Option<Vec<f64>> {
    if !(temperature.is_finite() && temperature > 0.0) {
        return None;
    }
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !largest.is_finite() || logits.iter().any(|logit| logit.is_nan()) {
        return None;
    }
    let shifted: Vec<f64> = logits.iter().map(|logit| (logit - largest) / temperature).collect();
    let normaliser = libm::log(sum(shifted.iter().map(|&z| libm::exp(z))));
    Some(shifted.into_iter().map(|z| z - normaliser).collect())
}

/// The target of the loss as a distribution over `classes` words: 1 at the target and 0 elsewhere,
/// mixed with the even distribution by `smoothing` from 0 to 1.
///
/// Source: `label_smoothing` of PyTorch's `cross_entropy`: (1 − ε)·one-hot + ε/K.
pub fn smoothed_target(target: usize, classes: usize, smoothing: f64) -> Vec<f64> {
    let even = smoothing / classes as f64;
    let one_hot = |class| if class == target { 1.0 - smoothing } else { 0.0 };
    (0..classes).map(|class| one_hot(class) + even).collect()
}

/// −Σₖ yₖ log pₖ, in nats: the cross-entropy of a prediction against a target distribution.
///
/// A word with yₖ = 0 adds 0 whatever the model gives it; one with yₖ > 0 and pₖ = 0 makes it ∞.
/// With y one-hot, it is −log of the target's probability.
pub fn cross_entropy(target: &[f64], prediction: &[f64]) -> f64 {
    cost(target, prediction.iter().map(|&p| libm::log(p)))
}

/// The [`cross_entropy`] of the softmax of logits (at temperature 1), in nats, without the way over
/// probabilities: it stays finite where they are too small for a number. `None` where the logits
/// have no softmax.
///
/// Source: PyTorch's `cross_entropy`, which takes logits, too.
///
/// ```
/// use masklab::core::math::{cross_entropy, cross_entropy_from_logits, softmax};
/// let (target, logits) = ([1.0, 0.0], [0.0, 1e4]);
/// let prediction = softmax(&logits, 1.0).unwrap();
/// assert_eq!(cross_entropy(&target, &prediction), f64::INFINITY);
/// assert_eq!(cross_entropy_from_logits(&target, &logits), Some(1e4));
/// ```
pub fn cross_entropy_from_logits(target: &[f64], logits: &[f64]) -> Option<f64> {
    Some(cost(target, log_softmax(logits, 1.0)?.into_iter()))
}

/// −Σₖ yₖ log pₖ, given the logarithms.
fn cost(target: &[f64], logs: impl Iterator<Item = f64>) -> f64 {
    sum(target.iter().zip(logs).filter(|&(&y, _)| y > 0.0).map(|(y, log)| -y * log))
}

/// The mean loss of a batch: that of its predictions, of which an ignored one is `None` and does
/// not count. The mean of nothing is `None`.
///
/// Source: `reduction='mean'` of PyTorch's `cross_entropy`, where an ignored target is −100; the
/// mean of nothing is NaN there.
///
/// ```
/// use masklab::core::math::mean_loss;
/// assert_eq!(mean_loss(&[Some(1.0), None, Some(2.0)]), Some(1.5));
/// assert_eq!(mean_loss(&[None]), None);
/// ```
pub fn mean_loss(losses: &[Option<f64>]) -> Option<f64> {
    let counted = losses.iter().flatten().count();
    (counted > 0).then(|| sum(losses.iter().flatten().copied()) / counted as f64)
}

/// −Σₖ pₖ log pₖ, in nats: how undecided a distribution is, from 0 to ln K.
pub fn entropy(distribution: &[f64]) -> f64 {
    cross_entropy(distribution, distribution)
}

/// Σₖ yₖ log(yₖ/pₖ), in nats: how far a prediction is from a target distribution; 0 where they are
/// the same, ∞ where the prediction holds for impossible what the target does not.
pub fn kl_divergence(target: &[f64], prediction: &[f64]) -> f64 {
    let terms = target.iter().zip(prediction);
    let terms = terms.filter(|&(&y, _)| y > 0.0).map(|(&y, &p)| y * log_ratio(y, p));
    // Rounding can carry the sum of two almost equal distributions a little below 0.
    sum(terms).max(0.0)
}

/// log(y/p) for y > 0, in nats.
fn log_ratio(y: f64, p: f64) -> f64 {
    let ratio = y / p;
    // Where y is almost p, the ratio keeps more digits than the difference of two logarithms. But
    // with a tiny p it overflows, although its logarithm is below 1,500.
    if ratio.is_normal() { libm::log(ratio) } else { libm::log(y) - libm::log(p) }
}

/// ∂L/∂z = p − y: the gradient of the cross-entropy by the logits (at temperature 1). Its entries
/// sum to 0, since y and p both sum to 1; a step down it raises the target and lowers the others.
pub fn gradient(target: &[f64], prediction: &[f64]) -> Vec<f64> {
    target.iter().zip(prediction).map(|(y, p)| p - y).collect()
}

/// The logits after one step of gradient descent of size η: z − η(p − y). `None` where the logits
/// have no softmax.
pub fn step(logits: &[f64], target: &[f64], eta: f64) -> Option<Vec<f64>> {
    let prediction = softmax(logits, 1.0)?;
    let gradient = gradient(target, &prediction);
    Some(logits.iter().zip(gradient).map(|(z, slope)| z - eta * slope).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COURSE: [f64; 3] = [0.7, 0.2, 0.1];
    const BROWN: [f64; 3] = [1.0, 0.0, 0.0];

    #[track_caller]
    fn assert_close(left: &[f64], right: &[f64]) {
        assert_eq!(left.len(), right.len());
        for (a, b) in left.iter().zip(right) {
            assert!((a - b).abs() < 1e-12, "{left:?} is not {right:?}");
        }
    }

    #[test]
    fn the_gradient_of_the_course_item_is_p_minus_y() {
        assert_close(&gradient(&BROWN, &COURSE), &[-0.3, 0.2, 0.1]);
    }

    #[test]
    fn with_a_one_hot_target_only_the_target_counts() {
        assert_eq!(cross_entropy(&BROWN, &COURSE), -libm::log(0.7));
        assert_eq!(cross_entropy(&BROWN, &[0.7, 0.0, 0.3]), -libm::log(0.7));
    }

    #[test]
    fn an_impossible_target_costs_everything() {
        assert_eq!(cross_entropy(&BROWN, &[0.0, 0.5, 0.5]), f64::INFINITY);
        assert_eq!(kl_divergence(&BROWN, &[0.0, 0.5, 0.5]), f64::INFINITY);
    }

    #[test]
    fn a_target_that_is_all_but_impossible_does_not_cost_everything() {
        let tiny = f64::from_bits(1);
        assert_close(&[kl_divergence(&BROWN, &[tiny, 0.5, 0.5])], &[-libm::log(tiny)]);
        assert_eq!(cross_entropy_from_logits(&BROWN, &[0.0, 1e300, 0.0]), Some(1e300));
    }

    #[test]
    fn from_logits_the_impossible_costs_everything_and_without_a_softmax_there_is_no_loss() {
        let impossible = [f64::NEG_INFINITY, 0.0, 1.0];
        assert_eq!(cross_entropy_from_logits(&BROWN, &impossible), Some(f64::INFINITY));
        let certain = [0.0, f64::NEG_INFINITY, f64::NEG_INFINITY];
        assert_eq!(cross_entropy_from_logits(&BROWN, &certain), Some(0.0));
        assert_eq!(cross_entropy_from_logits(&BROWN, &[f64::INFINITY, 0.0, 0.0]), None);
    }

    #[test]
    fn an_ignored_prediction_is_not_one_that_costs_nothing() {
        assert_eq!(mean_loss(&[Some(3.0), None]), Some(3.0));
        assert_eq!(mean_loss(&[Some(3.0), Some(0.0)]), Some(1.5));
        assert_eq!(mean_loss(&[Some(3.0), Some(f64::INFINITY)]), Some(f64::INFINITY));
        assert_eq!(mean_loss(&[None, None]), None);
        assert_eq!(mean_loss(&[]), None);
    }

    #[test]
    fn an_even_distribution_over_k_words_has_entropy_ln_k() {
        assert!((entropy(&[0.25; 4]) - libm::log(4.0)).abs() < 1e-15);
        assert_eq!(entropy(&BROWN), 0.0);
    }

    #[test]
    fn label_smoothing_takes_from_the_target_and_gives_to_all() {
        assert_close(&smoothed_target(1, 4, 0.1), &[0.025, 0.925, 0.025, 0.025]);
        assert_close(&smoothed_target(0, 3, 0.0), &BROWN);
    }

    #[test]
    fn a_high_temperature_evens_out_and_a_low_one_decides() {
        let logits = COURSE.map(libm::log);
        assert_close(&softmax(&logits, 1.0).unwrap(), &COURSE);
        assert!(softmax(&logits, 1e9).unwrap().iter().all(|p| (p - 1.0 / 3.0).abs() < 1e-8));
        assert!(softmax(&logits, 1e-3).unwrap()[0] > 0.999);
    }

    #[test]
    fn what_has_no_softmax_has_none() {
        assert_eq!(softmax(&[], 1.0), None);
        assert_eq!(softmax(&[f64::NEG_INFINITY; 2], 1.0), None);
        assert_eq!(softmax(&[0.0, f64::NAN], 1.0), None);
        assert_eq!(softmax(&[0.0, f64::INFINITY], 1.0), None);
        assert_eq!(softmax(&[0.0, 1.0], 0.0), None);
        assert_eq!(softmax(&[0.0, f64::NEG_INFINITY], 1.0), Some(vec![1.0, 0.0]));
    }

    #[test]
    fn huge_logits_do_not_overflow() {
        assert_eq!(softmax(&[1e308, 1e308], 1.0), Some(vec![0.5, 0.5]));
        assert_eq!(log_softmax(&[0.0, -1e4], 1.0).map(|logs| logs[1]), Some(-1e4));
    }

    fn logits() -> impl Strategy<Value = Vec<f64>> {
        prop::collection::vec(-30.0..30.0_f64, 2..8)
    }

    proptest! {
        #[test]
        fn a_gradient_sums_to_0_and_a_small_step_lowers_the_loss(z in logits(), eta in 1e-3..0.5_f64) {
            let y = smoothed_target(0, z.len(), 0.0);
            let p = softmax(&z, 1.0).unwrap();
            prop_assert!(sum(gradient(&y, &p)).abs() < 1e-12);
            let after = softmax(&step(&z, &y, eta).unwrap(), 1.0).unwrap();
            prop_assert!(cross_entropy(&y, &after) <= cross_entropy(&y, &p));
        }

        #[test]
        fn the_gradient_is_the_slope_of_the_loss(z in logits()) {
            let y = smoothed_target(0, z.len(), 0.1);
            let loss = |z: &[f64]| cross_entropy_from_logits(&y, z).unwrap();
            let slopes = gradient(&y, &softmax(&z, 1.0).unwrap());
            for (index, slope) in slopes.into_iter().enumerate() {
                let (mut up, mut down) = (z.clone(), z.clone());
                up[index] += 1e-4;
                down[index] -= 1e-4;
                let measured = (loss(&up) - loss(&down)) / 2e-4;
                prop_assert!((measured - slope).abs() < 1e-6, "{measured} is not {slope}");
            }
        }

        #[test]
        fn from_logits_or_from_probabilities_the_loss_is_the_same(z in logits(), smoothing in 0.0..=1.0) {
            let y = smoothed_target(0, z.len(), smoothing);
            let expected = cross_entropy(&y, &softmax(&z, 1.0).unwrap());
            let loss = cross_entropy_from_logits(&y, &z).unwrap();
            prop_assert!((loss - expected).abs() < 1e-12, "{loss} is not {expected}");
        }

        #[test]
        fn the_divergence_is_cross_entropy_less_entropy(a in logits(), b in logits()) {
            let size = a.len().min(b.len());
            let (y, p) = (softmax(&a[..size], 1.0).unwrap(), softmax(&b[..size], 1.0).unwrap());
            let expected = cross_entropy(&y, &p) - entropy(&y);
            prop_assert!((kl_divergence(&y, &p) - expected).abs() < 1e-9);
        }
    }
}
