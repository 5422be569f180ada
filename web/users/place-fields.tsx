import { Choice, Field } from "#web/ui/field.tsx";
import look from "./first-run.module.css";
import type { FirstRun } from "./first-run.ts";
import { useUserWords } from "./words.ts";

type Props = {
  typed: FirstRun;
  onChange: (part: Partial<FirstRun>) => void;
  errorAt: (field: string) => string | null;
};

/** What the browser guessed, in one line; open where it guessed wrong, or where the house says so. */
export function PlaceFields({ typed, onChange, errorAt }: Props) {
  const words = useUserWords().firstRun;
  const { language, timeZone, country, currency } = typed;
  const isWrong = ["time_zone", "country", "currency", "language"].some((field) => errorAt(field));
  const names = { en: "English", de: "Deutsch" };
  return (
    <details className={look.place} open={isWrong || undefined}>
      <summary>
        {words.place}: <span>{[names[language], timeZone, country, currency].filter(Boolean).join(", ")}</span>
      </summary>
      <Choice
        label={words.language}
        value={language}
        onChange={(next) => onChange({ language: next })}
        choices={[
          ["en", names.en],
          ["de", names.de],
        ]}
      />
      <Field
        label={words.timeZone}
        list="zones"
        required
        error={errorAt("time_zone")}
        value={timeZone}
        onChange={(next) => onChange({ timeZone: next })}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Field
        label={words.country}
        hint={words.countryHint}
        autoComplete="country"
        error={errorAt("country")}
        value={country}
        onChange={(next) => onChange({ country: next })}
      />
      <Field
        label={words.currency}
        required
        error={errorAt("currency")}
        value={currency}
        onChange={(next) => onChange({ currency: next })}
      />
    </details>
  );
}
