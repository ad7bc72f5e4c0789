// What every test stands on: a page that fails the test when anything goes wrong unseen.
import { test as base, expect } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloads } from "./downloads.mjs";
import { killBrowser } from "./processes.mjs";

export { expect };

/** For tests that need what Chromium's headless shell lacks: profiles, preferences, a cache of pages. */
export const wholeBrowser = (browserName) => (browserName === "chromium" ? { executablePath: process.env.PLUMB_CHROMIUM } : {});

/** For tests of what the others' drivers cannot bring about, or what is Chromium's own: with the reason. */
export const onlyChromium = (why) => ({ tag: "@chromium", annotation: { type: "only in Chromium", description: why } });

/** For tests with fingers. */
export const byTouch = onlyChromium("where the driver of Firefox taps, nothing is clicked");

/** For tests that look at what was copied. */
export const byClipboard = onlyChromium("no other driver lets a page read the clipboard");

/** For tests of what is Firefox's own: with the reason. */
export const onlyFirefox = (why) => ({ tag: "@firefox", annotation: { type: "only in Firefox", description: why } });

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

  launchOptions: [async ({ launchOptions }, use) => {
    await use({ ...launchOptions, downloadsPath: downloads });
    rmSync(downloads, { recursive: true, force: true });
  }, { scope: "worker" }],

  /** Opens a browser on a profile that outlives it; a second call opens the same profile again. */
  profile: async ({ playwright, browserName, launchOptions, baseURL, guard }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "plumb-profile-"));
    const opened = [];
    const open = async (more = {}) => {
      const options = { ...launchOptions, ...wholeBrowser(browserName), baseURL, serviceWorkers: "block", ...more };
      const context = await playwright[browserName].launchPersistentContext(folder, options);
      opened.push(context);
      return guard.watch(context);
    };
    open.kill = () => killBrowser(folder);
    open.folder = folder;
    await use(open);
    await Promise.all(opened.map((context) => context.close().catch(() => {})));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});
