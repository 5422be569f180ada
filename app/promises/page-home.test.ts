import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { businessHours } from "#base/calendar.ts";
import { nothing } from "#base/html.ts";
import { frame } from "#portal/frame.ts";
import { wordsIn } from "#portal/languages.ts";
import { on } from "#test/harness/promise-life.ts";
import type { SeenPromise } from "./page.ts";
import { acts } from "./page-acts.ts";
import { promisePage } from "./page-ask.ts";
import { homePage } from "./page-home.ts";
import type { Look } from "./page-look.ts";
import type { StoryItem } from "./page-story.ts";
import type { Visit } from "./page-visit.ts";

const now = on("Thu 10:00");
const english = wordsIn(["en"]);
const times = { locale: "en-GB", timeZone: "Europe/Berlin", houseZone: "Europe/Berlin", now };
const look: Look = { words: english.promises, times, home: "/c/token", key: "key" };

const visit: Visit = {
  workspaceId: "house",
  link: { id: "link", expiresAt: on("next Fri 9:00"), revokedAt: null },
  house: {
    name: "Kranich",
    language: "en",
    hours: businessHours("Europe/Berlin"),
    timeZone: "Europe/Berlin",
    emergencyRoute: null,
  },
  contact: { id: "contact", name: "Marta Lindqvist", preferredChannel: "email", language: null, timeZone: null },
  customer: { id: "customer", language: null, timeZone: null },
  contactIds: ["contact"],
  customerIds: ["customer"],
  head: { seq: 7, hash: Buffer.alloc(32, 0xab) },
  overrides: [],
};

const seen: SeenPromise = {
  id: "0190",
  text: "Send the drawing",
  rest: null,
  state: "open",
  owner: "Ana Ortiz",
  givenTo: null,
  dueAt: on("Thu 14:00"),
  opensAt: null,
  firstDueAt: null,
  heldToDueAt: null,
  isOverdue: false,
  wasLate: false,
  needsNewDue: false,
  heldUp: null,
  settledAt: null,
  earlySeconds: null,
  isTried: false,
  more: null,
  verdict: null,
  isAsked: false,
  story: [],
  acts: ["asking", "let_go"],
};

const shown = { open: [seen], settled: [], hasMore: false, cursorAfter: () => "cursor", notice: null, beside: nothing };
const home = (different: Partial<typeof shown> = {}, guest = visit, how = look) =>
  String(homePage(guest, { ...shown, ...different }, how));
const textOf = (page: string) => page.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
const line = (different: Partial<SeenPromise>, how = look) =>
  textOf(home({ open: [{ ...seen, ...different }] }, visit, how));

