import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { type MadeRelay, MailboxForm } from "./mailbox-form.tsx";
import { MailboxLine } from "./mailbox-line.tsx";
import type { Mailbox } from "./mailbox-typed.ts";
import { useMailboxWords } from "./mailbox-words.ts";
import { useWhyNot } from "./may.ts";
import { SetAside } from "./set-aside.tsx";
import { SettingsScreen } from "./settings-screen.tsx";

/** Where customers write to, what keeps us from reading it, and the mails that a person should look at. */
export function Mailboxes() {
  const words = useMailboxWords();
  const whyNot = useWhyNot()();
  const mailboxes = useAsk("/mailboxes");
  const [shown, setShown] = useState<Mailbox | "new" | null>(null);
  const [relay, setRelay] = useState<MadeRelay | null>(null);
  const all = mailboxes.data?.items;
  return (
    <SettingsScreen
      page="mailboxes"
      acts={
        <Button kind="main" because={whyNot} onClick={() => setShown("new")}>
          {words.add}
        </Button>
      }
    >
      <ProblemNote problem={mailboxes.error} onRetry={() => void mailboxes.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {!all && !mailboxes.error && <Skeleton />}
      {all?.length === 0 && <EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      {all && all.length > 0 && (
        <Rows label={words.list}>
          {all.map((mailbox) => (
            <MailboxLine key={mailbox.id} mailbox={mailbox} because={whyNot} onEdit={() => setShown(mailbox)} />
          ))}
        </Rows>
      )}
      <SetAside />
      {shown && (
        <MailboxForm
          saved={shown === "new" ? null : shown}
          onClose={() => setShown(null)}
          onRelay={(made) => {
            setShown(null);
            setRelay(made);
          }}
        />
      )}
      {relay && (
        <Dialog title={words.made} onClose={() => setRelay(null)} mustStay>
          <p>{words.madeLead}</p>
          <Field label={words.url} dir="ltr" readOnly value={relay.url} onChange={() => undefined} />
          <Field label={words.key} dir="ltr" readOnly value={relay.key} onChange={() => undefined} />
          <Button kind="main" onClick={() => setRelay(null)}>
            {words.kept}
          </Button>
        </Dialog>
      )}
    </SettingsScreen>
  );
}
