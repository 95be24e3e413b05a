//! Icons, drawn here: emoji and icon fonts are missing on many machines.

use yew::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Undo,
    Redo,
    Locked,
    Unlocked,
    Minus,
    Plus,
    Remove,
    More,
    Previous,
    Next,
    Help,
    Settings,
    Share,
    Lecture,
    Code,
    Blank,
    Fullscreen,
    Down,
}

/// An icon on a grid of 16, in the colour of the text around it. What it means is said by the button's
/// label.
pub(crate) fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Undo => "M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7",
        Icon::Redo => "M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9",
        Icon::Locked => "M5 7V5a3 3 0 0 1 6 0v2M3.5 7h9v6.5h-9z",
        Icon::Unlocked => "M5 7V4.5a3 3 0 0 1 5.8-1M3.5 7h9v6.5h-9z",
        Icon::Minus => "M3.5 8h9",
        Icon::Plus => "M3.5 8h9M8 3.5v9",
        Icon::Remove => "M4 4l8 8M12 4l-8 8",
        Icon::More => "M8 3.2v.1M8 8v.1M8 12.8v.1",
        Icon::Previous => "M10 3.5 5.5 8l4.5 4.5",
        Icon::Next => "M6 3.5 10.5 8 6 12.5",
        Icon::Help => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9 8 10M8 12.6v.1",
        Icon::Settings => {
            "M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6M10.2 3.2a1.8 1.8 0 1 0 .1 0M5.7 9.2a1.8 1.8 0 1 0 .1 0"
        }
        Icon::Share => "M8 9.5v-7M5 5l3-3 3 3M4 7.5H3v6h10v-6h-1",
        Icon::Lecture => "M1.5 3h13M2.5 3v7.5h11V3M8 10.5V12M5 14.5 8 12l3 2.5",
        Icon::Code => {
            "M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h1.5M13.5 9.5v1.5M11.5 12v1.5h2"
        }
        Icon::Blank => "M2 3.5h12v8H2zM2 11.5l12-8M6 14h4",
        Icon::Fullscreen => "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
        Icon::Down => "M4 6l4 4 4-4",
    };
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
    }
}
