import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";

export type Guest = Awaited<ReturnType<typeof openGuest>>;

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };
const looks = [
  { viewport: phone, colorScheme: "light" },
  { viewport: desk, colorScheme: "dark" },
] as const;

/** The customer at their phone's browser: they read their mail in it, follow its links, and find things by role and label. */
export async function openGuest({ javaScriptEnabled = true, locale = "en-GB" } = {}) {
  const browser = await launchBrowser();
  after(() => browser.close());
  const open = async (options: Parameters<typeof browser.newContext>[0]) => {
    const context = await browser.newContext({ locale, ...options });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  };
  const page = await open({ javaScriptEnabled, viewport: phone });
  // What examines a page is itself a script, so it looks at the page where scripts run.
  const examined = await Promise.all(looks.map(async (look) => ({ ...look, page: await open(look) })));
  return {
    page,
    /** A mail as their mail program shows it. */
    openMail: ({ html = "" }: { html?: string | undefined }) =>
      page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`),
    /** What they see is fit for everybody: on a phone by day, and on a desk at night. */
    meet: async (name: string) => {
      const examine = async ({ page: same, viewport, colorScheme }: (typeof examined)[number]) => {
        await same.goto(page.url());
        await fitFor(same, `${name}, ${viewport.width} wide, ${colorScheme}`);
      };
      await Promise.all(examined.map(examine));
    },
  };
}

/** No serious finding of axe, and nothing is wider than the window. With TRUEPENNY_SCREENSHOTS a picture is kept. */
export async function fitFor(page: Page, look: string): Promise<void> {
  if (process.env.TRUEPENNY_SCREENSHOTS) {
    const file = `truepenny ${look}.png`.replaceAll(/[^a-z0-9.]+/gi, "-");
    await page.screenshot({ path: join(tmpdir(), file), fullPage: true });
  }
  // One document without frames needs no second page to put its findings together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(({ help, nodes }) => `${help}: ${nodes.map(({ html }) => html).join(" ")}`);
  assert.deepEqual(found, [], look);
  const [width, room] = await page.locator("html").evaluate((html) => [html.scrollWidth, html.clientWidth]);
  assert.ok(Number(width) <= Number(room), `${look}: ${width} pixels`);
}
