// A desk with a person at it who hears: Firefox, the screen reader Orca, and keys; what Orca says is read from its notes.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** How long anything may take until it is spoken, in milliseconds. */
const patience = 120_000;

/** Whoever notes nothing for so many milliseconds has nothing more to say to what happened. */
const breath = 2000;

/** While it reads a page anew Orca may be deaf to a key, so nobody waits longer than this for an answer, in milliseconds. */
const unheard = 8_000;

/**
 * Orca runs this as it starts. Without a voice it writes down what it would say all the same, and waits for no voice to
 * end; and each line is to be there at once.
 */
const customs = [
  "import orca.debug, orca.speech",
  "orca.speech.init = lambda: None",
  "orca.debug.debugFile.reconfigure(line_buffering=True)",
].join("\n");

/** Nothing but the page is to speak, and what Firefox asks at the first start would. */
const preferences = {
  "accessibility.force_disabled": -1,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "trailhead.firstrun.didSeeAboutWelcome": true,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

function kill(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    // It may have ended before.
    if (error.code !== "ESRCH") throw error;
  }
}

export class Desk {
  #folder = mkdtempSync(join(tmpdir(), "plumb-orca-"));
  #running = [];
  /** Where in Orca's notes this step begins. */
  #heard = 0;

  #start(program, args) {
    const environment = { ...process.env, GNOME_ACCESSIBILITY: "1", HOME: this.#folder, XDG_RUNTIME_DIR: this.#folder };
    this.#running.push(spawn(program, args, { detached: true, stdio: "ignore", env: environment }));
  }

  get #notes() {
    return join(this.#folder, "orca.txt");
  }

  /** Opens Firefox with an address, and has Orca read it. */
  async open(address) {
    const profile = join(this.#folder, "profile");
    execFileSync("mkdir", ["-p", profile]);
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    this.#start("openbox", []);
    writeFileSync(join(this.#folder, "orca-customizations.py"), customs);
    this.#start("orca", ["--replace", `--user-prefs=${this.#folder}`, `--debug-file=${this.#notes}`]);
    await this.until("Orca listens", () => this.said().length > 0);
    this.#start("firefox-esr", ["--no-remote", "--profile", profile, "--width", "1200", "--height", "950", address]);
  }

  /** Everything that Orca has said since the last step, but for the names of keys, which have a space behind them. */
  said() {
    const texts = this.#written().slice(this.#heard).matchAll(/SPEECH OUTPUT: '(.*?)'\s*(?:\{|$)/gm);
    return [...texts].map(([, text]) => text).filter((text) => !/^\S+ $/.test(text));
  }

  #written() {
    return existsSync(this.#notes) ? readFileSync(this.#notes, "utf8") : "";
  }

  /** Waits until Orca says what fits, from this step on; gives that back. */
  async hears(pattern) {
    return this.until(`Orca says ${pattern}`, () => this.said().find((text) => pattern.test(text)));
  }

  async until(what, look, longest = patience) {
    for (const end = Date.now() + longest; Date.now() < end;) {
      const found = look();
      if (found) return found;
      await setTimeout(100);
    }
    throw new Error(`waited in vain until ${what}; it said:\n${this.said().join("\n")}`);
  }

  /** Waits until Orca has noted something since the last step, and then notes nothing more for a while. */
  async quiet() {
    await this.until("Orca notices the key", () => this.#written().length > this.#heard);
    for (let before = 0; before < this.#written().length; await setTimeout(breath)) before = this.#written().length;
  }

  /** Presses a key, as a step of its own: what is heard next is what came of it. */
  press(key) {
    this.#heard = this.#written().length;
    execFileSync("xdotool", ["key", "--clearmodifiers", key]);
  }

  /** Goes on with Tab until Orca says what fits. */
  async tabTo(pattern) {
    for (let steps = 0; steps < 40; steps += 1) {
      this.press("Tab");
      await this.until("Orca answers the key", () => this.said().length > 0, unheard).catch(() => {});
      await this.quiet();
      const found = this.said().find((text) => pattern.test(text));
      if (found) return found;
    }
    throw new Error(`the keyboard does not reach ${pattern}`);
  }

  close() {
    for (const { pid } of this.#running.reverse()) kill(-pid);
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
