//! The examples, and models side by side.

use masklab::core::document::{Edit, ModelId, Preset};
use masklab::core::messages::Language;
use masklab::core::predict::Source;

use crate::page::Page;
use crate::replay::Replay;
use crate::sight::Sight;
use crate::wait::eventually;

/// Every one opens with its task and its numbers, and is one step back.
pub(super) async fn every_example_opens(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    for preset in &Preset::ALL[1..] {
        replay.open(preset.name).await;
        let task = page.text_of(".task:not([hidden])").await;
        let wanted = preset.task(Language::English);
        assert!(task.contains(wanted), "{}: {task:?} and not {wanted:?}", preset.name);
        let models = preset.document().models().len();
        assert_eq!(Sight::of(page).await.comparing, models > 1, "{}", preset.name);
    }
    replay.undo().await;
    replay.redo().await;
}

/// Who contributes most is said, each model can be looked at, and models come and go.
pub(super) async fn compares_models(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.open("jumps").await;
    let conclusion = async || page.text_of("#compare .conclusion").await;
    let said = conclusion().await;
    for part in ["B", "jumps", "0.600", "−0.5108"] {
        assert!(said.contains(part), "nothing of {part} in: {said}");
    }
    page.has_count("#compare [data-best]", 2).await;
    let row = |nth: usize| format!("#compare tbody tr:nth-child({nth})");
    for nth in [2, 3] {
        page.click(&format!("{} .look input", row(nth))).await;
        page.has_count(&format!("{}[aria-current]", row(nth)), 1).await;
        replay.assert_same().await;
        assert_eq!(Sight::of(page).await.model(), ModelId(nth - 1));
    }

    page.has_count("#compare svg.plot polygon[data-ink=term]", 3).await;
    page.click("#compare .table summary").await;
    page.has_count("#compare .table table", 1).await;
    replay.assert_same().await;
    page.fill("#compare tbody tr:nth-child(1) .name", " A good one ").await;
    replay.follows(&Edit::RenameModel { model: ModelId(0), name: "A good one".into() }).await;
    page.fill("#compare tbody tr:nth-child(1) .name", "B").await;
    page.has_count("#refusal:not(:empty)", 1).await;
    replay.assert_same().await;
    let name = page.ask("return document.querySelector('#compare .name').value;", vec![]).await;
    assert_eq!(name, "A good one", "two models of the same name are refused");

    page.click("#compare > button").await;
    // The letter is free again.
    replay.follows(&Edit::AddModel { name: "A".into(), source: Source::ByHand }).await;
    page.click(&format!("{} td:last-child button", row(2))).await;
    replay.follows(&Edit::RemoveModel(ModelId(1))).await;
    eventually("A contributes most now", async || match conclusion().await {
        said if said.contains("A good one") && said.contains("0.500") => Ok(()),
        said => Err(said),
    })
    .await;
    replay.undo().await;
}
