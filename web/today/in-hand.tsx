import { lazy, Suspense } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useLater } from "#web/desk/later.ts";
import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";

const CasesInHand = lazy(async () => ({ default: (await import("#web/cases/cases-in-hand.tsx")).CasesInHand }));

const most = 10;

/** The cases that one owns, with the next word that is due in each; there is nothing of it to fetch for who owns none. */
export function InHand() {
  const owner_id = useCell(session)?.member.id ?? "";
  const query = { owner_id, order: "urgent", laid_aside: "false", limit: most } as const;
  const { data } = useAskWhile(useLater() && owner_id !== "", "/cases", { query });
  if (!data || data.items.length === 0) return null;
  return (
    <Suspense>
      <CasesInHand cases={data.items} hasMore={data.next !== null} />
    </Suspense>
  );
}
