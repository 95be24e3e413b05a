//! The page as a person meets it, in its own words: chips, predictions, numbers, keys.
//!
//! Finding and doing only; what must be true of the page is said in `expect` and in the scenarios.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use masklab::core::objective::Place;
use masklab::core::text::Position;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::site::PHONE_PATH;
use crate::wait::eventually;

/// The page in one browser session.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) client: Client,
    pub(crate) engine: Engine,
    url: String,
}

/// A number that the page shows: a `<data>` element with its place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Shown {
    /// `data-quantity`.
    pub(crate) quantity: String,
    /// `data-sentence`, of the number or of the prediction that it stands in.
    pub(crate) sentence: Option<String>,
    /// `data-position`, likewise.
    pub(crate) position: Option<String>,
    /// `data-word`: the candidate that the number belongs to.
    pub(crate) word: Option<String>,
    /// `value`: the number in full.
    pub(crate) value: String,
    /// The number as people read it.
    pub(crate) text: String,
}

/// A number, in full and as people read it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Number {
    pub(crate) value: String,
    pub(crate) text: String,
}

/// A button with a token on it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Chip {
    pub(crate) sentence: Option<String>,
    pub(crate) position: String,
    /// `aria-pressed`.
    pub(crate) masked: bool,
    /// What it is called by: its label, or else its text.
    pub(crate) name: String,
}

/// Shared by the scripts that read numbers; a script of its own has to end with `return`.
pub(crate) const READ_SHOWN: &str = r"
    const readShown = () => [...document.querySelectorAll('data[data-quantity]')].map((data) => {
        const panel = data.closest('fieldset.prediction');
        const word = data.dataset.word ?? null;
        return {
            quantity: data.dataset.quantity,
            sentence: data.dataset.sentence ?? (word === null ? null : panel?.dataset.sentence ?? null),
            position: data.dataset.position ?? (word === null ? null : panel?.dataset.position ?? null),
            word,
            value: data.getAttribute('value'),
            text: data.textContent,
        };
    });
";

/// A token's place as people count: sentences and positions from 1.
pub(crate) fn place(sentence: usize, position: u32) -> Place {
    Place {
        sentence: sentence - 1,
        position: Position::new(position).expect("positions count from 1"),
    }
}

