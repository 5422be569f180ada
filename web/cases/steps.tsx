import { Link } from "@tanstack/react-router";
import { Person } from "#web/ui/person.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./case-page.module.css";
import type { WholeCase } from "./pages.ts";
import { stepNow } from "./views.ts";
import { useCaseWords } from "./words.ts";

type Props = { case_: WholeCase; nameOf: (id: string) => string };

/** The eight steps, each with who and when; what is missing to take one is named. */
export function Steps({ case_: c, nameOf }: Props) {
  const words = useCaseWords();
  const now = stepNow(c);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.stepsTitle}</h2>
      <ol className={look.steps} aria-label={words.stepsTitle}>
        {c.steps.map(({ name, at, by }) => (
          <li key={name} aria-current={name === now?.step ? "step" : undefined} data-taken={at ? "" : undefined}>
            {words.steps[name]}
            <small>
              {at ? (
                <>
                  <TimeSaid at={at} />
                  {" · "}
                  {by === "machine" || by === null ? words.machine : <Person name={nameOf(by)} />}
                </>
              ) : name === "handed_on" ? (
                words.notNeeded
              ) : (
                words.notYet
              )}
            </small>
          </li>
        ))}
      </ol>
      {c.missing.length > 0 && c.state === "open" && (
        <p className={look.missing}>
          {c.missing.map((each) => words.missing[each]).join(" ")}{" "}
          <Link to={`/customers/${c.customer_id}`}>{words.toCustomer}</Link>
        </p>
      )}
    </section>
  );
}
