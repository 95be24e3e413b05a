//! English, the model for every other language.

use super::Plural;
#[allow(clippy::wildcard_imports, reason = "a language fills in every part of the table")]
use super::table::*;

pub(super) const MESSAGES: Messages = Messages {
    name: "English",
    page: &PAGE,
    plot: &PLOT,
    common: &COMMON,
    meaning: &MEANING,
    rounding: &ROUNDING,
    solution: &SOLUTION,
    spoken: &SPOKEN,
    edits: &EDITS,
    changes: &CHANGES,
    inputs: &INPUTS,
    file: &FILE,
    link: &LINK,
    setup: &SETUP,
    lecture: &LECTURE,
    presets: &PRESETS,
};

const LECTURE: LectureMessages = LectureMessages {
    sentence_title: "A sentence x",
    dataset_title: "The dataset D",
    sentence: "This is text as somebody wrote it. A masked language model learns by predicting tokens of it that it cannot see.",
    selection_title: "The selected positions A(x)",
    selection_question: "Which tokens is the model to predict?",
    selection: "Only these positions count. Every other token adds nothing to the objective.",
    input_title: "The input x̄",
    input_question: "What does the model read at these positions?",
    prediction_title: "The prediction at position {position}",
    prediction_question: "Which word would you put at position {position}, and how sure are you?",
    prediction: "The model gives every word a probability. Together they are 1.",
    target_title: "The probability of the target",
    target_question: "Which of these numbers enters the objective?",
    target: "Only that of “{target}”, the token that stood there: not the greatest, and none of the others.",
    term_question: "What is the logarithm of that probability: above or below 0?",
    inner_question: "What do the terms of each sentence add up to?",
    objective_question: "What do all terms add up to, and what would be the best?",
    loss_question: "Training minimises a loss. What is it here?",
    mean_question: "What does a model lose on average, and by what is it divided?",
    entropy_question: "Is this the cross-entropy that you know? What is y?",
    perplexity_question: "Among how many words does the model hesitate?",
    gradient_title: "Where a training step pushes",
    gradient_question: "Which words gain by a training step, and which lose?",
    step_title: "One training step",
    step_question: "What will a training step do to the prediction and to the loss?",
    step_before: "before: ",
    step_after: "after: ",
    step: "A step of size η = {rate} down the gradient. The prediction is the one after it.",
};

const COMMON: CommonMessages = CommonMessages {
    quoted: "“{word}”",
    list_comma: ", ",
    list_and: " and ",
    other_words: "other words",
    probability_and_log: "{p}, log {log}",
};

const MEANING: MeaningMessages = MeaningMessages {
    certain: "The model is certain of the right word, “{target}”. This adds {term} to the \
        objective, the best a term can add: there is nothing left to learn here.",
    impossible: "The model considers the right word, “{target}”, impossible. This adds {term} to \
        the objective, and no other term can make up for it. A trained model never gives exactly \
        0: its softmax leaves every word a little.",
    gives: "The model gives the right word, “{target}”, a probability of {p}. This adds {term} to \
        the objective; the best a term can add is 0. ",
    prefers_another: "It prefers “{rival}” ({rival p}), but only the right word counts. ",
    is_undecided: "It finds {level} just as likely. ",
    names_no_other: "It gives {rest} away to other words. ",
    prefers_it: "It already prefers the right word, and gives {rest} away to others. ",
    prefers_it_of_the_listed: "Of the listed words it prefers the right one, and gives {rest} away \
        to others. ",
    push: "A training step moves probability from {losing} to “{target}”.",
    others_are_level: "other words",
    others_lose: "other words",
};

const ROUNDING: RoundingMessages = RoundingMessages {
    terms: "The rounded terms add up to {sum}: J is their sum before they are rounded.",
    terms_of_sentence: "The rounded terms of sentence {sentence} add up to {sum}: the inner sum is \
        their sum before they are rounded.",
    inner_sums: "The rounded inner sums add up to {sum}: J is their sum before they are rounded.",
    calculator: "From the rounded numbers a calculator gives {result}; here nothing is rounded \
        before the end.",
};

const SOLUTION: SolutionMessages = SolutionMessages {
    title: "Worked solution",
    step: "Step {number}. {title}.",
    in_symbols: "In symbols: {symbols}.",
    equals: " equals ",
    which_equals: ", which equals ",
    in_nats: "Here log is the natural logarithm, the key ln of a calculator: log-probabilities are \
        in nats.",
    in_bits: "Logarithms are to base 2: log-probabilities are in bits.",
    in_log10: "Logarithms are to base 10, the key log of a calculator: log-probabilities are in \
        units of base 10.",
    mean_loss: "mean loss",
    perplexity: "perplexity",
    known: " with a target",
    token_at: "{token} at {place}",
    position: "position {position}",
    position_of_sentence: "position {position} of sentence {sentence}",
    sentences_left_out: Plural {
        one: "… one sentence left out …",
        other: "… {count} sentences left out …",
    },
    terms_left_out: Plural {
        one: "… one term left out …", other: "… {count} terms left out …"
    },
    same_terms_left_out: Plural {
        one: "… one term of the same form left out …",
        other: "… {count} terms of the same form left out …",
    },
    selection: &SELECTION,
    terms: &TERMS,
    sums: &SUMS,
    loss: &LOSS,
    entropy: &ENTROPY,
    training: &TRAINING,
};

