// The result of an attempt.
import { App } from "./app.mjs";

export class Result extends App {
  constructor(page) {
    super(page);
    this.points = this.main.getByText(/^[\d.]+ of \d+ points$/);
    this.answers = this.main.getByRole("article");
  }

  /** The rows of the table by topic or by level, as texts. */
  async rows(title) {
    const column = title === "By topic" ? "Topic" : "Levels";
    const table = this.main.getByRole("table").filter({ has: this.page.getByRole("columnheader", { name: column, exact: true }) });
    const rows = await table.getByRole("row").filter({ has: this.page.getByRole("rowheader") }).all();
    return Promise.all(rows.map(async (row) => ({
      name: await row.getByRole("rowheader").textContent(),
      points: (await row.getByRole("cell").last().textContent()).trim(),
    })));
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }
}
