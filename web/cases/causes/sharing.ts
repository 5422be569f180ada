import { useDeed } from "#web/desk/deed.ts";
import { toast } from "#web/desk/toasts.ts";
import { useCauseWords } from "./words.ts";

/** A case is given this cause, which can be taken back. */
export function useSharing() {
  const words = useCauseWords();
  const leave = useDeed("POST", "/cases/:id/causes", { onDone: () => toast(words.left) });
  return useDeed("POST", "/cases/:id/causes", {
    onDone: ({ id }) => toast(words.added, () => leave.mutate({ params: { id }, body: { cause_id: null } })),
  });
}

/** It shares this cause no more, which can be taken back. */
export function useLeaving(causeId: string) {
  const words = useCauseWords();
  const share = useDeed("POST", "/cases/:id/causes", { onDone: () => toast(words.added) });
  return useDeed("POST", "/cases/:id/causes", {
    onDone: ({ id }) => toast(words.left, () => share.mutate({ params: { id }, body: { cause_id: causeId } })),
  });
}
