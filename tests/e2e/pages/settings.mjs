// Settings and the person's data.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { download } from "../support/downloads.mjs";
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
    const { name, bytes } = await download(this.page, () => this.page.getByRole("button", { name: "Export my data" }).click());
    return { name, text: bytes.toString("utf8") };
  }

  /** Chooses a file on the disk: what is handed to the browser as bytes is slow where there are many. */
  async import(text, name = "plumb.txt") {
    const folder = await mkdtemp(join(tmpdir(), "plumb-import-"));
    const path = join(folder, name);
    await writeFile(path, text);
    await this.page.getByLabel("Import a file").setInputFiles(path);
    this.page.once("close", () => rm(folder, { recursive: true, force: true }));
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }
}
