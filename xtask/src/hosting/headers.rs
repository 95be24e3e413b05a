//! What a server says of each file, in the words of three kinds of servers.
//!
//! Files named by their content may be kept for ever; the others are asked for again, which costs an answer
//! of a few bytes where they have not changed. Any page may fetch any file: a frame in a sandbox without an
//! origin is another page to its own files.

use std::fmt::Write as _;

use super::names::is_by_content;
use crate::server::media_type;

/// The name of the file with the headers for Netlify and Cloudflare Pages. Our own server reads it, too.
pub const HEADERS: &str = "_headers";

/// Kept for a year, which is as long as anything is.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Kept, but not used without asking whether there is another one.
const ASK: &str = "no-cache";

/// For every file.
const COMMON: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// Endings of the files, for whom a server's own table of media types may lack one.
const ENDINGS: [&str; 7] = ["css", "html", "js", "png", "svg", "wasm", "webmanifest"];

fn cache(name: &str) -> &'static str {
    if is_by_content(name) { FOR_EVER } else { ASK }
}

/// Whether a content policy means something to a file: to a page, and to a script that works by itself.
fn has_policy(name: &str) -> bool {
    name == "index.html" || name == super::WORKER
}

/// `_headers` of Netlify and Cloudflare Pages, for a site that is the page. Where several of its rules meet in
/// a file, both hosts put the values of one header together: so none is in two that do.
pub(super) fn netlify(names: &[&str], policy: &str) -> String {
    let mut text = "/*\n".to_owned();
    for (header, value) in COMMON {
        let _ = writeln!(text, "  {header}: {value}");
    }
    for name in names {
        let mut paths = vec![format!("/{name}")];
        // Cloudflare Pages knows index.html by the folder's name only.
        if *name == "index.html" {
            paths.push("/".to_owned());
        }
        for path in paths {
            let _ = writeln!(text, "{path}");
            let _ = writeln!(text, "  Cache-Control: {}", cache(name));
            let _ = writeln!(text, "  Content-Type: {}", media_type(name));
            if has_policy(name) {
                let _ = writeln!(text, "  Content-Security-Policy: {policy}");
            }
        }
    }
    text
}

fn type_and_charset(ending: &str) -> (&'static str, &'static str) {
    let media_type = media_type(&format!("a.{ending}"));
    media_type.split_once("; charset=").unwrap_or((media_type, ""))
}

/// Two pieces of nginx's configuration, for a folder of any site.
pub(super) fn nginx(policy: &str) -> String {
    let mut types = String::new();
    for ending in ENDINGS {
        let (media_type, _charset) = type_and_charset(ending);
        let _ = writeln!(types, "#         {media_type} {ending};");
    }
    let mut common = String::new();
    for (header, value) in COMMON {
        let _ = writeln!(common, "#     add_header {header} \"{value}\" always;");
    }
    format!(
        "\
# MaskLab on nginx. This file stands inside of http {{ }}: `include /etc/nginx/masklab.conf;`, or put it into
# /etc/nginx/conf.d. What is commented out at its end goes into the server {{ }} of your site.

map $uri $masklab_cache {{
    default \"{ASK}\";
    \"~-[0-9a-f]{{16}}\\.[a-z]+$\" \"{FOR_EVER}\";
}}

map $uri $masklab_policy {{
    default \"\"; # no header
    \"~/(index\\.html|{worker})?$\" \"{policy}\";
}}

# location /masklab/ {{
#     root /var/www; # the page is in /var/www/masklab
#     index index.html;
#     gzip_static on;
#     gzip_vary on;
#     # brotli_static on; # needs the module ngx_brotli
#     types {{
{types}\
#     }}
#     charset utf-8;
#     charset_types text/css text/javascript image/svg+xml application/manifest+json;
{common}\
#     add_header Cache-Control $masklab_cache always;
#     add_header Content-Security-Policy $masklab_policy always;
# }}
",
        worker = super::WORKER.replace('.', "\\."),
    )
}