const SELECTION: SelectionMessages = SelectionMessages {
    title: "What is selected",
    no_sentence: "The dataset {D} has no sentence yet, so there is nothing to predict.",
    nothing_in_one: "No token of the sentence is selected, so the model has nothing to predict.",
    nothing_in_all: "No token of the {count} sentences is selected, so the model has nothing to \
        predict.",
    one: "One token{known} is selected: {tokens} (positions count from 1). The model reads {input} \
        and must say which token stood there.",
    several: "The selected tokens{known} are {tokens} (positions count from 1). The model reads \
        {input} and predicts each of them on its own.",
    many: "In all, {count} tokens{known} are selected (positions count from 1). The model reads \
        {input} and predicts each of them on its own.",
    all_without: Plural {
        one: "One position is selected, but its target is still to be given: nobody has said which \
            token [MASK] stands for. It adds nothing so far, and is not among those that a mean \
            divides by.",
        other: "{count} positions are selected, but their targets are still to be given: nobody \
            has said which tokens [MASK] stands for. They add nothing so far, and are not among \
            those that a mean divides by.",
    },
    more_without: Plural {
        one: "The target of one more selected position is still to be given. It adds nothing so \
            far, and is not among those that a mean divides by.",
        other: "The targets of {count} more selected positions are still to be given. They add \
            nothing so far, and are not among those that a mean divides by.",
    },
    nothing_in_rest: Plural {
        one: "In one more sentence nothing is selected; it adds nothing.",
        other: "In {count} more sentences nothing is selected; they add nothing.",
    },
    unchanged: "The word that was drawn to stand in its place in {input} happens to be the token \
        itself: it counts all the same. ",
    replaced: "In {input} another word stands in its place, and not [MASK]: it counts all the \
        same. ",
    kept: "It is left as it is in {input}, and counts all the same. ",
    in_several_ways: "In {input}, {ways}: all of them count, each with its term. ",
    way_masked: Plural { one: "one became [MASK]", other: "{count} became [MASK]" },
    way_replaced: Plural { one: "one became another word", other: "{count} became other words" },
    way_unchanged: Plural {
        one: "one had a word drawn for it that happens to be the token itself",
        other: "{count} had words drawn for them that happen to be the tokens themselves",
    },
    way_kept: Plural { one: "one is left as it is", other: "{count} are left as they are" },
    why: "Where no [MASK] marks a selected token, the model cannot tell that it will be asked for \
        it. So it has to be ready to predict every token, and learns to read texts that have no \
        [MASK].",
};

const TERMS: TermsMessages = TermsMessages {
    title_one: "The term of the selected token",
    title_several: "One term for each selected token",
    title_one_known: "The term of the selected token with a target",
    title_several_known: "One term for each selected token with a target",
    one: "The model gives the true token {target} a probability of {p}, and the logarithm of that \
        is the term: {term}. A term is never above 0, and 0 would be the best.",
    certain: "The model gives the true token {target} a probability of {p}. The logarithm of 1 is \
        0, the best that a term can be.",
    impossible: "The model gives the true token {target} a probability of {p}. The logarithm of 0 \
        is {term}: there is no worse term.",
    rivals: "What the model gives to {rivals} does not enter.",
    rivals_others: "other words",
    rivals_other: Plural { one: "one other word", other: "{count} other words" },
    rivals_more: Plural { one: "one more word", other: "{count} more words" },
    rivals_all_others: "all others",
    level: "All terms are the same, {term}: the model finds each true token equally probable. A \
        term is never above 0, and 0 would be the best.",
    nearly_level: "As they are written, all terms are the same, {term}: the model finds the true \
        tokens nearly equally probable. A term is never above 0, and 0 would be the best.",
    spread: "The less probable the true token, the further its term lies below 0, which would be \
        the best: {best token} has the largest term, {best}, and {worst token} the smallest, \
        {worst}.",
};

const SUMS: SumsMessages = SumsMessages {
    inner_title: "The inner sum of each sentence",
    inner: "The inner sum is the total log-probability of the original tokens at the selected \
        positions of one sentence, given its corrupted version.",
    inner_of_known: "The inner sum is the total log-probability of the original tokens at those \
        selected positions of one sentence that have a target, given its corrupted version.",
    title: "The objective J",
    nothing: "A sum of nothing is 0. This {J} is not a sign of a good model: nothing has been \
        asked of it.",
    nothing_yet: "No selected position has a target yet, and a sum of nothing is 0. This {J} is \
        not a sign of a good model: it cannot be scored before a target is given.",
    one_term: "One token of one sentence is selected, so both sums have a single term, and {J} is \
        that term.",
    one_term_of_known: "One selected position of one sentence has a target, so both sums have a \
        single term, and {J} is that term.",
    one_sentence: "The inner sum is the total log-probability of the original tokens at the \
        {count} positions{known} that are selected, given {input}. The dataset {D} has one \
        sentence, so this is {J} already.",
    one_scored: "Only one sentence has something selected, so {J} is its inner sum.",
    one_scored_of_known: "Only one sentence has a target, so {J} is its inner sum.",
    several: "{J} is the sum over the whole dataset {D}: it adds the inner sums of its sentences.",
    impossible: "One term of {term} makes {J} {term}, whatever the others are.",
    direction: "Training maximises {J}, which is never above 0.",
    best: "Training maximises {J}, and 0 is the most it can be.",
    product: "A sum of logarithms is the logarithm of a product: the model predicts each token on \
        its own, and gives all of them together the probability {product}. Of many tokens this \
        product is too small to compute with; the sum is not.",
};

