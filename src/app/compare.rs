//! Models side by side on the same text: what each gives the chosen target, and its sums.

use std::rc::Rc;

use masklab::core::{
    document::{Edit, ModelId},
    explain::Number,
    math::{Probability, Unit},
    messages::fill,
    objective::{Quantity, Report, Term},
    predict::Source,
};
use yew::prelude::*;

use super::{
    host::frames::Actions,
    store::{Action, Lower, Settings, View},
    training::lower,
    widgets::{Icon, amount, icon, panel},
    words::words,
};

/// The panel.
pub(crate) fn compare(view: &View, actions: &Actions) -> Html {
    let is_shown = view.settings.lower == Lower::Compare;
    let body = if is_shown {
        body(view, actions)
    } else {
        html! { <div /> }
    };
    html! {
        <div key="compare" hidden={!is_shown}>
            { panel("compare", lower(view, actions), "", html! {}, body) }
        </div>
    }
}

/// One model's column of numbers.
struct Compared<'a> {
    id: ModelId,
    name: &'a str,
    term: Option<&'a Term>,
    report: &'a Rc<Report>,
}

fn body(view: &View, actions: &Actions) -> Html {
    let words = &words().compare;
    let models = view.document().models();
    let compared: Vec<Compared<'_>> = models
        .iter()
        .enumerate()
        .filter_map(|(index, model)| {
            let id = ModelId(index);
            let report = view.evaluation().report(id)?;
            let term = view.chosen.and_then(|place| {
                let sentence = report.sentences().get(place.sentence)?;
                sentence.terms().iter().find(|term| term.position == place.position)
            });
            Some(Compared { id, name: model.name(), term, report })
        })
        .collect();
    let unit = view.settings.unit;
    let best_total =
        compared.iter().map(|one| one.report.objective().nats()).fold(f64::NEG_INFINITY, f64::max);
    let best_term = compared
        .iter()
        .filter_map(|one| one.term)
        .map(|term| term.log_prob.nats())
        .fold(f64::NEG_INFINITY, f64::max);
    let target = compared.iter().find_map(|one| one.term).map(|term| term.target.to_string());
    let rows = compared.iter().map(|one| row(view, actions, one, (best_term, best_total), unit));
    let add = {
        let actions = actions.clone();
        let name = new_name(models.len());
        let settings =
            Settings { model: ModelId(models.len()), lower: Lower::Compare, ..view.settings };
        move |_: MouseEvent| {
            actions.now(Edit::AddModel { name: name.as_str().into(), source: Source::ByHand });
            actions.now(Action::Show(settings));
        }
    };
    let conclusion = conclusion(view, &compared);
    html! {
        <>
            <div class="scroll">
                <table class="models">
                    <thead>
                        <tr>
                            <th scope="col">{ words.model }</th>
                            <th scope="col" translate="no">{ "Pr(" }<bdi>{ target.unwrap_or_else(|| "xᵢ".to_owned()) }</bdi>{ " | x̄)" }</th>
                            <th scope="col">{ words.term }</th>
                            <th scope="col" translate="no">{ "J" }</th>
                            <th scope="col">{ words.cross_entropy }</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <p class="conclusion">{ conclusion }</p>
            <button type="button" class="small" onclick={add}>{ words.add }</button>
        </>
    }
}

fn new_name(count: usize) -> String {
    // A, B, C, … and numbers after Z.
    let letter =
        u8::try_from(count).ok().filter(|count| *count < 26).map(|count| char::from(b'A' + count));
    letter.map_or_else(|| format!("model {}", count + 1), String::from)
}

fn row(view: &View, actions: &Actions, one: &Compared<'_>, best: (f64, f64), unit: Unit) -> Html {
    let words = &words().compare;
    let (id, is_looked_at) = (one.id, view.model() == one.id);
    let settings = Settings { model: id, ..view.settings };
    let is_best = |nats: f64, best: f64| (best - nats).abs() <= 1e-9 || nats == best;
    let term = view.chosen.zip(one.term);
    let [objective, _, cross_entropy, _] = one.report.totals();
    let named = |phrase: &'static str| fill(phrase, &[("model", one.name)]);
    html! {
        <tr key={id.0} aria-current={is_looked_at.then_some("true")}>
            <th scope="row">
                <button type="button" class="quiet" onclick={actions.on(move |_| Action::Show(settings))}><bdi>{ one.name.to_owned() }</bdi></button>
            </th>
            <td>{ for term.map(|(place, term)| amount(Quantity::probability(place, term), unit, view.several())) }</td>
            <td data-best={term.filter(|(_, term)| is_best(term.log_prob.nats(), best.0)).map(|_| "")}>
                { for term.map(|(place, term)| amount(Quantity::log_prob(place, term), unit, view.several())) }
            </td>
            <td data-best={is_best(one.report.objective().nats(), best.1).then_some("")}>{ amount(objective, unit, false) }</td>
            <td>{ amount(cross_entropy, unit, false) }</td>
            <td>
                <button type="button" class="quiet" aria-label={named(words.remove)} title={named(words.remove)} disabled={view.document().models().len() < 2} onclick={actions.on(move |_| Edit::RemoveModel(id).into())}>{ icon(Icon::Remove) }</button>
            </td>
        </tr>
    }
}

/// Who contributes more here, and why the rest of the predictions does not matter.
fn conclusion(view: &View, compared: &[Compared<'_>]) -> String {
    let words = &words().compare;
    let terms: Vec<(&str, &Term)> =
        compared.iter().filter_map(|one| Some((one.name, one.term?))).collect();
    let by_size = |a: &&(&str, &Term), b: &&(&str, &Term)| {
        a.1.probability.value().total_cmp(&b.1.probability.value())
    };
    let (Some(best), Some(worst)) =
        (terms.iter().rev().max_by(by_size), terms.iter().min_by(by_size))
    else {
        return words.nothing.to_owned();
    };
    if terms.len() < 2 {
        return words.alone.to_owned();
    }
    let unit = view.settings.unit;
    let number = |term: &Term| Number::nats(Some(term.log_prob.nats()), unit).text().to_owned();
    let p = |p: Probability| Number::probability(p, unit).text().to_owned();
    let target = best.1.target.to_string();
    if best.1.probability == worst.1.probability {
        return fill(
            words.level,
            &[("target", &target), ("p", &p(best.1.probability)), ("term", &number(best.1))],
        );
    }
    let gap = Number::nats(Some(best.1.log_prob.nats() - worst.1.log_prob.nats()), unit)
        .text()
        .to_owned();
    fill(
        words.best,
        &[
            ("best", best.0),
            ("target", &target),
            ("p", &p(best.1.probability)),
            ("term", &number(best.1)),
            ("worst", worst.0),
            ("worst p", &p(worst.1.probability)),
            ("gap", &gap),
        ],
    )
}
