import { resolve } from "#app/customers/store-merges.ts";
import { makePromise } from "#app/promises/actions.ts";
import type { Doer } from "#app/promises/actions-deed.ts";
import { joinPlan } from "#app/promises/actions-first-word.ts";
import type { Recording } from "#app/promises/recording.ts";
import { findForUpdate } from "#app/promises/store.ts";
import { conflict, demand, invalid } from "#base/refusal.ts";
import { type Deed, finish, note } from "./actions-deed.ts";
import { type Case, mayWork, stepped } from "./case.ts";

type Step = Omit<Recording, "customerId" | "contactId" | "caseId"> & { contactId: string | null };

/** A dated step of the plan: a promise to this customer, like any other. */
export async function planStep(deed: Deed, c: Case, by: Doer, step: Step): Promise<Case> {
  demand(mayWork(c));
  const whom = { customerId: deed.around.customer.id, contactId: step.contactId ?? c.contactId, caseId: c.id };
  const { promise } = await makePromise(deed.tx, by, { ...step, ...whom }, deed.now);
  return planned(deed, c, promise.id, by.memberId);
}

/** A promise that was made already becomes a step of the plan. */
export async function planPromise(deed: Deed, c: Case, by: Doer, promiseId: string): Promise<Case> {
  demand(mayWork(c));
  const promise = await findForUpdate(deed.tx, deed.workspaceId, promiseId);
  const whose = promise.customerId && (await resolve(deed.tx, deed.workspaceId, "customer", promise.customerId));
  // As they are read now: what was promised to one who was merged into this customer is theirs.
  if (whose !== (await resolve(deed.tx, deed.workspaceId, "customer", c.customerId))) {
    throw invalid("plan_of_another", "That was promised to another customer.", "promise_id");
  }
  if (promise.caseId) throw conflict("planned_already", "That promise is part of a case already.");
  await joinPlan(deed.tx, { workspaceId: deed.workspaceId, by: { memberId: by.memberId } }, c.id, promiseId, deed.now);
  return planned(deed, c, promiseId, by.memberId);
}

function planned(deed: Deed, c: Case, promiseId: string, memberId: string): Promise<Case> {
  note(deed, c, "case planned", { facts: { promise_id: promiseId } });
  return finish(
    deed,
    stepped({ ...c, doneAt: null, doneById: null, doneWords: null }, "fixing", deed.now, { memberId }),
  );
}
