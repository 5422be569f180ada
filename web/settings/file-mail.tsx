import { type FormEvent, useState } from "react";
import { isOwnCopy } from "#app/arrivals/release.ts";
import { useAskWhile } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { FindWhom, type Known } from "#web/messages/find-whom.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice } from "#web/ui/field.tsx";
import { useMailboxWords } from "./mailbox-words.ts";
import look from "./settings.module.css";

type Props = { arrival: AnswerAt<"GET", "/arrivals">["items"][number]; onClose: () => void };

/** Whose mail it is that found no place by itself: the customer, whom of them, and the case it belongs to. */
export function FileMail({ arrival, onClose }: Props) {
  const words = useMailboxWords();
  const desk = useDeskWords();
  const [whom, setWhom] = useState<Known | null>(null);
  const [contactId, setContactId] = useState("");
  const [caseId, setCaseId] = useState("");
  const isOurs = isOwnCopy({ why: arrival.why, memberId: arrival.member_id });
  const query = { customer_id: whom?.id ?? "", limit: 50 };
  const asked = useAskWhile(whom !== null && !isOurs, "/cases", { query });
  // Until theirs are there, those of whoever was chosen before must not stand in their place.
  const found = asked.isPlaceholderData ? [] : (asked.data?.items ?? []);
  const cases = found.filter(({ state }) => state !== "void");
  const file = useDeed("POST", "/arrivals/:id/filings", {
    onDone: () => {
      toast(isOurs ? words.filedCopy : caseId ? words.filedInCase : words.filedNew);
      onClose();
    },
  });
  const choose = (chosen: Known | null) => {
    setWhom(chosen);
    setContactId(chosen?.contacts[0]?.id ?? "");
    setCaseId("");
  };
  const because = !whom ? words.fileMissing : whom.contacts.length === 0 ? words.fileNoContact : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because || !whom) return;
    const body = { customer_id: whom.id, contact_id: contactId, ...(caseId && { case_id: caseId }) };
    file.mutate({ params: { id: arrival.id }, body });
  };
  return (
    <Dialog title={words.fileTitle(arrival.subject ?? words.noSubject)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{isOurs ? words.fileOursLead : words.fileLead}</p>
        <ProblemNote problem={file.error ?? asked.error} />
        <FindWhom label={words.fileWhom} found={whom} onFound={choose} />
        {whom && whom.contacts.length > 1 && (
          <Choice
            label={words.fileContact}
            value={contactId}
            onChange={setContactId}
            choices={whom.contacts.map(({ id, name }) => [id, name])}
          />
        )}
        {cases.length > 0 && (
          <Choice
            label={words.fileCase}
            value={caseId}
            onChange={setCaseId}
            choices={[["", words.fileNewCase], ...cases.map(({ id, subject }) => [id, subject] as const)]}
          />
        )}
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={file.isPending} because={because}>
            {words.file}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
