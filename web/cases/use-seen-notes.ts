import { useEffect } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useLater } from "#web/desk/later.ts";

/** Whoever looks at a case has seen what named them in it. */
export function useSeenNotes(caseId: string): void {
  const mentions = useAskWhile(useLater(), "/mentions", {});
  const { mutate } = useDeed("POST", "/cases/:id/sightings");
  const waiting = mentions.data?.items.filter(({ case_id: id }) => id === caseId).length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is there to be seen
  useEffect(() => {
    if (waiting > 0 && document.visibilityState === "visible") mutate({ params: { id: caseId } });
  }, [waiting, caseId]);
}
