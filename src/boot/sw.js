// Keeps one whole build of Plumb for offline use. The build fills in its name and its files.
const build = "__PLUMB_BUILD__";
const module = "__PLUMB_MODULE__";
const shell = "__PLUMB_SHELL__";
const chunks = "__PLUMB_CHUNKS__";

const scope = self.registration.scope;
// Several sites can share one origin, and so one set of caches: each clears only its own.
const prefix = `plumb ${scope} `;
const cacheName = prefix + build;
const home = new URL("./", scope).href;
const full = (path) => new URL(path, scope).href;
const hashed = /\.[0-9a-f]{12}\.[a-z0-9]+$/;
const patience = 5000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(keep(event.data?.keep)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (hashed.test(url.pathname)) event.respondWith(asset(event, request));
});

async function install() {
  const cache = await caches.open(cacheName);
  await cache.addAll(shell.map(full));
  await cache.put(home, await ownPage());
  // A bank or notes that did not change need not be fetched again.
  await Promise.all(
    chunks.map(async (chunk) => {
      const kept = await caches.match(full(chunk));
      if (kept) await cache.put(full(chunk), kept);
    }),
  );
  // A worker that waited would leave the build before to whoever loads the page anew without a network, though records
  // may be of this one. Open tabs lose nothing: their files stay, see `activate`.
  await self.skipWaiting();
}

/** The page of exactly this build: another one would ask for files that this cache does not have. */
async function ownPage() {
  for (const address of [home, full("index.html")]) {
    const response = await fetch(address, { cache: "no-cache" });
    const text = response.ok ? await response.text() : "";
    // A new response, because one that was redirected may not answer a navigation.
    if (text.includes(module)) return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
  throw new Error("the page on the server belongs to another build");
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  // A tab that was opened with the build before this one may still ask for its files.
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const spare = open.length ? old.at(-1) : undefined;
  await Promise.all(old.filter((name) => name !== spare).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Keeps those of the addresses that are banks or notes of this build. */
async function keep(addresses) {
  if (!Array.isArray(addresses)) return;
  const cache = await caches.open(cacheName);
  const wanted = chunks.map(full).filter((chunk) => addresses.includes(chunk));
  await Promise.all(wanted.map(async (chunk) => (await cache.match(chunk)) ?? cache.add(chunk)));
}

/** The newest page where there is a network that answers, else the page that was kept. */
async function page(request) {
  const kept = await (await caches.open(cacheName)).match(home);
  if (!kept) return fetch(request);
  try {
    const late = new Promise((_, refuse) => setTimeout(refuse, patience, new Error("no answer")));
    const response = await Promise.race([fetch(request), late]);
    return response.status >= 500 ? kept : response;
  } catch {
    return kept;
  }
}

/** A file whose name holds its hash never changes: what was kept is as good as new. */
async function asset(event, request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) {
    const copy = response.clone();
    event.waitUntil(
      caches
        .open(cacheName)
        .then((cache) => cache.put(request, copy))
        // No room: the answer itself is not lost by that.
        .catch((error) => console.info("Plumb could not keep a file.", error)),
    );
  }
  return response;
}
