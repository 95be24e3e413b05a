//! Texts and documents to measure with: made up, and the same on every machine and in every run.

#![allow(dead_code, reason = "each program that measures uses some of it")]

use std::fmt;

use masklab::core::{
    document::{Document, Edit, ModelId, Session},
    math::Probability,
    objective::Place,
    predict::Source,
    text::{BYTE_LIMIT, Position},
};

pub(crate) const MODEL: ModelId = ModelId(0);
/// The most sentences that a document has.
pub(crate) const LARGE: usize = 10_000;
/// How many moves a drag has: a second at 60 frames.
pub(crate) const MOVES: usize = 60;
/// The selected positions of each sentence.
pub(crate) const SELECTED: [u32; 2] = [3, 6];

/// Numbers that look drawn: the generator `SplitMix64`.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014.
#[derive(Debug)]
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// A number from 0 to below 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The rank of a word, up to `ranks`: the second is half as frequent as the first, and so on
    /// (Zipf's law, nearly).
    fn rank(&mut self, ranks: usize) -> usize {
        libm::pow(ranks as f64, self.share()) as usize - 1
    }
}

/// How a language writes its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Script {
    name: &'static str,
    syllables: &'static [&'static str],
    space: &'static str,
    comma: &'static str,
    end: &'static str,
}

pub(crate) const LATIN: Script = Script {
    name: "Latin",
    syllables: &[
        "a", "the", "ri", "lo", "qui", "en", "tor", "ma", "sed", "un", "hol", "per", "ist", "ga",
        "ow", "ber", "mi", "con", "dal", "eth",
    ],
    space: " ",
    comma: ", ",
    end: ". ",
};
pub(crate) const CYRILLIC: Script = Script {
    name: "Cyrillic",
    syllables: &[
        "а", "то", "ри", "ло", "не", "ен", "тор", "ма", "сед", "ун", "хол", "пер", "ист", "га",
        "ов", "бер", "ми", "кон", "дал", "это",
    ],
    space: " ",
    comma: ", ",
    end: ". ",
};
pub(crate) const CHINESE: Script = Script {
    name: "Chinese",
    syllables: &[
        "的", "一", "是", "不", "了", "人", "我", "在", "有", "他", "这", "中", "大", "来", "上",
        "国", "个", "到", "说", "们",
    ],
    space: "",
    comma: "，",
    end: "。",
};

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// How many different words a text is made of, before capitals.
const VOCABULARY: usize = 8_000;

impl Script {
    /// The words, the frequent ones first; these are the short ones.
    fn words(self) -> Vec<String> {
        let count = self.syllables.len();
        let word = |mut number: usize| {
            let mut word = String::new();
            loop {
                word += self.syllables[number % count];
                number /= count;
                if number == 0 {
                    return word;
                }
                number -= 1;
            }
        };
        (0..VOCABULARY).map(word).collect()
    }

    /// Prose: sentences of so many words and half as many more, five to a line.
    fn prose(
        self,
        seed: u64,
        words: usize,
        mut is_enough: impl FnMut(usize, usize) -> bool,
    ) -> String {
        let vocabulary = self.words();
        let mut numbers = Numbers(seed);
        let mut text = String::new();
        let mut sentences = 0;
        while !is_enough(sentences, text.len()) {
            for index in 0..words + numbers.below(words / 2 + 1) {
                if index > 0 {
                    text += if numbers.below(9) == 0 { self.comma } else { self.space };
                }
                let word = &vocabulary[numbers.rank(VOCABULARY)];
                let mut letters = word.chars();
                match letters.next().filter(|_| index == 0) {
                    Some(first) => text.extend(first.to_uppercase().chain(letters)),
                    None => text += word,
                }
            }
            text += self.end;
            sentences += 1;
            if sentences % 5 == 0 {
                text.truncate(text.trim_end().len());
                text += "\n";
            }
        }
        text
    }

    /// A text just below the largest that is taken, 2 MB.
    pub(crate) fn large_text(self) -> String {
        // At most some 10,000 sentences, each of them longer in bytes where letters are.
        let mut text = self.prose(7, 45, |_, bytes| bytes >= BYTE_LIMIT);
        let mut end = BYTE_LIMIT;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text
    }
}

/// Prose of so many sentences, of some 14 words each.
pub(crate) fn prose(sentences: usize) -> String {
    LATIN.prose(1, 11, |count, _| count >= sentences)
}

/// A document of so many sentences with two selected positions each, which nobody has predicted.
pub(crate) fn document(sentences: usize, source: Source) -> Document {
    let mut document = applied(&Document::default(), &Edit::SetText(prose(sentences)));
    for sentence in 0..sentences {
        for place in places(sentence) {
            document = applied(&document, &Edit::ToggleMask(place));
        }
    }
    assert_eq!(document.examples().len(), sentences);
    applied(&document, &Edit::SetSource { model: MODEL, source })
}

/// As [`document`], with a prediction of its own at each selected position.
pub(crate) fn set_by_hand(sentences: usize, source: Source) -> Document {
    let mut numbers = Numbers(3);
    let mut document = document(sentences, Source::ByHand);
    for sentence in 0..sentences {
        for place in places(sentence) {
            document = applied(&document, &set(&document, place, numbers.share()));
        }
    }
    // Last, since a document alone counts its words with each edit that asks for them.
    applied(&document, &Edit::SetSource { model: MODEL, source })
}

/// The selected positions of a sentence.
pub(crate) fn places(sentence: usize) -> [Place; 2] {
    SELECTED.map(|number| Place { sentence, position: Position::new(number).unwrap() })
}

/// Moves the slider of the target at a selected position.
pub(crate) fn set(document: &Document, place: Place, p: f64) -> Edit {
    let selected = document.at(place).unwrap();
    let target = selected.target().unwrap().clone();
    Edit::set_probability(MODEL, place, target, Probability::nearest(p))
}

/// Moves of sliders: so many of each before another one in another sentence is taken. All of them come
/// twice, to other values, so that each changes something however often they are gone through.
pub(crate) fn slider_edits(document: &Document, moves: usize) -> Vec<Edit> {
    let mut numbers = Numbers(5);
    let sliders: Vec<Place> = (0..3_000 / moves)
        .map(|_| places(numbers.below(document.examples().len()))[numbers.below(2)])
        .collect();
    let drags = [&sliders[..], &sliders].concat();
    let drag = |place| (0..moves).map(move |_| place);
    drags.into_iter().flat_map(drag).map(|place| set(document, place, numbers.share())).collect()
}

/// A session with edits that come one after the other, for ever.
#[derive(Debug)]
pub(crate) struct Work {
    session: Session,
    edits: Vec<Edit>,
    next: usize,
    each_a_step: bool,
}

impl Work {
    pub(crate) fn new(document: &Document, edits: Vec<Edit>, each_a_step: bool) -> Self {
        Self { session: Session::new(document), edits, next: 0, each_a_step }
    }

    /// One edit with its evaluation, and the end of the session that was there before it.
    pub(crate) fn go_on(&mut self) {
        let session = self.session.apply(&self.edits[self.next]).unwrap();
        self.session = if self.each_a_step { session.at_rest() } else { session };
        self.next = (self.next + 1) % self.edits.len();
    }
}

pub(crate) fn applied(document: &Document, edit: &Edit) -> Document {
    document.apply(edit).unwrap()
}
