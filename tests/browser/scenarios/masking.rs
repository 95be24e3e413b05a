//! Choosing what the model has to predict.

use crate::page::{Page, place};
use crate::replay::Replay;

/// A second term joins the sum, with candidates that are equally likely.
pub(super) async fn masks_a_second_word(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.toggle(place(1, 2)).await;

    let prediction = replay.document().prediction(place(1, 2)).unwrap();
    let even = 1.0 / f64::from(u32::try_from(prediction.candidates().len()).unwrap());
    let shown = page.number("probability", Some(place(1, 2))).await;
    assert_eq!(shown.value.parse(), Ok(even));
    assert_eq!(page.count("svg.plot g.point").await, 2);
}

/// Nothing is left of a mask that is taken off, and no mask at all is no error.
pub(super) async fn unmasks_and_masks_again(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.toggle(place(1, 2)).await;
    replay.toggle(place(1, 2)).await;

    replay.toggle(place(1, 3)).await;
    let mean = page.number("cross-entropy", None).await;
    assert_eq!((&*mean.value, &*mean.text), ("", "—"));
    let sum = page.number("objective", None).await;
    assert_eq!(&*sum.value, "0");

    replay.toggle(place(1, 3)).await;
}

/// An inner sum for each sentence, and the outer sum over them.
pub(super) async fn sums_over_several_sentences(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.paste("The fox jumps. The dog sleeps. Nobody is masked here.").await;
    replay.assert_same().await;
    assert_eq!(replay.document().examples().len(), 3);

    for place in [place(1, 2), place(1, 3), place(2, 2)] {
        replay.toggle(place).await;
    }
    assert_eq!(page.count("data[data-quantity=sentence-objective]").await, 3);
    assert_eq!(page.count("svg.plot g.point").await, 3);
}
