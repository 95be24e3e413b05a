//! A sentence of the dataset with its selected positions.

use std::rc::Rc;

use super::ModelId;
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

    /// Selects a position, or corrupts it in another way. Says whether there is such a token.
    pub(super) fn select(&mut self, position: Position, corruption: Corruption) -> bool {
        let Some(token) = self.sentence.token(position) else { return false };
        match self.find(position) {
            Ok(index) => {
                if let Some(selected) = self.selected.get_mut(index) {
                    selected.corruption = corruption;
                }
            }
            Err(index) => {
                let target = Some(token.text.into());
                let selected = Selected { position, corruption, target, by_hand: Vec::new() };
                self.selected.insert(index, selected);
            }
        }
        true
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

    /// Takes over what was selected at another position, perhaps in an earlier spelling of the text:
    /// where that position's target was typed over, its name changes in the predictions.
    pub(super) fn take_over(&mut self, position: Position, selected: &Selected) {
        let Some(token) = self.sentence.token(position) else { return };
        let target = match token.kind {
            TokenKind::Mask => selected.target.clone(),
            _ if selected.target.as_deref() == Some(token.text) => selected.target.clone(),
            _ => Some(token.text.into()),
        };
        let corruption = match token.kind {
            TokenKind::Mask => Corruption::Mask,
            _ => selected.corruption.clone(),
        };
        let mut taken = Selected { position, corruption, target: selected.target.clone(), by_hand: selected.by_hand.clone() };
        taken.set_target(target);
        match self.find(position) {
            Ok(index) => {
                if let Some(place) = self.selected.get_mut(index) {
                    *place = taken;
                }
            }
            Err(index) => self.selected.insert(index, taken),
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
        self.by_hand.extend(prediction.map(|prediction| (model, prediction)));
        // One order, so that two ways to the same document give equal ones.
        self.by_hand.sort_unstable_by_key(|(id, _)| *id);
    }

    /// Changes the target. Where the old one is among the candidates and the new one is not, it is
    /// renamed there.
    pub(super) fn set_target(&mut self, target: Option<Rc<str>>) {
        if let (Some(old), Some(new)) = (&self.target, &target)
            && old != new
        {
            for (_, prediction) in &mut self.by_hand {
                if let Ok(renamed) = prediction.with_word_renamed(old, new) {
                    *prediction = Rc::new(renamed);
                }
            }
        }
        self.target = target;
    }
}
