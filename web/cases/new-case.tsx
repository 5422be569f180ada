import type { FormEvent } from "react";
import { kinds } from "#app/cases/case.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, TextField } from "#web/ui/field.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { missingIn, nothingTyped, raisedBy, raisedOf, type Typed } from "./raising.ts";
import { useRaisingWords } from "./raising-words.ts";
import { useCaseWords } from "./words.ts";

type Props = {
  customer: { id: string; contacts: readonly { id: string; name: string }[] };
  onClose: () => void;
};

/** Writes down what a customer raised on the phone, at the door, in a letter or elsewhere. */
export function NewCase({ customer, onClose }: Props) {
  const words = useRaisingWords();
  const about = useCaseWords();
  const [held, setTyped, clear] = useDraft<Typed>(`case of ${customer.id}`, nothingTyped);
  const { contacts } = customer;
  const contactId = contacts.some(({ id }) => id === held.contactId) ? held.contactId : (contacts[0]?.id ?? "");
  const typed = { ...held, contactId };
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const raise = useDeed("POST", "/cases", {
    offline: () => words.title,
    onKept: onClose,
    onDone: () => {
      clear();
      toast(words.done);
      onClose();
    },
  });
  const errorAt = useErrorAt(raise.error);
  const lacks = missingIn(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacks) raise.mutate({ body: raisedOf(customer.id, typed) });
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={raise.error?.field ? null : raise.error} />
        <Tabs
          label={words.channel}
          value={typed.channel}
          onChange={(channel) => set({ channel })}
          choices={raisedBy.map((each) => [each, words.channels[each]])}
        />
        <TextField
          label={words.words}
          hint={words.wordsHint}
          maxLength={20_000}
          value={typed.words}
          onChange={(said) => set({ words: said })}
          error={errorAt("words")}
        />
        <Tabs
          label={words.kind}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          choices={kinds.map((each) => [each, about.kinds[each]])}
        />
        {contacts.length > 1 && (
          <Choice
            label={words.contact}
            value={contactId}
            onChange={(id) => set({ contactId: id })}
            choices={contacts.map(({ id, name }) => [id, name])}
          />
        )}
        <Check isOn={typed.isMine || typed.isPutRight} onChange={(isMine) => set({ isMine })}>
          {words.mine}
        </Check>
        <Check isOn={typed.isPutRight} onChange={(isPutRight) => set({ isPutRight })} hint={words.putRightHint}>
          {words.putRight}
        </Check>
        {typed.isPutRight && (
          <>
            <TextField
              label={words.did}
              maxLength={4000}
              value={typed.did}
              onChange={(did) => set({ did })}
              error={errorAt("on_the_spot.did")}
            />
            <Check isOn={typed.isSatisfied} onChange={(isSatisfied) => set({ isSatisfied })}>
              {words.satisfied}
            </Check>
          </>
        )}
        <Button type="submit" kind="main" isBusy={raise.isPending} because={lacks && words.missing[lacks]}>
          {words.submit}
        </Button>
      </form>
    </Dialog>
  );
}
