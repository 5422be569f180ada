import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { api } from "#web/desk/call.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { useSettled } from "#web/desk/settled.ts";
import { toast } from "#web/desk/toasts.ts";
import { Odds } from "#web/quotes/odds.tsx";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { isRushed, lacking, type Reading, recordedOf, unfit, type Whom, whomOf } from "./line.ts";
import look from "./quick-add.module.css";
import { ReadLine } from "./read-line.tsx";
import { useQuickAddWords } from "./words.ts";

const settleMs = 120;

type Props = {
  /** The customer on whose page it stands: nobody else is meant. */
  customer?: { id: string; name: string };
  /** In a dialog: where the focus begins, and what happens after Enter. */
  isFirst?: boolean;
  onRecorded?: () => void;
};

/**
 * One line of words becomes a promise: what was read of it is said while it is typed, arrows choose whom it means, Enter
 * writes it down. The line is a draft until the house has it.
 */
export function QuickAdd({ customer, isFirst = false, onRecorded }: Props) {
  const words = useQuickAddWords();
  const [line, setLine, clear] = useDraft(`quick add ${customer?.id ?? ""}`, "");
  const [chosen, setChosen] = useState(0);
  const [otherDue, setOtherDue] = useState<string | null>(null);
  const [reason, setReason, clearReason] = useDraft(`quick add ${customer?.id ?? ""}, why so soon`, "");
  const why = useRef<HTMLInputElement>(null);
  const [isWanted, setWanted] = useState(false);
  const asked = useSettled(line.trim(), settleMs);
  const misfit = unfit(line);
  const read = useQuery<Reading, Problem>({
    queryKey: ["/promises/readings", asked, customer?.id],
    queryFn: () =>
      api.post("/promises/readings", { body: { line: asked, ...(customer && { customer_id: customer.id }) } }),
    enabled: asked.length > 2 && !misfit,
    placeholderData: (before) => before,
    retry: false,
  });
  const undo = useDeed("POST", "/promises/:id/voids", { onDone: () => toast(words.undone) });
  const record = useDeed("POST", "/promises", {
    onDone: ({ id, text, version }) => {
      clear();
      clearReason();
      const body = { reason: words.undoReason };
      toast(words.recorded(text), () => undo.mutate({ params: { id }, body, version }));
      onRecorded?.();
    },
  });
  const reading = line.trim().length > 2 && !misfit ? read.data : undefined;
  const isCurrent = asked === line.trim() && !read.isPlaceholderData;
  const own = customer && { is: "known" as const, customerId: customer.id, contactId: null, name: customer.name };
  const all = reading ? (own ? [{ ...own, contactName: null, isSure: true }] : whomOf(reading)) : [];
  const whom = all[Math.min(chosen, all.length - 1)];
  const dueAt = otherDue ?? reading?.due?.due_at ?? null;
  const sent = reading ? recordedOf(reading, whom, dueAt, reason) : null;
  // Enter may come before the last words were read: it counts as soon as they are.
  useEffect(() => {
    if (!isWanted || !isCurrent) return;
    setWanted(false);
    if (sent && !record.isPending) record.mutate({ body: sent });
  }, [isWanted, isCurrent, sent, record]);
  const type = (next: string) => {
    setLine(next);
    setChosen(0);
    setOtherDue(null);
    if (record.error) record.reset();
  };
  const lacks = reading && isCurrent ? lacking(reading, whom, dueAt, reason) : null;
  const lacksSaid = lacks && { time: words.noTime, person: words.nobody, reason: words.whySoonMissing }[lacks];
  const want = () => {
    setWanted(true);
    if (lacks === "reason") why.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && !event.shiftKey) want();
    else if (step && all.length > 1) setChosen((chosen + step + all.length) % all.length);
    else return;
    event.preventDefault();
  };
  return (
    <div className={look.quickAdd}>
      <textarea
        className={look.line}
        rows={1}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: it is what the dialog was opened for
        autoFocus={isFirst}
        aria-label={words.label}
        placeholder={words.placeholder}
        value={line}
        onChange={({ target }) => type(target.value)}
        onKeyDown={press}
        enterKeyHint="done"
      />
      {misfit && <Note>{misfit.why === "lines" ? words.lines(misfit.count) : words.tooLong}</Note>}
      <div className={look.read} aria-live="polite">
        {reading && whom !== undefined && (
          <ReadLine {...{ reading, all, whom, dueAt }} onChoose={setChosen} onDue={setOtherDue} />
        )}
        {lacksSaid && <p className={look.lacks}>{lacksSaid}</p>}
      </div>
      {reading && dueAt && (
        <div className={look.read}>
          <Odds work={workOf(reading, whom)} dueAt={dueAt} onDue={setOtherDue} />
          {isRushed(reading, dueAt) && (
            <Field
              ref={why}
              label={words.whySoon}
              hint={words.whySoonHint}
              maxLength={500}
              value={reason}
              onChange={setReason}
              onKeyDown={(event) => event.key === "Enter" && want()}
            />
          )}
        </div>
      )}
      <ProblemNote problem={record.error ?? read.error} />
      {reading && (
        <div className={look.foot}>
          <Button kind="main" isBusy={record.isPending} because={lacksSaid} onClick={want}>
            {words.recordAct}
          </Button>
        </div>
      )}
    </div>
  );
}

function workOf({ kind, owner_id: ownerId }: Reading, whom: Whom | undefined) {
  return { kind: kind.name, ownerId, customerId: whom?.is === "known" ? whom.customerId : undefined };
}
