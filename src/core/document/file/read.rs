//! From JSON to a document.

use std::{num::NonZeroU32, rc::Rc};

use nojson::RawJson;

use super::{
    FORMAT, FileError, FileFault, FileWarning, Import, VERSION,
    node::{self, Node, Warnings},
    shape,
};
use crate::core::{
    document::{Document, Example, Model, ModelId},
    math::{Distribution, DistributionError, Row},
    predict::Source,
    text::{BYTE_LIMIT, Corruption, Position, Sentence},
};

impl Document {
    /// Reads a document from JSON.
    ///
    /// # Errors
    /// Refuses the file whole, with the path of the first fault.
    pub fn from_json(json: &str) -> Result<Import, FileError> {
        let file = RawJson::parse(json).map_err(|error| node::located(json, &error))?;
        let file = Node::root(file.value());
        is_ours(&file)?;
        let mut warnings = Warnings::default();
        file.check(&shape::FILE, &mut warnings)?;

        let mut models = Vec::new();
        if let Some(listed) = file.field("models") {
            for entry in listed.items()? {
                let model = model(&entry, &models, &mut warnings)?;
                models.push(model);
            }
        } else {
            models.push(Model::default());
        }

        let dataset = file.needed("dataset")?;
        let mut examples: Vec<Rc<Example>> = Vec::new();
        let mut bytes = 0;
        for entry in dataset.items()? {
            let example = example(&entry, &models)?;
            bytes += example.sentence().text().len();
            if bytes > BYTE_LIMIT {
                return Err(entry.fault(FileFault::TooLarge { limit: BYTE_LIMIT }));
            }
            examples.push(Rc::new(example));
        }
        let document = Self { examples: examples.into_iter().collect(), models: models.into() };
        Ok(Import { document, warnings: warnings.all() })
    }
}

/// Refuses another format or version before its shape is looked at: it will have another one.
fn is_ours(file: &Node<'_, '_, '_>) -> Result<(), FileError> {
    let (Some(format), Some(version)) = (file.field("format"), file.field("version")) else {
        return Ok(());
    };
    let (format, version) = (format.string()?.into_owned(), version.number()?);
    if format == FORMAT && version == f64::from(VERSION) {
        Ok(())
    } else {
        Err(FileError::Format { format, version })
    }
}

fn model(
    entry: &Node<'_, '_, '_>,
    before: &[Model],
    warnings: &mut Warnings,
) -> Result<Model, FileError> {
    let place = entry.needed("name")?;
    let name = place.string()?;
    if before.iter().any(|model| *model.name == name) {
        return Err(place.fault(FileFault::ModelTwice(name.into_owned())));
    }
    let number = |name: &'static str, otherwise: f64| {
        entry.field(name).map_or(Ok(otherwise), |node| node.number())
    };
    let source = match entry.needed("source")?.choice(&shape::SOURCES)? {
        0 => Source::ByHand,
        1 => {
            let size = entry.field("vocabulary").map(|node| node.number()).transpose()?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the shape says: a whole number of 32 bits"
            )]
            Source::Uniform { vocabulary: size.and_then(|size| NonZeroU32::new(size as u32)) }
        }
        2 => Source::Unigram { alpha: number("alpha", 1.0)? },
        _ => Source::Neighbours { alpha: number("alpha", 1.0)?, backoff: number("backoff", 1.0)? },
    };
    let used: &[&str] = match source {
        Source::ByHand => &[],
        Source::Uniform { .. } => &["vocabulary"],
        Source::Unigram { .. } => &["alpha"],
        Source::Neighbours { .. } => &["alpha", "backoff"],
    };
    for number in ["vocabulary", "alpha", "backoff"] {
        if let Some(unused) = entry.field(number).filter(|_| !used.contains(&number)) {
            let source = source.name();
            warnings.is_left_out(&unused, |path| FileWarning::UnusedNumber { path, source });
        }
    }
    let source = source.checked().map_err(|error| entry.fault(FileFault::Source(error)))?;
    Ok(Model { name: Rc::from(&*name), source })
}

