// What a person sees and does in a tab: things are found by their role and name, and waited for.
import { setTimeout } from "node:timers/promises";
import { By, Key } from "selenium-webdriver";

/** How long anything may take, in milliseconds; on a busy machine much of it is waiting for the CPU. */
const patience = 30_000;

/** The browser has ended: whoever waits for something in it waits in vain. */
export class Over extends Error {}

/** Waits until `look` gives something that is true, and gives that back. */
export async function until(what, look, context = async () => "") {
  let failure;
  for (const end = Date.now() + patience; Date.now() < end;) {
    try {
      const found = await look();
      if (found) return found;
      failure = undefined;
    } catch (error) {
      if (error instanceof Over) throw error;
      // Between two pages, and while one is built, nothing can be found.
      failure = error;
    }
    // What polls without a breath takes the CPU from what it waits for.
    await setTimeout(20);
  }
  throw new Error(`waited in vain until ${what}\n${failure ?? ""}\n${await context().catch(() => "")}`);
}

/** Runs in the page: the visible elements of a role whose name is, or matches, what is asked for. */
function lookFor(role, name, isPattern) {
  const roles = {
    article: "article",
    alert: "[role=alert]",
    button: "button",
    title: "h1",
    heading: "h2, h3",
    link: "a[href]",
    radio: "input[type=radio]",
    region: "section",
    row: "tbody tr",
    status: "[role=status]",
    textbox: "input[type=text], textarea",
    file: "input[type=file]",
    group: "fieldset, [role=group]",
  };
  const spoken = (node) => (node.ariaHidden === "true" ? "" : node.data ?? [...node.childNodes].map(spoken).join(""));
  const named = (element) => (element.getAttribute("aria-label") ?? spoken(element.labels?.[0] ?? element)).replace(/\s+/g, " ").trim();
  const fits = (text) => (isPattern ? new RegExp(name).test(text) : text === name);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");
  return [...document.querySelectorAll(roles[role])].filter((element) => shown(element) && fits(named(element)));
}

export class Tab {
  constructor(browser, handle, frame) {
    Object.assign(this, { browser, handle, frame });
  }

  /** The driver, looking at this tab, or at its frame. */
  async driver() {
    const { driver, isOver } = this.browser;
    if (isOver) throw new Over("the browser has ended");
    await driver.switchTo().window(this.handle);
    if (this.frame) await driver.switchTo().frame(await driver.findElement(By.css(this.frame)));
    return driver;
  }

  /** What is in a frame of this tab. */
  within(selector) {
    return new Tab(this.browser, this.handle, selector);
  }

  /** Runs a function in the page; a promise is waited for. */
  async run(what, ...given) {
    return (await this.driver()).executeScript(`return (${what})(...arguments)`, ...given);
  }

  async open(address) {
    await (await this.driver()).get(address);
  }

  address() {
    return this.run(() => location.href);
  }

  /** Loads the page anew. */
  async reload() {
    await (await this.driver()).navigate().refresh();
  }

  /** Goes back to the page before this one. */
  async back() {
    await (await this.driver()).navigate().back();
  }

  async close() {
    await (await this.driver()).close();
  }

  /** All that is on the screen with this role and name: a text, or a pattern that is found in it. */
  async all(role, name = /./) {
    return this.run(lookFor, role, name.source ?? name, name instanceof RegExp);
  }

  async has(role, name) {
    return (await this.all(role, name)).length > 0;
  }

  /** The first of them, as soon as there is one. */
  async find(role, name) {
    const [first] = await this.until(`there is a ${role} “${name ?? ""}”`, async () => {
      const all = await this.all(role, name);
      return all.length > 0 && all;
    });
    return first;
  }

  async until(what, look) {
    return until(what, look, () => this.run(() => `${location.href}\n${document.body.innerText}`));
  }

  /** Waits until nothing of this role and name is on the screen. */
  async gone(role, name) {
    await this.until(`no ${role} “${name}” is there`, async () => !(await this.has(role, name)));
  }

  /** Clicks, once it is there; what is drawn anew in that moment is found again. */
  async press(role, name) {
    await this.until(`the ${role} “${name}” can be clicked`, async () => {
      const [first] = await this.all(role, name);
      if (!first) return false;
      // The driver itself does not scroll to what stands below the fold.
      await this.run((element) => element.scrollIntoView({ block: "center" }), first);
      await first.click();
      return true;
    });
  }

  /** Waits until a status of the page holds a text. */
  async says(text) {
    await this.until(`the page says “${text}”`, async () => (await this.all("status")).length > 0 && (await this.text("[role=status]")).includes(text));
  }

  /** Waits until a field holds a text. */
  async reads(role, text) {
    await this.until(`a ${role} holds “${text}”`, async () => (await this.run((field) => field?.value, (await this.all(role))[0])) === text);
  }

  /** What stands in the elements that a selector finds. */
  async text(selector = "body") {
    return this.run((wanted) => [...document.querySelectorAll(wanted)].map((one) => one.innerText).join("\n"), selector);
  }

  /** Waits for the first heading of a page. */
  async title(text) {
    await this.find("title", text);
  }

  /** Sends keys to whatever has the focus. */
  async keys(...keys) {
    await (await this.driver()).actions().sendKeys(...keys).perform();
  }

  /** The role and the name of what has the focus, as assistive technology has them. */
  async focused() {
    const element = await (await this.driver()).switchTo().activeElement();
    return { role: await element.getAriaRole(), name: await element.getAccessibleName() };
  }

  /** Waits until something of this role and name has the focus. */
  async hasFocus(role, name) {
    let now;
    await until(`the ${role} “${name}” has the focus`, async () => {
      now = await this.focused();
      return now.role === role && now.name === name;
    }, async () => `it is with the ${now.role} “${now.name}”`);
  }

  /** Goes on with Tab until something of this role and name has the focus. */
  async tabTo(role, name) {
    const fits = (text) => (name instanceof RegExp ? name.test(text) : text === name);
    for (let steps = 0; steps < 60; steps += 1) {
      const now = await this.focused();
      if (now.role === role && fits(now.name)) return;
      await this.keys(Key.TAB);
    }
    throw new Error(`the keyboard does not reach the ${role} “${name}”`);
  }
}
