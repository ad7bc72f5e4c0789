// Who is told of what is answered: the question whether somebody may be, and what the settings say of it.
import { App } from "./app.mjs";

export class Telling extends App {
  constructor(page) {
    super(page);
    this.question = page.getByRole("group", { name: /^Send your answers to / });
    this.yes = page.getByRole("button", { name: "Send my answers" });
    this.no = page.getByRole("button", { name: "Keep them here" });
    this.stop = page.getByRole("button", { name: "Stop sending" });
    this.back = page.getByRole("button", { name: "Back to the course" });
    this.section = page.locator("section", { has: page.getByRole("heading", { name: "Where your answers go" }) });
  }
}
