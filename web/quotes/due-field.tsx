import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "#web/desk/call.ts";
import { useSettled } from "#web/desk/settled.ts";
import { Field } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import { isSameWall } from "#web/ui/said-times.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import type { QuotedWork } from "./curve.ts";
import look from "./due-field.module.css";
import { Odds } from "./odds.tsx";
import { wordsFor } from "./stops.ts";
import { useQuoteWords } from "./words.ts";

type Props = {
  label: string;
  /** As typed: "tomorrow 3pm", "in two hours", or an ISO time once it was read. */
  typed: string;
  onType: (typed: string) => void;
  /** The exact time that was read, or null while there is none. */
  onRead: (dueAt: string | null) => void;
  /** What is promised for then: its odds are said, and the time can be moved by them. */
  work: QuotedWork;
  /** The clock of the one who waits for it. */
  theirZone?: string | null;
  error?: string | null;
};

const waitMs = 150;

/** A time in words, with the exact time that is meant said at once, on both clocks, and its odds where they are known. */
export function DueField({ label, typed, onType, onRead, work, theirZone, error }: Props) {
  const words = useQuoteWords();
  const reader = useReader();
  const asked = useSettled(typed.trim(), waitMs);
  // A time that was picked stands at once; its words are read like any others, to hear whether the house is open then.
  const [picked, setPicked] = useState({ words: "", at: "" });
  const isPicked = typed === picked.words;
  const read = useQuery({
    queryKey: ["due words", asked],
    queryFn: ({ signal }) => (signal.aborted ? null : api.post("/due_words", { body: { due_words: asked } })),
    enabled: asked.length > 1,
    retry: false,
  });
  const isRead = asked.length > 1 && asked === typed.trim();
  const dueAt = isPicked ? picked.at || null : isRead ? (read.data?.due_at ?? null) : null;
  const closed = isRead ? read.data?.warnings.find(({ code }) => code === "closed_at_due") : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: who asked is told of each new time, and of nothing else
  useEffect(() => onRead(dueAt), [dueAt]);
  const pick = (at: string) => {
    const said = wordsFor(Date.parse(at), Date.now(), reader);
    setPicked({ words: said, at });
    onType(said);
  };
  const zone = theirZone && dueAt && !isSameWall(Date.parse(dueAt), theirZone, reader.timeZone) ? theirZone : null;
  return (
    <div className={look.due}>
      <Field
        label={label}
        placeholder={words.duePlaceholder}
        autoComplete="off"
        value={typed}
        onChange={onType}
        error={error ?? (read.isError && isRead ? words.unread : null)}
      />
      <p className={look.read} aria-live="polite">
        {dueAt && (
          <>
            <strong>
              <TimeSaid at={dueAt} />
            </strong>
            {zone && (
              <>
                {" · "}
                {words.forThem} <TimeSaid at={dueAt} as="clock" timeZone={zone} />
              </>
            )}
          </>
        )}
      </p>
      {closed && (
        <p className={look.closed} role="status">
          {words.closedThen}{" "}
          {closed.at && (
            <button type="button" onClick={() => pick(closed.at ?? "")}>
              {words.takeBefore} <TimeSaid at={closed.at} />
            </button>
          )}
        </p>
      )}
      {dueAt && <Odds work={work} dueAt={dueAt} onDue={pick} />}
    </div>
  );
}
