import type { ReactNode } from "react";
import { CauseFact } from "#web/cases/causes/cause-fact.tsx";
import { useCauseWords } from "#web/cases/causes/words.ts";
import { Person } from "#web/ui/person.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./case-page.module.css";
import type { WholeCase } from "./pages.ts";
import { useCaseWords } from "./words.ts";

type Props = { case_: WholeCase; nameOf: (id: string) => string };

/** What a case is about: who raised it and how, when they hear next, what it waits for, what was done. */
export function Facts({ case_: c, nameOf }: Props) {
  const words = useCaseWords();
  const causes = useCauseWords();
  return (
    <section aria-labelledby="about-it">
      <h2 id="about-it">{words.factsTitle}</h2>
      <dl className={look.facts}>
        <Fact name={words.raised}>
          <TimeSaid at={c.raised_at} /> {words.channels[c.channel] ?? c.channel}
          {c.contact_id && (
            <small>
              {words.by} <Person name={nameOf(c.contact_id)} />
            </small>
          )}
        </Fact>
        {c.status_due_at && (
          <Fact name={words.nextWordAt}>
            <TimeSaid at={c.status_due_at} />
            <small>
              <TimeSaid at={c.status_due_at} as="fromNow" />
            </small>
          </Fact>
        )}
        {c.status_missed_count > 0 && (
          <Fact name={words.nextWord}>
            <span className={look.late}>{words.missedWords(c.status_missed_count)}</span>
          </Fact>
        )}
        {c.waiting_reason && (
          <Fact name={words.waitingFor}>
            <span dir="auto">{c.waiting_reason}</span>
            {c.waiting_since_at && (
              <small>
                {words.since} <TimeSaid at={c.waiting_since_at} />
              </small>
            )}
          </Fact>
        )}
        {c.cause_id && (
          <Fact name={causes.fact}>
            <CauseFact caseId={c.id} causeId={c.cause_id} isOpen={c.state === "open"} />
          </Fact>
        )}
        {c.snoozed_until && (
          <Fact name={words.laidAside}>
            <TimeSaid at={c.snoozed_until} />
          </Fact>
        )}
        {c.did && (
          <Fact name={words.didTitle}>
            <span dir="auto">{c.did}</span>
          </Fact>
        )}
        {c.answers.map(({ answer, words: own, at }) => (
          <Fact key={at} name={words.answersTitle}>
            {words.answer[answer]}
            <small>
              <TimeSaid at={at} />
            </small>
            {own && <q dir="auto">{own}</q>}
          </Fact>
        ))}
        {c.pulses.map(({ expected, feeling, words: own, at }) => (
          <Fact key={at} name={words.pulseTitle}>
            {words.expected[expected]}
            {feeling !== null && <small>{words.feelings[feeling - 1]}</small>}
            <small>
              <TimeSaid at={at} />
            </small>
            {own && <q dir="auto">{own}</q>}
          </Fact>
        ))}
      </dl>
      {c.chase_count > 0 && (
        <p className={look.muted}>
          {words.asked(c.chase_count)} {words.spokeFirst(c.spoke_first_count, c.spoke_after_count)}
        </p>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
