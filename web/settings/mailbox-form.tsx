import { type FormEvent, useState } from "react";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { MailboxServer } from "./mailbox-server.tsx";
import { keepsSecrets, type Mailbox, missingIn, serverOf, typedOf, whereOf } from "./mailbox-typed.ts";
import { useMailboxWords } from "./mailbox-words.ts";
import look from "./settings.module.css";

export type MadeRelay = Pick<AnswerAt<"POST", "/relays">, "url" | "key">;

type Props = { saved: Mailbox | null; onClose: () => void; onRelay: (made: MadeRelay) => void };

/** A mailbox that we look into, or one whose mail a relay brings. Its secrets stand here, so it is no kept draft. */
export function MailboxForm({ saved, onClose, onRelay }: Props) {
  const words = useMailboxWords();
  const desk = useDeskWords();
  const [kind, setKind] = useState(saved?.kind ?? "imap");
  const [typed, setTyped] = useState(() => typedOf(saved));
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const done = (said: string) => {
    toast(said);
    onClose();
  };
  const add = useDeed("POST", "/mailboxes", { onDone: () => done(words.added) });
  const addRelay = useDeed("POST", "/relays", { onDone: onRelay });
  const edit = useDeed("PATCH", "/mailboxes/:id", { onDone: () => done(desk.saved) });
  const problem = (saved ? edit : kind === "imap" ? add : addRelay).error;
  const errorAt = useErrorAt(problem);
  const lacks = missingIn(typed, kind, saved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacks) return;
    const where = whereOf(typed);
    const whole = { ...where, ...serverOf(typed, saved) };
    if (saved) {
      const body = kind === "imap" ? whole : where;
      return edit.mutate({ params: { id: saved.id }, body, version: saved.version });
    }
    if (kind === "relay") addRelay.mutate({ body: where });
    else add.mutate({ body: whole });
  };
  return (
    <Dialog title={saved ? words.editTitle(saved.address) : words.addTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={problem?.field ? null : problem} />
        {!saved && (
          <>
            <Tabs
              label={words.way}
              value={kind}
              onChange={setKind}
              choices={(["imap", "relay"] as const).map((each) => [each, words.ways[each]])}
            />
            <p className={look.aside}>{words.wayHints[kind]}</p>
          </>
        )}
        <Field
          label={words.address}
          type="email"
          value={typed.address}
          onChange={(address) => set({ address })}
          error={errorAt("address")}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        {kind === "imap" && <MailboxServer {...{ typed, set, errorAt, isKept: keepsSecrets(typed, saved) }} />}
        <Check isOn={typed.takesPlus} onChange={(takesPlus) => set({ takesPlus })} hint={words.takesPlusHint}>
          {words.takesPlus}
        </Check>
        <div className={look.acts}>
          <Button
            type="submit"
            kind="main"
            isBusy={add.isPending || addRelay.isPending || edit.isPending}
            because={lacks && words.missing[lacks]}
          >
            {saved ? desk.save : words.submit}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
