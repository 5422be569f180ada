import { useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import type { Mailbox } from "./mailbox-typed.ts";
import { useMailboxWords } from "./mailbox-words.ts";

type Props = { mailbox: Mailbox; because: string | null; onEdit: () => void };

/** One mailbox: how it stands in words, a trial that says what is wrong, and the ways to change and to end it. */
export function MailboxLine({ mailbox, because, onEdit }: Props) {
  const words = useMailboxWords();
  const { id, kind, address, host, folder, looked_at: lookedAt, problem, problem_at: problemAt } = mailbox;
  const params = { id };
  const [isSure, setSure] = useState(false);
  const trial = useDeed("POST", "/mailboxes/:id/tests");
  const remove = useDeed("DELETE", "/mailboxes/:id", { onDone: () => toast(words.removed(address)) });
  const found = trial.data;
  return (
    <Row
      acts={
        <>
          {kind === "imap" && (
            <Button
              because={because}
              isBusy={trial.isPending}
              label={words.testOf(address)}
              onClick={() => trial.mutate({ params })}
            >
              {words.test}
            </Button>
          )}
          <Button because={because} label={words.editOf(address)} onClick={onEdit}>
            {words.edit}…
          </Button>
          <Button
            because={because}
            isBusy={remove.isPending}
            label={isSure ? words.removeSure : words.removeOf(address)}
            onClick={() => (isSure ? remove.mutate({ params }) : setSure(true))}
          >
            {isSure ? words.removeSure : words.remove}
          </Button>
        </>
      }
    >
      <bdi>{address}</bdi>
      <small>
        {words.kinds[kind]}
        {host && (
          <>
            {" · "}
            <bdi>
              {host}, {folder}
            </bdi>
          </>
        )}
        {kind === "imap" && " · "}
        {lookedAt ? (
          <>
            {words.lookedAt} <TimeSaid at={lookedAt} />
          </>
        ) : (
          kind === "imap" && words.neverLooked
        )}
      </small>
      {problem && (
        <Note kind="trouble">
          <span lang="en">{problem}</span>{" "}
          {problemAt && (
            <small>
              {words.since} <TimeSaid at={problemAt} />
            </small>
          )}
        </Note>
      )}
      <ProblemNote problem={trial.error ?? remove.error} />
      {found && (
        <Note kind={found.is_well ? "word" : "trouble"}>
          {words.steps[found.step]} {!found.is_well && <small lang="en">{found.says}</small>}
        </Note>
      )}
    </Row>
  );
}
