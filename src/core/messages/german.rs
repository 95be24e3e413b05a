//! German.

use super::Plural;
#[allow(clippy::wildcard_imports, reason = "a language fills in every part of the table")]
use super::table::*;

pub(super) const MESSAGES: Messages = Messages {
    name: "Deutsch",
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
    sentence_title: "Ein Satz x",
    dataset_title: "Der Datensatz D",
    sentence: "Das ist Text, wie ihn jemand geschrieben hat. Ein maskiertes Sprachmodell lernt, indem es Tokens daraus vorhersagt, die es nicht sieht.",
    selection_title: "Die ausgewählten Positionen A(x)",
    selection_question: "Welche Tokens soll das Modell vorhersagen?",
    selection: "Nur diese Positionen zählen. Alle anderen Tokens tragen nichts zur Zielfunktion bei.",
    input_title: "Die Eingabe x̄",
    input_question: "Was liest das Modell an diesen Positionen?",
    prediction_title: "Die Vorhersage an Position {position}",
    prediction_question: "Welches Wort würden Sie an Position {position} einsetzen, und wie sicher sind Sie?",
    prediction: "Das Modell gibt jedem Wort eine Wahrscheinlichkeit. Zusammen sind sie 1.",
    target_title: "Die Wahrscheinlichkeit des Ziels",
    target_question: "Welche dieser Zahlen geht in die Zielfunktion ein?",
    target: "Nur die von „{target}“, dem Token, das dort stand: nicht die größte und keine der anderen.",
    term_question: "Was ist der Logarithmus dieser Wahrscheinlichkeit: über oder unter 0?",
    inner_question: "Was ergeben die Summanden jedes Satzes zusammen?",
    objective_question: "Was ergeben alle Summanden zusammen, und was wäre das Beste?",
    loss_question: "Training minimiert einen Verlust. Welcher ist es hier?",
    mean_question: "Was verliert das Modell im Mittel, und wodurch wird geteilt?",
    entropy_question: "Ist das die Kreuzentropie, die Sie kennen? Was ist y?",
    perplexity_question: "Zwischen wie vielen Wörtern schwankt das Modell?",
    gradient_title: "Wohin ein Trainingsschritt drängt",
    gradient_question: "Welche Wörter gewinnen durch einen Trainingsschritt, welche verlieren?",
    step_title: "Ein Trainingsschritt",
    step_question: "Was macht ein Trainingsschritt mit der Vorhersage und mit dem Verlust?",
    step_before: "vorher: ",
    step_after: "nachher: ",
    step: "Ein Schritt der Größe η = {rate} den Gradienten hinab. Die Vorhersage ist die danach.",
};

const COMMON: CommonMessages = CommonMessages {
    quoted: "„{word}“",
    list_comma: ", ",
    list_and: " und ",
    other_words: "andere Wörter",
    // The comma is the decimal mark.
    probability_and_log: "{p}; log {log}",
};

const MEANING: MeaningMessages = MeaningMessages {
    certain: "Das Modell ist sich des richtigen Wortes, „{target}“, sicher. Das trägt {term} zur \
        Zielfunktion bei, und mehr kann ein Term nicht beitragen: Hier ist nichts mehr zu lernen.",
    impossible: "Das Modell hält das richtige Wort, „{target}“, für unmöglich. Das trägt {term} \
        zur Zielfunktion bei, und kein anderer Term kann das ausgleichen. Ein trainiertes Modell \
        gibt nie genau 0: Seine Softmax-Funktion lässt jedem Wort ein wenig.",
    gives: "Das Modell gibt dem richtigen Wort, „{target}“, die Wahrscheinlichkeit {p}. Das trägt \
        {term} zur Zielfunktion bei; im besten Fall trägt ein Term 0 bei. ",
    prefers_another: "Es bevorzugt „{rival}“ ({rival p}), aber nur das richtige Wort zählt. ",
    is_undecided: "Es hält {level} für genauso wahrscheinlich. ",
    names_no_other: "Es gibt {rest} an andere Wörter ab. ",
    prefers_it: "Es bevorzugt bereits das richtige Wort und gibt {rest} an andere ab. ",
    prefers_it_of_the_listed: "Von den aufgeführten Wörtern bevorzugt es das richtige und gibt \
        {rest} an andere ab. ",
    push: "Ein Trainingsschritt verschiebt Wahrscheinlichkeit von {losing} zu „{target}“.",
    others_are_level: "andere Wörter",
    others_lose: "anderen Wörtern",
};

const ROUNDING: RoundingMessages = RoundingMessages {
    terms: "Die gerundeten Terme ergeben zusammen {sum}: J ist ihre Summe vor dem Runden.",
    terms_of_sentence: "Die gerundeten Terme von Satz {sentence} ergeben zusammen {sum}: Die \
        innere Summe ist ihre Summe vor dem Runden.",
    inner_sums: "Die gerundeten inneren Summen ergeben zusammen {sum}: J ist ihre Summe vor dem \
        Runden.",
    calculator: "Aus den gerundeten Zahlen ergibt sich auf dem Taschenrechner {result}; hier wird \
        erst am Ende gerundet.",
};

const SOLUTION: SolutionMessages = SolutionMessages {
    title: "Lösungsweg",
    step: "Schritt {number}. {title}.",
    in_symbols: "In Symbolen: {symbols}.",
    equals: " ist gleich ",
    which_equals: ", das ist gleich ",
    in_nats: "Hier ist log der natürliche Logarithmus, die Taste ln des Taschenrechners: \
        Log-Wahrscheinlichkeiten sind in Nats angegeben.",
    in_bits: "Logarithmen haben die Basis 2: Log-Wahrscheinlichkeiten sind in Bits angegeben.",
    in_log10: "Logarithmen haben die Basis 10, die Taste log des Taschenrechners: \
        Log-Wahrscheinlichkeiten sind in Einheiten der Basis 10 angegeben.",
    mean_loss: "mittlerer Verlust",
    perplexity: "Perplexität",
    known: " mit bekanntem Zielwort",
    token_at: "{token} an {place}",
    position: "Position {position}",
    position_of_sentence: "Position {position} von Satz {sentence}",
    sentences_left_out: Plural {
        one: "… ein Satz ausgelassen …",
        other: "… {count} Sätze ausgelassen …",
    },
    terms_left_out: Plural {
        one: "… ein Term ausgelassen …",
        other: "… {count} Terme ausgelassen …",
    },
    same_terms_left_out: Plural {
        one: "… ein Term derselben Form ausgelassen …",
        other: "… {count} Terme derselben Form ausgelassen …",
    },
    selection: &SELECTION,
    terms: &TERMS,
    sums: &SUMS,
    loss: &LOSS,
    entropy: &ENTROPY,
    training: &TRAINING,
};

