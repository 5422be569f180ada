import { useEffect, useRef, useState } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useLater } from "#web/desk/later.ts";
import { Choice, Field } from "#web/ui/field.tsx";
import look from "./customers.module.css";
import { type Filters, type Show, shows } from "./filters.ts";
import { useCustomerWords } from "./words.ts";

/** Where the field to search in stands, for the key that leads to it. */
export const findFieldId = "find-customers";
// As long as one needs for the next letter.
const patienceMs = 180;
// As a saved view holds it.
const longest = 200;

type Props = { filters: Filters; onChange: (change: Filters) => void };

/** What the list shows; each choice stands in the address. */
export function FilterBar({ filters, onChange }: Props) {
  const words = useCustomerWords();
  const members = useAskWhile(useLater(), "/members", { query: {} });
  const owners = (members.data?.items ?? []).map(({ id, name }) => [id, name] as const);
  const isOther = Boolean(filters.account_owner_id || filters.kind || filters.tag || filters.tier);
  return (
    <search>
      <div className={look.filters}>
        <div id={findFieldId} className={look.find}>
          <Typed
            label={words.find}
            placeholder={words.findHint}
            type="search"
            value={filters.find ?? ""}
            onSettle={(find) => onChange({ find })}
          />
        </div>
        <Choice
          label={words.show}
          value={(shows as readonly string[]).includes(filters.show ?? "") ? (filters.show as Show) : "all"}
          onChange={(show) => onChange({ show: show === "all" ? "" : show })}
          choices={shows.map((each) => [each, words.shows[each]])}
        />
        <Choice
          label={words.order}
          {...(filters.find && { hint: words.bestFirst })}
          value={filters.order === "name" ? "name" : "newest"}
          onChange={(order) => onChange({ order: order === "name" ? order : "" })}
          choices={(["newest", "name"] as const).map((each) => [each, words.orders[each]])}
        />
      </div>
      <details className={look.others} {...(isOther && { open: true })}>
        <summary>{words.moreFilters}</summary>
        <div className={look.filters}>
          <Choice
            label={words.owner}
            value={filters.account_owner_id ?? ""}
            onChange={(account_owner_id) => onChange({ account_owner_id })}
            choices={[["", words.anybody], ...owners]}
          />
          <Choice
            label={words.kind}
            value={filters.kind === "person" || filters.kind === "organisation" ? filters.kind : ""}
            onChange={(kind) => onChange({ kind })}
            choices={[
              ["", words.anyKind],
              ["person", words.kinds.person],
              ["organisation", words.kinds.organisation],
            ]}
          />
          <Typed label={words.tag} value={filters.tag ?? ""} onSettle={(tag) => onChange({ tag })} />
          <Typed label={words.tier} value={filters.tier ?? ""} onSettle={(tier) => onChange({ tier })} />
        </div>
      </details>
    </search>
  );
}

type TypedProps = {
  label: string;
  value: string;
  onSettle: (value: string) => void;
  placeholder?: string;
  type?: string;
};

/** A field that asks the house only when one pauses. */
function Typed({ value, onSettle, ...field }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  // What else was chosen during the pause counts, too.
  const settle = useRef(onSettle);
  settle.current = onSettle;
  useEffect(() => {
    const wanted = typed.trim().slice(0, longest);
    if (wanted === settled.current) return;
    const timer = setTimeout(() => {
      settled.current = wanted;
      settle.current(wanted);
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    if (value === settled.current) return;
    // Chosen elsewhere: a view, or a way back.
    settled.current = value;
    setTyped(value);
  }, [value]);
  return <Field {...field} value={typed} onChange={setTyped} />;
}
