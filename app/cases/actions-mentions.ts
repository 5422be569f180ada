import { append } from "#app/journal/store.ts";
import { findMember } from "#app/members/store.ts";
import { strangersAmong } from "#app/members/store-teams.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Deed } from "./actions-deed.ts";
import { ringThese } from "./actions-ring-members.ts";
import type { Case } from "./case.ts";
import { mayName } from "./mention.ts";
import { findCase } from "./store.ts";
import { settleMentions } from "./store-mentions.ts";

const mostWords = 1000;

/** Rings whoever is named in a note, once each and never its author, with who named them and what it says. */
export async function ringNamed(
  deed: Deed,
  c: Case,
  { body, mentionIds }: { body: string; mentionIds: readonly string[] },
  memberId: string,
): Promise<void> {
  const others = mentionIds.filter((id) => id !== memberId);
  if (others.length === 0) return;
  demand(mayName(await strangersAmong(deed.tx, deed.workspaceId, others)));
  const by = await findMember(deed.tx, deed.workspaceId, memberId);
  await ringThese(deed, c, "mentioned", others, `${by?.name ?? ""}: ${body}`.slice(0, mostWords));
}

/** A member has looked at the case: what named them there is seen. Nothing of the case itself changes by it. */
export async function seeMentions(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  caseId: string,
  now: Instant,
): Promise<number> {
  const { id, customerId } = await findCase(tx, workspaceId, caseId);
  const seen = await settleMentions(tx, workspaceId, { caseId: id, memberId }, now);
  if (seen === 0) return 0;
  const entry = { chainId: customerId, what: "note seen", at: now, by: { memberId }, subjectId: id } as const;
  await append(tx, workspaceId, { ...entry, facts: { notes: seen }, forCustomer: false });
  return seen;
}
