//! The dialog with which the work goes to others: as a link, as a part of another page, as files.

mod copied;
mod embed;
mod files;
mod link;
mod offer;

pub(super) use files::content;
use masklab::core::setup::Setup;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::app::{
    setup::setup,
    store::View,
    widgets::{Icon, icon, segments},
    words::words,
};

/// What the dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Link,
    Embed,
    Files,
}

/// What others get.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    /// What the address sets, without how things look.
    setup: Setup,
    /// Whether things are to look as they do here.
    as_here: bool,
}

impl Offer {
    /// What the address sets.
    fn setup(&self, view: &View, embed: bool) -> Setup {
        let setup = Setup { embed, ..self.setup.clone() };
        if self.as_here {
            view.settings.add_to(setup, view.document().models().len())
        } else {
            setup
        }
    }
}

impl Default for Offer {
    /// What is hidden and locked here is so for others, too.
    fn default() -> Self {
        let Setup { hidden, locked, answers, .. } = setup();
        Self { setup: Setup { hidden, locked, answers, ..Setup::default() }, as_here: true }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ShareProps {
    pub(super) view: View,
    /// Is told when the dialog has closed.
    pub(super) close: Callback<()>,
}

/// The dialog, while it is open.
#[component]
pub(super) fn Share(ShareProps { view, close }: &ShareProps) -> Html {
    let node = use_node_ref();
    let way = use_state_eq(|| Way::Link);
    let offer = use_state_eq(Offer::default);
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                // A dialog that has just been drawn can be opened.
                let _ = dialog.show_modal();
            }
        }
    });
    let words = words().share;
    let ways = [(Way::Link, words.link), (Way::Embed, words.embed), (Way::Files, words.files)];
    let set = use_callback((), {
        let offer = offer.setter();
        move |wanted: Offer, ()| offer.set(wanted)
    });
    let choose = {
        let way = way.setter();
        move |wanted| way.set(wanted)
    };
    // Not by a form: the fields in it are forms of their own.
    let onclick = {
        let node = node.clone();
        move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let onclose = close.reform(|_: Event| ());
    html! {
        <dialog id="share" class="sheet" ref={node} aria-labelledby="share-title" {onclose}>
            <div class="sheet-head">
                <h2 id="share-title">{ words.title }</h2>
                { segments("share", words.title, &ways, *way, choose) }
                <button type="button" class="quiet" aria-label={words.close} title={words.close} {onclick}>{ icon(Icon::Remove) }</button>
            </div>
            if *way == Way::Files {
                <files::Files view={view.clone()} />
            } else {
                <div class="offered">
                    { offer::switches(&offer, &set) }
                    if *way == Way::Link {
                        <link::Link view={view.clone()} offer={(*offer).clone()} />
                    } else {
                        <embed::Embed view={view.clone()} offer={(*offer).clone()} />
                    }
                </div>
            }
        </dialog>
    }
}
