import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { sentenceOf } from "#web/desk/sentences.ts";
import { toast } from "#web/desk/toasts.ts";
import { Note } from "#web/ui/note.tsx";
import { useReader } from "#web/ui/reader.ts";
import { useAidsKept } from "./aids.ts";
import { Dictation } from "./dictation.tsx";
import { Foot } from "./foot.tsx";
import { HowSoon } from "./how-soon.tsx";
import { isRushed, lacking, putRight, recordedOf, unfit, whomOf } from "./line.ts";
import look from "./quick-add.module.css";
import { ReadLine } from "./read-line.tsx";
import { useDraftLine } from "./use-draft-line.ts";
import { useReading } from "./use-reading.ts";
import { useQuickAddWords } from "./words.ts";

type Props = {
  /** The customer on whose page it stands: nobody else is meant. */
  customer?: { id: string; name: string };
  /** In a dialog: where the focus begins, and what happens after Enter. */
  isFirst?: boolean;
  onRecorded?: () => void;
};

/**
 * One line of words becomes a promise: what was read of it is said while it is typed, arrows choose whom it means, Enter
 * writes it down. The line is a draft until the house has it, or until it waits here for the house.
 */
export function QuickAdd({ customer, isFirst = false, onRecorded }: Props) {
  const words = useQuickAddWords();
  const { language } = useReader();
  const { line, key, why, type, clear } = useDraftLine(customer?.id);
  const [chosen, setChosen] = useState(0);
  const [otherDue, setOtherDue] = useState<string | null>(null);
  const [reason, setReason, clearReason] = useDraft(`line ${customer?.id ?? ""}, why so soon`, "");
  const whySoon = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<"promise" | "done" | null>(null);
  const misfit = unfit(line);
  const { reading, isCurrent, problem } = useReading(line, customer?.id, misfit === null);
  useAidsKept();
  const undo = useDeed("POST", "/promises/:id/voids", { onDone: () => toast(words.undone) });
  const said = customer ? `${customer.name}: ${line.trim()}` : line.trim();
  const record = useDeed("POST", "/promises", {
    key,
    offline: () => said,
    onKept: () => finish(words.keptHere(said)),
    onDone: ({ id, text, version, state }) => {
      const body = { reason: words.undoReason };
      if (state !== "open") return finish(words.putRight(text));
      finish(words.recorded(text), () => undo.mutate({ params: { id }, body, version }));
    },
  });
  const finish = (told: string, takeBack?: () => void) => {
    clear();
    clearReason();
    toast(told, takeBack);
    onRecorded?.();
  };
  const all = reading ? whomOf(reading, customer) : [];
  const whom = all[Math.min(chosen, all.length - 1)];
  const dueAt = otherDue ?? reading?.due?.due_at ?? null;
  // While one thought about it the odds may have moved on: the house asks for the reason, too.
  const rushed = (reading && isRushed(reading, dueAt)) || record.error?.field === "short_quote_reason";
  // Enter may come before the last words were read: it counts as soon as they are.
  useEffect(() => {
    if (!wanted || !isCurrent) return;
    setWanted(null);
    const sent =
      reading && (wanted === "done" ? putRight(reading, whom) : recordedOf(reading, whom, dueAt, reason, rushed));
    if (sent && !record.isPending) record.mutate({ body: sent });
  }, [wanted, isCurrent, reading, whom, dueAt, reason, rushed, record]);
  const change = (next: string) => {
    type(next);
    setChosen(0);
    setOtherDue(null);
    setWanted(null);
    if (record.error) record.reset();
  };
  const moveTo = (at: string | null) => {
    setOtherDue(at);
    if (record.error) record.reset();
  };
  const lacks = reading && isCurrent ? lacking(reading, whom, dueAt, reason, rushed) : null;
  const want = (what: "promise" | "done" = "promise") => {
    setWanted(what);
    if (what === "promise" && lacks === "reason") whySoon.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && !event.shiftKey) want(event.ctrlKey || event.metaKey ? "done" : "promise");
    else if (step && all.length > 1) setChosen((chosen + step + all.length) % all.length);
    else return;
    event.preventDefault();
  };
  const unread = reading?.notes.filter(({ field }) => field === "kind" || field === "owner_id") ?? [];
  const isTwice = record.error?.code === "key_reused";
  return (
    <div className={look.quickAdd}>
      <div className={look.field}>
        <textarea
          className={look.line}
          rows={1}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: it is what the dialog was opened for
          autoFocus={isFirst}
          aria-label={words.label}
          placeholder={words.placeholder}
          value={line}
          onChange={({ target }) => change(target.value)}
          onKeyDown={press}
          enterKeyHint="done"
        />
        <Dictation line={line} onLine={change} />
      </div>
      {misfit && <Note>{misfit.why === "lines" ? words.lines(misfit.count) : words.tooLong}</Note>}
      <div className={look.read} aria-live="polite">
        {reading && whom !== undefined && (
          <ReadLine {...{ reading, all, whom, dueAt }} onChoose={setChosen} onDue={moveTo} />
        )}
        {lacks && <p className={look.lacks}>{words.lacks[lacks]}</p>}
        {unread.map(({ code, sentence }) => (
          <p key={code} className={look.lacks}>
            {words.unread[code] ?? sentence}
          </p>
        ))}
        {reading?.readAt && <p className={look.away}>{words.away}</p>}
      </div>
      {reading && dueAt && (
        <HowSoon
          {...{ reading, whom, dueAt, reason }}
          isRushed={rushed}
          ref={whySoon}
          onDue={moveTo}
          onReason={setReason}
          onEnter={want}
        />
      )}
      {why && <Note kind="trouble">{words.cameBack(sentenceOf(why, language))}</Note>}
      {isTwice ? <Note>{words.twice}</Note> : <ProblemNote problem={record.error ?? problem} />}
      {reading && <Foot {...{ reading, whom, lacks }} isBusy={record.isPending} onPress={want} />}
    </div>
  );
}
