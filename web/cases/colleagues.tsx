import { session } from "#web/desk/session.ts";
import { writers } from "#web/desk/writers.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Note } from "#web/ui/note.tsx";
import look from "./case-page.module.css";
import type { Said } from "./pages.ts";
import { useCaseWords } from "./words.ts";

type WritingProps = { caseId: string; nameOf: (id: string) => string };

/** Who else writes at this case just now. */
export function Writing({ caseId, nameOf }: WritingProps) {
  const words = useCaseWords();
  const me = useCell(session)?.member.id;
  const names = useCell(writers)
    .filter(({ id, memberId }) => id === caseId && memberId !== me)
    .map(({ memberId }) => nameOf(memberId));
  return (
    <p role="status" className={look.writing}>
      {names.length > 0 && words.writing(names.join(", "), names.length)}
    </p>
  );
}

type AnsweredProps = { theirs: Said; nameOf: (id: string) => string; onGoOn: () => void };

/** A colleague was faster: what they said, before one says it again. */
export function Answered({ theirs, nameOf, onGoOn }: AnsweredProps) {
  const words = useCaseWords();
  return (
    <Note act={<Button onClick={onGoOn}>{words.goOn}</Button>}>
      {words.answeredMeanwhile(nameOf(theirs.by_member_id ?? ""))}
      <q className={look.theirs} dir="auto">
        {theirs.body}
      </q>
    </Note>
  );
}