const LOSS: LossMessages = LossMessages {
    title: "The loss L",
    mean_title: "The mean loss",
    finite: "Training minimises {L}, which is the same as maximising {J}. The loss is never below \
        0, and it has no upper limit.",
    none: "Training minimises {L}, which is the same as maximising {J}. A loss of 0 is the least \
        there is.",
    infinite: "Training minimises {L}, which is the same as maximising {J}. Here {L} is {loss}, \
        since the model gives a true token no probability at all.",
    undefined: "A mean of nothing is not defined: it would divide by 0.",
    undefined_yet: "No selected position has a target yet, so the mean is not defined: it would \
        divide by 0.",
    same_position: "One position{known} is selected, so the mean over the selected \
        positions{known} is the same number.",
    same_sentence: "There is one sentence, so the mean over the sentences is the same number.",
    over_positions: "The mean loss divides {L} by the number of selected positions{known}, \
        {count}, and not by the number of all tokens. PyTorch and Hugging Face give this mean by \
        default.",
    over_sentences: "The mean loss divides {L} by the number of sentences, {count}.",
    of_means: "Here {n} is the number of sentences with something selected, {count}. Each of them \
        has a mean loss of its own, and the mean loss is the mean of these. So a token weighs \
        more, the fewer are selected in its sentence.",
    of_means_of_known: "Here {n} is the number of sentences with a target, {count}. Each of them \
        has a mean loss of its own, and the mean loss is the mean of these. So a token weighs \
        more, the fewer are selected in its sentence.",
    of_one_mean: "One sentence has something selected: its mean loss per selected position is the \
        mean loss.",
    of_one_mean_of_known: "One sentence has a target: its mean loss per selected position with a \
        target is the mean loss.",
};

const ENTROPY: EntropyMessages = EntropyMessages {
    title: "The same as a cross-entropy",
    for_token: "For {token}:",
    one_hot: "{y} is 1 for the true token {target} and 0 for every other word, so of the sum only \
        {left} is left. The cross-entropy is the term with its sign turned round.",
    one_hot_of_each: "{y} is 1 for the true token and 0 for every other word, so of each sum only \
        {left} is left: the term with its sign turned round.",
    mean: "The mean over the {count} selected positions{known}, {mean}, is the cross-entropy of \
        the whole dataset.",
    rivals: "What the model gives to {rivals} falls away with its factor 0: it changes the \
        direction of the training step, not the loss.",
    zero: "Where {p} is 0, 0 · log 0 counts as 0.",
    perplexity_title: "The masked-token perplexity",
    undefined: "Nothing is selected, so there is no mean loss, and no perplexity either.",
    undefined_yet: "No selected position has a target yet, so there is no mean loss, and no \
        perplexity either.",
    certain: "A perplexity of 1 is the best there is: at every selected position{known} the model \
        is certain of the true token.",
    nearly_certain: "At every selected position{known} the model is nearly certain of the true \
        token: only rounding makes the perplexity 1, the best there is.",
    infinite: "The model gives a true token a probability of 0, so it cannot be more perplexed.",
    too_large: "The number is too large for a computer's usual numbers.",
    choices_of_sentence: "The model loses as much as one that chooses evenly among {choices} words \
        at each selected position{known}. This is no perplexity of the whole sentence, since only \
        the selected tokens are predicted.",
    choices_of_text: "The model loses as much as one that chooses evenly among {choices} words at \
        each selected position{known}. This is no perplexity of the whole text, since only the \
        selected tokens are predicted.",
    in_nats: "The exponent is the mean loss in nats, {nats}; in this solution's unit it is {mean}.",
};

const TRAINING: TrainingMessages = TrainingMessages {
    title: "What it means for training",
    at: "At {place}: {meaning}",
    all_certain: "The model is certain of every selected token{known}: there is nothing left to \
        learn here.",
    all_even: "All selected tokens{known} cost the same, {loss} each.",
    worst: "No selected token costs more than {token}: its term is {term}, of {J} in all.",
    impossible: "No selected token costs more than {token}: the model gives it no probability at \
        all, so its term is {term}, and so is {J}.",
};

