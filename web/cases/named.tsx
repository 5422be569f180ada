import { Link } from "@tanstack/react-router";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./cases.module.css";
import { useCaseWords } from "./words.ts";

type Props = { mentions: AnswerAt<"GET", "/mentions">["items"] };

const longest = 160;

/** Notes in which one is named; each goes once one has looked at its case. */
export function Named({ mentions }: Props) {
  const words = useCaseWords();
  return (
    <section aria-labelledby="named">
      <h2 id="named" className={look.quiet}>
        {words.named} <span>{mentions.length}</span>
      </h2>
      <Rows label={words.named}>
        {mentions.map(({ id, case_id, subject, customer, words: said, at }) => (
          <Row key={id} lead={<TimeSaid at={at} as="clock" />}>
            <Link to={`/cases/${case_id}`} dir="auto">
              {subject}
            </Link>
            <small className={look.dots}>
              <Person name={customer.name} />
              <span dir="auto">{said.length > longest ? `${said.slice(0, longest - 1)}…` : said}</span>
            </small>
          </Row>
        ))}
      </Rows>
    </section>
  );
}
