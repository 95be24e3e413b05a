//! Steps of training, one by one, by tens, and until they come to nothing.

use masklab::core::document::{Edit, ModelId, Scope, Session};

use crate::page::{Page, place};
use crate::replay::Replay;
use crate::wait::eventually;

const STEPS: &str = "#training .steps > button:nth-of-type";
const RATE: f64 = 20.0;

fn train(scope: Scope, steps: u32) -> Edit {
    Edit::Train { model: ModelId(0), scope, rate: RATE, steps }
}

/// The loss goes down as the core's does, a run is one step back, and another one goes on from there.
pub(super) async fn trains_as_the_core_does(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.open("bird").await;
    page.fill(".rate input", "20").await;
    page.click(&format!("{STEPS}(1)")).await;
    replay.follows(&train(Scope::Dataset, 1)).await;
    replay.rest();
    page.choose("scope", 1).await;
    page.click(&format!("{STEPS}(2)")).await;
    replay.follows(&train(Scope::Position(place(1, 2)), 10)).await;
    replay.rest();
    page.choose("scope", 0).await;

    page.choose("plot", 3).await;
    let before = replay.session().clone();
    let (steps, after) = until_it_stops(before.clone());
    page.click("#until").await;
    eventually("the run has ended", async || {
        let said = page.text_of("#training .steps .note").await;
        if said.contains(&steps.to_string()) { Ok(()) } else { Err(said) }
    })
    .await;
    replay.goes_on_with(after);
    replay.assert_same().await;
    assert!(replay.session().report().loss() < before.report().loss());

    // All of it was one step.
    page.click(&format!("{STEPS}(4)")).await;
    replay.went_back().await;
    assert_eq!(replay.document(), before.document());
}

/// What a run comes to, and after how many steps.
fn until_it_stops(mut session: Session) -> (u32, Session) {
    let (model, scope) = (ModelId(0), Scope::Dataset);
    let mut standing = session.evaluation().standing(model, scope).unwrap();
    for steps in 1.. {
        session = session.apply(&train(scope, 1)).unwrap();
        let before = standing;
        standing = session.evaluation().standing(model, scope).unwrap();
        if standing.stopped(before).is_some() {
            return (steps, session.at_rest());
        }
    }
    unreachable!("a run that never ends is none")
}
