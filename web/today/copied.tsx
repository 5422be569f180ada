import { lazy, Suspense } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useLater } from "#web/desk/later.ts";

const CopiedMails = lazy(async () => ({ default: (await import("#web/sentences/copied-mails.tsx")).CopiedMails }));

/** What one promised in mails that one copied us in on; there is nothing of it to fetch for who copies in nobody. */
export function Copied() {
  const { data } = useAskWhile(useLater(), "/offers", {});
  if (!data || data.items.length === 0) return null;
  return (
    <Suspense>
      <CopiedMails copies={data.items} />
    </Suspense>
  );
}
