import { firstWordVia } from "#app/promises/first-word.ts";
import { useAsk } from "#web/desk/asking.ts";

/** What was promised in a case, the first word left out: that is promised by answering, and kept by it. Earliest due first. */
export function usePlan(caseId: string) {
  const found = useAsk("/promises", { query: { case_id: caseId, limit: 200 } });
  const all = (found.data?.items ?? [])
    .filter((p) => p.made_via !== firstWordVia && p.state !== "void")
    .toSorted((a, b) => Date.parse(a.due_at) - Date.parse(b.due_at));
  const isRead = found.data !== undefined && !found.isPlaceholderData;
  return { all, isRead, openPlans: all.filter(({ state }) => state === "open").length, error: found.error };
}
