//! English, the model for every other language.

use super::{Messages, PageMessages};

pub(super) const MESSAGES: Messages = Messages { page: PageMessages { inner_sum: "inner sum" } };
