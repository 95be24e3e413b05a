//! The frame around the panels: the header, the layout, and what the page says of itself.

use masklab::core::document::Document;
use yew::prelude::*;

use super::{
    charts::LossCurvePanel,
    dataset::dataset,
    host::{
        crash,
        frames::{Edits, next_frame},
    },
    objective::{letters, objective},
    prediction::predictions,
    store::View,
    training::training,
};

/// The whole page. It owns the store; panels receive the view and send edits.
#[component]
pub(crate) fn App() -> Html {
    let store =
        use_reducer(|| View::new(&crash::left_behind().unwrap_or_else(Document::course_item)));
    let edits = use_memo((), {
        let dispatcher = store.dispatcher();
        |()| Edits::new(move |edit| dispatcher.dispatch(edit))
    });
    let view: View = (*store).clone();
    // The view is compared by pointer; the document would be compared word by word at every move.
    use_effect_with(view.clone(), |view| crash::remember(view.document.clone()));
    use_effect_with((), |()| {
        // The plot knows its size, and is drawn, after the first effects.
        next_frame(mark_ready);
    });
    html! {
        <>
            <header class="bar">
                <h1>{ "Mask" }<span>{ "Lab" }</span></h1>
                <p>{ "what training makes of a model’s guesses at masked words" }</p>
            </header>
            <main>
                <div class="column">
                    { dataset(&view, &edits) }
                    { objective(&view) }
                    <LossCurvePanel view={view.clone()} />
                </div>
                <div class="column">
                    { predictions(&view, &edits) }
                    { training(&view) }
                    { letters() }
                </div>
            </main>
        </>
    }
}

/// Lets a host, a style sheet or a test know that the page shows the app.
fn mark_ready() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        // Nothing depends on it inside the page.
        let _ = root.set_attribute("data-ready", "");
    }
}
