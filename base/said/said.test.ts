import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { businessHours } from "#base/calendar.ts";
import { type Instant, instant, isAfter, isBefore } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { readSaid, type Speaker } from "./said.ts";

const wednesday = "2026-11-25T10:00:00+01:00";
const saturday = "2026-11-21T10:30:00+01:00";

function speaker(now: string, timeZone = "Europe/Berlin", language = "en"): Speaker {
  return { now: instant(now), timeZone, calendar: businessHours(timeZone), language };
}

/** "11-27 17:00" on the speaker's wall, with the opening before it for a window, or the code of the refusal. */
function heard(words: string, by: Speaker): string {
  const wall = (at: Instant) =>
    at.toZonedDateTimeISO(by.timeZone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
  const short = (at: Instant) => wall(at).replace(/^2026-/, "");
  try {
    const { opensAt, dueAt } = readSaid(words, by);
    return opensAt ? `${short(opensAt)} to ${short(dueAt)}` : short(dueAt);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

type Table = [words: string, heard: string][];

function isHeard(table: Table, by: Speaker): void {
  const wrong = table.filter(([words, expected]) => heard(words, by) !== expected);
  assert.deepEqual(
    wrong.map(([words]) => [words, heard(words, by)]),
    wrong,
  );
}

test("English is read as it is meant on a Wednesday morning in Berlin, open nine to five", () => {
  isHeard(onWednesday, speaker(wednesday));
});
const onWednesday: Table = [
  ["by Friday", "11-27 17:00"],
  ["by tomorrow noon", "11-26 12:00"],
  ["the 1st of next month", "12-01 09:00 to 12-01 17:00"],
  ["Friday 9 to 11", "11-27 09:00 to 11-27 11:00"],
  ["early tomorrow", "11-26 09:00 to 11-26 12:00"],
  ["by this time tomorrow", "11-26 10:00"],
  ["the next working day", "11-26 17:00"],
  ["by lunch", "11-25 12:00"],
  ["4-6 weeks", "2027-01-06 17:00"],
  ["two weeks on Monday", "12-14 17:00"],
  ["on Friday", "11-27 09:00 to 11-27 17:00"],
  ["Friday", "11-27 09:00 to 11-27 17:00"],
  ["tomorrow", "11-26 09:00 to 11-26 17:00"],
  ["today", "11-25 17:00"],
  ["still today", "11-25 17:00"],
  ["between 10 and 12", "11-25 12:00"],
  ["tomorrow 2-4pm", "11-26 14:00 to 11-26 16:00"],
  ["tomorrow 11-1pm", "11-26 11:00 to 11-26 13:00"],
  ["Friday between 2 and 4", "11-27 14:00 to 11-27 16:00"],
  ["from 9 to 5 tomorrow", "11-26 09:00 to 11-26 17:00"],
  ["from 10pm to 2am", "11-25 22:00 to 11-26 02:00"],
  ["8-10pm", "11-25 20:00 to 11-25 22:00"],
  ["tomorrow morning", "11-26 09:00 to 11-26 12:00"],
  ["in the morning", "11-26 09:00 to 11-26 12:00"],
  ["first thing tomorrow", "11-26 10:00"],
  ["first thing Monday", "11-30 10:00"],
  ["this afternoon", "11-25 12:00 to 11-25 17:00"],
  ["this morning", "11-25 12:00"],
  ["tonight", "11-25 18:00 to 11-25 21:00"],
  ["tomorrow night at 8", "11-26 20:00"],
  ["3 in the afternoon", "11-25 15:00"],
  ["Monday morning by 10", "11-30 10:00"],
  ["next Friday", "12-04 09:00 to 12-04 17:00"],
  ["Friday week", "12-04 09:00 to 12-04 17:00"],
  ["tomorrow week", "12-03 09:00 to 12-03 17:00"],
  ["Friday next week", "12-04 09:00 to 12-04 17:00"],
  ["next week on Monday or Tuesday", "12-01 17:00"],
  ["next week", "11-30 09:00 to 12-04 17:00"],
  ["early next week", "11-30 09:00 to 12-01 17:00"],
  ["mid next week", "12-02 09:00 to 12-02 17:00"],
  ["end of next week", "12-04 17:00"],
  ["week after next", "12-07 09:00 to 12-11 17:00"],
  ["next month", "12-01 09:00 to 12-31 17:00"],
  ["by Wednesday", "11-25 17:00"],
  ["Wednesday 9am", "12-02 09:00"],
  ["by Sun 3pm", "11-29 15:00"],
  ["the day after tomorrow at noon", "11-27 12:00"],
  ["two to three weeks", "12-16 17:00"],
  ["in two to three weeks", "12-16 17:00"],
  ["2-3 days", "11-28 17:00"],
  ["in a day or two", "11-27 17:00"],
  ["Monday or Tuesday", "12-01 17:00"],
  ["between Monday and Wednesday next week", "11-30 09:00 to 12-02 17:00"],
  ["in 20 minutes", "11-25 10:20"],
  ["in half an hour", "11-25 10:30"],
  ["in an hour and a half", "11-25 11:30"],
  ["in 2 hours 30 minutes", "11-25 12:30"],
  ["1.5 hours", "11-25 11:30"],
  ["in 3 hours", "11-25 13:00"],
  ["within the hour", "11-25 11:00"],
  ["within 24 hours", "11-26 10:00"],
  ["within 48 hours", "11-27 10:00"],
  ["within 4 working hours", "11-25 14:00"],
  ["in two days", "11-27 17:00"],
  ["within two working days", "11-27 17:00"],
  ["2 business days", "11-27 17:00"],
  ["in two working days at noon", "11-27 12:00"],
  ["in a week", "12-02 17:00"],
  ["a week from Friday", "12-04 17:00"],
  ["in a fortnight", "12-09 17:00"],
  ["in a month", "12-25 17:00"],
  ["end of the week", "11-27 17:00"],
  ["by the end of the month", "11-30 17:00"],
  ["by the end of November", "11-30 17:00"],
  ["in December", "12-01 09:00 to 12-31 17:00"],
  ["EOD", "11-25 17:00"],
  ["by EOD tomorrow", "11-26 17:00"],
  ["COB Friday", "11-27 17:00"],
  ["by the end of tomorrow", "11-26 17:00"],
  ["by close of play", "11-25 17:00"],
  ["by the weekend", "11-27 17:00"],
  ["by Christmas", "12-24 17:00"],
  ["before Friday", "11-26 17:00"],
  ["before lunch tomorrow", "11-26 12:00"],
  ["24 Nov", "2027-11-24 09:00 to 2027-11-24 17:00"],
  ["27 Nov", "11-27 09:00 to 11-27 17:00"],
  ["Nov 27 at 3pm", "11-27 15:00"],
  ["at noon on the 3rd of December", "12-03 12:00"],
  ["by the 3rd", "12-03 17:00"],
  ["27.11.", "11-27 09:00 to 11-27 17:00"],
  ["27/11/2026", "11-27 09:00 to 11-27 17:00"],
  ["11/12", "12-11 09:00 to 12-11 17:00"],
  ["2026-11-27 15:00", "11-27 15:00"],
  ["2026-11-27T15:00", "11-27 15:00"],
  ["2026-11-27T15:00:00-05:00", "11-27 21:00"],
  ["Friday 4 December", "12-04 09:00 to 12-04 17:00"],
  ["15:00", "11-25 15:00"],
  ["3pm", "11-25 15:00"],
  ["9am", "11-26 09:00"],
  ["3.30 pm", "11-25 15:30"],
  ["half past three", "11-25 15:30"],
  ["quarter to four", "11-25 15:45"],
  ["10 past 3", "11-25 15:10"],
  ["at 3", "11-25 15:00"],
  ["by 5", "11-25 17:00"],
  ["at 9", "11-26 09:00"],
  ["today at 9", "11-25 21:00"],
  ["at 3 or 4pm tomorrow", "11-26 16:00"],
  ["noon", "11-25 12:00"],
  ["by midnight", "11-26 00:00"],
  ["after 3pm", "11-25 15:00 to 11-25 17:00"],
  ["tomorrow after lunch", "11-26 13:00 to 11-26 17:00"],
  ["Friday at the latest", "11-27 17:00"],
  ["no later than Friday, 5 p.m.", "11-27 17:00"],
  ["call Ana back tomorrow 3pm about the leak", "11-26 15:00"],
  ["Tomorrow I will call Ana at three", "11-26 15:00"],
  ["send the 3pm meeting notes by Friday", "11-27 17:00"],
  ["20 minutes on the phone tomorrow", "11-26 09:00 to 11-26 17:00"],
  ["Good morning, I'll be there at 2", "11-25 14:00"],
  ["TOMORROW NOON.", "11-26 12:00"],
];

test("German is read as it is meant on the same morning", () => {
  isHeard(amMittwoch, speaker(wednesday, "Europe/Berlin", "de"));
});
const amMittwoch: Table = [
  ["bis Freitag", "11-27 17:00"],
  ["bis morgen Mittag", "11-26 12:00"],
  ["Do 15 Uhr", "11-26 15:00"],
  ["so um 15 Uhr", "11-25 15:00"],
  ["Mo-Mi", "12-02 17:00"],
  ["Freitag 9 bis 11", "11-27 09:00 to 11-27 11:00"],
  ["am nächsten Werktag", "11-26 17:00"],
  ["bis morgen um diese Zeit", "11-26 10:00"],
  ["im Laufe des Tages", "11-25 17:00"],
  ["am Freitag", "11-27 09:00 to 11-27 17:00"],
  ["morgen", "11-26 09:00 to 11-26 17:00"],
  ["heute noch", "11-25 17:00"],
  ["zwischen 10 und 12 Uhr", "11-25 12:00"],
  ["morgen von 14 bis 16 Uhr", "11-26 14:00 to 11-26 16:00"],
  ["morgen 10-12", "11-26 10:00 to 11-26 12:00"],
  ["am 1.12. zwischen 8 und 10", "12-01 08:00 to 12-01 10:00"],
  ["Fr., 27.11., 9-11 Uhr", "11-27 09:00 to 11-27 11:00"],
  ["morgen früh", "11-26 09:00 to 11-26 12:00"],
  ["gleich morgen früh", "11-26 10:00"],
  ["Montag Morgen", "11-30 09:00 to 11-30 12:00"],
  ["am Morgen", "11-26 09:00 to 11-26 12:00"],
  ["Freitagnachmittag", "11-27 12:00 to 11-27 17:00"],
  ["heute Nachmittag", "11-25 12:00 to 11-25 17:00"],
  ["bis heute Abend", "11-25 21:00"],
  ["heute Abend um 8", "11-25 20:00"],
  ["heute Nacht", "11-25 20:00 to 11-26 00:00"],
  ["nächsten Freitag", "11-27 09:00 to 11-27 17:00"],
  ["naechsten Donnerstag", "12-03 09:00 to 12-03 17:00"],
  ["kommenden Freitag", "11-27 09:00 to 11-27 17:00"],
  ["Freitag nächster Woche", "12-04 09:00 to 12-04 17:00"],
  ["Dienstag oder Mittwoch nächster Woche", "12-02 17:00"],
  ["nächste Woche", "11-30 09:00 to 12-04 17:00"],
  ["naechste Woche", "11-30 09:00 to 12-04 17:00"],
  ["bis nächste Woche", "12-04 17:00"],
  ["übernächste Woche", "12-07 09:00 to 12-11 17:00"],
  ["Anfang nächster Woche", "11-30 09:00 to 12-01 17:00"],
  ["Mitte Dezember", "12-11 09:00 to 12-18 17:00"],
  ["Ende November", "11-30 17:00"],
  ["im Dezember", "12-01 09:00 to 12-31 17:00"],
  ["in zwei bis drei Wochen", "12-16 17:00"],
  ["2-3 Tage", "11-28 17:00"],
  ["in ein, zwei Tagen", "11-27 17:00"],
  ["Montag oder Dienstag", "12-01 17:00"],
  ["zwischen Montag und Mittwoch", "11-30 09:00 to 12-02 17:00"],
  ["innerhalb von zwei Werktagen", "11-27 17:00"],
  ["innerhalb eines Werktags", "11-26 17:00"],
  ["binnen 24 Stunden", "11-26 10:00"],
  ["in einer Stunde", "11-25 11:00"],
  ["in einer halben Stunde", "11-25 10:30"],
  ["in einer Viertelstunde", "11-25 10:15"],
  ["in anderthalb Stunden", "11-25 11:30"],
  ["in einer Stunde und 30 Minuten", "11-25 11:30"],
  ["in der nächsten Stunde", "11-25 11:00"],
  ["in zwei Tagen", "11-27 17:00"],
  ["in einer Woche", "12-02 17:00"],
  ["Freitag in einer Woche", "12-04 17:00"],
  ["heute in zwei Wochen", "12-09 17:00"],
  ["in einem Monat", "12-25 17:00"],
  ["Ende der Woche", "11-27 17:00"],
  ["bis Monatsende", "11-30 17:00"],
  ["bis Feierabend", "11-25 17:00"],
  ["bis Freitag Feierabend", "11-27 17:00"],
  ["bis zum Wochenende", "11-27 17:00"],
  ["am Wochenende", "11-28 00:00 to 11-29 17:00"],
  ["nach dem Wochenende", "11-30 09:00 to 11-30 17:00"],
  ["bis Weihnachten", "12-24 17:00"],
  ["KW 50", "12-07 09:00 to 12-11 17:00"],
  ["24.11.", "2027-11-24 09:00 to 2027-11-24 17:00"],
  ["27.11.", "11-27 09:00 to 11-27 17:00"],
  ["am 27.11", "11-27 09:00 to 11-27 17:00"],
  ["am 27.", "11-27 09:00 to 11-27 17:00"],
  ["am 27. November um 15 Uhr", "11-27 15:00"],
  ["bis 3.12. 15 Uhr", "12-03 15:00"],
  ["27.11.2026 15:30", "11-27 15:30"],
  ["Freitag, den 27.11.", "11-27 09:00 to 11-27 17:00"],
  ["15 Uhr", "11-25 15:00"],
  ["um 3", "11-25 15:00"],
  ["um 3 Uhr", "11-25 15:00"],
  ["halb vier", "11-25 15:30"],
  ["viertel nach drei", "11-25 15:15"],
  ["viertel vor vier", "11-25 15:45"],
  ["dreiviertel vier", "11-25 15:45"],
  ["fünf vor halb vier", "11-25 15:25"],
  ["15 Uhr 30", "11-25 15:30"],
  ["15.30 Uhr", "11-25 15:30"],
  ["um 15h", "11-25 15:00"],
  ["bis eins", "11-25 13:00"],
  ["Mitternacht", "11-26 00:00"],
  ["übermorgen um halb zehn", "11-27 09:30"],
  ["vor Freitag", "11-26 17:00"],
  ["bis spätestens Freitag", "11-27 17:00"],
  ["nach 15 Uhr", "11-25 15:00 to 11-25 17:00"],
  ["morgen ab 15 Uhr", "11-26 15:00 to 11-26 17:00"],
  ["bis Di", "12-01 17:00"],
  ["bis 11 oder 12 Uhr", "11-25 12:00"],
  ["Ich rufe Frau Groß morgen um 15 Uhr wegen des Lecks zurück", "11-26 15:00"],
  ["Guten Morgen, ich melde mich bis 16 Uhr", "11-25 16:00"],
  ["BIS MORGEN MITTAG!", "11-26 12:00"],
];

test("on a Saturday, when nobody is there, the days ahead are meant", () => {
  isHeard(onSaturday, speaker(saturday));
  isHeard(amSamstag, speaker(saturday, "Europe/Berlin", "de"));
});
const onSaturday: Table = [
  ["by Friday", "11-27 17:00"],
  ["by Saturday", "11-21 17:00"],
  ["today", "11-21 17:00"],
  ["tomorrow", "11-22 00:00 to 11-22 17:00"],
  ["by tomorrow noon", "11-22 12:00"],
  ["by Monday", "11-23 17:00"],
  ["next Monday", "11-23 09:00 to 11-23 17:00"],
  ["next Friday", "11-27 09:00 to 11-27 17:00"],
  ["this weekend", "11-22 17:00"],
  ["by the weekend", "11-27 17:00"],
  ["end of the week", "11-27 17:00"],
  ["this week", "11-23 09:00 to 11-27 17:00"],
  ["next week", "11-23 09:00 to 11-27 17:00"],
  ["EOD", "11-23 17:00"],
  ["by EOD", "11-23 17:00"],
  ["end of the month", "11-30 17:00"],
  ["in two days", "11-23 17:00"],
  ["within two working days", "11-24 17:00"],
  ["1 working day", "11-23 17:00"],
  ["at 3", "11-21 15:00"],
  ["at 11", "11-21 11:00"],
  ["between 10 and 12", "11-21 12:00"],
  ["in the morning", "11-22 09:00 to 11-22 12:00"],
  ["first thing Monday", "11-23 10:00"],
  ["first thing", "11-23 10:00"],
];
const amSamstag: Table = [
  ["bis Freitag", "11-27 17:00"],
  ["heute", "11-21 17:00"],
  ["heute noch", "11-21 17:00"],
  ["morgen", "11-22 00:00 to 11-22 17:00"],
  ["bis Montag", "11-23 17:00"],
  ["nächsten Montag", "11-23 09:00 to 11-23 17:00"],
  ["nächsten Sonntag", "11-29 00:00 to 11-29 17:00"],
  ["nächsten Samstag", "11-28 00:00 to 11-28 17:00"],
  ["am Wochenende", "11-22 17:00"],
  ["bis Ende der Woche", "11-27 17:00"],
  ["nächste Woche", "11-23 09:00 to 11-27 17:00"],
  ["innerhalb eines Werktags", "11-23 17:00"],
  ["um drei", "11-21 15:00"],
  ["in der Früh", "11-22 09:00 to 11-22 12:00"],
  ["bis Feierabend", "11-23 17:00"],
  ["gleich Montag früh", "11-23 10:00"],
];

test("the words are meant in the speaker's zone, the close of business in the calendar's", () => {
  const dueAt = (words: string, by: Speaker) => readSaid(words, by).dueAt.toString();
  assert.equal(dueAt("by tomorrow noon", speaker(wednesday, "America/New_York")), "2026-11-26T17:00:00Z");
  assert.equal(dueAt("by tomorrow noon", speaker(wednesday, "Asia/Kolkata")), "2026-11-26T06:30:00Z");
  assert.equal(dueAt("by Friday", speaker(wednesday, "Asia/Kolkata")), "2026-11-27T11:30:00Z");
  // Four in the morning of Wednesday in Berlin is Tuesday evening in New York.
  const late = speaker("2026-11-25T04:00:00+01:00", "America/New_York");
  assert.equal(dueAt("tomorrow at 3pm", late), "2026-11-25T20:00:00Z");
  const abroad = { ...speaker(wednesday, "America/New_York"), calendar: businessHours("Europe/Berlin") };
  assert.equal(dueAt("by Friday", abroad), "2026-11-27T16:00:00Z");
  assert.equal(dueAt("by Friday noon", abroad), "2026-11-27T17:00:00Z");
});

test("hours are real hours on the nights when clocks change, and a wall time that is left out comes after the gap", () => {
  const spring = speaker("2027-03-27T12:00:00+01:00");
  assert.equal(heard("in 24 hours", spring), "2027-03-28 13:00");
  assert.equal(heard("tomorrow noon", spring), "2027-03-28 12:00");
  assert.equal(heard("tomorrow 2:30am", spring), "2027-03-28 03:30");
  assert.equal(heard("tomorrow between 2am and 3am", spring), "2027-03-28 03:00");
  const autumn = speaker("2026-10-31T12:00:00-04:00", "America/New_York");
  assert.equal(heard("in 24 hours", autumn), "11-01 11:00");
  assert.equal(readSaid("tomorrow 1:30am", autumn).dueAt.toString(), "2026-11-01T05:30:00Z");
});

test("a holiday is no working day and is no day to begin on", () => {
  const calendar = {
    ...businessHours("Europe/Berlin"),
    days: [{ on: "2026-11-26", name: "Betriebsfeier", blocks: [] }],
  };
  const by = { ...speaker(wednesday), calendar };
  assert.equal(heard("within one working day", by), "11-27 17:00");
  assert.equal(heard("tomorrow", by), "11-26 00:00 to 11-26 17:00");
  assert.equal(heard("before Friday", by), "11-25 17:00");
});

test("after business is over, today still ends at midnight, and by Wednesday is next week's", () => {
  const evening = speaker("2026-11-25T18:30:00+01:00");
  assert.equal(heard("today", evening), "11-26 00:00");
  assert.equal(heard("by Wednesday", evening), "12-02 17:00");
  assert.equal(heard("EOD", evening), "11-26 17:00");
  assert.equal(heard("this evening", evening), "11-25 21:00");
  assert.equal(heard("3pm", evening), "11-26 15:00");
});

test("a date in figures has its day first, but in en-US its month, and always what makes a date", () => {
  assert.match(heard("by 11/12", speaker(wednesday)), /^12-11/);
  assert.match(heard("by 11/12/2027", speaker(wednesday, "Europe/Berlin", "en-US")), /^2027-11-12/);
  assert.match(heard("by 12/25/2026", speaker(wednesday)), /^12-25/);
});

test("each language is understood where the other is spoken", () => {
  assert.equal(heard("bis Freitag", speaker(wednesday)), "11-27 17:00");
  assert.equal(heard("by Friday", speaker(wednesday, "Europe/Berlin", "de-AT")), "11-27 17:00");
  assert.equal(heard("by Friday", speaker(wednesday, "Europe/Berlin", "fr")), "11-27 17:00");
});

test("what was read is given back as it was written", () => {
  const read = (words: string, language: string) => readSaid(words, speaker(wednesday, "Europe/Berlin", language)).read;
  assert.equal(read("call Ana back Tomorrow  3pm about the leak", "en"), "Tomorrow  3pm");
  assert.equal(read("Frau Groß: bis Übermorgen – 15 Uhr!", "de"), "bis Übermorgen – 15 Uhr");
  assert.equal(read("bis na\u0308chste Woche", "de"), "bis n\u00e4chste Woche");
});

test("words without a time to be held to are refused with examples of such times", () => {
  const vague = [
    "asap",
    "soon",
    "as soon as possible",
    "in a few days",
    "later",
    "hello",
    "",
    "¤ ¦",
    "after Friday",
    "every Monday",
    "3",
  ];
  const notThere = [
    "31 February",
    "at 25:00",
    "13pm",
    "3:75pm",
    "by 10 people",
    "the cat sat in the sun",
    "you may call",
  ];
  const notOurs = ["3pm EST", "in 999 years", "24 Nov 2037", "x".repeat(501)];
  const german = [
    "so bald wie möglich",
    "schnellstmöglich",
    "bald",
    "in ein paar Tagen",
    "ab Montag",
    "jeden Montag",
    "32.13.",
    "so",
  ];
  for (const words of [...vague, ...notThere, ...notOurs]) {
    assert.equal(heard(words, speaker(wednesday)), "unreadable_time", words);
  }
  for (const words of german) {
    assert.equal(heard(words, speaker(wednesday, "Europe/Berlin", "de")), "unreadable_time", words);
  }
  assert.throws(() => readSaid("asap", speaker(wednesday)), {
    kind: "invalid",
    field: "due_words",
    message: 'Say a time the customer can hold you to. Write it like "by Friday 3pm" or "in two working days".',
  });
});

test("a time that can only be over is refused as past", () => {
  for (const words of ["yesterday", "last Friday", "two days ago", "today 9am", "24/11/2026", "in 0 minutes"]) {
    assert.equal(heard(words, speaker(wednesday)), "time_past", words);
  }
  for (const words of ["gestern", "letzten Freitag", "vor zwei Tagen", "vor einer Stunde", "24.11.2026"]) {
    assert.equal(heard(words, speaker(wednesday, "Europe/Berlin", "de")), "time_past", words);
  }
});

test("a megabyte of words is answered at once", () => {
  const before = performance.now();
  assert.equal(heard("by 1 or ".repeat(131_072), speaker(wednesday)), "unreadable_time");
  assert.ok(performance.now() - before < 200);
});

test("whatever is said, it is refused or due after now, and a window opens before it is due", () => {
  const pieces = [...onWednesday, ...amMittwoch].flatMap(([words]) => words.split(" "));
  const jumble = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => words.join(" "));
  const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata");
  const now = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.oneof(jumble, fc.string({ unit: "binary" })), now, zones, fc.constantFrom("en", "de"), (...said) => {
      const [words, at, zone, language] = said;
      const by = speaker(at.toISOString(), zone, language);
      const heardOrRefused = heardBy(words, by);
      if (!heardOrRefused) return;
      const { opensAt, dueAt } = heardOrRefused;
      assert.ok(isAfter(dueAt, by.now));
      assert.ok(!opensAt || (isAfter(opensAt, by.now) && isBefore(opensAt, dueAt)));
    }),
    { numRuns: 400 },
  );
});

function heardBy(words: string, by: Speaker) {
  try {
    return readSaid(words, by);
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return null;
  }
}

test("where the time was said is told in the words as they were written, the day apart from the hour", () => {
  const placed = (words: string) => {
    const { places } = readSaid(words, speaker(wednesday));
    return places.map(({ from, to }) => words.normalize("NFC").slice(from, to));
  };
  assert.deepEqual(placed("Call  Ana back TOMORROW at 3pm, please"), ["TOMORROW at 3pm"]);
  assert.deepEqual(placed("Tomorrow I call about the leak at 3pm"), ["Tomorrow", "3pm"]);
  assert.deepEqual(placed("Für Müller: Angebot bis übermorgen früh!"), ["bis übermorgen früh"]);
});
