//! Sums that do not lose small terms.

/// The sum of the terms by Neumaier's compensated algorithm: its error does not grow with the
/// number of terms. The sum of no terms is 0; an infinite term makes the sum infinite. Never −0.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
/// ZAMM 54 (1974), 39–51.
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut total = 0.0_f64;
    let mut lost = 0.0_f64;
    for term in terms {
        let next = total + term;
        // After an infinite term the compensation would be ∞ − ∞.
        if next.is_finite() {
            lost += if total.abs() >= term.abs() {
                (total - next) + term
            } else {
                (term - next) + total
            };
        }
        total = next;
    }
    if total.is_finite() { total + lost + 0.0 } else { total }
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn small_terms_survive_large_ones() {
        assert_eq!(sum([1.0, 1e100, 1.0, -1e100]), 2.0);
    }

    #[test]
    fn ten_tenths_are_one() {
        assert_eq!(sum([0.1; 10]), 1.0);
    }

    #[test]
    fn an_infinite_term_makes_the_sum_infinite() {
        assert_eq!(sum([-1.0, f64::NEG_INFINITY, -1.0]), f64::NEG_INFINITY);
    }

    #[test]
    fn no_terms_make_zero_without_a_sign() {
        assert!(sum([]).is_sign_positive());
        assert!(sum([-0.0]).is_sign_positive());
    }
}
