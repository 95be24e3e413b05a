//! Nothing of a text is lost between its sentences and its tokens.

use masklab::core::text::{self, Loading, Sentence, Sentences};

use crate::sound;

/// [`text::split`] takes any text without panicking: it refuses it and says why, or the sentences,
/// put together, are the text, and so are the tokens with the space between them. Only a text without
/// anything to see has no sentence. In slices, [`Loading`] comes to the same.
pub fn split(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let sliced = Loading::new(&text).and_then(|mut loading| {
        // Short slices for short texts.
        while !loading.advance(1 + text.len() / 8)?.is_done() {}
        loading.finish()
    });
    assert_eq!(sliced, Sentences::of(&text), "in slices the text is another one");
    let sentences = match text::split(&text) {
        Ok(sentences) => sentences,
        Err(refusal) => return sound::reason(&refusal),
    };
    let together: String = sentences.iter().map(Sentence::text).collect();
    if sentences.is_empty() {
        assert_eq!(Sentence::new(&text), None, "a text with a token has no sentence");
    } else {
        assert_eq!(together, text, "the sentences are not the text");
    }
    for sentence in &sentences {
        sound::sentence(sentence);
    }
}
