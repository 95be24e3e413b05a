//! What can be chosen, by the names that stand in an address.

use crate::core::document::Edit;

/// A choice among a few names.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$of])* $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word for it in an address and in the page.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

choice! {
    /// A part of the page that can be left out.
    Part {
        /// The sentences.
        Dataset = "dataset",
        /// What is predicted at one position.
        Prediction = "prediction",
        /// The objective, written out.
        Equation = "equation",
        /// The plots.
        Plot = "plot",
        /// What the numbers mean for training, and the comparison.
        Training = "training",
        /// The list of examples.
        Examples = "examples",
    }
}

choice! {
    /// Something that may not be changed.
    Locked {
        /// The sentences.
        Text = "text",
        /// Which positions are selected, and what becomes of them.
        Selection = "selection",
        /// What is predicted.
        Prediction = "prediction",
        /// The models and their sources.
        Models = "models",
        /// Training steps.
        Training = "training",
    }
}

choice! {
    /// When the page shows what it computes.
    #[derive(Default)]
    Answers {
        /// At once.
        #[default]
        Shown = "shown",
        /// When it is asked to: a person predicts first.
        Asked = "asked",
    }
}

choice! {
    /// How the page is seen.
    #[derive(Default)]
    Views {
        /// Everything at once, to work with.
        #[default]
        Workspace = "workspace",
        /// One thing after the other, in large type.
        Lecture = "lecture",
    }
}

choice! {
    /// Light or dark.
    #[derive(Default)]
    Theme {
        /// As the system.
        #[default]
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

choice! {
    /// A number of the whole dataset.
    #[derive(Default)]
    Total {
        /// J.
        #[default]
        Objective = "objective",
        /// L = −J.
        Loss = "loss",
        /// The mean that was chosen, and −Σ y log p.
        CrossEntropy = "cross-entropy",
        /// e to the cross-entropy.
        Perplexity = "perplexity",
    }
}

choice! {
    /// A plot.
    #[derive(Default)]
    Plots {
        /// −log p with the terms' points.
        #[default]
        Curve = "curve",
        /// The prediction beside the one-hot target.
        Prediction = "prediction",
        /// The terms as bars, and their sums.
        Terms = "terms",
        /// The loss over the last steps.
        Trace = "trace",
    }
}

choice! {
    /// What is below the equation.
    #[derive(Default)]
    Panel {
        /// What the numbers mean for training.
        #[default]
        Training = "training",
        /// Models side by side.
        Compare = "compare",
    }
}

impl Locked {
    /// What an edit changes. `None` for another document as a whole.
    pub fn of(edit: &Edit) -> Option<Self> {
        Some(match edit {
            Edit::Open(_) => return None,
            Edit::SetText(_)
            | Edit::SetSentence { .. }
            | Edit::InsertText { .. }
            | Edit::Load { .. }
            | Edit::RemoveSentence(_)
            | Edit::DuplicateSentence(_)
            | Edit::MoveSentence { .. } => Self::Text,
            Edit::ToggleMask(_)
            | Edit::Select { .. }
            | Edit::Deselect(_)
            | Edit::SetTarget { .. }
            | Edit::Draw { .. } => Self::Selection,
            Edit::AddModel { .. }
            | Edit::RemoveModel(_)
            | Edit::RenameModel { .. }
            | Edit::SetSource { .. } => Self::Models,
            Edit::Predict { .. } | Edit::BackToModel { .. } => Self::Prediction,
            Edit::Train { .. } => Self::Training,
        })
    }
}
