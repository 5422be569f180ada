import type { WholeCase } from "#web/cases/pages.ts";
import { ComposingField } from "#web/sentences/composing-field.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { channelOf, type Telling, talks } from "./forms.ts";
import type { CaseAct } from "./rulings.ts";
import look from "./telling-field.module.css";
import { useActWords } from "./words.ts";

type Props = {
  act: CaseAct;
  case_: WholeCase;
  /** Whom one writes to; null where nobody can be written to. */
  to: string | null;
  value: Telling;
  onChange: (value: Telling) => void;
  error: string | null;
};

/** How the customer hears of it: in words that are written here, or in a talk that was held. */
export function TellingField({ act, case_: c, to, value, onChange, error }: Props) {
  const words = useActWords();
  const ways = (["write", ...talks] as const).filter((way) => way !== "write" || to !== null);
  const isLetter = value.how === "write";
  return (
    <fieldset className={look.telling}>
      <legend>{words.telling}</legend>
      <Tabs
        label={words.telling}
        value={value.how}
        onChange={(how) => onChange({ ...value, how })}
        choices={ways.map((way) => [way, words.ways[way]])}
      />
      <ComposingField
        about={`${act} of ${c.id}`}
        isLetter={isLetter}
        whom={{ customerId: c.customer_id, contactId: c.contact_id ?? undefined, via: channelOf(value) }}
        label={isLetter ? words.letter(to ?? words.them) : words.callNote}
        hint={isLetter ? words.hints.words?.[act] : undefined}
        maxLength={isLetter ? 20_000 : 4000}
        value={value.words}
        onChange={(typed) => onChange({ ...value, words: typed })}
        error={error}
      />
    </fieldset>
  );
}
