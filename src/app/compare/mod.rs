//! Models side by side on the same text: what each gives the chosen target, and its sums.

mod bars;

use std::rc::Rc;

use masklab::core::{
    document::{Compared, Document, Edit, ModelId, Totals},
    explain::Number,
    messages::fill,
    objective::{Quantity, Term},
    predict::Source,
    setup::Locked,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    host::frames::Actions,
    setup::is_locked,
    store::{Action, Settings, View},
    widgets::{Icon, amount, icon},
    words::{language, words},
};
use bars::Bars;

/// The table, and what follows from it.
pub(crate) fn compare(view: &View, actions: &Actions) -> Html {
    let words = words().compare;
    let models: Vec<ModelId> = (0..view.document().models().len()).map(ModelId).collect();
    let here = view.chosen.and_then(|place| view.evaluation().compared_at(&models, place));
    let totals = view.evaluation().totals(&models);
    let best: Vec<ModelId> = totals.best().collect();
    let target = here.as_ref().and_then(|here| here.terms.first());
    let target = target.map_or_else(|| "xᵢ".to_owned(), |(_, term)| term.target.to_string());
    let rows = models.iter().map(|&id| row(view, actions, id, here.as_ref(), &best));
    let settings = view.settings;
    let add = {
        let (actions, count) = (actions.clone(), models.len());
        let name: Rc<str> = new_name(view.document()).into();
        move |_: MouseEvent| {
            actions.now(Edit::AddModel { name: name.clone(), source: Source::ByHand });
            actions.now(Action::Show(Settings { model: ModelId(count), ..settings }));
        }
    };
    html! {
        <>
            <div class="scroll">
                <table class="models">
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col">{ words.model }</th>
                            <th scope="col" translate="no">{ "Pr(" }<bdi>{ target }</bdi>{ " | x̄)" }</th>
                            <th scope="col">{ words.term }</th>
                            <th scope="col" translate="no">{ "J" }</th>
                            <th scope="col">{ words.cross_entropy }</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <p class="conclusion">{ conclusion(view, here.as_ref()) }</p>
            <p class="conclusion" hidden={view.report.selected() < 2}>{ in_total(view, &totals) }</p>
            <Bars view={view.clone()} />
            <button type="button" class="small" disabled={is_locked(Locked::Models)} onclick={add}>{ words.add }</button>
        </>
    }
}

/// A letter that no model has for a name yet, or else a number.
fn new_name(document: &Document) -> String {
    let is_free = |name: &String| !document.models().iter().any(|model| **model.name() == **name);
    let letters = ('A'..='Z').map(String::from);
    let numbers = (1..).map(|number: usize| number.to_string());
    letters.chain(numbers).find(is_free).unwrap_or_default()
}

fn name(view: &View, model: ModelId) -> &str {
    view.document().model(model).map_or("", |model| model.name())
}

