// Attempts go from one device to another without a server, as text and as QR codes.
import { test, expect } from "../support/fixture.mjs";
import { file, lines } from "../support/attempts.mjs";
import { fill, kept, keptAttempts } from "../support/storage.mjs";
import { Transfer } from "../pages/transfer.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Settings } from "../pages/settings.mjs";

/** A device with these attempts, on the page that carries them. */
async function device(page, all) {
  const settings = await new Settings(page).open("#/settings");
  await settings.import(file(all));
  await expect(settings.notice(`${all.length} attempts added`).or(settings.notice("1 attempt added"))).toBeVisible();
  return Transfer.at(page);
}

const ids = async (page) => (await keptAttempts(page)).map(([key]) => key).sort();
const wrap = (text, width) => text.match(new RegExp(`.{1,${width}}`, "g")).join("\r\n  ");

test("twelve attempts go over as text, in any order and shape, and back; taking them in twice changes nothing", async ({ page, stranger }) => {
  const mine = await (await device(page, lines(12))).make();
  await expect(mine.code.getByRole("heading")).toHaveText(/^Code [A-Z]{4}: 12 attempts in \d parts$/);
  const parts = await mine.texts();
  expect(parts.length).toBeGreaterThan(2);

  const other = await stranger();
  const theirs = await device(other, lines(1, { name: "theirs" }));
  const text = [...parts].reverse().concat(parts[0]).map((part) => wrap(part.toLowerCase(), 37)).join("\n\n");
  await theirs.paste(text);
  await expect(theirs.said).toContainText("12 attempts added, 0 already here.");
  await expect(theirs.said).toContainText("1 part was here already");
  const once = await kept(other);
  await theirs.paste(text);
  await expect(theirs.said).toContainText("0 attempts added, 12 already here.");
  expect(await kept(other)).toEqual(once);
  await other.reload();
  const history = await new History(other).open("#/history");
  await expect(history.rows).toHaveCount(13);

  const back = await (await Transfer.at(other)).make();
  await mine.paste((await back.texts()).join(" "));
  await expect(mine.said).toContainText("1 attempt added, 12 already here.");
  expect(await ids(page)).toEqual(await ids(other));
});

test.describe("from screen to camera", () => {
  test.use({ deviceScaleFactor: 2, colorScheme: "dark" });

  test("twelve attempts go over by QR codes, whose links ask first, in any order and each in a tab of its own", async ({ page, stranger }) => {
    const mine = await (await device(page, lines(12))).make();
    const links = await mine.links();
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/transfer\/PLUMB1[0-9A-Z$%+./-]+$/);

    const other = await stranger();
    const context = other.context();
    for (const [place, link] of [...links].reverse().entries()) {
      const tab = await context.newPage();
      await tab.goto(link);
      const theirs = new Transfer(tab);
      const number = links.length - place;
      if (number > 1) {
        await expect(theirs.offer).toContainText(`part ${number} of ${links.length}`);
        expect(Object.keys(await kept(tab)), "nothing is taken unasked").toEqual(place ? ["plumb.parts"] : []);
        await theirs.button(`Take in part ${number} of ${links.length}`).click();
        await expect(theirs.waiting).toContainText(`${place + 1} of ${links.length} parts`);
        expect(tab.url()).toMatch(/#\/transfer$/);
      } else {
        await expect(theirs.offer).toContainText("This brings 12 attempts from another device. None of them is on this device yet.");
        await theirs.button("Add 12 attempts").click();
        await expect(theirs.said).toContainText("12 attempts added, 0 already here.");
      }
    }
    expect(await ids(context.pages().at(-1))).toEqual(await ids(page));
    expect(await kept(context.pages().at(-1))).not.toHaveProperty("plumb.parts");
  });

  test("a link whose attempts are here says so, and one that is left alone changes nothing", async ({ page, stranger }) => {
    const mine = await device(page, lines(12));
    await mine.newest(5);
    await mine.make();
    const [link] = await mine.links();
    const other = await stranger();
    const few = await device(other, lines(1, { name: "few", length: 20 }));
    await few.make();
    const [one] = await few.links();
    await page.goto(one);
    await expect(mine.offer).toContainText("1 attempt from another device. It is not on this device yet.");
    await mine.button("Not now").click();
    await expect(mine.offer).toHaveCount(0);
    expect(await ids(page)).toHaveLength(12);
    await page.goto("about:blank");
    await page.goto(one);
    await mine.button("Add 1 attempt").click();
    await expect(mine.said).toContainText("1 attempt added, 0 already here.");
    await page.goto("about:blank");
    await page.goto(one);
    await expect(mine.offer).toContainText("already here. There is nothing to add.");
    await page.goto("about:blank");
    await page.goto(`${link.slice(0, -9)}ABCDEFGHI`);
    await expect(mine.offer).toContainText("a part that is not whole. Nothing was changed.");
    expect(await ids(page)).toHaveLength(13);
  });
});

