import type { CaseWhy } from "#app/letters/case-words.ts";
import { coverAt } from "#app/members/store-absences.ts";
import { managersOf, strangersAmong } from "#app/members/store-teams.ts";
import { newId } from "#base/id.ts";
import { latest, plusSeconds, wholeSecond } from "#base/instant.ts";
import { type Deed, note } from "./actions-deed.ts";
import type { Case } from "./case.ts";
import { dutyLine, insertCaseRing, lastCaseRingMail } from "./store-rings.ts";

/** Rings whom this concerns: who owns the case and who has it in hand, else whoever is on duty. One row each. */
export async function ringFor(
  deed: Deed,
  c: Case,
  stage: CaseWhy,
  { words = null, also = [] }: { words?: string | null; also?: readonly (string | null)[] } = {},
): Promise<void> {
  await ringThese(deed, c, stage, [...(await concerned(deed, c)), ...also], words);
}

/** Rings exactly these. */
export async function ringThese(
  deed: Deed,
  c: Case,
  stage: CaseWhy,
  memberIds: readonly (string | null)[],
  words: string | null = null,
): Promise<void> {
  const { tx, workspaceId, now } = deed;
  const members = [...new Set(memberIds)].filter((id) => id !== null);
  for (const memberId of members) {
    const last = await lastCaseRingMail(tx, workspaceId, memberId);
    const bundle = last ? latest(now, plusSeconds(last, deed.around.policy.ringBundleSeconds)) : now;
    const ring = { id: newId(), caseId: c.id, memberId, stage, rangAt: now, mailAt: wholeSecond(bundle), words };
    await insertCaseRing(tx, workspaceId, ring);
  }
  note(deed, c, "member rung", { facts: { stage, member_ids: members }, forCustomer: false });
}

async function concerned(deed: Deed, c: Case): Promise<(string | null)[]> {
  const { tx, workspaceId, now } = deed;
  if (c.ownerId === null) {
    const [first] = await dutyLine(tx, workspaceId, c.teamId, now);
    return [first?.memberId ?? null];
  }
  const [gone] = await strangersAmong(tx, workspaceId, [c.ownerId]);
  if (gone) return [c.handlerId === gone ? null : c.handlerId, await managerFor(deed, c)];
  return [c.ownerId, c.handlerId, await coverAt(tx, workspaceId, c.ownerId, now)];
}

/** Who is asked when the owner does not answer, or when the customer asks for a manager. */
export async function managerFor({ tx, workspaceId, now }: Deed, c: Case): Promise<string | null> {
  if (c.ownerId !== null) return (await managersOf(tx, workspaceId, c.ownerId, now))[0] ?? null;
  const line = await dutyLine(tx, workspaceId, c.teamId, now);
  return line.find(({ isManager }) => isManager)?.memberId ?? null;
}
