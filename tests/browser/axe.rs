//! Barriers, as axe-core finds them: what breaks the guidelines WCAG 2.2 AA, as far as a program can tell.
//!
//! Its script comes into the page by `WebDriver`, whose scripts are not subject to the page's content policy.

use serde::Deserialize;
use serde_json::json;

use crate::packages::AXE;
use crate::page::Page;
use crate::wait::eventually;

/// The guidelines, by the tags of axe-core's rules.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/// Rules that look at colours: what they find depends on the theme, and what others find does not.
const COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// What to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// Everything.
    All,
    /// Colours, where everything else was looked at in another theme.
    Colours,
}

/// A rule that is broken, and where.
#[derive(Debug, Deserialize)]
struct Finding {
    id: String,
    help: String,
    /// Elements, each with what is wrong with it.
    nodes: Vec<(String, String)>,
}

/// A rule that is broken, as a person can look it up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Barrier {
    /// The rule, and what is wrong.
    pub(crate) rule: String,
    /// An element that breaks it.
    pub(crate) element: String,
}

/// What breaks a rule in a part of what the page shows now, or in all of it.
pub(crate) async fn barriers(page: &Page, within: &str, look: Look) -> Vec<Barrier> {
    // A colour on its way to another one is none that has to be read.
    eventually("nothing is moving", async || {
        let moving: usize = page.read("return document.getAnimations().length;", vec![]).await;
        if moving == 0 { Ok(()) } else { Err(format!("{moving} animations")) }
    })
    .await;
    if page.ask("return typeof window.axe;", vec![]).await == json!("undefined") {
        let source = std::fs::read_to_string(AXE.path().expect("the script is there"))
            .expect("the script can be read");
        page.ask(&source, vec![]).await;
    }
    let only = match look {
        Look::All => json!({ "type": "tag", "values": TAGS }),
        Look::Colours => json!({ "type": "rule", "values": COLOURS }),
    };
    let answer = page
        .client
        .execute_async(
            "const [within, runOnly, done] = arguments;
            const options = { runOnly, resultTypes: ['violations'], preload: false, elementRef: false };
            const described = ({ html, failureSummary }) => [html.slice(0, 300), failureSummary];
            axe.run(within, options).then(
                ({ violations }) => done(violations.map(({ id, help, nodes }) => ({
                    id, help, nodes: nodes.map(described),
                }))),
                (error) => done([{ id: 'axe-core itself', help: String(error), nodes: [['', '']] }]),
            );",
            vec![json!(within), only],
        )
        .await
        .expect("axe-core looks at the page");
    let findings: Vec<Finding> = serde_json::from_value(answer).expect("axe-core lists findings");
    let described = |Finding { id, help, nodes }: Finding| {
        nodes.into_iter().map(move |(element, summary)| Barrier {
            rule: format!("{id} ({help}): {summary}"),
            element,
        })
    };
    findings.into_iter().flat_map(described).collect()
}
