//! German.

use super::{
    CurveMessages, GradientPlotMessages, Messages, PageMessages, PlotMessages, Plural,
    PredictionPlotMessages, TermPlotMessages, TraceMessages,
};

pub(super) const MESSAGES: Messages =
    Messages { page: PageMessages { inner_sum: "innere Summe" }, plot: PLOT };

const PLOT: PlotMessages = PlotMessages {
    in_nats: "{what}, in Nat",
    in_bits: "{what}, in Bit",
    in_log10: "{what}, Basis 10",
    nats: "{amount} Nat",
    bits: "{amount} Bit",
    log10: "{amount} (Basis 10)",
    number: "Nr.",
    sentence: "Satz",
    sentence_number: "Satz {number}",
    word: "Wort",
    target: "Zielwort",
    probability: "Wahrscheinlichkeit",
    other_words: "andere Wörter",
    curve: CurveMessages {
        caption: "Was jedes Zielwort kostet",
        axis: "Wahrscheinlichkeit des Zielworts",
        infinite: "kostet ∞",
        summary: "Die Kurve −log p fällt von unendlich bei Wahrscheinlichkeit 0 auf 0 bei \
            Wahrscheinlichkeit 1.",
        points: "Darauf liegen: {points}.",
        point: "„{word}“ mit Wahrscheinlichkeit {p} kostet {cost}",
        many: "Darauf liegen {count} Zielwörter; das billigste und das teuerste: {points}.",
        nothing_selected: "Es ist nichts ausgewählt, darum liegt kein Punkt darauf.",
        no_point_yet: "Noch liegt kein Punkt darauf.",
        untargeted: "Ausgewählt, aber ohne Zielwort und darum ohne Punkt: {count}.",
    },
    prediction: PredictionPlotMessages {
        caption: "Die Vorhersage neben dem One-Hot-Ziel",
        prediction: "Vorhersage p",
        one_hot: "One-Hot-Ziel y",
        summary: "Das Modell gibt dem Zielwort „{word}“ die Wahrscheinlichkeit {p}{rival}; das \
            One-Hot-Ziel ist dort 1 und überall sonst 0, also zählt für die Kreuzentropie nur dieser \
            Balken: {log} = {cost}.",
        rival: " und von allen anderen „{word}“ die größte, {p}",
        without_target: "Das Modell gibt „{word}“ die größte Wahrscheinlichkeit, {p}; das Zielwort \
            fehlt noch, also gibt es nichts, woran die Vorhersage zu messen wäre.",
        left_out: Plural {
            one: "Eines der unwahrscheinlichsten Wörter ist nicht gezeichnet.",
            other: "{count} der unwahrscheinlichsten Wörter sind nicht gezeichnet.",
        },
    },
    terms: TermPlotMessages {
        caption: "Die Terme und ihre Summen",
        summary: "Die Terme log p hängen von 0 herab und ergeben zusammen die innere Summe ihres \
            Satzes ({sums}); alle Sätze zusammen ergeben J = {objective}.",
        empty: "Kein Term ist zu sehen; J = {objective}.",
        inner_sum: "Innere Summe",
        outer_sum: "Äußere Summe J",
        worst: "Der längste Balken gehört zu „{word}“, {log}.",
    },
    trace: TraceMessages {
        caption: "Der bisherige Verlust",
        cross_entropy: "mittlere Kreuzentropie",
        loss: "Verlust L",
        step: "Schritt",
        edit: "Änderung",
        summary: "{loss}: von {first} bei {step} {from} auf {newest} bei {step} {to}.",
        single: "{loss}: {newest} bei {step} {to}, bisher der einzige Wert.",
        empty: "{loss}: Es gibt noch keinen Wert.",
        lowest: "Der niedrigste ist {lowest} bei {step} {at}.",
    },
    gradient: GradientPlotMessages {
        caption: "Der Gradient nach den Logits",
        axis: "∂L/∂z = p − y",
        column: "p − y",
        effect: "Ein Schritt gegen den Gradienten",
        rises: "erhöht das Logit",
        falls: "senkt das Logit",
        stays: "lässt das Logit, wie es ist",
        summary: "Der Gradient des Verlusts nach jedem Logit ist p − y: {parts}.",
        without_target: "Das Zielwort fehlt noch, also gibt es keinen Gradienten.",
        target: "{slope} für das Zielwort „{word}“, dessen Logit ein Schritt gegen den Gradienten \
            erhöht",
        others: "über 0 für die anderen, deren Logits er senkt, am meisten das von „{word}“ mit \
            {slope}",
        nothing: "überall 0, ein Schritt ändert also nichts",
        left_out: Plural {
            one: "Einer der kürzesten Balken ist nicht gezeichnet.",
            other: "{count} der kürzesten Balken sind nicht gezeichnet.",
        },
    },
};
