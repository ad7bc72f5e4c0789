// The history of all attempts.
import { App } from "./app.mjs";

export class History extends App {
  constructor(page) {
    super(page);
    this.chart = page.getByRole("img", { name: /finished quiz/ });
    this.filter = page.getByLabel("Show");
    this.rows = page.getByRole("region", { name: "History" }).getByRole("row").filter({ has: page.getByRole("rowheader") });
  }
}
