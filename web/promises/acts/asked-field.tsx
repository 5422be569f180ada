import { useEffect } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { DueField } from "#web/quotes/due-field.tsx";
import { Choice, Field, TextField } from "#web/ui/field.tsx";
import type { Asked } from "./forms.ts";
import { useActWords } from "./words.ts";

type Props = {
  name: Asked;
  promise: { id: string; kind: string };
  value: string;
  onChange: (value: string) => void;
  /** The exact time that was read from the words, for the fields that are one. */
  onRead: (at: string | null) => void;
  error: string | null;
};

const short: readonly Asked[] = ["reason", "more", "note"];

/** One thing that an act asks for. */
export function AskedField({ name, promise, value, onChange, onRead, error }: Props) {
  const words = useActWords();
  const label = words.fields[name];
  if (name === "due" || name === "nextWord") {
    const work = name === "due" ? { kind: promise.kind, promiseId: promise.id } : { kind: "update" };
    return <DueField label={label} typed={value} onType={onChange} onRead={onRead} error={error} work={work} />;
  }
  if (name === "answer") {
    const choices = [["yes", words.answers.yes] as const, ["not_yet", words.answers.not_yet] as const];
    return <Choice label={label} value={value === "not_yet" ? value : "yes"} onChange={onChange} choices={choices} />;
  }
  if (name === "owner") return <Owner label={label} value={value} onChange={onChange} error={error} />;
  if (name === "arrived") {
    return <Field label={label} hint={words.hints[name]} type="datetime-local" {...{ value, onChange, error }} />;
  }
  const Box = short.includes(name) ? Field : TextField;
  const hint = words.hints[name];
  const maxLength = short.includes(name) ? 500 : 2000;
  return <Box label={label} hint={hint} maxLength={maxLength} value={value} onChange={onChange} error={error} />;
}

type OwnerProps = { label: string; error: string | null; value: string; onChange: (id: string) => void };

function Owner({ value, onChange, ...field }: OwnerProps) {
  const members = useAsk("/members", { query: {} });
  const choices = (members.data?.items ?? []).map(({ id, name }) => [id, name] as const);
  const [first] = choices;
  useEffect(() => {
    if (first && !choices.some(([id]) => id === value)) onChange(first[0]);
  });
  return <Choice {...field} value={value} onChange={onChange} choices={choices} />;
}
