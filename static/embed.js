// A part of another page: what it tells the page around it, and what it hears from there.
//
// Loaded by start.js where the page is in a frame, and ready before any program is: learning platforms
// ask for the state as soon as the frame has loaded. docs/embed.md is the manual.

// The version of the messages, in their field "masklab".
const VERSION = 1;
// The most characters of a state that is taken.
const MOST = 1_000_000;

const host = window.parent;

// What was set before the app was there to take it.
let waiting = null;
let isReady = false;
const observers = new Set();
// Where the page around this one has asked to be told of changes from.
let observer = null;

// The app answers within the event.
function ask(name, detail = {}) {
  dispatchEvent(new CustomEvent(`masklab:${name}`, { detail }));
  return detail;
}

/** The work as a link's fragment, or where that would be too long, as a file. */
function getState() {
  return ask("get-state").state ?? waiting ?? location.hash.slice(1);
}

/** Opens a fragment or a file, as a step that can be taken back. Throws where it is refused. */
function setState(state) {
  if (typeof state !== "string" || state.length > MOST) {
    throw new TypeError(`a state is a text of at most ${MOST} characters, as getState gives it`);
  }
  if (!isReady) {
    waiting = state;
    return;
  }
  const { refusal } = ask("set-state", { state });
  if (refusal) throw new RangeError(refusal);
}

/** Calls back with the state whenever the work has changed and rests. Returns what ends it. */
function observe(event, callback) {
  if (event !== "change" || typeof callback !== "function") {
    throw new TypeError('what can be observed is "change", with a function');
  }
  observers.add(callback);
  return () => observers.delete(callback);
}

/** Promises a plot of the present work: as the text of an SVG file, or as the address of a PNG in itself. */
function exportImage({ plot = "curve", format = "png" } = {}) {
  return new Promise((resolve, reject) => {
    if (!isReady) throw new Error("the page has not started yet: wait for its event \"ready\"");
    const { refusal } = ask("draw", { plot, format, resolve });
    if (refusal) reject(new RangeError(refusal));
  });
}

globalThis.MaskLab = Object.freeze({ version: VERSION, getState, setState, getGrade: getState, observe, exportImage });

addEventListener("masklab:ready", () => {
  isReady = true;
  // What cannot be opened is refused by the app, where a person can read it.
  if (waiting !== null) ask("set-state", { state: waiting });
  waiting = null;
  takeKeys();
  post({ event: "ready" }, "*");
});
addEventListener("masklab:change", () => {
  const state = getState();
  for (const callback of observers) callback(state);
  if (observer) post({ event: "change", state }, observer);
});

// A page without an origin of its own, as a file or a sandbox, can be reached in no other way.
const reach = (origin) => (origin === "null" ? "*" : origin);
const post = (message, origin) => host.postMessage({ masklab: VERSION, ...message }, origin);

const methods = {
  getState: () => ({ state: getState() }),
  setState: ({ state }) => {
    setState(state);
    return {};
  },
  observe: (_, origin) => {
    observer = reach(origin);
    return { state: getState() };
  },
  exportImage: async (asked) => ({ image: await exportImage(asked) }),
};

// When a deck of slides, as reveal.js, comes to this one, its keys are to go through the lecture first.
let isOnSlide = false;
function takeKeys() {
  if (isOnSlide && document.querySelector(".lecture")) focus();
}

addEventListener("message", async ({ source, origin, data }) => {
  if (source !== host) return;
  if (data === "slide:start" || data === "slide:stop") {
    isOnSlide = data === "slide:start";
    takeKeys();
  }
  if (typeof data !== "object" || data === null) return;
  if (data.context === "h5p") {
    if (data.action === "ready") greet();
    if (["hello", "ready", "resize", "resizePrepared"].includes(data.action)) tellHeight(true);
    return;
  }
  if (data.masklab !== VERSION || typeof data.method !== "string" || !Object.hasOwn(methods, data.method)) return;
  // Only what a message can be known by.
  const id = ["string", "number"].includes(typeof data.id) ? { id: data.id } : {};
  let answer;
  try {
    answer = methods[data.method](data, origin);
    if (answer instanceof Promise) answer = await answer;
  } catch (error) {
    answer = { error: error.message };
  }
  post({ ...id, method: data.method, ...answer }, reach(origin));
});

// The height, in the three ways in which pages around frames listen for it: our own, H5P's, and that of
// Canvas and other learning platforms. H5P's own content first lets the frame be made low ("prepareResize"),
// since it measures what may have grown with the frame; the height of this page has not.
let told = 0;
function tellHeight(isAsked, content = document.body.getBoundingClientRect().height) {
  // A frame that is not displayed, as on a slide that is not shown, has no height to tell.
  if (!content) return;
  // What is only for those who listen is one pixel high and stands below all that is seen.
  const height = Math.ceil(content + 1);
  // A pixel more or less may come of the height that the frame was given.
  if (!isAsked && Math.abs(height - told) <= 1) return;
  told = height;
  post({ event: "resize", height }, "*");
  host.postMessage({ context: "h5p", action: "resize", scrollHeight: height, height }, "*");
  host.postMessage(JSON.stringify({ subject: "lti.frameResize", height }), "*");
}

// H5P's resizer answers with "hello", and from then on tells when the window changes. Where it is loaded after
// this page, it says "ready" (to frames with "h5p" in their address).
const greet = () => host.postMessage({ context: "h5p", action: "hello" }, "*");

if ("embed" in document.documentElement.dataset) {
  greet();
  // Not measured once more: while a browser reports sizes, that can change them.
  new ResizeObserver(([{ borderBoxSize: [{ blockSize }] }]) => tellHeight(false, blockSize)).observe(document.body);
}
