//! English, the model for every other language.

use super::{
    CurveMessages, GradientPlotMessages, Messages, PageMessages, PlotMessages, Plural,
    PredictionPlotMessages, TermPlotMessages, TraceMessages,
};

pub(super) const MESSAGES: Messages =
    Messages { page: PageMessages { inner_sum: "inner sum" }, plot: PLOT };

const PLOT: PlotMessages = PlotMessages {
    in_nats: "{what}, in nats",
    in_bits: "{what}, in bits",
    in_log10: "{what}, base 10",
    nats: "{amount} nats",
    bits: "{amount} bits",
    log10: "{amount} (base 10)",
    number: "No.",
    sentence: "Sentence",
    sentence_number: "sentence {number}",
    word: "Word",
    target: "Target",
    probability: "Probability",
    other_words: "other words",
    curve: CurveMessages {
        caption: "What each target costs",
        axis: "probability of the target",
        infinite: "costs ∞",
        summary: "The curve of −log p falls from infinity at probability 0 to 0 at probability 1.",
        points: "On it: {points}.",
        point: "“{word}” at probability {p} costs {cost}",
        many: "On it are {count} targets; the cheapest and the dearest: {points}.",
        nothing_selected: "Nothing is selected, so there is no point on it.",
        no_point_yet: "There is no point on it yet.",
        untargeted: "Selected, but without a target and so without a point: {count}.",
    },
    prediction: PredictionPlotMessages {
        caption: "The prediction against the one-hot target",
        prediction: "prediction p",
        one_hot: "one-hot target y",
        summary: "The model gives the target, “{word}”, a probability of {p}{rival}; the one-hot \
            target is 1 there and 0 everywhere else, so the cross-entropy looks at that bar alone: \
            {log} = {cost}.",
        rival: ", and of all others “{word}” the most, {p}",
        without_target: "The model gives “{word}” the most, {p}; the target is still to be given, so \
            there is nothing to hold the prediction against.",
        left_out: Plural {
            one: "One of the least probable words is not drawn.",
            other: "{count} of the least probable words are not drawn.",
        },
    },
    terms: TermPlotMessages {
        caption: "The terms and their sums",
        summary: "The terms log p hang down from 0 and add up to the inner sum of their sentence \
            ({sums}); all sentences together make J = {objective}.",
        empty: "No term is in sight; J = {objective}.",
        inner_sum: "Inner sum",
        outer_sum: "Outer sum J",
        worst: "The longest bar is that of “{word}”, {log}.",
    },
    trace: TraceMessages {
        caption: "The loss so far",
        cross_entropy: "mean cross-entropy",
        loss: "loss L",
        step: "step",
        edit: "edit",
        summary: "{loss}: from {first} at {step} {from} to {newest} at {step} {to}.",
        single: "{loss}: {newest} at {step} {to}, the only value so far.",
        empty: "{loss}: there is no value yet.",
        lowest: "The lowest is {lowest} at {step} {at}.",
    },
    gradient: GradientPlotMessages {
        caption: "The gradient by the logits",
        axis: "∂L/∂z = p − y",
        column: "p − y",
        effect: "A step down the gradient",
        rises: "raises the logit",
        falls: "lowers the logit",
        stays: "leaves the logit",
        summary: "The gradient of the loss by each logit is p − y: {parts}.",
        without_target: "The target is still to be given, so there is no gradient.",
        target: "{slope} for the target “{word}”, whose logit a step down the gradient raises",
        others: "above 0 for the others, whose logits it lowers, most of all “{word}” with {slope}",
        nothing: "0 everywhere, so a step changes nothing",
        left_out: Plural {
            one: "One of the shortest bars is not drawn.",
            other: "{count} of the shortest bars are not drawn.",
        },
    },
};
