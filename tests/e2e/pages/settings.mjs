// Settings and the person's data.
import { readFile } from "node:fs/promises";
import { App } from "./app.mjs";

export class Settings extends App {
  constructor(page) {
    super(page);
    this.confirmation = page.getByRole("group", { name: "Erase everything" });
  }

  choice(group, name) {
    return this.page.getByRole("group", { name: group }).getByRole("radio", { name, exact: true });
  }

  async choose(group, name) {
    await this.choice(group, name).check();
  }

  /** Exports and gives back the file's name and text. */
  async export() {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "Export my data" }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  async import(text, name = "plumb.txt") {
    await this.page.getByLabel("Import a file").setInputFiles({ name, mimeType: "application/x-ndjson", buffer: Buffer.from(text) });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }
}
