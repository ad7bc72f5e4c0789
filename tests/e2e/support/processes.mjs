// The processes of a browser, as Linux names them, and their sudden ends.
import { readFileSync, readdirSync } from "node:fs";
import { expect } from "@playwright/test";

/** All that runs: number, parent, name, words, and when it began (proc(5), the fields of `stat`). */
function running() {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    try {
      const [, name, rest] = readFileSync(`/proc/${id}/stat`, "utf8").match(/\((.*)\) (.*)/s);
      const fields = rest.split(" ").map(Number);
      return { id: Number(id), parent: fields[1], begun: fields[19], name, words: readFileSync(`/proc/${id}/cmdline`, "utf8") };
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

/** The processes of the browser that uses this profile: its own, those that it started, and theirs. */
function browserOf(folder) {
  const all = running();
  const below = (one) => [one, ...all.filter(({ parent }) => parent === one.id).flatMap(below)];
  const own = all.filter(({ words }) => words.includes(folder)).flatMap(below);
  return [...new Map(own.map((one) => [one.id, one])).values()];
}

function kill({ id }) {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    // It may have ended since it was found.
    if (error.code !== "ESRCH") throw error;
  }
}

/** As a power cut does: no process of the browser gets a chance to write anything down. */
export const killBrowser = (folder) => browserOf(folder).forEach(kill);

/** Firefox's settings for a browser whose tabs crash: a process of its own for each, begun with the tab. */
export const aProcessEach = { "dom.ipc.processPrelaunch.enabled": false };

/** Crashes the tab that was opened last: Chromium does so when it is told to; Firefox is not to be told, so its process is killed. */
export async function crash(page, folder) {
  const browser = page.context().browser().browserType().name();
  if (browser === "chromium") {
    const crashed = page.waitForEvent("crash");
    const session = await page.context().newCDPSession(page);
    // No answer ever comes from a renderer that is gone.
    session.send("Page.crash").catch(() => {});
    return crashed;
  }
  const tabs = () => browserOf(folder).filter(({ name }) => name === "Isolated Web Co").sort((a, b) => a.begun - b.begun);
  const last = tabs().at(-1);
  kill(last);
  return expect.poll(() => tabs().map(({ id }) => id)).not.toContain(last.id);
}
