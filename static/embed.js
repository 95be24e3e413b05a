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

globalThis.MaskLab = Object.freeze({ version: VERSION, getState, setState, getGrade: getState, observe });

addEventListener("masklab:ready", () => {
  isReady = true;
  // What cannot be opened is refused by the app, where a person can read it.
  if (waiting !== null) ask("set-state", { state: waiting });
  waiting = null;
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
};

addEventListener("message", ({ source, origin, data }) => {
  if (source !== host || typeof data !== "object" || data === null) return;
  if (data.context === "h5p") {
    if (data.action === "hello" || data.action === "resize") tellHeight(true);
    return;
  }
  if (data.masklab !== VERSION || typeof data.method !== "string" || !Object.hasOwn(methods, data.method)) return;
  // Only what a message can be known by.
  const id = ["string", "number"].includes(typeof data.id) ? { id: data.id } : {};
  let answer;
  try {
    answer = methods[data.method](data, origin);
  } catch (error) {
    answer = { error: error.message };
  }
  post({ ...id, method: data.method, ...answer }, reach(origin));
});

// The height, in the three ways in which pages around frames listen for it: our own, H5P's, and that of
// Canvas and other learning platforms.
let told = 0;
function tellHeight(isAsked) {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // A pixel more or less may come of the height that the frame was given.
  if (!isAsked && Math.abs(height - told) <= 1) return;
  told = height;
  post({ event: "resize", height }, "*");
  host.postMessage({ context: "h5p", action: "resize", scrollHeight: height, height }, "*");
  host.postMessage(JSON.stringify({ subject: "lti.frameResize", height }), "*");
}

if ("embed" in document.documentElement.dataset) {
  host.postMessage({ context: "h5p", action: "hello" }, "*");
  new ResizeObserver(() => tellHeight(false)).observe(document.body);
}