const SELECTION: SelectionMessages = SelectionMessages {
    title: "Was ausgewählt ist",
    no_sentence: "Der Datensatz {D} enthält noch keinen Satz, also gibt es nichts vorherzusagen.",
    nothing_in_one: "Kein Token des Satzes ist ausgewählt, also hat das Modell nichts \
        vorherzusagen.",
    nothing_in_all: "Kein Token der {count} Sätze ist ausgewählt, also hat das Modell nichts \
        vorherzusagen.",
    one: "Ein Token{known} ist ausgewählt: {tokens} (Positionen zählen ab 1). Das Modell liest \
        {input} und muss sagen, welches Token dort stand.",
    several: "Die ausgewählten Tokens{known} sind {tokens} (Positionen zählen ab 1). Das Modell \
        liest {input} und sagt jedes von ihnen für sich vorher.",
    many: "Insgesamt sind {count} Tokens{known} ausgewählt (Positionen zählen ab 1). Das Modell \
        liest {input} und sagt jedes von ihnen für sich vorher.",
    all_without: Plural {
        one: "Eine Position ist ausgewählt, aber ihr Zielwort fehlt noch: Niemand hat gesagt, für \
            welches Token [MASK] steht. Sie trägt bisher nichts bei und zählt auch nicht mit, wenn \
            für einen Mittelwert geteilt wird.",
        other: "{count} Positionen sind ausgewählt, aber ihre Zielwörter fehlen noch: Niemand hat \
            gesagt, für welche Tokens [MASK] steht. Sie tragen bisher nichts bei und zählen auch \
            nicht mit, wenn für einen Mittelwert geteilt wird.",
    },
    more_without: Plural {
        one: "Das Zielwort einer weiteren ausgewählten Position fehlt noch. Sie trägt bisher \
            nichts bei und zählt auch nicht mit, wenn für einen Mittelwert geteilt wird.",
        other: "Die Zielwörter von {count} weiteren ausgewählten Positionen fehlen noch. Sie \
            tragen bisher nichts bei und zählen auch nicht mit, wenn für einen Mittelwert geteilt \
            wird.",
    },
    nothing_in_rest: Plural {
        one: "In einem weiteren Satz ist nichts ausgewählt; er trägt nichts bei.",
        other: "In {count} weiteren Sätzen ist nichts ausgewählt; sie tragen nichts bei.",
    },
    unchanged: "Das Wort, das in {input} an seine Stelle gelost wurde, ist zufällig das Token \
        selbst: Es zählt trotzdem. ",
    replaced: "In {input} steht an seiner Stelle ein anderes Wort und nicht [MASK]: Es zählt \
        trotzdem. ",
    kept: "In {input} bleibt es unverändert stehen, und es zählt trotzdem. ",
    in_several_ways: "In {input} steht an ihrer Stelle {ways}: Alle zählen, jedes mit seinem \
        Term. ",
    way_masked: Plural { one: "einmal [MASK]", other: "{count}-mal [MASK]" },
    way_replaced: Plural { one: "einmal ein anderes Wort", other: "{count}-mal ein anderes Wort" },
    way_unchanged: Plural {
        one: "einmal ein gelostes Wort gleich dem Token selbst",
        other: "{count}-mal ein gelostes Wort gleich dem Token selbst",
    },
    way_kept: Plural {
        one: "einmal unverändert das Token",
        other: "{count}-mal unverändert das Token",
    },
    why: "Wo kein [MASK] ein ausgewähltes Token anzeigt, kann das Modell nicht erkennen, dass es \
        danach gefragt wird. Also muss es darauf gefasst sein, jedes Token vorherzusagen, und \
        lernt, Texte ohne [MASK] zu lesen.",
};

const TERMS: TermsMessages = TermsMessages {
    title_one: "Der Term des ausgewählten Tokens",
    title_several: "Ein Term für jedes ausgewählte Token",
    title_one_known: "Der Term des ausgewählten Tokens mit bekanntem Zielwort",
    title_several_known: "Ein Term für jedes ausgewählte Token mit bekanntem Zielwort",
    one: "Das Modell gibt dem wahren Token {target} die Wahrscheinlichkeit {p}, und deren \
        Logarithmus ist der Term: {term}. Ein Term ist nie größer als 0, und 0 wäre das Beste.",
    certain: "Das Modell gibt dem wahren Token {target} die Wahrscheinlichkeit {p}. Der \
        Logarithmus von 1 ist 0, und besser kann ein Term nicht sein.",
    impossible: "Das Modell gibt dem wahren Token {target} die Wahrscheinlichkeit {p}. Der \
        Logarithmus von 0 ist {term}: Einen schlechteren Term gibt es nicht.",
    rivals: "Was das Modell {rivals} gibt, geht nicht ein.",
    rivals_others: "anderen Wörtern",
    rivals_other: Plural { one: "einem anderen Wort", other: "{count} anderen Wörtern" },
    rivals_more: Plural { one: "einem weiteren Wort", other: "{count} weiteren Wörtern" },
    rivals_all_others: "allen anderen",
    level: "Alle Terme sind gleich ({term}): Das Modell hält alle wahren Tokens für gleich \
        wahrscheinlich. Ein Term ist nie größer als 0, und 0 wäre das Beste.",
    nearly_level: "So, wie sie hier stehen, sind alle Terme gleich ({term}): Das Modell hält die \
        wahren Tokens für fast gleich wahrscheinlich. Ein Term ist nie größer als 0, und 0 wäre \
        das Beste.",
    spread: "Je unwahrscheinlicher das wahre Token, desto weiter liegt sein Term unter 0, dem \
        besten Wert: {best token} hat den größten Term ({best}) und {worst token} den kleinsten \
        ({worst}).",
};

const SUMS: SumsMessages = SumsMessages {
    inner_title: "Die innere Summe jedes Satzes",
    inner: "Die innere Summe ist die gesamte Log-Wahrscheinlichkeit der ursprünglichen Tokens an \
        den ausgewählten Positionen eines Satzes, gegeben seine veränderte Fassung.",
    inner_of_known: "Die innere Summe ist die gesamte Log-Wahrscheinlichkeit der ursprünglichen \
        Tokens an denjenigen ausgewählten Positionen eines Satzes, deren Zielwort bekannt ist, \
        gegeben seine veränderte Fassung.",
    title: "Die Zielfunktion J",
    nothing: "Eine Summe über nichts ist 0. Dieses {J} spricht nicht für ein gutes Modell: Von ihm \
        wurde nichts verlangt.",
    nothing_yet: "Noch keine ausgewählte Position hat ein Zielwort, und eine Summe über nichts ist \
        0. Dieses {J} spricht nicht für ein gutes Modell: Bewerten lässt es sich erst, wenn ein \
        Zielwort angegeben ist.",
    one_term: "Ein Token eines Satzes ist ausgewählt, also haben beide Summen nur einen Term, und \
        {J} ist dieser Term.",
    one_term_of_known: "Eine ausgewählte Position eines Satzes hat ein Zielwort, also haben beide \
        Summen nur einen Term, und {J} ist dieser Term.",
    one_sentence: "Die innere Summe ist die gesamte Log-Wahrscheinlichkeit der ursprünglichen \
        Tokens an den {count} ausgewählten Positionen{known}, gegeben {input}. Der Datensatz {D} \
        enthält einen Satz, also ist das bereits {J}.",
    one_scored: "Nur in einem Satz ist etwas ausgewählt, also ist {J} dessen innere Summe.",
    one_scored_of_known: "Nur in einem Satz ist ein Zielwort bekannt, also ist {J} dessen innere \
        Summe.",
    several: "{J} ist die Summe über den ganzen Datensatz {D}: Sie addiert die inneren Summen \
        seiner Sätze.",
    impossible: "Ein einziger Term von {term} macht {J} zu {term}, was auch immer die anderen \
        sind.",
    direction: "Das Training maximiert {J}; größer als 0 ist der Wert nie.",
    best: "Das Training maximiert {J}, und 0 ist der größte mögliche Wert.",
    product: "Eine Summe von Logarithmen ist der Logarithmus eines Produkts: Das Modell sagt jedes \
        Token für sich vorher und gibt ihnen allen zusammen die Wahrscheinlichkeit {product}. Bei \
        vielen Tokens ist dieses Produkt zu klein, um damit zu rechnen; die Summe ist es nicht.",
};

