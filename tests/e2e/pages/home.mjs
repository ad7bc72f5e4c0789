// The first page.
import { App } from "./app.mjs";

export class Home extends App {
  constructor(page) {
    super(page);
    this.skills = page.getByRole("region", { name: "Ten skills" });
    this.running = this.main.getByRole("link").filter({ hasText: /question \d+ of \d+/ });
  }

  skillNames() {
    return this.skills.getByRole("heading", { level: 3 });
  }

  area(title) {
    return this.skills.getByRole("link").filter({ has: this.page.getByText(title, { exact: true }) });
  }
}
