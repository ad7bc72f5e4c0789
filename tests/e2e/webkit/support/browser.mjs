// WebKitGTK: a browser of our own around it, started by its driver, with what a test wants to go wrong in it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Builder, Capabilities } from "selenium-webdriver";
import { Tab } from "./tab.mjs";

const program = fileURLToPath(new URL("browser.py", import.meta.url));

/** WebKit has no manifests, so it does not know what the page's policy says of them. */
const unknownHere = /Unrecognized Content-Security-Policy directive 'manifest-src'/;

/** Runs in every page: what the browser refuses becomes an error of the console, which the tests read. */
function reportRefusals() {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`CSP violation: ${event.violatedDirective} by ${event.blockedURI} (${event.sample})`);
  });
  addEventListener("error", (event) => console.error(`Uncaught: ${event.message}`));
  addEventListener("unhandledrejection", (event) => console.error(`Unhandled: ${event.reason}`));
}

/** Browsers do not outlive the tests, however these end. */
const living = new Set();
process.once("exit", () => living.forEach((browser) => browser.kill()));

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export class Browser {
  /** The errors that pages wrote to the console. */
  complaints = [];
  /** Whether it was killed. */
  isOver = false;
  #folder = mkdtempSync(join(tmpdir(), "plumb-webkit-"));

  /**
   * Starts one. `scripts` are functions, or functions with their arguments, that run in every page before the app;
   * a `profile` is a folder that outlives the browser, where there is to be one; `keepsNothing` is the setting that denies all storage.
   */
  static async open({ profile, scripts = [], keepsNothing = false } = {}) {
    const browser = new Browser();
    const folder = profile ?? join(browser.#folder, "profile");
    const files = [reportRefusals, ...scripts].map((script, place) => {
      const [run, ...given] = [script].flat();
      const path = join(browser.#folder, `${place}.js`);
      writeFileSync(path, `(${run})(${given.map((one) => JSON.stringify(one)).join(", ")});`);
      return `--script=${path}`;
    });
    const args = [program, ...files, `--profile=${folder}`, ...(keepsNothing ? ["--keep-nothing"] : [])];
    const port = await freePort();
    // A group of its own, so that all of the browser can be killed at once.
    browser.process = spawn("WebKitWebDriver", [`--port=${port}`], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    browser.ended = new Promise((done) => browser.process.once("exit", done));
    living.add(browser);
    browser.#listen();
    const wanted = new Capabilities({ browserName: "plumb-tests", "webkitgtk:browserOptions": { binary: "/usr/bin/python3", args } });
    await reachable(port);
    browser.driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
    browser.tab = new Tab(browser, await browser.driver.getWindowHandle());
    return browser;
  }

  #listen() {
    let rest = "";
    this.process.stderr.setEncoding("utf8").on("data", (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      this.complaints.push(...lines.filter((line) => /CONSOLE.*ERROR/.test(line) && !unknownHere.test(line)));
    });
  }

  async newTab() {
    await this.driver.switchTo().newWindow("tab");
    return new Tab(this, await this.driver.getWindowHandle());
  }

  /** As a power cut does: no process of it gets a chance to write anything down. */
  async kill() {
    this.isOver = true;
    living.delete(this);
    try {
      process.kill(-this.process.pid, "SIGKILL");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
    await this.ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Waits until something listens on a port. */
async function reachable(port) {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false);
    if (answered) return;
  }
  throw new Error("WebKitWebDriver does not start");
}
