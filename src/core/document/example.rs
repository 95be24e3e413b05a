//! A sentence of the dataset with its selected positions.

use std::{mem, rc::Rc};

use super::{EditError, ModelId, WORKSHOP};
use crate::core::{
    math::Distribution,
    text::{Corruption, Position, Sentence, TokenKind},
};

/// A sentence x of the dataset, with the positions A(x) that are to be predicted.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    sentence: Sentence,
    /// By position.
    selected: Vec<Selected>,
}

/// A selected position i.
#[derive(Clone, Debug, PartialEq)]
pub struct Selected {
    position: Position,
    pub(super) corruption: Corruption,
    /// The true token xᵢ; `None` where a \[MASK\] was typed and nobody has said what stood there.
    pub(super) target: Option<Rc<str>>,
    /// What a person has set, by model.
    by_hand: Vec<(ModelId, Rc<Distribution>)>,
}

impl Example {
    /// A sentence with no position selected but those where \[MASK\] was typed.
    pub(super) fn new(sentence: Sentence) -> Self {
        let typed = |position| Selected {
            position,
            corruption: Corruption::Mask,
            target: None,
            by_hand: Vec::new(),
        };
        let masks = sentence.positions().filter(|(_, token)| token.kind == TokenKind::Mask);
        let selected = masks.map(|(position, _)| typed(position)).collect();
        Self { sentence, selected }
    }

    /// The sentence as it was written: before corruption, but for a \[MASK\] that was typed.
    pub fn sentence(&self) -> &Sentence {
        &self.sentence
    }

    /// The selected positions A(x), in their order.
    pub fn selected(&self) -> &[Selected] {
        &self.selected
    }

    /// What is selected at a position, if it is.
    pub fn at(&self, position: Position) -> Option<&Selected> {
        self.selected.get(self.find(position).ok()?)
    }

    pub(super) fn at_mut(&mut self, position: Position) -> Option<&mut Selected> {
        let index = self.find(position).ok()?;
        self.selected.get_mut(index)
    }

    fn find(&self, position: Position) -> Result<usize, usize> {
        self.selected.binary_search_by_key(&position, |selected| selected.position)
    }

    /// The sentence as it was before corruption, x, with the targets that were given in the place of
    /// typed masks.
    pub fn original(&self) -> String {
        self.sentence.rewritten(|position| {
            let selected = self.at(position).filter(|_| self.is_typed_mask(position))?;
            selected.target.as_deref()
        })
    }

    /// What the model reads, x̄.
    pub fn corrupted(&self) -> String {
        self.sentence.corrupted(|position| self.at(position).map(|selected| &selected.corruption))
    }

    /// The tokens of x. `None` is one that nobody knows: a typed mask without a target.
    pub(super) fn original_tokens(&self) -> impl Iterator<Item = Option<&str>> {
        self.sentence.positions().map(|(position, token)| match token.kind {
            TokenKind::Mask => self.at(position)?.target.as_deref(),
            TokenKind::Word | TokenKind::Mark => Some(token.text),
        })
    }

    /// Whether \[MASK\] is typed in the text at a position.
    pub fn is_typed_mask(&self, position: Position) -> bool {
        self.sentence.token(position).is_some_and(|token| token.kind == TokenKind::Mask)
    }

    /// Selects positions, or corrupts selected ones in another way. They come by position; one where
    /// there is no token is passed over.
    pub(super) fn select(&mut self, positions: impl IntoIterator<Item = (Position, Corruption)>) {
        let mut new = Vec::new();
        for (position, corruption) in positions {
            let Some(token) = self.sentence.token(position) else { continue };
            if let Ok(index) = self.find(position) {
                if let Some(selected) = self.selected.get_mut(index) {
                    selected.corruption = corruption;
                }
            } else {
                let target = Some(token.text.into());
                new.push(Selected { position, corruption, target, by_hand: Vec::new() });
            }
        }
        self.put(new);
    }

    /// Adds selected positions, each once, or replaces what is selected there.
    fn put(&mut self, new: Vec<Selected>) {
        if !new.is_empty() {
            let mut merged = Vec::with_capacity(self.selected.len() + new.len());
            let mut old = mem::take(&mut self.selected).into_iter().peekable();
            for new in new {
                while let Some(before) = old.next_if(|old| old.position < new.position) {
                    merged.push(before);
                }
                let _replaced = old.next_if(|old| old.position == new.position);
                merged.push(new);
            }
            merged.extend(old);
            self.selected = merged;
        }
    }

