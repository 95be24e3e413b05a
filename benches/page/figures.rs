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

/// Prints a table as BENCHMARKS.md has them.
pub(crate) fn print_table(heads: &[&str], rows: &[Vec<String>]) {
    print_heads(heads);
    for row in rows {
        print_row(row);
    }
    println!();
}

/// Begins a table whose rows come one by one.
pub(crate) fn print_heads(heads: &[&str]) {
    print_row(&heads.iter().map(ToString::to_string).collect::<Vec<_>>());
    print_row(&heads.iter().map(|_| "---".to_owned()).collect::<Vec<_>>());
}

pub(crate) fn print_row(cells: &[String]) {
    println!("| {} |", cells.join(" | "));
}

pub(crate) fn milliseconds(value: f64) -> String {
    format!("{value:.2} ms")
}
