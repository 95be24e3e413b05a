//! How long the core takes, natively: `cargo bench --bench core`. BENCHMARKS.md has the figures.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a program that measures stops where its own data are wrong"
)]

use divan::{Bencher, black_box};
use masklab::core::{
    math::Distribution,
    objective::Numbered,
    plot::{self, Frame},
    predict::Source,
};

mod data;

fn main() {
    divan::main();
}

/// One edit of a slider with evaluation, and the drop of the session that was there before.
mod slider {
    use divan::{Bencher, black_box_drop};
    use masklab::core::{
        document::{Document, Session},
        predict::Source,
    };

    use crate::data::{self, LARGE, MOVES, Work};

    const SENTENCES: [usize; 4] = [10, 100, 1_000, LARGE];

    fn each(bencher: Bencher<'_, '_>, document: &Document, moves: usize, each_a_step: bool) {
        let mut work = Work::new(document, data::slider_edits(document, moves), each_a_step);
        bencher.bench_local(|| work.go_on());
    }

    /// Sixty moves of one slider, then of another one somewhere else.
    #[divan::bench(args = SENTENCES, sample_size = 60)]
    fn drag(bencher: Bencher<'_, '_>, sentences: usize) {
        let document = data::set_by_hand(sentences, Source::ByHand);
        each(bencher, &document, MOVES, false);
    }

    /// Each move is of another slider somewhere else, and a step of the history.
    #[divan::bench(args = SENTENCES, sample_size = 60)]
    fn steps_all_over_the_text(bencher: Bencher<'_, '_>, sentences: usize) {
        let document = data::set_by_hand(sentences, Source::ByHand);
        each(bencher, &document, 1, true);
    }

    /// The first drag of each slider: its moves start from what the model says.
    #[divan::bench(args = SENTENCES, sample_size = 60)]
    fn first_drag_of_neighbours(bencher: Bencher<'_, '_>, sentences: usize) {
        let document = data::document(sentences, Source::NEIGHBOURS);
        let session = Session::new(&document);
        let edits = data::slider_edits(&document, 1);
        let mut next = 0;
        bencher.bench_local(|| {
            next = (next + 1) % edits.len();
            black_box_drop(session.apply(&edits[next]).unwrap());
        });
    }

    /// As `drag`, where the neighbours' predictions have been changed by hand before.
    #[divan::bench(args = SENTENCES, sample_size = 60)]
    fn drag_of_neighbours_by_hand(bencher: Bencher<'_, '_>, sentences: usize) {
        let document = data::set_by_hand(sentences, Source::NEIGHBOURS);
        each(bencher, &document, MOVES, false);
    }
}

/// What follows from 10,000 sentences with 20,000 selected positions, all of it anew.
mod evaluation {
    use divan::Bencher;
    use masklab::core::{
        document::{Document, Edit, Evaluation},
        predict::{Counts, Source},
    };

    use crate::data::{self, LARGE, MODEL};

    const SOURCES: [&str; 3] = ["uniform", "unigram", "neighbours"];

    fn source(name: &str) -> Source {
        match name {
            "uniform" => Source::UNIFORM,
            "unigram" => Source::UNIGRAM,
            _ => Source::NEIGHBOURS,
        }
    }

    fn anew(bencher: Bencher<'_, '_>, document: &Document) {
        bencher
            .with_inputs(|| document.clone())
            .bench_local_refs(|document| Evaluation::of(document));
    }

    #[divan::bench]
    fn by_hand_set(bencher: Bencher<'_, '_>) {
        anew(bencher, &data::set_by_hand(LARGE, Source::ByHand));
    }

    #[divan::bench]
    fn by_hand_even(bencher: Bencher<'_, '_>) {
        anew(bencher, &data::document(LARGE, Source::ByHand));
    }

    #[divan::bench(args = SOURCES, sample_count = 30)]
    fn with_counting(bencher: Bencher<'_, '_>, name: &str) {
        anew(bencher, &data::document(LARGE, source(name)));
    }

    /// The tokens of the dataset are counted once for all models, and again where the text changes.
    #[divan::bench(sample_count = 30)]
    fn counting_alone(bencher: Bencher<'_, '_>) {
        let document = data::document(LARGE, Source::ByHand);
        bencher.bench_local(|| {
            let sentences = document.examples().iter();
            Counts::of(sentences.map(|e| e.sentence().tokens().map(|token| Some(token.text))))
        });
    }

    /// As where a model is given another source: the counts are there.
    #[divan::bench(args = SOURCES, sample_count = 30)]
    fn without_counting(bencher: Bencher<'_, '_>, name: &str) {
        let counted = data::document(LARGE, Source::Unigram { alpha: 2.0 });
        let evaluation = Evaluation::of(&counted);
        let document =
            data::applied(&counted, &Edit::SetSource { model: MODEL, source: source(name) });
        bencher.bench_local(|| evaluation.after(&document));
    }
}

/// A text of 2 MB.
mod text_of_2_mb {
    use divan::Bencher;
    use masklab::core::{
        document::{Document, Edit, Session},
        text,
    };

    use crate::data::{self, Script};

    const SCRIPTS: [Script; 3] = [data::LATIN, data::CYRILLIC, data::CHINESE];

    #[divan::bench(args = SCRIPTS, sample_count = 20)]
    fn split(bencher: Bencher<'_, '_>, script: Script) {
        let text = script.large_text();
        bencher.bench_local(|| text::split(&text).unwrap());
    }

    #[divan::bench(sample_count = 20)]
    fn split_one_line(bencher: Bencher<'_, '_>) {
        let text = data::LATIN.large_text().replace('\n', " ");
        bencher.bench_local(|| text::split(&text).unwrap());
    }

