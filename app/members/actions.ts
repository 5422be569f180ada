import { deleteOwnCalendar, isShared } from "#app/calendars/store.ts";
import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing, Refusal } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import { zone } from "#base/zone.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Acting, byOf, type Member, mayAct, mayArrange, mayManage, mayStepDown, type Role } from "./member.ts";
import { countOtherProprietors, findMember, findMemberByEmail, insertMember, lockStaff, saveMember } from "./store.ts";
import { revokeKeys } from "./store-keys.ts";
import { leaveTeams } from "./store-teams.ts";

/** What a member arranges for themself; the rest is for those who manage members. */
type OwnSettings = Partial<Pick<Member, "name" | "language" | "timeZone" | "calendarId" | "quietFrom" | "quietUntil">>;
type NewMember = OwnSettings & { name: string; email: string; role: Role; userId?: string | null };
export type MemberChange = OwnSettings & { email?: string; role?: Role };

export async function addMember(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  wanted: NewMember,
  now: Instant,
): Promise<Member> {
  await lockStaff(tx, workspaceId);
  demand(mayManage(by, wanted.role));
  const nobody = { language: null, timeZone: null, calendarId: null, quietFrom: null, quietUntil: null, userId: null };
  const member: Member = { ...nobody, ...wanted, id: newId(), joinedAt: now, leftAt: null, version: 1 };
  await demandShared(tx, workspaceId, member.calendarId);
  const checked = await checkMember(tx, workspaceId, member);
  await insertMember(tx, workspaceId, checked);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "member added",
    at: now,
    by: byOf(by),
    subjectId: member.id,
    facts: { role: member.role },
    words: { name: member.name, email: member.email },
  });
  return checked;
}

export async function editMember(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  id: string,
  change: MemberChange,
  version: number | null,
  now: Instant,
): Promise<Member> {
  await lockStaff(tx, workspaceId);
  const member = await findMember(tx, workspaceId, id, "for update");
  if (!member) throw missing("member");
  const { email, role, ...own } = change;
  demand(mayArrange(by, member));
  if (email !== undefined || role !== undefined) demand(mayManage(by, member.role));
  if (role && role !== member.role) await demandRole(tx, workspaceId, by, member, role);
  demand(mayAct(member));
  demandVersion(version, member.version);
  if (own.calendarId !== member.calendarId) await demandShared(tx, workspaceId, own.calendarId);
  const next = await checkMember(tx, workspaceId, {
    ...member,
    ...own,
    email: email ?? member.email,
    role: role ?? member.role,
    version: member.version + 1,
  });
  await saveMember(tx, workspaceId, next);
  if (member.calendarId && next.calendarId !== member.calendarId) {
    await deleteOwnCalendar(tx, workspaceId, member.calendarId);
  }
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "member changed",
    at: now,
    by: byOf(by),
    subjectId: id,
    facts: { changed: Object.keys(change), role },
    words: { name: own.name, email },
  });
  return next;
}

/**
 * A member leaves: their keys open nothing from now on, and no team counts on them. What they promised stays in their
 * name until somebody takes it over.
 */
export async function leave(tx: Tx, workspaceId: string, by: Acting, id: string, now: Instant): Promise<Member> {
  await lockStaff(tx, workspaceId);
  const member = await findMember(tx, workspaceId, id, "for update");
  if (!member) throw missing("member");
  demand(mayManage(by, member.role));
  demand(mayAct(member));
  demand(mayStepDown(member, await countOtherProprietors(tx, workspaceId, id)));
  const next = { ...member, leftAt: now, version: member.version + 1 };
  await saveMember(tx, workspaceId, next);
  await revokeKeys(tx, workspaceId, { memberId: id }, now);
  await leaveTeams(tx, workspaceId, id);
  await append(tx, workspaceId, { chainId: workspaceId, what: "member left", at: now, by: byOf(by), subjectId: id });
  return next;
}

async function demandRole(tx: Tx, workspaceId: string, by: Acting, member: Member, role: Role): Promise<void> {
  demand(mayManage(by, role));
  demand(mayStepDown(member, await countOtherProprietors(tx, workspaceId, member.id)));
}

/** What is one member's own is nobody else's choice. */
async function demandShared(tx: Tx, workspaceId: string, calendarId: string | null | undefined): Promise<void> {
  if (calendarId && !(await isShared(tx, workspaceId, calendarId))) throw missing("calendar");
}

/** The member in order: a zone that exists, an address that nobody else here has. */
async function checkMember(tx: Tx, workspaceId: string, member: Member): Promise<Member> {
  const known = await findMemberByEmail(tx, workspaceId, member.email);
  if (known && known.id !== member.id) {
    const sentence = "Somebody here has this e-mail address already: change their entry, or use another address.";
    throw new Refusal("conflict", "email_taken", sentence, { field: "email" });
  }
  return { ...member, timeZone: member.timeZone && zone(member.timeZone) };
}
