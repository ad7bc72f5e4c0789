// What an assessment came to.
import { Result } from "./result.mjs";

export class Level extends Result {
  constructor(page) {
    super(page);
    this.said = this.main.getByText(/^Probably level|^Not enough evidence yet/);
    this.learn = this.main.getByRole("heading", { name: "What to learn next" });
  }

  /** The chance of each level, in percent. */
  async chances() {
    const table = this.main.getByRole("table").filter({ has: this.page.getByRole("columnheader", { name: "Chance", exact: true }) });
    const cells = await table.getByRole("cell", { name: /%$/ }).allTextContents();
    return cells.map((text) => Number.parseInt(text, 10));
  }

  /** The levels between which the band lies. */
  async band() {
    const [, from, to] = (await this.said.textContent()).match(/level (\d)(?: to (\d))?/);
    return [Number(from), Number(to ?? from)];
  }

  /** The link to this result. */
  async link(context) {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.button("Copy a link to this result").click();
    await this.main.getByText("The link is on the clipboard.").waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
