// Every page and state that a person can meet, each with the steps to it.
import { galleryIds, ofKind, plain, rightAnswer, wrongAnswer } from "./banks.mjs";
import { broken, fill } from "./storage.mjs";
import { App } from "../pages/app.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Settings } from "../pages/settings.mjs";
import { Area } from "../pages/area.mjs";
import { History } from "../pages/history.mjs";
import { Level } from "../pages/level.mjs";
import { Result } from "../pages/result.mjs";
import { Transfer } from "../pages/transfer.mjs";
import { Levels } from "../pages/levels.mjs";
import { answered } from "./answered.mjs";
import { file, lines } from "./attempts.mjs";

const open = (hash) => (page) => new App(page).open(hash);

const one = (kind) => ofKind(kind);
const start = (page, kind, more = {}) => Quiz.start(page, { area: one(kind).area, only: one(kind).id, ...more });

async function checked(page, kind, answer) {
  const quiz = await start(page, kind);
  await quiz.give(one(kind), answer);
  await quiz.check();
  return quiz;
}

/** With one part open when the exam ended, so that its result shows what is missing. */
async function opened(page, kind) {
  const quiz = await start(page, kind, { mode: "exam" });
  await quiz.give(one(kind), [...wrongAnswer(one(kind)).slice(0, 1), ...rightAnswer(one(kind)).slice(2)]);
  await quiz.press("Finish exam");
  await new Result(page).points.waitFor();
}

async function practised(page, isRight, more = {}) {
  const quiz = await Quiz.start(page, { n: 2, ...more });
  await quiz.finishPractice(isRight);
  return quiz;
}

const allKinds = ["single", "multiple", "numeric", "text", "order", "match", "classify", "lines", "trace", "cloze", "table", "judgement"];
const wrong = async (page, one) => {
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  await quiz.give(one, wrongAnswer(one));
  await quiz.check();
};

// How each kind looks back at an answer is in the gallery below.
const kinds = allKinds.flatMap((kind) => [
  [`a ${kind} question`, (page) => start(page, kind)],
]);

/** Goes to a question of the gallery, which has every kind in every state; without loading the page again if it can. */
export async function gallery(page, id) {
  const app = new App(page);
  if (page.url().includes("#/gallery/")) await page.evaluate((hash) => { location.hash = hash; }, `#/gallery/${id}`);
  else await app.open(`#/gallery/${id}`);
  await page.getByRole("heading", { name: new RegExp(`: ${id}$`), level: 1 }).waitFor();
  await page.getByRole("heading", { name: "Not answered", level: 2 }).waitFor();
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
}

/** Attempts from elsewhere, and the page that carries them on. */
async function carried(page) {
  const settings = await new Settings(page).open("#/settings");
  await settings.import(file(lines(12)));
  await settings.notice("12 attempts added").waitFor();
  return Transfer.at(page);
}

async function coded(page) {
  const transfer = await (await carried(page)).make();
  await transfer.picture.waitFor();
  return transfer;
}

/** Ends an assessment early, if it is not over yet. */
async function finished(page) {
  const quiz = new Quiz(page);
  if (!/^Question/.test(await quiz.heading.textContent())) return;
  await quiz.press("Finish now");
  await quiz.confirmation.getByRole("button", { name: "Finish anyway" }).click();
}

