import { Link } from "@tanstack/react-router";
import { dayAt } from "#base/wall-clock.ts";
import { useLater } from "#web/desk/later.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Person } from "#web/ui/person.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { usePageWords } from "./page-words.ts";
import { type Entry, useTimeline } from "./pages.ts";
import look from "./timeline.module.css";
import { byDay, isErased, isKnown, wordsOf } from "./timeline.ts";
import { useTimelineWords } from "./timeline-words.ts";

/** All that passed between us and a customer, day by day, the latest first. */
export function Timeline({ customerId }: { customerId: string }) {
  const page = usePageWords();
  const { timeZone } = useReader();
  const timeline = useTimeline(customerId, useLater());
  const days = byDay(timeline.data ?? [], (ms) => dayAt(timeZone, ms));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{page.timeline}</h2>
      <ProblemNote problem={timeline.error} onRetry={() => void timeline.refetch()} />
      {!timeline.data && !timeline.error && <Skeleton lines={6} />}
      {days.map((entries) => (
        <div key={keyOf(entries[0])} className={look.day}>
          <h3>{entries[0] && <TimeSaid at={entries[0].at} as="day" />}</h3>
          <ol>
            {entries.map((entry) => (
              <Line key={keyOf(entry)} entry={entry} />
            ))}
          </ol>
        </div>
      ))}
      {timeline.hasNextPage && (
        <Button isBusy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {page.more}
        </Button>
      )}
    </section>
  );
}

function Line({ entry }: { entry: Entry }) {
  const words = useTimelineWords();
  const { what, promise, case: raised, message, by, by_name: byName } = entry;
  return (
    <li className={entry.for_customer ? undefined : look.ours}>
      <span className={look.at}>
        <TimeSaid at={entry.at} as="clock" />
      </span>
      <div className={look.what}>
        <span>
          {isKnown(what) ? words.what(what) : what}
          <small> · {by === "machine" ? words.byItself : byName ? <Person name={byName} /> : words.byItself}</small>
        </span>
        {promise && (
          <Link to={`/promises/${promise.id}`} dir="auto">
            {promise.text}
          </Link>
        )}
        {raised && (
          <Link to={`/cases/${raised.id}`} dir="auto">
            {raised.subject}
          </Link>
        )}
        {message?.body && (
          <details>
            <summary>
              <bdi>{message.subject || words.noSubject}</bdi>
              <small> · {words.message(message.direction, message.state)}</small>
            </summary>
            <p className={look.body} dir="auto">
              {message.body}
            </p>
          </details>
        )}
        {wordsOf(entry).map((said) => (
          <q key={said} dir="auto">
            {said}
          </q>
        ))}
        {isErased(entry) && <small>{words.erased}</small>}
      </div>
    </li>
  );
}

function keyOf(entry: Entry | undefined): string {
  return entry ? `${entry.customer_id} ${entry.seq}` : "";
}
