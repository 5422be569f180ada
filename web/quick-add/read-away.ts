import { lineForStaff, meantBy } from "#app/promises/line-read.ts";
import { readQuickAdd } from "#app/promises/quick-add.ts";
import { candidatesOf, type Hit, type Known } from "#app/promises/quick-add-candidates.ts";
import type { Guess } from "#app/promises/quick-add-pieces.ts";
import { closedAtDue } from "#app/promises/warnings.ts";
import { instant } from "#base/instant.ts";
import type { Aids } from "./aids.ts";
import type { Reading } from "./line.ts";

// A letter too many or too few leaves more than this of a name.
const alike = 0.5;

/**
 * A line as the house would read it, by its own rules, from what is known on this device: the customers met last, the
 * house's hours. Odds and whoever else there is come with the connection.
 */
export function readAway(line: string, aids: Aids, memberId: string, nowMs: number): Reading {
  const now = instant(new Date(nowMs).toISOString());
  const speaker = { timeZone: aids.time_zone, language: aids.language };
  const { time_zone: timeZone, ...hours } = aids.calendar;
  const calendar = { timeZone, ...hours };
  const read = readQuickAdd(line, { now, ...speaker, calendar, kinds: aids.kinds, members: aids.members });
  const known = aids.customers.map(({ time_zone, ...customer }) => ({ ...customer, timeZone: time_zone }));
  const meant = meantBy(read, candidatesOf(read.customers, hitsOf(read.customers, known), known));
  const closed = read.due && closedAtDue(read.due, { houseHours: calendar, speaker }, now);
  const answer = lineForStaff({
    ...meant,
    ownerId: read.owner?.id ?? memberId,
    timeZone: speaker.timeZone,
    customerTimeZone: null,
    quote: null,
    warnings: closed ? [closed] : [],
  });
  return { ...answer, readAt: new Date(nowMs).toISOString() };
}

/** Whom each guess may mean: in whose names most of its letters stand together. */
function hitsOf(guesses: readonly Guess[], known: readonly Known[]): Hit[] {
  const names = known.map(({ id, name, contacts }) => ({
    id,
    threes: threesOf([name, ...contacts.map((contact) => contact.name)].join(" ")),
  }));
  return guesses.flatMap(({ words }, guess) => {
    const wanted = [...threesOf(words)];
    return names.flatMap(({ id: customerId, threes }) => {
      const score = wanted.filter((three) => threes.has(three)).length / wanted.length;
      return score >= alike ? [{ guess, customerId, score }] : [];
    });
  });
}

/** Each three letters that follow one another in a word, with its beginning and its end. */
function threesOf(words: string): Set<string> {
  const plain = words
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  const each = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(each.flatMap((word) => [...`  ${word} `].map((_, at, all) => all.slice(at, at + 3).join(""))));
}
