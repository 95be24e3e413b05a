// Starts the app, and says so when it cannot start or has stopped.
//
// The content policy forbids inline scripts, so the names of the app's two files (they change with
// each build) come from a <meta> that Trunk writes.

const crash = document.getElementById("crash");

function showCrash(text) {
  document.getElementById("crash-text").textContent = text;
  crash.hidden = false;
  document.getElementById("app").inert = true;
  document.getElementById("crash-reload").focus();
}

document.getElementById("crash-reload").addEventListener("click", () => location.reload());
document.getElementById("crash-start-over").addEventListener("click", () => {
  history.replaceState(null, "");
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

const { module, wasm } = document.querySelector('meta[name="masklab-app"]').dataset;
const here = (path) => new URL(path, document.baseURI).href;
try {
  const app = await import(here(module));
  await app.default({ module_or_path: here(wasm) });
} catch (error) {
  // A panic while starting has been shown already.
  if (crash.hidden) {
    showCrash(`MaskLab could not start (${error}). It needs a browser with WebAssembly and a connection: check both and reload.`);
  }
}
