//! What each edit promises.

use std::rc::Rc;

use masklab::core::{
    document::{Change, Document, Edit, Evaluation, Example, Model, ModelId, Scope, Selected},
    math::{Candidate, Distribution, Row},
    text::{Corruption, Position, Sentence, Sentences},
};

/// How far a number may be from one that rounding has touched.
const ROUNDING: f64 = 1e-12;

/// Whether an edit is one that may change the models.
fn is_of_models(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::AddModel { .. }
            | Edit::RemoveModel(_)
            | Edit::RenameModel { .. }
            | Edit::SetSource { .. }
            | Edit::Open(_)
    )
}

/// What an edit that is taken has changed, and that it has changed nothing else.
pub(super) fn keeps(edit: &Edit, before: &Document, evaluation: &Evaluation) {
    let after = evaluation.document();
    assert!(is_of_models(edit) || after.models() == before.models(), "{edit:?} changed the models");
    match edit {
        Edit::Open(document) => assert_eq!(&**document, after, "another document"),
        Edit::SetText(text) if after.examples().is_empty() => {
            assert_eq!(Sentence::new(text), None, "{text:?} is lost");
        }
        Edit::SetText(text) => assert_eq!(&after.text(), text, "another text"),
        Edit::Load { at, sentences } => {
            let whole = at_once(*at, sentences);
            assert_eq!(before.apply(&whole).as_ref(), Ok(after), "{whole:?} is something else");
        }
        Edit::SetSentence { sentence, text } => sentence_is_set(before, after, *sentence, text),
        Edit::InsertText { at, text } => text_is_inserted(before, after, *at, text),
        Edit::RemoveSentence(sentence) => {
            let mut left = examples(before);
            left.remove(*sentence);
            assert_eq!(left, examples(after), "the other sentences");
        }
        Edit::DuplicateSentence(sentence) => {
            let mut expected = examples(before);
            expected.insert(sentence + 1, copy(&expected, *sentence));
            stay(&expected, &examples(after));
        }
        Edit::MoveSentence { from, to } => {
            let mut expected = examples(before);
            let moved = expected.remove(*from);
            expected.insert(*to, moved);
            stay(&expected, &examples(after));
        }
        Edit::ToggleMask(place) => {
            let (was, is) = (before.at(*place), after.at(*place));
            let is_masked = is.map(|selected| selected.corruption() == &Corruption::Mask);
            assert_eq!(is_masked, was.is_none().then_some(true), "the mask at {place:?}");
            others_stay(before, after, Scope::Position(*place));
        }
        Edit::Select { place, corruption } => {
            assert_eq!(after.at(*place).map(Selected::corruption), Some(corruption), "{place:?}");
            others_stay(before, after, Scope::Position(*place));
        }
        Edit::Deselect(scope) => {
            each_selected(after, *scope, |example, selected| {
                assert!(example.is_typed_mask(selected.position()), "{selected:?} is selected");
            });
            others_stay(before, after, *scope);
        }
        Edit::SetTarget { place, target } => {
            let is = after.at(*place).and_then(|selected| selected.target().map(|word| &**word));
            assert_eq!(is, target.as_ref().map(|word| word.trim()), "the target at {place:?}");
            others_stay(before, after, Scope::Position(*place));
        }
        Edit::Draw { scope, .. } => {
            assert_eq!(after.apply(edit).as_ref(), Ok(after), "{edit:?} draws something else");
            others_stay(before, after, *scope);
        }
        Edit::AddModel { name, source } => {
            let (last, others) = after.models().split_last().expect("there is a model");
            assert_eq!((&**last.name(), last.source()), (name.trim(), *source), "the new model");
            assert_eq!(others, before.models(), "the other models");
            assert_eq!(after.examples(), before.examples(), "a model changed the sentences");
        }
        Edit::RemoveModel(model) => is_without_model(before, evaluation, *model),
        Edit::RenameModel { model, name } => {
            let is = after.model(*model).map(|model| &**model.name());
            assert_eq!(is, Some(name.trim()), "the name");
            other_models_stay(before, after, *model);
        }
        Edit::SetSource { model, source } => {
            assert_eq!(after.model(*model).map(Model::source), Some(*source), "the source");
            other_models_stay(before, after, *model);
        }
        Edit::Predict { model, place, change } => {
            others_stay(before, after, Scope::Position(*place));
            let was = Evaluation::of(before).prediction(*model, *place);
            let was = was.expect("there is a prediction to change");
            let is = after.at(*place).and_then(|selected| selected.by_hand(*model));
            let is = is.expect("the changed prediction is there");
            assert_eq!(evaluation.prediction(*model, *place).as_ref(), Some(is), "{edit:?}");
            changed(change, &was, is);
        }
        Edit::BackToModel { model, scope } => {
            each_selected(after, *scope, |_, selected| {
                assert_eq!(selected.by_hand(*model), None, "it is still set by hand");
            });
            others_stay(before, after, *scope);
        }
        Edit::Train { model, scope, rate, steps } => {
            let before = &Evaluation::of(before);
            let training = before.training(*model, *scope, *rate, *steps).expect("it was taken");
            assert_eq!(&training.document, after, "training comes to something else");
            has_learned(before, evaluation, *model, &training.losses);
            others_stay(before.document(), after, *scope);
        }
    }
}

