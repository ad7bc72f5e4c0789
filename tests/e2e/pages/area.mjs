// An area's page, with the way into a quiz.
import { App } from "./app.mjs";

export class Area extends App {
  constructor(page) {
    super(page);
    this.start = page.getByRole("button", { name: /^Start \d+ question|^Choose at least/ });
    this.count = page.getByLabel("How many questions");
    this.limit = page.getByLabel("Time limit");
    this.topics = page.getByRole("group", { name: "Topics" });
    this.levels = page.getByRole("group", { name: "Levels" });
    this.table = page.getByRole("region", { name: "Topics and levels" }).getByRole("table");
    this.history = page.getByRole("region", { name: "History" });
  }

  mode(name) {
    return this.page.getByRole("radio", { name: new RegExp(`^${name}`) });
  }

  /** Leaves only these boxes of a group checked. */
  async only(group, names) {
    const boxes = await group.getByRole("checkbox").all();
    for (const box of boxes) await box.setChecked(false);
    for (const name of names) await group.getByRole("checkbox", { name, exact: true }).check();
  }
}
