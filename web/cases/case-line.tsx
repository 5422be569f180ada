import { Link } from "@tanstack/react-router";
import { useActWords } from "#web/cases/acts/words.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { Row } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./cases.module.css";
import type { Listed } from "./pages.ts";
import { stepNow } from "./views.ts";
import { useCaseWords } from "./words.ts";

/** "I own it", at once: the customer gets the name. */
export function useOwn() {
  const words = useActWords();
  return useDeed("POST", "/cases/:id/ownerships", { onDone: () => toast(words.done.own) });
}

type Props = { case_: Listed; nameOf: ReadonlyMap<string, string>; me: string; isHere: boolean };

/** One case in the list: by when somebody must act, what was asked, by whom, how far it is, and who owns it. */
export function CaseLine({ case_: c, nameOf, me, isHere }: Props) {
  const words = useCaseWords();
  const acts = useActWords();
  const own = useOwn();
  const now = stepNow(c);
  const isNobodys = c.owner_id === null && c.state === "open";
  return (
    <Row
      id={c.id}
      isHere={isHere}
      lead={<CaseWhen case_={c} />}
      acts={
        isNobodys && (
          <Button
            kind={isHere ? "main" : "plain"}
            title="o"
            isBusy={own.isPending}
            label={acts.ownOf(c.subject)}
            onClick={() => own.mutate({ params: { id: c.id }, body: {} })}
          >
            {acts.titles.own}
          </Button>
        )
      }
    >
      <Link to={`/cases/${c.id}`} dir="auto">
        {c.subject}
      </Link>
      <small className={look.dots}>
        <Link to={`/customers/${c.customer.id}`}>
          <Person name={c.customer.name} />
        </Link>
        <span>{now ? words.stepOf(now.number, words.next[now.step]) : words.states[c.state]}</span>
        {c.next_owner_id === me ? (
          <span>{words.askedToTake}</span>
        ) : c.owner_id ? (
          <Person name={nameOf.get(c.owner_id) ?? "…"} />
        ) : (
          isNobodys && <span>{words.nobody}</span>
        )}
      </small>
      <ProblemNote problem={own.error} />
    </Row>
  );
}

/** By when somebody must act, and what that is. */
export function CaseWhen({ case_: c }: { case_: Listed }) {
  const words = useCaseWords();
  const now = useNow();
  if (c.owner_id === null && c.state === "open") {
    return (
      <>
        <b>
          <TimeSaid at={c.raised_at} />
        </b>
        <TimeSaid at={c.raised_at} as="fromNow" />
      </>
    );
  }
  if (c.status_due_at) {
    const isLate = Date.parse(c.status_due_at) < now || c.status_missed_count > 0;
    return (
      <div className={isLate ? look.late : undefined}>
        <b>
          <TimeSaid at={c.status_due_at} />
        </b>
        {words.nextWord}
      </div>
    );
  }
  if (c.state === "told" && c.ask_at) {
    return (
      <>
        <b>
          <TimeSaid at={c.ask_at} as="day" />
        </b>
        {words.asking}
      </>
    );
  }
  return (
    <>
      <b>
        <TimeSaid at={c.settled_at ?? c.waiting_since_at ?? c.raised_at} as="day" />
      </b>
      {c.state === "open" && c.waiting_reason !== null && words.waits}
    </>
  );
}
