// Fetches the second part of the module and links it to the first. The glue imports it: the build puts
// it in that place, where `wasm` is what the first part exports.
const later = new URL("__PLUMB_LATER__", import.meta.url);

/** Tells the app in the end, through a function and a value of its own, whether the part is here. */
async function load(callback, data) {
  let here = false;
  try {
    const response = await fetch(later);
    if (!response.ok) throw new Error(`${later.href} answered ${response.status}`);
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: wasm });
    here = true;
  } catch (error) {
    console.info("Plumb could not fetch its second part.", error);
  }
  wasm.__indirect_function_table.get(callback)(data, here);
}
