import { addCalendar, type CalendarChange, editCalendar } from "#app/calendars/actions.ts";
import { findCalendar } from "#app/calendars/store.ts";
import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Hours } from "./hours.ts";
import { type Acting, byOf, type Member, mayAct, mayArrange } from "./member.ts";
import { findMember, lockStaff, saveMember } from "./store.ts";
import { hoursFrom } from "./store-hours.ts";

type Person = Exclude<Acting, "machine">;
type HoursChange = Omit<CalendarChange, "name" | "emergencyRoute">;

/** What a member keeps to just now. */
export async function hoursFor(tx: Tx, workspaceId: string, memberId: string): Promise<Hours> {
  if (!(await findMember(tx, workspaceId, memberId))) throw missing("member");
  const { whose, calendarId } = await hoursFrom(tx, workspaceId, memberId);
  const kept = await findCalendar(tx, workspaceId, calendarId);
  if (!kept) throw missing("calendar");
  return { whose: kept.isOwn ? "own" : whose, kept };
}

/** Changes the hours that are a member's own; where they had none, these begin as those that they kept to. */
export async function keepOwnHours(
  tx: Tx,
  workspaceId: string,
  by: Person,
  memberId: string,
  change: HoursChange,
  version: number | null,
  now: Instant,
): Promise<Hours> {
  await lockStaff(tx, workspaceId);
  const member = await findMember(tx, workspaceId, memberId, "for update");
  if (!member) throw missing("member");
  demand(mayArrange(by, member));
  demand(mayAct(member));
  const before = await hoursFor(tx, workspaceId, memberId);
  demandVersion(version, before.kept.version);
  if (before.whose === "own") {
    const kept = await editCalendar(tx, workspaceId, by.memberId, before.kept.id, change, null, now);
    return { whose: "own", kept };
  }
  const { holidayRegion = before.kept.holidayRegion, ...hours } = change;
  const calendar = { ...before.kept.calendar, ...hours };
  const own = { name: member.name, calendar, holidayRegion, emergencyRoute: null, isOwn: true };
  const kept = await addCalendar(tx, workspaceId, by.memberId, own, now);
  await give(tx, workspaceId, by, member, kept.id, now);
  return { whose: "own", kept };
}

async function give(
  tx: Tx,
  workspaceId: string,
  by: Person,
  member: Member,
  calendarId: string,
  now: Instant,
): Promise<void> {
  await saveMember(tx, workspaceId, { ...member, calendarId, version: member.version + 1 });
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "member changed",
    at: now,
    by: byOf(by),
    subjectId: member.id,
    facts: { changed: ["calendarId"] },
  });
}
