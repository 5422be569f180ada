import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { Note } from "#web/ui/note.tsx";
import { Person } from "#web/ui/person.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import type { WholeCase } from "./pages.ts";
import { useCaseWords } from "./words.ts";

type Props = { case_: WholeCase; nameOf: (id: string) => string };

/** That a manager was asked for, and who has it in sight; the manager reads, before they write, whom to talk to first. */
export function Escalated({ case_: c, nameOf }: Props) {
  const words = useCaseWords();
  const me = useCell(session)?.member.id;
  if (!c.escalated_at || !c.escalated_by || c.settled_at) return null;
  const { escalated_to_id: toId } = c;
  return (
    <Note>
      {words.escalatedBy[c.escalated_by]} · <TimeSaid at={c.escalated_at} />{" "}
      {toId && toId !== me && (
        <>
          · <Person name={nameOf(toId)} /> {words.hasItInSight}
        </>
      )}
      {toId === me && <div>{words.managerFirst(c.owner_id && c.owner_id !== me ? nameOf(c.owner_id) : null)}</div>}
    </Note>
  );
}
