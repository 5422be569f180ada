import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type HintRule, hintRules } from "./hint.ts";
import { addToCounts, insertDismissal, removeDismissal } from "./store-coach.ts";

/** Adds what was shown and heeded in one text. Counts are no facts about anybody, and stand in no journal. */
export async function countAdvice(
  tx: Tx,
  workspaceId: string,
  { shown, heeded }: { shown: readonly HintRule[]; heeded: readonly HintRule[] },
): Promise<void> {
  const timesIn = (list: readonly HintRule[], rule: HintRule) => list.filter((each) => each === rule).length;
  const counts = hintRules.map((rule) => ({
    rule,
    shown: timesIn(shown, rule),
    heeded: timesIn(heeded, rule),
    dismissed: 0,
  }));
  await addToCounts(
    tx,
    workspaceId,
    counts.filter((each) => each.shown > 0 || each.heeded > 0),
  );
}

/** A member does not want to see a rule again, or does after all. Said twice it is said once. */
export async function dismissAdvice(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { rule, dismissed }: { rule: HintRule; dismissed: boolean },
  now: Instant,
): Promise<void> {
  const isNew = dismissed
    ? await insertDismissal(tx, workspaceId, { memberId, rule, at: now })
    : await removeDismissal(tx, workspaceId, memberId, rule);
  if (!isNew) return;
  if (dismissed) await addToCounts(tx, workspaceId, [{ rule, shown: 0, heeded: 0, dismissed: 1 }]);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: dismissed ? "advice dismissed" : "advice wanted again",
    at: now,
    by: { memberId },
    subjectId: memberId,
    facts: { rule },
  });
}
