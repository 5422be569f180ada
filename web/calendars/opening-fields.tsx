import { useId } from "react";
import { useDraft } from "#web/desk/draft.ts";
import { Field } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { DaysEditor, dayOf, noDay } from "./days-editor.tsx";
import { HolidaysField } from "./holidays-field.tsx";
import { HoursSaid, type useSaid } from "./hours-said.tsx";
import { type Holiday, type Opening, withDay } from "./opening.ts";
import { WeekEditor } from "./week-editor.tsx";
import { useCalendarWords } from "./words.ts";

type Props = {
  opening: Opening;
  holidays: readonly Holiday[];
  said: ReturnType<typeof useSaid>;
  day: ReturnType<typeof useTypedDay>;
  /** Why they may not be changed. */
  because?: string | null;
  zoneError?: string | null;
  onChange: (part: Partial<Opening>) => void;
};

/** A day that is being typed: whoever saves without pressing "Add" means it, too. */
export function useTypedDay(name: string) {
  const [typed, onType, clear] = useDraft(`day of ${name}`, noDay);
  const day = dayOf(typed);
  return { typed, onType, clear, with: (days: Opening["days"]) => (day ? withDay(days, day) : days) };
}

/** Everything that says when somebody is there, with what customers would read of it. */
export function OpeningFields({ opening, holidays, said, day, because = null, zoneError, onChange }: Props) {
  const words = useCalendarWords();
  const zones = useId();
  const now = useNow();
  const add = (next: Opening["days"][number]) => {
    onChange({ days: withDay(opening.days, next) });
    day.clear();
  };
  return (
    <>
      <WeekEditor week={opening.week} because={because} onChange={(week) => onChange({ week })} />
      <HoursSaid {...said} timeZone={opening.time_zone} />
      {!because && (
        <>
          <Field
            label={words.zone}
            hint={words.zoneHint}
            list={zones}
            required
            error={zoneError}
            value={opening.time_zone}
            onChange={(time_zone) => onChange({ time_zone })}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <HolidaysField
            region={opening.holiday_region}
            holidays={holidays}
            onChange={(holiday_region) => onChange({ holiday_region })}
          />
          <DaysEditor
            days={opening.days}
            today={new Date(now).toISOString().slice(0, 10)}
            typed={day.typed}
            onType={day.onType}
            onAdd={add}
            onRemove={(on) => onChange({ days: opening.days.filter((each) => each.on !== on) })}
          />
        </>
      )}
    </>
  );
}
