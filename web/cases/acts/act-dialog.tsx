import { type FormEvent, useState } from "react";
import { hasAnswer } from "#app/cases/closing.ts";
import type { WholeCase } from "#web/cases/pages.ts";
import type { SentAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { heldAt } from "#web/desk/held-at.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { tellOutcomes } from "#web/sentences/outcomes.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useReader } from "#web/ui/reader.ts";
import { AskedField } from "./asked-field.tsx";
import { type ActPath, type Asked, bodyOf, type FormAct, forms, missing, paths, type Typed, untold } from "./forms.ts";
import { Meanwhile, useLookWhenEdited, useMeanwhile } from "./meanwhile.tsx";
import { TellingField } from "./telling-field.tsx";
import { useActWords } from "./words.ts";

type Props = {
  act: FormAct;
  case_: WholeCase;
  /** Whom one writes to; null where nobody can be written to. */
  to: string | null;
  onClose: () => void;
};

/** The names of the fields at the door, where they are others. */
const atDoor: Partial<Record<Asked, string>> = {
  ...{ handler: "handler_id", owner: "owner_id", contact: "contact_id", team: "team_id", due: "due_at" },
};

/** One act with its words: what is typed is a draft until the house has it, also when somebody else was faster. */
export function ActDialog({ act, case_: c, to, onClose }: Props) {
  const words = useActWords();
  const desk = useDeskWords();
  const { timeZone } = useReader();
  const [draft, setDraft, clear] = useDraft(`${act} of ${c.id}`, { typed: firstOf(act, c), telling: untold });
  const [dueAt, setDueAt] = useState<string | null>(null);
  const { version, seen, theirs, look, goOn } = useMeanwhile(c);
  const typed: Typed = {
    ...draft.typed,
    ...("due" in draft.typed && { due: dueAt ?? "" }),
    ...(draft.typed.until !== undefined && { until: heldAt(draft.typed.until, timeZone) ?? "" }),
  };
  const telling =
    to === null && draft.telling.how === "write" ? { ...draft.telling, how: "called" as const } : draft.telling;
  const onDone = () => {
    clear();
    tellOutcomes(`${act} of ${c.id}`);
    toast(words.done[act]);
    onClose();
  };
  const said = () => `${words.titles[act]}: ${c.subject}`;
  const deed = useDeed("POST", act === "change" ? paths.void : paths[act], {
    ...{ onDone, onKept: onClose, offline: said },
    isBlindLater: true,
  });
  const change = useDeed("PATCH", "/cases/:id", { onDone, onKept: onClose, offline: said });
  const { error, isPending, reset } = act === "change" ? change : deed;
  const errorAt = useErrorAt(error);
  const errorOf = (name: Asked) => errorAt(atDoor[name] ?? name);
  const lacks = missing(act, typed, telling);
  const send = (on: number) => {
    const params = { id: c.id };
    if (act === "change") change.mutate({ params, body: changeOf(typed), version: on });
    // Which of the doors it is only the act knows; its body was made for just that one.
    else deed.mutate({ params, body: bodyOf(act, typed, telling), version: on } as SentAt<"POST", ActPath>);
  };
  useLookWhenEdited(error, () => look(send));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacks) send(version);
  };
  const { asks, tells } = forms[act];
  return (
    <Dialog title={words.titles[act]} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {theirs && isEditedMeanwhile(error) ? (
          <Meanwhile
            {...{ seen, theirs }}
            onGoOn={() => {
              goOn();
              reset();
            }}
          />
        ) : (
          <ProblemNote problem={asks.some(errorOf) || isEditedMeanwhile(error) ? null : error} />
        )}
        {asks.map((name) => (
          <AskedField
            key={name}
            {...{ name, act }}
            case_={c}
            value={draft.typed[name] ?? ""}
            onChange={(value) => setDraft({ ...draft, typed: { ...draft.typed, [name]: value } })}
            onRead={setDueAt}
            error={errorOf(name)}
          />
        ))}
        {tells && (
          <TellingField
            {...{ act, to }}
            case_={c}
            value={telling}
            onChange={(next) => setDraft({ ...draft, telling: next })}
            error={errorAt("message") ?? errorAt("told.at")}
          />
        )}
        <Button type="submit" kind="main" isBusy={isPending} because={lacks && words.missing(words.fields[lacks])}>
          {words.submits[act]}
        </Button>{" "}
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </form>
    </Dialog>
  );
}

/** What stands in the fields before anything is typed. */
function firstOf(act: FormAct, c: WholeCase): Typed {
  if (act === "plan") return { due: "" };
  if (act === "answer") return { answer: hasAnswer(c, "satisfied") ? "not_satisfied" : "satisfied" };
  if (act === "escalate") return { by: "customer" };
  if (act !== "change") return {};
  return { subject: c.subject, kind: c.kind, contact: c.contact_id ?? "", team: c.team_id ?? "" };
}

function changeOf({ subject, kind, contact, team }: Typed): NonNullable<SentAt<"PATCH", "/cases/:id">["body"]> {
  return {
    subject: (subject ?? "").trim(),
    ...(kind && { kind: kind as WholeCase["kind"] }),
    ...(contact && { contact_id: contact }),
    team_id: team || null,
  };
}
