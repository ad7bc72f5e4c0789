// A learning system: packages made by xtask, a page that shows one in a frame, and a run-time that others wrote.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect } from "@playwright/test";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const made = new Map();
const runtimes = { scorm12: ["scorm12", "Scorm12API", "API"], scorm2004: ["scorm2004", "Scorm2004API", "API_1484_11"] };

/** What learning systems say of files; Moodle names those that it does not know so. */
const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", xml: "text/xml" };
const typeOf = (name) => types[name.split(".").at(-1)] ?? "application/octet-stream";

/** The files of a package that `cargo xtask package` makes with these words, by path. */
export function packageOf(words) {
  const key = words.join(" ");
  if (!made.has(key)) {
    const folder = mkdtempSync(join(tmpdir(), "plumb-package-"));
    const file = join(folder, "package.zip");
    const [program, ...first] = process.env.PLUMB_XTASK ? [process.env.PLUMB_XTASK] : ["cargo", "xtask"];
    execFileSync(program, [...first, "package", ...words, "-o", file], { stdio: ["ignore", "ignore", "pipe"] });
    made.set(key, readZip(readFileSync(file)));
    rmSync(folder, { recursive: true });
  }
  return made.get(key);
}

/** The files of a zip, by path. */
export const readZip = (bytes) => new Map(Object.entries(unzipSync(bytes)));

/** Runs in the learning system's page: the run-time, with each call and what came of it noted. */
function install([type, place, before]) {
  const old = place === "API";
  const api = new window[type]({ autocommit: false, logLevel: 5 });
  const own = old ? api.cmi.core : api.cmi;
  for (const [name, value] of Object.entries(before)) {
    const of = old && name === "suspend_data" ? api.cmi : own;
    of[name] = value;
  }
  window.calls = [];
  const lastError = () => Number(api[old ? "LMSGetLastError" : "GetLastError"]());
  const noted = {};
  for (const name of ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"]) {
    const real = old ? `LMS${name === "Terminate" ? "Finish" : name}` : name;
    noted[real] = (...args) => {
      const refused = name === "SetValue" && window.refuse?.test(args[0]);
      const answer = refused ? "false" : api[real](...args);
      if (name === "GetLastError") return window.refuse ? "351" : answer;
      window.calls.push({ name, args, answer, error: refused ? 351 : lastError() });
      return answer;
    };
  }
  window[place] = noted;
  window.cmi = () => JSON.parse(api.renderCMIToJSONString()).cmi;
}

export class LearningSystem {
  constructor(page, files, format) {
    this.page = page;
    this.files = files;
    this.format = format;
    this.missing = [];
  }

  /**
   * Shows a package in a frame, as a learning system does; `before` is what it knows of earlier visits.
   * `folder` is where it unpacked it, `wasm` what it says of the module.
   */
  static async open(page, words, { before = {}, folder = "first", wasm = "application/wasm" } = {}) {
    const format = words[words.indexOf("--format") + 1];
    const system = new LearningSystem(page, packageOf(words), format);
    await page.route(`**/lms/${folder}/**`, (route) => {
      const path = new URL(route.request().url()).pathname.split(`/lms/${folder}/`)[1];
      const body = system.files.get(path);
      if (!body) system.missing.push(path);
      const contentType = path.endsWith(".wasm") ? wasm : typeOf(path);
      return body ? route.fulfill({ contentType, body: Buffer.from(body) }) : route.fulfill({ status: 404, body: "" });
    });
    await page.route("**/lms/course", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A course</title>" }));
    await page.goto("./lms/course");
    const [file, type, place] = runtimes[format];
    const path = createRequire(import.meta.url).resolve("scorm-again").replace(/dist.*/, `dist/${file}.min.js`);
    await page.addScriptTag({ content: readFileSync(path, "utf8") });
    await page.evaluate(install, [type, place, { entry: "ab-initio", ...before }]);
    await system.show(folder);
    return system;
  }

  async show(folder) {
    await this.page.evaluate((address) => {
      document.querySelector("iframe")?.remove();
      const frame = document.createElement("iframe");
      frame.style.cssText = "inline-size: 60rem; block-size: 40rem";
      frame.title = "Quiz";
      frame.src = address;
      document.body.append(frame);
    }, `./${folder}/index.html`);
    // Page objects take a frame for a page: it has the same ways to find things.
    this.frame = this.page.frame({ url: new RegExp(`/lms/${folder}/`) }) ?? (await this.page.waitForEvent("framenavigated", (frame) => frame.url().includes(`/lms/${folder}/`)));
    this.quiz = new Quiz(this.frame);
    this.result = new Result(this.frame);
  }

  /** Leaves the quiz, as somebody does who goes on in the course. */
  async leave() {
    await this.page.evaluate(() => document.querySelector("iframe").remove());
    await expect.poll(() => this.names()).toContain("Terminate");
  }

  calls() {
    return this.page.evaluate(() => window.calls);
  }

  async names() {
    return (await this.calls()).map(({ name }) => name);
  }

  /** The values that were set last, by element. */
  async values() {
    const set = (await this.calls()).filter(({ name }) => name === "SetValue");
    return Object.fromEntries(set.map(({ args }) => args));
  }

  /** The values that an element was given, in order. */
  async history(element) {
    return (await this.calls()).filter(({ name, args }) => name === "SetValue" && args[0] === element).map(({ args }) => args[1]);
  }

  /** The calls that the run-time refused. */
  async errors() {
    return (await this.calls()).filter(({ error }) => error !== 0);
  }

  /** What the system would give back at the next visit. */
  async kept() {
    const values = await this.values();
    return { entry: "resume", suspend_data: values["cmi.suspend_data"] };
  }
}