const SPOKEN: SpokenMessages = SpokenMessages {
    index: "{base} {index}",
    power: "{base} to the power of {exponent}",
    long_power: "{base} to the power of: {exponent}, end of power",
    fraction: "{above} divided by {below}",
    long_fraction: "the quotient: {above}, divided by {below}, end of quotient",
    sum: "the sum over {over} of {of}",
    sum_where: "the sum over {over}, of {of}",
    log: "the logarithm of {of}",
    log_2: "the logarithm to base 2 of {of}",
    log_10: "the logarithm to base 10 of {of}",
    probability: "the probability of {of} given {given}",
    at: "{symbol} of {argument}",
    size: "the number of elements of {of}",
    empty_set: "the empty set",
    set: Plural {
        one: "the set with the element {elements}",
        other: "the set with the elements {elements}",
    },
    set_up_to: " up to ",
    parentheses: "open parenthesis, {inner}, close parenthesis",
    minus: "minus {of}",
    negative: "the negative of {of}",
    ellipsis: "and so on",
    less_than: "less than {number}",
    more_than: "more than {number}",
    infinity: "infinity",
    undefined: "undefined",
    power_of_ten: "{digits} times 10 to the power of {exponent}",
    plus: "plus",
    times: "times",
    equals: "equals",
    about: "is about",
    is_in: "in",
    differs: "is not",
    condition: "where",
    dataset: "the dataset D",
    objective: "the objective J",
    loss: "the loss L",
    corrupted: "x bar",
    mask: "mask",
    full_stop: "full stop",
    comma: "comma",
    exclamation_mark: "exclamation mark",
    question_mark: "question mark",
    semicolon: "semicolon",
    colon: "colon",
    apostrophe: "apostrophe",
    quotation_mark: "quotation mark",
    opening_parenthesis: "opening parenthesis",
    closing_parenthesis: "closing parenthesis",
    hyphen: "hyphen",
    dash: "dash",
    three_dots: "ellipsis",
};

const EDITS: EditMessages = EditMessages {
    no_sentence: "There is no sentence {sentence}.",
    no_token: "There is no word {position} of sentence {sentence}.",
    not_selected: "Nothing is predicted at word {position} of sentence {sentence}: select it \
        first.",
    typed_mask: "At word {position} of sentence {sentence}, [MASK] is part of the text: to take it \
        out, change the text.",
    not_a_typed_mask: "The target at word {position} of sentence {sentence} is the word itself: to \
        have another one, change the text.",
    unknown_target: "“{target}” is the target here and would not be listed, so that its part of \
        what all other words have would be unknown: list it, or take the other words out.",
    no_word: "There is no word in it: type one.",
    random_mask: "[MASK] is no random word: mask it, or type a word.",
    long_word: "A word has at most {limit} characters: type a shorter one.",
    no_model: "There is no model {model}.",
    last_model: "This is the only model, and something has to predict.",
    too_many_models: "There are {limit} models, and no more can be compared: remove one first.",
    model_name: "A model’s name has from 1 to {limit} characters: type such a one.",
    name_taken: "Another model is called “{name}”: give this one another name.",
    nothing_changed: "Nothing changed: {reason}.",
    rate: "The learning rate is {rate}: give a number above 0 and up to {limit}.",
    too_many_steps: "{steps} steps are asked for: at most {limit} are taken at once.",
    not_here: "This cannot be done here.",
};

const CHANGES: ChangeMessages = ChangeMessages {
    empty: "no candidate words: list at least one",
    more_rows: "there are more than {limit} words: list at most {limit}",
    blank_row: "a word is blank: give it at least one letter or sign",
    repeated: "“{row}” is listed twice: list each word once",
    no_probability: "“{row}” has {value}: a probability is a number from 0 to 1",
    sum: "the probabilities sum to {sum}: they must sum to 1",
    not_listed: "“{row}” is not among the candidates",
    locked: "“{row}” is locked: unlock it first",
    only_candidate: "“{row}” is the only candidate, so its probability stays 1",
    others_locked: "all words but “{row}” are locked, so it keeps what they leave: unlock another \
        one",
    nothing_free: "the locked words leave nothing free: unlock one of them first",
    more_than_free: "the locked words leave {free} free: take at most that, or unlock one",
    hardly_any: "less than {least}",
    not_here: "this cannot be done here",
    listed_already: "“{row}” is among the candidates already: each is listed once",
    blank_word: "the word is blank: type at least one letter or sign",
    long_word: "the word has {count} characters, and at most {limit} are taken: type a shorter one",
    too_many_rows: "there are {limit} words, the most that are taken: remove one first",
    last_row: "“{row}” is the only candidate: add another one before you remove it",
    none_to_take: "all other words are locked, so none can take the probability of “{row}”: unlock \
        one of them first",
    logit_count: "there are {given} logits for {rows} words: give each word one",
    no_logit: "{value} is no logit: type a number, or −∞ for an impossible word",
    all_impossible: "no word that is free to move would be possible: one of them needs a logit \
        above −∞",
    no_temperature: "{value} is no temperature: type a number above 0, such as 0.5 or 2",
    no_smoothing: "{value} is no label smoothing: type a number from 0 to 1, such as 0.1",
    no_step_size: "{value} is no size of a step: type 0 or a number above it, such as 0.1",
    too_many_steps: "{steps} steps are too many at once: take at most {limit}",
    what_was_given: "what was given",
};

