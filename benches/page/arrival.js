// Runs before the page's own scripts, and looks in each frame at how far a page has come that is being loaded.
"use strict";
globalThis.arrival = (() => {
  // What is known of each page: the texts of its example, the slider that is tried, between which values, and
  // whether the page shows what follows from one of them.
  const PAGES = [
    {
      texts: ["#dataset .chip:last-child", ".candidate[data-target]", 'data[data-quantity="loss"]'],
      slider: ".candidate[data-target] input[type=range]",
      values: [0.6, 0.65],
      shows: (value) => Math.abs(Number(document.querySelector('data[data-quantity="loss"]').value) + Math.log(value)) < 1e-9,
      isWhole: () => document.documentElement.hasAttribute("data-whole"),
    },
    {
      // TensorFlow Playground.
      texts: ["header h1", "#loss-test"],
      slider: "#percTrainData",
      values: [40, 60],
      shows: (value) => Number(document.querySelector("label[for=percTrainData] .value").textContent) === value,
      isWhole: () => true,
    },
  ];

  const isSeen = (selector) => {
    const element = document.querySelector(selector);
    if (!element?.textContent.trim()) return false;
    const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };

  // The time when this frame is on its way to the screen: what is posted in a frame comes after it.
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });

  const times = { readable: null, answer: null, whole: null };
  const note = (name) => {
    times[name] = NaN;
    painted().then((time) => (times[name] = time));
  };

  // A hand that begins to move the slider as soon as it is there, once in each frame, and looks whether the
  // number follows.
  let moves = 0;
  let set = null;
  function tryOut(page) {
    const slider = document.querySelector(page.slider);
    if (!slider || slider.matches("[inert] *")) return;
    if (set !== null && page.shows(set)) {
      note("answer");
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    slider.value = page.values[moves % page.values.length];
    moves += 1;
    set = Number(slider.value);
    slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  // What has come over the wire.
  const arrived = () =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ name }) => name.startsWith(location.origin + "/"))
      .map(({ name, startTime, responseEnd, encodedBodySize, decodedBodySize }) => ({ name, startTime, responseEnd, encodedBodySize, decodedBodySize }));

  // In milliseconds. A page takes some seconds.
  const TOO_LONG = 120_000;
  let finish, fail;
  const done = new Promise((resolve, reject) => ([finish, fail] = [resolve, reject]));
  function look() {
    const page = PAGES.find(({ slider }) => document.querySelector(slider));
    if (page) {
      // At first a page has no style, and what there is of it is not where it will be.
      if (times.readable === null && page.texts.every(isSeen)) note("readable");
      if (times.readable !== null && times.answer === null) tryOut(page);
      if (times.answer !== null && times.whole === null && page.isWhole()) note("whole");
    }
    const isOver = Object.values(times).every((time) => time !== null && !Number.isNaN(time));
    const [{ loadEventEnd }] = performance.getEntriesByType("navigation");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    if (isOver && loadEventEnd > 0 && paint) {
      finish({ ...times, paint: paint.startTime, load: loadEventEnd });
    } else if (performance.now() > TOO_LONG) {
      const missing = Object.keys(times).filter((name) => times[name] === null);
      fail(new Error(page ? `the page has not come to: ${missing}` : "arrival.js knows no slider of this page"));
    } else {
      requestAnimationFrame(look);
    }
  }
  requestAnimationFrame(look);

  // How long the page's thread takes for the same work: tells how fast the processor seems to it.
  function spin() {
    const begin = performance.now();
    let sum = 0;
    for (let number = 1; number < 2e7; number += 1) sum += Math.sqrt(number);
    return sum > 0 && performance.now() - begin;
  }

  return { done, arrived, spin };
})();
