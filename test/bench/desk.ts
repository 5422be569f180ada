import type { BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "#test/harness/browser.ts";
import { addCustomers, addPromises, farOff, newBusiness } from "./fill.ts";
import type { World } from "./world.ts";

const cleo = { name: "Cleo Lund", email: "cleo@lund.example", password: "a sentence is easier" };

export type Desk = AsyncDisposable & { open: (how?: BrowserContextOptions) => Promise<Page> };

/** Whoever came in for one row comes in again for the next. */
const known = new WeakSet<World>();

/** The staff's app in a real browser, on which a member with a thousand open promises has signed in. */
export async function openDesk(world: World): Promise<Desk> {
  if (!known.has(world)) await moveIn(world);
  known.add(world);
  const browser = await launchBrowser();
  const open = async (how: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      ...how,
      locale: "en-GB",
      baseURL: world.house.url,
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.locator("input[type=email]").fill(cleo.email);
    await page.locator("input[type=password]").fill(cleo.password);
    await page.locator("button[type=submit]").click();
    await page.locator("nav").waitFor();
    return page;
  };
  return { open, [Symbol.asyncDispose]: () => browser.close() };
}

async function moveIn(world: World): Promise<void> {
  const business = await newBusiness(world, "Lund", cleo);
  await addCustomers(world.owner, business, world.size.few);
  await addPromises(world.owner, business, world.size.few, farOff);
  await world.owner.query("analyze promises");
}
