import { type FormEvent, useState } from "react";
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
import look from "./act-dialog.module.css";
import { AskedField } from "./asked-field.tsx";
import {
  type ActPath,
  type Asked,
  askedFor,
  bodyOf,
  type FormAct,
  forms,
  missing,
  paths,
  type Typed,
  untold,
} from "./forms.ts";
import { Meanwhile, useLookWhenEdited, useMeanwhile } from "./meanwhile.tsx";
import { TellingField, useReady } from "./telling-field.tsx";
import { useActWords } from "./words.ts";

/** What an act must know of the promise it is about; both the lines of Today and the whole promise have it. */
export type ActOn = { id: string; version: number; text: string; kind: string; due_at: string };

type Props = { act: FormAct; promise: ActOn; customer: string | null; onClose: () => void; onDone?: () => void };
type Times = { due: string | null; nextWord: string | null };

/** The names of the fields at the door, where they are others. */
const atDoor: Partial<Record<Asked, string>> = {
  ...{ due: "due_at", nextWord: "next_word_at", owner: "owner_id", arrived: "arrived_at" },
};

/** One act with its words: what is typed is a draft until the house has it, also when somebody else was faster. */
export function ActDialog({ act, promise, customer, onClose, onDone }: Props) {
  const words = useActWords();
  const desk = useDeskWords();
  const first = { typed: (act === "correct" ? { text: promise.text } : {}) as Typed, telling: untold };
  const [draft, setDraft, clear] = useDraft(`${act} of ${promise.id}`, first);
  const [times, setTimes] = useState<Times>({ due: null, nextWord: null });
  const { version, theirs, look: lookAnew, goOn, whole, isAway } = useMeanwhile(promise);
  const asked = askedFor(act, { isPast: Date.parse(promise.due_at) < Date.now(), kind: promise.kind });
  const { timeZone } = useReader();
  const arrived = asked.includes("arrived") ? (heldAt(draft.typed.arrived ?? "", timeZone) ?? "now") : "";
  const typed: Typed = { ...draft.typed, due: times.due ?? "", nextWord: times.nextWord ?? "", arrived };
  const { draft: letter, tells } = forms[act];
  const isReadable = tells !== "no" && (act !== "move" || times.due !== null);
  const ready = useReady(promise.id, letter, factsOf(typed), isReadable).data;
  const telling = ready?.problem ? { ...draft.telling, how: "called" as const } : draft.telling;
  const deed = useDeed("POST", paths[act], {
    offline: () => `${words.titles[act]}: ${promise.text}`,
    isBlindLater: true,
    onKept: onClose,
    onDone: () => {
      clear();
      tellOutcomes(promise.id);
      toast(words.done[act]);
      onDone?.();
      onClose();
    },
  });
  const errorAt = useErrorAt(deed.error);
  const errorOf = (name: Asked) => errorAt(atDoor[name] ?? name);
  const lacks = missing(act, typed, asked);
  const send = (on: number) => {
    const body = bodyOf(act, typed, telling, ready?.message ?? null);
    // Which of the doors it is only the act knows; its body was made for just that one.
    deed.mutate({ params: { id: promise.id }, body, version: on } as SentAt<"POST", ActPath>);
  };
  useLookWhenEdited(deed.error, () => lookAnew(send));
  const isLooking = isEditedMeanwhile(deed.error) && !isAway;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacks) send(version);
  };
  return (
    <Dialog title={words.titles[act]} onClose={onClose}>
      <form onSubmit={submit} className={look.form} noValidate>
        <p className={look.about} dir="auto">
          {customer && <bdi>{customer}: </bdi>}
          {promise.text}
        </p>
        {theirs && isEditedMeanwhile(deed.error) ? (
          <Meanwhile
            theirs={theirs}
            onGoOn={() => {
              goOn();
              deed.reset();
            }}
          />
        ) : (
          <ProblemNote problem={asked.some(errorOf) || isLooking ? null : deed.error} />
        )}
        {asked.map((name) => (
          <AskedField
            key={name}
            name={name}
            promise={promise}
            value={draft.typed[name] ?? ""}
            onChange={(value) => setDraft({ ...draft, typed: { ...draft.typed, [name]: value } })}
            onRead={(at) => setTimes((before) => ({ ...before, [name]: at }))}
            error={errorOf(name)}
          />
        ))}
        {tells !== "no" && (
          <TellingField
            act={act}
            value={telling}
            onChange={(next) => setDraft({ ...draft, telling: next })}
            ready={ready}
            isCallback={act === "keep" && promise.kind === "callback"}
            composing={{
              about: promise.id,
              whom: whole?.customer_id
                ? { customerId: whole.customer_id, contactId: whole.contact_id ?? undefined }
                : null,
              known: [promise.due_at, times.due, times.nextWord],
              work: { kind: promise.kind, promiseId: promise.id },
            }}
            error={errorAt("message") ?? errorAt("reached") ?? errorAt("told.at")}
          />
        )}
        <div className={look.foot}>
          <Button type="submit" kind="main" isBusy={deed.isPending} because={lacks && words.missing(lacks)}>
            {words.submits[act]}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {desk.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function factsOf({ due, reason, nextWord }: Typed) {
  return {
    ...(due && { due_at: due }),
    ...(reason?.trim() && { reason: reason.trim() }),
    ...(nextWord && { next_word_at: nextWord }),
  };
}
