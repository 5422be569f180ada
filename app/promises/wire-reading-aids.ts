import * as z from "zod/mini";
import { type Calendar, weekdays } from "#base/calendar.ts";
import { get } from "#base/contract.ts";
import { id } from "#base/fields.ts";
import type { Known } from "./quick-add-candidates.ts";
import type { Someone } from "./quick-add-signs.ts";

const named = z.object({ id, name: z.string() });
const hours = z.object({ from: z.string(), to: z.string() });

export const readingAidsContract = {
  getReadingAids: get("/reading_aids", {
    summary:
      "What a line is read with, for who must read it without the house: hours, kinds, colleagues, and the customers " +
      "who were promised something last or are new",
    scope: "promises:write",
    gives: z.object({
      time_zone: z.string(),
      language: z.string(),
      calendar: z.object({
        time_zone: z.string(),
        week: z.array(z.extend(hours, { weekday: z.literal(weekdays) })),
        days: z.array(z.object({ on: z.string(), blocks: z.array(hours) })),
      }),
      kinds: z.array(z.string()),
      members: z.array(named),
      /** None for a key that may not read customers. */
      customers: z.array(z.extend(named, { time_zone: z.nullable(z.string()), contacts: z.array(named) })),
    }),
  }),
};

export type ReadingAids = {
  speaker: { timeZone: string; language: string };
  calendar: Calendar;
  kinds: readonly string[];
  members: readonly Someone[];
  customers: readonly Known[];
};
export type ReadingAidsOut = z.input<(typeof readingAidsContract)["getReadingAids"]["gives"]>;

export function aidsForStaff({ speaker, calendar, kinds, members, customers }: ReadingAids): ReadingAidsOut {
  const nameOf = ({ id, name }: Someone) => ({ id, name });
  const { timeZone, week, days } = calendar;
  return {
    time_zone: speaker.timeZone,
    language: speaker.language,
    calendar: {
      time_zone: timeZone,
      week: [...week],
      days: days.map(({ on, blocks }) => ({ on, blocks: [...blocks] })),
    },
    kinds: [...kinds],
    members: members.map(nameOf),
    customers: customers.map(({ contacts, timeZone: zone, ...customer }) => ({
      ...nameOf(customer),
      time_zone: zone,
      contacts: contacts.map(nameOf),
    })),
  };
}
