// Served by the browser tests as the first script of the page (tests/browser/probe.rs). It notes
// whatever a person with the developer tools open would see complained about, from the first moment.
"use strict";
(() => {
  const complaints = [];
  const note = (kind, ...what) => complaints.push(`${kind}: ${what.join(" ")}`);

  // The page has nothing to say on the console, not even good news.
  for (const method of ["debug", "log", "info", "warn", "error", "trace", "assert", "dir", "table"]) {
    const original = console[method].bind(console);
    console[method] = (...what) => {
      if (method !== "assert" || !what[0]) note(`console.${method}`, ...what);
      original(...what);
    };
  }
  // What a browser says when the page around gives a frame another size while that reports its own. It reports
  // the other one with its next picture, and nothing is wrong with either page.
  const isResizedMeanwhile = ({ message }) => parent !== window && message.startsWith("ResizeObserver loop completed");
  // Captured: a script or picture that does not load tells only itself.
  addEventListener("error", (event) => {
    const { target } = event;
    if (target instanceof Element) note("not loaded", target.outerHTML);
    else if (!isResizedMeanwhile(event)) note("error", event.message);
  }, true);
  addEventListener("unhandledrejection", (event) => note("unhandled rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) => {
    note("policy", event.effectiveDirective, "refused", event.blockedURI);
  });

  // A test that asks for it meets a browser that forbids storage, or one in which the whole app does not
  // arrive before it is let go.
  const asked = new URLSearchParams(location.search);
  if (asked.has("nostorage")) {
    const get = () => {
      throw new DOMException("Storage is forbidden by the test", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { get });
  }
  if (asked.has("hold")) {
    const compile = WebAssembly.compileStreaming;
    const released = new Promise((release) => (globalThis.__release = release));
    // The first module starts in another way: when the whole app is compiled, that one lives.
    WebAssembly.compileStreaming = async (source) => {
      document.documentElement.dataset.held = "";
      const compiled = await compile(source);
      await released;
      return compiled;
    };
  }

  // What was noted since the last call.
  globalThis.__probe = { take: () => complaints.splice(0) };
})();