test("a quiz goes on elsewhere, and what was answered there comes back", async ({ page, stranger }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.check();
  const mine = await (await Transfer.at(page)).make();
  const other = await stranger();
  const theirs = await Transfer.at(other);
  await expect(theirs.main.getByText("There is nothing to take along from here yet.")).toBeVisible();
  await theirs.paste((await mine.texts()).join("\n"));
  await expect(theirs.said).toContainText("1 attempt added");
  await theirs.open("#/");
  await other.getByRole("link", { name: /question 1 of 2/ }).click();
  const there = new Quiz(other);
  await there.goOn();
  await there.finishPractice();
  await expect(new Result(other).points).toHaveText("2 of 2 points");
  const back = await (await Transfer.at(other)).make();
  await mine.paste((await back.texts()).join("\n"));
  await expect(mine.said).toContainText("0 attempts added, 1 brought up to date, 0 already here.");
});

test("what is missing or damaged is named, is still known after a reload, and can be dropped", async ({ page, stranger }) => {
  const mine = await (await device(page, lines(12))).make();
  const parts = await mine.texts();
  const of = parts.length;
  const other = await stranger();
  const theirs = await Transfer.at(other);
  const damaged = `${parts[1].slice(0, -40)}0000${parts[1].slice(-36)}`;
  await theirs.paste(`Part 1: ${parts[0]}\n${damaged}`);
  await expect(theirs.said).toContainText("1 part taken in.");
  await expect(theirs.said).toContainText(new RegExp(`Part 2 of ${of} of the code [A-Z]{4} is damaged.`));
  await expect(theirs.waiting).toHaveText(new RegExp(`1 of ${of} parts is here. Still missing: 2`));
  await other.reload();
  await expect(theirs.waiting).toBeVisible();
  await theirs.paste(parts.slice(2).join("\n"));
  await expect(theirs.waiting).toHaveText(/Still missing: 2\.$/);
  expect(await ids(other)).toEqual([]);
  await theirs.button("Drop these parts").click();
  await expect(theirs.said).toContainText("The parts were dropped.");
  await expect(theirs.waiting).toHaveCount(0);
  expect(await kept(other)).toEqual({});
  await theirs.paste("a letter to a friend");
  await expect(theirs.said).toContainText("There is no code of Plumb in this.");
  await theirs.paste("PLUMB2 1/2 ABCD 123");
  await expect(theirs.said).toContainText("A newer Plumb made this code.");
});

test("parts turn by themselves only when asked to, and stop", async ({ page }) => {
  const mine = await (await device(page, lines(12))).make();
  await expect(mine.place).toHaveText(/^Part 1 of/);
  await mine.button("Turn by itself").click();
  await expect(mine.place).toHaveText(/^Part 2 of/, { timeout: 10_000 });
  await mine.button("Stop turning").click();
  await expect(mine.button("Turn by itself")).toBeVisible();
  await mine.button("Previous part").click();
  await expect(mine.place).toHaveText(/^Part 1 of/);
  await mine.since("2026-09-28");
  await mine.make();
  await expect(mine.code.getByRole("heading")).toHaveText(/: [1-9] attempts/);
});

const mega = 1_000_000;
for (const [what, text] of [
  ["any letters", "PLUMB ".repeat(mega / 6)],
  ["nothing but strokes", "/".repeat(mega)],
  ["parts of transfers that never end", Array.from({ length: 40_000 }, (_, place) => `PLUMB1 ${place % 9999}/9999 ABCD 0A0`).join(" ")],
  ["numbers without end", `PLUMB1${"9".repeat(mega)}/9`],
  ["one part of a megabyte", `PLUMB1 1/1 ABCD ${"A0Z".repeat(mega / 3)}`],
  ["markup", "<img src=x onerror=alert(1)>PLUMB1 1/2 <b>\u202e\u0000".repeat(mega / 50)],
]) {
  test(`a text of 1 MB of ${what} is answered in words and changes nothing`, async ({ page }) => {
    const mine = await device(page, lines(1));
    const before = await kept(page);
    await mine.paste(text);
    await expect(mine.said).toContainText(/no code of Plumb|is damaged/, { timeout: 20_000 });
    expect(await kept(page)).toEqual(before);
    await mine.follow("History");
    await expect(new History(page).rows).toHaveCount(1);
  });
}

for (const [what, value] of [["garbage", "\u0000/// PLUMB1 1/2"], ["an attempt", lines(1)[0]], ["100,000 strokes", "PLUMB1 1/9999 ABCD".repeat(6000)]]) {
  test(`${what} where parts are kept harms nothing`, async ({ page, stranger }) => {
    const other = await stranger();
    const parts = await (await (await device(other, lines(2))).make()).texts();
    await fill(page, { "plumb.parts": value });
    const mine = await Transfer.at(page);
    await mine.paste(parts.join("\n"));
    await expect(mine.said).toContainText("2 attempts added");
  });
}

test("in a frame there is only the text, for nobody could open a link to it", async ({ page, guard }) => {
  await page.route("**/around.html", (route) => route.fulfill({
    contentType: "text/html",
    body: "<!doctype html><html lang=en><title>A course</title><iframe title=Quiz src='./#/transfer' width=600 height=900></iframe>",
  }));
  await device(page, lines(2));
  await page.goto("./around.html");
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Make the code" }).click();
  await expect(frame.getByRole("textbox", { name: /as text$/ }).first()).toBeVisible();
  await expect(frame.getByRole("img", { name: /QR/ })).toHaveCount(0);
  expect(guard.unexpected()).toEqual([]);
});
