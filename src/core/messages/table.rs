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
        /// The language by its own name.
        name: &'static str,
        page: PageMessages,
        plot: PlotMessages,
    }

    /// What only the page says: labels, hints, questions.
    PageMessages {
        inner_sum: &'static str,
        shell: PageShell,
        dataset: PageDataset,
        prediction: PagePrediction,
        equation: PageEquation,
        symbols: PageSymbols,
        charts: PageCharts,
        training: PageTraining,
        compare: PageCompare,
        help: PageHelp,
    }

    /// The header and what is said aloud.
    PageShell {
        about: &'static str,
        examples: &'static str,
        task: &'static str,
        start_over: &'static str,
        undo: &'static str,
        redo: &'static str,
        settings: &'static str,
        theme: &'static str,
        theme_system: &'static str,
        theme_light: &'static str,
        theme_dark: &'static str,
        language: &'static str,
        help: &'static str,
        dismiss: &'static str,
        said_term: &'static str,
        said_sums: &'static str,
    }

    /// The dataset and what can be done with its text.
    PageDataset {
        title: &'static str,
        hint: &'static str,
        sentences: &'static str,
        none: &'static str,
        sentence: &'static str,
        edit_sentence: &'static str,
        sentence_menu: &'static str,
        edit: &'static str,
        duplicate: &'static str,
        move_up: &'static str,
        move_down: &'static str,
        remove: &'static str,
        said_untargeted: &'static str,
        said_masked: &'static str,
        said_random: &'static str,
        said_kept: &'static str,
        chip_menu: &'static str,
        chip_title: &'static str,
        make_mask: &'static str,
        make_mask_hint: &'static str,
        make_random: &'static str,
        make_random_hint: &'static str,
        make_kept: &'static str,
        make_kept_hint: &'static str,
        make_unselected: &'static str,
        make_unselected_hint: &'static str,
        typed_target: &'static str,
        set: &'static str,
        select_some: &'static str,
        draw_title: &'static str,
        draw_rate: &'static str,
        draw_mask: &'static str,
        draw_random: &'static str,
        draw_seed: &'static str,
        draw_way: &'static str,
        draw_each: &'static str,
        draw_count: &'static str,
        draw: &'static str,
        draw_again: &'static str,
        draw_none: &'static str,
        draw_note: &'static str,
        bad_seed: &'static str,
        add: &'static str,
        add_hint: &'static str,
        add_button: &'static str,
        add_file: &'static str,
        unreadable: &'static str,
        loading: &'static str,
        cancel: &'static str,
    }

    /// The prediction at one position.
    PagePrediction {
        title: &'static str,
        no_mask: &'static str,
        no_target: &'static str,
        model: &'static str,
        source: &'static str,
        by_hand: &'static str,
        uniform: &'static str,
        unigram: &'static str,
        neighbours: &'static str,
        at_position: &'static str,
        at_position_of_sentence: &'static str,
        previous: &'static str,
        next: &'static str,
        number_of: &'static str,
        others: &'static str,
        target: &'static str,
        probability_of: &'static str,
        number_of_word: &'static str,
        less: &'static str,
        more: &'static str,
        lock: &'static str,
        lock_hint: &'static str,
        remove: &'static str,
        sum_hint: &'static str,
        new_word: &'static str,
        add: &'static str,
        list_others: &'static str,
        even_out: &'static str,
        back: &'static str,
        back_hint: &'static str,
        sliders: &'static str,
        linear: &'static str,
        logarithmic: &'static str,
        logits: &'static str,
        temperature: &'static str,
        temperature_hint: &'static str,
    }

    /// The formula, and the numbers of the whole dataset.
    PageEquation {
        title: &'static str,
        unit: &'static str,
        nats: &'static str,
        bits: &'static str,
        log10: &'static str,
        totals: &'static str,
        objective: &'static str,
        loss: &'static str,
        cross_entropy: &'static str,
        perplexity: &'static str,
        maximised: &'static str,
        minimised: &'static str,
        no_mean: &'static str,
        mean_over: Plural,
        per_token: &'static str,
        reduction: &'static str,
        mean: &'static str,
        mean_of_sums: &'static str,
        mean_of_means: &'static str,
        sum: &'static str,
        nothing_selected: &'static str,
        no_target: &'static str,
    }

    /// What each symbol of the formulas stands for.
    PageSymbols {
        hint: &'static str,
        original: &'static str,
        corrupted: &'static str,
        target: &'static str,
        selected: &'static str,
        dataset: &'static str,
        position: &'static str,
        objective: &'static str,
        loss: &'static str,
        candidate: &'static str,
        label: &'static str,
        predicted: &'static str,
        euler: &'static str,
        count: &'static str,
    }

    /// The plots.
    PageCharts {
        title: &'static str,
        curve: &'static str,
        prediction: &'static str,
        terms: &'static str,
        trace: &'static str,
        curve_title: &'static str,
        curve_hint: &'static str,
        prediction_title: &'static str,
        prediction_hint: &'static str,
        terms_title: &'static str,
        terms_hint: &'static str,
        trace_title: &'static str,
        trace_hint: &'static str,
        left_out: &'static str,
        table: &'static str,
    }

    /// What the numbers mean for training.
    PageTraining {
        title: &'static str,
        compare: &'static str,
        lower: &'static str,
        nothing: &'static str,
        share: &'static str,
        rate: &'static str,
        scope: &'static str,
        everywhere: &'static str,
        here: &'static str,
        one_step: &'static str,
        ten_steps: &'static str,
        until: &'static str,
        stop: &'static str,
        back: &'static str,
        ran: Plural,
        converged: &'static str,
        no_progress: &'static str,
        diverged: &'static str,
    }

    /// Models side by side.
    PageCompare {
        model: &'static str,
        term: &'static str,
        cross_entropy: &'static str,
        add: &'static str,
        remove: &'static str,
        nothing: &'static str,
        alone: &'static str,
        level: &'static str,
        best: &'static str,
    }

    /// The help.
    PageHelp {
        title: &'static str,
        step_mask: &'static str,
        step_move: &'static str,
        step_read: &'static str,
        step_train: &'static str,
        keys: &'static str,
        key_tab: &'static str,
        key_arrows: &'static str,
        key_enter: &'static str,
        key_delete: &'static str,
        key_edit: &'static str,
        key_move: &'static str,
        key_slider: &'static str,
        key_undo: &'static str,
        key_escape: &'static str,
        privacy: &'static str,
        close: &'static str,
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
