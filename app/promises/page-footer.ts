import { html } from "hono/html";
import { listFormat, pluralRules } from "#base/formats.ts";
import { type Html, nothing, say } from "#base/html.ts";
import { reachHours } from "#base/reach-hours.ts";
import { isOpen, nextOpen } from "#base/working-time.ts";
import type { SeenPromise } from "./page.ts";
import { type Look, ours } from "./page-look.ts";
import { ownZone, timeTag, whenInWords, zoneName } from "./page-times.ts";
import type { Visit } from "./page-visit.ts";

/** Who answers and when, how they like to be reached, what we hold about them, and the end of their record to keep. */
export function footer(visit: Visit, open: readonly SeenPromise[], look: Look): Html {
  const { words, home } = look;
  return html`<footer><p>${whoAnswers(open, look)} ${whenWeAnswer(visit, look)}</p>${emergency(visit, look)}
<p>${preferred(visit, look)} <a href="channel">${words.changeChannel}</a><br><a href="${home}/export">${words.everything}</a></p>
<p>${say(words.head, { seq: ours(String(visit.head.seq)), hash: html`<code>${visit.head.hash.toString("hex").slice(0, 16)}</code>` })}</p>
<details><summary>${words.what}</summary><p>${words.whatMore}</p></details></footer>`;
}

function whoAnswers(open: readonly SeenPromise[], { words, times }: Look): Html {
  const names = [...new Set(open.map(({ owner }) => owner))].filter((name) => name !== "").slice(0, 5);
  if (names.length === 0) return nothing;
  const parts = listFormat(times.locale).formatToParts(names);
  const listed = html`${parts.map(({ type, value }) => (type === "element" ? html`<bdi>${value}</bdi>` : value))}`;
  const rule = pluralRules(times.locale).select(names.length);
  return say(words.answers[rule] ?? words.answers.other, { names: listed });
}

/** Hours are told on the house's clock, and its zone is named where the reader's is another. */
function whenWeAnswer({ house }: Visit, { words, times }: Look): Html {
  const { now, locale } = times;
  const hours = reachHours(house.hours, locale);
  const isElsewhere = ownZone({ ...times, houseZone: house.hours.timeZone }) !== null;
  const zone = isElsewhere ? ` (${zoneName(now, locale, house.hours.timeZone)})` : "";
  return html`${say(words.reach, { hours: ours(`${hours}${zone}`) })} ${nextReply(house.hours, { words, times })}`;
}

function nextReply(hours: Visit["house"]["hours"], { words, times }: Pick<Look, "words" | "times">): Html {
  if (isOpen(hours, times.now)) return ours(words.hereNow);
  const next = nextOpen(hours, times.now);
  return next ? say(words.nextReply, { when: timeTag(next, whenInWords(next, times)) }) : nothing;
}

function emergency({ house }: Visit, { words }: Look): Html {
  return house.emergencyRoute ? html`<p>${say(words.emergency, { route: house.emergencyRoute })}</p>` : nothing;
}

function preferred({ contact }: Visit, { words }: Look): Html {
  const channel = contact.preferredChannel;
  const known = channel !== null && Object.hasOwn(words.channels, channel);
  if (!known) return ours(words.prefersNothing);
  return say(words.prefers, { channel: ours(words.channels[channel as keyof typeof words.channels]) });
}
