import { useAsk, useAskWhile } from "#web/desk/asking.ts";
import { Choice } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { useReader } from "#web/ui/reader.ts";
import look from "./calendars.module.css";
import { useDateSaid } from "./day-names.ts";
import type { Holiday } from "./opening.ts";
import { useCalendarWords } from "./words.ts";

/** The holidays of a region; while there is none, or they are not there yet, there are none. */
export function useHolidays(region: string | null): { holidays: readonly Holiday[]; isReady: boolean } {
  const found = useAskWhile(region !== null, "/holidays", { query: { holiday_region: region ?? "" } });
  const isReady = region === null || found.isError || (found.data !== undefined && !found.isPlaceholderData);
  return { holidays: (region !== null && found.data?.items) || none, isReady };
}

const none: readonly Holiday[] = [];
const yearMs = 366 * 86_400_000;

type Props = { region: string | null; holidays: readonly Holiday[]; onChange: (region: string | null) => void };

/** Country and region whose holidays close the calendar, with the days themselves to look at. */
export function HolidaysField({ region, holidays, onChange }: Props) {
  const words = useCalendarWords();
  const { language } = useReader();
  const now = useNow();
  const dateSaid = useDateSaid();
  const country = region?.split("-")[0] ?? "";
  const countries = useAsk("/holiday_regions", { query: { language } });
  const states = useAskWhile(country !== "", "/holiday_regions", { query: { country, language } });
  const inTheYear = holidays.filter(({ on }) => Date.parse(on) > now - 86_400_000 && Date.parse(on) < now + yearMs);
  const listed = (items: readonly { code: string; name: string }[] = []) =>
    items.map(({ code, name }) => [code, name] as const);
  // Until the names are here, and for a part of a state, what is chosen stands as its code.
  const known = (choices: (readonly [string, string])[], code: string) =>
    choices.some(([each]) => each === code) ? choices : [...choices, [code, code] as const];
  return (
    <fieldset className={look.part}>
      <legend>{words.holidays}</legend>
      <p>{words.holidaysLead}</p>
      <Choice
        label={words.country}
        value={country}
        onChange={(code) => onChange(code || null)}
        choices={known([["", words.noCountry], ...listed(countries.data?.items)], country)}
      />
      {region && (states.data?.items.length ?? 0) > 0 && (
        <Choice
          label={words.state}
          value={region}
          onChange={onChange}
          choices={known([[country, words.wholeCountry], ...listed(states.data?.items)], region)}
        />
      )}
      {inTheYear.length > 0 && (
        <details>
          <summary>{words.closedOn(inTheYear.length)}</summary>
          <ul className={look.list}>
            {inTheYear.map(({ on, name }) => (
              <li key={on}>
                {dateSaid(on)} · <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}
