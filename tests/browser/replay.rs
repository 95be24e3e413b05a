//! A page and the core side by side: what a person does to the page is done to the core as an edit,
//! and then both must say the same.

use fantoccini::key::Key;
use masklab::core::document::{Document, Edit, ModelId, Preset, Scope, Session};
use masklab::core::math::{Probability, Scale};
use masklab::core::objective::Place;
use masklab::core::text::Loading;
use std::rc::Rc;

use crate::expect::assert_page_shows;
use crate::page::{Page, chip};
use crate::sight::Sight;
use crate::slider::Slider;
use crate::wait::eventually;

/// The page takes a longer text slice by slice.
const AT_ONCE: usize = 40_000;

/// The page, and the core's session that goes with it.
#[derive(Clone, Debug)]
pub(crate) struct Replay<'page> {
    pub(crate) page: &'page Page,
    session: Session,
}

impl<'page> Replay<'page> {
    /// A page that was just opened, when it has drawn all that it opens with.
    pub(crate) async fn from_the_start(page: &'page Page) -> Self {
        Self::of(page, &Document::course_item()).await
    }

    /// A page that was just opened with a document.
    pub(crate) async fn of(page: &'page Page, document: &Document) -> Self {
        let replay = Self { page, session: Session::new(document) };
        replay.assert_same().await;
        replay
    }

    /// A page that has been at work already.
    pub(crate) fn untested(page: &'page Page) -> Self {
        Self { page, session: Session::new(&Document::course_item()) }
    }

    /// What the core has made of something in several steps.
    pub(crate) fn goes_on_with(&mut self, session: Session) {
        self.session = session;
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    pub(crate) fn document(&self) -> &Document {
        self.session.document()
    }

    /// What the core makes of something that was done to the page.
    pub(crate) fn edit(&mut self, edit: &Edit) {
        self.session = self.session.apply(edit).expect("the core takes the edit");
    }

    /// The gesture has ended.
    pub(crate) fn rest(&mut self) {
        self.session = self.session.at_rest();
    }

    /// An edit that was done to the page, when it shows what has come of it.
    pub(crate) async fn follows(&mut self, edit: &Edit) {
        self.edit(edit);
        self.assert_same().await;
    }

    /// A slider is being moved on the page: waits until it has arrived, and everything that the page
    /// shows has followed it. Returns where it stands, when it has been let go.
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
            sight.compare(&session).map(|()| (value, session))
        })
        .await;
        self.session = session;
        self.rest();
        value
    }

    /// A probability that was set on the page.
    pub(crate) fn set(&mut self, place: Place, word: &str, value: f64) {
        self.edit(&set(place, word, value));
    }

    /// Clicks a token that is not selected, on both sides, and waits for what comes of it, as a person
    /// does: the next click must not meet a page whose words are still moving.
    pub(crate) async fn mask(&mut self, place: Place) {
        self.page.click(&chip(place)).await;
        self.follows(&Edit::ToggleMask(place)).await;
        assert_eq!(
            Sight::of(self.page).await.looked(),
            Some(place),
            "what is selected is looked at"
        );
    }

    /// Takes a token out of the selection with a key.
    pub(crate) async fn unmask(&mut self, place: Place) {
        self.page.focus(&chip(place)).await;
        self.page.press(Key::Delete).await;
        self.follows(&Edit::Deselect(Scope::Position(place))).await;
    }

    /// Looks at another selected token, which changes nothing.
    pub(crate) async fn look_at(&mut self, place: Place) {
        self.page.click(&chip(place)).await;
        eventually("the token is looked at", async || match Sight::of(self.page).await.looked() {
            Some(looked) if looked == place => Ok(()),
            other => Err(format!("{other:?}")),
        })
        .await;
        self.assert_same().await;
    }

    /// Writes a sentence anew, counted from 1, at its place.
    pub(crate) async fn rewrite(&mut self, sentence: usize, text: &str) {
        self.page.focus(&format!(r#".chip[data-place^="{sentence}:"][tabindex="0"]"#)).await;
        self.page.press(Key::F2).await;
        self.page.gets_focus(".writing textarea").await;
        self.page.insert_text(text).await;
        self.page.press(Key::Enter).await;
        self.follows(&Edit::SetSentence { sentence: sentence - 1, text: text.to_owned() }).await;
    }

    /// Writes sentences below the others.
    pub(crate) async fn add(&mut self, text: &str) {
        self.page.fill("#text", text).await;
        self.edit(&added(self.document(), text));
        self.assert_same().await;
    }

    /// Writes another text in place of the only sentence.
    pub(crate) async fn replace(&mut self, text: &str) {
        assert_eq!(self.document().examples().len(), 1);
        self.rewrite(1, text).await;
    }

    /// Opens an example.
    pub(crate) async fn open(&mut self, name: &str) {
        self.page.open_menu("examples").await;
        let entry = format!(r#"[data-preset="{name}"]"#);
        // By key: `WebKitWebDriver` does not scroll what is above the page, and clicks past it.
        self.page.focus(&entry).await;
        self.page.press(Key::Enter).await;
        let preset = Preset::named(name).expect("the core has the example");
        self.rest();
        self.follows(&Edit::Open(Rc::new(preset.document()))).await;
    }

    /// Takes the last step back, with the button.
    pub(crate) async fn undo(&mut self) {
        self.page.click(":is(.bar .buttons, .embedded) > button:nth-of-type(1)").await;
        self.went_back().await;
    }

    /// Takes it again, with the button.
    pub(crate) async fn redo(&mut self) {
        self.page.click(":is(.bar .buttons, .embedded) > button:nth-of-type(2)").await;
        self.went_forth().await;
    }

    /// The page has taken a step back.
    pub(crate) async fn went_back(&mut self) {
        self.session = self.session.undone().expect("there is a way back");
        self.assert_same().await;
    }

    /// The page has taken a step again.
    pub(crate) async fn went_forth(&mut self) {
        self.session = self.session.redone().expect("there is a way forth");
        self.assert_same().await;
    }

    /// Both must say the same.
    pub(crate) async fn assert_same(&self) {
        assert_page_shows(self.page, &self.session).await;
    }
}

/// What becomes of a text that is added behind the others.
pub(crate) fn added(document: &Document, text: &str) -> Edit {
    let at = document.examples().len();
    if text.len() <= AT_ONCE {
        return Edit::InsertText { at, text: text.to_owned() };
    }
    let sentences = Loading::new(text).and_then(Loading::finish).expect("the core takes the text");
    Edit::Load { at: Some(at), sentences }
}

/// The edit of a slider on the linear scale.
pub(crate) fn set(place: Place, word: &str, value: f64) -> Edit {
    let probability = Probability::nearest(Scale::Linear.value(value));
    Edit::set_probability(ModelId::default(), place, word, probability)
}
