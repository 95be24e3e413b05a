// Keeps the page for when there is no network: a service worker, registered by static/offline.js where the
// page is no part of another one.
//
// All files of one version are kept together, and a visit gets all of them from there. A new version is
// fetched beside the old one, and waits until nobody looks at the old one any more or a person asks for it:
// a page never changes under its reader.

// `cargo xtask dist` puts these in: the hash of all files, and the names of all but the page itself.
const VERSION = "MASKLAB_VERSION";
const FILES = ["MASKLAB_FILES"];
// Those which the page names. One that does not is of another version: an upload takes a while to be everywhere.
const NAMED = ["MASKLAB_NAMED"];

const PAGE = new URL("./", location).href;
// Another folder of the same server may have a page of its own.
const OURS = `masklab ${PAGE} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => {
  const fetched = async () => {
    // All of it, before any of it is kept.
    const files = await Promise.all([page(), ...FILES.map(file)]);
    const cache = await caches.open(CACHE);
    await Promise.all(files.map(([address, response]) => cache.put(address, response)));
  };
  event.waitUntil(fetched());
});

// What is named by its content may come from where the browser keeps it.
async function file(name) {
  const address = new URL(name, PAGE).href;
  const response = await fetch(address);
  // Some hosts have a page for what they do not have.
  if (!response.ok || isPage(response)) throw new Error(`${name} is not there`);
  return [address, response];
}

// The page itself may not. Some hosts know it by the folder's name, and some by its own.
async function page() {
  for (const name of ["./", "./index.html"]) {
    const response = await fetch(new URL(name, PAGE), { cache: "reload" });
    if (!response.ok || !isPage(response)) continue;
    const text = await response.text();
    if (!NAMED.every((name) => text.includes(name))) continue;
    // A new one, since browsers do not open what they were redirected to.
    const headers = ["Content-Type", "Content-Security-Policy"].filter((name) => response.headers.has(name));
    return [PAGE, new Response(text, { headers: headers.map((name) => [name, response.headers.get(name)]) })];
  }
  throw new Error("the page of this version is not there");
}

const isPage = (response) => response.headers.get("Content-Type")?.startsWith("text/html");

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
  const isOurs = [PAGE, `${PAGE}index.html`].includes(url.origin + url.pathname);
  const name = isOurs ? PAGE : request.url;
  const answer = async () => (await (await caches.open(CACHE)).match(name, { ignoreVary: true })) ?? fetch(request);
  event.respondWith(answer());
});
