//! Which phrases there are.

#[cfg(test)]
use super::parts::Phrases;
use super::parts::{Plural, table};

#[cfg(test)]
impl Messages {
    /// Every phrase with its path, in the order of the table.
    pub(super) fn all(&self) -> Vec<(String, &'static str)> {
        let mut phrases = Vec::new();
        self.collect("messages", &mut phrases);
        phrases
    }
}

table! {
    /// All phrases of a language.
    Messages {
        /// The language by its own name.
        name: &'static str,
        page: &'static PageMessages,
        plot: &'static PlotMessages,
        common: &'static CommonMessages,
        meaning: &'static MeaningMessages,
        rounding: &'static RoundingMessages,
        solution: &'static SolutionMessages,
        spoken: &'static SpokenMessages,
        edits: &'static EditMessages,
        changes: &'static ChangeMessages,
        inputs: &'static InputMessages,
        file: &'static FileMessages,
        link: &'static LinkMessages,
        setup: &'static SetupMessages,
        lecture: &'static LectureMessages,
        presets: &'static PresetsMessages,
    }

    /// What only the page says: labels, hints, questions.
    PageMessages {
        inner_sum: &'static str,
        shell: &'static PageShell,
        dataset: &'static PageDataset,
        prediction: &'static PagePrediction,
        equation: &'static PageEquation,
        symbols: &'static PageSymbols,
        charts: &'static PageCharts,
        training: &'static PageTraining,
        compare: &'static PageCompare,
        help: &'static PageHelp,
        share: &'static PageShare,
        lecture: &'static PageLecture,
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
        newer: &'static str,
        reload: &'static str,
        said_term: &'static str,
        said_sums: &'static str,
        link_refused: &'static str,
        link_left_out: &'static str,
        locked: &'static str,
        open_alone: &'static str,
        share: &'static str,
        lecture: &'static str,
        show_answers: &'static str,
        answers_hint: &'static str,
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
        more_here: &'static str,
        even_out: &'static str,
        back: &'static str,
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
        gradient: &'static str,
        models: &'static str,
        curve_title: &'static str,
        curve_hint: &'static str,
        prediction_title: &'static str,
        prediction_hint: &'static str,
        terms_title: &'static str,
        terms_hint: &'static str,
        trace_title: &'static str,
        trace_hint: &'static str,
        gradient_title: &'static str,
        models_title: &'static str,
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
        total: &'static str,
        level: &'static str,
        runners_up: &'static str,
        best: &'static str,
        look: &'static str,
        name_of: &'static str,
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

    /// The dialog of links, frames and files.
    PageShare {
        title: &'static str,
        link: &'static str,
        embed: &'static str,
        files: &'static str,
        for_others: &'static str,
        sees: &'static str,
        dataset: &'static str,
        prediction: &'static str,
        equation: &'static str,
        plot: &'static str,
        training: &'static str,
        examples: &'static str,
        may_change: &'static str,
        text: &'static str,
        selection: &'static str,
        predictions: &'static str,
        models: &'static str,
        steps: &'static str,
        answers: &'static str,
        at_once: &'static str,
        when_asked: &'static str,
        language: &'static str,
        theirs: &'static str,
        as_here: &'static str,
        address: &'static str,
        copy: &'static str,
        copied: &'static str,
        by_hand: &'static str,
        qr: &'static str,
        qr_dense: &'static str,
        too_long: &'static str,
        local: &'static str,
        snippet: &'static str,
        height: &'static str,
        preview: &'static str,
        frame_title: &'static str,
        solution: &'static str,
        plain: &'static str,
        plots: &'static str,
        numbers: &'static str,
        terms: &'static str,
        document: &'static str,
        save: &'static str,
        save_png: &'static str,
        close: &'static str,
    }

    /// The lecture's controls.
    PageLecture {
        open: &'static str,
        close: &'static str,
        slide: &'static str,
        previous: &'static str,
        next: &'static str,
        answer: &'static str,
        progress: &'static str,
        blank: &'static str,
        blanked: &'static str,
        fullscreen: &'static str,
        code: &'static str,
        help: &'static str,
        letters: &'static str,
        key_next: &'static str,
        key_previous: &'static str,
        key_ends: &'static str,
        key_blank: &'static str,
        key_fullscreen: &'static str,
        key_code: &'static str,
        key_help: &'static str,
        key_escape: &'static str,
        left_out: Plural,
    }

    /// What a lecture asks, and what it says that no worked solution does.
    LectureMessages {
        sentence_title: &'static str,
        dataset_title: &'static str,
        sentence: &'static str,
        selection_title: &'static str,
        selection_question: &'static str,
        selection: &'static str,
        input_title: &'static str,
        input_question: &'static str,
        prediction_title: &'static str,
        prediction_question: &'static str,
        prediction: &'static str,
        target_title: &'static str,
        target_question: &'static str,
        target: &'static str,
        term_question: &'static str,
        inner_question: &'static str,
        objective_question: &'static str,
        loss_question: &'static str,
        mean_question: &'static str,
        entropy_question: &'static str,
        perplexity_question: &'static str,
        gradient_title: &'static str,
        gradient_question: &'static str,
        step_title: &'static str,
        step_question: &'static str,
        step_before: &'static str,
        step_after: &'static str,
        step: &'static str,
    }

    /// What any text is put together from.
    CommonMessages {
        /// A word of the document.
        quoted: &'static str,
        /// Between two items of a list.
        list_comma: &'static str,
        /// Before the last item of a list.
        list_and: &'static str,
        /// The name of the row that stands for all words that are not listed.
        other_words: &'static str,
        /// A probability with its logarithm.
        probability_and_log: &'static str,
    }

    /// What a term means for training. "{rival p}" is the probability of the rival.
    MeaningMessages {
        certain: &'static str,
        impossible: &'static str,
        /// The first of several sentences, which end with a space.
        gives: &'static str,
        prefers_another: &'static str,
        is_undecided: &'static str,
        names_no_other: &'static str,
        prefers_it: &'static str,
        prefers_it_of_the_listed: &'static str,
        /// The last of them.
        push: &'static str,
        /// Of a list of words that are found just as likely.
        others_are_level: &'static str,
        /// Of a list of words that lose probability.
        others_lose: &'static str,
    }

    /// What is said where the rounded numbers do not give the rounded result.
    RoundingMessages {
        terms: &'static str,
        terms_of_sentence: &'static str,
        inner_sums: &'static str,
        calculator: &'static str,
    }

    /// A worked solution.
    SolutionMessages {
        title: &'static str,
        /// The heading of a step as it is spoken.
        step: &'static str,
        in_symbols: &'static str,
        /// Between the first two sides of an equation as it is spoken.
        equals: &'static str,
        /// Between any two others.
        which_equals: &'static str,
        in_nats: &'static str,
        in_bits: &'static str,
        in_log10: &'static str,
        mean_loss: &'static str,
        perplexity: &'static str,
        /// Stands behind selected tokens or positions, with a space in front, where others of them
        /// have no target yet.
        known: &'static str,
        token_at: &'static str,
        position: &'static str,
        position_of_sentence: &'static str,
        sentences_left_out: Plural,
        terms_left_out: Plural,
        same_terms_left_out: Plural,
        selection: &'static SelectionMessages,
        terms: &'static TermsMessages,
        sums: &'static SumsMessages,
        loss: &'static LossMessages,
        entropy: &'static EntropyMessages,
        training: &'static TrainingMessages,
    }

    /// Step 1: what is given, and what is selected.
    SelectionMessages {
        title: &'static str,
        no_sentence: &'static str,
        nothing_in_one: &'static str,
        nothing_in_all: &'static str,
        one: &'static str,
        several: &'static str,
        many: &'static str,
        /// Where no selected position has a target.
        all_without: Plural,
        more_without: Plural,
        nothing_in_rest: Plural,
        unchanged: &'static str,
        replaced: &'static str,
        kept: &'static str,
        /// The ways are a list of the four below.
        in_several_ways: &'static str,
        way_masked: Plural,
        way_replaced: Plural,
        way_unchanged: Plural,
        way_kept: Plural,
        why: &'static str,
    }

    /// Step 2: one term for each selected position.
    TermsMessages {
        title_one: &'static str,
        title_several: &'static str,
        title_one_known: &'static str,
        title_several_known: &'static str,
        one: &'static str,
        certain: &'static str,
        impossible: &'static str,
        /// The rivals are a list of words and of the four below.
        rivals: &'static str,
        rivals_others: &'static str,
        rivals_other: Plural,
        rivals_more: Plural,
        /// Behind so many more words.
        rivals_all_others: &'static str,
        level: &'static str,
        nearly_level: &'static str,
        spread: &'static str,
    }

    /// Steps 3 and 4: the inner sums and J.
    SumsMessages {
        inner_title: &'static str,
        inner: &'static str,
        inner_of_known: &'static str,
        title: &'static str,
        nothing: &'static str,
        nothing_yet: &'static str,
        one_term: &'static str,
        one_term_of_known: &'static str,
        one_sentence: &'static str,
        one_scored: &'static str,
        one_scored_of_known: &'static str,
        several: &'static str,
        impossible: &'static str,
        direction: &'static str,
        best: &'static str,
        product: &'static str,
    }

    /// Step 5: L, and the mean that was chosen.
    LossMessages {
        title: &'static str,
        mean_title: &'static str,
        finite: &'static str,
        none: &'static str,
        infinite: &'static str,
        undefined: &'static str,
        undefined_yet: &'static str,
        same_position: &'static str,
        same_sentence: &'static str,
        over_positions: &'static str,
        over_sentences: &'static str,
        of_means: &'static str,
        of_means_of_known: &'static str,
        of_one_mean: &'static str,
        of_one_mean_of_known: &'static str,
    }

    /// Steps 6 and 7: cross-entropy and perplexity.
    EntropyMessages {
        title: &'static str,
        /// Before the equation of a token.
        for_token: &'static str,
        one_hot: &'static str,
        one_hot_of_each: &'static str,
        mean: &'static str,
        /// The rivals are those of step 2.
        rivals: &'static str,
        zero: &'static str,
        perplexity_title: &'static str,
        undefined: &'static str,
        undefined_yet: &'static str,
        certain: &'static str,
        nearly_certain: &'static str,
        infinite: &'static str,
        too_large: &'static str,
        choices_of_sentence: &'static str,
        choices_of_text: &'static str,
        in_nats: &'static str,
    }

    /// Step 8: what the terms mean for training.
    TrainingMessages {
        title: &'static str,
        at: &'static str,
        all_certain: &'static str,
        all_even: &'static str,
        worst: &'static str,
        impossible: &'static str,
    }

    /// Formulas as one says them: parts of sentences, without articles where a language would bend
    /// these.
    SpokenMessages {
        index: &'static str,
        power: &'static str,
        long_power: &'static str,
        fraction: &'static str,
        long_fraction: &'static str,
        sum: &'static str,
        /// Where what runs has a condition.
        sum_where: &'static str,
        log: &'static str,
        log_2: &'static str,
        log_10: &'static str,
        probability: &'static str,
        at: &'static str,
        size: &'static str,
        empty_set: &'static str,
        set: Plural,
        /// Between the last two elements behind a gap.
        set_up_to: &'static str,
        parentheses: &'static str,
        minus: &'static str,
        /// Of what has a minus sign.
        negative: &'static str,
        ellipsis: &'static str,
        less_than: &'static str,
        more_than: &'static str,
        infinity: &'static str,
        undefined: &'static str,
        power_of_ten: &'static str,
        plus: &'static str,
        times: &'static str,
        equals: &'static str,
        about: &'static str,
        is_in: &'static str,
        differs: &'static str,
        condition: &'static str,
        dataset: &'static str,
        objective: &'static str,
        loss: &'static str,
        corrupted: &'static str,
        mask: &'static str,
        full_stop: &'static str,
        comma: &'static str,
        exclamation_mark: &'static str,
        question_mark: &'static str,
        semicolon: &'static str,
        colon: &'static str,
        apostrophe: &'static str,
        quotation_mark: &'static str,
        opening_parenthesis: &'static str,
        closing_parenthesis: &'static str,
        hyphen: &'static str,
        dash: &'static str,
        three_dots: &'static str,
    }

    /// Why an edit is refused.
    EditMessages {
        no_sentence: &'static str,
        no_token: &'static str,
        not_selected: &'static str,
        typed_mask: &'static str,
        not_a_typed_mask: &'static str,
        unknown_target: &'static str,
        no_word: &'static str,
        random_mask: &'static str,
        long_word: &'static str,
        no_model: &'static str,
        last_model: &'static str,
        too_many_models: &'static str,
        model_name: &'static str,
        name_taken: &'static str,
        /// Before a reason that stands without a full stop.
        nothing_changed: &'static str,
        rate: &'static str,
        too_many_steps: &'static str,
        not_here: &'static str,
    }

    /// Why a distribution is refused or does not change: reasons without a full stop.
    ChangeMessages {
        empty: &'static str,
        more_rows: &'static str,
        blank_row: &'static str,
        repeated: &'static str,
        no_probability: &'static str,
        sum: &'static str,
        not_listed: &'static str,
        locked: &'static str,
        only_candidate: &'static str,
        others_locked: &'static str,
        nothing_free: &'static str,
        more_than_free: &'static str,
        /// What is free where it is less than one would type.
        hardly_any: &'static str,
        not_here: &'static str,
        listed_already: &'static str,
        blank_word: &'static str,
        long_word: &'static str,
        too_many_rows: &'static str,
        last_row: &'static str,
        none_to_take: &'static str,
        logit_count: &'static str,
        no_logit: &'static str,
        all_impossible: &'static str,
        no_temperature: &'static str,
        no_smoothing: &'static str,
        no_step_size: &'static str,
        too_many_steps: &'static str,
        /// A number that is none.
        what_was_given: &'static str,
    }

    /// Why a text or a number is refused.
    InputMessages {
        too_large: &'static str,
        too_many_sentences: &'static str,
        probability: &'static str,
        /// Where nothing is typed.
        type_one: &'static str,
        no_number: &'static str,
        division_by_zero: &'static str,
        per_cent: &'static str,
        out_of_range: &'static str,
        no_logit: &'static str,
        no_rate: &'static str,
        alpha: &'static str,
        backoff: &'static str,
        rate: &'static str,
        mask_share: &'static str,
        random_share: &'static str,
        shares: &'static str,
    }

    /// Why a file is refused, and what of it is left out.
    FileMessages {
        not_a_file: &'static str,
        format: &'static str,
        value: &'static str,
        stops: &'static str,
        stops_at_end: &'static str,
        expected_object: &'static str,
        expected_list: &'static str,
        expected_text: &'static str,
        expected_number: &'static str,
        expected_whole: &'static str,
        expected_flag: &'static str,
        twice: &'static str,
        named_twice: &'static str,
        missing: &'static str,
        no_word: &'static str,
        random_mask: &'static str,
        name: &'static str,
        none_of: &'static str,
        too_small: &'static str,
        out_of_range: &'static str,
        too_many: &'static str,
        too_few: &'static str,
        too_large: &'static str,
        model_twice: &'static str,
        no_model: &'static str,
        typed_mask: &'static str,
        target_of_word: &'static str,
        open_target: &'static str,
        no_position: Plural,
        random_without_word: &'static str,
        word_without_random: &'static str,
        unknown_field: &'static str,
        unused_number: &'static str,
        more_left_out: Plural,
    }

    /// Why a link is refused.
    LinkMessages {
        too_long: &'static str,
        no_version: &'static str,
        version: &'static str,
        damaged: &'static str,
        /// A field as it is written, and what is wrong with it.
        field: &'static str,
        no_sentence: &'static str,
        no_position: &'static str,
        no_text: &'static str,
        no_number: &'static str,
        no_colon: &'static str,
        no_model: &'static str,
    }

    /// What of a query is left out.
    SetupMessages {
        none_of: &'static str,
        not_among: &'static str,
    }

    /// The documents to begin with.
    PresetsMessages {
        fox: &'static PresetMessages,
        jumps: &'static PresetMessages,
        bird: &'static PresetMessages,
        fruit: &'static PresetMessages,
        river: &'static PresetMessages,
        corruption: &'static PresetMessages,
        perplexity: &'static PresetMessages,
        product: &'static PresetMessages,
        certain: &'static PresetMessages,
        rare: &'static PresetMessages,
        impossible: &'static PresetMessages,
        nothing: &'static PresetMessages,
        alike: &'static PresetMessages,
        phrase: &'static PresetMessages,
        means: &'static PresetMessages,
        rivals: &'static PresetMessages,
        untrained: &'static PresetMessages,
        neighbours: &'static PresetMessages,
        paragraph: &'static PresetMessages,
        lessons: &'static PresetMessages,
    }

    /// A document to begin with.
    PresetMessages {
        title: &'static str,
        /// What to do with it, in one line.
        task: &'static str,
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
        curve: &'static CurveMessages,
        prediction: &'static PredictionPlotMessages,
        terms: &'static TermPlotMessages,
        trace: &'static TraceMessages,
        gradient: &'static GradientPlotMessages,
        models: &'static ModelsPlotMessages,
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

    /// Several models' predictions at one position.
    ModelsPlotMessages {
        caption: &'static str,
        summary: &'static str,
        model: &'static str,
        without_target: &'static str,
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
