// Starts Plumb: fetches and starts the app, says so when that fails, and later keeps it for offline use.
// The build puts this behind wasm-bindgen's glue, in one file, and fills in the names of the files.
import init from "plumb:glue";

const wasm = new URL("__PLUMB_WASM__", import.meta.url);
const worker = "__PLUMB_WORKER__";
/** What whoever shows this page says of it, if it is no page of its own. */
const { host, name } = document.documentElement.dataset;

/** Fetches and starts the app. The glue streams it, and manages where a host names a wrong type. */
async function start() {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm.href} answered ${response.status}`);
  await init({ module_or_path: response });
}

/** Shows the page's own sentence, for there is no app that could speak. */
function showFailure(error) {
  console.error("Plumb could not start.", error);
  const sentence = document.getElementById("boot-error");
  if (sentence) sentence.hidden = false;
}

/** Lets exactly one address through to where scripts are loaded. */
function trusted(address) {
  if (!window.trustedTypes) return address;
  const createScriptURL = (asked) => {
    if (asked === address) return asked;
    throw new TypeError("only Plumb's own worker may be registered");
  };
  return window.trustedTypes.createPolicy("plumb-worker", { createScriptURL }).createScriptURL(address);
}

/** Keeps the app for offline use; not inside another page, whose site it would be registered for. */
async function keepForOffline() {
  const alone = !host && window.top === window.self && location.protocol.startsWith("http");
  if (!worker || !alone || !("serviceWorker" in navigator)) return;
  const address = new URL(worker, import.meta.url).href;
  await navigator.serviceWorker.register(trusted(address), { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  // What this page fetched before the worker watched over it, the worker would otherwise never see.
  const tell = (list) => active?.postMessage({ keep: list.getEntries().map((entry) => entry.name) });
  new PerformanceObserver(tell).observe({ type: "resource", buffered: true });
}

/** What local storage lost in a crash may be in the journal: then the app looks as if another tab had changed something. */
async function remember() {
  // Where a host is told of what happens, it may also know what happened before.
  if (host) return void dispatchEvent(new StorageEvent("storage"));
  // Who asks in a sandbox gets an answer that nobody can catch.
  if (self.origin === "null") return;
  const kept = (await indexedDB.databases()).some((one) => one.name === (name ? `plumb.${name}` : "plumb"));
  if (kept) dispatchEvent(new StorageEvent("storage"));
}

function afterIdle(work) {
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1000);
}

start().then(() => {
  // Where there is no journal, or no way to ask, there is nothing to bring back.
  remember().catch(() => {});
  afterIdle(() => keepForOffline().catch((error) => console.info("Plumb is not kept for offline use.", error)));
}, showFailure);
