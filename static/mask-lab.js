// <mask-lab>: MaskLab as a part of any page, by one tag.
//
// Our own page does not load this. A teacher's page does, as a module from beside our page, and has that
// page in a frame wherever the tag stands. docs/embed.md is the manual, docs/embed/element.html an example.
//
// The frame is in a shadow tree. So the children of the tag, which are there for browsers without scripts,
// need not be touched; the style sheet of the page around does not reach the frame by chance, and what it
// says of `mask-lab` itself goes before the rule below. It is an open one: nothing in it is a secret.

// The version of the messages, in their field "masklab" (see embed.js).
const VERSION = 1;
const PAGE = new URL("./", import.meta.url);
const TITLE = "MaskLab: the masked-language-modelling objective";

// The attributes that are settings of the address: all of src/core/setup but `embed`, which is always 1.
const SETTINGS = ["preset", "hide", "lock", "view", "step", "answers", "theme", "lang", "unit", "reduction", "scale", "total", "plot", "panel"];

// Heights in pixels: before the frame has told its own, and those which are taken for one.
const HEIGHT = 560;
const isHeight = (height) => Number.isFinite(height) && height >= 40 && height <= 20_000;

// Not a <style>, which the content policy of the page around may forbid.
const rules = new CSSStyleSheet();
rules.replaceSync(":host { display: block } :host([hidden]) { display: none } iframe { display: block; width: 100%; border: 0 }");

let calls = 0;

/**
 * Attributes: `src` (a link to the work, of which what is behind the # counts, and what is behind the ? where
 * no attribute says otherwise), the settings of docs/links.md, `title`, and `height` in pixels, until the frame
 * has told its own. Event: `change`, with `detail.state`.
 */
class MaskLab extends HTMLElement {
  static observedAttributes = ["src", "title", "height", ...SETTINGS];

  #frame = null;
  // What the attributes said when the frame was opened or was told last.
  #opened = null;
  // Where the frame answers from; nothing before its program is there.
  #origin = null;
  // What the frame has told last.
  #state = null;
  // Questions without an answer, by their number. They wait for the program in the frame.
  #asked = new Map();
  #isDue = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [rules];
  }

  connectedCallback() {
    // Set before this script was there.
    const early = Object.getOwnPropertyDescriptor(this, "state");
    delete this.state;
    addEventListener("message", this);
    this.#update();
    if (early) this.state = early.value;
  }

  disconnectedCallback() {
    removeEventListener("message", this);
    this.#frame?.remove();
    this.#frame = this.#origin = null;
    for (const { reject } of this.#asked.values()) reject(new DOMException("<mask-lab> was removed", "AbortError"));
    this.#asked.clear();
  }

  attributeChangedCallback() {
    // Several may be set one after the other.
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.#update();
    });
  }

  /** The work as the frame has told it last, as a link's fragment or a file; null before it has. */
  get state() {
    return this.#state;
  }

  set state(state) {
    this.setState(state).catch((error) => error.name === "AbortError" || reportError(error));
  }

  /** Promises the work as it is now. */
  async getState() {
    const { state } = await this.#ask("getState");
    this.#state = state;
    return state;
  }

  /** Opens a fragment or a file, as a step that can be taken back. Rejects with the reason where it is refused. */
  async setState(state) {
    await this.#ask("setState", { state });
  }

  #ask(method, rest = {}) {
    return new Promise((resolve, reject) => {
      calls += 1;
      const message = { masklab: VERSION, method, id: calls, ...rest };
      this.#asked.set(calls, { message, resolve, reject });
      // Somebody waits: also where the frame is far from being seen.
      if (this.#frame) this.#frame.loading = "eager";
      if (this.#origin) this.#post(message);
    });
  }

  #post(message) {
    this.#frame.contentWindow.postMessage(message, this.#origin);
  }

  handleEvent({ source, origin, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.masklab !== VERSION) return;
    const { event, id, method, state, height } = data;
    if (event === "ready") {
      // Whenever it starts, also anew. A page in a sandbox without an origin can be reached in no other way.
      this.#origin = origin === "null" ? "*" : origin;
      for (const { message } of this.#asked.values()) this.#post(message);
      this.#post({ masklab: VERSION, method: "observe" });
    } else if (event === "resize" && isHeight(height)) {
      this.#frame.style.height = `${height}px`;
    } else if (event === "change" && typeof state === "string") {
      this.#state = state;
      this.dispatchEvent(new CustomEvent("change", { bubbles: true, detail: { state } }));
    } else if (method === "observe" && typeof state === "string") {
      this.#state = state;
    } else if (this.#asked.has(id)) {
      const { resolve, reject } = this.#asked.get(id);
      this.#asked.delete(id);
      if (data.error === undefined) resolve(data);
      else reject(new RangeError(data.error));
    }
  }

  // What the attributes say now, as an address.
  #written() {
    const src = this.getAttribute("src") ?? "";
    const address = new URL(URL.canParse(src, PAGE) ? src : "", PAGE);
    const { searchParams, hash } = address;
    const wanted = new URL(PAGE);
    wanted.searchParams.set("embed", "1");
    for (const name of SETTINGS) {
      const value = this.getAttribute(name) ?? searchParams.get(name);
      if (value !== null) wanted.searchParams.set(name, value);
    }
    wanted.hash = hash;
    return wanted;
  }

  #update() {
    const before = this.#opened;
    const now = this.#written();
    this.#opened = now;
    const preset = (address) => address.searchParams.get("preset");
    const isOtherWork = before && (before.hash !== now.hash || preset(before) !== preset(now));
    if (isOtherWork) this.#state = null;
    if (!this.#frame || before.search !== now.search || (isOtherWork && !now.hash)) this.#open(now);
    // The same page with other work: no need to load it again.
    else if (isOtherWork) this.state = now.hash.slice(1);
    this.#frame.title = this.title || TITLE;
  }

  // A new frame, and not another address in the old one: messages from there are no answers from here.
  #open(address) {
    const frame = document.createElement("iframe");
    const height = Number.parseFloat(this.getAttribute("height"));
    // In place of another frame, it has that one's height: else the page around would jump twice.
    frame.style.height = this.#frame?.style.height || `${isHeight(height) ? height : HEIGHT}px`;
    frame.allow = "fullscreen; clipboard-write";
    frame.loading = this.#asked.size ? "eager" : "lazy";
    // What a person has done is not lost when a setting changes.
    const kept = this.#state;
    const isLink = kept?.startsWith("v=");
    if (isLink) address = Object.assign(new URL(address), { hash: kept });
    frame.src = address;
    this.#frame?.remove();
    this.#frame = frame;
    this.#origin = null;
    this.shadowRoot.append(frame);
    if (kept && !isLink) this.state = kept;
  }
}

// Two copies of this script on one page are one too many, but no mistake.
if (!customElements.get("mask-lab")) customElements.define("mask-lab", MaskLab);
