//! Files that a person takes home.

use super::solution;
use crate::core::{
    document::{Document, Evaluation, ModelId},
    explain::Solution,
    math::Unit,
    messages::Language,
    objective::Reduction,
    plot::{Picture, Pictured},
};

/// A file that can be had of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The document itself.
    Document,
    /// All terms of all models as CSV.
    Terms,
    /// The worked solution as a LaTeX document.
    Latex,
    /// The worked solution as Markdown.
    Markdown,
    /// The worked solution as plain text.
    Plain,
    /// A plot as SVG.
    Svg(Picture),
}

/// What files are made from.
#[derive(Clone, Copy, Debug)]
pub struct Handout<'a> {
    /// The document and what follows from it.
    pub evaluation: &'a Evaluation,
    /// The model that is looked at, whose solution is worked out.
    pub model: ModelId,
    /// The unit of logarithms.
    pub unit: Unit,
    /// How the losses become one.
    pub reduction: Reduction,
    /// The language of words and numbers.
    pub language: Language,
    /// What the plots are drawn from.
    pub pictured: Pictured<'a>,
}

impl FileKind {
    /// The last part of the file's name, behind a dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Document => "json",
            Self::Terms => "csv",
            Self::Latex => "tex",
            Self::Markdown => "md",
            Self::Plain => "txt",
            Self::Svg(_) => "svg",
        }
    }

    /// What the file is, as its name says it; nothing of the document itself.
    const fn part(self) -> &'static str {
        match self {
            Self::Document => "",
            Self::Terms => "terms",
            Self::Latex | Self::Markdown | Self::Plain => "solution",
            Self::Svg(picture) => picture.name(),
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Document => "application/json",
            Self::Terms => "text/csv;charset=utf-8",
            Self::Latex => "application/x-tex",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Plain => "text/plain;charset=utf-8",
            Self::Svg(_) => "image/svg+xml",
        }
    }

    /// Its content; `None` where there is nothing of that kind, as a gradient without a target.
    pub fn content(self, of: &Handout<'_>) -> Option<String> {
        let worked = || solution(of.evaluation, of.model, (of.unit, of.reduction), of.language);
        Some(match self {
            Self::Document => of.evaluation.document().to_json(),
            Self::Terms => {
                let models = 0..of.evaluation.document().models().len();
                of.evaluation.to_csv(&models.map(ModelId).collect::<Vec<_>>(), of.unit)
            }
            Self::Latex => Solution::to_latex(&worked()?),
            Self::Markdown => Solution::to_markdown(&worked()?),
            Self::Plain => Solution::to_plain(&worked()?),
            Self::Svg(picture) => picture.svg(&of.pictured, of.unit, of.language)?,
        })
    }

    /// The file's name: what the text begins with, and which part of it this is.
    pub fn name(self, document: &Document) -> String {
        file_name(document, self.part(), self.ending())
    }
}

/// So many characters of the text are in a file's name.
const NAMED: usize = 32;

/// A name for a file: the first words of the text in small letters, what the file is, and its ending. All
/// systems take it, and no two parts of the same work have the same.
pub fn file_name(document: &Document, part: &str, ending: &str) -> String {
    let first = document.examples().iter().next();
    let text = first.map(|example| example.original()).unwrap_or_default().to_lowercase();
    let mut name = String::from("masklab");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        if name.chars().count() + word.chars().count() > NAMED {
            break;
        }
        name.extend(["-", word]);
    }
    if !part.is_empty() {
        name.extend(["-", part]);
    }
    name.extend([".", ending]);
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{document::Edit, objective::Numbered, plot::Predicted};

    const ALL: [FileKind; 11] = [
        FileKind::Document,
        FileKind::Terms,
        FileKind::Latex,
        FileKind::Markdown,
        FileKind::Plain,
        FileKind::Svg(Picture::Curve),
        FileKind::Svg(Picture::Prediction),
        FileKind::Svg(Picture::Terms),
        FileKind::Svg(Picture::Trace),
        FileKind::Svg(Picture::Gradient),
        FileKind::Svg(Picture::Models),
    ];

    /// All files of a document, looked at its first term.
    fn files(
        document: &Document,
        unit: Unit,
        language: Language,
    ) -> Vec<(FileKind, Option<String>)> {
        let evaluation = Evaluation::of(document);
        let model = ModelId::default();
        let report = evaluation.report(model).unwrap();
        let terms = Numbered::all(report.terms());
        let first = terms.first();
        let prediction = first.and_then(|first| evaluation.prediction(model, first.place));
        let models: Vec<Predicted<'_>> =
            prediction.iter().map(|prediction| Predicted { model: "mine", prediction }).collect();
        let pictured = Pictured {
            report,
            terms: &terms,
            chosen: first.copied(),
            prediction: prediction.as_deref(),
            models: &models,
            losses: &[],
        };
        let reduction = Reduction::default();
        let handout =
            Handout { evaluation: &evaluation, model, unit, reduction, language, pictured };
        ALL.map(|kind| (kind, kind.content(&handout))).into()
    }

    #[test]
    fn every_file_of_the_course_item_has_its_number() {
        for (kind, content) in files(&Document::course_item(), Unit::Bits, Language::English) {
            let content = content.unwrap();
            let number = match kind {
                FileKind::Terms => "-0.514573",
                // The loss after no step, and bars of probabilities.
                FileKind::Svg(Picture::Trace) => "<svg",
                FileKind::Svg(Picture::Gradient) => "−0.300",
                FileKind::Document | FileKind::Svg(Picture::Prediction | Picture::Models) => "0.7",
                // The curve has its number on the axis.
                FileKind::Svg(Picture::Curve) => "−log₂ p",
                FileKind::Latex | FileKind::Markdown | FileKind::Plain | FileKind::Svg(_) => {
                    "0.5146"
                }
            };
            assert!(content.contains(number), "{kind:?}: {content}");
        }
    }

    #[test]
    fn a_document_comes_back_from_its_file_and_speaks_ones_language() {
        let files = files(&Document::course_item(), Unit::Nats, Language::German);
        let json = files[0].1.as_deref().unwrap();
        assert_eq!(Document::from_json(json).unwrap().document, Document::course_item());
        assert!(files[4].1.as_deref().unwrap().contains("0,7"));
    }

    #[test]
    fn there_is_no_gradient_of_nothing() {
        for (kind, content) in files(&Document::default(), Unit::Nats, Language::English) {
            let needs_one = matches!(
                kind,
                FileKind::Svg(Picture::Gradient | Picture::Prediction | Picture::Models)
            );
            assert_eq!(content.is_none(), needs_one, "{kind:?}");
        }
    }

    #[test]
    fn names_are_of_the_text_and_all_different() {
        let course = Document::course_item();
        let mut names: Vec<String> = ALL.iter().map(|kind| kind.name(&course)).collect();
        assert_eq!(names[0], "masklab-the-quick-brown-fox.json");
        assert_eq!(names[1], "masklab-the-quick-brown-fox-terms.csv");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        let of_text = |text: &str| {
            let document = Document::default().apply(&Edit::SetText(text.into())).unwrap();
            FileKind::Document.name(&document)
        };
        assert_eq!(of_text(""), "masklab.json");
        assert_eq!(of_text("../../etc/passwd \\ : * ? \" < > |"), "masklab-etc-passwd.json");
        assert_eq!(of_text("狐が犬を飛び越える。"), "masklab-狐が犬を飛び越える.json");
        assert_eq!(of_text(&"x".repeat(500)), "masklab.json");
    }
}
