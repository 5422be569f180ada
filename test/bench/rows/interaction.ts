import type { Page } from "playwright-core";
import { openDesk } from "#test/bench/desk.ts";
import { atMost, type Row } from "#test/bench/row.ts";

/** A laptop of some years ago. */
const slower = 4;

/** From a key or a tap to the next picture, with a thousand promises in the list, as browsers count INP. */
export const interaction: Row = {
  what: `from a key to the next picture (INP), CPU ${slower}× slower, list of 1,000 rows`,
  must: "< 200 ms",
  aim: "< 100 ms",
  measure: async (world) => {
    await using desk = await openDesk(world);
    const page = await desk.open();
    await page.goto("/promises");
    const rows = page.getByRole("main").getByRole("listitem");
    const more = page.getByRole("button", { name: "Show more" });
    await rows.first().waitFor();
    // The last press may come when the button is just leaving.
    while (await more.isVisible()) await more.click({ timeout: 1_000 }).catch(() => undefined);
    await rows.nth(world.size.few - 1).waitFor();
    const count = await rows.count();
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.evaluate(observe);
    await sitAt(page);
    const millis = (await page.evaluate<number[]>("Object.values(window.took)")).sort((a, b) => a - b);
    // The worst of each fifty is left out, as browsers do when they report the figure.
    const inp = millis.at(-1 - Math.floor(millis.length / 50)) ?? 0;
    const slowest = `slowest of ${millis.length} interactions ${millis.at(-1)} ms`;
    return { figures: `**${inp} ms** with ${count} rows, ${slowest}`, verdict: atMost(inp, 199, 99) };
  },
};

/** Each interaction by its number, with the longest of its events. What takes less than a picture is not told. */
const observe = `window.took = {}; new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries())
    if (interactionId) took[interactionId] = Math.max(took[interactionId] ?? 0, duration);
}).observe({ type: "event", durationThreshold: 16 })`;

/** What one does there: walk, look up, write a line, turn the list into a board and back. */
async function sitAt(page: Page): Promise<void> {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key, { delay: 20 });
  };
  await press(..."jjjjjjjjjjkkkkk");
  await press("Control+k", ..."settings", "Escape");
  await press("?", "Escape");
  await press("c", ..."for customer 12: the key by Friday", "Escape");
  await page
    .locator("label")
    .filter({ hasText: /^Board$/ })
    .click();
  await page
    .locator("label")
    .filter({ hasText: /^List$/ })
    .click();
  await press(..."jjjjj");
  // What was pressed last is told with the next picture but one.
  await page.evaluate("new Promise((then) => setTimeout(then, 500))");
}
