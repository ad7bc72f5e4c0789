import { test, expect } from "../support/fixture.mjs";
import { areas } from "../support/banks.mjs";
import { Area } from "../pages/area.mjs";
import { Quiz } from "../pages/quiz.mjs";

const python = areas.get("python");
const words = (count) => `Start ${count} ${count === 1 ? "question" : "questions"}`;
const topic = (id) => python.topics.find((known) => known.id === id).title;

test("the table of an area shows how many questions each topic has on each level", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  for (const { id, title } of python.topics) {
    const mine = python.questions.filter((one) => one.topic === id);
    const counts = [1, 2, 3, 4, 5].map((level) => mine.filter((one) => one.level === level).length);
    const row = area.table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title, exact: true }) });
    await expect(row.getByRole("cell")).toHaveText([...counts.map((count) => String(count || "–")), String(mine.length)]);
  }
});

test("topics and levels narrow the number of questions that the button promises", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  await expect(area.start).toHaveText(words(10));
  await area.count.selectOption({ label: `All ${python.questions.length}` });
  await expect(area.start).toHaveText(words(python.questions.length));
  await area.only(area.topics, [topic("classes")]);
  const classes = python.questions.filter((one) => one.topic === "classes");
  await expect(area.start).toHaveText(words(classes.length));
  const { level } = classes[0];
  await area.only(area.levels, []);
  await expect(area.start).toBeDisabled();
  await expect(area.start).toHaveText(/Choose at least one topic and one level/);
  await area.levels.getByRole("checkbox", { name: new RegExp(`^${level} `) }).check();
  await expect(area.start).toHaveText(words(classes.filter((one) => one.level === level).length));
});

test("a practice asks exactly the questions of the chosen topics", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  await area.only(area.topics, [topic("classes")]);
  await area.start.click();
  const quiz = new Quiz(page);
  await quiz.onQuestion(1);
  const asked = await quiz.finishPractice();
  const ids = (all) => all.map((one) => one.id).sort();
  expect(ids(asked)).toEqual(ids(python.questions.filter((one) => one.topic === "classes")));
});

test("the number of questions is the one that was chosen", async ({ page }) => {
  const area = await new Area(page).open("#/area/sql");
  await area.count.selectOption("5");
  await area.start.click();
  await expect(area.heading).toHaveText("Question 1 of 5");
  await expect(new Quiz(page, "sql").slots).toHaveCount(5);
});

test("a time limit is offered for exams only", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  await expect(area.limit).toHaveCount(0);
  await area.mode("Exam").check();
  await area.limit.selectOption({ label: "15 minutes" });
  await area.start.click();
  await expect(new Quiz(page).timer).toHaveText(/^1[45]:\d\d left$/);
});

test("an area shows the person's own history in it", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  await expect(page.getByText("Nothing yet. Your first quiz will show here.")).toBeVisible();
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  await area.open("#/area/python");
  await expect(area.history.getByRole("row").last()).toContainText("1 of 1 points");
  await area.open("#/area/sql");
  await expect(area.history).toHaveCount(0);
});
