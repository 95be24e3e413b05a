//! Which phrases there are.

/// A phrase that depends on a number: "1 position", "2 positions".
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// For exactly one.
    pub one: &'static str,
    /// For every other number, and for none.
    pub other: &'static str,
}

impl Plural {
    /// The phrase for a number.
    pub const fn of(&self, count: usize) -> &'static str {
        if count == 1 { self.one } else { self.other }
    }
}

/// Every phrase below a name, for the tests that compare languages.
#[cfg(test)]
trait Phrases {
    fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>);
}

#[cfg(test)]
impl Phrases for &'static str {
    fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>) {
        phrases.push((path.to_owned(), self));
    }
}

#[cfg(test)]
impl Phrases for Plural {
    fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>) {
        phrases.push((format!("{path} (one)"), self.one));
        phrases.push((format!("{path} (other)"), self.other));
    }
}

#[cfg(test)]
impl Messages {
    /// Every phrase with its path, in the order of the table.
    pub(super) fn all(&self) -> Vec<(String, &'static str)> {
        let mut phrases = Vec::new();
        self.collect("messages", &mut phrases);
        phrases
    }
}

/// A part of the table: a struct of phrases, plurals and further parts, that can be walked through.
macro_rules! table {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Debug)]
        #[expect(missing_docs, reason = "a phrase says itself what it is for, where it is not said")]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        #[cfg(test)]
        impl Phrases for $name {
            fn collect(&self, path: &str, phrases: &mut Vec<(String, &'static str)>) {
                $(self.$field.collect(&format!("{path}.{}", stringify!($field)), phrases);)*
            }
        }
    )*};
}

table! {
    /// All phrases of a language.
    Messages {
        page: PageMessages,
        plot: PlotMessages,
    }

    /// What only the page says: labels, hints, questions.
    PageMessages {
        inner_sum: &'static str,
    }

    /// What is written in the plots and said of them.
    PlotMessages {
        /// The name of a quantity with its unit, as an axis and a column have it.
        in_nats: &'static str,
        in_bits: &'static str,
        in_log10: &'static str,
        /// A number with its unit, in a sentence.
        nats: &'static str,
        bits: &'static str,
        log10: &'static str,
        number: &'static str,
        sentence: &'static str,
        sentence_number: &'static str,
        word: &'static str,
        target: &'static str,
        probability: &'static str,
        other_words: &'static str,
        curve: CurveMessages,
        prediction: PredictionPlotMessages,
        terms: TermPlotMessages,
        trace: TraceMessages,
        gradient: GradientPlotMessages,
    }

    /// The curve −log p with a point for each term.
    CurveMessages {
        caption: &'static str,
        axis: &'static str,
        /// On the plot, beside the targets with probability 0.
        infinite: &'static str,
        summary: &'static str,
        points: &'static str,
        point: &'static str,
        many: &'static str,
        nothing_selected: &'static str,
        no_point_yet: &'static str,
        untargeted: &'static str,
    }

    /// A prediction against the one-hot target.
    PredictionPlotMessages {
        caption: &'static str,
        /// The names of the bars and of the outline on the plot.
        prediction: &'static str,
        one_hot: &'static str,
        summary: &'static str,
        rival: &'static str,
        without_target: &'static str,
        left_out: Plural,
    }

    /// The terms as bars, with their sums.
    TermPlotMessages {
        caption: &'static str,
        summary: &'static str,
        empty: &'static str,
        inner_sum: &'static str,
        outer_sum: &'static str,
        worst: &'static str,
    }

    /// The loss over steps or edits.
    TraceMessages {
        caption: &'static str,
        cross_entropy: &'static str,
        loss: &'static str,
        step: &'static str,
        edit: &'static str,
        summary: &'static str,
        single: &'static str,
        empty: &'static str,
        lowest: &'static str,
    }

    /// The gradient by the logits.
    GradientPlotMessages {
        caption: &'static str,
        axis: &'static str,
        column: &'static str,
        effect: &'static str,
        rises: &'static str,
        falls: &'static str,
        stays: &'static str,
        summary: &'static str,
        without_target: &'static str,
        target: &'static str,
        others: &'static str,
        nothing: &'static str,
        left_out: Plural,
    }
}
