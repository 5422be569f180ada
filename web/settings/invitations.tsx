import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useWhyNot } from "./may.ts";
import { useSettingsWords } from "./words.ts";

type Invitation = AnswerAt<"GET", "/invitations">["items"][number];

/** Who was asked to come and has not come yet. */
export function Invitations() {
  const words = useSettingsWords().invitations;
  const asked = useAsk("/invitations", { query: { limit: 100 } });
  const onTheWay = asked.data?.items.filter(({ state }) => state === "open" || state === "expired");
  return (
    <section>
      <h2>{words.title}</h2>
      <ProblemNote problem={asked.error} onRetry={() => void asked.refetch()} />
      {!onTheWay && <Skeleton />}
      {onTheWay?.length === 0 && <EmptyState title={words.none}>{words.noneMore}</EmptyState>}
      {onTheWay && onTheWay.length > 0 && (
        <Rows label={words.title}>
          {onTheWay.map((invitation) => (
            <Line key={invitation.id} invitation={invitation} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function Line({ invitation }: { invitation: Invitation }) {
  const { invitations: words, roles } = useSettingsWords();
  const { id, name, email, role, state, expires_at } = invitation;
  const because = useWhyNot()(role);
  const again = useDeed("POST", "/invitations/:id/resends", { onDone: () => toast(words.sent(email)) });
  const revoke = useDeed("DELETE", "/invitations/:id", { onDone: () => toast(words.takenBack) });
  const acts = (
    <>
      <Button because={because} isBusy={again.isPending} onClick={() => again.mutate({ params: { id } })}>
        {words.again}
      </Button>
      <Button
        kind="quiet"
        because={because}
        isBusy={revoke.isPending}
        onClick={() => revoke.mutate({ params: { id } })}
      >
        {words.takeBack}
      </Button>
    </>
  );
  return (
    <Row acts={acts}>
      <Person name={name} />
      <small>
        {roles[role]} · <bdi>{email}</bdi> · {state === "open" ? words.open : words.expired}{" "}
        <TimeSaid at={expires_at} />
      </small>
      <ProblemNote problem={again.error ?? revoke.error} />
    </Row>
  );
}