const LOSS: LossMessages = LossMessages {
    title: "Der Verlust L",
    mean_title: "Der mittlere Verlust",
    finite: "Das Training minimiert {L}, und das ist dasselbe, wie {J} zu maximieren. Der Verlust \
        ist nie kleiner als 0 und nach oben unbeschränkt.",
    none: "Das Training minimiert {L}, und das ist dasselbe, wie {J} zu maximieren. Kleiner als 0 \
        kann ein Verlust nicht sein.",
    infinite: "Das Training minimiert {L}, und das ist dasselbe, wie {J} zu maximieren. Hier ist \
        {L} gleich {loss}, da das Modell einem wahren Token die Wahrscheinlichkeit 0 gibt.",
    undefined: "Ein Mittelwert über nichts ist nicht definiert: Man müsste durch 0 teilen.",
    undefined_yet: "Noch keine ausgewählte Position hat ein Zielwort, also ist der Mittelwert \
        nicht definiert: Man müsste durch 0 teilen.",
    same_position: "Eine Position{known} ist ausgewählt, also ist der Mittelwert über die \
        ausgewählten Positionen{known} dieselbe Zahl.",
    same_sentence: "Es gibt nur einen Satz, also ist der Mittelwert über die Sätze dieselbe Zahl.",
    over_positions: "Der mittlere Verlust teilt {L} durch die Anzahl der ausgewählten \
        Positionen{known} ({count}) und nicht durch die Anzahl aller Tokens. PyTorch und Hugging \
        Face geben standardmäßig diesen Mittelwert an.",
    over_sentences: "Der mittlere Verlust teilt {L} durch die Anzahl der Sätze ({count}).",
    of_means: "Hier ist {n} die Anzahl der Sätze, in denen etwas ausgewählt ist ({count}). Jeder \
        von ihnen hat seinen eigenen mittleren Verlust, und der mittlere Verlust ist der \
        Mittelwert davon. Also wiegt ein Token umso mehr, je weniger in seinem Satz ausgewählt \
        sind.",
    of_means_of_known: "Hier ist {n} die Anzahl der Sätze, in denen ein Zielwort bekannt ist \
        ({count}). Jeder von ihnen hat seinen eigenen mittleren Verlust, und der mittlere Verlust \
        ist der Mittelwert davon. Also wiegt ein Token umso mehr, je weniger in seinem Satz \
        ausgewählt sind.",
    of_one_mean: "Nur in einem Satz ist etwas ausgewählt: Sein mittlerer Verlust je ausgewählter \
        Position ist der mittlere Verlust.",
    of_one_mean_of_known: "Nur in einem Satz ist ein Zielwort bekannt: Sein mittlerer Verlust je \
        ausgewählter Position mit bekanntem Zielwort ist der mittlere Verlust.",
};

const ENTROPY: EntropyMessages = EntropyMessages {
    title: "Dasselbe als Kreuzentropie",
    for_token: "Für {token}:",
    one_hot: "{y} ist 1 für das wahre Token {target} und 0 für jedes andere Wort, also bleibt von \
        der Summe nur {left} übrig. Die Kreuzentropie ist der Term mit umgekehrtem Vorzeichen.",
    one_hot_of_each: "{y} ist 1 für das wahre Token und 0 für jedes andere Wort, also bleibt von \
        jeder Summe nur {left} übrig: der Term mit umgekehrtem Vorzeichen.",
    mean: "Der Mittelwert über die {count} ausgewählten Positionen{known} ist {mean}: die \
        Kreuzentropie des ganzen Datensatzes.",
    rivals: "Was das Modell {rivals} gibt, fällt mit dem Faktor 0 weg: Es ändert die Richtung des \
        Trainingsschritts, nicht den Verlust.",
    zero: "Wo {p} gleich 0 ist, gilt 0 · log 0 als 0.",
    perplexity_title: "Die Perplexität der maskierten Tokens",
    undefined: "Nichts ist ausgewählt, also gibt es keinen mittleren Verlust und auch keine \
        Perplexität.",
    undefined_yet: "Noch keine ausgewählte Position hat ein Zielwort, also gibt es keinen \
        mittleren Verlust und auch keine Perplexität.",
    certain: "Eine bessere Perplexität als 1 gibt es nicht: An jeder ausgewählten Position{known} \
        ist sich das Modell des wahren Tokens sicher.",
    nearly_certain: "An jeder ausgewählten Position{known} ist sich das Modell des wahren Tokens \
        fast sicher: Nur durch das Runden wird die Perplexität 1, der beste Wert, den es gibt.",
    infinite: "Das Modell gibt einem wahren Token die Wahrscheinlichkeit 0, es könnte also nicht \
        ratloser sein.",
    too_large: "Die Zahl ist zu groß für die Zahlen, mit denen ein Computer üblicherweise rechnet.",
    choices_of_sentence: "Das Modell verliert so viel wie eines, das an jeder ausgewählten \
        Position{known} gleichmäßig unter {choices} Wörtern wählt. Das ist keine Perplexität des \
        ganzen Satzes, denn nur die ausgewählten Tokens werden vorhergesagt.",
    choices_of_text: "Das Modell verliert so viel wie eines, das an jeder ausgewählten \
        Position{known} gleichmäßig unter {choices} Wörtern wählt. Das ist keine Perplexität des \
        ganzen Textes, denn nur die ausgewählten Tokens werden vorhergesagt.",
    in_nats: "Der Exponent ist der mittlere Verlust in Nats ({nats}); in der Einheit dieses \
        Lösungswegs ist er {mean}.",
};

const TRAINING: TrainingMessages = TrainingMessages {
    title: "Was das für das Training bedeutet",
    at: "An {place}: {meaning}",
    all_certain: "Das Modell ist sich jedes ausgewählten Tokens{known} sicher: Hier ist nichts \
        mehr zu lernen.",
    all_even: "Alle ausgewählten Tokens{known} kosten gleich viel, jeweils {loss}.",
    worst: "Kein ausgewähltes Token kostet mehr als {token}: Sein Term ist {term} von insgesamt \
        {J}.",
    impossible: "Kein ausgewähltes Token kostet mehr als {token}: Das Modell gibt ihm die \
        Wahrscheinlichkeit 0, also ist sein Term {term} und damit auch {J}.",
};

