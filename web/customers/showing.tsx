import { useEffect, useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice } from "#web/ui/field.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";

type Props = { contacts: readonly { id: string; name: string }[]; onClose: () => void };

/** The page as a contact sees it, exactly, in a frame of its own. That somebody looked stays on record. */
export function Showing({ contacts, onClose }: Props) {
  const words = usePageWords();
  const [id, setId] = useState(contacts[0]?.id ?? "");
  const show = useDeed("POST", "/contacts/:id/showings");
  const { mutate } = show;
  useEffect(() => mutate({ params: { id } }), [id, mutate]);
  const name = contacts.find((contact) => contact.id === id)?.name ?? "";
  // The house may be known by another name than the one this window came by; the page is here, too.
  const path = show.data && new URL(show.data.url).pathname;
  return (
    <Dialog title={words.showTitle(name)} onClose={onClose} width="wide">
      <p>{words.showLead}</p>
      {contacts.length > 1 && (
        <Choice
          label={words.contacts}
          value={id}
          onChange={setId}
          choices={contacts.map((contact) => [contact.id, contact.name])}
        />
      )}
      <ProblemNote problem={show.error} onRetry={() => mutate({ params: { id } })} />
      {!path && !show.error && <Skeleton lines={8} />}
      {path && <iframe className={look.frame} src={path} title={words.showTitle(name)} />}
    </Dialog>
  );
}
