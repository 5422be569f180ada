import { newPromise } from "#app/promises/making.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import type { Setting } from "#app/promises/setting.ts";
import { defaultPolicy } from "#app/workspaces/policy.ts";
import { businessHours } from "#base/calendar.ts";
import { type Instant, Temporal } from "#base/instant.ts";

/** An office in Berlin, Monday to Friday from nine to five; the tests live in its week from 2 March 2026. */
export const office = businessHours("Europe/Berlin");
export const policy = defaultPolicy;

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const monday = Temporal.PlainDate.from("2026-03-02");

/** The instant that an office clock shows: `on("Fri 16:30")`, a week later `on("next Mon 9:00")`. */
export function on(said: string): Instant {
  const [, next, weekday = "", time = ""] = /^(next )?(\w{3}) (.+)$/.exec(said) ?? [];
  const days = weekdays.indexOf(weekday) + (next ? 7 : 0);
  const plainTime = Temporal.PlainTime.from(time.padStart(time.length + (time.indexOf(":") === 1 ? 1 : 0), "0"));
  return monday.add({ days }).toZonedDateTime({ timeZone: office.timeZone, plainTime }).toInstant();
}

/** What an office clock shows at that instant, as `on` reads it; "never" for none. */
export function wall(at: Instant | null | undefined): string {
  if (!at) return "never";
  const local = at.toZonedDateTimeISO(office.timeZone);
  const days = local.toPlainDate().since(monday).days;
  const weekday = `${days >= 7 ? "next " : ""}${weekdays[local.dayOfWeek - 1]}`;
  const smallestUnit = local.second || local.millisecond ? "second" : "minute";
  return `${weekday} ${local.toPlainTime().toString({ smallestUnit }).replace(/^0/, "")}`;
}

export const setting: Setting = {
  houseName: "Kranich Heating",
  houseLanguage: "en",
  houseHours: office,
  hours: office,
  policy,
  owner: { id: "owner", name: "Ada", hasLeft: false },
  speaker: { timeZone: office.timeZone, language: "en" },
  customer: { id: "customer", name: "Baker", timeZone: null, mergedIntoId: null, contactIds: ["contact"] },
  contact: { id: "contact", name: "Mrs Baker", customerId: "customer" },
};

/** What a member says of a promise given on Monday at nine for Monday at one: a span of four hours. */
export const said = {
  customerId: "customer",
  contactId: "contact",
  toMemberId: null,
  text: "Send the drawing",
  kind: "other",
  dueAt: on("Mon 13:00"),
  opensAt: null,
  estimate: null,
  wantedByAt: null,
  ownerId: "owner",
  handlerId: "owner",
  coverId: null,
  madeAt: on("Mon 9:00"),
  madeVia: "phone",
  isVisible: true,
  isShared: false,
  waitsForId: null,
  shortQuoteReason: null,
};

/** That promise, recorded when it was made, with what is different about it; another first due is its due too. */
export function aPromise(different: Partial<Promise_> = {}): Promise_ {
  const { madeAt = said.madeAt, firstDueAt: dueAt = said.dueAt, recordedAt = madeAt } = different;
  const made = newPromise({ ...said, madeAt, dueAt }, setting, { workspaceId: "house", memberId: "owner" }, recordedAt);
  return { ...made, ...different };
}
