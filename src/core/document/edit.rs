//! Every way in which a document can change.

use std::{fmt, rc::Rc};

use super::{Document, Example};
use crate::core::{
    math::{ChangeError, Distribution, Probability, Row},
    objective::Place,
    text::{self, Position},
};

/// A change that a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The whole text anew. Words that stand where they stood, counted from either end of the
    /// text, stay masked with their predictions, and so does a word that is typed over.
    SetText(String),
    /// Selects the position, or takes it out of the selection with its prediction. A newly masked
    /// word gets itself and a few other words of the text as candidates, evenly.
    ToggleMask(Place),
    /// What the model gives one of its candidates; the others are rescaled in proportion.
    SetProbability {
        /// The selected position.
        place: Place,
        /// The candidate.
        word: Rc<str>,
        /// Its new probability.
        probability: Probability,
    },
}

impl Edit {
    /// Whether this moves the same candidate as an earlier edit: moves of one slider, one after the
    /// other, are one gesture.
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (
                Self::SetProbability { place, word, .. },
                Self::SetProbability { place: earlier_place, word: earlier_word, .. },
            ) => place == earlier_place && word == earlier_word,
            _ => false,
        }
    }
}

/// Why an edit is refused. The document is then as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum EditError {
    /// The text has more characters than are taken.
    TooManyCharacters {
        /// The characters of the text.
        characters: usize,
        /// The most that are taken.
        limit: usize,
    },
    /// The text has more tokens than the page can show at once.
    TooManyTokens {
        /// The tokens of the text.
        tokens: usize,
        /// The most that are taken.
        limit: usize,
    },
    /// There is no token at this place.
    NoToken(Place),
    /// The token at this place is not selected, so nothing is predicted there.
    NotSelected(Place),
    /// The distribution refuses the probability.
    Probability(ChangeError),
}

/// The longest text that is taken, in characters.
const CHARACTER_LIMIT: usize = 20_000;
/// The most tokens that are taken: as many as a page can show at once that has no list which draws
/// only what is seen.
const TOKEN_LIMIT: usize = 3_000;

/// How many other words a newly masked word is offered beside itself.
const OTHER_CANDIDATES: usize = 3;

/// Candidates for a text that has too few words of its own.
const COMMON_WORDS: [&str; 4] = ["the", "of", "and", "to"];

impl Document {
    /// The document after an edit.
    ///
    /// # Errors
    /// Says why the edit is refused.
    ///
    /// ```
    /// use masklab::core::{document::{Document, Edit}, objective::Place, text::Position};
    ///
    /// let document = Document::course_item();
    /// let quick = Place { sentence: 0, position: Position::new(2).unwrap() };
    /// let masked = document.apply(&Edit::ToggleMask(quick)).unwrap();
    /// assert_eq!(masked.report().selected(), 2);
    /// ```
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        match edit {
            Edit::SetText(text) => self.with_text(text),
            Edit::ToggleMask(place) => self.toggled(*place),
            Edit::SetProbability { place, word, probability } => {
                let prediction = self.prediction(*place).ok_or(EditError::NotSelected(*place))?;
                let moved = prediction
                    .with_probability(&Row::Word(word.clone()), *probability)
                    .map_err(EditError::Probability)?;
                self.with_example(*place, |example| example.predict(place.position, Rc::new(moved)))
            }
        }
    }

    fn toggled(&self, place: Place) -> Result<Self, EditError> {
        let token = self
            .examples
            .get(place.sentence)
            .and_then(|example| example.sentence.token(place.position))
            .ok_or(EditError::NoToken(place))?;
        let candidates = self.candidates_for(place.sentence, &token.text);
        self.with_example(place, |example| {
            // There is always the true word itself, so the distribution is never refused.
            if !example.deselect(place.position)
                && let Ok(even) = Distribution::evenly(candidates)
            {
                example.predict(place.position, Rc::new(even));
            }
        })
    }

    /// The document with one sentence changed; the others are shared.
    fn with_example(
        &self,
        place: Place,
        change: impl FnOnce(&mut Example),
    ) -> Result<Self, EditError> {
        let mut changed = self.clone();
        let example = changed.examples.get_mut(place.sentence).ok_or(EditError::NoToken(place))?;
        change(Rc::make_mut(example));
        Ok(changed)
    }

    /// The target and a few other words, first those of its own sentence, then of the whole text.
    fn candidates_for(&self, sentence: usize, target: &Rc<str>) -> Vec<Rc<str>> {
        let own = self.examples.get(sentence).into_iter();
        let words = own
            .chain(&self.examples)
            .flat_map(|example| example.sentence.tokens())
            .filter(|token| token.is_word)
            .map(|token| token.text.clone())
            .chain(COMMON_WORDS.map(Rc::from));
        let mut candidates = vec![target.clone()];
        for word in words {
            if candidates.len() > OTHER_CANDIDATES {
                break;
            }
            // "The" is no alternative to "the". (Beyond ASCII it would take tables to tell.)
            if !candidates.iter().any(|listed| listed.eq_ignore_ascii_case(&word)) {
                candidates.push(word);
            }
        }
        candidates
    }

    fn with_text(&self, text: &str) -> Result<Self, EditError> {
        let characters = text.chars().count();
        if characters > CHARACTER_LIMIT {
            return Err(EditError::TooManyCharacters { characters, limit: CHARACTER_LIMIT });
        }
        let mut old: Vec<(&Rc<str>, Option<&Rc<Distribution>>)> = Vec::new();
        for example in &self.examples {
            for (position, token) in example.sentence.positions() {
                old.push((&token.text, example.prediction(position)));
            }
        }
        let mut examples: Vec<Example> = text::split(text).into_iter().map(Example::new).collect();
        let mut new: Vec<&Rc<str>> = Vec::new();
        for example in &examples {
            new.extend(example.sentence.tokens().iter().map(|token| &token.text));
        }
        if new.len() > TOKEN_LIMIT {
            let tokens = new.len();
            return Err(EditError::TooManyTokens { tokens, limit: TOKEN_LIMIT });
        }
        // What stands in the common head or in the common tail is kept. So is what stands between
        // them where it has as many tokens as before: a word that is being typed over.
        let (before, after, shorter) = (old.len(), new.len(), old.len().min(new.len()));
        let same = |i: usize, j: usize| match (old.get(i), new.get(j)) {
            (Some((old, _)), Some(new)) => old == new,
            _ => false,
        };
        let mut head = 0;
        while same(head, head) {
            head += 1;
        }
        let mut tail = 0;
        while head + tail < shorter && same(before - tail - 1, after - tail - 1) {
            tail += 1;
        }
        let mut index = 0;
        for example in &mut examples {
            for number in 0..example.sentence.tokens().len() {
                let kept = match index {
                    _ if index < head || before == after => old.get(index),
                    _ if index + tail >= after => old.get(index + before - after),
                    _ => None,
                };
                if let (Some(&(target, Some(prediction))), Some(position)) =
                    (kept, Position::from_index(number))
                {
                    example.keep(position, target, prediction);
                }
                index += 1;
            }
        }
        Ok(Self { examples: examples.into_iter().map(Rc::new).collect() })
    }
}

