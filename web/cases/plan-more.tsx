import { Link } from "@tanstack/react-router";
import { useActWords } from "#web/cases/acts/words.ts";
import { useAsk } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./case-page.module.css";
import type { WholeCase } from "./pages.ts";
import { useCaseWords } from "./words.ts";

/** What else was promised to this customer and is part of no case: one press makes it a step of this plan. */
export function PlanMore({ case_: c }: { case_: WholeCase }) {
  const words = useCaseWords();
  const acts = useActWords();
  const found = useAsk("/promises", { query: { customer_id: c.customer_id, state: "open", limit: 200 } });
  const add = useDeed("POST", "/cases/:id/plans", { onDone: () => toast(acts.done.plan) });
  const others = (found.data?.items ?? []).filter((p) => p.case_id === null);
  if (others.length === 0) return null;
  return (
    <details className={look.more}>
      <summary>{words.alsoPromised(others.length)}</summary>
      <ProblemNote problem={add.error} />
      <Rows label={words.alsoPromised(others.length)}>
        {others.map((p) => (
          <Row
            key={p.id}
            acts={
              <Button
                label={words.addToPlanOf(p.rest ?? p.text)}
                isBusy={add.isPending && add.variables?.body?.promise_id === p.id}
                onClick={() => add.mutate({ params: { id: c.id }, body: { promise_id: p.id } })}
              >
                {words.addToPlan}
              </Button>
            }
          >
            <Link to={`/promises/${p.id}`} dir="auto">
              {p.rest ?? p.text}
            </Link>
            <small>
              <TimeSaid at={p.due_at} />
            </small>
          </Row>
        ))}
      </Rows>
    </details>
  );
}
