import { type FormEvent, useState } from "react";
import { type AddressChannel, addressChannels } from "#app/customers/address.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";
import type { Contact } from "./pages.ts";

/** The addresses of a contact, each with the way to take it away, and with the way back after it. */
export function Addresses({ contact }: { contact: Contact }) {
  const words = usePageWords();
  const [isAdding, setAdding] = useState(false);
  const params = { id: contact.id };
  const back = useDeed("POST", "/contacts/:id/addresses");
  const remove = useDeed("DELETE", "/contacts/:id/addresses", {
    onDone: (_, { query }) =>
      toast(words.addressRemoved(query.address), () => back.mutate({ params, body: { ...query } })),
  });
  return (
    <section>
      <h3>{words.addresses}</h3>
      <ProblemNote problem={remove.error ?? back.error} />
      <ul className={look.plain}>
        {contact.addresses.map(({ channel, address }) => (
          <li key={`${channel} ${address}`}>
            <span>
              <bdi>{address}</bdi> <small>{words.addressChannels[channel]}</small>
            </span>
            <Button
              kind="quiet"
              label={words.removeAddress(address)}
              isBusy={remove.isPending}
              onClick={() => remove.mutate({ params, query: { channel, address } })}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => setAdding(true)}>{words.addAddress}</Button>
      {isAdding && <AddressForm contact={contact} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** One further address of a contact. */
export function AddressForm({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const words = usePageWords();
  const desk = useDeskWords();
  const [typed, setTyped, clear] = useDraft(`address of ${contact.id}`, {
    channel: "email" as AddressChannel,
    address: "",
  });
  const add = useDeed("POST", "/contacts/:id/addresses", {
    onDone: () => {
      clear();
      toast(words.addressAdded);
      onClose();
    },
  });
  const errorAt = useErrorAt(add.error);
  const because = typed.address.trim() ? null : words.addressMissing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { channel: typed.channel, address: typed.address.trim() };
    if (!because) add.mutate({ params: { id: contact.id }, body });
  };
  return (
    <Dialog title={words.addAddress.replace("…", "")} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>
          <bdi>{contact.name}</bdi>
        </p>
        <ProblemNote problem={add.error?.field ? null : add.error} />
        <Choice
          label={words.addressKind}
          value={typed.channel}
          onChange={(channel) => setTyped({ ...typed, channel })}
          choices={addressChannels.map((each) => [each, words.addressChannels[each]])}
        />
        <Field
          label={words.address}
          type={
            typed.channel === "email" ? "email" : typed.channel === "phone" || typed.channel === "sms" ? "tel" : "text"
          }
          autoComplete="off"
          maxLength={500}
          error={errorAt("address")}
          value={typed.address}
          onChange={(address) => setTyped({ ...typed, address })}
        />
        <Button type="submit" kind="main" isBusy={add.isPending} because={because}>
          {desk.save}
        </Button>
      </form>
    </Dialog>
  );
}
