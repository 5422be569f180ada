import type { Page } from "playwright-core";

/** What is shown: an address of the staff's app, with ids of the demo for `$id`, and what is done there first. */
export type Shot = { name: string; path: string; who?: "nobody"; act?: (page: Page) => Promise<void> };

/** Every screen has one: test/screens/shots.test.ts compares them with the routes. */
export const shots: readonly Shot[] = [
  { name: "today", path: "/today" },
  { name: "quick-add", path: "/today", act: writeLine },
  { name: "move", path: "/today", act: (page) => openByKey(page, "m") },
  { name: "palette", path: "/today", act: (page) => openByKey(page, "Control+k") },
  { name: "keys", path: "/today", act: (page) => openByKey(page, "?") },
  { name: "promises", path: "/promises" },
  { name: "board", path: "/promises", act: showBoard },
  { name: "promise", path: "/promises/$id" },
  { name: "cases", path: "/cases" },
  { name: "case", path: "/cases/$id" },
  { name: "causes", path: "/causes" },
  { name: "cause", path: "/causes/$id" },
  { name: "customers", path: "/customers" },
  { name: "customer", path: "/customers/$id" },
  { name: "our-word", path: "/record" },
  { name: "quotes", path: "/record/quotes" },
  { name: "about-me", path: "/me" },
  { name: "settings", path: "/settings" },
  ...[
    ...[
      "absences",
      "calendar-feed",
      "calendars",
      "devices",
      "forms",
      "hours",
      "keys",
      "kinds",
      "letters",
      "mailboxes",
      "members",
    ],
    ...["policies", "replies", "security", "teams", "texts", "workspace"],
  ].map((page) => ({ name: `settings-${page}`, path: `/settings/${page}` })),
  { name: "settings-calendar", path: "/settings/calendars/$id" },
  { name: "settings-team", path: "/settings/teams/$id" },
  { name: "sign-in", path: "/sign-in", who: "nobody" },
  { name: "new-password", path: "/new-password", who: "nobody" },
  { name: "invitation", path: "/invitation/$token", who: "nobody" },
  { name: "first-run", path: "/first-run", who: "nobody" },
];

async function writeLine(page: Page): Promise<void> {
  await page.keyboard.press("c");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("call Nora Blum back tomorrow 3pm about the leak");
  await page.getByRole("dialog").getByText("15:00").first().waitFor();
}

async function openByKey(page: Page, key: string): Promise<void> {
  await page.keyboard.press("j");
  await page.keyboard.press(key);
  await page.getByRole("dialog").waitFor();
}

async function showBoard(page: Page): Promise<void> {
  await page
    .locator("label")
    .filter({ hasText: /^Board$/ })
    .click();
  await page.getByRole("region").first().waitFor();
}
