//! Waiting for a fact instead of for a time.

use std::time::{Duration, Instant};

/// The page answers a gesture within a frame; a browser on a machine that compiles at the same time
/// takes longer. Only a test that fails waits this long.
const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Looks again and again until `look` finds what it looks for, and returns that. Where it never
/// does, fails with what was seen last.
pub(crate) async fn eventually<T>(
    fact: &str,
    mut look: impl AsyncFnMut() -> Result<T, String>,
) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match look().await {
            Ok(found) => return found,
            Err(seen) if Instant::now() > deadline => {
                panic!("not within {PATIENCE:?}: {fact}\nlast seen: {seen}")
            }
            Err(_) => tokio::time::sleep(BETWEEN_LOOKS).await,
        }
    }
}
