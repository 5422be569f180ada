import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { businessHours } from "#base/calendar.ts";
import { instant } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { type QuickAdd, type Reader, readQuickAdd } from "./quick-add.ts";
import { without } from "./quick-add-pieces.ts";

const timeZone = "Europe/Berlin";
const members = ["Karim El Amrani", "Ana Vogt", "Anton Berg"].map((name) => ({ id: name, name }));
const reader: Reader = {
  now: instant("2026-11-23T10:00:00+01:00"), // a Monday
  timeZone,
  language: "en",
  calendar: businessHours(timeZone),
  kinds: ["table_ready"],
  members,
};
const read = (line: string, language = "en") => readQuickAdd(line, { ...reader, language });
const wall = ({ due }: QuickAdd) =>
  due?.dueAt.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: "minute" }).slice(5) ?? null;

/** [line, customer, kind, due on the wall, text] */
type Row = [line: string, customer: string | null, kind: string, due: string | null, text: string];
function isRead(table: Row[], language: string): void {
  const said = table.map(([line]): Row => {
    const found = read(line, language);
    return [line, found.customers[0]?.words ?? null, found.kind.name, wall(found), found.text];
  });
  assert.deepEqual(said, table);
}

test("a line of English becomes customer, kind, due and text", () => {
  isRead(
    [
      ["call Ana back tomorrow 3pm about the leak", "Ana", "callback", "11-24T15:00", "call Ana back about the leak"],
      ["Call ana back tomorrow", "ana", "callback", "11-24T17:00", "Call ana back"],
      ["table 7 more bread in 5 minutes", "table 7", "other", "11-23T10:05", "more bread"],
      ["bring more bread to table 7 in 5 minutes", "table 7", "delivery", "11-23T10:05", "bring more bread to table 7"],
      ["for Müller: new pump on Friday at noon", "Müller", "other", "11-27T12:00", "new pump"],
      ["Hotel Post: fix the boiler by Thursday", "Hotel Post", "fix", "11-26T17:00", "fix the boiler"],
      [
        "send the quote to Hotel Post by Friday 3pm",
        "Hotel Post",
        "price_quote",
        "11-27T15:00",
        "send the quote to Hotel Post",
      ],
      ["quote for hotel post by friday", "hotel post", "price_quote", "11-27T17:00", "quote for hotel post"],
      ["visit Smith & Sons tomorrow between 2 and 4", "Smith & Sons", "visit", "11-24T16:00", "visit Smith & Sons"],
      ["tomorrow: replace the tap at Ms Vogt's", "Ms Vogt", "fix", "11-24T17:00", "replace the tap at Ms Vogt's"],
      ["your table is ready in 20 minutes", null, "table_ready", "11-23T10:20", "your table is ready"],
      ["refund José Álvarez within 2 working days", "José Álvarez", "payment", "11-25T17:00", "refund José Álvarez"],
      ["email Van der Berg the report today", "Van der Berg", "email", "11-23T17:00", "email Van der Berg the report"],
    ],
    "en",
  );
});

test("a line of German becomes customer, kind, due and text", () => {
  isRead(
    [
      ["Angebot an Hotel Post bis Freitag 15 Uhr", "Hotel Post", "price_quote", "11-27T15:00", "Angebot an Hotel Post"],
      [
        "Frau Vogt zurückrufen morgen um 9 wegen Leck",
        "Frau Vogt",
        "callback",
        "11-24T09:00",
        "Frau Vogt zurückrufen wegen Leck",
      ],
      ["ana anrufen in 2 stunden", "ana", "callback", "11-23T12:00", "ana anrufen"],
      ["Tisch 7 noch Brot in 5 Minuten", "Tisch 7", "other", "11-23T10:05", "noch Brot"],
      ["für Müller: Pumpe tauschen am Donnerstag", "Müller", "fix", "11-26T17:00", "Pumpe tauschen"],
      [
        "Besuch bei Familie Weber am Mittwoch zwischen 8 und 10",
        "Familie Weber",
        "visit",
        "11-25T10:00",
        "Besuch bei Familie Weber",
      ],
      [
        "Paket an Möbel Groß GmbH heute liefern",
        "Möbel Groß GmbH",
        "delivery",
        "11-23T17:00",
        "Paket an Möbel Groß GmbH liefern",
      ],
      ["Heute: Ana Bescheid geben", "Ana", "update", "11-23T17:00", "Ana Bescheid geben"],
    ],
    "de",
  );
});

