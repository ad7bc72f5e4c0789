// Runs the app inside an element of another page: it gets a window and a document of its own making, whose root
// is that element, whose address is kept here and whose `parent` is the page. What is not named below is the
// browser's own. The build puts the glue in the place of the import; each call of it is an app of its own.
import instance from "plumb:glue";

const site = new URL("..", import.meta.url).href;
const wasm = new URL("__PLUMB_WASM__", import.meta.url);
const style = new URL("__PLUMB_STYLE__", import.meta.url);
const patience = 15_000;

/** `own` where it names something, else what the browser has; `kind` is what it passes for. */
function lend(real, own, kind) {
  const get = (_, key) => {
    if (key in own) return own[key];
    const value = real[key];
    // Functions want to be called on what they belong to; classes have capital letters.
    return typeof value === "function" && /^[a-z]/.test(String(key)) ? value.bind(real) : value;
  };
  return new Proxy(own, { get, getPrototypeOf: () => kind.prototype });
}

/** The window that the app sees. */
function stage(root, page, around) {
  const heard = new EventTarget();
  const ours = ["hashchange", "message"];
  let hash = "";
  const location = {
    href: site,
    get hash() {
      return hash;
    },
    set hash(value) {
      hash = `#${value.replace(/^#/, "")}`;
      setTimeout(() => heard.dispatchEvent(new Event("hashchange")));
    },
  };
  const document = lend(window.document, {
    title: "",
    documentElement: page,
    head: root,
    get activeElement() {
      return root.activeElement;
    },
    getElementById: (id) => root.getElementById(id),
    querySelector: (selector) => root.querySelector(selector),
    addEventListener: (...given) => root.addEventListener(...given),
  }, Document);
  const own = {
    document,
    location,
    parent: around,
    // The page scrolls as its reader wants.
    scrollTo() {},
    fetch: (address) => fetch(new URL(address, site)),
    addEventListener: (type, ...given) => (ours.includes(type) ? heard : window).addEventListener(type, ...given),
  };
  return { window: lend(window, own, Window), heard };
}

/** Has a style sheet take effect in `root`; a page that forbids it throws. */
const dress = (root) =>
  new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style.href });
    link.onload = done;
    link.onerror = () => failed(new Error("this page does not allow the style sheet"));
    root.prepend(link);
  });

/**
 * Starts the app in `place`. `asked` names what the root element tells it; `meet` is given a way to send it a
 * message with a port as soon as it says that it is ready, which is also when this is done.
 */
export async function open(place, asked, meet) {
  const root = place.getRootNode();
  const page = Object.assign(document.createElement("div"), { className: "plumb-page" });
  Object.assign(page.dataset, { text: "normal", motion: "system", host: "frame" }, asked);
  page.append(Object.assign(document.createElement("div"), { id: "app" }));
  const [response] = await Promise.all([fetch(wasm), dress(root)]);
  if (!response.ok) throw new Error(`${wasm.href} answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  place.replaceChildren(page);
  await new Promise((done, failed) => {
    setTimeout(failed, patience, new Error("the quiz did not start"));
    const around = {};
    const { window: lent, heard } = stage(root, page, around);
    const send = (data, port) =>
      heard.dispatchEvent(Object.assign(new Event("message"), { data, source: around, ports: [port] }));
    around.postMessage = () => {
      meet(send);
      done();
    };
    instance(lent, lent, lent, lent.document)({ module_or_path: bytes }).catch(failed);
  });
}
