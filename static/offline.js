// Keeps the page for when there is no network, and says when there is a newer one.
//
// Loaded by start.js at last, where the folder has a worker for it (`cargo xtask dist` puts both names into the
// page) and the page is no part of another one. The worker is xtask/src/hosting/worker.js.

const root = document.documentElement;
const { worker, manifest } = document.querySelector('meta[name="masklab-offline"]').dataset;

// Not in the page itself: a browser would fetch it, and the icons, while the first view waits.
document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));

// There is none without encryption, and none where a person forbids it. The page is there all the same.
const { serviceWorker } = navigator;
const registration = await serviceWorker?.register(worker, { updateViaCache: "none" }).catch(() => {});

if (registration) {
  // The app tells the person, now or when it has started.
  const tell = () => {
    root.dataset.newer = "";
    dispatchEvent(new CustomEvent("masklab:newer"));
  };
  const isNewer = () => registration.waiting && serviceWorker.controller;
  const follow = (installing) => installing?.addEventListener("statechange", () => isNewer() && tell());
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  if (isNewer()) tell();

  // A page that stays open for days asks when it is looked at again.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });

  const takeOver = () => registration.waiting?.postMessage("masklab: take over");
  // Its own cache went when another window took the new one.
  addEventListener("masklab:renew", () => {
    if (!registration.waiting) return location.reload();
    serviceWorker.addEventListener("controllerchange", () => location.reload());
    takeOver();
  });
  // What has stopped may be mended in the new one, and there is nothing to be taken from under anybody.
  addEventListener("masklab:panic", takeOver);
}
root.dataset.offline = registration ? "kept" : "not-kept";
