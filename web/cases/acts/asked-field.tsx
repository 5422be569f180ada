import { useEffect } from "react";
import { kinds } from "#app/cases/case.ts";
import { hasAnswer } from "#app/cases/closing.ts";
import type { WholeCase } from "#web/cases/pages.ts";
import { useCaseWords } from "#web/cases/words.ts";
import { useAsk, useAskWhile } from "#web/desk/asking.ts";
import { DueField } from "#web/quotes/due-field.tsx";
import { Choice, Field, TextField } from "#web/ui/field.tsx";
import type { Asked, FormAct } from "./forms.ts";
import { useActWords } from "./words.ts";

type Props = {
  name: Asked;
  act: FormAct;
  case_: WholeCase;
  value: string;
  onChange: (value: string) => void;
  /** The exact time that was read from the words. */
  onRead: (at: string | null) => void;
  error: string | null;
};

const lines: readonly Asked[] = ["note", "reason", "subject"];

/** One thing that an act asks for. */
export function AskedField({ name, act, case_: c, value, onChange, onRead, error }: Props) {
  const words = useActWords();
  const about = useCaseWords();
  const label = (name === "reason" && words.reasonOf[act]) || words.fields[name];
  const hint = words.hints[name]?.[act];
  const field = { label, hint, value, onChange, error };
  switch (name) {
    case "due":
      return <DueField {...{ label, error, onRead }} typed={value} onType={onChange} work={{ kind: "other" }} />;
    case "until":
      return <Field {...field} type="datetime-local" />;
    case "handler":
      return <Members {...field} except={c.handler_id} />;
    case "owner":
      return <Members {...field} except={c.owner_id} />;
    case "contact":
      return <Contacts {...field} customerId={c.customer_id} />;
    case "team":
      return <Teams {...field} />;
    case "kind":
      return <Choice {...field} choices={kinds.map((each) => [each, about.kinds[each]])} />;
    case "by":
      return <Choice {...field} choices={(["customer", "member"] as const).map((each) => [each, words.bys[each]])} />;
    case "answer":
      return (
        <Choice
          {...field}
          choices={(["satisfied", "not_satisfied"] as const)
            .filter((each) => hasAnswer(c, each) === null)
            .map((each) => [each, words.answers[each]])}
        />
      );
    default: {
      const Box = lines.includes(name) ? Field : TextField;
      const maxLength = name === "subject" ? 200 : lines.includes(name) ? 500 : name === "text" ? 2000 : 4000;
      return <Box {...field} maxLength={maxLength} />;
    }
  }
}

type Chosen = { label: string; error: string | null; value: string; onChange: (id: string) => void };

/** Somebody else who works here; the first until one was chosen. */
function Members({ except, value, onChange, ...field }: Chosen & { except: string | null }) {
  const words = useActWords();
  const members = useAsk("/members", { query: {} });
  const choices = (members.data?.items ?? [])
    .filter(({ id, role }) => id !== except && role !== "viewer")
    .map(({ id, name }) => [id, name] as const);
  const [first] = choices;
  useEffect(() => {
    if (first && !choices.some(([id]) => id === value)) onChange(first[0]);
  });
  if (members.data && choices.length === 0) return <p>{words.nobodyElse}</p>;
  return <Choice {...field} value={value} onChange={onChange} choices={choices} />;
}

function Contacts({ customerId, ...field }: Chosen & { customerId: string }) {
  const customer = useAsk("/customers/:id", { params: { id: customerId } });
  const contacts = customer.data?.contacts ?? [];
  const none = contacts.some(({ id }) => id === field.value) ? [] : [["", "–"] as const];
  return <Choice {...field} choices={[...none, ...contacts.map(({ id, name }) => [id, name] as const)]} />;
}

function Teams(field: Chosen) {
  const words = useActWords();
  const teams = useAskWhile(true, "/teams", { query: {} });
  const all = (teams.data?.items ?? []).map(({ id, name }) => [id, name] as const);
  return all.length === 0 ? null : <Choice {...field} choices={[["", words.noTeam], ...all]} />;
}