    #[divan::bench(sample_count = 20)]
    fn split_one_sentence(bencher: Bencher<'_, '_>) {
        let text = data::LATIN.large_text().replace(['\n', '.'], " ");
        bencher.bench_local(|| text::split(&text).unwrap());
    }

    /// As it is loaded: into a session, with evaluation.
    #[divan::bench(args = SCRIPTS, sample_count = 20)]
    fn load(bencher: Bencher<'_, '_>, script: Script) {
        let session = Session::new(&Document::default());
        let edit = Edit::SetText(script.large_text());
        bencher.bench_local(|| session.apply(&edit).unwrap());
    }

    /// The whole text anew, with one more letter in its middle.
    #[divan::bench(sample_count = 20)]
    fn type_a_letter_by_set_text(bencher: Bencher<'_, '_>) {
        let text = data::LATIN.large_text();
        let session = Session::new(&Document::default());
        let session = session.apply(&Edit::SetText(text[1..].to_owned())).unwrap();
        let (before, behind) = text[1..].split_at(text.len() / 2);
        let edit = Edit::SetText(format!("{before}x{behind}"));
        bencher.bench_local(|| session.apply(&edit).unwrap());
    }

    /// One of its sentences anew, with one more letter.
    #[divan::bench]
    fn type_a_letter_by_set_sentence(bencher: Bencher<'_, '_>) {
        let session = Session::new(&Document::default());
        let text = data::LATIN.large_text();
        let session = session.apply(&Edit::SetText(text[1..].to_owned())).unwrap();
        let sentence = session.document().examples().len() / 2;
        let text = session.document().examples().get(sentence).unwrap().sentence().text();
        let edit = Edit::SetSentence { sentence, text: format!("x{text}") };
        bencher.bench_local(|| session.apply(&edit).unwrap());
    }
}

/// 10,000 sentences with 20,000 predictions set by hand.
mod dataset {
    use divan::Bencher;
    use masklab::core::{
        document::{Document, Edit, Scope, Session},
        predict::Source,
        text::Recipe,
    };

    use crate::data::{self, LARGE};

    fn session() -> Session {
        Session::new(&data::set_by_hand(LARGE, Source::ByHand))
    }

    #[divan::bench(sample_count = 20)]
    fn export_json(bencher: Bencher<'_, '_>) {
        let session = session();
        bencher.bench_local(|| session.document().to_json());
    }

    #[divan::bench(sample_count = 20)]
    fn import_json(bencher: Bencher<'_, '_>) {
        let json = session().document().to_json();
        bencher.bench_local(|| Document::from_json(&json).unwrap());
    }

    /// With evaluation; each draw is of another epoch.
    #[divan::bench(sample_count = 30)]
    fn draw_by_berts_recipe(bencher: Bencher<'_, '_>) {
        let mut session = session();
        let mut epoch = 0;
        bencher.bench_local(|| {
            epoch += 1;
            let (scope, recipe) = (Scope::Dataset, Recipe::BERT);
            session = session.apply(&Edit::Draw { scope, recipe, seed: 1, epoch }).unwrap();
        });
    }

    #[divan::bench]
    fn toggle_a_mask(bencher: Bencher<'_, '_>) {
        let mut session = session();
        let edit = Edit::ToggleMask(data::places(LARGE / 2)[0]);
        bencher.bench_local(|| session = session.apply(&edit).unwrap());
    }

    /// From the first place to the last, and with evaluation of all that moved up.
    #[divan::bench]
    fn move_a_sentence(bencher: Bencher<'_, '_>) {
        let mut session = session();
        let edit = Edit::MoveSentence { from: 0, to: LARGE - 1 };
        bencher.bench_local(|| session = session.apply(&edit).unwrap());
    }

    #[divan::bench]
    fn undo_and_redo_a_slider(bencher: Bencher<'_, '_>) {
        let session = session();
        let edit = data::set(session.document(), data::places(LARGE / 2)[0], 0.123);
        let mut session = session.apply(&edit).unwrap();
        bencher.bench_local(|| session = session.undone().unwrap().redone().unwrap());
    }

    #[divan::bench(sample_count = 30)]
    fn undo_and_redo_a_draw(bencher: Bencher<'_, '_>) {
        let (scope, recipe) = (Scope::Dataset, Recipe::BERT);
        let edit = Edit::Draw { scope, recipe, seed: 1, epoch: 0 };
        let mut session = session().apply(&edit).unwrap();
        bencher.bench_local(|| session = session.undone().unwrap().redone().unwrap());
    }
}

/// The curve of −log p with a point for each term.
#[divan::bench(args = [10, 100, 1_000])]
fn plot_of_sentences(bencher: Bencher<'_, '_>, sentences: usize) {
    let document = data::set_by_hand(sentences, Source::ByHand);
    let report = document.report();
    let terms = Numbered::all(report.terms());
    let frame = Frame::new(640, 360);
    bencher.bench_local(|| plot::loss_curve(black_box(&terms), 0, frame));
}

/// What a slider draws anew beside that: the prediction of its position.
#[divan::bench(args = [3, 40, 1_000])]
fn plot_of_candidates(bencher: Bencher<'_, '_>, candidates: u32) {
    let words = (0..candidates).map(|index| format!("word {index}").into());
    let prediction = Distribution::evenly(words).unwrap();
    let frame = Frame::new(480, plot::height_for_rows(40));
    bencher.bench_local(|| plot::prediction_bars(black_box(&prediction), Some("word 2"), frame));
}
