import { newKey } from "./call.ts";
import { doSoon, type Waiting } from "./outbox.ts";
import { toast } from "./toasts.ts";
import { useDeskWords } from "./words.ts";

type Soon = Pick<Waiting, "method" | "path" | "sent" | "said">;

/** Does things in a moment: says so, with the way back for as long as there is one. `takenBack` restores what was typed. */
export function useSoon(graceMs: number): (deed: Soon, takenBack?: () => void) => void {
  const { hasLeft } = useDeskWords();
  return (deed, takenBack) => {
    const takeBack = doSoon({ ...deed, key: newKey() }, graceMs);
    toast(deed.said, () => (takeBack() ? takenBack?.() : toast(hasLeft)), graceMs);
  };
}
