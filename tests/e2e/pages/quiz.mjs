// A running quiz.
import { expect } from "@playwright/test";
import { App } from "./app.mjs";
import { link } from "../support/link.mjs";
import { blanksOf, questionIn, rightAnswer, wrongAnswer } from "../support/banks.mjs";

export { link };

export class Quiz extends App {
  constructor(page, area = "python") {
    super(page);
    this.area = area;
    this.card = page.getByRole("article");
    this.slots = page.getByRole("navigation", { name: "All questions" }).getByRole("button");
    this.verdict = this.card.getByRole("heading", { level: 2 });
    this.confirmation = page.getByRole("group", { name: "Finish now" });
    this.timer = page.getByRole("timer");
    this.field = this.card.getByRole("textbox");
    this.chosenLines = this.card.getByRole("option", { selected: true });
    this.complaint = this.card.getByRole("alert");
    this.underWay = page.getByText("Fetching the reasons…");
  }

  /** Opens the door of a linked quiz and goes in. */
  static async start(page, what) {
    const quiz = new Quiz(page, what.area);
    await quiz.open(link(what));
    await quiz.enter();
    return quiz;
  }

  async enter() {
    await this.press("Start this quiz");
    await this.onQuestion(1);
    await this.ready();
  }

  /** The question is there before what takes its answer: this waits for that. */
  async ready() {
    await expect(this.card.getByRole("button", { name: "Flag for later" })).toBeVisible();
  }

