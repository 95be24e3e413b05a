//! Barriers in every view, light and dark, wide and narrow.

use std::collections::{BTreeMap, BTreeSet};

use fantoccini::key::Key;
use masklab::core::document::{Edit, Scope};
use serde_json::json;

use crate::axe::{Barrier, Look, barriers};
use crate::page::{Page, chip, place};
use crate::replay::Replay;

/// The views, one after the other, and what is found in them.
struct Tour<'page> {
    page: &'page Page,
    /// What breaks a rule: an element that does, and the views in which there is one.
    found: BTreeMap<String, (String, BTreeSet<String>)>,
}

impl<'page> Tour<'page> {
    fn of(page: &'page Page) -> Self {
        Self { page, found: BTreeMap::new() }
    }

    /// Looks at the whole page as it is now, in light and in dark.
    async fn look(&mut self, view: &str) {
        self.look_within("html", view).await;
    }

    /// Looks at the part that has changed.
    async fn look_within(&mut self, within: &str, view: &str) {
        for (theme, look) in [("light", Look::All), ("dark", Look::Colours)] {
            self.page
                .client
                .execute_async(
                    "const [theme, done] = arguments;
                    document.documentElement.dataset.theme = theme;
                    requestAnimationFrame(() => requestAnimationFrame(done));",
                    vec![json!(theme)],
                )
                .await
                .expect("the theme changes");
            for Barrier { rule, element } in barriers(self.page, within, look).await {
                let (_, views) = self.found.entry(rule).or_insert((element, BTreeSet::new()));
                views.insert(format!("{view}, {theme}"));
            }
        }
    }

    /// Looks at what a button opens, and closes it.
    async fn look_at_menu(&mut self, id: &str) {
        self.page.open_menu(id).await;
        self.look_within(&format!("#{id}"), id).await;
        self.page.press(Key::Escape).await;
        self.page.has_count(":popover-open", 0).await;
    }

    /// Looks at what can be chosen for a token.
    async fn look_at_chip_menu(&mut self) {
        self.page.click(&chip(place(1, 3))).await;
        self.page.has_count("#chip-menu:popover-open", 1).await;
        self.look_within("#dataset", "chip's menu").await;
        self.page.press(Key::Escape).await;
    }

    /// Looks at each way to share the work.
    async fn look_at_share(&mut self) {
        self.page.click("#open-share").await;
        self.page.has_count("#share[open]", 1).await;
        for (index, way) in ["link", "frame", "files"].into_iter().enumerate() {
            self.page.choose("share", index).await;
            self.look_within("#share > *", way).await;
        }
        self.page.press(Key::Escape).await;
        self.page.has_count("#share", 0).await;
    }

    /// Looks at the keys.
    async fn look_at_help(&mut self) {
        self.page.click("#open-help").await;
        self.page.has_count("#help[open]", 1).await;
        self.look_within("#help", "help").await;
        self.page.press(Key::Escape).await;
        self.page.has_count("#help[open]", 0).await;
    }

    fn finish(self) {
        let told = |(rule, (element, views)): (String, (String, BTreeSet<String>))| {
            let views: Vec<String> = views.into_iter().collect();
            format!("{rule}\n  such as {element}\n  in {}", views.join("; "))
        };
        let found: Vec<String> = self.found.into_iter().map(told).collect();
        assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    }
}

/// In a wide window: everything that can be opened or chosen.
pub(super) async fn no_barrier_in_any_view(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let mut tour = Tour::of(page);
    tour.look("first view").await;
    for (index, plot) in [(1, "prediction"), (2, "terms"), (3, "history"), (0, "curve")] {
        page.choose("plot", index).await;
        if plot == "curve" {
            page.click("#plot .table summary").await;
        }
        tour.look_within("#plot", plot).await;
    }
    for total in ["loss", "cross-entropy", "perplexity"] {
        page.choose_total(total).await;
        tour.look_within("#objective", total).await;
    }
    page.choose("scale", 2).await;
    tour.look_within("#prediction", "logits").await;
    page.choose("lower", 1).await;
    tour.look_within("#lower", "comparison with itself").await;
    for id in ["examples", "settings", "draw-form", "strip-menu-0", "more-words"] {
        tour.look_at_menu(id).await;
    }
    tour.look_at_chip_menu().await;
    tour.look_at_share().await;

    page.click("#open-lecture").await;
    page.has_count(".lecture", 1).await;
    tour.look("lecture").await;
    for _ in 0..3 {
        page.press(Key::PageDown).await;
    }
    tour.look_within(".lecture", "a question of the lecture").await;
    page.press(Key::End).await;
    page.has_count(".lecture[data-topic=step]", 1).await;
    tour.look_within(".lecture", "an answer of the lecture").await;
    page.press_with(&[], '?').await;
    page.has_count(".above", 1).await;
    tour.look_within(".above", "the keys of the lecture").await;
    page.press(Key::Escape).await;
    page.press(Key::Escape).await;
    page.has_count(".lecture", 0).await;

    tour.look_at_help().await;

    replay.open("jumps").await;
    tour.look("comparison").await;
    replay.open("corruption").await;
    tour.look("masked, random and kept").await;
    replay.open("paragraph").await;
    page.choose("plot", 2).await;
    tour.look("several sentences").await;
    page.focus(&chip(place(2, 1))).await;
    page.press(Key::F2).await;
    page.gets_focus(".writing textarea").await;
    tour.look_within("#dataset", "a sentence is written").await;
    page.press(Key::Escape).await;

    replay.open("fox").await;
    page.fill(".candidate[data-word=brown] input[type=text]", "seven").await;
    page.has_count("#refusal:not(:empty)", 1).await;
    tour.look("a refusal").await;
    page.focus(&chip(place(1, 3))).await;
    page.press(Key::Delete).await;
    replay.follows(&Edit::Deselect(Scope::Position(place(1, 3)))).await;
    tour.look("nothing selected").await;
    page.open_menu("strip-menu-0").await;
    page.click("#strip-menu-0 li:nth-child(5) button").await;
    replay.follows(&Edit::RemoveSentence(0)).await;
    tour.look("no sentence").await;
    tour.finish();
}

/// As narrow as a phone, where the page folds.
pub(super) async fn no_barrier_on_a_phone(page: &Page) {
    page.open_on_a_phone().await;
    let mut replay = Replay::from_the_start(page).await;
    let mut tour = Tour::of(page);
    tour.look("first view").await;
    page.choose_total("cross-entropy").await;
    page.choose("scale", 2).await;
    page.choose("plot", 2).await;
    tour.look("cross-entropy, logits and terms").await;
    for id in ["examples", "settings", "draw-form"] {
        tour.look_at_menu(id).await;
    }
    tour.look_at_chip_menu().await;
    tour.look_at_share().await;
    tour.look_at_help().await;
    replay.open("jumps").await;
    tour.look("comparison").await;
    replay.open("paragraph").await;
    tour.look("several sentences").await;
    tour.finish();
}
