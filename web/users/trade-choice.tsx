import { useReader } from "#web/ui/reader.ts";
import look from "./first-run.module.css";
import type { Beginning } from "./first-run.ts";
import { useUserWords } from "./words.ts";

type Props = { trades: Beginning["trades"]; value: string; onChange: (trade: string) => void };

/** The trades there are a beginning for, each with a promise as it is made in it. */
export function TradeChoice({ trades, value, onChange }: Props) {
  const words = useUserWords().firstRun;
  const { language } = useReader();
  const choices = [
    ...trades.map(({ name, wording }) => [name, wording[language].title, wording[language].examples[0]] as const),
    ["", words.noTrade, words.noTradeExample] as const,
  ];
  return (
    <fieldset className={look.trades}>
      <legend>{words.trade}</legend>
      <p>{words.tradeHint}</p>
      {choices.map(([name, title, example]) => (
        <label key={name}>
          <input type="radio" name="trade" checked={value === name} onChange={() => onChange(name)} />
          <span>
            {title}
            <small>{name ? <q>{example}</q> : example}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
