import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { fitFor } from "./guest.ts";

// Before any house is opened, which reads once what was built.
buildApp();

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

/** How one sits at the desk: `asPhone` with a thumb, `asDesktop` with a keyboard. */
export const asPhone: BrowserContextOptions = { viewport: phone, isMobile: true, hasTouch: true };
export const asDesktop: BrowserContextOptions = { viewport: desk };

/**
 * A browser at the staff's app, built as it is now. `open` gives a page of its own, `signIn` one on which a member has
 * signed in through the form; whatever the page complains of on its console fails the test that asked for it.
 */
export async function openDesk(url: string) {
  const browser = await launchBrowser();
  after(() => browser.close());

  async function open(how: BrowserContextOptions = asDesktop): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Berlin", baseURL: url, ...how });
    // Only what never comes waits so long; on a crowded machine a page takes its time.
    context.setDefaultTimeout(45_000);
    const page = await context.newPage();
    page.on("pageerror", (problem) => assert.fail(`the page broke: ${problem.stack}`));
    page.on("console", (said) => {
      const isOurs = said.type() === "error" && !/Failed to load resource|net::ERR/.test(said.text());
      assert.ok(!isOurs, `the page complains: ${said.text()}`);
    });
    return page;
  }

  async function signIn(who: { email: string; password: string }, how?: BrowserContextOptions): Promise<Page> {
    const page = await open(how);
    await page.goto("/today");
    await page.locator("input[type=email]").fill(who.email);
    await page.locator("input[type=password]").fill(who.password);
    await page.locator("button[type=submit]").click();
    await page.locator("nav").waitFor();
    return page;
  }

  /** Every page that was opened so far is done with: a crowded machine has other things to draw. */
  const closePages = () => Promise.all(browser.contexts().map((context) => context.close()));

  return { open, signIn, closePages };
}

/** What one sees is fit for everybody, by day and at night: no serious finding of axe, and nothing is cut off sideways. */
export async function meet(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // What moves when the colours change must have come to rest before it is measured.
    await page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))");
    await fitFor(page, `${name}, ${page.viewportSize()?.width} wide, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** The boot script builds it when its sources changed, one at a time however many tests ask. */
function buildApp(): void {
  const boot = join(import.meta.dirname, "../../boot.cjs");
  const { status, stderr } = spawnSync(process.execPath, [boot, "build"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
}
