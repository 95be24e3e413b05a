//! German.

use super::{Messages, PageMessages};

pub(super) const MESSAGES: Messages = Messages { page: PageMessages { inner_sum: "innere Summe" } };
