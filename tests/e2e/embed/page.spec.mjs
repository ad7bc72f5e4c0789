// The page that makes what another page needs to show a quiz.
import { App } from "../pages/app.mjs";
import { test, expect } from "../support/hosts.mjs";

const code = (page, name) => page.getByRole("region", { name, exact: true });

test("it writes a tag and a frame for what is chosen, and shows the quiz", async ({ page, baseURL }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await new App(page).open("#/settings");
  await page.getByRole("link", { name: "Put a quiz into your own page" }).click();
  await page.getByLabel("Area").selectOption("SQL");
  await page.getByLabel("How many questions").selectOption("5");
  await page.getByRole("radio", { name: /^Exam/ }).check();
  await page.getByRole("radio", { name: "Dark" }).check();
  const tag = code(page, "One tag");
  await expect(tag).toContainText(`<script type="module" src="${baseURL}embed.js"></script>`);
  await expect(tag).toContainText('<plumb-quiz area="sql" mode="exam" count="5" theme="dark" storage="host">');
  await expect(tag).toContainText(`<a href="${baseURL}#/quiz/sql?n=5&mode=exam">Open the quiz</a>`);
  await expect(code(page, "A plain frame")).toContainText(`src="${baseURL}?host=frame&amp;keep=self&amp;theme=dark&amp;start=/quiz/sql?n=5%26mode=exam"`);
  await page.getByLabel("The same questions for everybody").check();
  await expect(tag).toContainText(/ seed="[a-z2-9]{6}" /);
  await page.getByRole("button", { name: "Copy: One tag" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await tag.textContent());
  const preview = page.frameLocator('iframe[title="Preview"]');
  await expect(preview.getByRole("heading", { name: "A quiz in SQL" })).toBeVisible();
  await expect(preview.locator("html")).toHaveAttribute("data-theme", "dark");
});