/** Names and steps. */
export const states = [
  ["home", open("#/")],
  ["home with a quiz to go on with", async (page) => {
    const quiz = await practised(page, (place) => place === 1);
    await Quiz.start(page, { n: 2, seed: "other" });
    await quiz.follow("Skills");
    await page.getByRole("heading", { name: "Go on where you left off" }).waitFor();
  }],
  ["an area", open("#/area/python")],
  ["an area with the exam's form and a history", async (page) => {
    await practised(page);
    const area = await new Area(page).open("#/area/python");
    await area.mode("Exam").check();
    await area.only(area.levels, []);
  }],
  ["the door of a linked quiz", open("#/quiz/python?n=5&seed=x&mode=exam&minutes=10&levels=1,2,3")],
  ...kinds,
  ["the gallery", async (page) => {
    await open("#/gallery")(page);
    await page.getByRole("link", { name: galleryIds[0], exact: true }).waitFor();
  }],
  ["a question that was answered partly right", (page) => checked(page, "multiple", rightAnswer(one("multiple")).slice(1))],
  ["a match question, partly answered and handed in", (page) => opened(page, "match")],
  ["a classify question, partly answered and handed in", (page) => opened(page, "classify")],
  ["a lines question, half answered", async (page) => {
    const quiz = await start(page, "lines");
    await quiz.line(1).click();
  }],
  ["a trace question, half answered", async (page) => {
    const quiz = await start(page, "trace");
    await quiz.outcome(false).check();
    await quiz.traced("error").fill("KeyError");
    await quiz.press("Check answer");
    await quiz.complaint.waitFor();
  }],
  ["a judgement question to be ranked, answered wrong", (page) => wrong(page, ofKind("judgement", "communication", (each) => each.scale === "rank"))],
  ["an order question with several right orders, answered wrong", (page) => wrong(page, ofKind("order", "django", (each) => each.item.some((item) => item.after)))],
  ["a text question with several lines, answered wrong", (page) => wrong(page, ofKind("text", "django", (each) => each.lines > 1))],
  ["a text question with fragments, answered wrong", (page) => wrong(page, ofKind("text", "git", (each) => each.contains))],
  ["a question with the other options opened", async (page) => {
    const quiz = await checked(page, "single", rightAnswer(one("single")));
    await quiz.card.getByText("Why the others are wrong").click();
    const other = one("single").option.find((option) => !option.key);
    await quiz.card.getByText(plain(other.why).slice(0, 30)).waitFor();
  }],
  ["a question checked without an answer", async (page) => {
    const quiz = await start(page, "numeric");
    await quiz.field.fill("no number");
    await quiz.press("Check answer");
    await quiz.complaint.waitFor();
  }],
  ["an exam with a time limit, flags and keys", async (page) => {
    const quiz = await Quiz.start(page, { n: 5, mode: "exam", minutes: 1 });
    await quiz.giveRight();
    await quiz.press("Flag for later");
    await page.getByText("Keys", { exact: true }).click();
  }],
  ["a question that asks how sure, with a hint", async (page) => {
    const quiz = await Quiz.start(page, { only: "lambda-late-binding", sure: 1 });
    await quiz.press("Show hint 1 of 2 (costs a quarter of the point)");
    await quiz.rate("Very");
  }],
  ["a result with marks for certainty", async (page) => {
    const quiz = await Quiz.start(page, { only: one("single").id, area: one("single").area, sure: 1 });
    await quiz.give(one("single"), wrongAnswer(one("single")));
    await quiz.rate("Very");
    await quiz.check();
    await quiz.goOn();
    await new Result(page).points.waitFor();
  }],
  ["the question before open questions are given up", async (page) => {
    const quiz = await Quiz.start(page, { n: 3 });
    await quiz.press("Finish now");
    await quiz.confirmation.waitFor();
  }],
  ["a result of all kinds", async (page) => {
    const all = ["single", "multiple", "numeric", "text", "order"].map((kind) => one(kind).id);
    await practised(page, (place) => place % 2 === 0, { n: 5, only: all });
    await new Result(page).points.waitFor();
  }],
  ["an area with the form of an assessment", async (page) => {
    const area = await new Area(page).open("#/area/python");
    await area.mode("Find my level").check();
  }],
  ["a question of an assessment", (page) => Quiz.assess(page)],
  ["a level with what to learn next", async (page) => {
    await (await Quiz.assess(page)).finishAssessment((each) => each.level <= 2, 8);
    await finished(page);
    await new Level(page).learn.waitFor();
  }],
  ["an assessment that was too short", async (page) => {
    await (await Quiz.assess(page)).finishAssessment(() => false, 2);
    await finished(page);
    await new Level(page).said.waitFor();
  }],
  ["a result that somebody shows", async (page) => {
    await practised(page);
    const link = await new Level(page).link(page.context());
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByText("Checked just now").waitFor();
  }],
  ["a link to a result that was changed", open("#/shown/12ab-00000000.4.x")],
  ["a review of several areas, and the daily five", async (page) => {
    await practised(page, () => false);
    await practised(page, () => false, { area: "sql" });
    await new App(page).open("#/review");
    await page.getByText("Choose areas", { exact: true }).click();
    await page.getByLabel("Git", { exact: true }).check();
    await page.getByRole("button", { name: "Start today's five" }).waitFor();
  }],
  ["an empty history", open("#/history")],
  ["a history", async (page) => {
    await practised(page, () => false);
    await practised(page);
    const quiz = await Quiz.start(page, { n: 2 });
    await quiz.follow("History");
    await new History(page).chart.waitFor();
  }],
  ["levels of which nothing is known", async (page) => { await Levels.at(page); }],
  ["levels that are measured, inferred and unknown, with the table open", async (page) => {
    await answered(page, [["python", 20, (place) => place % 3 !== 0], ["git", 12, () => true], ["http", 3, () => true]]);
    const levels = await Levels.at(page);
    await levels.button("Show as a table").click();
    await levels.table.waitFor();
  }],
  ["the settings", open("#/settings")],
  ["the page that puts a quiz into another page", async (page) => {
    await new App(page).open("#/embed");
    await page.frameLocator("iframe").getByRole("button", { name: "Start this quiz" }).waitFor();
  }],
  ["the question before erasing", async (page) => {
    const settings = await new Settings(page).open("#/settings");
    await settings.button("Erase everything").click();
    await settings.confirmation.waitFor();
  }],
  ["carry on elsewhere, with nothing to take along", open("#/transfer")],
  ["carry on elsewhere, with the first of several QR codes", coded],
  ["carry on elsewhere, with the text of a code", async (page) => { await (await coded(page)).texts(); }],
  ["a link that brings the first of several parts", async (page) => {
    // A camera would see it larger than a narrow window shows it.
    const narrow = page.viewportSize();
    await page.setViewportSize({ width: 800, height: 900 });
    const [link] = await (await coded(page)).links();
    await page.setViewportSize(narrow);
    await page.goto("about:blank");
    await page.goto(link);
    await new Transfer(page).offer.waitFor();
  }],
  ["parts of codes that are missing and damaged", async (page) => {
    const transfer = await coded(page);
    const parts = await transfer.texts();
    await transfer.paste(`${parts[0]}\n${parts[1].slice(0, -9)}`);
    await transfer.waiting.waitFor();
  }],
  ["a quiz that becomes a package", async (page) => {
    await open("#/package")(page);
    await page.getByRole("radio", { name: "Exam" }).check();
  }],
  ["a page that is not there", open("#/nowhere")],
  ["an attempt that is open in another tab", async (page) => {
    const quiz = await Quiz.start(page, { n: 2 });
    const other = await page.context().newPage();
    await other.goto(page.url());
    await quiz.main.getByText("open in another tab").waitFor();
    await other.close();
  }],
  ["messages about what could not be read", async (page) => {
    await fill(page, { "plumb.attempt.x": "garbage", "plumb.attempt.y": "9.newer" });
    const app = await new App(page).open();
    await app.notice("could not be read").waitFor();
  }],
  ["the message that nothing can be kept", async (page) => {
    await page.addInitScript(broken["is denied"]);
    const app = await new App(page).open();
    await app.notice("keep nothing here").waitFor();
  }],
  ["an area whose questions could not be fetched", async (page) => {
    await page.route("**/assets/python.*", (route) => route.fulfill({ body: "" }));
    await new App(page).open("#/area/python");
    await page.getByRole("button", { name: "Try again" }).waitFor();
  }],
  ["a review without anything to review", open("#/review")],
  ["a review with mistakes", async (page) => {
    const quiz = await Quiz.start(page, { n: 2 });
    await quiz.finishPractice((place) => place > 0);
    await new App(page).open("#/review");
    await page.getByText("Coming reviews").waitFor();
  }],
  ["a question with the program that checked it open", async (page) => {
    await checked(page, "single", rightAnswer(one("single")));
    await page.getByText("Checked by running on").click();
  }],
  ["a question whose reasons could not be fetched", async (page) => {
    await page.route("**/assets/*-notes.*.bin", (route) => route.fulfill({ body: "" }));
    await checked(page, "single", wrongAnswer(one("single")));
    await page.getByRole("button", { name: "Try again" }).waitFor();
  }],
  ["a result whose reasons could not be fetched", async (page) => {
    await page.route("**/assets/*-notes.*.bin", (route) => route.fulfill({ body: "" }));
    await practised(page, () => false);
    await page.getByRole("button", { name: "Try again" }).waitFor();
  }],
  ["the page when Plumb could not start", async (page) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "busy" }));
    await page.goto("./");
    await page.getByRole("alert").waitFor();
  }],
];

/** What a state's steps may put on the console. */
export const expected = [/Failed to load resource/, /Plumb could not start/];
