import { Link } from "@tanstack/react-router";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useCauseWords } from "./words.ts";

type Listed = AnswerAt<"GET", "/causes">["items"][number];

/** What several cases have in common: those that go on, and those that are over. */
export function Causes() {
  const words = useCauseWords();
  const [view, choose] = useDraft("list of causes", "open" as "open" | "over");
  const list = useAsk("/causes", { query: view === "over" ? { over: "true" } : {} });
  return (
    <Screen title={words.title} lead={words.lead} width="wide">
      <Tabs
        label={words.view}
        value={view}
        onChange={choose}
        choices={(["open", "over"] as const).map((each) => [each, words.views[each]])}
      />
      <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton lines={4} />}
      {list.data?.items.length === 0 && <EmptyState title={words.empty[view]}>{words.emptyLead}</EmptyState>}
      {list.data && list.data.items.length > 0 && (
        <Rows label={words.title}>
          {list.data.items.map((cause) => (
            <Line key={cause.id} cause={cause} />
          ))}
        </Rows>
      )}
    </Screen>
  );
}

function Line({ cause }: { cause: Listed }) {
  const words = useCauseWords();
  return (
    <Row lead={<TimeSaid at={cause.ended_at ?? cause.made_at} as="day" />}>
      <Link to={`/causes/${cause.id}`} dir="auto">
        {cause.text}
      </Link>
      <small>
        {words.openOf(cause.open_count)} ·{" "}
        {cause.last_word_at ? (
          <>
            {words.lastTold} <TimeSaid at={cause.last_word_at} />
          </>
        ) : (
          words.neverTold
        )}
      </small>
    </Row>
  );
}
