import { useEffect } from "react";
import { newKey } from "#web/desk/call.ts";
import { useDraft } from "#web/desk/draft.ts";
import { dropWaiting, type Waiting, waiting } from "#web/desk/outbox.ts";
import { useCell } from "#web/ui/cell.ts";
import { isLine } from "./waiting-lines.tsx";

type Draft = {
  line: string;
  /** Made with the words, and the same after a reload: however often they are sent, they are written down once. */
  key: string;
  /** Why the house did not take it when it was sent later. */
  why: Waiting["refused"] | null;
};

const empty: Draft = { line: "", key: "", why: null };

/** The line that is being typed. One that the house refused when it was sent later comes back, to be mended. */
export function useDraftLine(customerId: string | undefined) {
  const [draft, setDraft, clear] = useDraft(`line ${customerId ?? ""}`, empty);
  const type = (line: string, why: Draft["why"] = null) => setDraft({ line, key: newKey(), why });
  const back = useCell(waiting).find((deed) => isLine(deed) && deed.refused);
  const isFree = customerId === undefined && draft.line === "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: it comes back once, when there is room for it
  useEffect(() => {
    if (!back?.refused || !isFree) return;
    type(back.said, back.refused);
    dropWaiting(back.key);
  }, [back, isFree]);
  return { ...draft, type, clear };
}
