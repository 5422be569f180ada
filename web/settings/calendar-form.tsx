import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useHolidays } from "#web/calendars/holidays-field.tsx";
import { useSaid } from "#web/calendars/hours-said.tsx";
import type { Opening } from "#web/calendars/opening.ts";
import { OpeningFields, useTypedDay } from "#web/calendars/opening-fields.tsx";
import { useDeed } from "#web/desk/deed.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { useCalendarSettingsWords } from "./calendar-words.ts";
import { changedIn } from "./changed.ts";
import { useEdit } from "./edit.ts";
import look from "./settings.module.css";

type Typed = Opening & { name: string; emergency_route: string };

/** `id` is null for a new one; then `saved` is what it begins with. */
type Props = { id: string | null; saved: Typed; version: number; whyNot: string | null };

/** Name, hours, zone, holidays, single days and the way for what cannot wait. */
export function CalendarForm({ id, saved: kept, version, whyNot }: Props) {
  const words = useCalendarSettingsWords();
  const desk = useDeskWords();
  const navigate = useNavigate();
  const { name, time_zone, week, days, holiday_region, emergency_route } = kept;
  const saved: Typed = { name, time_zone, week, days, holiday_region, emergency_route };
  const edit = useEdit(`calendar ${id}`, saved, version);
  const day = useTypedDay(`calendar ${id}`);
  const shown: Typed = { ...edit.shown, days: day.with(edit.shown.days) };
  const { holidays } = useHolidays(shown.holiday_region);
  const said = useSaid(shown, holidays);
  const onDone = () => {
    edit.clear();
    day.clear();
    toast(desk.saved);
    if (!id) void navigate({ to: "/settings/calendars" });
  };
  const add = useDeed("POST", "/calendars", { onDone });
  const save = useDeed("PATCH", "/calendars/:id", { onDone });
  const { error, isPending } = id ? save : add;
  const errorAt = useErrorAt(error);
  const change = changedIn<Typed>(saved, shown);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change) return;
    const body = sentOf(id ? change : shown);
    if (id) save.mutate({ params: { id }, body, version: edit.version });
    else add.mutate({ body: { ...body, name: shown.name, time_zone: shown.time_zone, week: [...shown.week] } });
  };
  const isAtField = error?.field === "name" || error?.field === "time_zone";
  const isTaken = edit.isOvertaken || isEditedMeanwhile(error);
  return (
    <form className={look.form} onSubmit={submit}>
      {edit.isOvertaken && <Note act={<Button onClick={edit.goOn}>{desk.again}</Button>}>{words.theirs}</Note>}
      <ProblemNote problem={isTaken || isAtField ? null : error} />
      <Field
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={200}
        readOnly={Boolean(whyNot)}
        error={errorAt("name")}
        value={shown.name}
        onChange={(next) => edit.set({ name: next })}
      />
      <OpeningFields
        opening={edit.shown}
        {...{ holidays, said, day }}
        because={whyNot}
        zoneError={errorAt("time_zone")}
        onChange={edit.set}
      />
      {!whyNot && (
        <>
          <Field
            label={words.emergency}
            hint={words.emergencyHint}
            maxLength={300}
            value={shown.emergency_route}
            onChange={(typed) => edit.set({ emergency_route: typed })}
          />
          <Button
            type="submit"
            kind="main"
            isBusy={isPending}
            because={said.because ?? (change ? null : desk.notChanged)}
          >
            {words.save}
          </Button>
        </>
      )}
    </form>
  );
}

/** As the house takes it: lists of its own, and an empty word is none. */
function sentOf({ week, days, emergency_route, ...plain }: Partial<Typed>) {
  return {
    ...plain,
    ...(week && { week: [...week] }),
    ...(days && { days: days.map((each) => ({ ...each, blocks: [...each.blocks] })) }),
    ...(emergency_route !== undefined && { emergency_route: emergency_route.trim() || null }),
  };
}
