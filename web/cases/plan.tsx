import { Link } from "@tanstack/react-router";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { LineActs } from "#web/promises/acts/line-acts.tsx";
import { usePromiseWords } from "#web/promises/words.ts";
import { useNow } from "#web/ui/now.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./case-page.module.css";
import type { usePlan } from "./use-plan.ts";
import { useCaseWords } from "./words.ts";

type Props = { plan: ReturnType<typeof usePlan>; customer: string | null };

/** The steps of the plan: promises like any other, with the same acts. */
export function Plan({ plan, customer }: Props) {
  const words = useCaseWords();
  const promise = usePromiseWords();
  const now = useNow();
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{words.planTitle}</h2>
      <ProblemNote problem={plan.error} />
      {plan.isRead && plan.all.length === 0 && <p className={look.muted}>{words.planEmpty}</p>}
      {plan.all.length > 0 && (
        <Rows label={words.planTitle}>
          {plan.all.map((p) => {
            const isOpen = p.state === "open";
            const isLate = isOpen && !p.held_up_at && Date.parse(p.due_at) < now;
            return (
              <Row
                key={p.id}
                id={p.id}
                acts={
                  isOpen && (
                    <LineActs
                      promise={p}
                      customer={customer}
                      acts={p.held_up_at ? ["go_on"] : isLate ? ["update", "move", "keep"] : ["keep", "move"]}
                      isHere={false}
                    />
                  )
                }
              >
                <Link to={`/promises/${p.id}`} dir="auto">
                  {p.rest ?? p.text}
                </Link>
                <small className={isLate ? look.late : undefined}>
                  {isOpen ? <TimeSaid at={p.due_at} /> : promise.state(p.state)}
                </small>
              </Row>
            );
          })}
        </Rows>
      )}
    </section>
  );
}
