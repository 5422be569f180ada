import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { api } from "#web/desk/call.ts";
import { useSettled } from "#web/desk/settled.ts";
import { Field } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import { isSameWall } from "#web/ui/said-times.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./due-field.module.css";
import { useActWords } from "./words.ts";

type Props = {
  label: string;
  /** As typed: "tomorrow 3pm", "in two hours", or an ISO time once it was read. */
  typed: string;
  onType: (typed: string) => void;
  /** The exact time that was read, or null while there is none. */
  onRead: (dueAt: string | null) => void;
  /** The clock of the one who waits for it. */
  theirZone?: string | null;
  error?: string | null;
  /** Beside the time, such as its odds. */
  children?: ReactNode;
};

const waitMs = 150;

/** A time in words, with the exact time that is meant said at once, on both clocks. */
export function DueField({ label, typed, onType, onRead, theirZone, error, children }: Props) {
  const words = useActWords();
  const reader = useReader();
  const asked = useSettled(typed.trim(), waitMs);
  const read = useQuery({
    queryKey: ["due words", asked],
    queryFn: ({ signal }) => (signal.aborted ? null : api.post("/due_words", { body: { due_words: asked } })),
    enabled: asked.length > 1,
    retry: false,
  });
  const dueAt = asked === typed.trim() && asked.length > 1 ? (read.data?.due_at ?? null) : null;
  const closed = dueAt ? read.data?.warnings.find(({ code }) => code === "closed_at_due") : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: who asked is told of each new time, and of nothing else
  useEffect(() => onRead(dueAt), [dueAt]);
  const unread = read.isError && asked === typed.trim() && asked.length > 1 ? words.unread : null;
  const zone = theirZone && dueAt && !isSameWall(Date.parse(dueAt), theirZone, reader.timeZone) ? theirZone : null;
  return (
    <div className={look.due}>
      <Field
        label={label}
        placeholder={words.duePlaceholder}
        autoComplete="off"
        value={typed}
        onChange={onType}
        error={error ?? unread}
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
            {children}
          </>
        )}
      </p>
      {closed && (
        <p className={look.closed} role="status">
          {words.closedThen}{" "}
          {closed.at && (
            <button type="button" onClick={() => onType(closed.at ?? "")}>
              {words.takeBefore} <TimeSaid at={closed.at} />
            </button>
          )}
        </p>
      )}
    </div>
  );
}
