// <plumb-quiz>: a quiz of Plumb in any page. It makes a frame, gives it a port, and tells the page what happens.
// The messages, attributes and events are described in docs/embed.md and docs/events.md.
const home = new URL(".", import.meta.url).href;
const patience = 3000;
const longest = 200_000;
const most = 5000;
const colours =
  "paper surface sunken ink ink-soft line line-strong deep deep-soft on-deep brass right right-soft wrong wrong-soft partly partly-soft code-key code-text code-const code-name code-note".split(
    " ",
  );
const sandbox =
  "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
// Nothing of the page is inherited by a quiz that runs in it. A frame that is not there yet is transparent, not
// hidden: browsers let hidden frames of other sites wait for ever.
const look = `:host{display:block}
:host([hidden]),.box [hidden]{display:none}
.box{display:grid;min-block-size:20rem}
.box.inline{all:initial;display:block}
.box>*{grid-area:1/1;min-inline-size:0}
.box>iframe{inline-size:100%;block-size:100%;min-block-size:inherit;border:0;border-radius:.5rem;color-scheme:normal}
.box>iframe[inert]{opacity:0}
.box>p{place-self:center;margin:1rem;text-align:center;font:1rem/1.5 system-ui,sans-serif}`;

const make = (tag, fields, ...children) => {
  const element = Object.assign(document.createElement(tag), fields);
  element.append(...children);
  return element;
};

const message = (type, fields) => ({ ns: "plumb", v: 1, type, ...fields });
const isOurs = (data, type) => data?.ns === "plumb" && data.v === 1 && data.type === type;
const clean = (text) => (text ?? "").replace(/[^\w.,-]/g, "");

/** The records that this page keeps for quizzes of one area, each under a key of its own. */
class Records {
  constructor(area) {
    this.prefix = `plumb.records.${area}.`;
  }

  /** All of them as pairs of id and text; nothing where this page cannot keep any. */
  all() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
      return keys.slice(-most).map((key) => [key.slice(this.prefix.length), localStorage.getItem(key)]);
    } catch {}
  }

  /** Keeps one, and tells whether it is there. */
  keep(id, text) {
    const fits = /^[a-zA-Z0-9-]{1,40}$/.test(id) && typeof text === "string" && /^\d{1,3}\../.test(text);
    if (!fits || text.length > longest) return false;
    try {
      localStorage.setItem(this.prefix + id, text);
      return localStorage.getItem(this.prefix + id) === text;
    } catch {
      return false;
    }
  }
}

class PlumbQuiz extends HTMLElement {
  static observedAttributes = [
    ...["area", "mode", "count", "topics", "levels", "seed", "limit", "storage", "render", "src-base", "sandbox"],
    ...["lang", "theme"],
  ];

