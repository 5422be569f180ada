import { useState } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { Combobox } from "#web/ui/combobox.tsx";
import { Person } from "#web/ui/person.tsx";
import { useMessageWords } from "./words.ts";

/** A customer with those one speaks with there. */
export type Known = { id: string; name: string; contacts: readonly { id: string; name: string }[] };

type Props = { label?: string; found: Known | null; onFound: (found: Known | null) => void };

/** Whom it was with, by a few letters of their name. */
export function FindWhom({ label, found, onFound }: Props) {
  const words = useMessageWords();
  const [typed, setTyped] = useState(found?.name ?? "");
  const find = typed.trim().slice(0, 200);
  const isAsked = !found && find.length > 1;
  const customers = useAskWhile(isAsked, "/customers", { query: { find, limit: 8 } });
  return (
    <>
      <Combobox
        label={label ?? words.whom}
        value={typed}
        onType={(next) => {
          setTyped(next);
          onFound(null);
        }}
        choices={isAsked ? (customers.data?.items ?? []) : []}
        keyOf={({ id }) => id}
        show={({ name }) => <Person name={name} />}
        onChoose={({ id, name, contacts }) => {
          onFound({ id, name, contacts: contacts.map((each) => ({ id: each.id, name: each.name })) });
          setTyped(name);
        }}
        empty={isAsked && customers.data ? words.nobodyFound : undefined}
      />
      <p />
    </>
  );
}
