//! A report of Lighthouse: the scores, and the audits that cost points.

use nojson::{JsonParseError, RawJson, RawJsonValue};

/// What one run gives.
#[derive(Debug)]
pub(super) struct Report {
    categories: Vec<Category>,
}

#[derive(Debug)]
struct Category {
    id: String,
    /// From 0 to 1.
    score: f64,
    audits: Vec<Audit>,
}

/// What has a weight in the score of a category.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Audit {
    pub(super) id: String,
    pub(super) title: String,
    /// From 0 to 1; none where it has nothing to say of the page.
    pub(super) score: Option<f64>,
    /// What has been measured, with its unit, where that is a number.
    pub(super) shown: String,
}

impl Audit {
    /// The score of 100.
    pub(super) fn percent(&self) -> u32 {
        percent(self.score.unwrap_or(1.0))
    }
}

impl Report {
    /// Reads what Lighthouse writes with `--output=json`.
    pub(super) fn read(json: &str) -> Result<Self, JsonParseError> {
        let json = RawJson::parse(json)?;
        let root = json.value();
        let audits = root.to_member("audits")?.required()?;
        let mut categories = Vec::new();
        for (id, category) in root.to_member("categories")?.required()?.to_object()? {
            let mut weighty = Vec::new();
            for audit in category.to_member("auditRefs")?.required()?.to_array()? {
                if number(audit.to_member("weight")?.required()?)?.is_some_and(|it| it > 0.0) {
                    let id = text(audit.to_member("id")?.required()?)?;
                    let found = audits.to_member(&id)?.required()?;
                    let shown = found.to_member("displayValue")?.optional();
                    weighty.push(Audit {
                        title: text(found.to_member("title")?.required()?)?,
                        score: number(found.to_member("score")?.required()?)?,
                        shown: shown.map(text).transpose()?.unwrap_or_default(),
                        id,
                    });
                }
            }
            let score = category.to_member("score")?.required()?;
            let none = || score.invalid("a category without a score: the page did not load");
            categories.push(Category {
                id: text(id)?,
                score: number(score)?.ok_or_else(none)?,
                audits: weighty,
            });
        }
        Ok(Self { categories })
    }

    /// The score of a category, of 100. What has not been judged has none.
    pub(super) fn score(&self, category: &str) -> u32 {
        self.category(category).map_or(0, |category| percent(category.score))
    }

    /// What the score of performance is made of.
    pub(super) fn metrics(&self) -> impl Iterator<Item = &Audit> {
        self.category("performance").into_iter().flat_map(|category| &category.audits)
    }

    /// The audits that a category loses points by.
    pub(super) fn costing(&self, category: &str) -> impl Iterator<Item = &Audit> {
        let audits = self.category(category).into_iter().flat_map(|category| &category.audits);
        audits.filter(|audit| audit.score.is_some_and(|score| score < 1.0))
    }

    fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }
}

/// The run with the median performance.
pub(super) fn middle(runs: &[Report]) -> Option<&Report> {
    let mut runs: Vec<&Report> = runs.iter().collect();
    runs.sort_by_key(|run| run.score("performance"));
    runs.get(runs.len() / 2).copied()
}

/// As Lighthouse shows it.
fn percent(score: f64) -> u32 {
    // No score is below 0 or above 1.
    (0..=100).rev().find(|percent| f64::from(*percent) <= (score * 100.0).round()).unwrap_or(0)
}

fn text(value: RawJsonValue<'_, '_>) -> Result<String, JsonParseError> {
    Ok(value.to_unquoted_string_str()?.into_owned())
}

/// A number, or none for `null`.
fn number(value: RawJsonValue<'_, '_>) -> Result<Option<f64>, JsonParseError> {
    value.try_into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
pub(super) mod tests {
    use super::*;

    /// As much of a report as is read.
    pub(in crate::lighthouse) fn json(performance: f64, accessibility: f64) -> String {
        format!(
            r#"{{
              "categories": {{
                "performance": {{ "score": {performance}, "auditRefs": [
                  {{ "id": "speed-index", "weight": 10 }},
                  {{ "id": "network-requests", "weight": 0 }}
                ] }},
                "accessibility": {{ "score": {accessibility}, "auditRefs": [
                  {{ "id": "color-contrast", "weight": 7 }},
                  {{ "id": "video-caption", "weight": 10 }},
                  {{ "id": "html-has-lang", "weight": 7 }}
                ] }},
                "best-practices": {{ "score": 1, "auditRefs": [] }}
              }},
              "audits": {{
                "speed-index": {{ "title": "Speed Index", "score": {performance}, "displayValue": "1.2 s" }},
                "network-requests": {{ "title": "Requests", "score": 0 }},
                "color-contrast": {{ "title": "Too pale", "score": 0 }},
                "video-caption": {{ "title": "Captions", "score": null }},
                "html-has-lang": {{ "title": "Language", "score": 1 }}
              }}
            }}"#
        )
    }

    #[test]
    fn scores_are_those_that_lighthouse_shows() {
        let report = Report::read(&json(0.975, 0.29)).unwrap();
        assert_eq!(report.score("performance"), 98);
        assert_eq!(report.score("accessibility"), 29);
        assert_eq!(report.score("best-practices"), 100);
        assert_eq!(report.score("seo"), 0, "what was not judged is not passed");
    }

    #[test]
    fn what_costs_points_is_what_has_a_weight_and_less_than_all() {
        let report = Report::read(&json(0.9, 0.5)).unwrap();
        let costing: Vec<&str> = report.costing("accessibility").map(|it| &*it.id).collect();
        assert_eq!(costing, ["color-contrast"]);
        let metrics: Vec<(&str, u32)> =
            report.metrics().map(|it| (&*it.shown, it.percent())).collect();
        assert_eq!(metrics, [("1.2 s", 90)]);
    }

    #[test]
    fn the_run_in_the_middle_is_that_with_the_median_performance() {
        let runs = [0.9, 0.5, 0.7].map(|score| Report::read(&json(score, 1.0)).unwrap());
        assert_eq!(middle(&runs).unwrap().score("performance"), 70);
        assert!(middle(&[]).is_none());
    }

    #[test]
    fn a_page_that_did_not_load_is_an_error() {
        let report = json(0.9, 1.0).replace("\"score\": 0.9, \"audit", "\"score\": null, \"audit");
        let why = Report::read(&report).unwrap_err().to_string();
        assert!(why.contains("did not load"), "{why}");
        assert!(Report::read("{}").is_err());
    }
}
