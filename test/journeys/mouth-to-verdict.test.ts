import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { journalContract } from "#app/customers/wire-journal.ts";
import { openBusiness } from "#test/harness/business.ts";
import { openGuest } from "#test/harness/guest.ts";
import type { Spoken } from "./spoken.ts";
import { tellStory } from "./story.ts";

const english: Spoken = {
  language: "en",
  promise: "Written estimate for the cellar pipes",
  dueWords: "by tomorrow noon",
  reason: "The price list comes on Wednesday morning.",
  nextReason: "The second page was missing.",
  sorry: "Dear Marta, I would rather tell you today than let you wait tomorrow.",
  missing: "The pages about the boiler are missing.",

  ring: "Tell them before it is late, or say that it is on track",
  newTime: "New time: ",
  done: "Done: ",
  saysNotYet: "Marta Lindqvist says: not yet",

  heading: "What we promised you, Marta",
  fits: {
    label: "That is fine",
    ask: "Is the new time fine for you?",
    send: "That is fine",
    thanks: "Thank you. It is written down that the new time suits you.",
  },
  notYet: {
    label: "Not yet",
    ask: "What is still missing?",
    send: "Tell Ana",
    thanks: "Thank you for saying so. Ana was told.",
  },
  yes: { send: "Yes, I’m happy", thanks: "Thank you. That is good to know." },
  words: "Your words, if you like",
  finish: "Please finish it",
};

const business = await openBusiness({ language: "en" });
const guest = await openGuest();
tellStory(business, guest, english);

test("the customer's page ends in the head of their journal, and the journal is proved by us and without us", async () => {
  const { house, staff, workspaceId, customerId } = business;
  const { head, items } = await staff.ask(journalContract.readJournal, { id: customerId });
  assert.equal(items[0]?.seq, head.seq);
  const record = `Your record has ${head.seq} entries and ends in ${head.hash.slice(0, 16)}.`;
  await guest.page.getByText(record).waitFor();

  const verified = await house.run("verify", "--json");
  assert.deepEqual([verified.code, (verified.json as { is_whole: boolean }).is_whole], [0, true], verified.err);

  const folder = mkdtempSync(join(tmpdir(), "truepenny-journey-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "export.jsonl");
  const exported = await house.run("export", "--workspace", workspaceId, "--out", file, "--json");
  assert.equal(exported.code, 0, exported.err);
  const script = join(import.meta.dirname, "../../docs/check-journal.mjs");
  const checked = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
  const [said, [code]] = await Promise.all([text(checked.stdout), once(checked, "exit")]);
  assert.deepEqual([code, /^whole: \d+ entries in \d+ chains$/m.test(said)], [0, true], said);
});
