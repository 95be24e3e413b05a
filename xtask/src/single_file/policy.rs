//! The content policy of the single file: that of the page, in which each `'self'`, which means the files
//! beside it, gives way to what the file has inside.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest as _, Sha256};

/// Sources that are no place outside.
const INSIDE: [&str; 4] = ["'none'", "'wasm-unsafe-eval'", "data:", "blob:"];

/// The policy of a file with one script and one style sheet, made of the policy of the page; an error where
/// that allows something more than its own files.
pub(super) fn of_file(page: &str, script: &str, style: &str) -> Result<String, String> {
    let mut directives = Vec::new();
    for directive in page.split(';').map(str::trim).filter(|directive| !directive.is_empty()) {
        let mut words = directive.split_ascii_whitespace();
        let name = words.next().unwrap_or_default();
        let mut allowed = Vec::new();
        for source in words {
            match (source, name) {
                ("'self'", "script-src") => allowed.push(hash(script)),
                ("'self'", "style-src") => allowed.push(hash(style)),
                // The preview of a frame shows the file itself.
                ("'self'", "frame-src") => allowed.push(source.to_owned()),
                ("'self'", _) => {}
                (source, _) if INSIDE.contains(&source) => allowed.push(source.to_owned()),
                _ => return Err(format!("its content policy allows {source} in {name}")),
            }
        }
        if allowed.is_empty() {
            allowed.push("'none'".to_owned());
        }
        directives.push(format!("{name} {}", allowed.join(" ")));
    }
    if !directives.iter().any(|directive| directive == "default-src 'none'") {
        return Err("its content policy has no default-src 'none'".to_owned());
    }
    Ok(directives.join("; "))
}

/// The source that allows a script or a style sheet with this text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    #[test]
    fn what_is_beside_the_page_gives_way_to_what_is_in_the_file() {
        let page = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                    img-src 'self' data:; connect-src 'self'; frame-src 'self'";
        // printf alert | openssl dgst -sha256 -binary | base64
        let script = "'sha256-35BQWN1npAn++BSA6B5HNlcrDttNf7mHxpXNB+Jg7IE='";
        let style = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert_eq!(
            of_file(page, "alert", "").unwrap(),
            format!(
                "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; \
                 img-src data:; connect-src 'none'; frame-src 'self'"
            )
        );
    }

    #[test]
    fn a_policy_that_allows_more_is_refused() {
        for (policy, part) in [
            ("default-src 'none'; img-src https://example.org", "https://example.org in img-src"),
            ("default-src 'none'; script-src 'unsafe-inline'", "'unsafe-inline'"),
            ("default-src 'none'; connect-src *", "*"),
            ("script-src 'self'", "default-src"),
            ("", "default-src"),
        ] {
            let refusal = of_file(policy, "", "").unwrap_err();
            assert!(refusal.contains(part), "{policy}: {refusal}");
        }
    }
}