/// `.htaccess` of Apache, which takes it from the folder itself where the site allows that.
pub(super) fn apache(policy: &str) -> String {
    let mut types = String::new();
    for ending in ENDINGS {
        let (media_type, charset) = type_and_charset(ending);
        let _ = writeln!(types, "AddType {media_type} .{ending}");
        if !charset.is_empty() {
            let _ = writeln!(types, "AddCharset {charset} .{ending}");
        }
    }
    let mut common = String::new();
    for (header, value) in COMMON {
        let _ = writeln!(common, "  Header always set {header} \"{value}\"");
    }
    format!(
        "\
# MaskLab on Apache. Needs `AllowOverride FileInfo Indexes` for this folder, and the modules headers, mime,
# dir and rewrite; without headers and rewrite, the page works and is slower.

DirectoryIndex index.html
{types}\
# A compressed file is of the type of what is in it.
RemoveType .gz .br
AddEncoding gzip .gz
AddEncoding br .br

<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
  RewriteCond %{{REQUEST_FILENAME}}.br -s
  RewriteRule ^(.+)$ $1.br [L,E=no-gzip:1,E=no-brotli:1]
  RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
  RewriteCond %{{REQUEST_FILENAME}}.gz -s
  RewriteRule ^(.+)$ $1.gz [L,E=no-gzip:1,E=no-brotli:1]
</IfModule>

<IfModule mod_headers.c>
{common}\
  Header append Vary Accept-Encoding
  Header always set Cache-Control \"{ASK}\"
  <FilesMatch \"-[0-9a-f]{{16}}\\.[a-z]+(\\.(br|gz))?$\">
    Header always set Cache-Control \"{FOR_EVER}\"
  </FilesMatch>
  <FilesMatch \"^(index\\.html|{worker})(\\.(br|gz))?$\">
    Header always set Content-Security-Policy \"{policy}\"
  </FilesMatch>
</IfModule>
",
        worker = super::WORKER.replace('.', "\\."),
    )
}

/// A header of some files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// A path from the root, or the beginning of one with `*` behind it.
    path: String,
    pub(crate) name: String,
    pub(crate) value: String,
}

impl Rule {
    /// Whether it holds for a path from the root.
    pub(crate) fn is_for(&self, path: &str) -> bool {
        self.path.strip_suffix('*').map_or(path == self.path, |start| path.starts_with(start))
    }
}

/// The rules of a `_headers` file; what is neither a path nor a header of one is passed over.
pub(crate) fn rules(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut path = "";
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        if !line.starts_with([' ', '\t']) {
            path = line.trim();
        } else if let Some((name, value)) = line.split_once(':') {
            let (name, value) = (name.trim().to_owned(), value.trim().to_owned());
            rules.push(Rule { path: path.to_owned(), name, value });
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "default-src 'none'; script-src 'self'";
    const NAMES: [&str; 4] =
        ["index.html", "masklab_bg-0123456789abcdef.wasm", "mask-lab.js", super::super::WORKER];

    /// What our own server says of a path, where each header stands once.
    #[track_caller]
    fn said(path: &str) -> Vec<(String, String)> {
        let rules = rules(&netlify(&NAMES, POLICY));
        let said: Vec<_> = rules
            .into_iter()
            .filter(|rule| rule.is_for(path))
            .map(|rule| (rule.name, rule.value))
            .collect();
        let mut names: Vec<_> = said.iter().map(|(name, _)| name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), said.len(), "{path}: {said:?}");
        said
    }

    #[track_caller]
    fn assert_said(path: &str, name: &str, value: Option<&str>) {
        let said = said(path);
        let found = said.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        assert_eq!(found, value, "{path}: {name}");
    }

    #[test]
    fn only_what_is_named_by_its_content_is_kept() {
        assert_said("/masklab_bg-0123456789abcdef.wasm", "Cache-Control", Some(FOR_EVER));
        for path in ["/", "/index.html", "/mask-lab.js", "/worker.js"] {
            assert_said(path, "Cache-Control", Some(ASK));
        }
    }

    #[test]
    fn a_program_is_of_its_type_and_anyone_may_fetch_it() {
        let program = "/masklab_bg-0123456789abcdef.wasm";
        assert_said(program, "Content-Type", Some("application/wasm"));
        assert_said(program, "Access-Control-Allow-Origin", Some("*"));
        assert_said("/of-a-neighbour.png", "Access-Control-Allow-Origin", Some("*"));
    }

    #[test]
    fn the_policy_is_with_what_it_means_something_to() {
        for path in ["/", "/index.html", "/worker.js"] {
            assert_said(path, "Content-Security-Policy", Some(POLICY));
        }
        assert_said("/mask-lab.js", "Content-Security-Policy", None);
    }

    #[test]
    fn a_comment_is_no_rule() {
        assert_eq!(
            rules("# all\n/*\n  # one\n  A: b: c\n"),
            [Rule { path: "/*".to_owned(), name: "A".to_owned(), value: "b: c".to_owned() }]
        );
    }
}
