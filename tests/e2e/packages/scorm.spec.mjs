// Whole visits to a learning system, call by call, in both versions of SCORM.
import { test, expect } from "../support/fixture.mjs";
import { LearningSystem, packageOf } from "../support/learning.mjs";
import { ownClock } from "../support/clock.mjs";
import { kept } from "../support/storage.mjs";

const quiz = (format, ...more) => ["--format", format, "--area", "python", "--count", "3", "--seed", "x", ...more];
const versions = [
  { format: "scorm12", status: "cmi.core.lesson_status", raw: "cmi.core.score.raw", time: "cmi.core.session_time", exit: "cmi.core.exit", said: "student_response", wrong: "wrong", over: "" },
  { format: "scorm2004", status: "cmi.success_status", raw: "cmi.score.raw", time: "cmi.session_time", exit: "cmi.exit", said: "learner_response", wrong: "incorrect", over: "normal" },
];

for (const { format, status, raw, time, exit, said, wrong, over } of versions) {
  test.describe(format, () => {
    test("a whole visit is told in the right words and order, without an error", async ({ page }) => {
      const system = await LearningSystem.open(page, quiz(format, "--pass", "60"));
      await system.quiz.enter();
      await expect(system.frame.getByRole("status").filter({ hasText: "go to the learning system" })).toBeVisible();
      const commits = [];
      for (const right of [true, false, true]) {
        await (right ? system.quiz.giveRight() : system.quiz.giveWrong());
        await system.quiz.check();
        commits.push((await system.names()).filter((name) => name === "Commit").length);
        await system.quiz.goOn();
      }
      await expect(system.result.points).toBeVisible();
      const points = parseFloat(await system.result.points.textContent());
      await system.leave();

      const names = await system.names();
      expect(names[0]).toBe("Initialize");
      expect(names.filter((name) => name === "Initialize")).toHaveLength(1);
      expect(names.filter((name) => name === "Terminate")).toHaveLength(1);
      expect(names.at(-1)).toBe("Terminate");
      expect(commits[0]).toBeGreaterThan(0);
      expect(commits[1], "each answer is committed").toBeGreaterThan(commits[0]);
      expect(commits[2]).toBeGreaterThan(commits[1]);
      expect(await system.errors()).toEqual([]);
      expect(system.missing).toEqual([]);

      const values = await system.values();
      const percent = Math.round((points / 3) * 10_000) / 100;
      expect(Number(values[raw])).toBeCloseTo(percent, 1);
      expect(values[status]).toBe(percent >= 60 ? "passed" : "failed");
      expect(values[exit]).toBe(over);
      expect(values[time]).toMatch(format === "scorm12" ? /^\d{4}:\d\d:\d\d\.\d\d$/ : /^PT(\d+H)?(\d+M)?[\d.]+S$/);
      expect(values["cmi.suspend_data"].length).toBeLessThan(4096);
      for (const place of [0, 1, 2]) {
        expect(values[`cmi.interactions.${place}.id`]).toMatch(/^python\.[a-z0-9-]+$/);
        expect(values[`cmi.interactions.${place}.${said}`]).toBeTruthy();
      }
      expect(values["cmi.interactions.0.result"]).toBe("correct");
      expect(values["cmi.interactions.1.result"]).toMatch(new RegExp(`^(${wrong}|0\\.\\d+)$`));
      expect(values["cmi.interactions.3.id"]).toBeUndefined();
    });

    test("what was begun goes on at the next visit, on another device, and is told once", async ({ page, stranger }) => {
      const system = await LearningSystem.open(page, quiz(format));
      await system.quiz.enter();
      await system.quiz.giveRight();
      await system.quiz.check();
      await system.quiz.goOn();
      await system.leave();
      const before = await system.kept();
      expect((await system.values())[exit]).toBe("suspend");

      const next = await LearningSystem.open(await stranger(), quiz(format), { before });
      await next.quiz.onQuestion(2);
      await next.quiz.finishPractice();
      await expect(next.result.points).toHaveText("3 of 3 points");
      await next.leave();
      const values = await next.values();
      expect(values[raw]).toBe("100");
      // This system forgot the interactions, so all three are told again, in order.
      expect(values["cmi.interactions.2.id"]).toBeTruthy();
      expect(values["cmi.interactions.3.id"]).toBeUndefined();
      expect(await next.errors()).toEqual([]);
    });

    test("to look back writes nothing", async ({ page }) => {
      const system = await LearningSystem.open(page, quiz(format));
      await system.quiz.enter();
      await system.quiz.finishPractice();
      await system.leave();
      const before = await system.kept();
      const mode = format === "scorm12" ? { lesson_mode: "review" } : { mode: "review" };
      const again = await LearningSystem.open(page, quiz(format), { before: { ...before, ...mode } });
      await expect(again.result.points).toHaveText("3 of 3 points");
      await again.leave();
      const names = await again.names();
      expect(names).not.toContain("SetValue");
      expect(names).not.toContain("Commit");
      expect(names.at(-1)).toBe("Terminate");
      expect(await again.errors()).toEqual([]);
    });

    test("an exam that runs out of time is over, graded and failed", async ({ page }) => {
      await ownClock(page);
      const system = await LearningSystem.open(page, quiz(format, "--mode", "exam", "--minutes", "1", "--pass", "90"));
      await system.quiz.enter();
      await system.quiz.giveRight();
      await page.clock.runFor("01:02");
      await expect(system.result.points).toHaveText("1 of 3 points");
      await system.leave();
      const values = await system.values();
      expect(values[status]).toBe("failed");
      expect(values[exit]).toBe("time-out");
      expect(values[raw]).toBe("33.33");
      const results = [0, 1, 2].map((place) => values[`cmi.interactions.${place}.result`]);
      expect(results.sort()).toEqual(["correct", wrong, wrong].sort());
      expect(await system.errors()).toEqual([]);
    });
  });
}