test("an owner is named with @ and a kind with #, and what nobody is called stays in the text and is said", () => {
  const both = read("call Ana tomorrow @karim #visit");
  assert.deepEqual(
    [both.owner?.name, both.kind, both.text],
    ["Karim El Amrani", { name: "visit", isGuessed: false }, "call Ana"],
  );
  const notes = (line: string) => read(line).notes.map(({ code }) => code);
  assert.deepEqual(notes("call Ana tomorrow @an"), ["several_members"]);
  assert.deepEqual(notes("call Ana tomorrow @zoe"), ["no_such_member"]);
  assert.equal(read("call Ana tomorrow @zoe").text, "call Ana @zoe");
  assert.deepEqual(notes("call Ana tomorrow #zebra"), ["unknown_kind"]);
  assert.deepEqual(notes("order #12 for Ana by friday"), []);
  assert.equal(read("mail ana@vogt.example tomorrow").owner, null);
});

test("what could not be read is said, and what was typed stays", () => {
  const codes = (line: string) => read(line).notes.map(({ code }) => code);
  assert.deepEqual(codes("call Ana back"), ["unreadable_time"]);
  assert.deepEqual(codes("call Ana soon"), ["unreadable_time"]);
  assert.deepEqual(codes("call Ana yesterday"), ["time_past"]);
  assert.deepEqual(codes("tomorrow 3pm"), ["to_whom", "text_missing"]);
  assert.deepEqual(codes(""), ["to_whom", "text_missing", "unreadable_time"]);
  assert.equal(read("call Ana soon").text, "call Ana soon");
});

test("a pasted table and a wall of words are refused with what to do", () => {
  const code = (line: string) => {
    try {
      return read(line).text;
    } catch (refusal) {
      return refusal instanceof Refusal ? [refusal.code, refusal.field] : refusal;
    }
  };
  assert.deepEqual(code("Ana\tcall\tFriday\nBen\tvisit\tMonday\n"), ["several_lines", "line"]);
  assert.deepEqual(code("word ".repeat(2000)), ["line_too_long", "line"]);
  assert.equal(code("call Ana\ttomorrow"), "call Ana");
});

const piece = fc.oneof(
  fc.constantFrom(
    ...members.map(({ name }) => `@${name.split(" ")[0]}`),
    "#visit",
    "#nothing",
    "for Müller:",
    "table 7",
  ),
  fc.constantFrom("tomorrow", "at 3pm", "by Friday", "bis Freitag 15 Uhr", "in 5 Minuten", "soon", "between 2 and 4"),
  fc.constantFrom(
    "call Ana back",
    "Angebot an Hotel Post",
    "about the leak",
    ",",
    ":",
    "–",
    "…",
    "👩‍🔧",
    "שלום",
    "محمد",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((words) => words.replace(/[\n\r\u2028\u2029]/g, " ")),
);

test("no word is lost: what was not read as customer, owner, kind or time is the text, in its order", () => {
  const wordsOf = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom("en", "de"), (pieces, language) => {
      const line = pieces.join(" ").normalize("NFC");
      const { text, parts } = read(line, language);
      for (const [n, { from, to }] of parts.entries()) assert.ok(from < to && from >= (parts[n - 1]?.to ?? 0), "apart");
      const left = (taken: QuickAdd["parts"]) => wordsOf(without(line.replace(/\p{Cc}/gu, " "), taken)).join(" ");
      // A customer whom the sentence names stays in it; one who stands in front of it does not.
      const either = [left(parts), left(parts.filter(({ is }) => is !== "customer"))];
      assert.ok(either.includes(wordsOf(text).join(" ")), `${text} is neither of ${either.join(" | ")}`);
    }),
    { numRuns: 500 },
  );
});
