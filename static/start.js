// Keeps the first view alive, starts the app, and says so when it cannot start or has stopped.
//
// The page begins with a finished example (static/first.html), which can be read at once. First comes a
// small module that lets its sliders be moved; then, while it is being looked at, the whole app, which
// draws the same and takes the work over. The content policy forbids inline scripts, so the names of the
// first one's files (they change with each build) come from a <meta>, which Trunk writes.

const crash = document.getElementById("crash");

// What the address asks for that shows before any program is there.
const { search } = location;
if (/[?&]embed=1(&|$)/.test(search)) document.documentElement.dataset.embed = "";

function showCrash(text) {
  document.getElementById("crash-text").textContent = text;
  crash.hidden = false;
  document.getElementById("app").inert = true;
  document.getElementById("crash-reload").focus();
}

document.getElementById("crash-reload").addEventListener("click", () => location.reload());
document.getElementById("crash-start-over").addEventListener("click", () => {
  // Also without what the address says of the work.
  history.replaceState(null, "", location.href.split("#")[0]);
  const forget = () => {
    try {
      localStorage.removeItem("masklab.work");
    } catch {
      // Where there is no storage, nothing is kept in it.
    }
  };
  forget();
  // The app may have been about to keep it.
  addEventListener("pagehide", forget);
  location.reload();
});

// The app sends this when it panics, with the work as it was before (see src/app/host/crash.rs).
// A history entry's state survives a reload also where storage is forbidden, as in a sandboxed
// frame.
addEventListener("masklab:panic", (event) => {
  if (!crash.hidden) return;
  if (event.detail) history.replaceState(event.detail, "");
  const kept = event.detail ? "Your work is kept: reload to go on where you were." : "Reload to begin anew.";
  showCrash(`The page met an error that it did not expect and has stopped. ${kept}`);
});

// The first view stays as it is, and can be read.
function showLate({ name }) {
  const late = document.getElementById("late");
  late.textContent = `Only this example could be loaded (${name}). The rest needs a connection and WebAssembly, which may be forbidden here: check both and reload. `;
  if (framed) late.append(Object.assign(document.createElement("a"), { href: "./" + location.hash, target: "_blank", textContent: "Open MaskLab itself" }));
  // The bottom of a frame may be out of sight.
  document.body.prepend(late);
  late.hidden = false;
  document.documentElement.dataset.late = "";
}

// What only the whole app understands of the query: all settings of src/core/setup.
const SETTINGS = /[?&](embed|preset|hide|lock|view|step|answers|theme|lang|unit|reduction|scale|total|plot|panel)=/;

// Whether there is work, or a wish, that only the whole app understands.
function isBeyondFirst() {
  if (location.hash.length > 1 || SETTINGS.test(search)) return true;
  try {
    return history.state !== null || ["masklab.work", "masklab.language"].some((name) => localStorage.getItem(name));
  } catch {
    return false;
  }
}

// Where an element stands: both modules draw the same, so the same way leads to its successor.
function wayTo(element) {
  const app = document.getElementById("app");
  const way = [];
  for (let at = element; at && at !== app; at = at.parentElement) {
    if (!at.parentElement) return null;
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return way.length ? way : null;
}
const follow = (way) => way?.reduce((at, index) => at?.children[index], document.getElementById("app"));

// While a pointer holds something, it is not taken from under it.
let held = 0;
for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => (held += 1), true);
for (const event of ["pointerup", "pointercancel", "keyup", "blur"]) addEventListener(event, () => (held = 0), true);
const atRest = async () => {
  while (held) await new Promise((done) => setTimeout(done, 50));
};

const here = (path) => new URL(path, document.baseURI).href;
const load = (path) => import(here(path));
const first = document.querySelector('meta[name="masklab-app"]').dataset;
const whole = { module: "./masklab-page.js", wasm: "./masklab-page_bg.wasm" };

// A press on what only the whole app can do is made good when that is there.
let pressed = null;
const press = (event) => {
  const control = event.target.closest?.("button, label, summary");
  // What opens by itself stays open.
  if (control && !control.hasAttribute("popovertarget")) pressed = wayTo(control);
};
addEventListener("click", press);

async function start({ module, wasm }) {
  const app = await load(module);
  await app.default({ module_or_path: here(wasm) });
}

async function takeOver({ module, wasm }) {
  const [app, compiled] = await Promise.all([load(module), WebAssembly.compileStreaming(fetch(here(wasm)))]);
  await atRest();
  const focused = wayTo(document.activeElement);
  const written = document.getElementById("text")?.value;
  const scrolled = [scrollX, scrollY];
  const open = document.querySelector(":popover-open")?.id;
  removeEventListener("click", press);
  await app.default({ module_or_path: compiled });
  if (written) document.getElementById("text").value = written;
  if (open) document.getElementById(open)?.showPopover();
  follow(focused)?.focus();
  scrollTo(...scrolled);
  follow(pressed)?.click();
}

function wait(is) {
  document.documentElement.toggleAttribute("data-opening", is);
  document.getElementById("app").inert = is;
}

const framed = window.parent !== window;
if (framed) {
  // Without it the page is there all the same.
  await load("./embed.js").catch(() => {});
}

try {
  if (isBeyondFirst()) {
    // What there is, is not what was asked for.
    wait(true);
    await start(whole).finally(() => wait(false));
  } else {
    await start(first);
    await takeOver(whole).catch(showLate);
  }
} catch (error) {
  // A panic while starting has been shown already.
  if (crash.hidden) showLate(error);
}

if (!framed && document.querySelector('meta[name="masklab-offline"]')) await load("./offline.js");
