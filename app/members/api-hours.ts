import { languageOf } from "#app/calendars/store.ts";
import { given } from "#base/given.ts";
import { serve } from "#engine/http/call.ts";
import { hoursFor, keepOwnHours } from "./actions-hours.ts";
import { forStaff, hoursContract } from "./wire-hours.ts";

export const hoursApi = serve(hoursContract, {
  getHours: async ({ tx, member: { workspaceId }, params, now }) =>
    forStaff(await hoursFor(tx, workspaceId, params.id), await languageOf(tx, workspaceId), now),
  keepOwnHours: async ({ tx, member, params, body, version, now }) => {
    const { time_zone: timeZone, week, days, holiday_region: holidayRegion } = body;
    const change = given({ timeZone, week, days, holidayRegion });
    const { workspaceId } = member;
    const hours = await keepOwnHours(tx, workspaceId, member, params.id, change, version, now);
    return forStaff(hours, await languageOf(tx, workspaceId), now);
  },
});
