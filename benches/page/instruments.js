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
    // A long task is told of in a task of its own.
    await rest(20);

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
    };
  }

  // Moves a slider once, or leaves it where it is, and waits until that is shown.
  async function step(selector, value) {
    if (value !== null) slide(find(selector), value);
    await frame();
    await frame();
  }

  // The long tasks of the next milliseconds.
  async function wait({ time }) {
    const begin = performance.now();
    await rest(time);
    return long.filter(({ startTime }) => startTime >= begin).map(({ duration }) => duration);
  }

  // The page as it stands, to be shown again without its scripts: what is in its elements, and what a person
  // has put into its fields.
  const fields = () => [...document.querySelectorAll("input, select, textarea")];
  async function copy() {
    const root = document.documentElement.cloneNode(true);
    // What is fetched for the scripts, and the policy, which counts for the page that has them.
    for (const element of root.querySelectorAll('script, link:not([rel="stylesheet"]), meta[http-equiv]')) element.remove();
    return {
      attributes: Object.fromEntries([...root.attributes].map(({ name, value }) => [name, value])),
      html: root.innerHTML,
      fields: fields().map(({ value, checked, type }) => ({ value: type === "file" ? null : value, checked: checked ?? null })),
    };
  }
  async function paste({ attributes, html, fields: kept }) {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
    root.innerHTML = html;
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
    await Promise.all(sheets.map((sheet) => sheet.sheet ?? new Promise((done) => sheet.addEventListener("load", done))));
    for (const [index, field] of fields().entries()) {
      const { value, checked } = kept[index];
      if (value !== null) field.value = value;
      if (checked !== null) field.checked = checked;
    }
    await frame();
  }

  // Edits of many kinds, as a person makes them: so many rounds, each of which ends with a frame. Gives how many
  // edits these were.
  async function edit({ rounds, from }) {
    let count = 0;
    const click = (selector) => {
      find(selector).click();
      count += 1;
    };
    const row = (number, rest) => `.candidate:nth-child(${number}) ${rest}`;
    const sliders = [1, 2].map((number) => row(number, "input[type=range]"));
    for (let round = from; round < from + rounds; round += 1) {
      // Two sliders in turns: moves of one that come within a frame are one edit.
      for (let move = 0; move < 10; move += 1) {
        slide(find(sliders[move % 2]), String(((round * 37 + move * 11) % 89) / 100 + 0.05));
        count += 1;
      }
      find(sliders[1]).dispatchEvent(new Event("change", { bubbles: true }));
      click(row(1, "data + button.step"));
      click(row(2, "button.step"));
      const field = find(row(1, "input[type=text]"));
      field.value = String(((round * 53) % 97) / 100 + 0.01);
      field.dispatchEvent(new Event("change", { bubbles: true }));
      count += 1;
      click(row(2, "button.lock"));
      click(row(2, "button.lock"));
      click("#training .steps button:not(.quiet)");
      const chips = document.querySelectorAll('.chip[aria-pressed="false"]');
      chips[round % chips.length].click();
      count += 1;
      click("header .buttons button.quiet:not([disabled])");
      click("#training .steps button.quiet");
      await frame();
      frames.clear();
      long.length = 0;
    }
    return count;
  }

  // The bytes of the memories of WebAssembly modules.
  const sizes = async () => memories.map(({ buffer }) => buffer.byteLength);

  // Everything that can be read of the app, in order: texts, attributes, and what stands in fields.
  async function read() {
    const seen = [];
    const look = (node, path) => {
      if (node.nodeType === Node.TEXT_NODE) {
        // Neighbouring texts are one in a copy.
        const last = seen.at(-1);
        if (node.previousSibling?.nodeType === Node.TEXT_NODE && last?.[1] === "text") last[2] += node.data;
        else if (node.data) seen.push([path, "text", node.data]);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || node.id === "said") return;
      const here = `${path} ${node.tagName.toLowerCase()}${node.dataset?.quantity ? `[${node.dataset.quantity}]` : ""}`;
      const isField = node.matches("input, select, textarea");
      for (const { name, value } of [...node.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (!isField || name !== "value") seen.push([here, name, value]);
      }
      if (isField && node.type !== "file") seen.push([here, "value", node.value]);
      for (const child of node.childNodes) look(child, here);
    };
    look(find("#app"), "");
    return seen;
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

  return { edit, sizes, drag, step, wait, seen, copy, paste, read };
})();
