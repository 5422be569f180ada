import { Link, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { CaseLine } from "#web/cases/case-line.tsx";
import look from "#web/cases/case-page.module.css";
import { useCases } from "#web/cases/pages.ts";
import { useCaseWords } from "#web/cases/words.ts";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { session } from "#web/desk/session.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Person } from "#web/ui/person.tsx";
import { ManyRows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { MoreCases } from "./more-cases.tsx";
import { TellAll } from "./tell-all.tsx";
import { ToldAll } from "./told-all.tsx";
import { useCauseWords } from "./words.ts";

type WholeCause = AnswerAt<"GET", "/causes/:id">;

/** One cause: whom it concerns, one word to all of them, and what they were told. */
export function CausePage() {
  const words = useCauseWords();
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useAsk("/causes/:id", { params: { id } });
  const problem = found.error;
  if (problem?.status === 404 || problem?.status === 400) {
    return (
      <Screen title={words.gone}>
        <EmptyState title={words.gone} act={<Link to="/causes">{words.title}</Link>} />
      </Screen>
    );
  }
  return found.data && !found.isPlaceholderData ? (
    <Whole key={found.data.id} cause={found.data} />
  ) : (
    <Screen title={words.loading} width="wide">
      <ProblemNote problem={problem} onRetry={() => void found.refetch()} />
      {!problem && <Skeleton lines={8} />}
    </Screen>
  );
}

function Whole({ cause }: { cause: WholeCause }) {
  const words = useCauseWords();
  const seen = useCaseWords();
  const me = useCell(session)?.member.id ?? "";
  const members = useAsk("/members", { query: {} });
  const nameOf = useMemo(() => new Map(members.data?.items.map(({ id, name }) => [id, name])), [members.data]);
  const list = useCases({ cause_id: cause.id });
  const cases = list.data ?? [];
  const isOver = cause.ended_at !== null;
  return (
    <Screen
      title={cause.text}
      width="wide"
      acts={<Ending cause={cause} />}
      lead={
        <>
          <Link to="/causes">{words.title}</Link> · {words.since} <Person name={nameOf.get(cause.made_by_id) ?? "…"} />,{" "}
          <TimeSaid at={cause.made_at} />
          {cause.ended_at && (
            <>
              {" · "}
              <b>
                {words.over} <TimeSaid at={cause.ended_at} />
              </b>
            </>
          )}
        </>
      }
    >
      <div className={look.columns}>
        <div>
          {!isOver && <TellAll cause={cause} />}
          <section aria-labelledby="concerned">
            <h2 id="concerned">{words.casesTitle}</h2>
            <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
            {!list.data && !list.error && <Skeleton lines={4} />}
            {list.data && cases.length === 0 && <p className={look.muted}>{words.noCases}</p>}
            {cases.length > 0 && (
              <ManyRows label={words.casesTitle}>
                {cases.map((each) => (
                  <CaseLine key={each.id} case_={each} nameOf={nameOf} me={me} isHere={false} />
                ))}
              </ManyRows>
            )}
            {list.hasNextPage && (
              <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {seen.more}
              </Button>
            )}
          </section>
        </div>
        <aside className={look.aside}>
          <ToldAll cause={cause} cases={cases} nameOf={nameOf} />
          {!isOver && <MoreCases causeId={cause.id} />}
        </aside>
      </div>
    </Screen>
  );
}

/** It is over, or goes on after all: each takes back the other. */
function Ending({ cause: { id, ended_at } }: { cause: WholeCause }) {
  const words = useCauseWords();
  const resume = useDeed("POST", "/causes/:id/resumptions", { onDone: () => toast(words.resumed) });
  const again = () => resume.mutate({ params: { id } });
  const end = useDeed("POST", "/causes/:id/ends", { onDone: () => toast(words.ended, again) });
  return (
    <>
      <ProblemNote problem={end.error ?? resume.error} />
      {ended_at ? (
        <Button isBusy={resume.isPending} onClick={again}>
          {words.resume}
        </Button>
      ) : (
        <Button isBusy={end.isPending} onClick={() => end.mutate({ params: { id } })}>
          {words.end}
        </Button>
      )}
    </>
  );
}
