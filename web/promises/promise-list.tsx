import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dayAt } from "#base/wall-clock.ts";
import { useAsk } from "#web/desk/asking.ts";
import { useCommands } from "#web/desk/commands.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Choice } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { useReader } from "#web/ui/reader.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useWalk } from "#web/ui/walk.ts";
import { Member } from "./happening.tsx";
import look from "./promise-list.module.css";
import { columnOf, columns } from "./story.ts";
import { usePromiseWords } from "./words.ts";

const shows = ["urgent", "newest", "kept", "late", "not_kept"] as const;
type Show = (typeof shows)[number];
const perPage = 50;

const queries = {
  urgent: { order: "urgent" },
  newest: {},
  kept: { state: "kept" },
  late: { state: "kept_late" },
  not_kept: { state: "not_kept" },
} as const;

/** All promises: the open ones by urgency, as a list or as a board by time, and what became of the others. */
export function PromiseList() {
  const words = usePromiseWords();
  const [{ show, view, owner }, choose] = useDraft("list of promises", {
    show: "urgent" as Show,
    view: "list" as "list" | "board",
    owner: "",
  });
  const [limit, setLimit] = useState(perPage);
  const members = useAsk("/members", { query: {} });
  const list = useAsk("/promises", { query: { ...queries[show], ...(owner && { owner_id: owner }), limit } });
  const found = list.data?.items ?? [];
  const owners = [["", words.everybody] as const, ...(members.data?.items ?? []).map((m) => [m.id, m.name] as const)];
  const Shown = view === "board" && show === "urgent" ? Board : List;
  return (
    <Screen title={words.list} lead={words.lead} width="wide">
      <div className={look.filters}>
        <Choice
          label={words.show}
          value={show}
          onChange={(next) => choose({ show: next, view, owner })}
          choices={shows.map((each) => [each, words.filters[each]])}
        />
        <Choice
          label={words.owner}
          value={owner}
          onChange={(next) => choose({ show, view, owner: next })}
          choices={owners}
        />
        {show === "urgent" && (
          <Tabs
            label={words.view}
            value={view}
            onChange={(next) => choose({ show, view: next, owner })}
            choices={(["list", "board"] as const).map((each) => [each, words.views[each]])}
          />
        )}
      </div>
      <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton lines={10} />}
      {list.data && found.length === 0 && <EmptyState title={words.empty}>{words.emptyLead}</EmptyState>}
      {found.length > 0 && <Shown promises={found} />}
      {list.data?.next && limit < 200 && <Button onClick={() => setLimit(limit + perPage)}>{words.more}</Button>}
    </Screen>
  );
}

type Listed = {
  id: string;
  text: string;
  rest: string | null;
  state: keyof ReturnType<typeof usePromiseWords>["states"];
  due_at: string;
  held_up_at: string | null;
  owner_id: string;
};

function List({ promises }: { promises: readonly Listed[] }) {
  const words = usePromiseWords();
  const now = useNow();
  const walk = useWalk(promises.map(({ id }) => id));
  useCommands([
    { say: words.down, keys: "j", do: walk.down, isOnlyKey: true },
    { say: words.up, keys: "k", do: walk.up, isOnlyKey: true },
  ]);
  return (
    <Rows label={words.list}>
      {promises.map((p) => (
        <Row
          key={p.id}
          id={p.id}
          isHere={p.id === walk.hereId}
          lead={
            <b className={p.state === "open" && Date.parse(p.due_at) < now ? look.late : undefined}>
              <TimeSaid at={p.due_at} />
            </b>
          }
        >
          <Link to={`/promises/${p.id}`} dir="auto">
            {p.rest ?? p.text}
          </Link>
          <small>
            {words.state(p.state)} · <Member id={p.owner_id} />
          </small>
        </Row>
      ))}
    </Rows>
  );
}

function Board({ promises }: { promises: readonly Listed[] }) {
  const words = usePromiseWords();
  const now = useNow();
  const { timeZone } = useReader();
  const at = Map.groupBy(promises, (p) => columnOf(p, now, (ms) => dayAt(timeZone, ms)));
  return (
    <div className={look.board}>
      {columns
        .filter((column) => at.has(column))
        .map((column) => (
          <section key={column} aria-label={words.columns[column]}>
            <h2 className={column === "late" ? look.late : undefined}>
              {words.columns[column]} <span>{at.get(column)?.length}</span>
            </h2>
            {at.get(column)?.map((p) => (
              <Link key={p.id} to={`/promises/${p.id}`} className={look.card} dir="auto">
                {p.rest ?? p.text}
                <small>
                  <TimeSaid at={p.due_at} /> · <Member id={p.owner_id} />
                </small>
              </Link>
            ))}
          </section>
        ))}
    </div>
  );
}
