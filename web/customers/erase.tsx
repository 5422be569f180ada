import { type FormEvent, useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";

type Props = {
  name: string;
  of: { customer: string } | { contact: string };
  onClose: () => void;
  onErased: () => void;
};

/** Forgets somebody for good, once all of what that means was said and their name was typed. */
export function Erase({ name, of, onClose, onErased }: Props) {
  const words = usePageWords();
  const [typed, setTyped] = useState("");
  const onDone = ({ messages }: { messages: number }) => {
    toast(words.erased(messages));
    onClose();
    onErased();
  };
  const customer = useDeed("POST", "/customers/:id/erasures", { onDone });
  const contact = useDeed("POST", "/contacts/:id/erasures", { onDone });
  const erase = () =>
    "customer" in of
      ? customer.mutate({ params: { id: of.customer } })
      : contact.mutate({ params: { id: of.contact } });
  // Long or foreign names are copied; what counts is that one looked at whom.
  const because = typed.trim() === name.trim() ? null : words.eraseMissing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because) erase();
  };
  return (
    <Dialog title={words.eraseTitle(name)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>
          <b>{words.eraseLead}</b>
        </p>
        <ul>
          {words.eraseConsequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
        {"customer" in of && (
          <p>
            {words.eraseExport}{" "}
            <a href={`/api/v1/customers/${of.customer}/export`} download>
              {words.export}
            </a>
          </p>
        )}
        <ProblemNote problem={customer.error ?? contact.error} />
        <Field label={words.eraseType(name)} autoComplete="off" value={typed} onChange={setTyped} />
        <div className={look.buttons}>
          <Button type="submit" isBusy={customer.isPending || contact.isPending} because={because}>
            {words.eraseSubmit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
