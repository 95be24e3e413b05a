//! Documents to begin with: files that come with the core.

use super::Document;

impl Document {
    /// The course's item: "The quick brown fox." with *brown* masked, and a model that gives
    /// brown 0.7, red 0.2 and lazy 0.1.
    pub fn course_item() -> Self {
        Self::preset(include_str!("presets/course.json"))
    }

    /// A file of the core's own. A fault in it would be found by the tests.
    fn preset(json: &str) -> Self {
        Self::from_json(json).map(|import| import.document).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_course_item_is_as_the_course_has_it() {
        let document = Document::course_item();
        assert_eq!(document.text(), "The quick brown fox.");
        let inputs: Vec<String> = document.examples().iter().map(|e| e.corrupted()).collect();
        assert_eq!(inputs, ["The quick [MASK] fox."]);
        let report = document.report();
        let terms: Vec<_> =
            report.terms().map(|(_, term)| (&*term.target, term.log_prob)).collect();
        assert_eq!(terms.len(), 1);
        assert!(
            terms.iter().all(|(target, term)| *target == "brown" && term.nats() == libm::log(0.7))
        );
    }
}
