import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useCalendarSettingsWords } from "./calendar-words.ts";
import { FeedAddress } from "./feed-address.tsx";
import look from "./settings.module.css";
import { SettingsScreen } from "./settings-screen.tsx";

type Feed = AnswerAt<"GET", "/calendar_feeds">["items"][number];

/** What one promised, in the calendar of one's phone, which rings without the laptop. */
export function CalendarFeed() {
  const words = useCalendarSettingsWords().feed;
  const feeds = useAsk("/calendar_feeds");
  const [url, setUrl] = useState<string | null>(null);
  const make = useDeed("POST", "/calendar_feeds", { onDone: (made) => setUrl(made.url) });
  const [feed] = feeds.data?.items ?? [];
  const button = (
    <Button kind={feed ? "plain" : "main"} isBusy={make.isPending} onClick={() => make.mutate({})}>
      {feed ? words.again : words.make}
    </Button>
  );
  return (
    <SettingsScreen page="calendar-feed">
      <ProblemNote problem={feeds.error ?? make.error} onRetry={() => void feeds.refetch()} />
      {!feeds.data && !feeds.error && <Skeleton />}
      {feeds.data && !feed && (
        <EmptyState title={words.none} act={button}>
          {words.noneMore}
        </EmptyState>
      )}
      {feed && (
        <>
          <Rows>
            <Line feed={feed} />
          </Rows>
          {button}
          <p className={look.aside}>{words.againMore}</p>
        </>
      )}
      <h2>{words.rings}</h2>
      <p>{words.ringsLead}</p>
      <HowToAdd />
      {url && <FeedAddress url={url} onClose={() => setUrl(null)} />}
    </SettingsScreen>
  );
}

function Line({ feed: { id, made_at, read_at } }: { feed: Feed }) {
  const words = useCalendarSettingsWords().feed;
  const revoke = useDeed("DELETE", "/calendar_feeds/:id", { onDone: () => toast(words.revoked) });
  const act = (
    <Button isBusy={revoke.isPending} onClick={() => revoke.mutate({ params: { id } })}>
      {words.revoke}
    </Button>
  );
  return (
    <Row acts={act}>
      {words.madeAt} <TimeSaid at={made_at} />
      <small>
        {read_at ? (
          <>
            {words.read} <TimeSaid at={read_at} as="fromNow" /> ({words.readHint})
          </>
        ) : (
          words.unread
        )}
      </small>
      <ProblemNote problem={revoke.error} />
    </Row>
  );
}

/** What to press on which device. */
function HowToAdd() {
  const words = useCalendarSettingsWords().feed;
  return (
    <>
      <h2>{words.how}</h2>
      <dl className={look.ways}>
        {words.ways.map(([device, way]) => (
          <div key={device}>
            <dt>{device}</dt>
            <dd>{way}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
