import type { FormEvent } from "react";
import { channels } from "#app/customers/address.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { Addresses } from "./addresses.tsx";
import { bodyOfNew, changeOf, type Typed, typedOf } from "./contact-form.ts";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";
import type { Contact } from "./pages.ts";
import { useCustomerWords } from "./words.ts";
import { ZoneField } from "./zone-field.tsx";

type Props = { customerId: string; contact: Contact | null; onClose: () => void };

/** A contact, new or changed: how they are called, how they like to be reached, and when not. */
export function ContactForm({ customerId, contact, onClose }: Props) {
  const words = usePageWords();
  const list = useCustomerWords();
  const desk = useDeskWords();
  const saved = typedOf(contact);
  const first = { typed: saved, base: saved, version: contact?.version ?? 0 };
  const [draft, setDraft, clear] = useDraft(`contact ${contact?.id ?? `of ${customerId}`}`, first);
  const { typed, base, version } = draft;
  const finish = (said: string) => {
    clear();
    toast(said);
    onClose();
  };
  const add = useDeed("POST", "/customers/:id/contacts", { onDone: ({ name }) => finish(words.contactAdded(name)) });
  const edit = useDeed("PATCH", "/contacts/:id", { onDone: () => finish(desk.saved) });
  const problem = add.error ?? edit.error;
  const set = (part: Partial<Typed>) => {
    setDraft({ ...draft, typed: { ...typed, ...part } });
    // What was wrong is being mended: the sentence about it need not stand there until it is saved.
    if (problem?.field) for (const deed of [add, edit]) deed.reset();
  };
  const errorAt = useErrorAt(problem);
  const change = changeOf(base, typed);
  const because = typed.name.trim() ? (contact && !change ? desk.notChanged : null) : list.nameMissing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because) return;
    if (!contact) add.mutate({ params: { id: customerId }, body: bodyOfNew(typed) });
    else if (change) edit.mutate({ params: { id: contact.id }, body: change, version });
  };
  const again = () => {
    setDraft({ ...draft, version: contact?.version ?? 0 });
    edit.reset();
  };
  const addressError = (channel: "email" | "phone") => {
    const at = bodyOfNew(typed).addresses.findIndex((each) => each.channel === channel);
    return at < 0 ? null : (errorAt(`addresses.${at}.address`) ?? errorAt(`contacts.0.addresses.${at}.address`));
  };
  return (
    <Dialog title={words.contactTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {isEditedMeanwhile(edit.error) ? (
          <Note act={<Button onClick={again}>{desk.again}</Button>}>{words.theirs}</Note>
        ) : (
          <ProblemNote problem={problem?.field ? null : problem} />
        )}
        <Field label={words.name} error={errorAt("name")} value={typed.name} onChange={(name) => set({ name })} />
        {!contact &&
          (["email", "phone"] as const).map((channel) => (
            <Field
              key={channel}
              label={list[channel]}
              type={channel === "email" ? "email" : "tel"}
              autoComplete="off"
              error={addressError(channel)}
              value={typed[channel]}
              onChange={(address) => set({ [channel]: address })}
            />
          ))}
        <Choice
          label={words.channel}
          value={typed.channel}
          onChange={(channel) => set({ channel })}
          choices={[["", words.anyHow], ...channels.map((each) => [each, words.channels[each]] as const)]}
        />
        <Field
          label={words.language}
          hint={words.languageHint}
          error={errorAt("language")}
          value={typed.language}
          onChange={(language) => set({ language })}
        />
        <ZoneField value={typed.timeZone} error={errorAt("time_zone")} onChange={(timeZone) => set({ timeZone })} />
        <fieldset className={look.quiet}>
          <legend>{words.quiet}</legend>
          <p>{words.quietLead}</p>
          <Field
            label={words.quietFrom}
            type="time"
            error={errorAt("quiet_from")}
            value={typed.quietFrom}
            onChange={(quietFrom) => set({ quietFrom })}
          />
          <Field
            label={words.quietUntil}
            type="time"
            error={errorAt("quiet_until")}
            value={typed.quietUntil}
            onChange={(quietUntil) => set({ quietUntil })}
          />
        </fieldset>
        <Button type="submit" kind="main" isBusy={add.isPending || edit.isPending} because={because}>
          {desk.save}
        </Button>
      </form>
      {contact && <Addresses contact={contact} />}
    </Dialog>
  );
}
