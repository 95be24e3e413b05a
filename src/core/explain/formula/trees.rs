//! For tests: any formula, and what its renderings must be.

use proptest::{collection::vec, prelude::*};

use super::{Formula, Mark, Number, Operator, Symbol};
use crate::core::{
    math::{Probability, Unit},
    messages::Language,
    objective::Quantity,
};

/// Words as nobody would wish them.
pub(in crate::core::explain) fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,6}",
        "\\PC{0,6}",
        r#"[\\{}$&#%_^~<>|"'`\-,!?\[\]]{1,8}"#,
        "(\u{202e}|\u{0}|\n|\u{7f}|\u{ffff}|\u{301}|e|ש|ع| ){1,6}",
        Just("👩‍👩‍👧".to_owned()),
        Just("[MASK]".to_owned()),
    ]
}

fn leaf() -> impl Strategy<Value = Formula> {
    let unit = || prop::sample::select(&Unit::ALL[..]);
    prop_oneof![
        word().prop_map(|word| Formula::word(&word)),
        any::<usize>().prop_map(|count| Formula::Number(Number::count(count))),
        (any::<u64>(), unit()).prop_map(|(bits, unit)| {
            Formula::Number(Number::nats(Some(f64::from_bits(bits)), unit))
        }),
        (0.0..=1.0_f64, 0..320_i32, unit()).prop_map(|(p, power, unit)| {
            let p = Probability::nearest(p * 0.1_f64.powi(power));
            Formula::Number(Number::probability(p, unit))
        }),
        (0.0..=1.0_f64, unit()).prop_map(|(p, unit)| {
            let quantity = Quantity::candidate(Probability::nearest(p.powi(40)));
            let number = Formula::Number(Number::quantity(quantity, unit));
            number.marked(Mark::Quantity(quantity))
        }),
        Just(Formula::Number(Number::nats(None, Unit::Nats))),
        prop::sample::select(&Symbol::ALL[..]).prop_map(Formula::Symbol),
        prop::sample::select(&Operator::ALL[..]).prop_map(Formula::Operator),
        Just(Formula::Name("perplexity")),
        Just(Formula::Ellipsis),
    ]
}

/// Any formula, sensible or not.
pub(in crate::core::explain) fn formula() -> impl Strategy<Value = Formula> {
    leaf().prop_recursive(5, 40, 4, |inner| {
        let boxed = || inner.clone().prop_map(Box::new);
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Formula::Row),
            vec(inner.clone(), 0..4).prop_map(Formula::Set),
            vec(inner.clone(), 1..4).prop_map(|parts| Formula::joined(parts, Operator::Plus)),
            (boxed(), boxed()).prop_map(|(a, b)| Formula::Sub(a, b)),
            (boxed(), boxed()).prop_map(|(a, b)| Formula::Power(a, b)),
            (boxed(), boxed()).prop_map(|(a, b)| Formula::Fraction(a, b)),
            (boxed(), boxed()).prop_map(|(over, of)| Formula::Sum { over, of }),
            (boxed(), boxed()).prop_map(|(of, given)| Formula::Probability { of, given }),
            boxed().prop_map(|of| Formula::Log(Unit::Bits, of)),
            boxed().prop_map(|of| Formula::At(Symbol::Selected, of)),
            boxed().prop_map(Formula::Size),
            boxed().prop_map(Formula::Parentheses),
            inner.clone().prop_map(Formula::negated),
            inner.prop_map(|inner| inner.marked(Mark::Term(3))),
        ]
    })
}

/// Every element that opens closes, in order; nothing else looks like one; and all characters are
/// such as XML allows.
#[track_caller]
pub(in crate::core::explain) fn assert_well_formed(markup: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = markup;
    while let Some((text, after)) = rest.split_once('<') {
        assert_text(text, markup);
        let (tag, behind) = after.split_once('>').expect("a tag that ends");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{markup}");
        } else {
            let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "{name}: {markup}");
            while let Some((key, value)) = attributes.split_once("=\"") {
                assert!(key.trim().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{key}");
                let (value, after) = value.split_once('"').expect("a value that ends");
                assert_text(value, markup);
                attributes = after;
            }
            assert_eq!(attributes, "", "{markup}");
            open.push(name);
        }
        rest = behind;
    }
    assert_text(rest, markup);
    assert_eq!(open, Vec::<&str>::new(), "{markup}");
    assert!(!markup.contains("NaN"), "{markup}");
}

#[track_caller]
fn assert_text(text: &str, markup: &str) {
    assert!(!text.contains(['>', '"']) || !text.contains('<'), "{markup}");
    for after in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;"].iter().any(|name| after.starts_with(name));
        assert!(known, "&{after}: {markup}");
    }
    let is_allowed = |c: char| !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    assert!(text.chars().all(is_allowed), "{markup}");
}

/// Braces are balanced, and every other special character stands where the writer sets one.
#[track_caller]
pub(in crate::core::explain) fn assert_safe_latex(latex: &str) {
    let mut depth = 0_i32;
    let mut chars = latex.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                let next = chars.next().expect("something behind a backslash");
                assert!(
                    next.is_ascii_alphabetic() || "{}$&#%_`'^~=.\"(),".contains(next),
                    "{latex}"
                );
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            // An index or an exponent.
            '_' | '^' => assert_eq!(chars.peek(), Some(&'{'), "{c} in {latex}"),
            '$' | '&' | '#' | '%' | '~' | '"' => panic!("{c} in {latex}"),
            _ => assert!(!c.is_control(), "{latex:?}"),
        }
        assert!(depth >= 0, "{latex}");
    }
    assert_eq!(depth, 0, "{latex}");
    assert!(!latex.contains("NaN"), "{latex}");
}

proptest! {
    #[test]
    fn no_rendering_says_nan(formula in formula()) {
        for &language in Language::ALL {
            prop_assert!(!formula.to_plain(language).contains("NaN"));
            prop_assert!(!formula.to_spoken(language).contains("NaN"));
        }
    }
}
