import { given } from "#base/given.ts";
import { holidayRegions, publicHolidays } from "#base/holidays.ts";
import type { Instant } from "#base/instant.ts";
import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { serve } from "#engine/http/call.ts";
import { addCalendar, editCalendar, holidayYears, removeCalendar } from "./actions.ts";
import type { CalendarUse, KeptCalendar } from "./calendar.ts";
import { findCalendar, languageOf, listCalendars, usesOf } from "./store.ts";
import { calendarsContract, forStaff } from "./wire.ts";

const nobody: CalendarUse = { workspace: false, teams: 0, members: 0, customers: 0 };

export const calendarsApi = serve(calendarsContract, {
  addCalendar: async ({ tx, member, body, now }) => {
    const { name, week, days, holiday_region: holidayRegion, emergency_route: emergencyRoute } = body;
    const calendar = { timeZone: body.time_zone, week, days };
    const wanted = { name, calendar, holidayRegion, emergencyRoute, isOwn: false };
    return shown(tx, member, await addCalendar(tx, member.workspaceId, member.memberId, wanted, now), now);
  },
  listCalendars: async ({ tx, member: { workspaceId }, query: { limit, after }, now }) => {
    const found = await listCalendars(tx, workspaceId, limit, after);
    const uses = await usesOf(
      tx,
      workspaceId,
      found.map(({ id }) => id),
    );
    const language = await languageOf(tx, workspaceId);
    return pageById(found, limit, (kept) => forStaff(kept, uses.get(kept.id) ?? nobody, language, now));
  },
  listHolidayRegions: async ({ query: { country = null, language } }) => ({
    items: await holidayRegions(country, language),
  }),
  listHolidays: async ({ query, now }) => {
    const { year } = now.toZonedDateTimeISO("UTC");
    const days = await publicHolidays(query.holiday_region, year, holidayYears);
    return { items: days.map(({ on, name = "" }) => ({ on, name })) };
  },
  getCalendar: async ({ tx, member, params, now }) => {
    const found = await findCalendar(tx, member.workspaceId, params.id);
    if (!found) throw missing("calendar");
    return shown(tx, member, found, now);
  },
  editCalendar: async ({ tx, member, params, body, version, now }) => {
    const { name, week, days, holiday_region: holidayRegion, emergency_route: emergencyRoute } = body;
    const change = given({ name, timeZone: body.time_zone, week, days, holidayRegion, emergencyRoute });
    const { workspaceId, memberId } = member;
    return shown(tx, member, await editCalendar(tx, workspaceId, memberId, params.id, change, version, now), now);
  },
  removeCalendar: async ({ tx, member, params, version, now }) => {
    const { workspaceId, memberId } = member;
    return shown(tx, member, await removeCalendar(tx, workspaceId, memberId, params.id, version, now), now);
  },
});

async function shown(tx: Tx, { workspaceId }: { workspaceId: string }, kept: KeptCalendar, now: Instant) {
  const use = (await usesOf(tx, workspaceId, [kept.id])).get(kept.id) ?? nobody;
  return forStaff(kept, use, await languageOf(tx, workspaceId), now);
}