// Without articles: after “von” they would have to be bent.
const SPOKEN: SpokenMessages = SpokenMessages {
    index: "{base} {index}",
    power: "{base} hoch {exponent}",
    long_power: "{base} hoch: {exponent}, Ende der Potenz",
    fraction: "{above} geteilt durch {below}",
    long_fraction: "Quotient: {above}, geteilt durch {below}, Ende des Quotienten",
    sum: "Summe über {over} von {of}",
    sum_where: "Summe über {over}, von {of}",
    log: "Logarithmus von {of}",
    log_2: "Logarithmus zur Basis 2 von {of}",
    log_10: "Logarithmus zur Basis 10 von {of}",
    probability: "Wahrscheinlichkeit von {of} gegeben {given}",
    at: "{symbol} von {argument}",
    size: "Anzahl der Elemente von {of}",
    empty_set: "leere Menge",
    set: Plural {
        one: "Menge mit dem Element {elements}",
        other: "Menge mit den Elementen {elements}",
    },
    set_up_to: " bis ",
    parentheses: "Klammer auf, {inner}, Klammer zu",
    minus: "minus {of}",
    negative: "das Negative von {of}",
    ellipsis: "und so weiter",
    less_than: "kleiner als {number}",
    more_than: "größer als {number}",
    infinity: "unendlich",
    undefined: "nicht definiert",
    power_of_ten: "{digits} mal 10 hoch {exponent}",
    plus: "plus",
    times: "mal",
    equals: "ist gleich",
    about: "ist ungefähr",
    is_in: "aus",
    differs: "ungleich",
    condition: "mit",
    dataset: "Datensatz D",
    objective: "Zielfunktion J",
    loss: "Verlust L",
    corrupted: "x quer",
    mask: "Maske",
    full_stop: "Punkt",
    comma: "Komma",
    exclamation_mark: "Ausrufezeichen",
    question_mark: "Fragezeichen",
    semicolon: "Semikolon",
    colon: "Doppelpunkt",
    apostrophe: "Apostroph",
    quotation_mark: "Anführungszeichen",
    opening_parenthesis: "öffnende Klammer",
    closing_parenthesis: "schließende Klammer",
    hyphen: "Bindestrich",
    dash: "Gedankenstrich",
    three_dots: "Auslassungspunkte",
};

const EDITS: EditMessages = EditMessages {
    no_sentence: "Es gibt keinen Satz {sentence}.",
    no_token: "Satz {sentence} hat kein Wort {position}.",
    not_selected: "An Wort {position} von Satz {sentence} wird nichts vorhergesagt: Wählen Sie es \
        zuerst aus.",
    typed_mask: "An Wort {position} von Satz {sentence} gehört [MASK] zum Text: Um es zu \
        entfernen, ändern Sie den Text.",
    not_a_typed_mask: "Das Zielwort an Wort {position} von Satz {sentence} ist das Wort selbst: \
        Für ein anderes ändern Sie den Text.",
    unknown_target: "„{target}“ ist hier das Zielwort und wäre nicht aufgeführt. Sein Anteil an \
        dem, was alle anderen Wörter haben, wäre also unbekannt: Führen Sie es auf, oder nehmen \
        Sie die Zeile der anderen Wörter heraus.",
    no_word: "Darin steht kein Wort: Geben Sie eines ein.",
    random_mask: "[MASK] ist kein zufälliges Wort: Maskieren Sie das Wort, oder geben Sie ein \
        anderes ein.",
    long_word: "Ein Wort hat höchstens {limit} Zeichen: Geben Sie ein kürzeres ein.",
    no_model: "Es gibt kein Modell {model}.",
    last_model: "Das ist das einzige Modell, und etwas muss vorhersagen.",
    too_many_models: "Es gibt {limit} Modelle, und mehr lassen sich nicht vergleichen: Entfernen \
        Sie zuerst eines.",
    model_name: "Der Name eines Modells hat 1 bis {limit} Zeichen: Geben Sie einen solchen ein.",
    name_taken: "Ein anderes Modell heißt „{name}“: Geben Sie diesem einen anderen Namen.",
    nothing_changed: "Nichts wurde geändert: {reason}.",
    rate: "Die Lernrate ist {rate}: Geben Sie eine Zahl über 0 und bis {limit} ein.",
    too_many_steps: "Verlangt sind {steps} Schritte: &Höchstens {limit} sind auf einmal möglich.",
    not_here: "Das geht hier nicht.",
};

// Each stands behind a colon and begins as a sentence.
const CHANGES: ChangeMessages = ChangeMessages {
    empty: "Es gibt keine Kandidaten: Führen Sie mindestens ein Wort auf",
    more_rows: "Es sind mehr als {limit} Wörter: Führen Sie höchstens {limit} auf",
    blank_row: "Ein Wort ist leer: Geben Sie ihm mindestens einen Buchstaben oder ein Zeichen",
    repeated: "„{row}“ ist zweimal aufgeführt: Führen Sie jedes Wort einmal auf",
    no_probability: "„{row}“ hat {value}: Eine Wahrscheinlichkeit ist eine Zahl von 0 bis 1",
    sum: "Die Summe der Wahrscheinlichkeiten ist {sum}: Sie muss 1 sein",
    not_listed: "„{row}“ gehört nicht zu den Kandidaten",
    locked: "„{row}“ ist gesperrt: Heben Sie die Sperre zuerst auf",
    only_candidate: "„{row}“ ist der einzige Kandidat, also bleibt die Wahrscheinlichkeit 1",
    others_locked: "Alle Wörter außer „{row}“ sind gesperrt, also bleibt ihm, was sie übrig \
        lassen: Heben Sie eine andere Sperre auf",
    nothing_free: "Die gesperrten Wörter lassen nichts übrig: Heben Sie zuerst eine Sperre auf",
    more_than_free: "Die gesperrten Wörter lassen {free} übrig: Nehmen Sie höchstens so viel, oder \
        heben Sie eine Sperre auf",
    hardly_any: "weniger als {least}",
    not_here: "Das geht hier nicht",
    listed_already: "„{row}“ gehört schon zu den Kandidaten: Jedes Wort wird einmal aufgeführt",
    blank_word: "Das Wort ist leer: Geben Sie mindestens einen Buchstaben oder ein Zeichen ein",
    long_word: "Das Wort hat {count} Zeichen, und höchstens {limit} sind möglich: Geben Sie ein \
        kürzeres ein",
    too_many_rows: "Es sind {limit} Wörter, und mehr sind nicht möglich: Entfernen Sie zuerst \
        eines",
    last_row: "„{row}“ ist der einzige Kandidat: Fügen Sie erst einen anderen hinzu, dann können \
        Sie diesen entfernen",
    none_to_take: "Alle anderen Wörter sind gesperrt, also kann keines die Wahrscheinlichkeit von \
        „{row}“ übernehmen: Heben Sie zuerst eine Sperre auf",
    logit_count: "Die Zahl der Logits ist {given}, die der Wörter {rows}: Geben Sie jedem Wort \
        einen Logit",
    no_logit: "{value} ist kein Logit: Geben Sie eine Zahl ein, oder −∞ für ein unmögliches Wort",
    all_impossible: "Keines der freien Wörter wäre noch möglich: Eines von ihnen braucht einen \
        Logit über −∞",
    no_temperature: "{value} ist keine Temperatur: Geben Sie eine Zahl über 0 ein, etwa 0,5 oder 2",
    no_smoothing: "{value} ist keine Stärke der Label-Glättung: Geben Sie eine Zahl von 0 bis 1 \
        ein, etwa 0,1",
    no_step_size: "{value} ist keine Schrittweite: Geben Sie 0 oder eine größere Zahl ein, etwa \
        0,1",
    too_many_steps: "{steps} Schritte sind zu viele auf einmal: Nehmen Sie höchstens {limit}",
    what_was_given: "Die Eingabe",
};

