import assert from "node:assert/strict";
import { test } from "node:test";
import { openBusiness } from "#test/harness/business.ts";
import { openGuest } from "#test/harness/guest.ts";
import type { Spoken } from "./spoken.ts";
import { tellStory } from "./story.ts";

const german: Spoken = {
  language: "de",
  promise: "Schriftliches Angebot für die Kellerrohre",
  dueWords: "bis morgen Mittag",
  reason: "Die Preisliste kommt erst am Mittwochmorgen.",
  nextReason: "Die zweite Seite fehlte.",
  sorry: "Liebe Frau Lindqvist, ich sage es Ihnen lieber heute, als Sie morgen warten zu lassen.",
  missing: "Die Seiten über den Kessel fehlen.",

  ring: "Sagen Sie Bescheid, bevor es zu spät ist",
  newTime: "Neuer Termin: ",
  done: "Erledigt: ",
  saysNotYet: "Marta Lindqvist sagt: noch nicht",

  heading: "Was wir Ihnen versprochen haben, Marta",
  fits: {
    label: "Das ist in Ordnung",
    ask: "Ist die neue Zeit für Sie in Ordnung?",
    send: "Das ist in Ordnung",
    thanks: "Danke. Wir haben aufgeschrieben, dass Ihnen die neue Zeit passt.",
  },
  notYet: {
    label: "Noch nicht",
    ask: "Was fehlt noch?",
    send: "Ana Bescheid geben",
    thanks: "Danke, dass Sie es sagen. Ana weiß es jetzt.",
  },
  yes: { send: "Ja, ich bin zufrieden", thanks: "Danke. Das ist gut zu wissen." },
  words: "Ihre Worte, wenn Sie möchten",
  finish: "Bitte bringen Sie es zu Ende",
};

const business = await openBusiness({ language: "de" });
// A browser that asks for English: what we know of Marta counts for more than what her browser says.
const guest = await openGuest({ javaScriptEnabled: false, locale: "en-GB" });

test("no script runs in this browser, and every mail and page is in German", async () => {
  await guest.page.goto("data:text/html,<title>unchanged</title><script>document.title = 'changed'</script>");
  assert.equal(await guest.page.title(), "unchanged");
});

tellStory(business, guest, german);

test("the page says in its code that it is German, loads nothing else, and asks nobody else", async () => {
  const { page } = guest;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const answer = await page.reload();
  assert.equal(await page.locator("html").getAttribute("lang"), "de");
  assert.deepEqual(asked, [page.url()]);
  assert.ok(((await answer?.body())?.byteLength ?? 0) < 15_000);
});
