//! Medians, percentiles and tables.

/// The value below which this share of them lies.
pub(crate) fn percentile(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((share * last as f64).round() as usize).copied().unwrap_or(f64::NAN)
}

pub(crate) fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}

/// Prints a table as BENCHMARKS.md has them: the first column is words, the others are numbers.
pub(crate) fn print_table(heads: &[&str], rows: &[Vec<String>]) {
    let line = |cells: &[String]| println!("| {} |", cells.join(" | "));
    line(&heads.iter().map(ToString::to_string).collect::<Vec<_>>());
    line(&heads.iter().map(|_| "---".to_owned()).collect::<Vec<_>>());
    for row in rows {
        line(row);
    }
    println!();
}

pub(crate) fn milliseconds(value: f64) -> String {
    format!("{value:.2} ms")
}
