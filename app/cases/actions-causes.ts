import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, invalid, missing, Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Deed, finish, note, takeUp } from "./actions-deed.ts";
import { say } from "./actions-say.ts";
import { type Case, mayWork } from "./case.ts";
import { findCaseForUpdate } from "./store.ts";
import { insertCause, isCause, openCasesWith } from "./store-causes.ts";
import { answerCaseRings } from "./store-rings.ts";

/** It has the same cause as others, such as an outage: what a person writes about that counts in each. */
export async function shareCause(
  deed: Deed,
  c: Case,
  said: { causeId: string | null; text: string | null },
  memberId: string,
): Promise<Case> {
  demand(mayWork(c));
  const causeId = said.causeId ?? newId();
  if (said.causeId && !(await isCause(deed.tx, deed.workspaceId, causeId))) {
    throw invalid("no_such_cause", "There is no such cause.", "cause_id");
  }
  if (!said.causeId) {
    if (!said.text) throw invalid("cause_missing", "Say which cause: cause_id, or text for a new one.", "text");
    await insertCause(deed.tx, deed.workspaceId, {
      id: causeId,
      text: said.text,
      madeAt: deed.now,
      madeById: memberId,
    });
  }
  note(deed, c, "cause shared", { facts: { cause_id: causeId }, words: { text: said.text }, forCustomer: false });
  return finish(deed, { ...c, causeId });
}

/** One message that a person wrote, to everybody whom this cause concerns; each is told by name, and it counts in each. */
export async function tellCause(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  causeId: string,
  message: { body: string; subject?: string },
  now: Instant,
): Promise<{ cases: number; toCall: string[] }> {
  if (!(await isCause(tx, workspaceId, causeId))) throw missing("cause");
  const ids = await openCasesWith(tx, workspaceId, causeId);
  // All are locked before the first journal, in the order of their ids, so that this waits for no deed that waits for it.
  for (const id of ids) await findCaseForUpdate(tx, workspaceId, id);
  const toCall: string[] = [];
  for (const id of ids) {
    const { deed, c } = await takeUp(tx, { workspaceId, by: { memberId } }, id, now);
    try {
      const said = await say(deed, c, { message }, "status", memberId);
      await answerCaseRings(tx, workspaceId, id, now);
      await finish(deed, said);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      toCall.push(id);
    }
  }
  return { cases: ids.length - toCall.length, toCall };
}