/// The edit with the text of some sentences that comes to the same as loading them.
fn at_once(at: Option<usize>, sentences: &Sentences) -> Edit {
    let text = sentences.as_slice().iter().map(Sentence::text).collect();
    match at {
        Some(at) => Edit::InsertText { at, text },
        None => Edit::SetText(text),
    }
}

/// No target has less than before, and the loss goes down, or stays.
fn has_learned(before: &Evaluation, after: &Evaluation, model: ModelId, losses: &[f64]) {
    let reports = [before, after].map(|e| e.report(model).expect("the model is there"));
    let [was, is] = reports.map(|report| report.terms());
    for ((place, was), (_, is)) in was.zip(is) {
        let (was, is) = (was.probability.value(), is.probability.value());
        assert!(is >= was - ROUNDING, "training takes from the target at {place:?}");
    }
    assert!(losses.iter().all(|&loss| loss >= 0.0), "{losses:?}");
    let rises = |pair: &[f64]| match pair {
        [one, next] => *next > one * (1.0 + 1e-9) + 1e-9,
        _ => false,
    };
    assert!(!losses.windows(2).any(rises), "{losses:?}");
}

fn examples(document: &Document) -> Vec<Rc<Example>> {
    document.examples().iter().cloned().collect()
}

fn copy(examples: &[Rc<Example>], index: usize) -> Rc<Example> {
    examples.get(index).expect("there is a sentence to copy").clone()
}

