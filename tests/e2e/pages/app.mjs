// The frame around every page.

/** What stands around every page: the way to the other pages, notices, the first heading. */
export class App {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
    this.nav = page.getByRole("navigation", { name: "Main" });
  }

  /** Opens an address of the app, such as `#/history`, in a page that is loaded anew. */
  async open(hash = "#/") {
    await this.page.goto("about:blank");
    await this.page.goto(`./${hash}`);
    await this.heading.waitFor();
    return this;
  }

  async follow(name) {
    await this.nav.getByRole("link", { name, exact: true }).click();
  }

  /** A message to the person that holds `text`. */
  notice(text) {
    return this.page.getByRole("status").filter({ hasText: text });
  }

  async closeNotice() {
    await this.page.getByRole("button", { name: "Close this message" }).first().click();
  }
}
