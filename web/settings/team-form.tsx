import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { changedIn } from "./changed.ts";
import { DutyOrder } from "./duty-order.tsx";
import { useEdit } from "./edit.ts";
import look from "./settings.module.css";
import { TeamMembers } from "./team-members.tsx";
import { inOrder, type TeamPeople } from "./team-people.ts";
import { useTeamWords } from "./team-words.ts";

type Typed = TeamPeople & { name: string; calendar_id: string | null };

/** `id` is null for a new one. */
type Props = { id: string | null; saved: Typed; version: number; whyNot: string | null };

/** Name, hours, people, and who is rung first. */
export function TeamForm({ id, saved: kept, version, whyNot }: Props) {
  const words = useTeamWords();
  const desk = useDeskWords();
  const navigate = useNavigate();
  const members = useAsk("/members", { query: { limit: 200 } });
  const calendars = useAsk("/calendars", { query: { limit: 200 } });
  const { name, calendar_id } = kept;
  const saved: Typed = { name, calendar_id, ...inOrder(kept) };
  const edit = useEdit(`team ${id}`, saved, version);
  const { shown } = edit;
  const onDone = () => {
    edit.clear();
    toast(desk.saved);
    if (!id) void navigate({ to: "/settings/teams" });
  };
  const add = useDeed("POST", "/teams", { onDone });
  const save = useDeed("PATCH", "/teams/:id", { onDone });
  const { error, isPending } = id ? save : add;
  const errorAt = useErrorAt(error);
  const change = changedIn<Typed>(saved, { ...shown, ...inOrder(shown) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change) return;
    if (id) save.mutate({ params: { id }, body: change, version: edit.version });
    else add.mutate({ body: shown });
  };
  const isTaken = edit.isOvertaken || isEditedMeanwhile(error);
  const people = members.data?.items ?? [];
  const choices = (calendars.data?.items ?? []).map((each) => [each.id, `${each.name}: ${each.reach_hours}`] as const);
  return (
    <form className={look.form} onSubmit={submit}>
      {edit.isOvertaken && <Note act={<Button onClick={edit.goOn}>{desk.again}</Button>}>{words.theirs}</Note>}
      <ProblemNote problem={isTaken || error?.field === "name" ? null : error} />
      <Field
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={200}
        readOnly={Boolean(whyNot)}
        error={errorAt("name")}
        value={shown.name}
        onChange={(typed) => edit.set({ name: typed })}
      />
      {!whyNot && (
        <Choice
          label={words.calendar}
          hint={words.calendarHint}
          value={shown.calendar_id ?? ""}
          onChange={(chosen) => edit.set({ calendar_id: chosen || null })}
          choices={[["", words.houseHours], ...choices]}
        />
      )}
      <TeamMembers people={people} team={shown} isFixed={whyNot !== null} onChange={edit.set} />
      <DutyOrder people={people} team={shown} isFixed={whyNot !== null} onChange={edit.set} />
      {!whyNot && (
        <Button type="submit" kind="main" isBusy={isPending} because={change ? null : desk.notChanged}>
          {words.save}
        </Button>
      )}
    </form>
  );
}
