//! What is seen on a slide: the sentences, a prediction, or a plot.

use masklab::core::{
    document::Example,
    lecture::{Drawn, Known, Reading, Subject, sentences},
    messages::fill,
    objective::Place,
    plot::{Frame, Picture, Plot, prediction_bars, prediction_bars_without_loss},
    text::{Corruption, MASK},
};
use masklab::drawing::Tag;
use yew::prelude::*;

use super::subject;
use crate::app::{
    charts::{chosen_tags, frame, tag, terms, use_picture, with_pictured},
    host::size::use_size,
    store::{Store, View},
    widgets::{badge, hue_name},
    words::words,
};

/// Marks of plots are made for a page; a hall sees them 2.2 times as large: no letter is below 24 pixels.
const TENTHS: u32 = 22;

pub(super) fn drawn(view: &View, drawn: &Drawn) -> Html {
    match drawn {
        Drawn::Nothing => html! {},
        Drawn::Text(reading) => text(view, *reading),
        drawn => html! { <Sized view={view.clone()} drawn={drawn.clone()} /> },
    }
}

/// The sentences, and how many more there are.
fn text(view: &View, reading: Reading) -> Html {
    let subject: Subject<'_> = subject(view);
    let (shown, left_out) = sentences(&subject);
    let examples = view.document().examples();
    let length: usize = shown
        .iter()
        .filter_map(|&index| Some(examples.get(index)?.sentence().text().chars().count()))
        .sum();
    let size = match length {
        0..=70 => "short",
        71..=200 => "medium",
        201..=500 => "long",
        _ => "longest",
    };
    let rows = shown.iter().filter_map(|&index| {
        Some(html! { <p key={index} dir="auto">{ tokens(view, index, examples.get(index)?, reading) }</p> })
    });
    let more = words().lecture.left_out.of(left_out);
    html! {
        <div class="read" data-size={size} translate="no">
            { for rows }
            <p class="more" hidden={left_out == 0}>{ fill(more, &[("count", &left_out.to_string())]) }</p>
        </div>
    }
}

fn tokens(view: &View, sentence: usize, example: &Example, reading: Reading) -> Html {
    let first = view.report.first_number(sentence);
    let report = view.report.sentences().get(sentence);
    let tokens = example.sentence().positions().map(|(position, token)| {
        let selected = example.at(position).filter(|_| reading != Reading::Original);
        let Some(selected) = selected else {
            return html! { <span class="word" key={position.number()}>{ token.text.to_owned() }</span> };
        };
        let place = Place { sentence, position };
        let is_input = reading == Reading::Corrupted;
        let word = match selected.corruption() {
            Corruption::Mask if is_input => MASK.to_owned(),
            Corruption::Random(word) if is_input => word.to_string(),
            _ => selected.target().map_or_else(|| token.text.to_owned(), ToString::to_string),
        };
        let index = report.and_then(|report| {
            report.terms().iter().position(|term| term.position == position)
        });
        html! {
            <span class="word" key={position.number()} data-selected="" data-hue={view.hue(place).map(hue_name)}>
                { word }
                { for index.map(|index| badge(first + index + 1)) }
            </span>
        }
    });
    tokens.collect()
}

#[derive(Clone, PartialEq, Properties)]
struct SizedProps {
    view: View,
    drawn: Drawn,
}

/// A plot: a component, since it measures its own size.
#[component]
fn Sized(SizedProps { view, drawn }: &SizedProps) -> Html {
    let (node, size) = use_size();
    let plotted = size.and_then(|(width, height)| {
        plot(view, drawn, frame(view, (width * 10 / TENTHS, height * 10 / TENTHS)))
    });
    let picture = use_picture(plotted);
    html! { <div class="plot-frame seen" ref={node}>{ picture }</div> }
}

fn plot(view: &Store, drawn: &Drawn, frame: Frame) -> Option<(Plot, Vec<Tag>)> {
    let target = view.looked_at().map(|looked_at| &*looked_at.term.target);
    Some(match drawn {
        Drawn::Nothing | Drawn::Text(_) => return None,
        Drawn::Prediction(prediction, known) => {
            let plot = match known {
                Known::Words => prediction_bars(prediction, None, frame),
                Known::Target => prediction_bars_without_loss(prediction, target, frame),
                Known::Loss => prediction_bars(prediction, target, frame),
            };
            (plot, chosen_tags(view))
        }
        Drawn::Picture(picture) => {
            let tags = match picture {
                Picture::Curve | Picture::Terms => {
                    terms(view).iter().map(|term| tag(view, term.place)).collect()
                }
                _ => chosen_tags(view),
            };
            (with_pictured(view, |pictured| picture.plot(pictured, frame))?, tags)
        }
    })
}