test("the module starts where the system names a wrong type for it", async ({ page }) => {
  const system = await LearningSystem.open(page, quiz("scorm12"), { wasm: "application/octet-stream" });
  await system.quiz.enter();
  await system.quiz.finishPractice();
  await expect(system.result.points).toHaveText("3 of 3 points");
});

test("two packages of one system keep what they keep apart, and register no worker", async ({ page }) => {
  const first = await LearningSystem.open(page, quiz("scorm12"));
  await first.quiz.enter();
  await first.quiz.giveRight();
  await first.quiz.check();
  await first.leave();
  const second = await LearningSystem.open(page, ["--format", "scorm12", "--area", "git", "--count", "2", "--seed", "y"], { folder: "second" });
  second.quiz.area = "git";
  await second.quiz.enter();
  await second.leave();
  const keys = Object.keys(await kept(page)).filter((key) => key.includes(".attempt."));
  const names = keys.map((key) => key.match(/^plumb\.(p[0-9a-f]{8})\.attempt\./)?.[1]);
  expect(new Set(names).size).toBe(2);
  expect(names).not.toContain(undefined);
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases).not.toContain("plumb");
  expect(await page.evaluate(async () => (await navigator.serviceWorker?.getRegistrations())?.length ?? 0)).toBe(0);
});

test("what the system refuses is said, and kept in the browser", async ({ page }) => {
  const system = await LearningSystem.open(page, quiz("scorm12"));
  await system.quiz.enter();
  await page.evaluate(() => { window.refuse = /suspend_data/; });
  await system.quiz.giveRight();
  await system.quiz.check();
  await expect(system.frame.getByRole("status").filter({ hasText: "did not take what you answered (error 351)" })).toBeVisible();
  expect(Object.keys(await kept(page)).filter((key) => key.includes(".attempt."))).toHaveLength(1);
});

test("without a system around it the quiz says so and can be answered", async ({ page }) => {
  const files = packageOf(quiz("scorm2004"));
  await page.route("**/alone/**", (route) => {
    const name = new URL(route.request().url()).pathname.split("/alone/")[1];
    const type = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm" }[name.split(".").at(-1)];
    return route.fulfill({ contentType: type ?? "application/octet-stream", body: Buffer.from(files.get(name)) });
  });
  await page.goto("./alone/index.html");
  const { Quiz } = await import("../pages/quiz.mjs");
  const alone = new Quiz(page);
  await alone.enter();
  await expect(page.getByRole("status").filter({ hasText: "found none around it" })).toBeVisible();
  await alone.finishPractice();
});

test("a package holds what its manifest names, and no other area", async () => {
  const files = packageOf(quiz("scorm2004", "--pass", "60"));
  const manifest = Buffer.from(files.get("imsmanifest.xml")).toString();
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
  expect([...files.keys()].filter((name) => name !== "imsmanifest.xml").sort()).toEqual(named.sort());
  const banks = named.filter((name) => name.endsWith(".bin"));
  expect(banks.length).toBeGreaterThan(3);
  expect(banks.filter((name) => !name.startsWith("assets/python"))).toEqual([]);
  expect(named.some((name) => /sw\.js$|\.mjs$/.test(name))).toBe(false);
});

test("a package for cmi5 holds its course, a page that knows its host, and a policy with no more than the store that was named", async () => {
  const words = ["--format", "cmi5", "--area", "git", "--count", "5", "--pass", "80"];
  const files = packageOf([...words, "--store", "https://lrs.example:8443/xapi/"]);
  expect(files.has("imsmanifest.xml")).toBe(false);
  const course = Buffer.from(files.get("cmi5.xml")).toString();
  expect(course).toContain('masteryScore="0.8"');
  expect(course).toContain("<url>index.html</url>");
  const page = Buffer.from(files.get("index.html")).toString();
  expect(page).toContain('data-host="cmi5"');
  expect(page).toContain("connect-src 'self' https://lrs.example:8443;");
  const plain = Buffer.from(packageOf(words).get("index.html")).toString();
  expect(plain).toContain("connect-src 'self';");
  expect([...files.keys()].filter((name) => name.endsWith(".bin") && !name.startsWith("assets/git"))).toEqual([]);
});
