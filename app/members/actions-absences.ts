import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Absence, mayBeAway, mayCover } from "./absence.ts";
import { type Acting, byOf, mayAct, mayArrange } from "./member.ts";
import { findMember, lockStaff } from "./store.ts";
import { deleteAbsence, findAbsence, insertAbsence, listAbsences } from "./store-absences.ts";

/** A member will be away, or is; their cover is rung meanwhile. */
export async function addAbsence(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  wanted: Omit<Absence, "id">,
  now: Instant,
): Promise<Absence> {
  await lockStaff(tx, workspaceId);
  const member = await findMember(tx, workspaceId, wanted.memberId);
  if (!member) throw missing("member");
  demand(mayArrange(by, member));
  demand(mayAct(member));
  const absence = { ...wanted, id: newId() };
  demand(mayBeAway(absence, await listAbsences(tx, workspaceId, member.id, now), now));
  if (absence.coverId) await demandCover(tx, workspaceId, absence, absence.coverId, now);
  await insertAbsence(tx, workspaceId, absence);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "absence added",
    at: now,
    by: byOf(by),
    subjectId: member.id,
    facts: { from_at: absence.fromAt, until_at: absence.untilAt, cover_id: absence.coverId },
  });
  return absence;
}

/** The member is there after all. */
export async function removeAbsence(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  id: string,
  now: Instant,
): Promise<Absence> {
  const absence = await findAbsence(tx, workspaceId, id);
  const member = absence && (await findMember(tx, workspaceId, absence.memberId));
  if (!member) throw missing("absence");
  demand(mayArrange(by, member));
  await deleteAbsence(tx, workspaceId, id);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "absence removed",
    at: now,
    by: byOf(by),
    subjectId: member.id,
    facts: { from_at: absence.fromAt, until_at: absence.untilAt },
  });
  return absence;
}

async function demandCover(
  tx: Tx,
  workspaceId: string,
  absence: Absence,
  coverId: string,
  now: Instant,
): Promise<void> {
  const cover = await findMember(tx, workspaceId, coverId);
  demand(mayCover(absence, cover, await listAbsences(tx, workspaceId, coverId, now)));
}
