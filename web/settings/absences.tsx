import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Choice } from "#web/ui/field.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { lastMoment } from "./days-away.ts";
import { useWhyNot } from "./may.ts";
import { NewAbsence } from "./new-absence.tsx";
import { useOwnWords } from "./own-words.ts";
import type { People } from "./people.ts";
import { SettingsScreen } from "./settings-screen.tsx";

type Absence = AnswerAt<"GET", "/members/:id/absences">["items"][number];

/** When somebody is away, and who stands in for them: oneself, or for admins anybody. */
export function Absences() {
  const words = useOwnWords().absences;
  const me = useCell(session);
  const whyNot = useWhyNot();
  const [id, setId] = useState(me?.member.id ?? "");
  const absences = useAsk("/members/:id/absences", { params: { id } });
  const members = useAsk("/members", { query: { limit: 200 } });
  const people = members.data?.items ?? [];
  const arranged = people.filter((each) => each.id === me?.member.id || !whyNot(each.role));
  const all = absences.data?.items;
  return (
    <SettingsScreen page="absences">
      <ProblemNote problem={absences.error} onRetry={() => void absences.refetch()} />
      {arranged.length > 1 && (
        <Choice label={words.of} value={id} onChange={setId} choices={arranged.map((each) => [each.id, each.name])} />
      )}
      {!all && <Skeleton lines={2} />}
      {all?.length === 0 && <EmptyState title={words.none}>{words.noneMore}</EmptyState>}
      {all && all.length > 0 && (
        <Rows label={words.title}>
          {all.map((absence) => (
            <Line key={absence.id} absence={absence} people={people} />
          ))}
        </Rows>
      )}
      <NewAbsence key={id} memberId={id} people={people} />
    </SettingsScreen>
  );
}

function Line({ absence, people }: { absence: Absence; people: People }) {
  const words = useOwnWords().absences;
  const { id, member_id, from_at, until_at, cover_id } = absence;
  const again = useDeed("POST", "/members/:id/absences");
  const undo = () => again.mutate({ params: { id: member_id }, body: { from_at, until_at, cover_id } });
  const remove = useDeed("DELETE", "/absences/:id", { onDone: () => toast(words.removed, undo) });
  const cover = people.find((each) => each.id === cover_id);
  const act = (
    <Button isBusy={remove.isPending} onClick={() => remove.mutate({ params: { id } })}>
      {words.remove}
    </Button>
  );
  return (
    <Row acts={act}>
      <TimeSaid at={from_at} as="day" /> – <TimeSaid at={lastMoment(until_at)} as="day" />
      <small>
        {cover ? (
          <>
            {words.coveredBy} <Person name={cover.name} />
          </>
        ) : (
          words.uncovered
        )}
      </small>
      <ProblemNote problem={remove.error} />
    </Row>
  );
}
