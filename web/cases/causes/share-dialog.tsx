import { type FormEvent, useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, TextField } from "#web/ui/field.tsx";
import { useCauseWords } from "./words.ts";

/** It has a cause with others: one that is known, or a new one. */
export function ShareDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const words = useCauseWords();
  const desk = useDeskWords();
  const causes = useAsk("/causes", { query: {} });
  const known = causes.data?.items ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const [text, write, clear] = useDraft(`cause of ${caseId}`, "");
  // The newest that goes on is what it most likely is.
  const causeId = chosen ?? (text === "" ? (known[0]?.id ?? "") : "");
  const share = useDeed("POST", "/cases/:id/causes", {
    onDone: () => {
      clear();
      toast(words.added);
      onClose();
    },
  });
  const errorAt = useErrorAt(share.error);
  const because = causeId === "" && text.trim() === "" ? words.lacksText : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because)
      share.mutate({ params: { id: caseId }, body: causeId ? { cause_id: causeId } : { text: text.trim() } });
  };
  return (
    <Dialog title={words.share} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={causes.error ?? (share.error?.field ? null : share.error)} />
        {known.length > 0 && (
          <Choice
            label={words.which}
            error={errorAt("cause_id")}
            value={causeId}
            onChange={choose}
            choices={[...known.map((each) => [each.id, each.text] as const), ["", words.another]]}
          />
        )}
        {causes.data && causeId === "" && (
          <TextField
            label={words.text}
            hint={words.textHint}
            error={errorAt("text")}
            maxLength={2000}
            value={text}
            onChange={write}
          />
        )}
        <Button type="submit" kind="main" isBusy={share.isPending} because={because}>
          {words.submit}
        </Button>{" "}
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </form>
    </Dialog>
  );
}
