//! Choosing what the model has to predict.

use crate::page::{Page, place};
use crate::replay::Replay;

/// A second term joins the sum, with candidates that are equally likely, and is looked at.
pub(super) async fn masks_a_second_word(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 2)).await;

    let prediction = replay.document().prediction(place(1, 2)).unwrap();
    let even = 1.0 / f64::from(u32::try_from(prediction.candidates().len()).unwrap());
    assert_eq!(page.candidate(place(1, 2), "quick").await, even);
    assert_eq!(page.count("#plot g.point").await, 2);

    // The first one can be looked at again, and nothing changes by that.
    replay.look_at(place(1, 3)).await;
    assert_eq!(page.candidate(place(1, 3), "brown").await, 0.7);
}

/// Nothing is left of a mask that is taken off, and no mask at all is no error.
pub(super) async fn unmasks_and_masks_again(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 2)).await;
    replay.unmask(place(1, 2)).await;

    replay.unmask(place(1, 3)).await;
    let mean = page.number("cross-entropy", None).await;
    assert_eq!((&*mean.value, &*mean.text), ("", "—"));
    let sum = page.number("objective", None).await;
    assert_eq!(&*sum.value, "0");
    assert_eq!(page.count("fieldset.prediction").await, 0);
    assert!(!page.text_of("#prediction .empty").await.is_empty(), "the panel says why it is empty");

    replay.mask(place(1, 3)).await;
}

/// An inner sum for each sentence, and the outer sum over them.
pub(super) async fn sums_over_several_sentences(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.replace("The fox jumps. The dog sleeps. Nobody is masked here.").await;
    assert_eq!(replay.document().examples().len(), 3);

    for place in [place(1, 2), place(1, 3), place(2, 2)] {
        replay.mask(place).await;
    }
    assert_eq!(page.count(".inner-sum data[data-quantity=sentence-objective]").await, 3);
    assert_eq!(page.count("#plot g.point").await, 3);
}
