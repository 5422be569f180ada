import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Promise_ } from "./promise.ts";

export type RingFacts = {
  promise: Promise_;
  customer: string;
  contact: string | null;
  phone: string | null;
  preferredChannel: string | null;
};

/** What a member should know who is rung for these promises: whom to call and where. */
export async function ringFactsOf(tx: Tx, workspaceId: string, promiseIds: string[]): Promise<RingFacts[]> {
  const rows = await tx
    .selectFrom("promises as p")
    .leftJoin("customers as c", (join) =>
      join.onRef("c.workspace_id", "=", "p.workspace_id").onRef("c.id", "=", "p.customer_id"),
    )
    .leftJoin("contacts as k", (join) =>
      join.onRef("k.workspace_id", "=", "p.workspace_id").onRef("k.id", "=", "p.contact_id"),
    )
    .selectAll("p")
    .select(["c.name as customer", "k.name as contact", "k.preferred_channel"])
    .select((of) =>
      of
        .selectFrom("contact_addresses as a")
        .select("a.address")
        .whereRef("a.workspace_id", "=", "k.workspace_id")
        .whereRef("a.contact_id", "=", "k.id")
        .where("a.channel", "in", ["phone", "sms"])
        .orderBy("a.channel")
        .limit(1)
        .as("phone"),
    )
    .where("p.workspace_id", "=", workspaceId)
    .where((is) => is("p.id", "=", is.fn.any(is.val(promiseIds))))
    .execute();
  return rows.map(({ customer, contact, phone, preferred_channel, ...row }) => ({
    promise: fromRow<Promise_>(row),
    customer: customer ?? "",
    contact,
    phone,
    preferredChannel: preferred_channel,
  }));
}
