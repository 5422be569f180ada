import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { checkReply, mayAddReply, mayWriteReply, type Reply } from "./reply.ts";
import { countReplies, deleteReply, findReply, saveReply } from "./store-replies.ts";

type Who = { workspaceId: string; memberId: string; scopes: readonly string[] };
type Said = Pick<Reply, "name" | "language" | "text"> & { isOwn: boolean };

/** Keeps a reply under a name, for the whole house or for oneself. */
export async function addReply(tx: Tx, who: Who, { isOwn, ...said }: Said, now: Instant): Promise<Reply> {
  const reply = { ...said, id: newId(), memberId: isOwn ? who.memberId : null, version: 1 };
  demand(mayWriteReply(reply, acting(who)));
  demand(checkReply(reply.text));
  demand(mayAddReply(await countReplies(tx, who.workspaceId, reply.memberId)));
  return kept(tx, who, reply, "reply saved", now);
}

export async function editReply(
  tx: Tx,
  who: Who,
  id: string,
  change: Partial<Pick<Reply, "name" | "text">>,
  version: number | null,
  now: Instant,
): Promise<Reply> {
  const before = await found(tx, who, id);
  demandVersion(version, before.version);
  const next = { ...before, ...change, version: before.version + 1 };
  demand(checkReply(next.text));
  return kept(tx, who, next, "reply changed", now);
}

/** Takes it away; what was sent with it stays as it was sent. */
export async function removeReply(tx: Tx, who: Who, id: string, now: Instant): Promise<Reply> {
  const reply = await found(tx, who, id);
  await deleteReply(tx, who.workspaceId, id);
  await note(tx, who, reply, "reply removed", now);
  return reply;
}

async function found(tx: Tx, who: Who, id: string): Promise<Reply> {
  const reply = await findReply(tx, who.workspaceId, who.memberId, id);
  if (!reply) throw missing("saved reply");
  demand(mayWriteReply(reply, acting(who)));
  return reply;
}

function acting({ memberId, scopes }: Who) {
  return { memberId, maySet: scopes.includes("settings:write") };
}

async function kept(tx: Tx, who: Who, reply: Reply, what: string, now: Instant): Promise<Reply> {
  await saveReply(tx, who.workspaceId, reply);
  await note(tx, who, reply, what, now);
  return reply;
}

async function note(tx: Tx, { workspaceId, memberId }: Who, reply: Reply, what: string, now: Instant): Promise<void> {
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what,
    at: now,
    by: { memberId },
    subjectId: reply.id,
    facts: { language: reply.language, member_id: reply.memberId },
    words: { name: reply.name, text: reply.text },
  });
}
