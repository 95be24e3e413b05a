//! Scripts and style sheets without what only people read: whole lines of comments, and indentation.
//!
//! It knows as little of the languages as that takes. What stands in a line with something else stays, and
//! every line that is left stays a line, so that it means what it meant.

/// The file as a browser needs it, where it is one that comments can be in.
pub(super) fn bare(name: &str, content: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(content).ok()?;
    match super::names::ending(name) {
        "js" | "mjs" => Some(without_comments(text, true).into_bytes()),
        "css" => Some(without_comments(text, false).into_bytes()),
        _ => None,
    }
}

fn without_comments(text: &str, is_script: bool) -> String {
    let mut bare = String::new();
    // In a text between backticks, which can have lines of its own.
    let mut in_template = false;
    let mut in_comment = false;
    for line in text.lines() {
        if in_template {
            bare.push_str(line);
        } else {
            let mut code = line.trim();
            loop {
                if in_comment {
                    let Some((_, after)) = code.split_once("*/") else { break };
                    in_comment = false;
                    code = after.trim_start();
                } else if let Some(after) = code.strip_prefix("/*") {
                    in_comment = true;
                    code = after;
                } else {
                    break;
                }
            }
            if in_comment || code.is_empty() || (is_script && code.starts_with("//")) {
                continue;
            }
            bare.push_str(code);
        }
        bare.push('\n');
        in_template ^= is_script && line.matches('`').count() % 2 == 1;
    }
    bare
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_bare(name: &str, before: &str, after: &str) {
        let content = bare(name, before.as_bytes()).unwrap();
        assert_eq!(std::str::from_utf8(&content).unwrap(), after);
    }

    #[test]
    fn lines_of_comments_and_indentation_go() {
        assert_bare(
            "start.js",
            "// Why.\n\nif (a) {\n  // Then.\n  b(); // and so\n  /** What\n   * it is. */\n  c();\n}\n",
            "if (a) {\nb(); // and so\nc();\n}\n",
        );
        assert_bare(
            "page.css",
            "/* Why.\n   So. */\n  a { b: c }\n/* d */ e { }\n",
            "a { b: c }\ne { }\n",
        );
    }

    #[test]
    fn what_only_looks_like_a_comment_stays() {
        assert_bare(
            "start.js",
            "const a = `\n  // a text\n  `;\n  const b = \"// c\";\n  d = e / f /* g */ / h;\n",
            "const a = `\n  // a text\n  `;\nconst b = \"// c\";\nd = e / f /* g */ / h;\n",
        );
        assert_bare("page.css", "a { b: url(\n//c.svg) }\n", "a { b: url(\n//c.svg) }\n");
    }

    #[test]
    fn other_files_are_left_alone() {
        assert_eq!(bare("index.html", b"<!-- why -->"), None);
        assert_eq!(bare("app.wasm", b"// 1"), None);
        assert_eq!(bare("start.js", b"\xff"), None);
    }
}
