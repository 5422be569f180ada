import type { FormEvent } from "react";
import { mayShare, type Topic, topics } from "#app/customers/profile.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, TextField } from "#web/ui/field.tsx";
import { usePageWords } from "./page-words.ts";

/** One thing that was understood, with their own words where one remembers them. */
export function ProfileForm({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const words = usePageWords();
  const desk = useDeskWords();
  const first = { topic: "what_it_takes" as Topic, text: "", heard: "", isShared: false };
  const [typed, setTyped, clear] = useDraft(`profile of ${customerId}`, first);
  const write = useDeed("POST", "/customers/:id/profile", {
    offline: () => words.profile,
    onKept: onClose,
    onDone: () => {
      clear();
      toast(words.profileWritten);
      onClose();
    },
  });
  const errorAt = useErrorAt(write.error);
  const because = typed.text.trim() ? null : words.profileMissing;
  const isShareable = mayShare(typed.topic) === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because) return;
    const { topic, text, heard } = typed;
    const body = { topic, text: text.trim(), what_we_heard: heard.trim() || null };
    write.mutate({ params: { id: customerId }, body: { ...body, is_shared: isShareable && typed.isShared } });
  };
  return (
    <Dialog title={words.profile} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.profileLead}</p>
        <ProblemNote problem={write.error?.field ? null : write.error} />
        <Choice
          label={words.topic}
          value={typed.topic}
          onChange={(topic) => setTyped({ ...typed, topic })}
          choices={topics.map((each) => [each, words.topics[each]])}
        />
        <TextField
          label={words.profileText}
          maxLength={4000}
          error={errorAt("text")}
          value={typed.text}
          onChange={(text) => setTyped({ ...typed, text })}
        />
        <TextField
          label={words.heard}
          hint={words.heardHint}
          maxLength={4000}
          error={errorAt("what_we_heard")}
          value={typed.heard}
          onChange={(heard) => setTyped({ ...typed, heard })}
        />
        {isShareable && (
          <Check isOn={typed.isShared} onChange={(isShared) => setTyped({ ...typed, isShared })}>
            {words.share}
          </Check>
        )}
        <Button type="submit" kind="main" isBusy={write.isPending} because={because}>
          {desk.save}
        </Button>
      </form>
    </Dialog>
  );
}