fn example(entry: &Node<'_, '_, '_>, models: &[Model]) -> Result<Example, FileError> {
    let text = entry.needed("text")?;
    let sentence = Sentence::new(&text.string()?).ok_or_else(|| text.fault(FileFault::NoWord))?;
    let mut example = Example::new(sentence);
    let Some(list) = entry.field("selected") else { return Ok(example) };
    // By position, in whatever order they come.
    let mut selected: Vec<Option<Entry>> = Vec::new();
    selected.resize_with(example.sentence().len(), || None);
    for entry in list.items()? {
        let place = entry.needed("position")?;
        let position = position(&place, example.sentence())?;
        let Some(slot @ None) = selected.get_mut(position.index()) else {
            return Err(place.fault(FileFault::PositionTwice(position.number())));
        };
        let corruption = corruption(&entry)?;
        let is_typed_mask = example.is_typed_mask(position);
        if is_typed_mask && corruption != Corruption::Mask {
            return Err(entry.fault(FileFault::TypedMask));
        }
        let target = entry.field("target");
        if let Some(target) = target.as_ref().filter(|_| !is_typed_mask) {
            return Err(target.fault(FileFault::TargetOfWord));
        }
        let target = target.map(|target| word(&target)).transpose()?;
        let token = example.sentence().token(position).filter(|_| !is_typed_mask);
        let by_hand = by_hand(&entry, models, target.as_deref().or(token.map(|token| token.text)))?;
        *slot = Some((position, corruption, target, by_hand));
    }
    let selected = || selected.iter().flatten();
    example.select(selected().map(|(position, corruption, ..)| (*position, corruption.clone())));
    for (position, _, target, by_hand) in selected() {
        let Some(entry) = example.at_mut(*position) else { continue };
        if target.is_some() {
            entry.set_target(target.clone());
        }
        for (model, prediction) in by_hand {
            entry.set_by_hand(*model, Some(prediction.clone()));
        }
    }
    Ok(example)
}

/// A selected position: its corruption, a given target, and what was set by hand.
type Entry = (Position, Corruption, Option<Rc<str>>, ByHand);

/// What was set by hand at a position, by model.
type ByHand = Vec<(ModelId, Rc<Distribution>)>;

fn by_hand(
    selected: &Node<'_, '_, '_>,
    models: &[Model],
    target: Option<&str>,
) -> Result<ByHand, FileError> {
    let mut by_hand = ByHand::new();
    let Some(list) = selected.field("predictions") else { return Ok(by_hand) };
    for prediction in list.items()? {
        let place = prediction.needed("model")?;
        let name = place.string()?;
        let model = models.iter().position(|model| *model.name == name).map(ModelId);
        let model = model.ok_or_else(|| place.fault(FileFault::NoModel(name.to_string())))?;
        if by_hand.iter().any(|(listed, _)| *listed == model) {
            return Err(place.fault(FileFault::PredictionTwice(name.into_owned())));
        }
        let distribution = distribution(&prediction)?;
        if let Some(target) = target.filter(|target| distribution.leaves_open(target)) {
            return Err(prediction.needed("rows")?.fault(FileFault::OpenTarget(target.into())));
        }
        by_hand.push((model, Rc::new(distribution)));
    }
    Ok(by_hand)
}

fn position(place: &Node<'_, '_, '_>, sentence: &Sentence) -> Result<Position, FileError> {
    let number = place.number()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the shape says: a whole number of 32 bits"
    )]
    let position = Position::new(number as u32);
    position
        .filter(|position| sentence.token(*position).is_some())
        .ok_or_else(|| place.fault(FileFault::NoPosition { number, tokens: sentence.len() }))
}

fn corruption(selected: &Node<'_, '_, '_>) -> Result<Corruption, FileError> {
    let kind = selected.field("corruption");
    let kind = kind.map_or(Ok(0), |kind| kind.choice(&shape::CORRUPTIONS))?;
    let random = selected.field("word");
    match (kind, random) {
        (1, Some(random)) => Ok(Corruption::Random(word(&random)?)),
        (1, None) => Err(selected.fault(FileFault::RandomWithoutWord)),
        (_, Some(word)) => Err(word.fault(FileFault::WordWithoutRandom)),
        (0, None) => Ok(Corruption::Mask),
        (_, None) => Ok(Corruption::Kept),
    }
}

fn word(node: &Node<'_, '_, '_>) -> Result<Rc<str>, FileError> {
    node.text().map(|word| Rc::from(&*word))
}

fn distribution(prediction: &Node<'_, '_, '_>) -> Result<Distribution, FileError> {
    let list = prediction.needed("rows")?;
    let mut rows: Vec<(Row, f64, bool)> = Vec::new();
    for entry in list.items()? {
        let row = row(&entry.needed("word")?)?;
        let locked = entry.field("locked").map_or(Ok(false), |locked| locked.flag())?;
        rows.push((row, entry.needed("probability")?.number()?, locked));
    }
    Distribution::from_rows(rows).map_err(|error| match &error {
        DistributionError::Repeated(repeated) => {
            let is_it = |entry: &Node<'_, '_, '_>| {
                entry.field("word").and_then(|word| row(&word).ok()).as_ref() == Some(repeated)
            };
            let second = list.items().into_iter().flatten().filter(is_it).nth(1);
            let word = second.as_ref().and_then(|entry| entry.field("word"));
            word.as_ref().unwrap_or(&list).fault(FileFault::Distribution(error))
        }
        _ => list.fault(FileFault::Distribution(error)),
    })
}

fn row(word: &Node<'_, '_, '_>) -> Result<Row, FileError> {
    Ok(match word.string_or_null()? {
        Some(word) => Row::Word(Rc::from(&*word)),
        None => Row::Others,
    })
}
