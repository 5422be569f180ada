import { strangersAmong } from "#app/members/store-teams.ts";
import { invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";

/** Does everybody work here who is named, by the field that names them? One who left cannot be counted on. */
export async function demandMembers(
  tx: Tx,
  workspaceId: string,
  named: Readonly<Record<string, string | null>>,
): Promise<void> {
  const strangers = await strangersAmong(
    tx,
    workspaceId,
    [...new Set(Object.values(named))].filter((id) => id !== null),
  );
  const field = Object.keys(named).find((name) => strangers.includes(named[name] ?? ""));
  if (field) throw invalid("no_such_member", "There is no such member who could do it.", field);
}
