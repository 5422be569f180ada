import type { FormEvent } from "react";
import { customerKinds } from "#app/customers/customer.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { bodyOfNew, type NewTyped } from "./new-customer.ts";
import { useCustomerWords } from "./words.ts";

type Props = { name: string; onClose: () => void; onMade: (id: string) => void };

/** Somebody new. A name is enough; an address, so that they can be told. */
export function NewCustomer({ name, onClose, onMade }: Props) {
  const words = useCustomerWords();
  const first: NewTyped = { name, kind: "person", isStandIn: false, contact: "", email: "", phone: "" };
  const [typed, setTyped, clear] = useDraft("new customer", first);
  const set = (part: Partial<NewTyped>) => setTyped({ ...typed, ...part });
  const make = useDeed("POST", "/customers", {
    offline: () => `${words.createTitle}: ${typed.name}`,
    onKept: () => {
      clear();
      onClose();
    },
    onDone: ({ id, name: made }) => {
      clear();
      toast(words.created(made));
      onClose();
      onMade(id);
    },
  });
  const errorAt = useErrorAt(make.error);
  const because = typed.name.trim() ? null : words.nameMissing;
  const body = bodyOfNew(typed);
  const addressError = (channel: "email" | "phone") => {
    const at = body.contacts?.[0]?.addresses.findIndex((each) => each.channel === channel) ?? -1;
    return at < 0 ? null : errorAt(`contacts.0.addresses.${at}.address`);
  };
  const errors = [errorAt("name"), errorAt("contacts.0.name"), addressError("email"), addressError("phone")];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because) make.mutate({ body });
  };
  return (
    <Dialog title={words.createTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={errors.some(Boolean) ? null : make.error} />
        <Tabs
          label={words.kind}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          choices={customerKinds.map((each) => [each, words.kinds[each]])}
        />
        <Field
          label={words.name}
          hint={words.nameStandIn}
          autoComplete="off"
          error={errors[0]}
          value={typed.name}
          onChange={(next) => set({ name: next })}
        />
        {typed.kind === "organisation" && (
          <Field
            label={words.contactName}
            autoComplete="off"
            error={errors[1]}
            value={typed.contact}
            onChange={(contact) => set({ contact })}
          />
        )}
        <Field
          label={words.email}
          type="email"
          autoComplete="off"
          error={errors[2]}
          value={typed.email}
          onChange={(email) => set({ email })}
        />
        <Field
          label={words.phone}
          type="tel"
          autoComplete="off"
          error={errors[3]}
          value={typed.phone}
          onChange={(phone) => set({ phone })}
        />
        <Check isOn={typed.isStandIn} onChange={(isStandIn) => set({ isStandIn })}>
          {words.isStandIn}
        </Check>
        <Button type="submit" kind="main" isBusy={make.isPending} because={because}>
          {words.createSubmit}
        </Button>
      </form>
    </Dialog>
  );
}
