import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startBenchHouse } from "#test/bench/house.ts";
import { launchBrowser } from "#test/harness/browser.ts";
import { idsOf, makeDemo, signIn } from "./demo.ts";
import { type Shot, shots } from "./shots.ts";

/**
 * `npm run screens`: pictures of every screen of the demo into docs/screens/, at a desk and on a phone, by day and at
 * night. With names of screens only those.
 */
const folder = join(import.meta.dirname, "../../docs/screens");
const names = process.argv.slice(2);
const wanted = (name: string) => names.length === 0 || names.includes(name);
const sizes: Record<string, BrowserContextOptions> = {
  desk: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const tallest = 2_000;

const house = await startBenchHouse();
const browser = await launchBrowser();
try {
  if (names.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const early = shots.filter(({ path }) => path === "/first-run");
  await take(browser, early, {});
  const who = await makeDemo(house.dataFolder);
  const { page, storage } = await signIn(browser, house.url, who);
  const ids = await idsOf(page);
  const late = shots.filter((shot) => !early.includes(shot));
  await take(browser, [...late, { name: "customer-page", path: "customer-page", who: "nobody" }], ids, storage);
} finally {
  await browser.close();
  await house.stop();
}

type Storage = BrowserContextOptions["storageState"];

async function take(at: Browser, these: readonly Shot[], ids: Record<string, string>, storage?: Storage) {
  for (const shot of these.filter(({ name }) => wanted(name))) {
    for (const [size, how] of Object.entries(sizes)) {
      const storageState = shot.who === "nobody" ? undefined : storage;
      const around = {
        baseURL: house.url,
        locale: "en-GB",
        timezoneId: "Europe/Berlin",
        reducedMotion: "reduce",
      } as const;
      const context = await at.newContext({ ...around, ...how, ...(storageState && { storageState }) });
      const page = await context.newPage();
      await page.goto(ids[shot.path] ?? shot.path, { waitUntil: "domcontentloaded" });
      // What the business uses more of comes a moment after the screen.
      if (storageState)
        for (const name of ["Promises", "Our word"]) await page.getByRole("link", { name }).first().waitFor();
      await ready(page);
      await shot.act?.(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        writeFileSync(join(folder, `${shot.name}-${size}-${colorScheme}.webp`), await pictureOf(page));
      }
      await context.close();
    }
    process.stdout.write(`${shot.name}\n`);
  }
}

/** There is a heading, nothing is being fetched any more, and the letters have their shape. */
async function ready(page: Page): Promise<void> {
  await page.getByRole("heading").first().waitFor();
  await page.locator("[class*=skeleton]").first().waitFor({ state: "detached" });
  await page.evaluate("document.fonts.ready");
  await page.waitForTimeout(300);
}

/** The whole page in a window high enough, up to where nobody would scroll to see what it is like. */
async function pictureOf(page: Page): Promise<Buffer> {
  const client = await page.context().newCDPSession(page);
  const isCovered = await page.evaluate<boolean>("Boolean(document.querySelector('dialog[open]'))");
  const { cssContentSize: all } = await client.send("Page.getLayoutMetrics");
  const seen = page.viewportSize() ?? { width: 0, height: 0 };
  if (!isCovered) {
    await page.setViewportSize({ width: seen.width, height: Math.min(tallest, Math.max(all.height, seen.height)) });
  }
  const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: 70 });
  return Buffer.from(data, "base64");
}
