import type { FormEvent } from "react";
import { useHolidays } from "#web/calendars/holidays-field.tsx";
import { HoursSaid, useSaid } from "#web/calendars/hours-said.tsx";
import { type Holiday, type Opening, ownDays } from "#web/calendars/opening.ts";
import { OpeningFields, useTypedDay } from "#web/calendars/opening-fields.tsx";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Choice } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { useCalendarSettingsWords } from "./calendar-words.ts";
import { changedIn } from "./changed.ts";
import { useEdit } from "./edit.ts";
import look from "./settings.module.css";

type Kept = AnswerAt<"GET", "/members/:id/hours">;
/** `keeps_to` is "own", the id of a calendar, or empty for what the team or the business has. */
type Typed = Opening & { keeps_to: string };

type Props = { memberId: string; kept: Kept; holidays: readonly Holiday[] };

/** Whose hours a member keeps to, and what their own are. */
export function HoursForm({ memberId, kept, holidays: keptHolidays }: Props) {
  const words = useCalendarSettingsWords().hours;
  const desk = useDeskWords();
  const { time_zone, week, holiday_region } = kept;
  const keeps_to = { own: "own", member: kept.calendar_id, team: "", workspace: "" }[kept.whose];
  const saved: Typed = { keeps_to, time_zone, week, holiday_region, days: ownDays(kept.days, keptHolidays) };
  const edit = useEdit(`hours of ${memberId}`, saved, kept.version);
  const day = useTypedDay(`hours of ${memberId}`);
  const isOwn = edit.shown.keeps_to === "own";
  const shown: Typed = isOwn ? { ...edit.shown, days: day.with(edit.shown.days) } : { ...saved, ...edit.shown };
  const { holidays } = useHolidays(shown.holiday_region);
  const said = useSaid(shown, holidays);
  const onDone = () => {
    edit.clear();
    day.clear();
    toast(desk.saved);
  };
  const own = useDeed("PATCH", "/members/:id/hours", { onDone });
  const shared = useDeed("PATCH", "/members/:id", { onDone });
  const { error, isPending } = isOwn ? own : shared;
  const errorAt = useErrorAt(error);
  const change = isOwn ? changedIn<Typed>(saved, shown) : edit.shown.keeps_to !== keeps_to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const params = { id: memberId };
    const days = shown.days.map((each) => ({ ...each, blocks: [...each.blocks] }));
    const hours = { time_zone: shown.time_zone, week: [...shown.week], days, holiday_region: shown.holiday_region };
    if (change && isOwn) own.mutate({ params, body: hours, version: edit.version });
    else if (change) shared.mutate({ params, body: { calendar_id: shown.keeps_to || null } });
  };
  const isTaken = edit.isOvertaken || isEditedMeanwhile(error);
  return (
    <form className={look.form} onSubmit={submit}>
      {edit.isOvertaken && <Note act={<Button onClick={edit.goOn}>{desk.again}</Button>}>{words.theirs}</Note>}
      <ProblemNote problem={isTaken || error?.field === "time_zone" ? null : error} />
      <KeepsTo kept={kept} value={shown.keeps_to} onChange={(next) => edit.set({ keeps_to: next })} />
      {isOwn ? (
        <OpeningFields
          opening={edit.shown}
          {...{ holidays, said, day }}
          zoneError={errorAt("time_zone")}
          onChange={edit.set}
        />
      ) : (
        shown.keeps_to === keeps_to && <HoursSaid {...said} timeZone={shown.time_zone} />
      )}
      <Button
        type="submit"
        kind="main"
        isBusy={isPending}
        because={(isOwn ? said.because : null) ?? (change ? null : desk.notChanged)}
      >
        {words.save}
      </Button>
    </form>
  );
}

function KeepsTo({ kept, value, onChange }: { kept: Kept; value: string; onChange: (keepsTo: string) => void }) {
  const words = useCalendarSettingsWords().hours;
  const calendars = useAsk("/calendars", { query: { limit: 200 } });
  const { whose } = kept;
  // Which hours these are is said below the field, where there is room for them.
  const inherited = whose === "team" || whose === "workspace" ? words.whose[whose] : words.whose.shared;
  const listed = (calendars.data?.items ?? [])
    .filter(({ id, used_by }) => !used_by.workspace || id === value)
    .map(({ id, name, reach_hours: hours }) => [id, `${name}: ${hours}`] as const);
  const choices = [["", inherited] as const, ...listed, ["own", words.whose.own] as const];
  return <Choice label={words.keepTo} hint={words.hint} {...{ choices, value, onChange }} />;
}
