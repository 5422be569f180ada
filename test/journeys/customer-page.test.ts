import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { exportForReader } from "#app/exports/actions-customer.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { holdUp, keepPromise, movePromise } from "#app/promises/actions-acts.ts";
import { customerPages } from "#app/promises/portal.ts";
import { findPromise } from "#app/promises/store.ts";
import { plusSeconds } from "#base/instant.ts";
import { launchBrowser } from "#test/harness/browser.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { day, hour, newMarta, thursday } from "#test/harness/marta.ts";
import { startDoors } from "#test/harness/server.ts";

const { db } = await freshDatabase();
const { url } = await startDoors(db, [], {
  authenticate: actorOfKey,
  pages: [customerPages(exportForReader)],
  now: () => thursday,
});
const browser = await launchBrowser();
after(() => browser.close());

const at = (hours: number) => plusSeconds(thursday, hours * hour);
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const called = (hours: number) => ({ told: { channel: "phone" as const, at: at(hours) } });

/** Marta's week: one promise moved, one overdue, one waiting for her, one done and not answered. */
async function week(language?: string) {
  const marta = await newMarta(db, language ? { language } : {});
  const { ana, within } = marta;
  const estimate = await marta.promise("Written estimate for the cellar pipes", { madeAt: at(-20), dueAt: at(2) });
  const reason = "The price list comes at noon";
  const to = { due: () => ({ dueAt: at(4), opensAt: null }), reason, telling: called(-1) };
  await within((tx) => movePromise(tx, ana, estimate.id, to, at(-0.5)));
  await marta.promise("Call back about the invoice", { madeAt: at(-30), dueAt: at(-2) });
  const waiting = await marta.promise("New thermostat", { madeAt: at(-60), dueAt: at(70) });
  await within((tx) => holdUp(tx, ana, waiting.id, { reason: "the name of its maker", telling: called(-3) }, at(-3)));
  const valve = await marta.promise("Shut-off valve replaced", { madeAt: at(-70), dueAt: at(-3) });
  await within((tx) => keepPromise(tx, ana, valve.id, { telling: null }, at(-25)));
  const stands = (id: string) => within((tx) => findPromise(tx, marta.workspaceId, id));
  return { marta, estimate, valve, stands, link: `${url}${await marta.link()}` };
}

async function visiting<T>(how: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(how);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

test("Marta reads her page without JavaScript, accepts the new time, and has the last word on what was done", async () => {
  const { estimate, valve, stands, link } = await week();
  await visiting({ viewport: phone, javaScriptEnabled: false }, async (page) => {
    await page.goto(link);
    const card = page.getByRole("article").filter({ hasText: "Written estimate" });
    await card.getByText("by today, 14:40").waitFor();
    await card.getByText("The price list comes at noon").waitFor();
    await card.getByRole("button", { name: "That is fine" }).click();
    await page.getByRole("status").getByText("Thank you").waitFor();
    assert.equal(await card.getByRole("button").count(), 0, "nothing is left to answer");

    await page.getByRole("link", { name: "Not yet" }).click();
    await page.getByLabel("Your words").fill("It still drips");
    await page.getByLabel("Please finish it").check();
    await page.getByRole("button", { name: "Tell Ana" }).click();
    await page.getByRole("status").getByText("Ana was told").waitFor();
    await page.getByText("Open again. Ana Lima owes you a new time").waitFor();
  });
  assert.equal((await stands(estimate.id)).state, "open");
  const reopened = await stands(valve.id);
  assert.deepEqual([reopened.state, reopened.verdict], ["open", "not_yet"]);
});

test("Marta liest ihre Seite auf Deutsch und fragt nach", async () => {
  const { stands, estimate, link } = await week("de");
  await visiting({ viewport: phone, javaScriptEnabled: false }, async (page) => {
    await page.goto(link);
    await page.getByRole("heading", { name: "Was wir Ihnen versprochen haben, Marta" }).waitFor();
    const card = page.getByRole("article").filter({ hasText: "Written estimate" });
    await card.getByText("bis heute, 14:40 Uhr").waitFor();
    await card.getByRole("link", { name: "Ich frage danach" }).click();
    await page.getByRole("button", { name: "Ana fragen" }).click();
    await page.getByText("Ana weiß jetzt, dass Sie danach fragen").waitFor();
  });
  assert.equal((await stands(estimate.id)).chaseCount, 1);
});

describe("every page of hers can be used by everybody", async () => {
  const { marta, estimate, valve, link } = await week();
  const expired = `${url}${await marta.link(1, plusSeconds(thursday, -5 * day))}`;
  const pages = {
    "what was promised": link,
    "one promise": `${link}/promises/${estimate.id}`,
    "a question": `${link}/promises/${valve.id}?answer=not_yet`,
    "how to reach her": `${link}/channel`,
    "an old link": expired,
    "no page": `${url}/c/nothing`,
  };
  for (const colorScheme of ["light", "dark"] as const) {
    for (const viewport of [phone, desk]) {
      test(`${colorScheme}, ${viewport.width} pixels wide`, async () => {
        await visiting({ viewport, colorScheme }, async (page) => {
          for (const [what, address] of Object.entries(pages)) {
            await page.goto(address);
            const { violations } = await new AxeBuilder({ page }).analyze();
            const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
            assert.deepEqual(faults, [], what);
            const isTooWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
            assert.equal(isTooWide, false, `${what} scrolls sideways`);
            assert.deepEqual(await smallTargets(page), [], what);
          }
        });
      });
    }
  }
});

/** What a thumb would miss: buttons and the links that answer are at least 44 pixels high. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll("button, .acts a, .always a, fieldset label, summary")]
    .filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.textContent)`);
}
