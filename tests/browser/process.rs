//! Programs that end with the tests: whatever a driver has started is killed with it, also when the
//! tests are interrupted or killed themselves.
//!
//! A browser is a dozen processes, and no driver ends all of them on every road out. So each program
//! runs in a process group of its own, under a shell that reads from a pipe which this process holds
//! open: when the pipe closes, for whatever reason, the shell kills the group.

use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

const UNTIL_THE_PIPE_CLOSES: &str = r#""$@" & read -r _; kill -KILL 0"#;

/// A running program with all its children; dropping it kills them.
#[derive(Debug)]
pub(crate) struct Supervised {
    shell: Child,
}

impl Supervised {
    /// Starts the program with its messages going to the file `log`.
    pub(crate) fn start(
        program: &Path,
        arguments: &[String],
        environment: &[(&str, String)],
        log: &Path,
    ) -> io::Result<Self> {
        let messages = File::create(log)?;
        let shell = Command::new("sh")
            .args(["-c", UNTIL_THE_PIPE_CLOSES, "sh"])
            .arg(program)
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(messages.try_clone()?)
            .stderr(messages)
            .process_group(0)
            .spawn()?;
        Ok(Self { shell })
    }
}

impl Drop for Supervised {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // The shell kills itself with its group: that it was killed is what is expected.
        let _killed = self.shell.wait();
    }
}

/// A folder for profiles and logs that is removed in the end.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str) -> io::Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("masklab-{name}-{}-{count}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A file that a dying browser still writes may stay in the system's temporary folder.
        let _left_over = std::fs::remove_dir_all(&self.0);
    }
}
