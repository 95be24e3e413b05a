//! The page as a person meets it, in its own words: chips, predictions, numbers, keys.
//!
//! Finding and doing only; what must be true of the page is said in `expect` and in the scenarios.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use masklab::core::objective::Place;
use masklab::core::text::Position;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::site::{EMPTY_PATH, PHONE_PATH};
use crate::wait::eventually;

/// The page in one browser session.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) client: Client,
    pub(crate) engine: Engine,
    url: String,
}

/// A number, in full and as people read it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Number {
    pub(crate) value: String,
    pub(crate) text: String,
}

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
        self.go_to("/").await;
        self.started().await;
    }

    /// Gives the page's inside a size.
    pub(crate) async fn fit(&self, width: u32, height: u32) {
        let rim = "return [outerWidth - innerWidth, outerHeight - innerHeight];";
        let [wide, high]: [u32; 2] = self.read(rim, vec![]).await;
        let size = self.client.set_window_size(width + wide, height + high);
        size.await.expect("the window takes a size");
        eventually("the window has its size", async || {
            let size = self.ask("return [innerWidth, innerHeight];", vec![]).await;
            if size == json!([width, height]) { Ok(()) } else { Err(size.to_string()) }
        })
        .await;
    }

    /// Goes to an address of the page's own server.
    pub(crate) async fn go_to(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.url)).await.expect("the page opens");
    }

    /// Leaves the page, and nothing of it: the next one opens as in a browser that has never seen it.
    pub(crate) async fn forget(&self) -> Result<(), CmdError> {
        self.client.goto(&format!("{}{EMPTY_PATH}", self.url)).await?;
        // Only now: the page writes what it keeps a while after the last change.
        self.client.execute("localStorage.clear(); sessionStorage.clear();", vec![]).await?;
        Ok(())
    }

    /// Opens the page in a frame as wide as a phone; from then on, everything happens in the frame.
    pub(crate) async fn open_on_a_phone(&self) {
        self.go_to(PHONE_PATH).await;
        self.client.enter_frame(0).await.expect("the page is in the frame");
        self.started().await;
    }

    /// Goes into the frame that a script finds; from then on, everything happens there.
    pub(crate) async fn enter(&self, frame: &str) {
        let found = self.ask(frame, vec![]).await;
        let id = found.as_object().and_then(|found| found.values().next()?.as_str());
        let id = id.unwrap_or_else(|| panic!("no frame: {found}")).to_owned();
        let frame = Element::from_element_id(self.client.clone(), ElementRef::from(id));
        frame.enter_frame().await.expect("the frame can be entered");
    }

    /// Goes back to the page around the frame.
    pub(crate) async fn leave(&self) {
        self.client.clone().enter_parent_frame().await.expect("there is a page around the frame");
    }

    /// Waits until the page says that the whole app has started.
    pub(crate) async fn started(&self) {
        self.says("data-whole").await;
    }

    /// Waits until the page has an attribute on its root.
    pub(crate) async fn says(&self, attribute: &str) {
        eventually(&format!("the page has started ({attribute})"), async || {
            // Between two documents there may be none to ask.
            let ready = self
                .client
                .execute(
                    "const loaded = performance.getEntriesByType('resource')
                        .map((entry) => `${entry.name} ended after ${entry.responseEnd} ms`);
                    return [
                        document.documentElement.hasAttribute(arguments[0]),
                        [document.body?.innerText, ...loaded].join('\\n'),
                    ];",
                    vec![json!(attribute)],
                )
                .await;
            match ready {
                Ok(answer) if answer[0] == json!(true) => Ok(()),
                Ok(answer) => Err(answer[1].as_str().unwrap_or_default().to_owned()),
                // Drivers leave the message out of some errors, and never the kind.
                Err(error) => Err(format!("{error:?}")),
            }
        })
        .await;
    }

    /// What a script returns that runs in the page.
    pub(crate) async fn ask(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.client.execute(script, arguments).await {
            Ok(answer) => answer,
            Err(error) => panic!("{error}\nin the script: {}", ending(script)),
        }
    }

    /// What a script returns, as a type.
    pub(crate) async fn read<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.ask(script, arguments).await;
        match serde_json::from_value(answer.clone()) {
            Ok(value) => value,
            Err(error) => {
                panic!("{error}\nin the answer: {answer}\nof the script: {}", ending(script))
            }
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
        let number = self.number_at(&format!("{} data", candidate(at, word))).await;
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

    /// Presses a key while others are held.
    pub(crate) async fn press_with(&self, held: &[Key], key: char) {
        let mut keys = KeyActions::new("keyboard".into());
        for &held in held {
            keys = keys.then(KeyAction::Down { value: held.into() });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for &held in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: held.into() });
        }
        self.client.perform_actions(keys).await.expect("the keys are pressed");
    }

    /// Gives an element the focus, as the tab key would.
    pub(crate) async fn focus(&self, selector: &str) {
        let focused = self
            .ask(
                "const element = document.querySelector(arguments[0]);
                element?.focus();
                return element !== null && element === document.activeElement;",
                vec![json!(selector)],
            )
            .await;
        assert_eq!(focused, json!(true), "{selector} takes the focus");
    }

    /// Whether the focus is on an element that a selector finds.
    pub(crate) async fn has_focus(&self, selector: &str) -> bool {
        self.read(
            "return document.activeElement?.matches(arguments[0]) ?? false;",
            vec![json!(selector)],
        )
        .await
    }

    /// Waits until the focus is there.
    pub(crate) async fn gets_focus(&self, selector: &str) {
        eventually(&format!("{selector} has the focus"), async || {
            if self.has_focus(selector).await {
                return Ok(());
            }
            let focused = self.ask("return document.activeElement?.outerHTML ?? '';", vec![]).await;
            Err(focused.as_str().unwrap_or_default().chars().take(300).collect())
        })
        .await;
    }

    /// Waits until as many elements are there.
    pub(crate) async fn has_count(&self, selector: &str, wanted: usize) {
        eventually(&format!("{wanted} of {selector}"), async || match self.count(selector).await {
            count if count == wanted => Ok(()),
            count => Err(count.to_string()),
        })
        .await;
    }

    /// Puts text in place of what is selected in the field with the focus, all at once, as pasting or an
    /// input method does. No driver has keys for every character.
    pub(crate) async fn insert_text(&self, text: &str) {
        let inserted = self
            .ask(
                "document.activeElement.select();
                return document.execCommand(arguments[0] === '' ? 'delete' : 'insertText', false, arguments[0]);",
                vec![json!(text)],
            )
            .await;
        assert_eq!(inserted, json!(true), "the text field takes the text");
    }

    /// Writes something else into a field of one line and leaves it by Enter.
    pub(crate) async fn fill(&self, selector: &str, text: &str) {
        self.focus(selector).await;
        self.insert_text(text).await;
        self.press(Key::Enter).await;
    }

    /// Opens what a button opens below it.
    pub(crate) async fn open_menu(&self, id: &str) {
        self.click(&format!(r#"[popovertarget="{id}"]"#)).await;
        self.has_count(&format!("#{id}:popover-open"), 1).await;
    }

    /// Chooses a way of a row of them, counted from 0, by its name.
    pub(crate) async fn choose(&self, name: &str, index: usize) {
        let nth = index + 1;
        let label = format!(r#".segments > label:nth-of-type({nth}):has(input[name="{name}"])"#);
        self.click(&label).await;
        self.has_count(&format!("{label} input:checked"), 1).await;
    }

    /// Shows the definition of a total.
    pub(crate) async fn choose_total(&self, name: &str) {
        let button = format!(r#".total[data-total="{name}"]"#);
        self.click(&button).await;
        self.has_count(&format!("{button}[aria-pressed=true]"), 1).await;
    }

    /// What can be read of an element.
    pub(crate) async fn text_of(&self, selector: &str) -> String {
        self.read("return document.querySelector(arguments[0]).innerText;", vec![json!(selector)])
            .await
    }

    /// Everything that can be read on the page.
    pub(crate) async fn visible_text(&self) -> String {
        self.read("return document.body.innerText;", vec![]).await
    }
}

/// The end of a script, by which it is known: its beginning may be shared by many.
fn ending(script: &str) -> &str {
    let start = script.len().saturating_sub(600);
    script.get(start..).unwrap_or(script)
}

/// The selector of a token's chip.
pub(crate) fn chip(place: Place) -> String {
    format!("button.chip{}", attributes(place))
}

/// The selector of the prediction at a place.
pub(crate) fn prediction(place: Place) -> String {
    format!("fieldset.prediction{}", attributes(place))
}

/// The selector of a candidate's row.
pub(crate) fn candidate(place: Place, word: &str) -> String {
    format!(r#"{} .candidate[data-word="{word}"]"#, prediction(place))
}
