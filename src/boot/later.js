// Fetches a later part of the module with its styles and with the glue of all later parts, and links it to the first
// one. The glue imports it: the build puts it in that place, where `wasm` is what the first part exports.
const file = (name) => new URL(name, import.meta.url);
const later = [file("__PLUMB_LATER__"), file("__PLUMB_LATER_STYLE__")];
const rare = [file("__PLUMB_RARE__"), file("__PLUMB_RARE_STYLE__")];
const browser = file("__PLUMB_BROWSER__");

/** Without its styles a part is plain but whole: that is no reason to stop. */
const dress = (style) => new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style.href;
  link.onload = link.onerror = done;
  document.head.append(link);
});

let borrowed;
async function borrow() {
  if (!borrowed) {
    // Browsers before 2026 do not ask again for a script that did not arrive (whatwg/html#10327), but under another
    // address they do.
    browser.hash += 1;
    borrowed = (await import(browser)).default("__PLUMB_LENT__");
  }
  return borrowed;
}

/** Tells the app in the end, through a function and a value of its own, whether the part is here. */
const load = ([part, style]) => async (callback, data) => {
  let here = false;
  try {
    const [response, lent] = await Promise.all([fetch(part), borrow(), dress(style)]);
    if (!response.ok) throw new Error(`${part.href} answered ${response.status}`);
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: wasm, browser: lent });
    here = true;
  } catch (error) {
    console.info("Plumb could not fetch a part of itself.", error);
  }
  wasm.__indirect_function_table.get(callback)(data, here);
};
