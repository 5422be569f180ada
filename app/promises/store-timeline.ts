import type { Tx } from "#engine/db/database.ts";

export type PromiseBeside = { id: string; text: string; kind: string; state: string };
export type CaseBeside = { id: string; subject: string };
export type MessageBeside = {
  id: string;
  direction: string;
  channel: string;
  state: string;
  subject: string;
  body: string;
};

/** The promises, cases and messages that a page of a timeline is about, as they stand now, by their ids. */
export async function besideTimeline(
  tx: Tx,
  workspaceId: string,
  ids: { subjects: readonly string[]; messages: readonly string[] },
): Promise<{
  promises: Map<string, PromiseBeside>;
  cases: Map<string, CaseBeside>;
  messages: Map<string, MessageBeside>;
}> {
  const promises = await tx
    .selectFrom("promises")
    .select(["id", "text", "kind", "state"])
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("id", "=", is.fn.any(is.val(ids.subjects))))
    .execute();
  const cases = await tx
    .selectFrom("cases")
    .select(["id", "subject"])
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("id", "=", is.fn.any(is.val(ids.subjects))))
    .execute();
  const messages = await tx
    .selectFrom("messages")
    .select(["id", "direction", "channel", "state", "subject", "body"])
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("id", "=", is.fn.any(is.val(ids.messages))))
    .execute();
  return { promises: byId(promises), cases: byId(cases), messages: byId(messages) };
}

function byId<T extends { id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
