import { given } from "#base/given.ts";
import { holidayRegions } from "#base/holidays.ts";
import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { addCalendar, editCalendar } from "./actions.ts";
import { findCalendar, languageOf, listCalendars } from "./store.ts";
import { calendarsContract, forStaff } from "./wire.ts";

export const calendarsApi = serve(calendarsContract, {
  addCalendar: async ({ tx, member, body, now }) => {
    const { name, week, days, holiday_region: holidayRegion, emergency_route: emergencyRoute } = body;
    const calendar = { timeZone: body.time_zone, week, days };
    const wanted = { name, calendar, holidayRegion, emergencyRoute };
    const kept = await addCalendar(tx, member.workspaceId, member.memberId, wanted, now);
    return forStaff(kept, await languageOf(tx, member.workspaceId), now);
  },
  listCalendars: async ({ tx, member, query: { limit, after }, now }) => {
    const found = await listCalendars(tx, member.workspaceId, limit, after);
    const language = await languageOf(tx, member.workspaceId);
    return pageById(found, limit, (kept) => forStaff(kept, language, now));
  },
  listHolidayRegions: async ({ query: { country = null, language } }) => ({
    items: await holidayRegions(country, language),
  }),
  getCalendar: async ({ tx, member, params, now }) => {
    const found = await findCalendar(tx, member.workspaceId, params.id);
    if (!found) throw missing("calendar");
    return forStaff(found, await languageOf(tx, member.workspaceId), now);
  },
  editCalendar: async ({ tx, member, params, body, version, now }) => {
    const { name, week, days, holiday_region: holidayRegion, emergency_route: emergencyRoute } = body;
    const change = given({ name, timeZone: body.time_zone, week, days, holidayRegion, emergencyRoute });
    const kept = await editCalendar(tx, member.workspaceId, member.memberId, params.id, change, version, now);
    return forStaff(kept, await languageOf(tx, member.workspaceId), now);
  },
});
