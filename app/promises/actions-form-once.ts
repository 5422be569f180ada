import { createHash } from "node:crypto";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { digestOf, once } from "#engine/http/idempotency.ts";

/** Does what a form of a customer's page asks, once however often it is sent. Other words in the same form are another answer. */
export async function formOnce(
  tx: Tx,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
  form: { key: string; path: string; said: readonly unknown[] },
  now: Instant,
  work: () => Promise<unknown>,
): Promise<void> {
  if (form.key === "") {
    await work();
    return;
  }
  const digest = digestOf("POST", form.path, JSON.stringify(form.said));
  const key = createHash("sha256").update(form.key).update(digest).digest("base64url");
  await once(tx, { workspaceId, actorId: contactId, key, digest, now }, [], async () => {
    await work();
    return { status: 303, answer: undefined };
  });
}