fn unspaced(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn text_of(examples: &[Rc<Example>]) -> String {
    examples.iter().map(|example| unspaced(example.sentence().text())).collect()
}

/// The same sentences with the same selection; only the space between them may differ.
#[track_caller]
fn stay(old: &[Rc<Example>], new: &[Rc<Example>]) {
    assert_eq!(old.len(), new.len(), "the number of sentences");
    for (old, new) in old.iter().zip(new) {
        assert!(old.sentence().tokens().eq(new.sentence().tokens()), "{old:?} is {new:?}");
        assert_eq!(old.selected(), new.selected(), "another selection");
    }
}

fn sentence_is_set(before: &Document, after: &Document, sentence: usize, text: &str) {
    let (old, new) = (examples(before), examples(after));
    let (head, rest) = old.split_at(sentence);
    let tail = rest.split_first().map_or(rest, |(_, tail)| tail);
    let (new_head, rest) = new.split_at(sentence);
    let (set, new_tail) = rest.split_at(rest.len() - tail.len());
    assert_eq!((head, tail), (new_head, new_tail), "the other sentences");
    if set.is_empty() {
        assert_eq!(Sentence::new(text), None, "{text:?} is lost");
    } else {
        assert_eq!(text_of(set), unspaced(text), "another sentence");
    }
}

fn text_is_inserted(before: &Document, after: &Document, at: usize, text: &str) {
    let (old, new) = (examples(before), examples(after));
    let (at, more) = (at.min(old.len()), new.len() - old.len());
    let (head, rest) = new.split_at(at);
    let (inserted, tail) = rest.split_at(more);
    assert!(more > 0 && text_of(inserted) == unspaced(text), "{text:?} is not there");
    stay(&old, &[head, tail].concat());
}

/// What is selected in a scope.
fn each_selected(document: &Document, scope: Scope, mut look: impl FnMut(&Example, &Selected)) {
    for (index, example) in document.examples().iter().enumerate() {
        for selected in example.selected() {
            if has(scope, index, Some(selected.position())) {
                look(example, selected);
            }
        }
    }
}

/// Whether a position is in a scope; without one, whether the whole sentence is.
fn has(scope: Scope, index: usize, position: Option<Position>) -> bool {
    match scope {
        Scope::Dataset => true,
        Scope::Sentence(sentence) => sentence == index,
        Scope::Position(place) => place.sentence == index && Some(place.position) == position,
    }
}

/// The text is the same, and so is the selection outside of a scope.
fn others_stay(before: &Document, after: &Document, scope: Scope) {
    assert_eq!(before.examples().len(), after.examples().len(), "the number of sentences");
    let pairs = before.examples().iter().zip(after.examples()).enumerate();
    for (index, (old, new)) in pairs.filter(|(_, (old, new))| !Rc::ptr_eq(old, new)) {
        assert_eq!(old.sentence(), new.sentence(), "the text of sentence {index}");
        let others = |example: &Example| -> Vec<Selected> {
            let selected = example.selected().iter();
            selected.filter(|s| !has(scope, index, Some(s.position()))).cloned().collect()
        };
        assert_eq!(others(old), others(new), "what is selected elsewhere in sentence {index}");
    }
}

fn other_models_stay(before: &Document, after: &Document, model: ModelId) {
    let others = |document: &Document| {
        let mut models = document.models().to_vec();
        models.remove(model.0);
        models
    };
    assert_eq!(others(before), others(after), "the other models");
    assert_eq!(before.examples(), after.examples(), "a model changed the sentences");
}

/// The other models predict what they did.
fn is_without_model(before: &Document, evaluation: &Evaluation, removed: ModelId) {
    let old = Evaluation::of(before);
    let mut models = before.models().to_vec();
    models.remove(removed.0);
    assert_eq!(evaluation.document().models(), models, "the other models");
    for index in 0..models.len() {
        let was = ModelId(if index < removed.0 { index } else { index + 1 });
        assert_eq!(evaluation.report(ModelId(index)), old.report(was), "what {was} predicts");
    }
}

/// What a change has made of a prediction. A locked row keeps its probability with every bit.
fn changed(change: &Change, was: &Distribution, is: &Distribution) {
    let find = |distribution: &Distribution, row: &Row| -> Option<Candidate> {
        distribution.candidates().iter().find(|candidate| candidate.row == *row).cloned()
    };
    let value = |row: &Row| find(is, row).map(|candidate| candidate.probability.value());
    let near = |row: &Row, p: f64| value(row).is_some_and(|value| (value - p).abs() <= ROUNDING);
    let locks_hold = || {
        for locked in was.candidates().iter().filter(|candidate| candidate.locked) {
            assert_eq!(find(is, &locked.row).as_ref(), Some(locked), "{change:?}");
        }
    };
    let rows = |more: usize, fewer: usize| {
        let (was, is) = (was.candidates().len(), is.candidates().len());
        assert_eq!(was + more, is + fewer, "the rows after {change:?}");
    };
    match change {
        Change::SetProbability { row, probability } => {
            assert!(near(row, probability.value()), "{change:?}: {is:?}");
            locks_hold();
            rows(0, 0);
        }
        Change::SetLogit { .. } | Change::Temperature(_) => {
            locks_hold();
            rows(0, 0);
            for row in was.candidates().iter().filter(|row| row.probability.value() == 0.0) {
                let is_set = matches!(change, Change::SetLogit { row: set, .. } if *set == row.row);
                assert!(is_set || near(&row.row, 0.0), "{change:?} raises what was impossible");
            }
        }
        Change::Lock { row, locked } => {
            assert_eq!(find(is, row).map(|candidate| candidate.locked), Some(*locked));
            for candidate in was.candidates() {
                let same = find(is, &candidate.row).map(|is| is.probability);
                assert_eq!(same, Some(candidate.probability), "a lock moves {candidate:?}");
            }
            rows(0, 0);
        }
        Change::AddWord(word) => {
            assert!(find(is, &Row::Word(word.trim().into())).is_some(), "{word:?} is not listed");
            locks_hold();
            rows(1, 0);
        }
        Change::Rename { word, new } => {
            let renamed = find(is, &Row::Word(new.trim().into())).expect("the new word is listed");
            let old = find(was, &Row::Word(word.clone())).expect("the old word was listed");
            assert_eq!((renamed.probability, renamed.locked), (old.probability, old.locked));
            rows(0, 0);
        }
        Change::Remove(row) => {
            assert_eq!(find(is, row), None, "the row is still there");
            locks_hold();
            rows(0, 1);
        }
        Change::ListOthers => {
            assert_eq!(is.candidates().last().map(|last| &last.row), Some(&Row::Others));
            locks_hold();
            rows(1, 0);
        }
        Change::EvenOut => {
            let open: Vec<f64> = is
                .candidates()
                .iter()
                .filter(|candidate| !candidate.locked)
                .map(|candidate| candidate.probability.value())
                .collect();
            let first = open.first().copied().unwrap_or_default();
            assert!(open.iter().all(|p| (p - first).abs() <= ROUNDING), "{is:?} is not even");
            locks_hold();
            rows(0, 0);
        }
        Change::Replace(replacement) => assert_eq!(is, &**replacement, "another replacement"),
    }
}
