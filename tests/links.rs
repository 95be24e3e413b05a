//! Links that have been given away keep working: `goldens/links.json` has links of every version, with
//! the documents that they were made of. Links are added there, and never changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use masklab::core::document::{Document, Import};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Golden {
    link: String,
    document: Value,
}

#[test]
fn every_link_that_was_ever_made_gives_its_document() {
    let goldens: Vec<Golden> = serde_json::from_str(include_str!("goldens/links.json")).unwrap();
    assert!(goldens.len() >= 22, "links are missing");
    for Golden { link, document } in goldens {
        let Import { document, warnings } = Document::from_json(&document.to_string()).unwrap();
        assert_eq!(warnings, [], "{link}");
        let import = Document::from_link(&link).unwrap_or_else(|error| panic!("{link}: {error}"));
        assert_eq!(import, Import { document, warnings }, "{link}");
    }
}