describe("the customer's page", () => {
  test("says what is owed, by when, and by whom", () => {
    assert.match(line({}), /Send the drawing ?by today, 14:00Ana Ortiz/);
    assert.match(line({ dueAt: on("Fri 9:15") }), /by tomorrow, 0?9:15/);
    assert.match(line({ dueAt: on("next Tue 9:15") }), /by Tuesday, 0?9:15/);
    assert.match(line({ dueAt: on("next Fri 9:15") }), /by Friday,? 13 March, 0?9:15/);
  });

  test("says a window as a window, and what was promised first where it moved", () => {
    assert.match(line({ opensAt: on("Thu 12:00") }), /today, between 12:00 and 14:00/);
    assert.match(line({ opensAt: on("Wed 12:00") }), /from yesterday, 12:00 to today, 14:00/);
    assert.match(line({ firstDueAt: on("Thu 11:30") }), /first promised for today, 11:30/);
  });

  test("says plainly that we are late", () => {
    assert.match(line({ isOverdue: true, dueAt: on("Wed 14:00") }), /was due yesterday, 14:00, we are late/);
    assert.match(line({ isOverdue: true, heldToDueAt: on("Wed 12:00") }), /was due yesterday, 12:00, we are late/);
    assert.match(line({ wasLate: true }), /by today, 14:00.* we were late with this/);
  });

  test("says what stands beside the due", () => {
    assert.match(line({ heldToDueAt: on("Thu 12:00") }), /Until we agree on something, today, 12:00 counts/);
    assert.match(line({ needsNewDue: true }), /Open again. Ana Ortiz owes you a new time/);
    assert.match(
      line({ heldUp: { since: on("Thu 9:00"), reason: "the colour" } }),
      /stood still since today, 0?9:00. We need from you: the colour/,
    );
    assert.match(line({ rest: "the second half" }), /Still to do: the second half/);
  });

  test("says how it ended", () => {
    const settled = (different: Partial<SeenPromise>) => line({ acts: [], settledAt: on("Wed 9:15"), ...different });
    assert.match(settled({ state: "kept", earlySeconds: 90_000 }), /done yesterday, 0?9:15, 1 day early/);
    assert.match(settled({ state: "kept", isTried: true }), /tried yesterday, 0?9:15, and left a message/);
    assert.match(settled({ state: "kept_late" }), /later than we said/);
    assert.match(settled({ state: "not_kept" }), /we did not do this/);
    assert.match(settled({ state: "released" }), /no longer needed since yesterday/);
    assert.match(settled({ state: "declined" }), /we had to say no/);
    assert.match(settled({ state: "void" }), /written down by mistake/);
  });

  test("is told in the customer's own time, which is named where it is not ours", () => {
    const far = { ...look, times: { ...times, timeZone: "Pacific/Auckland" } };
    assert.match(line({}, far), /All times are yours: New Zealand/);
    assert.match(line({}, far), /by tomorrow, 0?2:00/);
    assert.match(line({}, far), /Mon–Fri 9:00–17:00 \(Central European/);
    assert.doesNotMatch(line({}, { ...look, times: { ...times, timeZone: "Europe/Vienna" } }), /All times/);
  });

  test("is warm and true when nothing is owed", () => {
    assert.match(textOf(home({ open: [] })), /We owe you nothing just now/);
  });

  test("says who answers, when, and where to turn when it cannot wait", () => {
    assert.match(line({}), /Ana Ortiz answers you. We are here Mon–Fri 9:00–17:00. We are here now/);
    const night = { ...look, times: { ...times, now: on("Fri 20:00") } };
    const house = { ...visit.house, emergencyRoute: "+49 30 112" };
    assert.match(
      textOf(home({}, { ...visit, house }, night)),
      /Next reply from Monday, 0?9:00.*If it cannot wait: \+49 30 112/,
    );
    assert.match(line({}), /7 entries and ends in abababababababab/);
  });

  test("greets by the first name, but not by a title alone", () => {
    const greeted = (name: string) => textOf(home({}, { ...visit, contact: { ...visit.contact, name } }));
    assert.match(greeted("Marta Lindqvist"), /promised you, Marta /);
    assert.match(greeted("Dr. Lindqvist"), /promised you, Dr. Lindqvist/);
    assert.match(greeted("Frau Lindqvist"), /promised you, Frau Lindqvist/);
  });

  test("stays small however much is on it, and leads on to the rest", () => {
    const wordy = { ...seen, text: "Ünd so wëiter ".repeat(140), story: story("schön ".repeat(500)), acts };
    const many = Array.from({ length: 60 }, (_, n) => ({ ...wordy, id: `id-${n}` }));
    const settled = many
      .slice(0, 20)
      .map((p) => ({ ...p, state: "kept" as const, settledAt: on("Wed 9:00"), isAsked: true }));
    for (const words of [english, wordsIn(["de"])]) {
      const how = { ...look, words: words.promises, home: `/c/${"x".repeat(64)}` };
      const page = homePage(visit, { ...shown, open: many, settled }, how);
      const bytes = Buffer.byteLength(
        frame(words, { house: "Kranich Heizung & Wasser", contact: "Marta" }, page, how.home),
      );
      assert.ok(bytes <= 15_000, `${bytes} bytes`);
      assert.match(String(page), /\?after=cursor/);
    }
  });
});

describe("nothing that a person wrote becomes markup", () => {
  const evil = `<img src=x onerror="alert('1')">"'`;
  const escaped = (page: string) => {
    assert.doesNotMatch(page, /<img/);
    assert.doesNotMatch(page, /onerror="/);
  };
  const everywhere = (text: string): SeenPromise => ({
    ...seen,
    text,
    rest: text,
    owner: text,
    givenTo: text,
    more: text,
    heldUp: { since: now, reason: text },
    story: story(text),
    acts,
  });

  test("on the page, alone, or asked about", () => {
    const hostile = {
      ...visit,
      contact: { ...visit.contact, name: evil },
      house: { ...visit.house, emergencyRoute: evil },
    };
    escaped(String(homePage(hostile, { ...shown, open: [everywhere(evil)] }, look)));
    for (const act of acts) {
      const asking = { act, words: evil, outcome: evil, tellingId: evil, refused: "words_too_long" } as const;
      escaped(String(promisePage({ ...everywhere(evil), story: story(evil, evil) }, look, asking)));
    }
    escaped(frame(english, { house: evil, contact: evil }, homePage(hostile, shown, look)));
  });

  test("whatever the text is", () => {
    const tags = (page: string) => page.match(/<\/?[a-z!][^>]*>/gi)?.length;
    const plain = String(homePage(visit, { ...shown, open: [everywhere("x")] }, look));
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (text) => {
        const page = String(homePage(visit, { ...shown, open: [everywhere(`x${text}`)] }, look));
        assert.equal(tags(page), tags(plain));
      }),
      { numRuns: 200 },
    );
  });
});

/** Everything that a story can tell, each in these words. */
function story(text: string, contradicts: string | null = null): StoryItem[] {
  const whats = [
    ...(["promised", "moved", "told", "held_up", "handed_on", "holding", "corrected", "contradicted"] as const),
    ...(["asked", "fine", "does_not_suit", "yes", "not_yet"] as const),
  ];
  const said = { by: text, via: text, words: text, before: text, dueAt: now, nextWordAt: now, count: 2 };
  return whats.map((what) => ({ ...said, what, at: now, isLoggedAfterwards: true, contradicts }));
}
