// What is due, mistakes, and what the coming days bring.
import { App } from "./app.mjs";

const day = 86_400_000;

export class Review extends App {
  constructor(page) {
    super(page);
    this.lead = this.main.getByText(/due\.$|due now\.$/);
    this.retention = page.getByLabel("How much to remember");
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  async start(name) {
    await this.button(name).click();
  }

  /** How many calendar days lie between today and the day on which the next question comes back. */
  async daysToNext() {
    const said = await this.main.getByText("The next question comes back on").textContent();
    const [, date] = said.match(/on (.+)\.$/);
    return this.page.evaluate(([text, length]) => {
      const midnight = (at) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
      return (midnight(new Date(text)) - midnight(new Date())) / length;
    }, [date, day]);
  }

  rowOf(name) {
    return this.main.getByRole("row", { name: new RegExp(`^${name}`) });
  }

  /** The shares that the table of the forgetting curve names, in percent. */
  async recalled() {
    const cells = await this.main.getByRole("cell", { name: /%$/ }).allTextContents();
    return cells.map((text) => Number.parseInt(text, 10));
  }

  /** The counts of the coming days. */
  async forecast() {
    const rows = await this.main.getByRole("table").last().getByRole("row").all();
    const texts = await Promise.all(rows.slice(1).map((row) => row.getByRole("cell").last().textContent()));
    return texts.map(Number);
  }
}
