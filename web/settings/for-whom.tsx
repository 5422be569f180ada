import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { builtInKinds, policyScopes } from "#app/workspaces/policy.ts";
import { useAskWhile } from "#web/desk/asking.ts";
import { useSettled } from "#web/desk/settled.ts";
import { Combobox } from "#web/ui/combobox.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { Person } from "#web/ui/person.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { sayKind } from "./kind-names.ts";
import { useKindWords } from "./kind-words.ts";
import look from "./policies.module.css";
import type { Policies } from "./policy-list.ts";
import { searchOf, type Whom } from "./policy-whom.ts";
import { usePolicyWords } from "./policy-words.ts";

// As long as one needs for the next letter.
const patienceMs = 250;

/** Chooses whose settings are shown; the choice stands in the address. */
export function ForWhom({ whom, all }: { whom: Whom; all: Policies }) {
  const words = usePolicyWords();
  const kindWords = useKindWords();
  const navigate = useNavigate();
  const go = (next: Whom) =>
    void navigate({ to: "/settings/policies", search: searchOf(next) as never, replace: true });
  const { scope, name } = whom;
  const kinds = [...builtInKinds, ...(all.effective.kinds ?? [])];
  return (
    <div className={look.whom}>
      <Tabs
        label={words.forWhom}
        value={scope}
        onChange={(chosen) => go({ scope: chosen, name: chosen === "kind" ? (kinds[0] ?? "") : "" })}
        choices={policyScopes.map((each) => [each, words.scopes[each]])}
      />
      {scope === "kind" && (
        <Choice
          label={words.kind}
          value={name}
          onChange={(kind) => go({ scope, name: kind })}
          choices={kinds.map((kind) => [kind, sayKind(kind, kindWords.builtIn)])}
        />
      )}
      {scope === "tier" && <Tier key={name} name={name} all={all} onChoose={(tier) => go({ scope, name: tier })} />}
      {scope === "customer" && <Customer id={name} onChoose={(id) => go({ scope, name: id })} />}
    </div>
  );
}

type TierProps = { name: string; all: Policies; onChoose: (tier: string) => void };

/** Chosen when one leaves the field or presses Enter: half a word is no tier. */
function Tier({ name, all, onChoose }: TierProps) {
  const words = usePolicyWords();
  const [typed, setTyped] = useState(name);
  const choose = () => typed.trim() !== name && onChoose(typed.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <Field
        label={words.tier}
        hint={words.tierHint}
        list="tiers"
        maxLength={100}
        value={typed}
        onChange={setTyped}
        onBlur={choose}
      />
      <datalist id="tiers">
        {all.overrides.map((each) => each.scope === "tier" && <option key={each.name} value={each.name ?? ""} />)}
      </datalist>
    </form>
  );
}

function Customer({ id, onChoose }: { id: string; onChoose: (id: string) => void }) {
  const words = usePolicyWords();
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = useAskWhile(id !== "", "/customers/:id", { params: { id } });
  const find = useSettled((typed ?? "").trim(), patienceMs);
  const found = useAskWhile(find.length > 1, "/customers", { query: { find, limit: 8 } });
  return (
    <Combobox
      label={words.customer}
      placeholder={words.customerHint}
      value={typed ?? chosen.data?.name ?? ""}
      onType={setTyped}
      choices={typed && found.data ? found.data.items : []}
      keyOf={(customer) => customer.id}
      show={(customer) => <Person name={customer.name} />}
      empty={typed && found.data ? words.noCustomer : null}
      onChoose={(customer) => {
        setTyped(null);
        onChoose(customer.id);
      }}
    />
  );
}
