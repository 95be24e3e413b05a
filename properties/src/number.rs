//! A typed number is refused with a reason, or every way of writing it reads back.

use masklab::core::math::{Probability, Scale, TypedError, notation, number, typed_probability};

use crate::sound;

/// [`typed_probability`] takes any text without panicking, and neither space around it nor unseen marks
/// make a difference.
/// What it reads is from 0 to 1 and reads back from how it is written; what it refuses, it refuses
/// with a reason, and a hint in it is good advice. [`number::parse`] reads what the standard library
/// reads.
pub fn number(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    decimal(&text);
    let read = typed_probability(&text);
    for padded in [
        text.trim().to_owned(),
        format!(" {text}\n"),
        format!("\u{a0}{text}\t"),
        format!("\u{feff}\u{200f}{text}\u{200e} \u{61c}"),
    ] {
        assert_eq!(typed_probability(&padded), read, "space around {text:?} changes what is read");
    }
    match read {
        Ok(probability) => written(probability),
        Err(refusal) => refused(&text, &refusal),
    }
}

fn decimal(text: &str) {
    let expected: Option<f64> = text.parse().ok();
    // The standard library reads "inf" and "NaN", too.
    let is_spelled = |c: char| c.is_alphabetic() && !matches!(c, 'e' | 'E');
    let expected = expected.filter(|_| !text.contains(is_spelled));
    let bits = |number: Option<f64>| number.map(f64::to_bits);
    assert_eq!(bits(number::parse(text)), bits(expected), "{text:?} is read as another number");
}

fn written(probability: Probability) {
    let value = probability.value();
    assert!((0.0..=1.0).contains(&value) && value.is_sign_positive(), "{value} was read");
    let read = |text: &str| {
        let read = typed_probability(text).map(Probability::value);
        read.unwrap_or_else(|refusal| panic!("{value:e} is written {text:?}: {refusal}"))
    };
    let full = notation::full(Some(value));
    assert_eq!(read(&full).to_bits(), value.to_bits(), "{full:?} in full is another number");
    // A slider's steps are thousandths, as is the last digit of what is shown.
    let near = |number: f64| (number - value).abs() <= 0.000_5 + f64::EPSILON;
    assert!(near(Scale::Linear.position(value)), "the slider is not at {value:e}");
    match notation::probability(probability).as_str() {
        "<0.001" => assert!(0.0 < value && value < 0.001, "{value:e} is shown as less than 0.001"),
        ">0.999" => assert!(0.999 < value && value < 1.0, "{value:e} is shown as more than 0.999"),
        shown => assert!(near(read(shown)), "{value:e} is shown as {shown}"),
    }
    let calculable = notation::calculable(probability);
    // A power of ten is for calculators, not for typing.
    if !calculable.contains('×') {
        let log = |value: f64| notation::nats(Some(libm::log(value)));
        assert_eq!(log(read(&calculable)), log(value), "{calculable} has another logarithm");
    }
}

fn refused(text: &str, refusal: &TypedError) {
    sound::reason(refusal);
    // What is no number is repeated in the reason, and may itself read as advice.
    let TypedError::OutOfRange { value, .. } = refusal else { return };
    assert!(Probability::new(*value).is_err(), "{text:?}, which is {value}, is refused");
    let reason = refusal.to_string();
    if let Some((_, hint)) = reason.rsplit_once("for per cent, type ") {
        let read = typed_probability(hint);
        assert!(read.is_ok(), "for {text:?} the advice is to type {hint:?}: {read:?}");
    }
}
