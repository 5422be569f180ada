import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser, launchBundled } from "./browser.ts";

const launchers: [string, () => Promise<Browser>][] = [
  ["the browser that journeys use", launchBrowser],
  ["the browser that npm brought, for machines without one", launchBundled],
];

for (const [name, launch] of launchers) {
  test(`${name} shows a page, presses its button and draws its letters`, async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      const script = "document.querySelector('output').textContent = 'kept'";
      await page.goto(`data:text/html,<button onclick="${script}">Keep</button><output></output><p><span>wide</span>`);
      await page.getByRole("button", { name: "Keep" }).click();
      assert.equal(await page.getByRole("status").textContent(), "kept");
      const width = await page.locator("span").evaluate((span) => span.getBoundingClientRect().width);
      assert.ok(width > 10, `the word is ${width} pixels wide`);
    } finally {
      await browser.close();
    }
  });
}
