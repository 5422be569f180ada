import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import type { CaseRinging } from "./case-words.ts";
import { bodyOf, type Letter, paragraphsOf, type Reader } from "./letter.ts";
import { wordsFor } from "./store.ts";
import type { Ringing, Words } from "./words.ts";

const files = await readdir(new URL("./languages/", import.meta.url));
const languages = files.map((file) => file.replace(/\.ts$/, ""));
const [now, nine, noon, three] = [
  instant("2026-11-24T10:00:00Z"),
  instant("2026-11-24T08:00:00Z"),
  instant("2026-11-24T11:00:00Z"),
  instant("2026-11-24T14:00:00Z"),
];
const promise = "Written estimate for the cellar pipes";

function readerOf(language: string): Reader {
  return { name: "Marta Lindqvist", language, timeZone: "Europe/Berlin", businessTimeZone: "Europe/Berlin", now };
}

const ringing: Ringing = {
  why: "first",
  promise,
  customer: "Lindqvist",
  dueAt: three,
  contact: "Marta Lindqvist",
  phone: "+49 30 5550 117",
  preferredChannel: "phone",
  lastWordAt: nine,
  path: "/today",
};
const caseRinging: CaseRinging = {
  why: "status",
  subject: "A dripping tap",
  customer: "Lindqvist",
  contact: "Marta Lindqvist",
  owner: "Ana Ortiz",
  words: "It drips again",
  dueAt: three,
  draft: "Hello Marta, we are at it.",
  path: "/customers/1",
};
const heard = { promise, customer: "Lindqvist", contact: "Marta Lindqvist", words: "But I wait", path: "/p/1" };

/** Every letter with and without the member's own words, and every fact that it must tell. */
function everyLetter(words: Words, reader: Reader): [name: string, letter: Letter, ...facts: string[]][] {
  const paths = { finePath: "/fine", doesNotSuitPath: "/not", yesPath: "/yes", notYetPath: "/not-yet" };
  const move = { ...paths, promise, oldDueAt: noon, newDueAt: three, reason: "The list comes at noon." };
  const settled = { promise, words: null, reason: "No valve fits.", missing: "The key of the cellar" };
  const own = { ...settled, words: "Dear Marta, it is like this." };
  const handedOn = { promises: [{ text: promise, dueAt: three }], words: null, from: "Ana", to: "Ben" };
  const whys = ["first", "second", "due", "waited_for", "handed_on", "bounced"] as const;
  return [
    ...everyLetterOfCases(words, reader),
    ["moved", words.moved({ ...move, words: null }, reader), promise, "12:00", "15:00", move.reason, reader.name],
    ["moved", words.moved({ ...move, words: own.words }, reader), own.words, "12:00", "15:00"],
    ["updated", words.updated({ promise, words: own.words, dueAt: three, nextWordAt: noon }, reader), "15:00", "12:00"],
    ["updated", words.updated({ promise, words: own.words, dueAt: null, nextWordAt: null }, reader), own.words],
    ["kept", words.kept({ ...paths, promise, words: null, more: "A new seal" }, reader), promise, "A new seal"],
    ["kept", words.kept({ ...paths, promise, words: own.words, more: null }, reader), own.words],
    ["released", words.released(settled, reader), promise],
    ["declined", words.declined(settled, reader), promise, settled.reason],
    ["failed", words.failed(own, reader), promise, settled.reason, own.words],
    ["heldUp", words.heldUp(settled, reader), promise, settled.missing],
    ["handedOn", words.handedOn(handedOn, reader), promise, "Ana", "Ben", "15:00"],
    ["corrected", words.corrected({ promise, words: null, was: "Friday", is: "Monday" }, reader), "Friday", "Monday"],
    ["holding", words.holding({ promise, business: "Ortiz", owner: "Ana", dueAt: three }, reader), "Ortiz", "15:00"],
    ["linkRenewed", words.linkRenewed({ business: "Ortiz", until: three }, reader), "Ortiz"],
    ["pageSent", words.pageSent({ business: "Ortiz", until: three }, reader), "Ortiz", "15:00"],
    ["rings", words.rings({ rings: [ringing], asleepSince: nine }, reader), "15:00", "+49 30 5550 117", "09:00", "4"],
    [
      "rings",
      words.rings({ rings: whys.map((why) => ({ ...ringing, why, lastWordAt: null })), asleepSince: null }, reader),
      promise,
    ],
    [
      "rings",
      words.rings(
        { rings: [{ ...ringing, contact: null, phone: null, preferredChannel: null }], asleepSince: null },
        reader,
      ),
      promise,
    ],
    ["contested", words.contested({ ...heard, dueAt: three }, reader), promise, "15:00", heard.words],
    ["reopened", words.reopened(heard, reader), promise, heard.words],
    ["contradicted", words.contradicted({ ...heard, saidAt: nine }, reader), promise, "09:00", heard.words],
    ["chased", words.chased({ ...heard, words: null, dueAt: three }, reader), promise, "15:00"],
    [
      "invited",
      words.invited({ business: "Ortiz", by: "Ana", until: three, path: "/i" }, reader),
      "Ortiz",
      "Ana",
      "15:00",
    ],
    ["newPassword", words.newPassword({ business: "Ortiz", path: "/n" }, reader), "Ortiz", reader.name],
    ["mailTest", words.mailTest({ business: "Ortiz" }, reader), "Ortiz", reader.name],
    [
      "messageFailed",
      words.messageFailed({ to: "Marta", subject: "Hello", problem: "550 No", path: "/m" }, reader),
      "Marta",
      "550 No",
    ],
  ];
}

