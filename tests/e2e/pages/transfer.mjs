// Carry on elsewhere: codes that are made here, and parts that come from elsewhere.
import { expect } from "@playwright/test";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { App } from "./app.mjs";

export class Transfer extends App {
  constructor(page) {
    super(page);
    this.code = page.getByRole("region", { name: /^Code [A-Z]{4}: / });
    this.picture = this.code.getByRole("img", { name: /^QR code of/ });
    this.text = this.code.getByRole("textbox", { name: /as text$/ });
    this.place = this.code.getByText(/^Part \d+ of \d+$/);
    this.field = page.getByLabel("Code as text", { exact: true });
    this.said = this.main.getByRole("status").filter({ hasText: /\S/ });
    this.waiting = this.main.getByText(/Still missing: /);
    this.offer = page.getByRole("region", { name: "What this link brings" });
  }

  static at(page) {
    return new Transfer(page).open("#/transfer");
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Makes a code and waits until it is there. */
  async make() {
    await this.button("Make the code").click();
    await this.code.waitFor();
    return this;
  }

  /** Takes along the newest attempts only. */
  async newest(count) {
    await this.page.getByRole("radio", { name: "The newest" }).check();
    await this.page.getByLabel("How many of the newest").selectOption(String(count));
  }

  /** Takes along what is not older than a day. */
  async since(day) {
    await this.page.getByRole("radio", { name: "Since a day" }).check();
    await this.page.getByLabel("Since which day").fill(day);
  }

  /** Runs something at each part of the code, from the first on, and gives back what it gives. */
  async eachPart(look) {
    const several = await this.place.count();
    const count = several ? Number((await this.place.textContent()).match(/of (\d+)/)[1]) : 1;
    const all = [];
    for (let part = 1; part <= count; part += 1) {
      if (several) await expect(this.place).toHaveText(`Part ${part} of ${count}`);
      all.push(await look(part));
      if (several) await this.button("Next part").click();
    }
    return all;
  }

  /** All parts as text. */
  async texts() {
    if (!(await this.text.isVisible())) await this.code.getByText("The same as text").click();
    return this.eachPart(() => this.text.inputValue());
  }

  /** All parts as a camera reads them from the screen. */
  async links() {
    return this.eachPart(async () => {
      const { data, width, height } = PNG.sync.read(await this.picture.screenshot());
      const seen = jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" });
      if (!seen) throw new Error("no QR code can be read from the screen");
      return seen.data;
    });
  }

  async paste(text) {
    await this.field.fill(text);
    await this.button("Take it in").click();
  }
}
