import { useDeed } from "#web/desk/deed.ts";
import { toast } from "#web/desk/toasts.ts";
import { useCauseWords } from "./words.ts";

/** A case is given this cause, or (`cause_id: null`) has it no more; each can be taken back. */
export function useSharing(causeId: string) {
  const words = useCauseWords();
  const sharing = useDeed("POST", "/cases/:id/causes", {
    onDone: ({ id, cause_id: now }) =>
      toast(now ? words.added : words.left, () =>
        sharing.mutate({ params: { id }, body: { cause_id: now ? null : causeId } }),
      ),
  });
  return sharing;
}