const INPUTS: InputMessages = InputMessages {
    too_large: "Der Text hat {count} Bytes, und höchstens {limit} sind möglich: Nehmen Sie einen \
        Teil davon.",
    too_many_sentences: "Der Text hat {count} Sätze, und höchstens {limit} sind möglich: Nehmen \
        Sie einen Teil davon.",
    probability: "{value} ist keine Wahrscheinlichkeit: Das wäre eine Zahl von 0 bis 1",
    type_one: "Geben Sie eine Zahl von 0 bis 1 ein, etwa 0,7, 70 % oder 7/10",
    no_number: "„{typed}“ ist keine Zahl: Geben Sie eine ein, etwa 0,7, 70 % oder 7/10",
    division_by_zero: "„{typed}“ teilt durch 0: Geben Sie eine Zahl ein, etwa 0,7, 70 % oder 7/10",
    per_cent: "„{typed}“ ist mehr als 1: Für Prozent geben Sie {value} % ein",
    out_of_range: "„{typed}“ liegt nicht zwischen 0 und 1 wie eine Wahrscheinlichkeit",
    no_logit: "„{typed}“ ist kein Logit: Geben Sie eine Zahl ein, etwa −1,5 oder 2, oder −∞",
    no_rate: "„{typed}“ ist keine Schrittweite: Geben Sie eine Zahl über 0 ein, etwa 0,5",
    alpha: "α ist {value}: Geben Sie eine Zahl von 0 bis {most} ein",
    backoff: "λ ist {value}: Geben Sie eine Zahl von {least} bis {most} ein",
    rate: "Die Rate muss zwischen 0 und 1 liegen",
    mask_share: "Der Anteil der Masken muss zwischen 0 und 1 liegen",
    random_share: "Der Anteil der zufälligen Wörter muss zwischen 0 und 1 liegen",
    shares: "Die Anteile der Masken und der zufälligen Wörter dürfen zusammen höchstens 1 sein: \
        Der Rest bleibt unverändert",
};

const FILE: FileMessages = FileMessages {
    not_a_file: "Keine MaskLab-Datei: {reason}",
    format: "Format „{format}“, Version {version}: Diese Fassung liest „{our format}“, Version \
        {our version}",
    value: "{path}: {reason}",
    stops: "Ab Zeile {line}, Spalte {column} ist es kein JSON mehr",
    stops_at_end: "Das JSON ist am Ende unvollständig",
    expected_object: "Hier wird ein Objekt erwartet",
    expected_list: "Hier wird eine Liste erwartet",
    expected_text: "Hier wird ein Text erwartet",
    expected_number: "Hier wird eine Zahl erwartet",
    expected_whole: "Hier wird eine ganze Zahl erwartet",
    expected_flag: "Hier wird true oder false erwartet",
    twice: "Das kommt zweimal vor",
    named_twice: "{name} kommt zweimal vor",
    missing: "Das fehlt",
    no_word: "Darin steht kein Wort",
    random_mask: "[MASK] ist kein zufälliges Wort: Lassen Sie es weg, und für eine Maske auch die \
        Angabe „corruption“",
    name: "Ein Name hat 1 bis {limit} Zeichen und am Rand keinen Leerraum",
    none_of: "Hier kann nicht „{word}“ stehen, sondern nur: {words}",
    too_small: "{number} ist kleiner als {least}",
    out_of_range: "{number} liegt nicht zwischen {least} und {most}",
    too_many: "Höchstens {limit} sind möglich",
    too_few: "Die Liste hat zu wenige Einträge: Geben Sie mindestens {least} an",
    too_large: "Die Texte haben mehr als {limit} Bytes: Lassen Sie einige Sätze weg",
    model_twice: "Ein anderes Modell heißt schon „{name}“",
    no_model: "Es gibt kein Modell „{name}“",
    typed_mask: "Hier steht [MASK] im Text: Die Angabe „corruption“ ist dann „mask“",
    target_of_word: "Nur ein [MASK] im Text hat ein Zielwort neben sich",
    open_target: "„{target}“ ist das Zielwort und nicht aufgeführt, also ist sein Anteil an dem, \
        was alle anderen Wörter haben, unbekannt",
    no_position: Plural {
        one: "{number}, aber der Satz hat 1 Token",
        other: "{number}, aber der Satz hat {count} Tokens",
    },
    random_without_word: "Ein zufälliges Wort fehlt: Geben Sie es als „word“ an",
    word_without_random: "Ein Wort steht nur bei der Angabe „random“",
    unknown_field: "{path}: Diesen Namen gibt es hier nicht; die Angabe bleibt weg",
    unused_number: "{path}: Die Quelle „{source}“ hat keine solche Zahl; die Angabe bleibt weg",
    more_left_out: Plural {
        one: "und 1 weitere Angabe bleibt weg",
        other: "und {count} weitere Angaben bleiben weg",
    },
};

const LINK: LinkMessages = LinkMessages {
    too_long: "Ein Link hat höchstens {limit} Zeichen: Speichern Sie die Arbeit stattdessen als Datei",
    no_version: "Ein Link von MaskLab beginnt hinter dem # mit seiner Version, v={version}",
    version: "Der Link hat die Version {version}, und diese Seite liest Version {our version}: Eine neuere \
        Seite kann ihn vielleicht lesen",
    damaged: "Einige seiner Buchstaben fehlen oder sind verändert: Kopieren Sie den ganzen Link noch \
        einmal",
    field: "„{field}“: {reason}",
    no_sentence: "Davor steht kein Satz (t=…), zu dem das gehören könnte",
    no_position: "Eine Position ist eine ganze Zahl, gezählt ab 1",
    no_text: "Diese Bytes sind kein Text",
    no_number: "Hier wird eine Zahl erwartet, mit einem Punkt als Dezimalzeichen",
    no_colon: "Hinter jedem Wort steht nach einem Doppelpunkt seine Wahrscheinlichkeit, wie in brown:.7",
    no_model: "Ein Modell schreibt man als Name:Quelle mit den Zahlen der Quelle, und p3.2 gehört zum \
        zweiten, falls es so viele gibt",
};

const SETUP: SetupMessages = SetupMessages {
    none_of: "{name}={value} bleibt weg: Möglich sind {words}",
    not_among: "{name}={value} bleibt weg: Möglich ist eine Liste aus {words}",
};

