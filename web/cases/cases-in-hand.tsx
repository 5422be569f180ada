import { Link } from "@tanstack/react-router";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { CaseWhen } from "./case-line.tsx";
import look from "./cases.module.css";
import type { Listed } from "./pages.ts";
import { stepNow } from "./views.ts";
import { useCaseWords } from "./words.ts";

type Props = { cases: readonly Listed[]; hasMore: boolean };

/** What one has in hand, beside what one promised: each case with its next word, the most urgent first. */
export function CasesInHand({ cases, hasMore }: Props) {
  const words = useCaseWords();
  return (
    <section aria-labelledby="cases-in-hand">
      <h2 id="cases-in-hand" className={look.quiet}>
        {words.inHand} <span>{hasMore ? `${cases.length}+` : cases.length}</span>
      </h2>
      <Rows label={words.inHand}>
        {cases.map((c) => {
          const now = stepNow(c);
          return (
            <Row key={c.id} id={c.id} lead={<CaseWhen case_={c} />}>
              <Link to={`/cases/${c.id}`} dir="auto">
                {c.subject}
              </Link>
              <small className={look.dots}>
                <Person name={c.customer.name} />
                {now && <span>{words.stepOf(now.number, words.next[now.step])}</span>}
              </small>
            </Row>
          );
        })}
      </Rows>
      {hasMore && <Link to="/cases">{words.all}</Link>}
    </section>
  );
}
