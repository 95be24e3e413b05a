//! Parts of a panel that are drawn again only where something of theirs has changed.

use yew::prelude::*;

#[derive(Properties)]
struct KeptProps<D: PartialEq + 'static> {
    of: D,
    draw: fn(&D) -> Html,
}

// Functions have no identity to compare: at one place of the page there is always the same one.
impl<D: PartialEq + 'static> PartialEq for KeptProps<D> {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

#[component]
fn Kept<D: PartialEq + 'static>(KeptProps { of, draw }: &KeptProps<D>) -> Html {
    draw(of)
}

/// What follows from `of` alone: a panel is drawn with every move of a slider, and most of it stays as it
/// is. What draws it is a function without surroundings, so that it cannot depend on anything else.
pub(crate) fn kept<D: PartialEq + 'static>(of: D, draw: fn(&D) -> Html) -> Html {
    html! { <Kept<D> {of} {draw} /> }
}
