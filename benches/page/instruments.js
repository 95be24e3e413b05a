// Runs before the page's own scripts, and measures in the page what benches/page asks for.
"use strict";
globalThis.instruments = (() => {
  // What the page does in its frames: for each frame, by its time, the milliseconds of its callbacks.
  const request = requestAnimationFrame.bind(globalThis);
  let frames = new Map();
  globalThis.requestAnimationFrame = (work) =>
    request((time) => {
      const begin = performance.now();
      try {
        work(time);
      } finally {
        frames.set(time, (frames.get(time) ?? 0) + performance.now() - begin);
      }
    });
  const frame = () => new Promise((done) => request(done));
  const rest = (time) => new Promise((done) => setTimeout(done, time));

  // The memories of WebAssembly modules.
  const memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...what) => {
      const result = await original(...what);
      const { memory } = (result.instance ?? result).exports;
      if (memory) memories.push(memory);
      return result;
    };
  }

  const long = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) long.push({ startTime, duration });
  }).observe({ type: "longtask" });

  const find = (selector) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`there is no ${selector}`);
    return element;
  };

  // As a hand moves a slider.
  const slide = (slider, value) => {
    slider.value = value;
    slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  // Moves a slider to each of the values, so many times a second, and lets it go. Gives for each frame that
  // shows events how many these are, and the milliseconds of their handlers and of the frame's callbacks.
  async function drag({ selector, values, hertz }) {
    const slider = find(selector);
    frames = new Map();
    await frame();
    const begin = performance.now();
    const events = [];
    for (const [index, value] of values.entries()) {
      const due = begin + (index * 1000) / hertz;
      // The next task, also where it is late.
      await rest(due - performance.now());
      const start = performance.now();
      slide(slider, value);
      events.push({ start, took: performance.now() - start });
    }
    const end = performance.now();
    await frame();
    await frame();
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    const dragged = performance.now();
    // Until what is put off is done.
    await rest(2500);

    const shown = [...frames].map(([time, took]) => ({ time, took, events: 0, handlers: 0 })).sort((a, b) => a.time - b.time);
    for (const event of events) {
      // A frame's time is when it was due, which may be shortly before the event that it shows.
      const frame = shown.find(({ time, took }, index) => time > event.start || index === shown.length - 1);
      frame.events += 1;
      frame.handlers += event.took;
    }
    const during = ({ startTime }) => startTime >= begin && startTime < dragged;
    return {
      took: end - begin,
      frames: shown.filter(({ time }) => time <= dragged).map(({ took, events, handlers }) => ({ took, events, handlers })),
      long: long.filter(during).map(({ duration }) => duration),
      later: long.filter(({ startTime }) => startTime >= dragged).map(({ duration }) => duration),
    };
  }

  // How many elements a selector finds that are seen as a whole without scrolling.
  async function seen({ selector }) {
    const isSeen = (element) => {
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      if (!width || left < 0 || right > innerWidth || top < 0 || bottom > innerHeight) return false;
      return document.elementsFromPoint((left + right) / 2, (top + bottom) / 2).includes(element);
    };
    return [...document.querySelectorAll(selector)].filter(isSeen).length;
  }

  return { drag, seen };
})();
