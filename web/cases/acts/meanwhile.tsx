import { useEffect, useState } from "react";
import type { WholeCase } from "#web/cases/pages.ts";
import { useAsk } from "#web/desk/asking.ts";
import { isEditedMeanwhile, type Problem } from "#web/desk/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { Person } from "#web/ui/person.tsx";
import { standOf } from "./stand.ts";
import { useActWords } from "./words.ts";

/**
 * The case as its member saw it when they began. When the house says that it changed since, it is read anew: what a
 * colleague did is shown first (`theirs`, until `goOn`); that a mail was accepted, or that it rang, is no such change, and
 * the act is sent again on how it stands now.
 */
export function useMeanwhile(c: WholeCase) {
  const whole = useAsk("/cases/:id", { params: { id: c.id } });
  const [seen, setSeen] = useState(c);
  const [theirs, setTheirs] = useState<WholeCase | null>(null);
  const look = async (again: (version: number) => void) => {
    const { data } = await whole.refetch();
    if (!data) return;
    if (standOf(data) !== standOf(seen)) return setTheirs(data);
    setSeen(data);
    again(data.version);
  };
  const goOn = () => {
    if (theirs) setSeen(theirs);
    setTheirs(null);
  };
  return { version: seen.version, seen, theirs, look, goOn };
}

/** Looks whenever the house said that it changed meanwhile, once for each time that it says so. */
export function useLookWhenEdited(problem: Problem | null, look: () => Promise<void>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new no of the house is a reason to look again
  useEffect(() => {
    if (isEditedMeanwhile(problem)) void look();
  }, [problem]);
}

type Props = { seen: WholeCase; theirs: WholeCase; onGoOn: () => void };

/** What a colleague did meanwhile, and how one goes on with one's own words. */
export function Meanwhile({ seen, theirs, onGoOn }: Props) {
  const words = useActWords();
  const members = useAsk("/members", { query: {} });
  const nameOf = (id: string) => members.data?.items.find((member) => member.id === id)?.name ?? "…";
  return (
    <Note act={<Button onClick={onGoOn}>{words.useTheirs}</Button>}>
      {words.theirs}
      {theirs.owner_id && theirs.owner_id !== seen.owner_id && (
        <>
          {" "}
          {words.nowOwned} <Person name={nameOf(theirs.owner_id)} />.
        </>
      )}
      {theirs.handler_id && theirs.handler_id !== seen.handler_id && (
        <>
          {" "}
          {words.nowHandled} <Person name={nameOf(theirs.handler_id)} />.
        </>
      )}
    </Note>
  );
}
