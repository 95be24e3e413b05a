//! chromedriver's way to the developer tools; the benchmarks of the page take it, too.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// What the developer tools answer to a command by its name, with what it takes.
pub(crate) async fn ask(client: &Client, name: &'static str, takes: Value) -> Value {
    let answer = client.issue_cmd(Command(name, takes)).await;
    answer.unwrap_or_else(|error| panic!("{name} is refused: {error}"))
}

#[derive(Debug)]
struct Command(&'static str, Value);

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/goog/cdp/execute", session_id.unwrap_or_default()))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        let Self(name, takes) = self;
        (Method::POST, Some(json!({ "cmd": name, "params": takes }).to_string()))
    }
}