const INPUTS: InputMessages = InputMessages {
    too_large: "The text has {count} bytes, and at most {limit} are taken: use a part of it.",
    too_many_sentences: "The text has {count} sentences, and at most {limit} are taken: use a part \
        of it.",
    probability: "{value} is not a probability: it takes a number from 0 to 1",
    type_one: "type a number from 0 to 1, such as 0.7, 70% or 7/10",
    no_number: "“{typed}” is no number: type one such as 0.7, 70% or 7/10",
    division_by_zero: "“{typed}” divides by 0: type a number such as 0.7, 70% or 7/10",
    per_cent: "“{typed}” is more than 1: for per cent, type {value}%",
    out_of_range: "“{typed}” is not from 0 to 1, as a probability is",
    no_logit: "“{typed}” is no logit: type a number such as −1.5 or 2, or −∞",
    no_rate: "“{typed}” is no step size: type a number above 0, such as 0.5",
    alpha: "α is {value}: give a number from 0 to {most}",
    backoff: "λ is {value}: give a number from {least} to {most}",
    rate: "the rate has to be from 0 to 1",
    mask_share: "the share of masks has to be from 0 to 1",
    random_share: "the share of random words has to be from 0 to 1",
    shares: "the shares of masks and of random words have to sum to at most 1: the rest is kept",
};

const FILE: FileMessages = FileMessages {
    not_a_file: "not a MaskLab file: {reason}",
    format: "format “{format}”, version {version}: this version reads “{our format}”, version {our \
        version}",
    value: "{path}: {reason}",
    stops: "it stops being JSON at line {line}, column {column}",
    stops_at_end: "it stops being JSON at its end",
    expected_object: "expected an object",
    expected_list: "expected a list",
    expected_text: "expected a text",
    expected_number: "expected a number",
    expected_whole: "expected a whole number",
    expected_flag: "expected true or false",
    twice: "it is there twice",
    named_twice: "{name} is there twice",
    missing: "it is missing",
    no_word: "there is no word in it",
    random_mask: "[MASK] is no random word: leave it out, and the corruption too, for a mask",
    name: "a name has from 1 to {limit} characters and no space around it",
    none_of: "“{word}” is none of: {words}",
    too_small: "{number} is less than {least}",
    out_of_range: "{number} is not from {least} to {most}",
    too_many: "at most {limit} are taken",
    too_few: "it is empty: list at least {least}",
    too_large: "the texts have more than {limit} bytes: leave some sentences out",
    model_twice: "another model is called “{name}”",
    no_model: "there is no model “{name}”",
    typed_mask: "[MASK] stands in the text here: its corruption is “mask”",
    target_of_word: "only a [MASK] in the text has a target beside it",
    open_target: "“{target}” is the target and is not listed, so that its part of what all other \
        words have is unknown",
    no_position: Plural {
        one: "{number}, but the sentence has 1 token",
        other: "{number}, but the sentence has {count} tokens",
    },
    random_without_word: "a random word is missing: give it as “word”",
    word_without_random: "only the corruption “random” has a word",
    unknown_field: "{path}: nothing here has this name; it is left out",
    unused_number: "{path}: the source “{source}” has no such number; it is left out",
    more_left_out: Plural {
        one: "and 1 more field is left out",
        other: "and {count} more fields are left out",
    },
};

const LINK: LinkMessages = LinkMessages {
    too_long: "a link has at most {limit} characters: save the work as a file instead",
    no_version: "a link of MaskLab begins with its version, v={version}, behind the #",
    version: "the link is of version {version}, and this page reads version {our version}: a newer page \
        may read it",
    damaged: "some of its letters are missing or changed: copy the whole link again",
    field: "“{field}”: {reason}",
    no_sentence: "it stands before any sentence (t=…) that it could belong to",
    no_position: "a position is a whole number, counted from 1",
    no_text: "its bytes are no text",
    no_number: "a number is expected, with a point as its decimal mark",
    no_colon: "each word has its probability behind a colon, as in brown:.7",
    no_model: "a model is written name:source with the numbers of its source, and p3.2 belongs to the second \
        one, if there are as many",
};

const SETUP: SetupMessages = SetupMessages {
    none_of: "{name}={value} is left out: it is one of {words}",
    not_among: "{name}={value} is left out: it is a list of {words}",
};