    /// Takes positions out of the selection; those of typed masks stay.
    pub(super) fn deselect(&mut self, mut is_deselected: impl FnMut(Position) -> bool) {
        let sentence = &self.sentence;
        self.selected.retain(|selected| {
            let position = selected.position;
            let typed = sentence.token(position).is_some_and(|t| t.kind == TokenKind::Mask);
            typed || !is_deselected(position)
        });
    }

    /// Takes over what was selected at other positions, perhaps in an earlier spelling of the text:
    /// where a target was typed over, its name changes in the predictions. They come by position.
    pub(super) fn take_over<'s>(
        &mut self,
        kept: impl IntoIterator<Item = (Position, &'s Selected)>,
    ) {
        let mut new = Vec::new();
        for (position, selected) in kept {
            let Some(token) = self.sentence.token(position) else { continue };
            let mut copy = Selected { position, ..selected.clone() };
            if token.kind == TokenKind::Mask {
                copy.corruption = Corruption::Mask;
            } else if selected.target.as_deref() != Some(token.text) {
                copy.set_target(Some(token.text.into()));
                // What was set where nobody had said the target may say nothing of it.
                copy.by_hand.retain(|(_, p)| !WORKSHOP || !p.leaves_open(token.text));
            }
            new.push(copy);
        }
        self.put(new);
    }

    /// Forgets what was set by hand for a model that is taken out: those behind it move up.
    pub(super) fn forget_model(&mut self, model: ModelId) {
        for selected in &mut self.selected {
            selected.set_by_hand(model, None);
            for (id, _) in &mut selected.by_hand {
                if *id > model {
                    id.0 -= 1;
                }
            }
        }
    }

    /// Forgets what was set by hand for a model at some positions.
    pub(super) fn forget(&mut self, model: ModelId, is_there: impl Fn(Position) -> bool) {
        for selected in &mut self.selected {
            if is_there(selected.position) {
                selected.set_by_hand(model, None);
            }
        }
    }
}

impl Selected {
    /// Where in the sentence it is.
    pub fn position(&self) -> Position {
        self.position
    }

    /// What becomes of it in x̄.
    pub fn corruption(&self) -> &Corruption {
        &self.corruption
    }

    /// The true token xᵢ; `None` where a \[MASK\] was typed and nobody has said what stood there.
    pub fn target(&self) -> Option<&Rc<str>> {
        self.target.as_ref()
    }

    /// What a person has set for a model, if so.
    pub fn by_hand(&self, model: ModelId) -> Option<&Rc<Distribution>> {
        self.by_hand.iter().find(|(id, _)| *id == model).map(|(_, distribution)| distribution)
    }

    /// Sets a prediction by hand, or takes it back.
    pub(super) fn set_by_hand(&mut self, model: ModelId, prediction: Option<Rc<Distribution>>) {
        self.by_hand.retain(|(id, _)| *id != model);
        if let Some(prediction) = prediction {
            // By model, so that two ways to the same document give equal ones.
            let place = self.by_hand.iter().take_while(|(id, _)| *id < model).count();
            self.by_hand.insert(place, (model, prediction));
        }
    }

    /// Refuses a target of which a prediction by hand does not say what it gives it: its term would
    /// be undefined. No Document has such a one.
    pub(super) fn checked(&self) -> Result<(), EditError> {
        match &self.target {
            Some(target) if self.by_hand.iter().any(|(_, p)| p.leaves_open(target)) => {
                Err(EditError::UnknownTarget(target.clone()))
            }
            _ => Ok(()),
        }
    }

    /// Changes the target. Where the old one is among the candidates and the new one is not, it is
    /// renamed there.
    pub(super) fn set_target(&mut self, target: Option<Rc<str>>) {
        if let (Some(old), Some(new)) = (&self.target, &target)
            && old != new
        {
            for (_, prediction) in &mut self.by_hand {
                if let Ok(renamed) = prediction.with_word_respelled(old, new) {
                    *prediction = Rc::new(renamed);
                }
            }
        }
        self.target = target;
    }
}