impl Example {
    /// Predicts at a position what was predicted for a target that may have been spelled otherwise:
    /// a target that is no longer among the candidates is renamed there.
    fn keep(&mut self, position: Position, old_target: &Rc<str>, prediction: &Rc<Distribution>) {
        let Some(target) = self.sentence.token(position).map(|token| token.text.clone()) else {
            return;
        };
        let respelled = prediction.with_word_respelled(old_target, &target);
        self.predict(position, respelled.map_or_else(|_| prediction.clone(), Rc::new));
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyCharacters { characters, limit } => write!(
                f,
                "The text has {characters} characters, and at most {limit} are taken. It stays as \
                 it was: try a shorter one."
            ),
            Self::TooManyTokens { tokens, limit } => write!(
                f,
                "The text has {tokens} words and marks, and at most {limit} are taken. It stays as \
                 it was: try a shorter one."
            ),
            Self::NoToken(place) => {
                write!(f, "There is no word {} in sentence {}.", place.position, place.sentence + 1)
            }
            Self::NotSelected(place) => write!(
                f,
                "Word {} of sentence {} is not masked: mask it first.",
                place.position,
                place.sentence + 1
            ),
            Self::Probability(error) => write!(f, "Nothing changed: {error}."),
        }
    }
}

impl std::error::Error for EditError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn place(sentence: usize, position: u32) -> Place {
        Place { sentence, position: Position::new(position).unwrap() }
    }

    fn typed(text: &str) -> Document {
        Document::default().apply(&Edit::SetText(text.into())).unwrap()
    }

    fn masked(document: &Document, sentence: usize, position: u32) -> Document {
        document.apply(&Edit::ToggleMask(place(sentence, position))).unwrap()
    }

    fn words(document: &Document, at: Place) -> Vec<String> {
        let prediction = document.prediction(at).unwrap();
        prediction.candidates().iter().map(|candidate| candidate.row.to_string()).collect()
    }

    fn inputs(document: &Document) -> Vec<String> {
        document.examples().iter().map(|example| example.corrupted()).collect()
    }

    #[test]
    fn a_newly_masked_word_is_offered_with_others_of_the_text_evenly() {
        let document = masked(&Document::course_item(), 0, 2);
        assert_eq!(words(&document, place(0, 2)), ["quick", "The", "brown", "fox"]);
        let prediction = document.prediction(place(0, 2)).unwrap();
        assert!(prediction.candidates().iter().all(|c| c.probability.value() == 0.25));
    }

    #[test]
    fn a_text_of_one_word_borrows_common_words() {
        let document = masked(&typed("Of"), 0, 1);
        assert_eq!(words(&document, place(0, 1)), ["Of", "the", "and", "to"]);
    }

    #[test]
    fn masking_twice_is_not_masking() {
        let document = Document::course_item();
        assert_eq!(masked(&masked(&document, 0, 2), 0, 2), document);
    }

    #[test]
    fn a_slider_moves_the_others_in_proportion() {
        let edit = Edit::SetProbability {
            place: place(0, 3),
            word: "brown".into(),
            probability: Probability::nearest(0.4),
        };
        let document = Document::course_item().apply(&edit).unwrap();
        let prediction = document.prediction(place(0, 3)).unwrap();
        let of = |word| prediction.probability_of(word).value();
        assert_eq!(of("brown"), 0.4);
        assert!((of("red") - 0.4).abs() < 1e-15);
        assert!((of("lazy") - 0.2).abs() < 1e-15);
    }

    #[test]
    fn words_that_stay_where_they_stood_stay_masked() {
        let document = masked(&Document::course_item(), 0, 1);
        let text = "The very quick brown fox.";
        let longer = document.apply(&Edit::SetText(text.into())).unwrap();
        assert_eq!(inputs(&longer), ["[MASK] very quick [MASK] fox."]);
        assert_eq!(longer.prediction(place(0, 4)), document.prediction(place(0, 3)));
        let other = document.apply(&Edit::SetText("The quick fox.".into())).unwrap();
        assert_eq!(inputs(&other), ["[MASK] quick fox."]);
    }

    #[test]
    fn a_masked_word_that_is_typed_over_keeps_what_is_predicted() {
        let document = Document::course_item();
        let typed = |text: &str| document.apply(&Edit::SetText(text.into())).unwrap();
        let of_target = |document: &Document| {
            let report = document.report();
            let (_, term) = report.terms().next().unwrap();
            (term.target.to_string(), term.probability.value())
        };
        assert_eq!(of_target(&typed("The quick brownish fox.")), ("brownish".into(), 0.7));
        assert_eq!(of_target(&typed("The quick red fox.")), ("red".into(), 0.2));
        let back = typed("The quick brownx fox.")
            .apply(&Edit::SetText("The quick brown fox.".into()))
            .unwrap();
        assert_eq!(back, document);
    }

    #[test]
    fn masks_survive_a_sentence_that_is_split_in_two() {
        let text = "The quick brown fox. It jumps.";
        let longer = Document::course_item().apply(&Edit::SetText(text.into())).unwrap();
        assert_eq!(inputs(&longer), ["The quick [MASK] fox. ", "It jumps."]);
    }

    #[test]
    fn what_cannot_be_is_refused_with_the_reason() {
        let document = Document::course_item();
        let refused = |edit| document.apply(&edit).unwrap_err();
        let set = |position, word: &str| Edit::SetProbability {
            place: place(0, position),
            word: word.into(),
            probability: Probability::ONE,
        };
        assert_eq!(refused(Edit::ToggleMask(place(0, 9))), EditError::NoToken(place(0, 9)));
        assert_eq!(refused(Edit::ToggleMask(place(1, 1))), EditError::NoToken(place(1, 1)));
        assert_eq!(refused(set(2, "quick")), EditError::NotSelected(place(0, 2)));
        assert_eq!(
            refused(set(3, "dog")),
            EditError::Probability(ChangeError::NotListed(Row::Word("dog".into())))
        );
        let long = "a ".repeat(CHARACTER_LIMIT);
        assert!(matches!(refused(Edit::SetText(long)), EditError::TooManyCharacters { .. }));
        let many = "a ".repeat(TOKEN_LIMIT + 1);
        assert!(matches!(refused(Edit::SetText(many)), EditError::TooManyTokens { .. }));
    }

    #[test]
    fn an_edit_of_one_sentence_shares_the_others() {
        let document = typed("One here. Two here.");
        let changed = masked(&document, 1, 1);
        let (before, after) = (document.examples(), changed.examples());
        assert!(Rc::ptr_eq(before.first().unwrap(), after.first().unwrap()));
        assert!(!Rc::ptr_eq(before.last().unwrap(), after.last().unwrap()));
    }

    proptest! {
        #[test]
        fn any_text_after_any_other_gives_that_text(first in "(a|b|[.] |\\PC){0,12}", second in "(a|b|[.] |\\PC){0,12}") {
            let mut document = typed(&first);
            for sentence in 0..document.examples().len() {
                document = masked(&document, sentence, 1);
            }
            let document = document.apply(&Edit::SetText(second.clone())).unwrap();
            if !second.trim().is_empty() {
                prop_assert_eq!(document.text(), second);
            }
            // Every prediction still has its target.
            for (place, term) in document.report().terms() {
                let candidates = document.prediction(place).unwrap().candidates();
                prop_assert!(candidates.iter().any(|candidate| candidate.word() == Some(&term.target)));
            }
        }
    }
}
