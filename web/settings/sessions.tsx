import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useSecurityWords } from "./security-words.ts";

type Session = AnswerAt<"GET", "/me/sessions">["items"][number];

/** Where one is signed in, and how to end it there. */
export function Sessions() {
  const words = useSecurityWords().sessions;
  const sessions = useAsk("/me/sessions");
  const end = useDeed("DELETE", "/me/sessions/:id");
  const others = sessions.data?.items.filter(({ is_this }) => !is_this) ?? [];
  const endAll = async () => {
    for (const { id } of others) await end.mutateAsync({ params: { id } });
    toast(words.ended);
  };
  // What has ended meanwhile is no trouble: it is what was wanted; a problem stands in the note.
  const press = () => void endAll().catch(() => undefined);
  return (
    <section>
      <h2>{words.title}</h2>
      <ProblemNote problem={sessions.error ?? end.error} />
      {sessions.data ? (
        <Rows label={words.title}>
          {sessions.data.items.map((session) => (
            <Line key={session.id} session={session} />
          ))}
        </Rows>
      ) : (
        <Skeleton />
      )}
      <Button isBusy={end.isPending} because={others.length === 0 ? words.onlyHere : null} onClick={press}>
        {words.endAll}
      </Button>
    </section>
  );
}

function Line({ session }: { session: Session }) {
  const words = useSecurityWords().sessions;
  const end = useDeed("DELETE", "/me/sessions/:id", { onDone: () => toast(words.endedOne) });
  const act = (
    <Button isBusy={end.isPending} onClick={() => end.mutate({ params: { id: session.id } })}>
      {words.end}
    </Button>
  );
  return (
    <Row acts={session.is_this ? null : act}>
      <bdi>{session.device ?? words.unknown}</bdi>
      {session.is_this && ` (${words.here})`}
      <small>
        {session.address && <bdi>{session.address} · </bdi>}
        {words.seen} <TimeSaid at={session.seen_at} as="fromNow" />
      </small>
      <ProblemNote problem={end.error} />
    </Row>
  );
}