function everyLetterOfCases(words: Words, reader: Reader): [name: string, letter: Letter, ...facts: string[]][] {
  const [subject, asked, did, business] = ["A dripping tap", "It drips again", "A new seal", "Ortiz"];
  const paths = { yesPath: "/yes", notYetPath: "/not-yet" };
  const own = "Dear Marta, it is like this.";
  const received = { subject, business, isCall: false, firstWordAt: three, reach: "Mon 9–17" };
  const draft = { subject, since: nine, owner: "Ana", handler: "Ben", waitingFor: "The key", nextWordAt: three };
  const next = [{ text: "Change the seal", dueAt: three }];
  const bare = { ...caseRinging, contact: null, owner: null, words: null, dueAt: null, draft: null };
  const whys = ["unowned", "status_due", "ask", "snooze", "replied", "chased", "reopened", "escalated"] as const;
  const others = ["handed_on", "bounced"] as const;
  return [
    ["caseReceived", words.caseReceived({ ...received, owner: null }, reader), subject, "15:00", "Mon 9–17", business],
    ["caseReceived", words.caseReceived({ ...received, owner: "Ana" }, reader), "Ana"],
    ["caseReceived", words.caseReceived({ ...received, isCall: true, owner: null }, reader), "15:00", business],
    ["caseOwned", words.caseOwned({ subject, business, owner: "Ana", nextWordAt: three }, reader), "Ana", "15:00"],
    ["caseOwned", words.caseOwned({ subject, business, owner: "Ana", nextWordAt: null }, reader), subject, business],
    ["caseWord", words.caseWord({ subject, words: own, nextWordAt: three }, reader), own, "15:00"],
    ["caseWord", words.caseWord({ subject, words: own, nextWordAt: null }, reader), own],
    ["caseHeld", words.caseHeld({ subject, business, words: own }, reader), own, business],
    ["caseDone", words.caseDone({ subject, words: own, asked, did, ...paths }, reader), own, asked, did],
    ["caseAsk", words.caseAsk({ subject, words: null, did, ...paths }, reader), subject, did, reader.name],
    ["caseAsk", words.caseAsk({ subject, words: own, did, ...paths }, reader), own, did],
    [
      "caseDraft",
      words.caseDraft({ ...draft, done: [did], next }, reader),
      did,
      "Change the seal",
      "Ana",
      "Ben",
      "The key",
    ],
    ["caseDraft", words.caseDraft({ ...draft, done: [], next: [], owner: null, waitingFor: null }, reader), subject],
    [
      "caseRings",
      words.caseRings({ rings: [caseRinging] }, reader),
      subject,
      "15:00",
      "It drips again",
      "we are at it",
    ],
    [
      "caseRings",
      words.caseRings({ rings: [...whys, ...others].map((why) => ({ ...bare, why })) }, reader),
      subject,
      "10",
    ],
  ];
}

for (const language of languages) {
  test(`every letter is written in "${language}", tells all its facts, and is plain`, async () => {
    const words = await wordsFor(language);
    const letters = everyLetter(words, readerOf(language));
    const written = new Set(letters.map(([name]) => name));
    assert.deepEqual(
      Object.keys(words).filter((name) => !written.has(name)),
      ["tag", "time", "drafts", "sample", "yourPage", "theHouse", "firstWord", "missedCall"],
    );
    for (const [name, letter, ...facts] of letters) {
      const whole = `${letter.subject}\n${bodyOf(letter)}`;
      assert.ok(letter.subject.length > 5 && letter.paragraphs.length > 0, name);
      for (const fact of facts) assert.ok(whole.includes(fact), `${name} does not say ${fact}:\n${whole}`);
      assert.doesNotMatch(whole, /!|undefined|null|\bSLA\b|\.\.|\s{3,}/, name);
    }
  });
}

test("English and German say the same letters in their own words", async () => {
  const [english, german] = await Promise.all(["en", "de"].map(wordsFor));
  assert.ok(english && german);
  const [en, de] = [everyLetter(english, readerOf("en")), everyLetter(german, readerOf("de"))];
  for (const [place, [name, letter]] of en.entries()) {
    assert.notEqual(letter.subject, de[place]?.[1].subject, name);
  }
});

test("the member's own words stand first, as they were written, with no greeting of ours before them", async () => {
  const { moved } = await wordsFor("en");
  const move = { promise, oldDueAt: noon, newDueAt: three, reason: "Late list", finePath: "", doesNotSuitPath: "" };
  const own = "Marta, the list comes at noon.\n\nYou get it by three.";
  assert.deepEqual(paragraphsOf(bodyOf(moved({ ...move, words: own }, readerOf("en")))).slice(0, 2), own.split("\n\n"));
  assert.equal(moved({ ...move, words: null }, readerOf("en")).paragraphs[0], "Hello Marta Lindqvist,");
});

test("a language with a region is read as the language, one that we lack as English", async () => {
  assert.equal(await wordsFor("de-AT"), await wordsFor("de"));
  assert.equal(await wordsFor("xx"), await wordsFor("en"));
  assert.equal(await wordsFor("../../secret"), await wordsFor("en"));
  assert.notEqual(await wordsFor("de"), await wordsFor("en"));
});
