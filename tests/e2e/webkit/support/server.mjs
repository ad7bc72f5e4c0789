// The release on a port of its own, which a test can change, fill a page of, and stop.
import { createServer } from "node:http";

const release = process.env.PLUMB_URL ?? "http://127.0.0.1:4173/";

/** A page of a server's origin that runs nothing: there a test reads and fills storage. */
export const blank = (url = home) => new URL("blank", url).href;

/**
 * Serves the release with its headers; `change` may give another body for a path, `policy` another policy, what it
 * `refuse`s does not arrive, and `pages` are added by path.
 */
export class Server {
  constructor({ change = (_, body) => body, policy = (given) => given, refuse = () => false, pages = {} } = {}) {
    Object.assign(this, { change, policy, refuse, pages: { "/blank": "<!doctype html><title>Blank</title>", ...pages } });
  }

  async start(port = this.port ?? 0) {
    this.server = createServer((request, response) => this.#answer(new URL(request.url, release), response));
    await new Promise((done) => this.server.listen(port, "127.0.0.1", done));
    this.port = this.server.address().port;
    this.url = `http://127.0.0.1:${this.port}/`;
    return this;
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  async #answer({ href, pathname }, response) {
    if (this.pages[pathname]) return response.writeHead(200, { "content-type": "text/html" }).end(this.pages[pathname]);
    if (this.refuse(pathname)) return response.destroy();
    const got = await fetch(href);
    // Nothing is cached, for a test may change it.
    const names = ["content-type", "content-security-policy", "access-control-allow-origin"];
    const headers = Object.fromEntries(names.map((name) => [name, got.headers.get(name)]).filter(([, value]) => value !== null));
    const given = headers["content-security-policy"];
    const policy = this.policy(given, new URL(this.url));
    const body = this.change(pathname, Buffer.from(await got.arrayBuffer()));
    // The page itself names its policy too.
    const page = pathname === "/" ? body.toString("utf8").replace(given, policy) : body;
    return response.writeHead(got.status, { ...headers, "content-security-policy": policy }).end(page);
  }
}

/** Where the release is served as it is, for all tests of a file. */
const server = await new Server().start();
server.server.unref();
export const home = server.url;
