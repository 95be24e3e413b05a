//! A page and the core side by side: what a person does to the page is done to the core as an edit,
//! and then both must say the same.

use masklab::core::document::{Document, Edit, ModelId, Session};
use masklab::core::math::Probability;
use masklab::core::objective::Place;

use crate::expect::{Sight, assert_page_shows};
use crate::page::Page;
use crate::slider::Slider;
use crate::wait::eventually;

/// The page, and the core's session that goes with it.
#[derive(Debug)]
pub(crate) struct Replay<'page> {
    pub(crate) page: &'page Page,
    session: Session,
}

impl<'page> Replay<'page> {
    /// A page that was just opened, when it has drawn all that it opens with.
    pub(crate) async fn from_the_start(page: &'page Page) -> Self {
        let replay = Self { page, session: Session::new(&Document::course_item()) };
        replay.assert_same().await;
        replay
    }

    pub(crate) fn document(&self) -> &Document {
        self.session.document()
    }

    /// What the core makes of something that was done to the page.
    pub(crate) fn edit(&mut self, edit: &Edit) {
        self.session = self.session.apply(edit).expect("the core takes the edit");
    }

    /// A slider is being moved on the page: waits until it has arrived, and everything that the page
    /// shows has followed it. Returns where it stands.
    pub(crate) async fn follow(
        &mut self,
        place: Place,
        word: &str,
        arrived: impl Fn(f64) -> bool,
    ) -> f64 {
        let slider = Slider::of(self.page, place, word);
        let (value, session) = eventually("the page follows the slider", async || {
            let value = slider.value().await;
            if !arrived(value) {
                return Err(format!("the slider for {word} stands at {value}"));
            }
            let session = self.session.apply(&set(place, word, value)).expect("the core follows");
            let sight = Sight::of(self.page).await;
            sight.compare(session.document()).map(|()| (value, session))
        })
        .await;
        self.session = session;
        value
    }

    /// A probability that was set on the page.
    pub(crate) fn set(&mut self, place: Place, word: &str, value: f64) {
        self.edit(&set(place, word, value));
    }

    /// Clicks a token, on both sides, and waits for what comes of it, as a person does: the next
    /// click must not meet a page whose words are still moving.
    pub(crate) async fn toggle(&mut self, place: Place) {
        self.page.toggle(place).await;
        self.edit(&Edit::ToggleMask(place));
        self.assert_same().await;
    }

    /// Replaces the whole text by typing, on both sides. The page hears of every key.
    pub(crate) async fn retype(&mut self, text: &str) {
        self.page.select_text().await;
        self.page.type_keys(text).await;
        for (end, character) in text.char_indices() {
            self.edit(&Edit::SetText(text[..end + character.len_utf8()].to_owned()));
        }
    }

    /// Replaces the whole text at once, as pasting does, on both sides.
    pub(crate) async fn paste(&mut self, text: &str) {
        self.page.select_text().await;
        self.page.insert_text(text).await;
        self.edit(&Edit::SetText(text.to_owned()));
    }

    /// Both must say the same.
    pub(crate) async fn assert_same(&self) {
        assert_page_shows(self.page, self.document()).await;
    }
}

fn set(place: Place, word: &str, value: f64) -> Edit {
    let probability = Probability::new(value).expect("sliders go from 0 to 1");
    Edit::set_probability(ModelId::default(), place, word, probability)
}
