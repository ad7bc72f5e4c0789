// What every test stands on: a page that fails the test when anything goes wrong unseen.
import { test as base, expect, chromium } from "@playwright/test";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export { expect };

/** For tests that need what the headless shell lacks: profiles, preferences, a cache of pages. */
export const wholeBrowser = { executablePath: process.env.PLUMB_CHROMIUM };

/** Runs in every page: what the browser refuses becomes an error of the console, which the guard sees. */
function reportRefusals() {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`CSP violation: ${event.violatedDirective} by ${event.blockedURI} (${event.sample})`);
  });
  if (!window.ReportingObserver) return;
  const tell = (reports) => reports.forEach((report) => console.error(`Report: ${report.type} ${JSON.stringify(report.body)}`));
  new ReportingObserver(tell, { buffered: true }).observe();
}

/** Collects what nobody would see: console errors, page errors, refusals, requests that leave this machine. */
export class Guard {
  faults = [];
  requests = [];
  #allowed = [];

  /** A fault that this test brings about on purpose. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  async watch(context) {
    await context.addInitScript(reportRefusals);
    context.on("console", (message) => {
      if (message.type() === "error") this.faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.faults.push(`page: ${error.error().stack ?? error.error()}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      this.requests.push(request.url());
      const local = ["data:", "blob:", "about:"].includes(url.protocol) || url.hostname === "127.0.0.1";
      if (!local) this.faults.push(`request that leaves this machine: ${request.url()}`);
    });
    return context;
  }

  unexpected() {
    return this.faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }
}

/** The processes of the browser that uses this profile: its own and those that it started. */
function browserOf(folder) {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const uses = (id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, "utf8").includes(`--user-data-dir=${folder}`);
    } catch {
      // It ended meanwhile.
      return false;
    }
  };
  return ids.filter(uses).map(Number);
}

function kill(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    // It may have ended since it was found.
    if (error.code !== "ESRCH") throw error;
  }
}

export const test = base.extend({
  // A worker that keeps files would hide what the network does; the tests of it switch it on.
  serviceWorkers: "block",

  guard: async ({}, use) => {
    const guard = new Guard();
    await use(guard);
    expect(guard.unexpected(), "nothing went wrong unseen").toEqual([]);
  },

  context: async ({ context, guard }, use) => {
    await guard.watch(context);
    await use(context);
  },

  /** Another person's browser: a context of its own. */
  stranger: async ({ browser, baseURL, guard }, use) => {
    const opened = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, serviceWorkers: "block", ...options });
      opened.push(context);
      await guard.watch(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  /** Opens a browser on a profile that outlives it; a second call opens the same profile again. */
  profile: async ({ launchOptions, baseURL, guard }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "plumb-profile-"));
    const opened = [];
    const open = async () => {
      const context = await chromium.launchPersistentContext(folder, { ...launchOptions, ...wholeBrowser, baseURL, serviceWorkers: "block" });
      opened.push(context);
      return guard.watch(context);
    };
    // As a power cut does: no process of the browser gets a chance to write anything down.
    open.kill = () => browserOf(folder).forEach(kill);
    open.folder = folder;
    await use(open);
    await Promise.all(opened.map((context) => context.close().catch(() => {})));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});
