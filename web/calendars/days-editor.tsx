import type { CalendarDay } from "#base/calendar.ts";
import { Button } from "#web/ui/button.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import look from "./calendars.module.css";
import { useDateSaid } from "./day-names.ts";
import { useCalendarWords } from "./words.ts";

/** A day as it is being typed. */
export type TypedDay = { on: string; name: string; kind: "closed" | "open"; from: string; to: string };

export const noDay: TypedDay = { on: "", name: "", kind: "closed", from: "09:00", to: "12:00" };

/** The day that was typed; null while it has no date. */
export function dayOf({ on, name, kind, from, to }: TypedDay): CalendarDay | null {
  if (!on) return null;
  return { on, ...(name.trim() && { name: name.trim() }), blocks: kind === "open" ? [{ from, to }] : [] };
}

type Props = {
  days: readonly CalendarDay[];
  /** Days before this one are kept and not shown. */
  today: string;
  typed: TypedDay;
  onType: (typed: TypedDay) => void;
  onAdd: (day: CalendarDay) => void;
  onRemove: (on: string) => void;
};

/** Single days that are not as their weekday. */
export function DaysEditor({ days, today, typed, onType, onAdd, onRemove }: Props) {
  const words = useCalendarWords();
  const dateSaid = useDateSaid();
  const set = (part: Partial<TypedDay>) => onType({ ...typed, ...part });
  const coming = days.filter(({ on }) => on >= today);
  const day = dayOf(typed);
  return (
    <fieldset className={look.part}>
      <legend>{words.days}</legend>
      <p>{words.daysLead}</p>
      {coming.length === 0 && <p>{words.noDays}</p>}
      {coming.length > 0 && (
        <Rows label={words.days}>
          {coming.map(({ on, name, blocks }) => (
            <Row
              key={on}
              acts={
                <Button label={words.removeDay(dateSaid(on))} onClick={() => onRemove(on)}>
                  {words.remove}
                </Button>
              }
            >
              {dateSaid(on)}
              <small>
                {blocks.length === 0 ? words.closed : blocks.map(({ from, to }) => `${from}–${to}`).join(", ")}
                {name && (
                  <>
                    {" · "}
                    <bdi>{name}</bdi>
                  </>
                )}
              </small>
            </Row>
          ))}
        </Rows>
      )}
      <div className={look.new}>
        <Field label={words.date} type="date" min={today} value={typed.on} onChange={(on) => set({ on })} />
        <Field label={words.dayName} maxLength={100} value={typed.name} onChange={(name) => set({ name })} />
        <Choice
          label={words.kind}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          choices={(["closed", "open"] as const).map((kind) => [kind, words.kinds[kind]])}
        />
        {typed.kind === "open" && (
          <>
            <Field label={words.opens} type="time" value={typed.from} onChange={(from) => set({ from })} />
            <Field label={words.closes} type="time" value={typed.to} onChange={(to) => set({ to })} />
          </>
        )}
      </div>
      <Button because={day ? null : words.whichDate} onClick={() => day && onAdd(day)}>
        {words.addDay}
      </Button>
    </fieldset>
  );
}
