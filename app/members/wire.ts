import * as z from "zod/mini";
import { timeZone, wallTime } from "#app/calendars/fields.ts";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, instant, instantOut, line, listOf, page } from "#base/fields.ts";
import type { Absence } from "./absence.ts";
import { email, language } from "./fields.ts";
import { type Member, roles } from "./member.ts";

/** What a member sets for themself. */
const own = {
  language: z.optional(z.nullable(language)),
  time_zone: z.optional(z.nullable(timeZone)),
  calendar_id: z.optional(z.nullable(id)),
  quiet_from: z.optional(z.nullable(wallTime)),
  quiet_until: z.optional(z.nullable(wallTime)),
};

export const newMember = z.strictObject({
  ...own,
  name: line(1, 200),
  email,
  role: z.enum(roles),
  password: z.optional(z.string().check(z.maxLength(200))),
});

const memberChange = z.partial(z.strictObject({ ...own, name: line(1, 200), email, role: z.enum(roles) }));

const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.nullable(z.string()),
  time_zone: z.nullable(z.string()),
  calendar_id: z.nullable(id),
  quiet_from: z.nullable(z.string()),
  quiet_until: z.nullable(z.string()),
  joined_at: instantOut,
  left_at: z.nullable(instantOut),
  signs_in: z.boolean(),
  version: z.number(),
});

const newAbsence = z.strictObject({ from_at: instant, until_at: instant, cover_id: z.optional(z.nullable(id)) });
const absence = z.object({ id, member_id: id, from_at: instantOut, until_at: instantOut, cover_id: z.nullable(id) });

const which = z.strictObject({ ...page, after: z.optional(id), left: z.optional(z.stringbool()) });

export const membersContract = {
  addMember: post("/members", {
    summary: "Add a member",
    scope: "settings:write",
    body: newMember,
    gives: member,
  }),
  listMembers: get("/members", {
    summary: "Members in the order in which they joined; with left=true those who left",
    scope: "settings:read",
    query: which,
    gives: listOf(member),
  }),
  getMember: get("/members/:id", { summary: "One member", scope: "settings:read", gives: member }),
  editMember: patch("/members/:id", {
    summary: "Change a member; members themselves set their name, language, zone, hours and quiet hours",
    scope: "promises:write",
    body: memberChange,
    gives: member,
  }),
  leave: post("/members/:id/departures", {
    summary: "A member leaves: their keys open nothing from now on",
    scope: "settings:write",
    gives: member,
  }),
  addAbsence: post("/members/:id/absences", {
    summary: "A member will be away; name who stands in for them",
    scope: "promises:write",
    body: newAbsence,
    gives: absence,
  }),
  listAbsences: get("/members/:id/absences", {
    summary: "Absences of a member that are not over, the next first",
    scope: "settings:read",
    gives: listOf(absence),
  }),
  removeAbsence: remove("/absences/:id", {
    summary: "Take an absence back, or end it now",
    scope: "promises:write",
    gives: absence,
  }),
};

/** A member as staff see them. Their password is no part of them. */
export function forStaff(member: Member) {
  return {
    id: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
    language: member.language,
    time_zone: member.timeZone,
    calendar_id: member.calendarId,
    quiet_from: member.quietFrom,
    quiet_until: member.quietUntil,
    joined_at: member.joinedAt.toString(),
    left_at: member.leftAt?.toString() ?? null,
    signs_in: member.userId !== null,
    version: member.version,
  };
}

export function absenceForStaff(absence: Absence) {
  return {
    id: absence.id,
    member_id: absence.memberId,
    from_at: absence.fromAt.toString(),
    until_at: absence.untilAt.toString(),
    cover_id: absence.coverId,
  };
}
