import { useId } from "react";
import { Field } from "#web/ui/field.tsx";
import { usePageWords } from "./page-words.ts";

type Props = { value: string; error: string | null; onChange: (value: string) => void };

/** A time zone by its name, found as it is typed. */
export function ZoneField({ value, error, onChange }: Props) {
  const words = usePageWords();
  const id = useId();
  return (
    <>
      <Field label={words.timeZone} hint={words.timeZoneHint} list={id} {...{ value, error, onChange }} />
      <datalist id={id}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
