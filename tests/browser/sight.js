// Put before the scripts of the browser tests that read the page (tests/browser/sight.rs): everything
// that is compared with the core, read in one go, as no frame comes between its parts.
const readSight = () => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const text = (element) => element?.textContent ?? null;
  const checked = (name) => all(`input[name="${name}"]`).findIndex((input) => input.checked);
  const numbers = all("data[data-quantity]").map((data) => {
    const field = data.querySelector("input");
    return {
      quantity: data.dataset.quantity,
      sentence: data.dataset.sentence ?? null,
      position: data.dataset.position ?? null,
      word: data.dataset.word ?? null,
      value: data.getAttribute("value"),
      text: field ? field.value : data.textContent,
    };
  });
  const chips = all("button.chip").map((chip) => ({
    place: chip.dataset.place,
    sentence: chip.dataset.sentence ?? null,
    position: chip.dataset.position,
    selected: chip.getAttribute("aria-pressed") === "true",
    looked: chip.getAttribute("aria-current") === "true",
    corruption: chip.dataset.corruption ?? null,
    hue: chip.dataset.hue ?? null,
    badge: text(chip.querySelector(".badge")),
    was: text(chip.querySelector(".was")),
    read: text(chip.querySelector("b") ?? chip.querySelector(".token")),
    name: chip.getAttribute("aria-label") ?? chip.textContent,
  }));
  const rows = all(".candidate").map((row) => ({
    word: row.dataset.word,
    target: "target" in row.dataset,
    locked: "locked" in row.dataset,
    slider: row.querySelector("input[type=range]").value,
  }));
  const shape = (element) => {
    const get = (name) => element.getAttribute(name) ?? "";
    const { place, hue, ink } = element.dataset;
    switch (element.tagName) {
      case "g":
        return `g ${get("class")} ${place ?? ""} ${hue ?? ""}`;
      case "polyline":
        return `line ${ink} ${get("stroke-width")} ${get("points")}`;
      case "polygon":
        return `area ${ink} ${get("points")}`;
      case "circle":
        return `disc ${ink} ${get("cx")},${get("cy")} ${get("r")}`;
      default:
        return `text ${ink} ${get("x")},${get("y")} ${get("text-anchor")} ${get("font-size")} ${element.textContent}`;
    }
  };
  const read = (table) =>
    table && {
      columns: all("th", table).map(text),
      rows: all("tbody tr", table).map((row) => all("td", row).map(text)),
    };
  const pictures = all("svg.plot").map((svg) => ({
    kind: svg.closest("[data-plot]")?.dataset.plot ?? "gradient",
    size: svg.getAttribute("viewBox"),
    label: svg.getAttribute("aria-label"),
    shapes: all("*", svg).map(shape),
    table: read(svg.closest("#plot, .slopes, .side-by-side").querySelector(".table table")),
  }));
  const panel = document.querySelector("fieldset.prediction");
  const [undo, redo] = all(":is(.bar .buttons, .embedded) > button");
  return {
    language: document.documentElement.lang,
    unit: checked("unit"),
    scale: Math.max(checked("scale"), 0),
    total: document.querySelector(".total[aria-pressed=true]").dataset.total,
    reduction: checked("reduction"),
    model: Math.max(checked("model"), 0),
    comparing: document.querySelector("#compare:not([hidden])") !== null,
    looked: panel?.dataset.place ?? null,
    undo: !undo.disabled,
    redo: !redo.disabled,
    numbers,
    strips: all(".strip").map((strip) => ["posinset", "setsize"].map((name) => Number(strip.getAttribute(`aria-${name}`)))),
    chips,
    rows,
    formulas: all(".equation math").map((math) => math.textContent),
    values: all(".equation [data-formula-quantity]").map(({ dataset }) => [dataset.formulaQuantity, dataset.value]),
    parts: all(".equation .term[data-place]").map(({ dataset }) => [dataset.place, dataset.hue]),
    note: text(document.querySelector(".equation .note:not([hidden])")),
    said: document.querySelector("#training") && (text(document.querySelector("#training .said p")) ?? ""),
    pictures,
    readable: document.body.innerText,
  };
};
