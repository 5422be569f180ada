import { type FormEvent, useState } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice } from "#web/ui/field.tsx";
import { Person } from "#web/ui/person.tsx";
import { usePageWords } from "./page-words.ts";
import type { Contact, WholeCustomer } from "./pages.ts";

/** Two records of one customer become one, until it is taken back. */
export function MergeCustomer({ customer, onClose }: { customer: WholeCustomer; onClose: () => void }) {
  const words = usePageWords();
  const [typed, setTyped] = useState("");
  const [alias, setAlias] = useState<{ id: string; name: string } | null>(null);
  const find = typed.trim().slice(0, 200);
  const found = useAskWhile(find.length > 1, "/customers", { query: { find, limit: 8 } });
  const others = find.length > 1 ? (found.data?.items ?? []).filter(({ id }) => id !== customer.id) : [];
  const params = { id: customer.id };
  const apart = useDeed("DELETE", "/customers/:id/merges/:merge_id", { onDone: () => toast(words.unmerged) });
  const merge = useDeed("POST", "/customers/:id/merges", {
    onDone: ({ id }) => {
      toast(words.merged(alias?.name ?? ""), () => apart.mutate({ params: { ...params, merge_id: id } }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (alias) merge.mutate({ params, body: { alias_id: alias.id } });
  };
  return (
    <Dialog title={words.mergeTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.mergeLead(customer.name)}</p>
        <ProblemNote problem={merge.error} />
        <Combobox
          label={words.mergeFind}
          value={typed}
          onType={(next) => {
            setTyped(next);
            setAlias(null);
          }}
          choices={alias ? [] : others}
          keyOf={({ id }) => id}
          show={({ name, contacts }) => (
            <span>
              <Person name={name} />{" "}
              <small>
                {contacts
                  .flatMap(({ addresses }) => addresses.map(({ address }) => address))
                  .slice(0, 2)
                  .join(", ")}
              </small>
            </span>
          )}
          onChoose={(chosen) => {
            setAlias(chosen);
            setTyped(chosen.name);
          }}
          empty={find.length > 1 && found.data && !alias ? words.mergeNobody : undefined}
        />
        <p />
        <Button type="submit" kind="main" isBusy={merge.isPending} because={alias ? null : words.mergeMissing}>
          {words.mergeSubmit(alias?.name ?? "…")}
        </Button>
      </form>
    </Dialog>
  );
}

type Props = { contact: Contact; others: readonly Contact[]; onClose: () => void };

/** Two records of one person at the same customer. */
export function MergeContact({ contact, others, onClose }: Props) {
  const words = usePageWords();
  const rest = others.filter(({ id }) => id !== contact.id);
  const [aliasId, setAliasId] = useState(rest[0]?.id ?? "");
  const alias = rest.find(({ id }) => id === aliasId);
  const params = { id: contact.id };
  const apart = useDeed("DELETE", "/contacts/:id/merges/:merge_id", { onDone: () => toast(words.unmerged) });
  const merge = useDeed("POST", "/contacts/:id/merges", {
    onDone: ({ id }) => {
      toast(words.merged(alias?.name ?? ""), () => apart.mutate({ params: { ...params, merge_id: id } }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (alias) merge.mutate({ params, body: { alias_id: alias.id } });
  };
  return (
    <Dialog title={words.mergeContactTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.mergeLead(contact.name)}</p>
        <ProblemNote problem={merge.error} />
        <Choice
          label={words.mergeFind}
          value={aliasId}
          onChange={setAliasId}
          choices={rest.map(({ id, name }) => [id, name])}
        />
        <Button type="submit" kind="main" isBusy={merge.isPending}>
          {words.mergeSubmit(alias?.name ?? "")}
        </Button>
      </form>
    </Dialog>
  );
}
