import * as z from "zod/mini";
import { findWorkspace } from "#app/workspaces/store.ts";
import { isId } from "#base/id.ts";
import { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { type Database, inWorkspace, type Tx } from "#engine/db/database.ts";
import { plainly, refusalOf } from "#engine/http/issues.ts";

/** What was typed, read by the same schema as what comes over HTTP, and refused in the same words. */
export function readInput<S extends z.core.$ZodType>(schema: S, input: Record<string, unknown>): z.output<S> {
  const result = z.safeParse(schema, input, plainly);
  if (result.success) return result.data;
  throw refusalOf(result.error.issues);
}

/** Runs `work` in the workspace that was named. */
export async function inNamedWorkspace<T>(db: Database, id: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!isId(id)) throw missing("workspace");
  return inWorkspace(db, id, async (tx) => {
    if (!(await findWorkspace(tx, id))) throw missing("workspace");
    return work(tx);
  });
}

/** The time it is: a command is a door, and at the doors the time comes in. */
export function thisInstant(): Instant {
  return new Instant(Date.now());
}