  /** How many there will be, an assessment does not say. */
  async onQuestion(at) {
    await expect(this.heading).toHaveText(new RegExp(`^Question ${at}( of |$)`));
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  async press(name) {
    await this.button(name).click();
  }

  async number() {
    return Number((await this.heading.textContent()).match(/Question (\d+) of/)[1]);
  }

  /** The question on the screen, as its author wrote it. */
  async question() {
    return questionIn(this.area, await this.card.textContent());
  }

  /** A button of the line of questions, told by its place. */
  slot(at) {
    return this.slots.nth(at - 1);
  }

  choice(one, text) {
    return this.card.getByRole(one.kind === "single" ? "radio" : "checkbox", { name: text, exact: true });
  }

  /** Says how sure the person is: "Not very", "Fairly" or "Very". */
  async rate(certainty) {
    await this.card.getByRole("group", { name: "How sure are you?" }).getByRole("radio", { name: new RegExp(`^${certainty}`) }).check();
  }

  /** The list of choices of a thing in a match question. */
  list(left) {
    return this.card.getByRole("combobox", { name: left, exact: true });
  }

  /** The button that puts an item into a group. */
  group(item, group) {
    return this.card.getByRole("group", { name: item, exact: true }).getByRole("radio", { name: group, exact: true });
  }

  /** A step of the scale on which a response is rated. */
  rating(text, rating) {
    return this.card.getByRole("group", { name: text, exact: true }).getByRole("radio").nth(rating - 1);
  }

  /** Gives an answer without handing it in. */
  async give(one, answer) {
    await this.ready();
    switch (one.kind) {
      case "single":
        return this.choice(one, answer[0]).check();
      case "multiple":
        for (const option of one.option.keys()) await this.card.getByRole("checkbox").nth(option).setChecked(false);
        for (const text of answer) await this.choice(one, text).check();
        return undefined;
      case "order":
        return this.arrange(answer);
      case "match":
        for (const [left, right] of answer) await this.list(left).selectOption({ label: right });
        return undefined;
      case "classify":
        for (const [item, group] of answer) await this.group(item, group).check();
        return undefined;
      case "lines":
        while (await this.chosenLines.count()) await this.chosenLines.first().click();
        for (const number of answer) await this.line(number).click();
        return undefined;
      case "trace":
        await this.outcome(answer.runs).check();
        for (const [name, text] of Object.entries(answer)) if (name !== "runs") await this.traced(name).fill(text);
        return undefined;
      case "cloze":
      case "table":
        for (const [place, text] of answer.entries()) await this.fillBlank(one, place, text);
        return undefined;
      case "judgement":
        if (one.scale === "rank") return this.arrange(answer);
        for (const [text, rating] of answer) await this.rating(text, rating).check();
        return undefined;
      default:
        return this.field.fill(answer);
    }
  }

  /** A line of a program that can be chosen, told by its number. */
  line(number) {
    return this.card.getByRole("option", { name: new RegExp(`^Line ${number}: `) });
  }

  /** What can be said of whether a program runs. */
  outcome(runs) {
    return this.card.getByRole("radio", { name: runs ? "It runs to its end" : "It stops with an error" });
  }

  /** A field for what a program does: its output, or the line and the error that it stops with. */
  traced(name) {
    const labels = { output: "What it prints", line: "The line where it stops", error: "The error" };
    return this.card.getByRole("textbox", { name: labels[name], exact: true });
  }

  /** The fields of a question with blanks, in reading order. */
  get blanks() {
    return this.card.getByRole("textbox").or(this.card.getByRole("combobox"));
  }

  async fillBlank(one, place, text) {
    const field = this.blanks.nth(place);
    return blanksOf(one)[place].options ? field.selectOption(text) : field.fill(text);
  }

  async giveRight() {
    const one = await this.question();
    await this.give(one, rightAnswer(one));
    return one;
  }

  async giveWrong() {
    const one = await this.question();
    await this.give(one, wrongAnswer(one));
    return one;
  }

  /** The names of the things in an order question, from the top. */
  async order() {
    const labels = await this.card.getByRole("button", { name: /^Move up: / }).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    return labels.map((label) => label.replace("Move up: ", ""));
  }

  mover(way, name) {
    return this.button(`Move ${way}: ${name}`);
  }

  /** Brings an order about with the buttons. */
  async arrange(names, press = (button) => button.click()) {
    for (const [place, name] of names.entries()) {
      for (let at = (await this.order()).indexOf(name); at > place; at -= 1) {
        await press(this.mover("up", name));
        await expect.poll(async () => (await this.order()).indexOf(name)).toBe(at - 1);
      }
    }
  }

  /** The parts of the question as they stand on the screen: options or things to order. */
  async shown() {
    const options = this.card.getByRole("radio").or(this.card.getByRole("checkbox"));
    const texts = await options.evaluateAll((all) => all.map((one) => one.labels[0].textContent.slice(1)));
    return [...texts, ...(await this.order())];
  }

  /** Hands the answer in, in practice, and waits for the reasons or for the message that there are none. */
  async check() {
    await this.press("Check answer");
    await expect(this.verdict).toBeVisible();
    await expect(this.underWay).toHaveCount(0);
  }

  /** Goes on to the next question or to the result. */
  async goOn() {
    const at = await this.heading.textContent();
    await this.button("Next question").or(this.button("See your result")).click();
    await expect(this.heading).not.toHaveText(at);
  }

  /** Starts an assessment of the area from its page. */
  static async assess(page, area = "python") {
    const quiz = new Quiz(page, area);
    await quiz.open(`#/area/${area}`);
    await page.getByRole("radio", { name: /^Find my level/ }).check();
    await quiz.press("Find my level");
    await quiz.onQuestion(1);
    await quiz.ready();
    return quiz;
  }

  /** Answers an assessment to its end, or `most` questions; `knows` tells by question which to get right. */
  async finishAssessment(knows = () => true, most = 25) {
    const asked = [];
    for (let at = 1; at <= most; at += 1) {
      await this.onQuestion(at);
      const one = await this.question();
      asked.push(one);
      if (knows(one)) {
        await this.give(one, rightAnswer(one));
        await this.press("Hand in");
      } else {
        await this.press("I don’t know");
      }
      await expect(this.heading).not.toHaveText(`Question ${at}`);
      if (!/^Question/.test(await this.heading.textContent())) break;
    }
    return asked;
  }

  /** Answers what is left of a practice; `isRight` tells by place which to get right. Gives back what was asked. */
  async finishPractice(isRight = () => true) {
    const asked = [];
    while (/^Question/.test(await this.heading.textContent())) {
      asked.push(isRight(asked.length + 1) ? await this.giveRight() : await this.giveWrong());
      await this.check();
      await this.goOn();
    }
    return asked;
  }
}