const PRESETS: PresetsMessages = PresetsMessages {
    fox: &PresetMessages {
        title: "One masked word",
        task: "What does the token “brown” contribute to the objective, and what does the value \
            mean for training?",
    },
    jumps: &PresetMessages {
        title: "Three predictions for one mask",
        task: "Which of the predictions for [MASK] contributes most to the objective?",
    },
    bird: &PresetMessages {
        title: "Two masked words of one sentence",
        task: "What is the inner sum of this sentence, and what does it stand for?",
    },
    fruit: &PresetMessages {
        title: "Sum and mean",
        task: "What is the total loss, and what is the mean loss per selected position?",
    },
    river: &PresetMessages {
        title: "Expected and unexpected",
        task: "How much more does “river” cost the model that hardly expects it?",
    },
    corruption: &PresetMessages {
        title: "Masked, replaced and kept",
        task: "Why is a selected token not always masked? Which of the three count?",
    },
    perplexity: &PresetMessages {
        title: "As if among four words",
        task: "Every target has 1/4. What is the perplexity, and why is it a whole number here?",
    },
    product: &PresetMessages {
        title: "A sum of logarithms",
        task: "Multiply the three probabilities: how does the inner sum follow from the product?",
    },
    certain: &PresetMessages {
        title: "A certain target",
        task: "What does a target with probability 1 add to the objective?",
    },
    rare: &PresetMessages {
        title: "A very improbable target",
        task: "The target has 0.0003. What does it cost, and what if it had a tenth of that?",
    },
    impossible: &PresetMessages {
        title: "An impossible target",
        task: "The model rules the target out. What becomes of the sums, and of the other term?",
    },
    nothing: &PresetMessages {
        title: "Nothing selected",
        task: "A(x) is empty: what are the sums, and why are the means not defined?",
    },
    alike: &PresetMessages {
        title: "Every selected position counts alike",
        task: "One word is masked, one replaced, one kept, each target has 1/2: compare the three terms.",
    },
    phrase: &PresetMessages {
        title: "Two masks of one phrase",
        task: "Does the second mask know what is predicted for the first? Move one and watch the other.",
    },
    means: &PresetMessages {
        title: "Two ways to take a mean",
        task: "The sentences have three masks and one: why is the mean of their means not the mean?",
    },
    rivals: &PresetMessages {
        title: "The same loss, another gradient",
        task: "Both models lose the same. What does a training step change in each of them?",
    },
    untrained: &PresetMessages {
        title: "Before any training",
        task: "Each of BERT’s 30,522 tokens is as probable as the others: what are loss and perplexity?",
    },
    neighbours: &PresetMessages {
        title: "With its neighbours and without",
        task: "Two models have counted the other sentences: which one knows the masked word, and why?",
    },
    paragraph: &PresetMessages {
        title: "A paragraph, drawn as BERT draws",
        task: "Some 15 % of the tokens are drawn. Which of them cost most, and what have they in common?",
    },
    lessons: &PresetMessages {
        title: "Ten sentences to train on",
        task: "Train until it stops: how do the loss and the perplexity go down, and how far?",
    },
};

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
    curve: &CurveMessages {
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
    prediction: &PredictionPlotMessages {
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
    terms: &TermPlotMessages {
        caption: "The terms and their sums",
        summary: "The terms log p hang down from 0 and add up to the inner sum of their sentence \
            ({sums}); all sentences together make J = {objective}.",
        empty: "No term is in sight; J = {objective}.",
        inner_sum: "Inner sum",
        outer_sum: "Outer sum J",
        worst: "The longest bar is that of “{word}”, {log}.",
    },
    trace: &TraceMessages {
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
    models: &ModelsPlotMessages {
        caption: "The models’ predictions at this position",
        summary: "Of each model’s bar only the part of the target “{target}” counts: {models}.",
        model: "{model} gives it {p}",
        without_target: "The target is still to be given, so no part of the bars counts yet.",
    },
    gradient: &GradientPlotMessages {
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

/// What only the page says.
const PAGE: PageMessages = PageMessages {
    inner_sum: "inner sum",
    shell: &PageShell {
        about: "What training makes of a model’s guesses at masked words.",
        examples: "Examples",
        task: "Task:",
        start_over: "Open this example anew",
        undo: "Undo",
        redo: "Redo",
        settings: "Settings",
        theme: "Appearance",
        theme_system: "As the system",
        theme_light: "Light",
        theme_dark: "Dark",
        language: "Language",
        help: "Help and keys",
        dismiss: "Close this message",
        newer: "There is a new version of this page. Your work stays.",
        reload: "Reload",
        said_term: "“{word}” has probability {p}.",
        said_sums: "J is {J}, the loss is {L}.",
        link_refused: "The link in the address cannot be opened: {reason}.",
        open_alone: "Open in MaskLab",
        share: "Share",
        lecture: "Lecture",
        show_answers: "Show the answers",
        answers_hint: "Work them out first: what the objective makes of these predictions is hidden.",
        locked: "Whoever made this page has locked that: it can be looked at, but not changed.",
        link_left_out: "The link was opened, but not all of it: {fields}.",
    },
    dataset: &PageDataset {
        title: "Dataset",
        hint: "click a word to mask it",
        sentences: "Sentences",
        none: "There is no sentence yet: type one below.",
        sentence: "Sentence {number}",
        edit_sentence: "Text of sentence {number}: Enter keeps it, Escape leaves it as it was",
        sentence_menu: "Sentence {number}: edit, move, remove",
        edit: "Edit the text",
        duplicate: "Duplicate",
        move_up: "Move up",
        move_down: "Move down",
        remove: "Remove",
        said_untargeted: ", position {position}: nobody has said which word it was",
        said_masked: ", masked, position {position}",
        said_random: ", replaced, position {position}",
        said_kept: ", selected and kept, position {position}",
        chip_menu: "What becomes of this token",
        chip_title: "“{word}” at position {position}: the model reads",
        make_mask: "[MASK]",
        make_mask_hint: "BERT: 80 % of the selected",
        make_random: "a random word",
        make_random_hint: "BERT: 10 %; scored all the same",
        make_kept: "the word itself, kept",
        make_kept_hint: "BERT: 10 %; scored all the same",
        make_unselected: "not selected",
        make_unselected_hint: "adds nothing to the objective",
        typed_target: "The word that stood here",
        set: "Set",
        select_some: "Select 15 %…",
        draw_title: "Select at random, as BERT does",
        draw_rate: "Of all tokens",
        draw_mask: "of these become [MASK]",
        draw_random: "of these become a random word",
        draw_seed: "Seed",
        draw_way: "How many in each sentence",
        draw_each: "by chance",
        draw_count: "a fixed share",
        draw: "Draw",
        draw_again: "Draw again",
        draw_none: "Select none",
        draw_note: "The rest of the selected tokens stay as they are. Selected now: {selected}.",
        bad_seed: "The seed is a whole number from 0 to 18446744073709551615.",
        add: "Add text",
        add_hint: "Type or paste sentences, or drop a .txt file",
        add_button: "Add",
        add_file: "File…",
        unreadable: "This file cannot be read as text. Choose a .txt file.",
        loading: "Splitting the text into sentences: {percent}",
        cancel: "Cancel",
    },
    prediction: &PagePrediction {
        title: "Prediction",
        no_mask: "Nothing is masked, so nothing is predicted: click a word of your text.",
        no_target: "Nobody has said what stood at the [MASK] of your text, so nothing can be scored there: click it, and write the word.",
        model: "Model",
        source: "from",
        by_hand: "by hand",
        uniform: "uniform",
        unigram: "unigram counts",
        neighbours: "neighbouring words",
        at_position: "at position {position}",
        at_position_of_sentence: "at position {position} of sentence {sentence}",
        previous: "The selected position before",
        next: "The next selected position",
        number_of: "{number} of {count}",
        others: "other words",
        target: "target",
        probability_of: "probability of {word}",
        number_of_word: "{word} as a number",
        less: "less for {word}",
        more: "more for {word}",
        lock: "lock {word}",
        lock_hint: "A locked word keeps its probability when others move",
        remove: "remove {word}",
        sum_hint: "The probabilities of one position always sum to 1: what one word gains, the others lose.",
        new_word: "another word",
        add: "Add",
        list_others: "List “other words”",
        more_here: "More for this prediction",
        even_out: "Even all out",
        back: "Back to what the model gives",
        sliders: "What the sliders set",
        linear: "p",
        logarithmic: "log p",
        logits: "logits",
        temperature: "Temperature",
        temperature_hint: "Divides the logits: above 1 the prediction becomes flatter, below 1 sharper",
    },
    equation: &PageEquation {
        title: "The objective",
        unit: "Unit of logarithms",
        nats: "nats",
        bits: "bits",
        log10: "log₁₀",
        totals: "What is said of the whole dataset",
        objective: "Objective J",
        loss: "Loss L = −J",
        cross_entropy: "Cross-entropy",
        perplexity: "Perplexity",
        maximised: "↑ maximised",
        minimised: "↓ minimised",
        no_mean: "no selected word to average over",
        mean_over: Plural { one: "L ÷ {count} position", other: "L ÷ {count} positions" },
        per_token: "per masked token",
        reduction: "How the losses become one",
        mean: "mean per position",
        mean_of_sums: "mean per sentence",
        mean_of_means: "mean of means",
        sum: "sum",
        nothing_selected: "No word is selected, and a sum of nothing is 0: click a word of the text.",
        no_target: "No target is known yet, and a sum of nothing is 0: click the [MASK] and write its word.",
    },
    symbols: &PageSymbols {
        hint: "Point at a symbol to see what it stands for.",
        original: "x: a sentence as it was written, before anything was masked",
        corrupted: "x̄: the sentence as the model reads it, with its masks",
        target: "xᵢ: the true word at position i, the target",
        selected: "A(x): the selected positions of x, the ones that are predicted and scored",
        dataset: "D: the dataset, all sentences",
        position: "i: a position in the sentence, counted from 1",
        objective: "J: the objective, at most 0; training maximises it",
        loss: "L: the loss, −J, at least 0; training minimises it",
        candidate: "k: a candidate word at one position",
        label: "y: 1 for the true word and 0 for every other, the one-hot target",
        predicted: "p: what the model gives a candidate",
        euler: "e: the base of the natural logarithm, 2.718…",
        count: "n: the number of sentences with a selected position",
    },
    charts: &PageCharts {
        title: "Plot",
        curve: "curve",
        prediction: "prediction",
        terms: "terms",
        trace: "history",
        gradient: "gradient",
        models: "models",
        curve_title: "−log p",
        curve_hint: "what each target costs",
        prediction_title: "p and y",
        prediction_hint: "the prediction beside its target",
        terms_title: "Σ log p",
        terms_hint: "the terms and their sums",
        trace_title: "L",
        trace_hint: "the loss over your last steps",
        gradient_title: "∂L/∂z = p − y",
        models_title: "Models side by side",
        left_out: "Shown are {shown} terms around the one you look at; {count} more are summed all the same.",
        table: "The numbers as a table",
    },
    training: &PageTraining {
        title: "What it means for training",
        compare: "Compare models",
        lower: "What is shown here",
        nothing: "Words that are not selected add nothing to the objective: there is nothing to learn yet.",
        share: "{percent} of the whole loss comes from here.",
        rate: "Step size η",
        scope: "Where",
        everywhere: "all",
        here: "this one",
        one_step: "One step",
        ten_steps: "Ten steps",
        until: "Until it stops",
        stop: "Stop",
        back: "Back",
        ran: Plural { one: "{count} step", other: "{count} steps" },
        converged: "stopped after {steps}: the gradient is nearly 0",
        no_progress: "stopped after {steps}: the loss falls no further",
        diverged: "stopped after {steps}: the loss grows, so η is too large",
    },
    compare: &PageCompare {
        model: "Model",
        term: "term",
        cross_entropy: "cross-entropy",
        add: "+ Add a model",
        remove: "Remove model {model}",
        nothing: "Nothing is selected: there is nothing to compare yet.",
        alone: "Add a second model, and set what it predicts: the two are compared here.",
        total: "Over the whole dataset {best} contributes most, {lead} more than the next.",
        level: "All give “{target}” the same probability, {p}, so all contribute the same here, {term}.",
        runners_up: "They differ only in what they give other words, and the loss does not look there.",
        look: "Look at model {model}",
        name_of: "Name of model {model}",
        best: "{best} gives “{target}” the most, {p}, and so contributes most here: {term}, which is {gap} more than {worst} with {worst p}. What they give other words changes the gradient and not the term.",
    },
    help: &PageHelp {
        title: "How it works",
        step_mask: "Click a word: it is masked, and the model has to predict it. Click it again to replace or keep it instead.",
        step_move: "Move the sliders: they say how probable the model finds each word there.",
        step_read: "Read the equation: each selected word adds the logarithm of its probability, and their sum is what training makes as large as it can.",
        step_train: "Take a training step and watch the loss go down.",
        keys: "Keys",
        key_tab: "to the next control; each sentence is one stop",
        key_arrows: "through the words of the dataset",
        key_enter: "selects a word, looks at a selected one, opens the menu of that one",
        key_delete: "takes a word out of the selection",
        key_edit: "edits the sentence",
        key_move: "moves the sentence",
        key_slider: "move a slider in small and large steps",
        key_undo: "undo, redo",
        key_escape: "closes what is open",
        privacy: "Your work stays in this browser. Nothing is sent anywhere.",
        close: "Close",
    },
    share: &PageShare {
        title: "Share",
        link: "Link",
        embed: "Embed",
        files: "Files",
        for_others: "For others",
        sees: "They see",
        dataset: "sentences",
        prediction: "prediction",
        equation: "equation",
        plot: "plots",
        training: "training",
        examples: "examples",
        may_change: "They may change",
        text: "sentences",
        selection: "the selection",
        predictions: "predictions",
        models: "models",
        steps: "training steps",
        answers: "Answers",
        at_once: "at once",
        when_asked: "when they ask",
        language: "Language",
        theirs: "theirs",
        as_here: "Unit, plot and sliders as they are here",
        address: "Link to this page with your work",
        copy: "Copy",
        copied: "Copied.",
        by_hand: "The text is selected: copy it with Ctrl+C.",
        qr: "QR code of this link",
        qr_dense: "Many small squares: a shorter text is easier to scan.",
        too_long: "Your work is too long for a link. Save it as a file: whoever has the file opens it with “File…”.",
        local: "This page was opened from a file, so the link works on this machine only.",
        snippet: "HTML for your page",
        height: "Height in pixels",
        preview: "Preview",
        frame_title: "The masked-language-modelling objective",
        solution: "Worked solution",
        plain: "Text",
        plots: "Plots",
        numbers: "Numbers and work",
        terms: "All terms, for a spreadsheet",
        document: "The work, to be opened here again",
        save: "Save {ending}",
        save_png: "Save PNG",
        close: "Close",
    },
    lecture: &PageLecture {
        open: "Lecture",
        close: "Back to the workspace",
        slide: "Step",
        previous: "Back",
        next: "Next",
        answer: "Answer",
        progress: "{number} of {count}",
        blank: "Blank screen",
        blanked: "The screen is blank. Press a key or click to go on.",
        fullscreen: "Full screen",
        code: "QR code of this work",
        help: "Keys",
        letters: "Single keys without Ctrl (N, P, B, F, Q, “.”, “?”)",
        key_next: "next: the answer, then the next step",
        key_previous: "back",
        key_ends: "first and last step",
        key_blank: "blank screen",
        key_fullscreen: "full screen",
        key_code: "QR code",
        key_help: "these keys",
        key_escape: "close what is open, or back to the workspace",
        left_out: Plural {
            one: "… and one more sentence", other: "… and {count} more sentences"
        },
    },
};
