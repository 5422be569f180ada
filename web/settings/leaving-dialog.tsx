import { type FormEvent, useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice } from "#web/ui/field.tsx";
import type { Member } from "./people.ts";
import look from "./settings.module.css";
import { useSettingsWords } from "./words.ts";

type Props = {
  member: Member;
  others: readonly Member[];
  onClose: () => void;
  /** How many customers somebody must call, because nobody can write to them. */
  onToCall: (count: number) => void;
};

/** Somebody leaves. What they promised goes over first, so that no promise is ever without somebody who keeps it. */
export function LeavingDialog({ member, others, onClose, onToCall }: Props) {
  const words = useSettingsWords().members;
  const desk = useDeskWords();
  const [toId, setToId] = useState("");
  const [handed, setHanded] = useState<number | null>(null);
  const leave = useDeed("POST", "/members/:id/departures", {
    onDone: () => {
      toast(handed === null ? words.leftSaid(member.name) : words.handedSaid(member.name, handed));
      onClose();
    },
  });
  const handOver = useDeed("POST", "/members/:id/hand_overs", {
    onDone: ({ promises, to_call }) => {
      setHanded(promises);
      onToCall(to_call.length);
      leave.mutate({ params: { id: member.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const params = { id: member.id };
    // What went over already is not handed over twice when only the leaving has failed.
    if (toId && handed === null) handOver.mutate({ params, body: { to_member_id: toId } });
    else leave.mutate({ params });
  };
  const choices = others.filter(({ id, role }) => id !== member.id && role !== "viewer");
  return (
    <Dialog title={words.letGoTitle(member.name)} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{words.letGoLead}</p>
        <ProblemNote problem={handOver.error ?? leave.error} />
        <Choice
          label={words.takesOver}
          hint={words.takesOverHint}
          value={toId}
          onChange={setToId}
          choices={[["", words.nobody], ...choices.map(({ id, name }) => [id, name] as const)]}
        />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={handOver.isPending || leave.isPending}>
            {words.letGoNow}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