  #parts;
  #frame;
  #port;
  #timer;
  #seen;
  #height = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    addEventListener("message", this);
    this.#build();
  }

  disconnectedCallback() {
    removeEventListener("message", this);
    this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#parts || before === now) return;
    if (name === "lang" || name === "theme") this.restyle();
    else this.#build();
  }

  /** Where Plumb is. */
  get base() {
    const base = new URL(this.getAttribute("src-base") || home, document.baseURI);
    return /^https?:$/.test(base.protocol) ? base : new URL(home);
  }

  /** The place in Plumb at which the quiz starts. */
  get start() {
    const get = (name) => clean(this.getAttribute(name));
    const query = { n: get("count") || "10", seed: get("seed"), mode: get("mode"), topics: get("topics") };
    Object.assign(query, { levels: get("levels"), minutes: get("limit") });
    const pairs = Object.entries(query).filter(([, value]) => value);
    return `/quiz/${get("area")}?${pairs.map((pair) => pair.join("=")).join("&")}`;
  }

  get #keep() {
    return ["host", "none"].find((word) => word === this.getAttribute("storage")) ?? "self";
  }

  get #theme() {
    return ["light", "dark"].find((word) => word === this.getAttribute("theme")) ?? "system";
  }

  /** Whether the frame was given no origin of its own, so that its messages come from "null". */
  get #opaque() {
    return !(this.getAttribute("sandbox") ?? sandbox).split(/\s+/).includes("allow-same-origin");
  }

  /** Sends theme, colours and language again, after the page has changed them. */
  restyle() {
    this.#port?.postMessage(message("look", this.#look()));
  }

  #look() {
    const style = getComputedStyle(this);
    const pairs = colours.map((name) => [name, style.getPropertyValue(`--plumb-${name}`).trim()]);
    return { theme: this.#theme, lang: this.lang || undefined, colours: pairs };
  }

  async #build() {
    const parts = this.#clear();
    if (this.getAttribute("render") === "inline" && (await this.#inline(parts))) return;
    // Meanwhile the element may have gone, or begun anew.
    if (this.isConnected && this.#parts === parts) this.#enframe();
  }

  /** Puts what is seen until the quiz is there in its place. */
  #clear() {
    this.#stop();
    const link = make("a", { href: `${this.base.href}#${this.start}`, target: "_blank", textContent: "Open the quiz" });
    const words = make("span", { textContent: "The quiz is loading…" });
    const fallback = make("p", {}, words, make("span", { hidden: true }, make("slot", {}, link)));
    this.#parts = make("div", { className: "box" }, fallback);
    this.shadowRoot.replaceChildren(this.#parts);
    return this.#parts;
  }

  /** Shows the quiz in this page itself, where that may run wasm and take the styles. Tells whether it did. */
  async #inline(parts) {
    const wait = parts.firstChild;
    try {
      await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      const { open } = await import(new URL("__PLUMB_INLINE__", this.base).href);
      parts.classList.add("inline");
      const asked = { start: this.start, keep: this.#keep, theme: this.#theme };
      await open(parts, asked, (send) => this.#parts === parts && this.#meet(send));
      return true;
    } catch (error) {
      console.info("Plumb shows the quiz in a frame, for this page does not let it run here.", error);
      if (this.#parts === parts) this.shadowRoot.replaceChildren(parts);
      parts.className = "box";
      parts.replaceChildren(wait);
      return false;
    }
  }

  #enframe() {
    const [words, more] = this.#parts.firstChild.children;
    const address = this.base;
    const asked = { host: "frame", keep: this.#keep, start: this.start, theme: this.#theme };
    if (this.lang) asked.lang = this.lang;
    address.search = new URLSearchParams(asked);
    const frame = make("iframe", { title: this.title || "Quiz", loading: "lazy", allow: "clipboard-write" });
    frame.referrerPolicy = "no-referrer";
    frame.inert = true;
    frame.setAttribute("sandbox", this.getAttribute("sandbox") ?? sandbox);
    if (this.hasAttribute("credentialless")) frame.setAttribute("credentialless", "");
    frame.src = address.href;
    this.#frame = frame;
    this.#parts.append(frame);
    // A lazy frame begins to load when it comes near; what nobody can see need not be waited for.
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#seen.disconnect();
      this.#timer = setTimeout(() => {
        words.textContent = "The quiz takes long to load. ";
        more.hidden = false;
      }, patience);
    });
    this.#seen.observe(this);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#seen?.disconnect();
    this.#port?.close();
    this.#port = this.#frame = undefined;
    this.#height = 0;
  }

  /** Hears what is posted to this page: only the frame's own `ready` counts, and it carries nothing. */
  handleEvent({ data, source, origin }) {
    const expected = this.#opaque ? "null" : this.base.origin;
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== expected) return;
    if (!isOurs(data, "ready") || Object.keys(data).length !== 3) return;
    // An origin of nobody cannot be named.
    this.#meet((data, port) => source.postMessage(data, this.#opaque ? "*" : origin, [port]));
  }

  /** Gives the quiz a port, by the way it can be reached, and with it what this page knows. */
  #meet(send) {
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const records = this.#keep === "host" ? new Records(clean(this.getAttribute("area"))) : undefined;
    port1.onmessage = (event) => this.#port === port1 && this.#take(event.data, records);
    send(message("port"), port2);
    const kept = records?.all();
    port1.postMessage(message("hello", { ...this.#look(), keeps: Boolean(kept), records: kept ?? [] }));
    this.#show();
  }

  #show() {
    clearTimeout(this.#timer);
    this.#seen?.disconnect();
    if (this.#frame) {
      this.#parts.firstChild.hidden = true;
      this.#frame.inert = false;
    }
    this.#emit("ready", { v: 1 });
  }

  #take(data, records) {
    if (isOurs(data, "size")) {
      const { height } = data;
      // A few pixels are rounding; following them could go on for ever.
      if (!this.#frame || !(height > 0 && height < 50_000) || Math.abs(height - this.#height) <= 4) return;
      this.#height = Math.ceil(height);
      this.#frame.style.blockSize = `${this.#height}px`;
    } else if (isOurs(data, "keep") && records) {
      this.#port.postMessage(message("kept", { ok: records.keep(data.id, data.text) }));
    } else if (isOurs(data, "event")) {
      this.#tell(data.detail);
    }
  }

  /** Tells the page what happened, as events of this element. */
  #tell(detail) {
    const event = detail?.event;
    if (!event || detail.v !== 1 || JSON.stringify(detail).length > longest) return;
    this.#emit("progress", detail);
    if (event.responded || event.graded || event["gave-up"]) this.#emit("answer", detail);
    if (event.finished) this.#emit("complete", detail);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`plumb-${name}`, { detail, bubbles: true, composed: true }));
  }
}

// A page that has the script twice keeps the first.
if (!customElements.get("plumb-quiz")) customElements.define("plumb-quiz", PlumbQuiz);
