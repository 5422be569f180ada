import { Link } from "@tanstack/react-router";
import look from "#web/cases/case-page.module.css";
import type { Listed } from "#web/cases/pages.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { Person } from "#web/ui/person.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useCauseWords } from "./words.ts";

type Props = {
  cause: AnswerAt<"GET", "/causes/:id">;
  cases: readonly Listed[];
  nameOf: ReadonlyMap<string, string>;
};

/** What everybody was told, the latest first, and who has still to be called because nobody could be written to. */
export function ToldAll({ cause, cases, nameOf }: Props) {
  const words = useCauseWords();
  return (
    <section aria-labelledby="told-all">
      <h2 id="told-all">{words.toldTitle}</h2>
      {cause.words.length === 0 && <p className={look.muted}>{words.toldNothing}</p>}
      {cause.words.map((word) => {
        const toCall = cases.filter((each) => word.to_call.includes(each.id) && waitsSince(each, word.at));
        return (
          <div key={word.id}>
            <blockquote className={look.theirs} dir="auto">
              {word.body}
            </blockquote>
            <p className={look.muted}>
              <Person name={nameOf.get(word.by_member_id) ?? "…"} />, <TimeSaid at={word.at} />,{" "}
              {words.inCases(word.case_count)}
            </p>
            {toCall.length > 0 && (
              <>
                <p>{words.toCall}</p>
                <ul aria-label={words.toCall}>
                  {toCall.map((each) => (
                    <li key={each.id}>
                      <Link to={`/cases/${each.id}`} dir="auto">
                        {each.customer.name}: {each.subject}
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** Is it open, and has nobody told them anything since then? */
function waitsSince({ state, last_word_at: heard }: Listed, at: string): boolean {
  return state === "open" && (heard === null || Date.parse(heard) <= Date.parse(at));
}
