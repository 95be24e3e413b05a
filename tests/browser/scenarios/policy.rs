//! What the page may do, and that the browser holds it to that.

use serde_json::json;

use crate::page::{Page, place};
use crate::probe;
use crate::replay::Replay;
use crate::site::Site;
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

/// Where the server's policy has no room for `WebAssembly`, the example stays, and it is said why it does not
/// answer.
pub(super) async fn the_example_stays_where_wasm_is_refused(page: &Page) {
    let site = Site::refusing_wasm().expect("the page is served");
    page.client.goto(&site.url()).await.expect("the page opens");
    the_example_can_be_read(page).await;
    assert_eq!(page.count("#late a").await, 0, "the page is there already");
    page.go_to("/").await;
}

/// Nothing covers the example, and the reason is named.
pub(super) async fn the_example_can_be_read(page: &Page) {
    eventually("it is said that the program cannot start", async || {
        let said = page.ask("return [document.querySelector('#late:not([hidden])')?.innerText ?? '', document.querySelector('#crash').hidden];", vec![]);
        let said = said.await;
        let text = said[0].as_str().unwrap_or_default();
        if text.contains("WebAssembly") && said[1] == json!(true) { Ok(()) } else { Err(said.to_string()) }
    })
    .await;
    let shown = page.number("log-prob", Some(place(1, 3))).await.text;
    assert_eq!(shown, "−0.3567");
    assert!(page.visible_text().await.contains("brown"));
    assert_eq!(
        page.ask("return document.querySelector('#app').inert;", vec![]).await,
        json!(false)
    );
    let complaints = probe::complaints(page).await;
    let refused = |it: &String| it.contains("script-src") || it.contains("Content Security Policy");
    assert!(complaints.iter().all(refused), "{complaints:?}");
}
