// Packages made in the browser, and all of Plumb in one page.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { execFileSync } from "node:child_process";
import { test, expect } from "../support/fixture.mjs";
import { everything } from "../support/axe.mjs";
import { packageOf, readZip } from "../support/learning.mjs";
import { App } from "../pages/app.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

test("a package that is made in the browser holds what xtask's holds, and its manifest says what was chosen", async ({ page }) => {
  const app = await new App(page).open("#/settings");
  await page.getByRole("link", { name: "Put a quiz into a learning system" }).click();
  await expect(app.heading).toHaveText("Put a quiz into a learning system");
  expect(await everything(page)).toEqual([]);
  await page.getByRole("radio", { name: /^SCORM 2004/ }).check();
  await page.getByLabel("Area").selectOption({ label: "Git" });
  await page.getByLabel("How many questions").selectOption("5");
  await page.getByLabel("Passed from").selectOption("70");
  await page.getByRole("radio", { name: "Exam" }).check();
  await page.getByLabel("Time limit").selectOption("20");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make the package" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("plumb-git-scorm2004.zip");
  await expect(page.getByRole("status").filter({ hasText: "The package is made." })).toBeVisible();
  const files = readZip(readFileSync(await file.path()));
  const same = packageOf(["--format", "scorm2004", "--area", "git", "--count", "5", "--pass", "70", "--mode", "exam", "--minutes", "20"]);
  expect([...files.keys()].sort()).toEqual([...same.keys()].sort());
  for (const [name, bytes] of same) {
    if (!["index.html", "imsmanifest.xml"].includes(name)) expect(Buffer.from(files.get(name)).equals(Buffer.from(bytes)), name).toBe(true);
  }
  const html = Buffer.from(files.get("index.html")).toString();
  expect(html).toMatch(/data-host="scorm2004".* data-start="\/quiz\/git\?n=5&amp;seed=[a-z0-9]+&amp;mode=exam&amp;minutes=20" data-pass="70"/);
  expect(Buffer.from(files.get("imsmanifest.xml")).toString()).toContain("<imsss:minNormalizedMeasure>0.70<");
});

test("a file that cannot be fetched is no package, and that is said", async ({ page, guard }) => {
  guard.allow(/Failed to load resource/);
  await new App(page).open("#/package");
  await page.route("**/assets/*-notes.*.bin", (route) => route.abort());
  await page.getByRole("button", { name: "Make the package" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The package could not be made" })).toBeVisible();
});

test.describe("all of Plumb in one page", () => {
  const folder = mkdtempSync(join(tmpdir(), "plumb-single-"));
  const file = join(folder, "plumb.html");

  test.beforeAll(() => {
    test.setTimeout(300_000);
    const [program, ...first] = process.env.PLUMB_XTASK ? [process.env.PLUMB_XTASK] : ["cargo", "xtask"];
    execFileSync(program, [...first, "build", "--single-file", "-o", file], { stdio: ["ignore", "ignore", "pipe"] });
  });

  test.afterAll(() => rmSync(folder, { recursive: true }));

  test("it runs from a disk, under a policy that allows no request, and keeps what is answered", async ({ page, guard }) => {
    // The page itself, which is the only file that is read.
    guard.allow(/request that leaves this machine: file:.*plumb\.html$/);
    const quiz = new Quiz(page, "git");
    await page.goto(`${pathToFileURL(file)}#/quiz/git?n=2&seed=x`);
    await quiz.enter();
    await quiz.giveRight();
    await quiz.check();
    await page.reload();
    await quiz.ready();
    await quiz.goOn();
    await quiz.finishPractice();
    await expect(new Result(page).points).toHaveText("2 of 2 points");
    expect(guard.requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|connect-src/);
  });
});
