import { numbered } from "#test/bench/fill.ts";
import { atLeast, type Row, shareOf } from "#test/bench/row.ts";
import { interleaved } from "#test/bench/world.ts";

/** Recording a promise: authenticated, validated, journalled, with its alarm, once for its key. */
export const record: Row = {
  what: "record a promise over HTTP, 8 connections, one process",
  must: "1/6 of the limit",
  aim: "1/3",
  measure: async (world) => {
    const { workspaceId: workspace, memberId: member, keyId: key } = world.scratch;
    const list = Array.from({ length: 100 }, (_, n) => ({
      method: "POST",
      path: "/api/v1/promises",
      body: given(n + 1),
    }));
    const statements = { file: "record.sql", names: { workspace, member, key }, connections: 8 };
    const { share, figures } = shareOf(
      await interleaved(world, statements, { apiKey: world.few.apiKey, list, connections: 8 }),
    );
    return { figures, verdict: atLeast(share, 1 / 6, 1 / 3) };
  },
};

function given(customer: number) {
  const due = { due_at: "2027-01-15T10:00:00Z", estimate: "PT1H" };
  return { customer_id: numbered(customer), text: "Call back about the boiler", kind: "callback", ...due };
}
