import { Link } from "@tanstack/react-router";
import { useState } from "react";
import look from "#web/cases/case-page.module.css";
import { useCases } from "#web/cases/pages.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { useSettled } from "#web/desk/settled.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { useSharing } from "./sharing.ts";
import { useCauseWords } from "./words.ts";

const most = 8;
// As long as one needs for the next letter.
const patienceMs = 180;

/** Other open cases that may be of the same: found by their words, given the cause with one press each. */
export function MoreCases({ causeId }: { causeId: string }) {
  const words = useCauseWords();
  const [typed, setTyped] = useState("");
  const find = useSettled(typed.trim().slice(0, 200), patienceMs);
  const list = useCases(find === "" ? { order: "urgent" } : { find });
  const sharing = useSharing(causeId);
  const others = (list.data ?? []).filter(({ state, cause_id }) => state === "open" && cause_id !== causeId);
  return (
    <section aria-labelledby="more-cases">
      <h2 id="more-cases">{words.moreTitle}</h2>
      <Field label={words.find} type="search" placeholder={words.findHint} value={typed} onChange={setTyped} />
      <ProblemNote problem={list.error ?? sharing.error} />
      {list.data && others.length === 0 && (
        <p className={look.muted}>{find === "" ? words.noOthers : words.foundNone}</p>
      )}
      {others.length > 0 && (
        <Rows label={words.moreTitle}>
          {others.slice(0, most).map((each) => (
            <Row
              key={each.id}
              acts={
                <Button
                  label={words.addOf(each.subject)}
                  isBusy={sharing.isPending && sharing.variables?.params.id === each.id}
                  onClick={() => sharing.mutate({ params: { id: each.id }, body: { cause_id: causeId } })}
                >
                  {words.add}
                </Button>
              }
            >
              <Link to={`/cases/${each.id}`} dir="auto">
                {each.subject}
              </Link>
              <small>
                <Person name={each.customer.name} />
              </small>
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}
