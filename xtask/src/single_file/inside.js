const load = (path) => parts[path]();

// The program, which stands in the page as text: packed, and in base64.
const here = async () => {
  const text = document.getElementById("masklab-wasm").textContent;
  let packed = Uint8Array.fromBase64?.(text);
  if (!packed) {
    const bytes = atob(text);
    packed = new Uint8Array(bytes.length);
    for (let at = 0; at < bytes.length; at += 1) packed[at] = bytes.charCodeAt(at);
  }
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
};
const whole = { module: "./masklab-page.js" };

// The text of an attribute (srcdoc) has no address that could follow the work, nor does it keep an entry's
// state; and Firefox cannot load it again once it has been given either.
if (location.protocol === "about:") history.replaceState = () => {};
