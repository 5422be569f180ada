import * as z from "zod/mini";
import { days, holidayRegion, timeZone, week } from "#app/calendars/fields.ts";
import { hoursForStaff, hoursOut } from "#app/calendars/wire.ts";
import { get, patch } from "#base/contract.ts";
import { id } from "#base/fields.ts";
import type { Instant } from "#base/instant.ts";
import type { Hours } from "./hours.ts";

const hours = z.object({
  whose: z.enum(["own", "member", "team", "workspace"]),
  calendar_id: id,
  name: z.string(),
  ...hoursOut,
});

const change = z.partial(z.strictObject({ time_zone: timeZone, week, days, holiday_region: holidayRegion }));

export const hoursContract = {
  getHours: get("/members/:id/hours", {
    summary:
      "When a member is there, and whose hours these are: their own, chosen for them, their team's, the workspace's",
    scope: "settings:read",
    gives: hours,
  }),
  keepOwnHours: patch("/members/:id/hours", {
    summary:
      "Hours that are this member's alone, begun from those they kept to; another calendar_id of theirs ends them",
    scope: "promises:write",
    body: change,
    gives: hours,
  }),
};

export function forStaff({ whose, kept }: Hours, language: string, now: Instant) {
  return { whose, calendar_id: kept.id, name: kept.name, ...hoursForStaff(kept, language, now) };
}
