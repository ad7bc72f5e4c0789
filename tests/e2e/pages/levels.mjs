// The level in each skill.
import { App } from "./app.mjs";

export class Levels extends App {
  constructor(page) {
    super(page);
    this.rows = page.getByRole("list", { name: "Level in each skill" }).getByRole("listitem");
    this.map = page.locator(".radar");
    this.track = this.main.getByRole("region", { name: "Back-end engineer" });
    this.table = this.main.getByRole("table");
  }

  static async at(page) {
    const levels = await new Levels(page).open("#/skills");
    await levels.rows.first().waitFor();
    return levels;
  }

  row(skill) {
    return this.rows.filter({ has: this.page.getByText(skill, { exact: true }) });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Starts an assessment of a skill. */
  async find(skill) {
    await this.button(`Find my level: ${skill}`).click();
  }

  /** What the table says of each skill: its name, level, number of answers and what that rests on. */
  async figures() {
    const rows = await this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader") }).all();
    return Promise.all(rows.map(async (row) => {
      const [level, answers, basis] = await row.getByRole("cell").allTextContents();
      return { skill: await row.getByRole("rowheader").textContent(), level, answers: Number(answers), basis };
    }));
  }

  /** How many bands of a class the map shows. */
  bands(name) {
    return this.map.locator(`path.${name}`);
  }

  /** The gains that the track promises, in percent, in the order in which they stand. */
  async gains() {
    const texts = await this.track.getByText(/^up to \+/).allTextContents();
    return texts.map((text) => Number.parseInt(text.replace("up to +", ""), 10));
  }
}
