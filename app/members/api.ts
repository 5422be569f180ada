import { given } from "#base/given.ts";
import { pageById } from "#base/page.ts";
import { demand, missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { addMember, editMember, leave } from "./actions.ts";
import { addAbsence, removeAbsence } from "./actions-absences.ts";
import { userFor } from "./actions-users.ts";
import { devicesApi } from "./api-devices.ts";
import { feedsApi } from "./api-feeds.ts";
import { hoursApi } from "./api-hours.ts";
import { keysApi } from "./api-keys.ts";
import { teamsApi } from "./api-teams.ts";
import { mayManage } from "./member.ts";
import { findMember, listMembers } from "./store.ts";
import { listAbsences } from "./store-absences.ts";
import { absenceForStaff, forStaff, membersContract } from "./wire.ts";

const members = serve(membersContract, {
  addMember: async ({ tx, member, body, identity, now }) => {
    const { name, email, role, password } = body;
    demand(mayManage(member, role));
    const userId = await userFor(identity.auth, { name, email, password }, member, now);
    const wanted = { ...ownSettings(body), name, email, role, userId };
    return forStaff(await addMember(tx, member.workspaceId, member, wanted, now));
  },
  listMembers: async ({ tx, member, query }) => {
    const { left = false, limit, after } = query;
    const found = await listMembers(tx, member.workspaceId, { left, limit, after });
    return pageById(found, limit, forStaff);
  },
  getMember: async ({ tx, member, params }) => {
    const found = await findMember(tx, member.workspaceId, params.id);
    if (!found) throw missing("member");
    return forStaff(found);
  },
  editMember: async ({ tx, member, params, body, version, now }) => {
    const change = given({ ...ownSettings(body), name: body.name, email: body.email, role: body.role });
    return forStaff(await editMember(tx, member.workspaceId, member, params.id, change, version, now));
  },
  leave: async ({ tx, member, params, now }) => forStaff(await leave(tx, member.workspaceId, member, params.id, now)),
  addAbsence: async ({ tx, member, params, body, now }) => {
    const { from_at: fromAt, until_at: untilAt, cover_id: coverId = null } = body;
    const wanted = { memberId: params.id, fromAt, untilAt, coverId };
    return absenceForStaff(await addAbsence(tx, member.workspaceId, member, wanted, now));
  },
  listAbsences: async ({ tx, member, params, now }) => {
    if (!(await findMember(tx, member.workspaceId, params.id))) throw missing("member");
    const found = await listAbsences(tx, member.workspaceId, params.id, now);
    return { items: found.map(absenceForStaff), next: null };
  },
  removeAbsence: async ({ tx, member, params, now }) =>
    absenceForStaff(await removeAbsence(tx, member.workspaceId, member, params.id, now)),
});

export const membersApi = [...members, ...teamsApi, ...keysApi, ...feedsApi, ...devicesApi, ...hoursApi];

type Own = {
  language?: string | null | undefined;
  time_zone?: string | null | undefined;
  calendar_id?: string | null | undefined;
  quiet_from?: string | null | undefined;
  quiet_until?: string | null | undefined;
};

function ownSettings(body: Own) {
  return given({
    language: body.language,
    timeZone: body.time_zone,
    calendarId: body.calendar_id,
    quietFrom: body.quiet_from,
    quietUntil: body.quiet_until,
  });
}
