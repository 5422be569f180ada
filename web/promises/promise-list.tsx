import { Link, useNavigate } from "@tanstack/react-router";
import { memo, useDeferredValue, useMemo } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { useCommands } from "#web/desk/commands.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Choice } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { ManyRows, Row } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useWalk } from "#web/ui/walk.ts";
import { Board } from "./board.tsx";
import { inSight, type Listed, usePromises } from "./pages.ts";
import look from "./promise-list.module.css";
import { usePromiseWords } from "./words.ts";

const shows = ["urgent", "newest", "kept", "late", "not_kept"] as const;
type Show = (typeof shows)[number];

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
  const members = useAsk("/members", { query: {} });
  const list = usePromises({ ...queries[show], ...(owner && { owner_id: owner }) });
  const found = list.promises ?? [];
  const nameOf = useMemo(() => new Map(members.data?.items.map(({ id, name }) => [id, name])), [members.data]);
  const owners = [["", words.everybody] as const, ...(members.data?.items ?? []).map((m) => [m.id, m.name] as const)];
  // The tab itself changes at once, whatever it takes to draw what it shows.
  const isBoard = useDeferredValue(view === "board" && show === "urgent");
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
      {found.length > 0 && isBoard && <Board promises={found} nameOf={nameOf} />}
      {found.length > 0 && !isBoard && <List promises={found} nameOf={nameOf} onMore={list.more} />}
      {list.more && (
        <Button isBusy={list.isBusy} onClick={list.more}>
          {words.more}
        </Button>
      )}
    </Screen>
  );
}

type ListProps = {
  promises: readonly Listed[];
  nameOf: ReadonlyMap<string, string>;
  /** Asks for those after the last; nothing where there are none. */
  onMore?: (() => void) | undefined;
};

function List({ promises, nameOf, onMore }: ListProps) {
  const words = usePromiseWords();
  const navigate = useNavigate();
  const walk = useWalk(promises.map(({ id }) => id));
  const down = () => {
    // Whoever walks by the keys need not reach for the button below the list.
    if (walk.hereId === promises.at(-1)?.id) onMore?.();
    walk.down();
  };
  useCommands([
    { say: words.down, keys: "j", do: down, isOnlyKey: true },
    { say: words.up, keys: "k", do: walk.up, isOnlyKey: true },
    ...(walk.hereId
      ? [
          {
            say: words.openIt,
            keys: "Enter",
            isOnlyKey: true,
            do: () => void navigate({ to: `/promises/${walk.hereId}` }),
          },
        ]
      : []),
  ]);
  const shown = promises.slice(0, useDeferredValue(promises.length, inSight));
  return (
    <ManyRows label={words.list}>
      {shown.map((p) => (
        <Line key={p.id} promise={p} isHere={p.id === walk.hereId} owner={nameOf.get(p.owner_id) ?? "…"} />
      ))}
    </ManyRows>
  );
}

type LineProps = { promise: Listed; owner: string; isHere: boolean };

/** Drawn anew only when something of it changes: the keys walk through a thousand of them. */
const Line = memo(function Line({ promise: p, owner, isHere }: LineProps) {
  const words = usePromiseWords();
  const isLate = Date.parse(p.due_at) < useNow();
  return (
    <Row
      id={p.id}
      isHere={isHere}
      lead={
        <b className={p.state === "open" && isLate ? look.late : undefined}>
          <TimeSaid at={p.due_at} />
        </b>
      }
    >
      <Link to={`/promises/${p.id}`} dir="auto">
        {p.rest ?? p.text}
      </Link>
      <small>
        {words.state(p.state)} · <Person name={owner} />
      </small>
    </Row>
  );
});
