// Keeps the page for when there is no network: a service worker, registered by the app itself
// (src/app/host/offline.rs) where it is the whole page and over https.
//
// All files of one version are kept together, and a visit gets all of them from there. A new version is
// fetched beside the old one, and waits until nobody looks at the old one any more or a person asks for it:
// a page never changes under its reader.

// `cargo xtask dist` puts these in: the hash of all files, and their names.
const VERSION = "MASKLAB_VERSION";
const FILES = ["MASKLAB_FILES"];

const PAGE = new URL("./", location).href;
// Another folder of the same server may have a page of its own.
const OURS = `masklab ${PAGE} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => {
  const fetched = async () => {
    const cache = await caches.open(CACHE);
    // What is named by its content may come from where the browser keeps it; the page itself may not.
    const requests = FILES.map((name) => new Request(new URL(name, PAGE), name === "./" ? { cache: "reload" } : {}));
    await cache.addAll(requests);
  };
  event.waitUntil(fetched());
});

addEventListener("activate", (event) => {
  const tidied = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(tidied());
});

addEventListener("message", ({ data }) => {
  if (data === "masklab: take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  // Whatever is asked of the page stands behind its name. The pages beside it are not ours.
  const isPage = [PAGE, `${PAGE}index.html`].includes(url.origin + url.pathname);
  const name = isPage ? PAGE : request.url;
  const answer = async () => (await (await caches.open(CACHE)).match(name, { ignoreVary: true })) ?? fetch(request);
  event.respondWith(answer());
});
