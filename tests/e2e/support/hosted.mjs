// The page as a host or a package serves it: with attributes on its root, and a policy that names the record store.
import { createServer } from "node:http";
import { Store } from "./store.mjs";
import { test as base, expect } from "./fixture.mjs";

export { expect };

/** What the release serves, by path: it does not change while tests run. */
const files = new Map();

async function file(address) {
  if (!files.has(address)) {
    const response = await fetch(address);
    const headers = Object.fromEntries(["content-type", "content-security-policy"].map((name) => [name, response.headers.get(name)]));
    files.set(address, { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  }
  return files.get(address);
}

/** A server of the host's own. */
class Host {
  /** What stands on the page's root element. */
  attributes = {};

  static async open(release, store) {
    const host = new Host();
    host.server = createServer((request, response) => host.#serve(new URL(request.url, release), store, response));
    await new Promise((done) => host.server.listen(0, "127.0.0.1", done));
    host.url = `http://127.0.0.1:${host.server.address().port}/`;
    return host;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  async #serve({ origin, pathname }, store, response) {
    const named = (policy) => policy.replace("connect-src 'self'", `connect-src 'self' ${store.origin}`);
    const { status, headers, body } = await file(origin + pathname);
    if (pathname !== "/") return response.writeHead(status, headers).end(body);
    const words = Object.entries(this.attributes).map(([name, value]) => ` ${name}="${value.replaceAll("&", "&amp;")}"`);
    const page = named(body.toString("utf8")).replace("<html", `<html${words.join("")}`);
    response.writeHead(status, { ...headers, "content-security-policy": named(headers["content-security-policy"]) }).end(page);
  }
}

export const test = base.extend({
  /** A record store; whoever breaks a rule of it fails the test. */
  store: async ({ guard }, use) => {
    // A document that is not there yet: the browser itself writes that to the console.
    guard.allow(/status of 404/);
    const store = await Store.open();
    await use(store);
    await store.close();
    expect(store.faults, "no rule of xAPI or cmi5 was broken").toEqual([]);
  },

  host: async ({ store }, use) => {
    const host = await Host.open(process.env.PLUMB_URL ?? "http://127.0.0.1:4173/", store);
    await use(host);
    await host.close();
  },

  baseURL: async ({ host }, use) => use(host.url),
});
