//! A long list of which only what is seen is in the page.
//!
//! The items have heights of their own, known once they have been drawn and guessed before. What lies
//! above and below the part that is drawn is one empty image each, as high as the items that it
//! stands for: an image takes its height from an attribute, where the content policy forbids styles.

use std::{cell::RefCell, ops::Range, rc::Rc};

use web_sys::Element;
use yew::prelude::*;

use crate::app::host::frames::next_frame;

/// Lists up to so long are drawn as a whole.
const WHOLE: usize = 24;
/// What is guessed of an item that has not been drawn, in CSS pixels.
const GUESS: f64 = 84.0;
/// So many items above and below what is seen are drawn, too: scrolling then finds them there, and
/// so does the tab key.
const MARGIN: usize = 4;
/// Until the list knows its height, it draws as many as fill a screen.
const FIRST: usize = 16;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WindowProps {
    /// How many items there are.
    pub(crate) count: usize,
    /// The item that is to be seen when it changes.
    pub(crate) at: Option<usize>,
    /// Draws an item; it has one element around it.
    pub(crate) item: Callback<usize, Html>,
    /// What is said of the whole list.
    pub(crate) label: AttrValue,
}

/// What is known of the heights of the items, in CSS pixels.
#[derive(Debug, Default)]
struct Heights {
    known: Vec<Option<f64>>,
    /// The sum of all, known or guessed: the list is drawn with each move of a slider, and has no time to
    /// add them up.
    sum: f64,
    /// What an item that has not been drawn is taken for: the mean of those that were drawn first. It
    /// stays as it is, or what is seen would move whenever something else is measured.
    guess: Option<f64>,
}

impl Heights {
    fn resize(&mut self, count: usize) {
        if count != self.known.len() {
            self.known.resize(count, None);
            self.sum = self.of(0..count);
        }
    }

    /// What has been drawn tells its height.
    fn tell(&mut self, told: &[(usize, f64)]) {
        if self.guess.is_none() && !told.is_empty() {
            let sum: f64 = told.iter().map(|(_, height)| height).sum();
            self.guess = Some(sum / told.len() as f64);
            self.sum = self.of(0..self.known.len());
        }
        let guess = self.guess();
        for &(index, height) in told {
            if let Some(known) = self.known.get_mut(index) {
                self.sum += height - known.replace(height).unwrap_or(guess);
            }
        }
    }

    fn guess(&self) -> f64 {
        self.guess.unwrap_or(GUESS)
    }

    fn of(&self, range: Range<usize>) -> f64 {
        let guess = self.guess();
        self.known.get(range).unwrap_or_default().iter().map(|known| known.unwrap_or(guess)).sum()
    }

    /// What is above and below a range of items. The longer of the two is what the rest leaves of all.
    fn around(&self, shown: &Range<usize>) -> (f64, f64) {
        let count = self.known.len();
        let (inside, rest) = (self.of(shown.clone()), |part: f64| (self.sum - part).max(0.0));
        if shown.start <= count - shown.end.min(count) {
            let above = self.of(0..shown.start);
            (above, rest(above + inside))
        } else {
            let below = self.of(shown.end..count);
            (rest(below + inside), below)
        }
    }

    /// The items between two heights from the top of the list.
    fn between(&self, top: f64, bottom: f64) -> Range<usize> {
        let guess = self.guess();
        let (mut start, mut end, mut reached) = (None, self.known.len(), 0.0);
        for (index, known) in self.known.iter().enumerate() {
            if reached > bottom {
                end = index;
                break;
            }
            reached += known.unwrap_or(guess);
            if start.is_none() && reached > top {
                start = Some(index);
            }
        }
        start.unwrap_or(end)..end
    }
}

/// The list, in a box that scrolls where it is long.
#[component]
pub(crate) fn Window(props: &WindowProps) -> Html {
    let count = props.count;
    let node = use_node_ref();
    let heights = use_memo((), |()| RefCell::new(Heights::default()));
    let range = use_state_eq(|| 0..FIRST);
    heights.borrow_mut().resize(count);
    let whole = count <= WHOLE;
    let shown = if whole { 0..count } else { range.start.min(count)..range.end.min(count) };

    let look = {
        let (node, heights, range) = (node.clone(), heights.clone(), range.setter());
        Rc::new(move || {
            let Some(list) = node.cast::<Element>() else { return };
            let top = f64::from(list.scroll_top());
            let seen = heights.borrow().between(top, top + f64::from(list.client_height()));
            range.set(seen.start.saturating_sub(MARGIN)..seen.end + MARGIN);
        })
    };
    let onscroll = {
        let look = look.clone();
        Callback::from(move |_: Event| {
            let look = look.clone();
            next_frame(move || look());
        })
    };
    // What has been drawn tells its height.
    use_effect_with((shown.clone(), count), {
        let (node, heights, look) = (node.clone(), heights.clone(), look.clone());
        move |(shown, count): &(Range<usize>, usize)| {
            if *count > WHOLE
                && let Some(list) = node.cast::<Element>()
            {
                let items = list.children();
                // The first child is the image above.
                let told = (1..).zip(shown.clone()).filter_map(|(child, index)| {
                    let height = items.item(child)?.get_bounding_client_rect().height();
                    (height > 0.0).then_some((index, height))
                });
                let told: Vec<(usize, f64)> = told.collect();
                heights.borrow_mut().tell(&told);
                look();
            }
        }
    });
    use_effect_with(props.at, {
        let (node, heights) = (node.clone(), heights.clone());
        move |&at| {
            if let (Some(at), Some(list)) = (at, node.cast::<Element>())
                && list.scroll_height() > list.client_height()
            {
                let (top, item) = {
                    let heights = heights.borrow();
                    (heights.of(0..at), heights.of(at..at + 1))
                };
                let (seen, room) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
                if top < seen || top + item > seen + room {
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "a place in a list, in pixels"
                    )]
                    list.set_scroll_top((top - (room - item).max(0.0) / 2.0) as i32);
                }
            }
        }
    });
    let space = |height: f64| {
        html! { <svg class="space" aria-hidden="true" width="1" height={format!("{height:.0}")} /> }
    };
    let (above, below) = if whole { (0.0, 0.0) } else { heights.borrow().around(&shown) };
    let (above, below) = (space(above), space(below));
    let items = shown.map(|index| props.item.emit(index));
    html! {
        <div
            class="strips"
            role="list"
            ref={node}
            aria-label={props.label.clone()}
            data-long={(!whole).then_some("")}
            {onscroll}
        >
            { above }
            { for items }
            { below }
        </div>
    }
}
