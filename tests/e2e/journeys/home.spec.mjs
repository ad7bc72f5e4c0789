import { test, expect, onlyChromium } from "../support/fixture.mjs";
import { areas } from "../support/banks.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Settings } from "../pages/settings.mjs";

const background = (page) => page.evaluate(() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
  return red + green + blue > 384 ? "light" : "dark";
});

test("home names ten skills and every area with the number of its questions", async ({ page }) => {
  const home = await new Home(page).open();
  await expect(home.skillNames()).toHaveCount(10);
  for (const area of areas.values()) {
    await expect(home.area(area.title)).toContainText(`${area.questions.length} questions`);
    await expect(home.area(area.title)).toContainText("Not started");
  }
  await expect(page).toHaveTitle(/Plumb/);
});

test("an area's card leads to the area", async ({ page }) => {
  const home = await new Home(page).open();
  await home.area(areas.get("git").title).click();
  await expect(home.heading).toHaveText(areas.get("git").title);
  await expect(home.heading).toBeFocused();
});

test("dark and light follow the system until a person chooses", onlyChromium("no other driver sets the color scheme"), async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await new Home(page).open();
  await expect.poll(() => background(page)).toBe("dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => background(page)).toBe("light");
});

test("a chosen theme wins over the system's and is kept after a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  const settings = await new Settings(page).open("#/settings");
  await settings.choose("Theme", "Dark");
  await expect.poll(() => background(page)).toBe("dark");
  await page.reload();
  await expect(settings.choice("Theme", "Dark")).toBeChecked();
  expect(await background(page)).toBe("dark");
  await settings.follow("Skills");
  expect(await background(page)).toBe("dark");
});

test("home offers to go on with a quiz that is not finished, and leads back to the same question", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  const one = await quiz.question();
  await quiz.follow("Skills");
  const home = new Home(page);
  await expect(home.running).toContainText("Python");
  await expect(home.running).toContainText("question 2 of 3");
  await home.running.click();
  await quiz.onQuestion(2);
  expect((await quiz.question()).id).toBe(one.id);
});

test("home shows how many questions of an area were answered right", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.finishPractice((place) => place === 1);
  await quiz.follow("Skills");
  const home = new Home(page);
  await expect(home.area("Python")).toContainText("1 of 2 answered right");
  await expect(home.running).toHaveCount(0);
});

test("the keyboard can skip to the content", async ({ page }) => {
  const home = await new Home(page).open();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(home.main).toBeFocused();
});

test("an address that leads nowhere says so and shows the way home", async ({ page }) => {
  for (const hash of ["#/nowhere", "#/area/no-such-area", "#/quiz/no-such-area?n=5&seed=x", "#/attempt/none"]) {
    const home = await new Home(page).open(hash);
    await expect(home.heading).toHaveText("There is no such page");
    await page.getByRole("link", { name: "See all skills" }).click();
    await expect(home.skillNames()).toHaveCount(10);
  }
});
