//! The equation: its numbers in every unit, and what its symbols stand for.

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use serde_json::json;

use crate::page::{Page, chip, place};
use crate::replay::Replay;
use crate::sight::Sight;
use crate::wait::eventually;

/// J, L, each mean and the perplexity, in nats, bits and powers of ten.
pub(super) async fn every_total_in_every_unit(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.open("means").await;
    for unit in [1, 2, 0] {
        page.choose("unit", unit).await;
        for total in ["objective", "loss", "perplexity", "cross-entropy"] {
            page.choose_total(total).await;
            replay.assert_same().await;
        }
        for reduction in [1, 2, 3, 0] {
            page.choose("reduction", reduction).await;
            replay.assert_same().await;
        }
    }
}

async fn point_at(page: &Page, selector: &str) {
    let (x, y): (f64, f64) = page
        .read(
            "const element = document.querySelector(arguments[0]);
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = element.getBoundingClientRect();
            return [left + width / 2, top + height / 2];",
            vec![json!(selector)],
        )
        .await;
    let to = |x: f64, y: f64| PointerAction::MoveTo { duration: None, x: x.round(), y: y.round() };
    let hand = MouseActions::new("mouse".into()).then(to(2.0, 2.0)).then(to(x, y));
    page.client.perform_actions(hand).await.expect("the pointer moves");
}

/// Each symbol says what it is, by pointer and by key, and what it stands for lights up.
pub(super) async fn symbols_explain_themselves(page: &Page) {
    Replay::from_the_start(page).await;
    let explained = async |symbol: &str, label: &str| {
        eventually("the symbol is explained", async || {
            let (of, said, lit): (Option<String>, String, Option<String>) = page
                .read(
                    "const line = document.querySelector('.meaning');
                    return [line.dataset.of ?? null, line.textContent,
                        document.documentElement.dataset.litSymbol ?? null];",
                    vec![],
                )
                .await;
            let wanted = (Some(symbol), Some(symbol));
            if (of.as_deref(), lit.as_deref()) == wanted && said.contains(label) && label.len() > 3
            {
                return Ok(());
            }
            Err(format!("{of:?} lit {lit:?}: {said}; not {symbol}: {label}"))
        })
        .await;
    };
    let mut seen = std::collections::BTreeSet::new();
    for total in ["objective", "loss", "cross-entropy", "perplexity"] {
        page.choose_total(total).await;
        let symbols: Vec<(String, String)> = page
            .read(
                "return [...document.querySelectorAll('.symbols [data-symbol]')].map((symbol) =>
                    [symbol.dataset.symbol, symbol.getAttribute('aria-label') ?? '']);",
                vec![],
            )
            .await;
        assert!(!symbols.is_empty(), "{total} has no symbols");
        for (symbol, label) in symbols {
            let selector = format!(".symbols [data-symbol={symbol}]");
            if seen.insert(symbol.clone()) {
                page.focus(&selector).await;
                explained(&symbol, &label).await;
            } else if symbol == "loss" {
                point_at(page, &selector).await;
                explained(&symbol, &label).await;
            }
        }
    }
    assert!(seen.len() > 9, "few symbols: {seen:?}");
}

/// One identity: pointing at it anywhere lights it up everywhere, and pressing it looks at it.
pub(super) async fn a_position_lights_up_everywhere(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.open("bird").await;
    let lit = async |place: &str| {
        eventually("all of the position is lit, and nothing else", async || {
            let (lit, unlit, others): (usize, usize, usize) = page
                .read(
                    "const [place] = arguments;
                    const of = [...document.querySelectorAll(`[data-place='${place}']`)];
                    const lit = document.querySelectorAll('[data-lit]').length;
                    const here = of.filter((element) => 'lit' in element.dataset).length;
                    return [here, of.length - here, lit - here];",
                    vec![json!(place)],
                )
                .await;
            // The chip, its point on the curve, and its term in the formula at least.
            if lit >= 3 && unlit == 0 && others == 0 {
                return Ok(());
            }
            Err(format!("{lit} are lit and {unlit} not; {others} others are"))
        })
        .await;
    };
    point_at(page, &chip(place(1, 6))).await;
    lit("1:6").await;
    page.focus(&chip(place(1, 2))).await;
    lit("1:2").await;
    point_at(page, "#plot g.point[data-place='1:6'] circle").await;
    lit("1:6").await;

    for (pressed, wanted) in [
        ("#plot g[data-place='1:6'] text", place(1, 6)),
        (".equation .term[data-place='1:2']", place(1, 2)),
    ] {
        page.click(pressed).await;
        eventually("what is pressed is looked at", async || match Sight::of(page).await.looked() {
            Some(looked) if looked == wanted => Ok(()),
            other => Err(format!("{other:?}")),
        })
        .await;
        replay.assert_same().await;
    }
}
