// Fetches the second part of the module with its styles and its part of the glue, and links it to the first. The
// glue imports it: the build puts it in that place, where `wasm` is what the first part exports.
const later = new URL("__PLUMB_LATER__", import.meta.url);
const style = new URL("__PLUMB_STYLE__", import.meta.url);
const browser = new URL("__PLUMB_BROWSER__", import.meta.url);

/** Without its styles the second part is plain but whole: that is no reason to stop. */
const dress = () => new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style.href;
  link.onload = link.onerror = done;
  document.head.append(link);
});

/** Tells the app in the end, through a function and a value of its own, whether the part is here. */
async function load(callback, data) {
  let here = false;
  try {
    // Browsers before 2026 do not ask again for a script that did not arrive (whatwg/html#10327), but under another
    // address they do.
    browser.hash += 1;
    const [response, { default: lend }] = await Promise.all([fetch(later), import(browser), dress()]);
    if (!response.ok) throw new Error(`${later.href} answered ${response.status}`);
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: wasm, browser: lend("__PLUMB_LENT__") });
    here = true;
  } catch (error) {
    console.info("Plumb could not fetch its second part.", error);
  }
  wasm.__indirect_function_table.get(callback)(data, here);
}