/// The CSS attributes by which the page marks what belongs to a place. The sentence's number is left
/// out where there is only one.
pub(crate) fn attributes(place: Place) -> String {
    let position = format!(r#"[data-position="{}"]"#, place.position);
    match place.sentence {
        0 => format!(r#"{position}:is([data-sentence="1"], :not([data-sentence]))"#),
        index => format!(r#"{position}[data-sentence="{}"]"#, index + 1),
    }
}

impl Page {
    pub(crate) fn new(client: Client, engine: Engine, url: String) -> Self {
        Self { client, engine, url }
    }

    /// Opens the page in a window of the same size in every engine, and waits until it has started.
    pub(crate) async fn open(&self) {
        self.client.set_window_size(1280, 800).await.expect("the window takes a size");
        self.client.goto(&format!("{}/", self.url)).await.expect("the page opens");
        self.started().await;
    }

    /// Opens the page in a frame as wide as a phone; from then on, everything happens in the frame.
    pub(crate) async fn open_on_a_phone(&self) {
        self.client.goto(&format!("{}{PHONE_PATH}", self.url)).await.expect("the frame opens");
        self.client.enter_frame(0).await.expect("the page is in the frame");
        self.started().await;
    }

    /// Waits until the page says that it has started.
    pub(crate) async fn started(&self) {
        eventually("the page has started (data-ready)", async || {
            // Between two documents there may be none to ask.
            let ready = self
                .client
                .execute(
                    "const loaded = performance.getEntriesByType('resource')
                        .map((entry) => `${entry.name} ended after ${entry.responseEnd} ms`);
                    return [
                        document.documentElement.hasAttribute('data-ready'),
                        [document.body?.innerText, ...loaded].join('\\n'),
                    ];",
                    vec![],
                )
                .await;
            match ready {
                Ok(answer) if answer[0] == json!(true) => Ok(()),
                Ok(answer) => Err(answer[1].as_str().unwrap_or_default().to_owned()),
                Err(error) => Err(error.to_string()),
            }
        })
        .await;
    }

    /// What a script returns that runs in the page.
    pub(crate) async fn ask(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.client.execute(script, arguments).await {
            Ok(answer) => answer,
            Err(error) => panic!("{error}\nin the script: {script}"),
        }
    }

    /// What a script returns, as a type.
    pub(crate) async fn read<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.ask(script, arguments).await;
        match serde_json::from_value(answer.clone()) {
            Ok(value) => value,
            Err(error) => panic!("{error}\nin the answer: {answer}\nof the script: {script}"),
        }
    }

    /// The first number of a kind, at a term or of the whole dataset.
    pub(crate) async fn number(&self, quantity: &str, at: Option<Place>) -> Number {
        let at = at.map(attributes).unwrap_or_default();
        let selector = format!(r#"data[data-quantity="{quantity}"]{at}"#);
        self.number_at(&selector).await
    }

    /// The probability of a candidate.
    pub(crate) async fn candidate(&self, at: Place, word: &str) -> f64 {
        let selector =
            format!(r#"{} data[data-quantity="probability"][data-word="{word}"]"#, prediction(at));
        let number = self.number_at(&selector).await;
        number.value.parse().expect("a probability is a number")
    }

    async fn number_at(&self, selector: &str) -> Number {
        self.read(
            "const data = document.querySelector(arguments[0]);
            return { value: data.getAttribute('value'), text: data.textContent };",
            vec![json!(selector)],
        )
        .await
    }

    /// How many elements a selector finds.
    pub(crate) async fn count(&self, selector: &str) -> usize {
        self.read("return document.querySelectorAll(arguments[0]).length;", vec![json!(selector)])
            .await
    }

    /// Clicks with the pointer, once nothing is in the way.
    pub(crate) async fn click(&self, selector: &str) {
        eventually(&format!("{selector} takes a click"), async || {
            let clicked: Result<(), CmdError> =
                async { self.client.find(Locator::Css(selector)).await?.click().await }.await;
            clicked.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Clicks a token: masks it, or unmasks it.
    pub(crate) async fn toggle(&self, place: Place) {
        self.click(&chip(place)).await;
    }

    /// Presses and releases a key on whatever has the focus.
    pub(crate) async fn press(&self, key: Key) {
        self.press_char(key.into()).await;
    }

    async fn press_char(&self, value: char) {
        let keys = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.expect("the key is pressed");
    }

    /// Types into whatever has the focus, key by key.
    pub(crate) async fn type_keys(&self, text: &str) {
        for character in text.chars() {
            self.press_char(character).await;
        }
    }

    /// Selects all that the text field holds, as a person does before typing something else.
    pub(crate) async fn select_text(&self) {
        self.click("#text").await;
        let keys = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: Key::Control.into() })
            .then(KeyAction::Down { value: 'a' })
            .then(KeyAction::Up { value: 'a' })
            .then(KeyAction::Up { value: Key::Control.into() });
        self.client.perform_actions(keys).await.expect("the text is selected");
    }

    /// Puts text in place of what is selected, all at once, as pasting or an input method does. No
    /// driver has keys for every character.
    pub(crate) async fn insert_text(&self, text: &str) {
        let inserted = self
            .ask(
                "return document.execCommand(arguments[0] === '' ? 'delete' : 'insertText', false, arguments[0]);",
                vec![json!(text)],
            )
            .await;
        assert_eq!(inserted, json!(true), "the text field takes the text");
    }

    /// What the text field holds.
    pub(crate) async fn text(&self) -> String {
        self.read("return document.getElementById('text').value;", vec![]).await
    }

    /// Everything that can be read on the page.
    pub(crate) async fn visible_text(&self) -> String {
        self.read("return document.body.innerText;", vec![]).await
    }
}

/// The selector of a token's chip.
pub(crate) fn chip(place: Place) -> String {
    format!("button.chip{}", attributes(place))
}

/// The selector of the prediction at a place.
pub(crate) fn prediction(place: Place) -> String {
    format!("fieldset.prediction{}", attributes(place))
}
