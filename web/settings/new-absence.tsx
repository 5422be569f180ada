import type { FormEvent } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import { daysAway } from "./days-away.ts";
import { useOwnWords } from "./own-words.ts";
import type { People } from "./people.ts";
import look from "./settings.module.css";

const first = { from: "", until: "", coverId: "" };

/** Whole days away, and who stands in. */
export function NewAbsence({ memberId, people }: { memberId: string; people: People }) {
  const words = useOwnWords().absences;
  const { timeZone } = useReader();
  const [typed, setTyped, clear] = useDraft(`absence of ${memberId}`, first);
  const set = (part: Partial<typeof first>) => setTyped({ ...typed, ...part });
  const add = useDeed("POST", "/members/:id/absences", {
    onDone: () => {
      clear();
      toast(words.added);
    },
  });
  const errorAt = useErrorAt(add.error);
  const away = daysAway(typed.from, typed.until || typed.from, timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (away) add.mutate({ params: { id: memberId }, body: { ...away, cover_id: typed.coverId || null } });
  };
  const others = people.filter(({ id, role }) => id !== memberId && role !== "viewer");
  return (
    <form className={look.form} onSubmit={submit}>
      <h2>{words.add}</h2>
      <ProblemNote problem={add.error?.field ? null : add.error} />
      <Field
        label={words.from}
        type="date"
        required
        error={errorAt("from_at")}
        value={typed.from}
        onChange={(from) => set({ from })}
      />
      <Field
        label={words.until}
        hint={words.untilHint}
        type="date"
        error={errorAt("until_at")}
        value={typed.until}
        onChange={(until) => set({ until })}
      />
      <Choice
        label={words.cover}
        hint={words.coverHint}
        error={errorAt("cover_id")}
        value={typed.coverId}
        onChange={(coverId) => set({ coverId })}
        choices={[["", words.nobody], ...others.map(({ id, name }) => [id, name] as const)]}
      />
      <Button type="submit" kind="main" isBusy={add.isPending} because={away ? null : words.whichDays}>
        {words.save}
      </Button>
    </form>
  );
}
