import { useDraft } from "#web/desk/draft.ts";
import { changedIn } from "./changed.ts";

/**
 * A form over what is saved: what nobody has touched yet follows it, what was typed stays on this device until it is
 * saved. `isOvertaken` says that somebody saved another version meanwhile; `goOn` writes over that one.
 */
export function useEdit<T extends object>(name: string, saved: T, version: number) {
  const [{ typed, base }, setDraft, clear] = useDraft(name, { typed: saved, base: version });
  const change = changedIn(saved, typed);
  const shown = change ? typed : saved;
  return {
    shown,
    change,
    version: change ? base : version,
    isOvertaken: change !== null && base !== version,
    set: (part: Partial<T>) => setDraft({ typed: { ...shown, ...part }, base: change ? base : version }),
    goOn: () => setDraft({ typed, base: version }),
    clear,
  };
}