fn row(
    view: &View,
    actions: &Actions,
    id: ModelId,
    here: Option<&Compared<'_>>,
    best: &[ModelId],
) -> Html {
    let words = words().compare;
    let Some(report) = view.evaluation().report(id) else { return html! {} };
    let settings = Settings { model: id, ..view.settings };
    let (unit, several) = (settings.unit, view.several());
    let term =
        here.and_then(|here| Some((here.place, here.terms.iter().find(|(of, _)| *of == id)?.1)));
    let is_best_here = here.is_some_and(|here| here.best().any(|best| best == id));
    let [objective, _, cross_entropy, _] = report.totals();
    let named = |phrase: &'static str| fill(phrase, &[("model", name(view, id))]);
    let remove = named(words.remove);
    let rename = {
        let (actions, before) = (actions.clone(), name(view, id).to_owned());
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let name = field.value();
            // What is refused, or has spaces around it, is not its name: the page writes what is.
            field.set_value(&before);
            if name.trim() != before {
                actions.now(Edit::RenameModel { model: id, name: name.trim().into() });
                actions.now(Action::Rest);
            }
        }
    };
    html! {
        <tr key={id.0} aria-current={(view.model() == id).then_some("true")}>
            <td>
                <label class="look">
                    <input
                        type="radio"
                        name="looked-at"
                        aria-label={named(words.look)}
                        checked={view.model() == id}
                        onchange={actions.on(move |_: Event| Action::Show(settings))}
                    />
                </label>
            </td>
            <th scope="row" aria-label={name(view, id).to_owned()}>
                <input
                    type="text"
                    class="name"
                    dir="auto"
                    autocomplete="off"
                    aria-label={named(words.name_of)}
                    value={name(view, id).to_owned()}
                    readonly={is_locked(Locked::Models)}
                    onchange={rename}
                />
            </th>
            <td>{ for term.map(|(place, term)| amount(Quantity::probability(place, term), unit, several)) }</td>
            <td data-best={is_best_here.then_some("")}>
                { for term.map(|(place, term)| amount(Quantity::log_prob(place, term), unit, several)) }
            </td>
            <td data-best={best.contains(&id).then_some("")}>{ amount(objective, unit, false) }</td>
            <td>{ amount(cross_entropy, unit, false) }</td>
            <td>
                <button
                    type="button"
                    class="quiet"
                    aria-label={remove.clone()}
                    title={remove}
                    disabled={view.document().models().len() < 2 || is_locked(Locked::Models)}
                    onclick={actions.on(move |_: MouseEvent| Edit::RemoveModel(id).into())}
                >
                    { icon(Icon::Remove) }
                </button>
            </td>
        </tr>
    }
}

/// A number of nats as it is written in a sentence.
fn said(view: &View, nats: f64) -> String {
    Number::nats(Some(nats), view.settings.unit).shown(language())
}

/// Who contributes most at the chosen position, and why the rest of the predictions does not matter.
fn conclusion(view: &View, here: Option<&Compared<'_>>) -> String {
    let words = words().compare;
    let Some(here) = here else { return words.nothing.to_owned() };
    let [(_, first), _, ..] = here.terms.as_slice() else { return words.alone.to_owned() };
    let probability =
        |term: &Term| Number::probability(term.probability, view.settings.unit).shown(language());
    let target = first.target.to_string();
    let best: Vec<ModelId> = here.best().collect();
    let of = |id: ModelId| here.terms.iter().find(|(of, _)| *of == id).map(|(_, term)| *term);
    // Those that are not among the best; the one that is furthest behind.
    let others = here.terms.iter().filter(|(id, _)| !best.contains(id));
    let worst = others.min_by(|a, b| a.1.log_prob.nats().total_cmp(&b.1.log_prob.nats()));
    let (Some(&winner), Some(&(loser, behind))) = (best.first(), worst) else {
        let (p, term) = (probability(first), said(view, first.log_prob.nats()));
        let mut level = fill(words.level, &[("target", &target), ("p", &p), ("term", &term)]);
        if differ_behind(view, here) {
            level.push(' ');
            level.push_str(words.runners_up);
        }
        return level;
    };
    let (Some(most), Some(gap)) = (of(winner), here.difference(winner, loser)) else {
        return words.nothing.to_owned();
    };
    fill(
        words.best,
        &[
            ("best", name(view, winner)),
            ("target", &target),
            ("p", &probability(most)),
            ("term", &said(view, most.log_prob.nats())),
            ("worst", name(view, loser)),
            ("worst p", &probability(behind)),
            ("gap", &said(view, gap)),
        ],
    )
}

/// Whether two models that contribute the same do not predict the same.
fn differ_behind(view: &View, here: &Compared<'_>) -> bool {
    let differ = |one, other| {
        view.evaluation().only_runners_up_differ(here.place, one, other).unwrap_or_default()
    };
    let models = || here.terms.iter().map(|&(id, _)| id);
    models().any(|one| models().any(|other| differ(one, other)))
}

/// Who contributes most to the objective of the whole dataset.
fn in_total(view: &View, totals: &Totals) -> String {
    let best: Vec<ModelId> = totals.best().collect();
    match (best.as_slice(), totals.lead()) {
        (&[best], Some(lead)) => {
            fill(words().compare.total, &[("best", name(view, best)), ("lead", &said(view, lead))])
        }
        _ => String::new(),
    }
}
