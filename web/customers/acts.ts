import type { AnswerAt } from "#web/desk/contracts.ts";
import type { LineAct } from "#web/promises/acts/line-acts.tsx";

export type Promised = AnswerAt<"GET", "/promises">["items"][number];

/** What settles an open promise on its customer's page, the first act first; as Today would offer it to its owner. */
export function actsOf(
  p: Pick<Promised, "held_up_at" | "due_at" | "needs_new_due" | "next_owner_id">,
  memberId: string,
  nowMs: number,
): LineAct[] {
  if (p.held_up_at) return ["go_on"];
  if (p.next_owner_id === memberId) return ["accept"];
  if (p.needs_new_due) return ["move", "keep"];
  if (Date.parse(p.due_at) < nowMs) return ["update", "move", "keep"];
  return ["keep", "update", "move"];
}
