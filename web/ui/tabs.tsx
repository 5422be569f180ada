import look from "./tabs.module.css";

type Props<V extends string> = {
  /** What is chosen between, for those who do not see it. */
  label: string;
  value: V;
  onChange: (value: V) => void;
  choices: readonly (readonly [V, string])[];
};

/** One of a few ways to look at the same thing, all in sight: arrows move, as with any set of radio buttons. */
export function Tabs<V extends string>({ label, value, onChange, choices }: Props<V>) {
  return (
    <fieldset className={look.tabs} aria-label={label}>
      {choices.map(([each, said]) => (
        <label key={each} className={look.tab}>
          <input type="radio" name={label} value={each} checked={each === value} onChange={() => onChange(each)} />
          <span>{said}</span>
        </label>
      ))}
    </fieldset>
  );
}
