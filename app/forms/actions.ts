import { append } from "#app/journal/store.ts";
import type { Given } from "#base/given.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { checkSites, type Form } from "./form.ts";
import { findForm, insertForm, saveForm } from "./store.ts";

type Acting = { workspaceId: string; memberId: string; now: Instant };
type Said = Pick<Form, "name" | "sites">;

export async function addForm(tx: Tx, acting: Acting, { name, sites }: Said): Promise<Form> {
  const unlived = { heardAt: null, madeAt: acting.now, removedAt: null, version: 1 };
  const made = { ...unlived, id: newId(), name, sites: checkSites(sites) };
  await insertForm(tx, acting.workspaceId, made);
  await note(tx, acting, made, "form added");
  return made;
}

export async function editForm(
  tx: Tx,
  acting: Acting,
  id: string,
  change: Given<Said>,
  version: number | null,
): Promise<Form> {
  const before = await found(tx, acting, id);
  demandVersion(version, before.version);
  const said = { ...before, ...change };
  const next = { ...said, sites: checkSites(said.sites), version: before.version + 1 };
  await saveForm(tx, acting.workspaceId, next);
  await note(tx, acting, next, "form changed");
  return next;
}

/** Its address leads nowhere any more; what was written in it stays. */
export async function removeForm(tx: Tx, acting: Acting, id: string): Promise<Form> {
  const before = await found(tx, acting, id);
  const next = { ...before, removedAt: acting.now, version: before.version + 1 };
  await saveForm(tx, acting.workspaceId, next);
  await note(tx, acting, next, "form revoked");
  return next;
}

async function found(tx: Tx, { workspaceId }: Acting, id: string): Promise<Form> {
  const form = await findForm(tx, workspaceId, id, "for update");
  if (!form || form.removedAt) throw missing("form");
  return form;
}

async function note(tx: Tx, { workspaceId, memberId, now }: Acting, form: Form, what: string): Promise<void> {
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what,
    at: now,
    by: { memberId },
    subjectId: form.id,
    facts: { sites: form.sites },
    words: { name: form.name },
  });
}
