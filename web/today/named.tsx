import { lazy, Suspense } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useLater } from "#web/desk/later.ts";

const NamedInNotes = lazy(async () => ({ default: (await import("#web/cases/named.tsx")).Named }));

/** Notes in which one is named; there is nothing of it to fetch for whom nobody named. */
export function Named() {
  const { data } = useAskWhile(useLater(), "/mentions", {});
  if (!data || data.items.length === 0) return null;
  return (
    <Suspense>
      <NamedInNotes mentions={data.items} />
    </Suspense>
  );
}