const PRESETS: PresetsMessages = PresetsMessages {
    fox: &PresetMessages {
        title: "Ein maskiertes Wort",
        task: "Was trägt das Token „brown“ zur Zielfunktion bei, und was bedeutet der Wert für das \
            Training?",
    },
    jumps: &PresetMessages {
        title: "Drei Vorhersagen für eine Maske",
        task: "Welche der Vorhersagen für [MASK] trägt am meisten zur Zielfunktion bei?",
    },
    bird: &PresetMessages {
        title: "Zwei maskierte Wörter in einem Satz",
        task: "Was ist die innere Summe dieses Satzes, und wofür steht sie?",
    },
    fruit: &PresetMessages {
        title: "Summe und Mittelwert",
        task: "Wie groß ist der gesamte Verlust, und wie groß der mittlere je ausgewählter \
            Position?",
    },
    river: &PresetMessages {
        title: "Erwartet und unerwartet",
        task: "Wie viel mehr kostet „river“ das Modell, das es kaum erwartet?",
    },
    corruption: &PresetMessages {
        title: "Maskiert, ersetzt und behalten",
        task: "Warum wird ein ausgewähltes Token nicht immer maskiert? Welche der drei zählen?",
    },
    perplexity: &PresetMessages {
        title: "Als wären es vier Wörter",
        task: "Jedes Zielwort hat 1/4. Wie groß ist die Perplexität, und warum ist sie hier eine ganze Zahl?",
    },
    product: &PresetMessages {
        title: "Eine Summe von Logarithmen",
        task: "Multiplizieren Sie die drei Wahrscheinlichkeiten: Wie folgt die innere Summe aus dem Produkt?",
    },
    certain: &PresetMessages {
        title: "Ein sicheres Zielwort",
        task: "Was trägt ein Zielwort mit Wahrscheinlichkeit 1 zur Zielfunktion bei?",
    },
    rare: &PresetMessages {
        title: "Ein sehr unwahrscheinliches Zielwort",
        task: "Das Zielwort hat 0,0003. Was kostet es, und was mit einem Zehntel davon?",
    },
    impossible: &PresetMessages {
        title: "Ein unmögliches Zielwort",
        task: "Das Modell schließt das Zielwort aus. Was wird aus den Summen und aus dem anderen Summanden?",
    },
    nothing: &PresetMessages {
        title: "Nichts ausgewählt",
        task: "A(x) ist leer: Wie groß sind die Summen, und warum sind die Mittel nicht definiert?",
    },
    alike: &PresetMessages {
        title: "Jede ausgewählte Position zählt gleich",
        task: "Ein Wort ist maskiert, eines ersetzt, eines behalten, jedes Zielwort hat 1/2: Vergleichen Sie die drei Summanden.",
    },
    phrase: &PresetMessages {
        title: "Zwei Masken einer Wendung",
        task: "Weiß die zweite Maske, was für die erste vorhergesagt wird? Bewegen Sie die eine und beobachten Sie die andere.",
    },
    means: &PresetMessages {
        title: "Zwei Arten zu mitteln",
        task: "Die Sätze haben drei Masken und eine: Warum ist das Mittel ihrer Mittel nicht das Mittel?",
    },
    rivals: &PresetMessages {
        title: "Derselbe Verlust, ein anderer Gradient",
        task: "Beide Modelle verlieren gleich viel. Was ändert ein Trainingsschritt in jedem von ihnen?",
    },
    untrained: &PresetMessages {
        title: "Vor jedem Training",
        task: "Jedes der 30.522 Tokens von BERT ist so wahrscheinlich wie die anderen: Wie groß sind Verlust und Perplexität?",
    },
    neighbours: &PresetMessages {
        title: "Mit Nachbarn und ohne",
        task: "Zwei Modelle haben die anderen Sätze gezählt: Welches kennt das maskierte Wort, und warum?",
    },
    paragraph: &PresetMessages {
        title: "Ein Absatz, gezogen wie bei BERT",
        task: "Etwa 15 % der Tokens sind gezogen. Welche kosten am meisten, und was haben sie gemeinsam?",
    },
    lessons: &PresetMessages {
        title: "Zehn Sätze zum Trainieren",
        task: "Trainieren Sie, bis es steht: Wie sinken Verlust und Perplexität, und wie weit?",
    },
};

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
    curve: &CurveMessages {
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
    prediction: &PredictionPlotMessages {
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
    terms: &TermPlotMessages {
        caption: "Die Terme und ihre Summen",
        summary: "Die Terme log p hängen von 0 herab und ergeben zusammen die innere Summe ihres \
            Satzes ({sums}); alle Sätze zusammen ergeben J = {objective}.",
        empty: "Kein Term ist zu sehen; J = {objective}.",
        inner_sum: "Innere Summe",
        outer_sum: "Äußere Summe J",
        worst: "Der längste Balken gehört zu „{word}“, {log}.",
    },
    trace: &TraceMessages {
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
    models: &ModelsPlotMessages {
        caption: "Die Vorhersagen der Modelle an dieser Position",
        summary: "Von jedem Balken zählt nur der Teil des Zielworts „{target}“: {models}.",
        model: "{model} gibt ihm {p}",
        without_target: "Das Zielwort fehlt noch, also zählt noch kein Teil der Balken.",
    },
    gradient: &GradientPlotMessages {
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

/// What only the page says.
const PAGE: PageMessages = PageMessages {
    inner_sum: "innere Summe",
    shell: &PageShell {
        about: "Was das Training aus dem macht, was ein Modell an maskierten Stellen vermutet.",
        examples: "Beispiele",
        task: "Aufgabe:",
        start_over: "Dieses Beispiel neu öffnen",
        undo: "Rückgängig",
        redo: "Wiederholen",
        settings: "Einstellungen",
        theme: "Darstellung",
        theme_system: "Wie das System",
        theme_light: "Hell",
        theme_dark: "Dunkel",
        language: "Sprache",
        help: "Hilfe und Tasten",
        dismiss: "Diese Meldung schließen",
        newer: "Es gibt eine neue Version dieser Seite. Ihre Arbeit bleibt.",
        reload: "Neu laden",
        said_term: "„{word}“ hat die Wahrscheinlichkeit {p}.",
        said_sums: "J ist {J}, der Verlust ist {L}.",
        link_refused: "Der Link in der Adresse lässt sich nicht öffnen. {reason}.",
        open_alone: "In MaskLab öffnen",
        share: "Teilen",
        lecture: "Vortrag",
        show_answers: "Antworten zeigen",
        answers_hint: "Rechnen Sie zuerst selbst: Was die Zielfunktion aus diesen Vorhersagen macht, ist verdeckt.",
        locked: "Wer diese Seite eingerichtet hat, hat das gesperrt: Es lässt sich ansehen, aber nicht \
            ändern.",
        link_left_out: "Der Link ist geöffnet, aber nicht alles davon. {fields}.",
    },
    dataset: &PageDataset {
        title: "Datensatz",
        hint: "zum Maskieren ein Wort anklicken",
        sentences: "Sätze",
        none: "Es gibt noch keinen Satz: Schreiben Sie unten einen.",
        sentence: "Satz {number}",
        edit_sentence: "Text von Satz {number}: Eingabe übernimmt ihn, Escape lässt ihn, wie er war",
        sentence_menu: "Satz {number}: ändern, verschieben, entfernen",
        edit: "Text ändern",
        duplicate: "Verdoppeln",
        move_up: "Nach oben",
        move_down: "Nach unten",
        remove: "Entfernen",
        said_untargeted: ", Position {position}: Welches Wort es war, hat niemand gesagt",
        said_masked: ", maskiert, Position {position}",
        said_random: ", ersetzt, Position {position}",
        said_kept: ", ausgewählt und behalten, Position {position}",
        chip_menu: "Was aus diesem Token wird",
        chip_title: "„{word}“ an Position {position}: Das Modell liest",
        make_mask: "[MASK]",
        make_mask_hint: "BERT: 80 % der ausgewählten",
        make_random: "ein zufälliges Wort",
        make_random_hint: "BERT: 10 %; wird ebenso bewertet",
        make_kept: "das Wort selbst, behalten",
        make_kept_hint: "BERT: 10 %; wird ebenso bewertet",
        make_unselected: "nicht ausgewählt",
        make_unselected_hint: "trägt nichts zur Zielfunktion bei",
        typed_target: "Das Wort, das hier stand",
        set: "Setzen",
        select_some: "15 % auswählen…",
        draw_title: "Zufällig auswählen, wie BERT",
        draw_rate: "Von allen Token",
        draw_mask: "davon werden [MASK]",
        draw_random: "davon werden ein zufälliges Wort",
        draw_seed: "Startwert",
        draw_way: "Wie viele in jedem Satz",
        draw_each: "je nach Zufall",
        draw_count: "ein fester Anteil",
        draw: "Ziehen",
        draw_again: "Neu ziehen",
        draw_none: "Keine auswählen",
        draw_note: "Die übrigen ausgewählten Token bleiben, wie sie sind. Jetzt ausgewählt: {selected}.",
        bad_seed: "Der Startwert ist eine ganze Zahl von 0 bis 18446744073709551615.",
        add: "Text hinzufügen",
        add_hint: "Sätze schreiben oder einfügen oder eine .txt-Datei hierher ziehen",
        add_button: "Hinzufügen",
        add_file: "Datei…",
        unreadable: "Diese Datei lässt sich nicht als Text lesen. Wählen Sie eine .txt-Datei.",
        loading: "Der Text wird in Sätze zerlegt: {percent}",
        cancel: "Abbrechen",
    },
    prediction: &PagePrediction {
        title: "Vorhersage",
        no_mask: "Nichts ist maskiert, also wird nichts vorhergesagt: Klicken Sie ein Wort Ihres Textes an.",
        no_target: "Niemand hat gesagt, was an der Stelle von [MASK] stand, also lässt sich dort nichts bewerten: Klicken Sie es an und schreiben Sie das Wort.",
        model: "Modell",
        source: "von",
        by_hand: "Hand",
        uniform: "Gleichverteilung",
        unigram: "Worthäufigkeiten",
        neighbours: "Nachbarwörtern",
        at_position: "an Position {position}",
        at_position_of_sentence: "an Position {position} von Satz {sentence}",
        previous: "Die ausgewählte Position davor",
        next: "Die nächste ausgewählte Position",
        number_of: "{number} von {count}",
        others: "andere Wörter",
        target: "Ziel",
        probability_of: "Wahrscheinlichkeit von {word}",
        number_of_word: "{word} als Zahl",
        less: "weniger für {word}",
        more: "mehr für {word}",
        lock: "{word} festhalten",
        lock_hint: "Ein festgehaltenes Wort behält seine Wahrscheinlichkeit, wenn andere sich ändern",
        remove: "{word} entfernen",
        sum_hint: "Die Wahrscheinlichkeiten einer Position ergeben zusammen immer 1: Was ein Wort gewinnt, verlieren die anderen.",
        new_word: "weiteres Wort",
        add: "Hinzufügen",
        list_others: "„andere Wörter“ auflisten",
        more_here: "Mehr zu dieser Vorhersage",
        even_out: "Alle angleichen",
        back: "Zurück zu dem, was das Modell gibt",
        sliders: "Was die Regler einstellen",
        linear: "p",
        logarithmic: "log p",
        logits: "Logits",
        temperature: "Temperatur",
        temperature_hint: "Teilt die Logits: über 1 wird die Vorhersage flacher, unter 1 schärfer",
    },
    equation: &PageEquation {
        title: "Die Zielfunktion",
        unit: "Einheit der Logarithmen",
        nats: "Nats",
        bits: "Bits",
        log10: "log₁₀",
        totals: "Was über den ganzen Datensatz gesagt wird",
        objective: "Zielfunktion J",
        loss: "Verlust L = −J",
        cross_entropy: "Kreuzentropie",
        perplexity: "Perplexität",
        maximised: "↑ wird maximiert",
        minimised: "↓ wird minimiert",
        no_mean: "kein ausgewähltes Wort für ein Mittel",
        mean_over: Plural { one: "L ÷ {count} Position", other: "L ÷ {count} Positionen" },
        per_token: "je maskiertem Token",
        reduction: "Wie aus den Verlusten einer wird",
        mean: "Mittel je Position",
        mean_of_sums: "Mittel je Satz",
        mean_of_means: "Mittel der Mittel",
        sum: "Summe",
        nothing_selected: "Kein Wort ist ausgewählt, und eine Summe von nichts ist 0: Klicken Sie ein Wort des Textes an.",
        no_target: "Noch ist kein Ziel bekannt, und eine Summe von nichts ist 0: Klicken Sie [MASK] an und schreiben Sie das Wort.",
    },
    symbols: &PageSymbols {
        hint: "Zeigen Sie auf ein Symbol, um zu sehen, wofür es steht.",
        original: "x: ein Satz, wie er geschrieben wurde, bevor etwas maskiert war",
        corrupted: "x̄: der Satz, wie ihn das Modell liest, mit seinen Masken",
        target: "xᵢ: das wahre Wort an Position i, das Ziel",
        selected: "A(x): die ausgewählten Positionen von x, die vorhergesagt und bewertet werden",
        dataset: "D: der Datensatz, alle Sätze",
        position: "i: eine Position im Satz, von 1 an gezählt",
        objective: "J: die Zielfunktion, höchstens 0; das Training maximiert sie",
        loss: "L: der Verlust, −J, mindestens 0; das Training minimiert ihn",
        candidate: "k: ein Kandidat an einer Position",
        label: "y: 1 für das wahre Wort und 0 für jedes andere, das One-hot-Ziel",
        predicted: "p: was das Modell einem Kandidaten gibt",
        euler: "e: die Basis des natürlichen Logarithmus, 2,718…",
        count: "n: die Zahl der Sätze mit einer ausgewählten Position",
    },
    charts: &PageCharts {
        title: "Diagramm",
        curve: "Kurve",
        prediction: "Vorhersage",
        terms: "Summanden",
        trace: "Verlauf",
        gradient: "Gradient",
        models: "Modelle",
        curve_title: "−log p",
        curve_hint: "was jedes Ziel kostet",
        prediction_title: "p und y",
        prediction_hint: "die Vorhersage neben ihrem Ziel",
        terms_title: "Σ log p",
        terms_hint: "die Summanden und ihre Summen",
        trace_title: "L",
        trace_hint: "der Verlust über Ihre letzten Schritte",
        gradient_title: "∂L/∂z = p − y",
        models_title: "Modelle nebeneinander",
        left_out: "Gezeigt werden {shown} Summanden um den betrachteten; {count} weitere werden ebenso summiert.",
        table: "Die Zahlen als Tabelle",
    },
    training: &PageTraining {
        title: "Was es für das Training heißt",
        compare: "Modelle vergleichen",
        lower: "Was hier gezeigt wird",
        nothing: "Wörter, die nicht ausgewählt sind, tragen nichts zur Zielfunktion bei: Noch gibt es nichts zu lernen.",
        share: "{percent} des ganzen Verlusts kommen von hier.",
        rate: "Schrittweite η",
        scope: "Wo",
        everywhere: "alle",
        here: "diese",
        one_step: "Ein Schritt",
        ten_steps: "Zehn Schritte",
        until: "Bis es steht",
        stop: "Anhalten",
        back: "Zurück",
        ran: Plural { one: "{count} Schritt", other: "{count} Schritte" },
        converged: "nach {steps} zu Ende: Der Gradient ist fast 0",
        no_progress: "nach {steps} zu Ende: Der Verlust sinkt nicht weiter",
        diverged: "nach {steps} angehalten: Der Verlust wächst, also ist η zu groß",
    },
    compare: &PageCompare {
        model: "Modell",
        term: "Summand",
        cross_entropy: "Kreuzentropie",
        add: "+ Modell hinzufügen",
        remove: "Modell {model} entfernen",
        nothing: "Nichts ist ausgewählt: Noch gibt es nichts zu vergleichen.",
        alone: "Fügen Sie ein zweites Modell hinzu und stellen Sie ein, was es vorhersagt: Hier werden beide verglichen.",
        total: "Über den ganzen Datensatz trägt {best} am meisten bei, {lead} mehr als das nächste.",
        level: "Alle geben „{target}“ dieselbe Wahrscheinlichkeit, {p}, also tragen hier alle gleich viel bei, {term}.",
        runners_up: "Sie unterscheiden sich nur darin, was sie anderen Wörtern geben, und dorthin sieht der Verlust nicht.",
        look: "Modell {model} ansehen",
        name_of: "Name des Modells {model}",
        best: "{best} gibt „{target}“ am meisten, {p}, und trägt hier darum am meisten bei: {term}, das sind {gap} mehr als {worst} mit {worst p}. Was sie anderen Wörtern geben, ändert den Gradienten und nicht den Summanden.",
    },
    help: &PageHelp {
        title: "Wie es geht",
        step_mask: "Klicken Sie ein Wort an: Es wird maskiert, und das Modell muss es vorhersagen. Klicken Sie es noch einmal an, um es stattdessen zu ersetzen oder zu behalten.",
        step_move: "Bewegen Sie die Regler: Sie sagen, für wie wahrscheinlich das Modell dort jedes Wort hält.",
        step_read: "Lesen Sie die Gleichung: Jedes ausgewählte Wort trägt den Logarithmus seiner Wahrscheinlichkeit bei, und ihre Summe macht das Training so groß wie möglich.",
        step_train: "Machen Sie einen Trainingsschritt und sehen Sie zu, wie der Verlust sinkt.",
        keys: "Tasten",
        key_tab: "zum nächsten Bedienelement; jeder Satz ist ein Halt",
        key_arrows: "durch die Wörter des Datensatzes",
        key_enter: "wählt ein Wort aus, sieht sich ein ausgewähltes an, öffnet dessen Menü",
        key_delete: "nimmt ein Wort aus der Auswahl",
        key_edit: "ändert den Satz",
        key_move: "verschiebt den Satz",
        key_slider: "bewegen einen Regler in kleinen und großen Schritten",
        key_undo: "rückgängig, wiederholen",
        key_escape: "schließt, was offen ist",
        privacy: "Ihre Arbeit bleibt in diesem Browser. Nichts wird verschickt.",
        close: "Schließen",
    },
    share: &PageShare {
        title: "Teilen",
        link: "Link",
        embed: "Einbetten",
        files: "Dateien",
        for_others: "Für andere",
        sees: "Sie sehen",
        dataset: "Sätze",
        prediction: "Vorhersage",
        equation: "Gleichung",
        plot: "Diagramme",
        training: "Training",
        examples: "Beispiele",
        may_change: "Sie dürfen ändern",
        text: "Sätze",
        selection: "die Auswahl",
        predictions: "Vorhersagen",
        models: "Modelle",
        steps: "Trainingsschritte",
        answers: "Antworten",
        at_once: "sofort",
        when_asked: "auf Wunsch",
        language: "Sprache",
        theirs: "ihre",
        as_here: "Einheit, Diagramm und Regler wie hier",
        address: "Link zu dieser Seite mit Ihrer Arbeit",
        copy: "Kopieren",
        copied: "Kopiert.",
        by_hand: "Der Text ist ausgewählt: Kopieren Sie ihn mit Strg+C.",
        qr: "QR-Code dieses Links",
        qr_dense: "Viele kleine Quadrate: Ein kürzerer Text lässt sich leichter lesen.",
        too_long: "Ihre Arbeit ist zu lang für einen Link. Speichern Sie sie als Datei: Wer die Datei hat, öffnet sie mit „Datei…“.",
        local: "Diese Seite wurde aus einer Datei geöffnet, deshalb gilt der Link nur auf diesem Rechner.",
        snippet: "HTML für Ihre Seite",
        height: "Höhe in Pixeln",
        preview: "Vorschau",
        frame_title: "Die Zielfunktion des maskierten Sprachmodells",
        solution: "Lösungsweg",
        plain: "Text",
        plots: "Diagramme",
        numbers: "Zahlen und Arbeit",
        terms: "Alle Terme, für eine Tabelle",
        document: "Die Arbeit, um sie hier wieder zu öffnen",
        save: "{ending} speichern",
        save_png: "PNG speichern",
        close: "Schließen",
    },
    lecture: &PageLecture {
        open: "Vortrag",
        close: "Zurück zum Arbeitsplatz",
        slide: "Schritt",
        previous: "Zurück",
        next: "Weiter",
        answer: "Antwort",
        progress: "{number} von {count}",
        blank: "Leerer Bildschirm",
        blanked: "Der Bildschirm ist leer. Mit einer Taste oder einem Klick geht es weiter.",
        fullscreen: "Vollbild",
        code: "QR-Code dieser Arbeit",
        help: "Tasten",
        letters: "Einzelne Tasten ohne Strg (N, P, B, F, Q, „.“, „?“)",
        key_next: "weiter: die Antwort, dann der nächste Schritt",
        key_previous: "zurück",
        key_ends: "erster und letzter Schritt",
        key_blank: "leerer Bildschirm",
        key_fullscreen: "Vollbild",
        key_code: "QR-Code",
        key_help: "diese Tasten",
        key_escape: "Offenes schließen oder zurück zum Arbeitsplatz",
        left_out: Plural {
            one: "… und ein weiterer Satz", other: "… und {count} weitere Sätze"
        },
    },
};
