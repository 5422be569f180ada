import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import { sayMeasure, sayWhile, secondsOf } from "./measures.ts";
import look from "./policies.module.css";
import { heldOf, type Standing } from "./policy-edit.ts";
import { useSaidSetting } from "./policy-facts.tsx";
import { measures, readValue, type SettingName, saidOf } from "./policy-list.ts";
import { usePolicyWords } from "./policy-words.ts";

type Props = {
  name: SettingName;
  /** What was touched; null takes it back, undefined leaves it. */
  typed: string | null | undefined;
  standing: Standing;
  isBusiness: boolean;
  /** How long one of the reader's working days is open, once that is known. */
  workingDay: string | null;
  error: string | null;
  onType: (typed: string | null) => void;
};

/** One setting: what it does, exactly what was typed, and the way back to the usual. */
export function PolicySetting({ name, typed, standing, isBusiness, workingDay, error, onType }: Props) {
  const words = usePolicyWords();
  const say = useSaidSetting();
  const { language } = useReader();
  const measure = measures[name];
  const usual = standing.inherited[name];
  const shown = typed ?? saidOf(name, typed === null ? usual : heldOf(standing)[name], language);
  const [title, hint] = [words.titles[name], words.hints[name]];
  const means = useMeaning(name, shown, workingDay);
  const common = { label: title, error, value: shown, onChange: onType };
  const isUsual = shown === saidOf(name, usual, language);
  return (
    <div className={look.setting}>
      {measure === "yes" && (
        <Check isOn={shown === "yes"} onChange={(isOn) => onType(isOn ? "yes" : "no")} hint={hint}>
          {title}
        </Check>
      )}
      {measure === "choice" && <Choice {...common} hint={hint} choices={Object.entries(words.estimates)} />}
      {measure !== "yes" && measure !== "choice" && (
        <Field
          {...common}
          {...(measure === "time" && { type: "time" })}
          hint={
            <>
              {hint} {means && <b>{means}</b>}
            </>
          }
        />
      )}
      <p className={look.usual}>
        {isBusiness ? words.ours(say(name, usual)) : words.business(say(name, usual))}
        {!isUsual && (
          <Button kind="quiet" label={words.backOf(title, say(name, usual))} onClick={() => onType(null)}>
            {words.back(say(name, usual))}
          </Button>
        )}
      </p>
    </div>
  );
}

/** What was typed says exactly this: working days in open hours, other lengths in the unit that the house counts in. */
function useMeaning(name: SettingName, typed: string, workingDay: string | null): string | null {
  const words = usePolicyWords();
  const { language } = useReader();
  const measure = measures[name];
  if (measure === "yes" || measure === "choice" || measure === "time" || measure === "count") return null;
  const value = readValue(name, typed);
  if (value === null || value === 0) return null;
  if (measure === "working_days") {
    return workingDay && words.openHours(sayWhile(Number(value) * secondsOf(workingDay), language));
  }
  const said = sayMeasure(value, measure, language);
  return said === typed ? null : words.means(said);
}
