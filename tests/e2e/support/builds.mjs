// A server that holds one build of Plumb, and another one when it is told to.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json", ".bin": "application/octet-stream",
};
const hashes = /\b[0-9a-f]{12}\b/g;

/** The release that is tested, by path. */
function release() {
  const paths = readdirSync(dist, { recursive: true }).filter((path) => types[extname(path)]);
  return new Map(paths.map((path) => [path, readFileSync(join(dist, path))]));
}

/** The same under other names: each hash in names and contents is written backwards, which changes no length. */
function renamed(build) {
  const known = new Set([...build.keys()].flatMap((path) => path.match(hashes) ?? []));
  const own = build.get("sw.js").toString().match(hashes) ?? [];
  const backwards = (hash) => [...hash].reverse().join("");
  const change = (text) => [...known, ...own].reduce((all, hash) => all.replaceAll(hash, backwards(hash)), text);
  return new Map([...build].map(([path, bytes]) => [change(path), Buffer.from(change(bytes.toString("latin1")), "latin1")]));
}

/** Serves build A; `next()` puts build B in its place, and nothing of A is there any more. */
export async function serveBuilds() {
  const a = release();
  const b = renamed(a);
  let served = a;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname).slice(1) || "index.html";
    // As somebody does in the browser's settings: it forgets all that it keeps for this site.
    if (path === "forget") return response.writeHead(204, { "Clear-Site-Data": '"storage"' }).end();
    const bytes = served.get(path);
    if (!bytes) return response.writeHead(404).end();
    const cached = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return response.writeHead(200, { "Content-Type": types[extname(path)], "Cache-Control": cached }).end(bytes);
  });
  const listen = (port) => new Promise((done) => server.listen(port, "127.0.0.1", done));
  const close = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  await listen(0);
  const { port } = server.address();
  const files = (build) => [...build.keys()].filter((path) => path.startsWith("assets/"));
  return {
    url: `http://127.0.0.1:${port}/`,
    a: files(a),
    b: files(b),
    next: () => { served = b; },
    close,
    // What Playwright calls offline does not reach the workers of every browser; a server that is gone does.
    vanish: close,
    comeBack: () => listen(port),
  };
}
