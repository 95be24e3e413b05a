//! What the page may do, and that the browser holds it to that.

use serde_json::json;

use crate::page::Page;
use crate::probe;
use crate::replay::Replay;
use crate::wait::eventually;

/// The policy is in the page as it is served, and nothing in the page needs an exception.
pub(super) async fn carries_its_content_policy(page: &Page) {
    let policy: String = page
        .read(
            "return document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]')?.content ?? '';",
            vec![],
        )
        .await;
    let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    for directive in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
    ] {
        assert!(directives.contains(&directive), "{directive} in: {policy}");
    }

    let inline = page
        .client
        .execute_async(
            "const [done] = arguments;
            const inline = (root) => [...root.querySelectorAll('*')].filter((element) =>
                element.matches('script:not([src]), style, [style]')
                || [...element.attributes].some((attribute) => attribute.name.startsWith('on')));
            const list = (root) => inline(root).map((element) => element.outerHTML);
            fetch('./').then((answer) => answer.text()).then((html) => {
                const served = new DOMParser().parseFromString(html, 'text/html');
                done([list(served), list(document)]);
            });",
            vec![],
        )
        .await
        .expect("the page can read itself");
    assert_eq!(inline, json!([[], []]), "inline scripts and styles, as served and as it runs");
}

/// A script that finds its way into the page does not run.
pub(super) async fn refuses_an_inline_script(page: &Page) {
    let ran = page
        .ask(
            "const script = document.createElement('script');
            script.textContent = 'window.__ran = true;';
            document.head.append(script);
            script.remove();
            return window.__ran ?? false;",
            vec![],
        )
        .await;
    assert_eq!(ran, json!(false), "the browser refuses inline scripts");

    let mut complaints = Vec::new();
    eventually("the refusal is noted", async || {
        complaints.extend(probe::complaints(page).await);
        if complaints.iter().any(|complaint| complaint.starts_with("policy:")) {
            Ok(())
        } else {
            Err(format!("{complaints:?}"))
        }
    })
    .await;
    for complaint in &complaints {
        assert!(
            complaint.starts_with("policy: script-src")
                || complaint.contains("Content Security Policy"),
            "{complaint}"
        );
    }
    Replay::from_the_start(page).await;
}
