// The map of levels: solid where measured, faint where inferred, empty where unknown, and the same in words.
import { test, expect, onlyChromium } from "../support/fixture.mjs";
import { answered } from "../support/answered.mjs";
import { download } from "../support/downloads.mjs";
import { App } from "../pages/app.mjs";
import { Levels } from "../pages/levels.mjs";
import { Quiz } from "../pages/quiz.mjs";

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const right = () => true;
const mixed = (place) => place % 3 !== 0;

test("without an answer nothing is claimed, and each skill has a way to begin", async ({ page }) => {
  const app = await new App(page).open();
  await app.follow("Levels");
  const levels = new Levels(page);
  await expect(levels.heading).toHaveText("Your levels");
  await expect(levels.main.getByText("Nothing is known of your levels yet.")).toBeVisible();
  await expect(levels.rows).toHaveCount(10);
  for (const row of await levels.rows.all()) await expect(row.getByText("Not enough evidence yet", { exact: true })).toBeVisible();
  await expect(levels.map).toHaveCount(0);
  await expect(levels.track).toHaveCount(0);
  await expect(levels.button("Find my level: Databases and caches")).toBeVisible();
});

test("after an assessment its skill is measured and the others are inferred", async ({ page }) => {
  test.slow();
  await page.setViewportSize(wide);
  const levels = await Levels.at(page);
  await levels.find("Databases and caches");
  const quiz = new Quiz(page, "sql");
  for (const at of [1, 2, 3, 4, 5, 6]) {
    await expect(quiz.heading).toHaveText(`Question ${at}`);
    await quiz.press("I don’t know");
  }
  await expect(quiz.heading).toHaveText("Question 7");
  await quiz.follow("Levels");
  await expect(levels.row("Databases and caches").getByText(/^Probably 1/)).toBeVisible();
  await expect(levels.rows.getByText(/^Not enough evidence yet; other skills hint at \d/)).toHaveCount(9);
  await expect(levels.bands("measured")).toHaveCount(1);
  await expect(levels.bands("inferred")).toHaveCount(9);
  await expect(levels.map).toBeVisible();
  await page.setViewportSize(phone);
  await expect(levels.map).toBeHidden();
  await expect(levels.row("Databases and caches").locator(".band")).toBeVisible();
});

test("fewer than five answers are not enough", async ({ page }) => {
  await answered(page, [["python", 4, right]]);
  const levels = await Levels.at(page);
  await expect(levels.rows.getByText("Not enough evidence yet", { exact: true })).toHaveCount(10);
  await levels.button("Show as a table").click();
  const [languages, ...others] = await levels.figures();
  expect(languages).toEqual({ skill: "Languages", level: "Not enough evidence yet", answers: 4, basis: "Unknown" });
  expect(others.every((one) => one.answers === 0)).toBe(true);
  await expect(levels.track, "no number before there is evidence").toHaveCount(0);
});

test("the table says what the chart shows", async ({ page }) => {
  await page.setViewportSize(wide);
  await answered(page, [["python", 20, right], ["git", 12, (place) => !right(place)], ["http", 3, right]]);
  const levels = await Levels.at(page);
  await levels.button("Show as a table").click();
  const figures = await levels.figures();
  const answers = Object.fromEntries(figures.filter((one) => one.answers > 0).map((one) => [one.skill, one.answers]));
  expect(answers).toEqual({ Languages: 20, APIs: 3, "Version control": 12 });
  const measured = figures.filter((one) => one.basis === "Measured");
  expect(measured.map((one) => one.skill)).toEqual(["Languages", "Version control"]);
  await expect(levels.bands("measured")).toHaveCount(measured.length);
  await expect(levels.bands("inferred")).toHaveCount(figures.filter((one) => one.basis === "Inferred").length);
  for (const { skill, level } of figures) await expect(levels.row(skill).getByText(level, { exact: true })).toBeVisible();
  // What reaches further to the outer ring is the deeper level.
  const top = (text) => Number(text.match(/(\d)\D*$/)[1]);
  expect(top(measured[0].level)).toBeGreaterThan(top(measured[1].level));
  await levels.button("Hide the table").click();
  await expect(levels.table).toBeHidden();
});

test("old answers do not count", async ({ page }) => {
  await answered(page, [["python", 20, right, 181]]);
  const levels = await Levels.at(page);
  await expect(levels.main.getByText("Nothing is known of your levels yet.")).toBeVisible();
});

test("the track says how ready somebody is, and what would help most comes first", async ({ page }) => {
  await answered(page, [["python", 20, right], ["git", 12, (place) => !right(place)]]);
  const levels = await Levels.at(page);
  await expect(levels.track.getByText(/^\d+% ready$/)).toBeVisible();
  const gains = await levels.gains();
  expect(gains.length).toBeGreaterThan(5);
  expect(gains).toEqual([...gains].sort((one, other) => other - one));
  const gap = (skill) => levels.track.getByRole("listitem").filter({ has: page.getByRole("link", { name: skill, exact: true }) });
  await expect(gap("Version control")).toContainText("Level 3 is asked for. Chance that you are there:");
  await expect(gap("Servers")).toContainText("Not measured yet.");
  await gap("Servers").getByRole("link").click();
  await expect(page).toHaveURL(/#\/area\//);
});

test("the map can be shared as an image of 1200 by 630", async ({ page }) => {
  await answered(page, [["python", 20, mixed]]);
  const levels = await Levels.at(page);
  const { name, bytes } = await download(page, () => levels.button("Share as an image").click());
  expect(name).toMatch(/^plumb-.*\.png$/);
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(bytes.length, "something is drawn on it").toBeGreaterThan(20_000);
  await expect(levels.main.getByText("The image was saved.")).toBeVisible();
});

test("where the device can share a file, the image goes there and nothing is saved", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.canShare = ({ files }) => files.length === 1;
    navigator.share = async ({ files: [file] }) => { window.shared = { name: file.name, type: file.type, size: file.size }; };
  });
  await answered(page, [["python", 20, mixed]]);
  const levels = await Levels.at(page);
  await levels.button("Share as an image").click();
  await expect.poll(() => page.evaluate(() => window.shared?.type)).toBe("image/png");
  await expect(levels.main.getByText("The image was saved.")).toHaveCount(0);
});

test("on paper there are map, table and date on one page", onlyChromium("no other driver shows a page as it is printed"), async ({ page }) => {
  await answered(page, [["python", 20, mixed], ["git", 12, right]]);
  const levels = await Levels.at(page);
  await expect(levels.table).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(levels.table).toBeVisible();
  await expect(levels.map).toBeVisible();
  await expect(levels.main.getByText(/^As of /)).toBeVisible();
  await expect(levels.button("Share as an image")).toBeHidden();
  const paper = (await page.pdf({ format: "A4", margin: { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" } })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("questions that could not be fetched are asked for again", async ({ page, guard }) => {
  guard.allow(/Failed to load resource/);
  await answered(page, [["python", 20, right]]);
  await page.route("**/assets/python.*", (route) => route.fulfill({ status: 503, body: "" }));
  const levels = await new Levels(page).open("#/skills");
  await levels.button("Try again").waitFor();
  await page.unroute("**/assets/python.*");
  await levels.button("Try again").click();
  await expect(levels.row("Languages").getByText(/^Probably/)).toBeVisible();
});
