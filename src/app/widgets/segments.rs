//! A switch between a few ways: radio buttons in a row.

use yew::prelude::*;

/// One way: what it stands for and what it is called.
pub(crate) type Segment<T> = (T, &'static str);

/// A row of radio buttons. The name tells it from others of the page; the label says what is chosen.
pub(crate) fn segments<T: Copy + PartialEq + 'static>(
    name: &'static str,
    label: &'static str,
    ways: &[Segment<T>],
    chosen: T,
    choose: impl Fn(T) + 'static,
) -> Html {
    let choose = Callback::from(choose);
    let ways = ways.iter().enumerate().map(|(index, &(way, text))| {
        let onchange = choose.reform(move |_: Event| way);
        html! {
            <label key={index}>
                <input type="radio" {name} checked={way == chosen} {onchange} />
                <span>{ text }</span>
            </label>
        }
    });
    html! {
        <div class="segments" role="radiogroup" aria-label={label}>{ for ways }</div>
    }
}
