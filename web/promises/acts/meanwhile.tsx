import { useEffect, useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { isEditedMeanwhile, type Problem } from "#web/desk/problem.ts";
import { Member } from "#web/promises/happening.tsx";
import type { Story } from "#web/promises/story.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useActWords } from "./words.ts";

type Seen = { version: number; dueAt: string; stand: string | null };

/**
 * The promise as its member saw it when they began. When the house says that it changed since, it is read anew: what a
 * colleague did is shown first (`theirs`, until `goOn`); that it rang, or that a word arrived, is no such change, and the
 * act is sent again on how it stands now.
 */
export function useMeanwhile(promise: { id: string; version: number; due_at: string }) {
  const whole = useAsk("/promises/:id", { params: { id: promise.id } });
  const [seen, setSeen] = useState<Seen>({ version: promise.version, dueAt: promise.due_at, stand: null });
  const [theirs, setTheirs] = useState<Story | null>(null);
  if (seen.stand === null && whole.data?.due_at === seen.dueAt) setSeen({ ...seen, stand: standOf(whole.data) });
  const look = async (again: (version: number) => void) => {
    const { data } = await whole.refetch();
    if (!data) return;
    if (data.due_at !== seen.dueAt || (seen.stand !== null && seen.stand !== standOf(data))) return setTheirs(data);
    setSeen(asSeen(data));
    again(data.version);
  };
  const goOn = () => {
    if (theirs) setSeen(asSeen(theirs));
    setTheirs(null);
  };
  return { whole: whole.data, isAway: whole.isError, version: seen.version, theirs, look, goOn };
}

/** Looks whenever the house said that it changed meanwhile, once for each time that it says so. */
export function useLookWhenEdited(problem: Problem | null, look: () => Promise<void>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new no of the house is a reason to look again
  useEffect(() => {
    if (isEditedMeanwhile(problem)) void look();
  }, [problem]);
}

/** What a colleague did meanwhile, and how one goes on with one's own words. */
export function Meanwhile({ theirs, onGoOn }: { theirs: Story; onGoOn: () => void }) {
  const words = useActWords();
  const move = theirs.moves.findLast(({ undone_at }) => undone_at === null);
  return (
    <Note act={<Button onClick={onGoOn}>{words.useTheirs}</Button>}>
      {move ? (
        <>
          <Member id={move.by_member_id} /> {words.movedMeanwhile} <TimeSaid at={move.to_due_at} />. {words.stillHere}
        </>
      ) : (
        words.theirs
      )}
    </Note>
  );
}

function asSeen(story: Story): Seen {
  return { version: story.version, dueAt: story.due_at, stand: standOf(story) };
}

/** What a person would call a change of it. */
function standOf(s: Story): string {
  return JSON.stringify([
    s.state,
    s.due_at,
    s.opens_at,
    s.text,
    s.rest,
    s.kind,
    s.owner_id,
    s.handler_id,
    s.held_up_at,
    s.moves.length,
  ]);
}
