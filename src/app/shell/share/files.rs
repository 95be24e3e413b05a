//! The work as files.

use masklab::core::{
    messages::fill,
    plot::Picture,
    share::{FileKind, Handout, file_name},
};
use yew::prelude::*;

use super::copied::Copied;
use crate::app::{
    charts::with_pictured,
    host::hand_out,
    store::{Store, View},
    widgets::segments,
    words::{language, words},
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FilesProps {
    pub(super) view: View,
}

/// The worked solution, the plots, and the numbers.
#[component]
pub(super) fn Files(FilesProps { view }: &FilesProps) -> Html {
    let words = words().share;
    let kind = use_state_eq(|| FileKind::Plain);
    let solution = use_memo((view.clone(), *kind), |(view, kind)| content(view, *kind));
    let kinds = [
        (FileKind::Plain, words.plain),
        (FileKind::Markdown, "Markdown"),
        (FileKind::Latex, "LaTeX"),
    ];
    let choose = {
        let kind = kind.setter();
        move |wanted| kind.set(wanted)
    };
    let pictures = use_memo(view.clone(), |view| {
        let drawn = |picture| Some((picture, content(view, FileKind::Svg(picture))?));
        Picture::ALL.into_iter().filter_map(drawn).collect::<Vec<_>>()
    });
    let line = |about: &'static str, kind: FileKind| {
        html! { <li><span>{ about }</span>{ save(view, kind) }</li> }
    };
    html! {
        <div class="offered">
            <div class="result">
                <h3>{ words.solution }</h3>
                { segments("share-solution", words.solution, &kinds, *kind, choose) }
                <Copied id="share-solution" label={words.solution} text={(*solution).clone().unwrap_or_default()} rows="14">
                    { save(view, *kind) }
                </Copied>
                <h3>{ words.numbers }</h3>
                <ul class="saved">
                    { line(words.terms, FileKind::Terms) }
                    { line(words.document, FileKind::Document) }
                </ul>
            </div>
            <div class="result">
                <h3>{ words.plots }</h3>
                <ul class="pictures">{ for pictures.iter().map(|(picture, svg)| shown(view, *picture, svg)) }</ul>
            </div>
        </div>
    }
}

/// A plot as it will be in the file, with its ways to be saved.
fn shown(view: &View, picture: Picture, svg: &str) -> Html {
    let title = picture.label(words().charts);
    let onclick = {
        let (name, svg) = (file_name(view.document(), picture.name(), "png"), svg.to_owned());
        move |_: MouseEvent| hand_out::save_png(name.clone(), &svg)
    };
    let label = format!("{}: {title}", words().share.save_png);
    html! {
        <li key={picture.name()} data-picture={picture.name()}>
            <img src={hand_out::data_address(svg)} alt={title} />
            <div class="buttons">
                <span>{ title }</span>
                { save(view, FileKind::Svg(picture)) }
                <button type="button" class="small" data-saves="png" aria-label={label} {onclick}>{ "PNG" }</button>
            </div>
        </li>
    }
}

/// A button that saves a file.
fn save(view: &View, kind: FileKind) -> Html {
    let onclick = {
        let view = view.clone();
        move |_: MouseEvent| {
            if let Some(content) = content(&view, kind) {
                hand_out::save(&kind.name(view.document()), kind.media_type(), &content);
            }
        }
    };
    let (label, face) = match kind {
        FileKind::Svg(picture) => {
            let title = picture.label(words().charts);
            (Some(format!("{}: {title}", save_words(kind.ending()))), "SVG".to_owned())
        }
        _ => (None, save_words(kind.ending())),
    };
    html! {
        <button type="button" class="small" data-saves={kind.ending()} aria-label={label} {onclick}>{ face }</button>
    }
}

/// What a button that saves a file with an ending says.
pub(super) fn save_words(ending: &str) -> String {
    fill(words().share.save, &[("ending", &ending.to_uppercase())])
}

/// The content of a file, of what is looked at.
pub(crate) fn content(view: &Store, kind: FileKind) -> Option<String> {
    with_pictured(view, |&pictured| {
        kind.content(&Handout {
            evaluation: view.evaluation(),
            model: view.model(),
            unit: view.settings.unit,
            reduction: view.settings.reduction,
            language: language(),
            pictured,
        })
    })
}
