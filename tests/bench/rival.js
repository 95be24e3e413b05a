// What somebody would write by hand instead of the page, for one gesture: the slider of the target is dragged,
// with forty candidates by hand, linear sliders, nats, and the curve of −log p. It runs in a copy of the page's
// own elements, computes what follows from the slider, and makes the changes that the page makes, to the same
// elements: `cargo xtask bench beside` compares the two afterwards, and measures them in turns.
//
// It takes every shortcut that its author knows of: all elements are looked up once, only what differs is
// written, and what cannot change in such a drag is not looked at.
"use strict";
globalThis.rival = () => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);

  // Numbers, as the page writes them.
  const isNothing = (digits) => !/[1-9]/.test(digits);
  const fixed = (value, decimals) => {
    const digits = Math.abs(value).toFixed(decimals);
    return value < 0 && !isNothing(digits) ? `−${digits}` : digits;
  };
  const nats = (value) => {
    for (let decimals = 4; decimals <= 21; decimals += 1) {
      const text = fixed(value, decimals);
      if (value === 0 || !isNothing(text)) return text;
    }
    return fixed(value, 4);
  };
  const probability = (p) => {
    const text = p.toFixed(3);
    if (text === "0.000" && p > 0) return "<0.001";
    if (text === "1.000" && p < 1) return ">0.999";
    return text;
  };
  // With as many digits as it takes to find the logarithm on a calculator.
  const calculable = (p) => {
    const log = nats(Math.log(p));
    for (let decimals = 3; decimals <= 21; decimals += 1) {
      const text = p.toFixed(decimals);
      const read = Number(text);
      if (read > 0 && (read < 1 || p === 1) && nats(Math.log(read)) === log) return text;
    }
    return String(p);
  };
  const percent = (share) => {
    const text = (share * 100).toFixed(0);
    if (text === "0" && share > 0) return "<1\u202f%";
    if (text === "100" && share < 1) return ">99\u202f%";
    return `${text}\u202f%`;
  };
  const sum = (values) => {
    let [total, lost] = [0, 0];
    for (const value of values) {
      const next = total + value;
      lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
      total = next;
    }
    return total + lost;
  };

  // Writing only what differs.
  const attribute = (element, name) => {
    let last = element.getAttribute(name);
    return (value) => {
      if (value !== last) element.setAttribute(name, (last = value));
    };
  };
  const text = (element) => {
    const node = element.nodeType === Node.TEXT_NODE ? element : element.firstChild;
    let last = node.data;
    return (value) => {
      if (value !== last) node.data = last = value;
    };
  };
  const property = (field) => {
    let last = field.value;
    return (value) => {
      if (value !== last) field.value = last = value;
    };
  };
  // A sentence in which these values stand, one after the other, to be said again with others.
  const sentence = (said, values) => {
    const pieces = [];
    let rest = said;
    for (const value of values) {
      const at = rest.indexOf(value);
      if (at < 0) throw new Error(`${value} is not in: ${said}`);
      pieces.push(rest.slice(0, at));
      rest = rest.slice(at + value.length);
    }
    return (others) => pieces.map((piece, index) => piece + others[index]).join("") + rest;
  };

  // The same, of an attribute, where the element has it.
  const spoken = (element, name, values) => {
    if (!element?.hasAttribute(name)) return () => {};
    const [write, say] = [attribute(element, name), sentence(element.getAttribute(name), values)];
    return (others) => write(say(others));
  };

  // The candidates.
  const rows = all(".candidate").map((row) => {
    const data = one("data", row);
    const [slider, field] = [one("input[type=range]", row), one("input[type=text]", row)];
    const p = Number(data.getAttribute("value"));
    return {
      p,
      word: row.dataset.word,
      isTarget: "target" in row.dataset,
      slider,
      slide: property(slider),
      field: property(field),
      value: attribute(data, "value"),
      say: spoken(slider, "aria-valuetext", [probability(p), nats(Math.log(p))]),
    };
  });
  const target = rows.find((row) => row.isTarget);
  const others = rows.filter((row) => row !== target);

  // The terms of all sentences, from their chips; the one that moves is the chosen one.
  const terms = all(".chip data[data-quantity=log-prob]").map((data) => {
    const chip = data.closest(".chip");
    const { hue, place, position, sentence: number } = chip.dataset;
    const log = Number(data.getAttribute("value"));
    return { log, p: Math.exp(log), word: (one(".was", chip) ?? chip).textContent, hue, place, position, number, chip };
  });
  const chosen = terms.find((term) => term.chip.getAttribute("aria-current") === "true");
  chosen.p = target.p;
  const sayChip = spoken(chosen.chip, "aria-label", [nats(chosen.log)]);
  const siblings = terms.filter((term) => term.number === chosen.number);

  // Every number of the chosen term, of its sentence and of the dataset, wherever it stands.
  const numbers = { probability: [], rest: [], "log-prob": [], "sentence-objective": [], objective: [], loss: [], "cross-entropy": [], perplexity: [] };
  const isOf = ({ position, sentence: number }) => [position ?? chosen.position, number ?? chosen.number].join() === [chosen.position, chosen.number].join();
  for (const data of all("data[data-quantity].amount")) {
    if (!isOf(data.dataset)) continue;
    // A probability without a place is what is left for the other words.
    const kind = data.dataset.quantity === "probability" && !data.dataset.position ? "rest" : data.dataset.quantity;
    numbers[kind]?.push({ value: attribute(data, "value"), text: text(data) });
  }
  const written = (kind, value) => (kind === "probability" || kind === "rest" ? probability(value) : nats(value));

  // In the formula, where a minus is an element of its own and a screen reader hears a sentence.
  const sums = () => {
    const objective = sum(terms.map(({ log }) => log));
    const loss = -objective;
    const mean = loss / terms.length;
    return {
      probability: chosen.p,
      rest: 1 - chosen.p,
      "log-prob": chosen.log,
      "sentence-objective": sum(siblings.map(({ log }) => log)),
      objective,
      loss,
      "cross-entropy": mean,
      perplexity: Math.exp(mean),
    };
  };
  const inFormula = (kind, value) => (kind === "probability" ? calculable(value) : nats(value).replace("−", ""));
  const before = sums();
  const formula = [];
  for (const node of all(".numbers [data-formula-quantity]")) {
    const { formulaQuantity: kind, value } = node.dataset;
    const place = node.closest("[data-place]")?.dataset.place;
    if ((place && place !== chosen.place) || Math.abs(before[kind] - Number(value)) > 1e-9) continue;
    const math = node.closest("math");
    const shown = inFormula(kind, before[kind]);
    formula.push({
      kind,
      value: attribute(node, "data-value"),
      text: text(node.matches("mn") ? node : one("mn", node)),
      say: spoken(math, "aria-label", [shown]),
    });
  }
  const noteBox = one("#equation .note");
  const note = noteBox.firstChild && !noteBox.hidden ? { write: text(noteBox), say: sentence(noteBox.textContent, [noteBox.textContent.match(/−[\d.]+\d/)[0]]) } : null;

  // What it means.
  const shareNode = [...one(".said p").childNodes].reverse().find((node) => node.nodeType === Node.TEXT_NODE && node.data.includes("%"));
  const share = text(shareNode);
  const shareSays = sentence(shareNode.data, [shareNode.data.match(/[<>]?\d+\u202f%/)[0]]);

  const points = (line) => line.getAttribute("points").split(" ").map((pair) => pair.split(",").map(Number));
  // A place on an axis, as plotters rounds it.
  const axis = (least, most, from, to) => (value) => {
    const length = ((to - from) * (value - least)) / (most - least);
    return from + (to > from ? Math.floor(length + 1e-3) : Math.ceil(length - 1e-3));
  };

  // The curve with its points.
  const plot = one("#plot svg.plot");
  const grid = all("polyline[data-ink=grid]", plot.firstElementChild).map(points);
  const upright = grid.filter(([[x], [to]]) => x === to);
  const [left, right] = [Math.min(...upright.map(([[x]]) => x)), Math.max(...upright.map(([[x]]) => x))];
  const [bottom, top] = upright[0].map(([, y]) => y);
  const highest = Math.max(...all("text[text-anchor=end]", plot.firstElementChild).map((label) => Number(label.textContent)));
  const [across, up] = [axis(0, 1, left, right), axis(0, highest, bottom, top)];
  for (const term of terms) [term.x, term.y] = [across(term.p), up(-term.log)];
  const ofChosen = `[data-place="${chosen.place}"]`;
  const line = attribute(one(`${ofChosen} polyline[data-ink=term]`, plot), "points");
  const disc = one(`${ofChosen} circle[data-ink=point]`, plot);
  const [discX, discY] = [attribute(disc, "cx"), attribute(disc, "cy")];
  const slots = all("circle[data-ink=badge]", plot).map((badge) => {
    const group = badge.parentElement;
    const number = one("text", group);
    return {
      hue: attribute(group, "data-hue"),
      place: attribute(group, "data-place"),
      position: attribute(group, "data-position"),
      sentence: attribute(group, "data-sentence"),
      x: attribute(badge, "cx"),
      y: attribute(badge, "cy"),
      textX: attribute(number, "x"),
      textY: attribute(number, "y"),
      text: text(number),
      baseline: Number(number.getAttribute("y")) - Number(badge.getAttribute("cy")),
    };
  });
  const HALF = 90;
  // A badge on each point or, where one is there already, stacked above it; from the right to the left.
  const column = (units) => Math.trunc(units / 10);
  const badges = () => {
    const columns = new Array(column(right + HALF) + 2).fill(Infinity);
    const list = [];
    const byColumn = terms.map((term, index) => ({ term, index })).sort((a, b) => column(b.term.x) - column(a.term.x) || a.index - b.index);
    for (const { term, index } of byColumn) {
      const x = Math.min(Math.max(term.x, left + HALF), right + 130 - HALF);
      const [first, last] = [column(x - HALF), column(x + HALF - 1)];
      let above = Infinity;
      for (let at = first; at <= last; at += 1) above = Math.min(above, columns[at]);
      const y = Math.max(Math.min(term.y, bottom - HALF, above - 2 * HALF), top);
      if (above - 2 * HALF < y && above < Infinity) throw new Error("a stack is full, which is not foreseen here");
      columns.fill(y, first, last + 1);
      list.push({ term, number: index + 1, x, y });
    }
    return list.sort((a, b) => a.number - b.number);
  };
  const extremes = () => {
    let [cheapest, dearest] = [terms[0], terms[0]];
    for (const term of terms) {
      if (term.log > cheapest.log) cheapest = term;
      if (term.log <= dearest.log) dearest = term;
    }
    return [cheapest, dearest].flatMap(({ word, p, log }) => [`“${word}”`, probability(p), nats(-log)]);
  };
  const sayPlot = spoken(plot, "aria-label", extremes());
  const cells = one(`#plot-table tbody tr:nth-child(${terms.indexOf(chosen) + 1})`)?.children;
  // The table may be there only once it is opened.
  const [cellP, cellLoss] = [2, 3].map((index) => (cells ? text(cells[index]) : () => {}));

  // The gradient.
  const gradient = one(".gradient svg.plot");
  const lines = all("polyline[data-ink=grid]", gradient).map((line) => points(line)[0][0]);
  const slopeAt = axis(-1, 1, Math.min(...lines), Math.max(...lines));
  const zero = slopeAt(0);
  const GAP = 60;
  const bars = all("text[data-ink$=text][text-anchor=end]", gradient)
    .filter((label) => rows.some((row) => row.word === label.textContent))
    .map((label) => {
      const row = rows.find(({ word }) => word === label.textContent);
      const bar = label.nextElementSibling;
      const number = bar.nextElementSibling;
      const [[, upper], , [, lower]] = points(bar);
      return { row, bar, shape: attribute(bar, "points"), number, x: attribute(number, "x"), text: text(number), upper, lower };
    });
  const strongest = () => others.reduce((most, row) => (row.p > most.p ? row : most));
  const sayGradient = spoken(gradient, "aria-label", [fixed(target.p - 1, 3), `“${target.word}”`, `“${strongest().word}”`, fixed(strongest().p, 3)]);

  function show() {
    for (const row of rows) {
      const shown = probability(row.p);
      row.slide(String(Math.round(row.p * 1000) / 1000));
      row.field(shown);
      row.value(String(row.p));
      row.say([shown, nats(Math.log(row.p))]);
    }
    chosen.p = target.p;
    chosen.log = Math.log(target.p);
    [chosen.x, chosen.y] = [across(chosen.p), up(-chosen.log)];
    const now = sums();
    for (const [kind, places] of Object.entries(numbers)) {
      const [full, shown] = [String(now[kind]), written(kind, now[kind])];
      for (const place of places) {
        place.value(full);
        place.text(shown);
      }
    }
    sayChip([nats(chosen.log)]);
    for (const { kind, value, text, say } of formula) {
      const shown = inFormula(kind, now[kind]);
      value(String(now[kind]));
      text(shown);
      say([shown]);
    }
    note?.write(note.say([nats(sum(terms.map(({ log }) => Number(nats(log).replace("−", "-")))))]));
    share(shareSays([percent(-chosen.log / now.loss)]));

    line(`${chosen.x},${chosen.y} ${chosen.x},${bottom}`);
    discX(String(chosen.x));
    discY(String(chosen.y));
    for (const [index, { term, number, x, y }] of badges().entries()) {
      const slot = slots[index];
      slot.hue(term.hue);
      slot.place(term.place);
      slot.position(term.position);
      slot.sentence(term.number);
      slot.x(String(x));
      slot.y(String(y));
      slot.textX(String(x));
      slot.textY(String(y + slot.baseline));
      slot.text(String(number));
    }
    sayPlot(extremes());
    cellP(probability(chosen.p));
    cellLoss(nats(-chosen.log));

    for (const { row, bar, shape, number, x, text, upper, lower } of bars) {
      const slope = row === target ? row.p - 1 : row.p;
      const at = slopeAt(slope);
      const [from, to] = [Math.min(at, zero), Math.max(at, zero)];
      if (at === zero) bar.remove();
      else if (!bar.isConnected) number.before(bar);
      shape(`${from},${upper} ${to},${upper} ${to},${lower} ${from},${lower}`);
      x(String(slope < 0 ? at - GAP : at + GAP));
      text(fixed(slope, 3));
    }
    const most = strongest();
    sayGradient([fixed(target.p - 1, 3), `“${target.word}”`, `“${most.word}”`, fixed(most.p, 3)]);
    if (undo.length) for (const button of undo.splice(0)) button.removeAttribute("disabled");
  }
  // Of the header the first one takes back, the second one takes again.
  const undo = [one("header button.quiet[disabled]"), one("#training .steps button.quiet[disabled]")].filter(Boolean);

  // Every move begins from where the drag began; what comes within a frame is shown once.
  let weights = null;
  let waiting = null;
  const later = [0, 0];
  target.slider.addEventListener("input", () => {
    if (waiting === null) {
      requestAnimationFrame(() => {
        const p = waiting;
        waiting = null;
        weights ??= others.map((row) => row.p);
        const scale = (1 - p) / sum(weights);
        target.p = p;
        for (const [index, row] of others.entries()) row.p = weights[index] * scale;
        show();
        // The page keeps its work and says aloud what has changed when it rests.
        for (const index of later.keys()) {
          clearTimeout(later[index]);
          later[index] = setTimeout(() => {}, 750);
        }
      });
    }
    waiting = target.slider.valueAsNumber;
  });
  target.slider.addEventListener("change", () => (weights = null));
};
//# sourceURL=rival.js
