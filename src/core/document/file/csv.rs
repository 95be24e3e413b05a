//! All terms as comma-separated values, for spreadsheets and programs.

use std::fmt::Write as _;

use super::shape;
use crate::core::{
    document::{Evaluation, Model, ModelId, Selected},
    math::{Unit, notation},
    objective::{Report, Term},
    text::Corruption,
};

impl Selected {
    /// The word for its corruption in a file: `mask`, `random` or `kept`.
    pub fn corruption_name(&self) -> &'static str {
        let [mask, random, kept] = shape::CORRUPTIONS;
        match self.corruption() {
            Corruption::Mask => mask,
            Corruption::Random(_) => random,
            Corruption::Kept => kept,
        }
    }
}

impl Evaluation {
    /// The terms of some models as CSV (RFC 4180): a header, and a row for each model and term, with
    /// the model's name, the sentence and the position counted from 1, the target, its corruption,
    /// its probability, and the term in a unit, which its column names: `log_prob_nats`. Numbers are
    /// written in full; the term of an impossible target is `-Infinity`.
    ///
    /// A spreadsheet takes a cell for a formula that begins with `=`, `+`, `-` or `@`, whether it is
    /// quoted or not, and a file may come from anybody. So a name or a target of several characters
    /// that begins so has an apostrophe in front of it. A sign that is a token of its own is no
    /// formula and stays as it is.
    pub fn to_csv(&self, models: &[ModelId], unit: Unit) -> String {
        let mut csv = String::new();
        // Writing to a string does not fail.
        let _ = write!(
            csv,
            "model,sentence,position,target,corruption,probability,log_prob_{}\r\n",
            unit.name()
        );
        for &id in models {
            if let (Some(model), Some(report)) = (self.document().model(id), self.report(id)) {
                self.write_terms(model, report, unit, &mut csv);
            }
        }
        csv
    }

    fn write_terms(&self, model: &Model, report: &Report, unit: Unit, csv: &mut String) {
        let sentences = report.sentences().iter().zip(self.document().examples());
        for (number, (sentence, example)) in (1_usize..).zip(sentences) {
            for term in sentence.terms() {
                cell(model.name(), csv);
                let _ = write!(csv, ",{number},{},", term.position);
                cell(&term.target, csv);
                let corruption = example.at(term.position).map(Selected::corruption_name);
                csv.extend([",", corruption.unwrap_or_default(), ","]);
                numbers(term, unit, csv);
            }
        }
    }
}

fn numbers(term: &Term, unit: Unit, csv: &mut String) {
    csv.push_str(&notation::full(Some(term.probability.value())));
    csv.push(',');
    csv.push_str(&notation::full(Some(unit.convert(term.log_prob.nats()))));
    csv.push_str("\r\n");
}

/// A text in a cell: in quotes where it would otherwise end early or lose the space around it.
fn cell(text: &str, csv: &mut String) {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.chars().nth(1).is_some();
    let needs_quotes = is_formula || text.contains([',', '"', '\r', '\n']) || text.trim() != text;
    if !needs_quotes {
        csv.push_str(text);
        return;
    }
    csv.push_str(if is_formula { "\"'" } else { "\"" });
    csv.push_str(&text.replace('"', "\"\""));
    csv.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{
            Document, Edit,
            examples::{edited, place},
        },
        math::Probability,
        predict::Source,
    };

    fn csv(document: &Document, unit: Unit) -> String {
        let models: Vec<ModelId> = (0..document.models().len()).map(ModelId).collect();
        Evaluation::of(document).to_csv(&models, unit)
    }

    #[test]
    fn the_course_item_is_one_row_with_numbers_in_full() {
        let course = csv(&Document::course_item(), Unit::Nats);
        let term = notation::full(Some(libm::log(0.7)));
        let header = "model,sentence,position,target,corruption,probability,log_prob_nats";
        assert_eq!(course, format!("{header}\r\nmy model,1,3,brown,mask,0.7,{term}\r\n"));
    }

    #[test]
    fn each_model_has_its_rows_with_its_corruptions_in_the_unit() {
        let document = edited(
            &Document::course_item(),
            &[
                Edit::InsertText { at: 1, text: "A fox".into() },
                Edit::Select { place: place(1, 2), corruption: Corruption::Random("dog".into()) },
                Edit::Select { place: place(1, 1), corruption: Corruption::Kept },
                Edit::AddModel { name: "even".into(), source: Source::UNIFORM },
                Edit::set_probability(ModelId(0), place(1, 2), "fox", Probability::ZERO),
                Edit::set_probability(ModelId(0), place(1, 1), "A", Probability::nearest(0.25)),
            ],
        );
        let bits = csv(&document, Unit::Bits);
        let rows: Vec<&str> = bits.split_terminator("\r\n").collect();
        assert_eq!(rows.len(), 7, "{bits}");
        assert!(rows[0].ends_with(",log_prob_bits"));
        assert_eq!(rows[2], "my model,2,1,A,kept,0.25,-2");
        assert_eq!(rows[3], "my model,2,2,fox,random,0,-Infinity");
        assert!(rows[4..].iter().all(|row| row.starts_with("even,")), "{bits}");
    }

    #[test]
    fn a_cell_keeps_its_text_whatever_is_in_it() {
        let written = |text: &str| {
            let mut csv = String::new();
            cell(text, &mut csv);
            csv
        };
        for plain in ["fox", "don't", "“quoted”", "=", "-", "+", "@", "狐", ""] {
            assert_eq!(written(plain), plain);
        }
        assert_eq!(written("a,b"), r#""a,b""#);
        assert_eq!(written(r#"say "no""#), r#""say ""no""""#);
        assert_eq!(written("a\nb"), "\"a\nb\"");
        assert_eq!(written(" a"), "\" a\"");
    }

    #[test]
    fn no_cell_is_a_formula_for_a_spreadsheet() {
        let name = "=HYPERLINK(\"x\")";
        let document = edited(
            &Document::course_item(),
            &[
                Edit::SetText("A [MASK]".into()),
                Edit::SetTarget { place: place(0, 2), target: Some("@SUM(1)".into()) },
                Edit::RenameModel { model: ModelId(0), name: name.into() },
            ],
        );
        let csv = csv(&document, Unit::Nats);
        let row = r#""'=HYPERLINK(""x"")",1,2,"'@SUM(1)",mask,"#;
        assert!(csv.contains(&format!("\r\n{row}")), "{csv}");
    }
}
