// Storage that fails in the ways that browsers fail, and what is kept in it.

/** Scripts for `addInitScript`: each makes local storage fail in its own way. */
export const broken = {
  "is denied": () => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  },
  "throws what is no error": () => {
    Object.defineProperty(window, "localStorage", { get() { throw "no"; } });
  },
  "is null": () => {
    Object.defineProperty(window, "localStorage", { value: null });
  },
  "is there but refuses every call": () => {
    for (const name of ["getItem", "setItem", "removeItem", "key"]) {
      Storage.prototype[name] = () => { throw new DOMException("denied", "SecurityError"); };
    }
    Object.defineProperty(Storage.prototype, "length", { get() { throw new DOMException("denied", "SecurityError"); } });
  },
};

/** Lets `count` writes through and refuses the others, until the page calls `window.makeRoom()`. */
export function fullAfter(count) {
  const write = Storage.prototype.setItem;
  let done = 0;
  let full = true;
  window.makeRoom = () => { full = false; };
  Storage.prototype.setItem = function setItem(key, value) {
    done += 1;
    if (full && done > count) throw new DOMException("no room", "QuotaExceededError");
    write.call(this, key, value);
  };
}

/** Refuses only one write, told by its number. */
export function failsAt(which) {
  const write = Storage.prototype.setItem;
  let done = 0;
  Storage.prototype.setItem = function setItem(...given) {
    done += 1;
    if (done === which) throw new DOMException("no room", "QuotaExceededError");
    write.apply(this, given);
  };
}

/** Scripts that run before the app: each makes local storage lie in its own way. */
export const lying = {
  "writes arrive changed": () => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, value) { write.call(this, key, `${value}x`); };
  },
  "reads come back changed": () => {
    const read = Storage.prototype.getItem;
    Storage.prototype.getItem = function getItem(key) {
      const value = read.call(this, key);
      return value === null ? null : `${value}x`;
    };
  },
  "each read brings something else": () => {
    let reads = 0;
    Storage.prototype.getItem = () => `read ${(reads += 1)}`;
  },
};

/** Takes all the room that there is, down to the last unit, with texts of `filling`; runs in the page. */
export function takeAllRoom(filling = "x") {
  let size = 1024 * 1024;
  for (let place = 0; size >= 1; place += 1) {
    try {
      localStorage.setItem(`filler ${place}`, filling.repeat(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

/** Fills local storage before the app is there, from a page of its origin that runs nothing. */
export async function fill(page, entries) {
  await page.route("**/nothing-here", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Nothing</title>" }));
  await page.goto("./nothing-here");
  await page.evaluate((all) => all.forEach(([key, value]) => localStorage.setItem(key, value)), Object.entries(entries));
}

/** All that local storage holds, to the last code unit. */
export async function kept(page) {
  return JSON.parse(await page.evaluate(() => JSON.stringify(Object.fromEntries(Object.entries(localStorage)))));
}

/** The attempts among it. */
export async function keptAttempts(page) {
  const all = Object.entries(await kept(page));
  return all.filter(([key]) => key.startsWith("plumb.attempt."));
}

/** Runs in the page: whether an attempt is in local storage or in the journal. */
export async function anythingKept() {
  if (Object.keys(localStorage).some((key) => key.startsWith("plumb.attempt."))) return true;
  const known = (await indexedDB.databases()).some(({ name }) => name === "plumb");
  if (!known) return false;
  const done = (request) => new Promise((resolve, refuse) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: refuse }));
  const journal = await done(indexedDB.open("plumb"));
  const count = journal.objectStoreNames.contains("attempts") ? await done(journal.transaction("attempts").objectStore("attempts").count()) : 0;
  journal.close();
  return count > 0;
}
