import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useActWords } from "#web/cases/acts/words.ts";
import { useCauseWords } from "#web/cases/causes/words.ts";
import { useAsk, useAskWhile } from "#web/desk/asking.ts";
import { useCommands } from "#web/desk/commands.ts";
import { useDraft } from "#web/desk/draft.ts";
import { useLater } from "#web/desk/later.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { session } from "#web/desk/session.ts";
import { useSettled } from "#web/desk/settled.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { ManyRows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useWalk } from "#web/ui/walk.ts";
import { CaseLine, useOwn } from "./case-line.tsx";
import look from "./cases.module.css";
import { useCases } from "./pages.ts";
import { queryOf, type View, views } from "./views.ts";
import { useCaseWords } from "./words.ts";

const findFieldId = "find-cases";
// As long as one needs for the next letter.
const patienceMs = 180;

/** What customers raised, the most urgent first: one's own, nobody's, a team's, all; found by the words that they used. */
export function Cases() {
  const words = useCaseWords();
  const acts = useActWords();
  const causes = useCauseWords();
  const navigate = useNavigate();
  const me = useCell(session)?.member.id ?? "";
  const [{ view, teamId }, choose] = useDraft("list of cases", { view: "open" as View, teamId: "" });
  const [typed, setTyped] = useState("");
  const find = useSettled(typed.trim().slice(0, 200), patienceMs);
  const list = useCases(queryOf(view, { me, teamId, find }));
  const counts = useAsk("/case_counts");
  const members = useAsk("/members", { query: {} });
  const teams = useAskWhile(useLater(), "/teams", { query: {} });
  const nameOf = useMemo(() => new Map(members.data?.items.map(({ id, name }) => [id, name])), [members.data]);
  const found = list.data ?? [];
  const walk = useWalk(found.map(({ id }) => id));
  const here = found.find(({ id }) => id === walk.hereId);
  const own = useOwn();
  useCommands([
    { say: words.search, keys: "/", do: () => document.getElementById(findFieldId)?.querySelector("input")?.focus() },
    { say: words.down, keys: "j", do: walk.down, isOnlyKey: true },
    { say: words.up, keys: "k", do: walk.up, isOnlyKey: true },
    ...(here
      ? [
          { say: words.openIt, keys: "Enter", isOnlyKey: true, do: () => void navigate({ to: `/cases/${here.id}` }) },
          ...(here.owner_id === null && here.state === "open"
            ? [
                {
                  say: acts.titles.own,
                  keys: "o",
                  do: () => own.mutate({ params: { id: here.id }, body: {} }),
                },
              ]
            : []),
        ]
      : []),
  ]);
  const { mine, unowned, open, laid_aside: aside } = counts.data ?? {};
  // They are those of the whole house.
  const numbers: Partial<Record<View, number | undefined>> = teamId === "" ? { mine, unowned, open, aside } : {};
  const shownTeams = teams.data?.items ?? [];
  return (
    <Screen
      title={words.list}
      count={unowned}
      lead={words.lead}
      width="wide"
      acts={<Link to="/causes">{causes.title}</Link>}
    >
      <search className={look.filters}>
        <div id={findFieldId}>
          <Field label={words.find} type="search" placeholder={words.findHint} value={typed} onChange={setTyped} />
        </div>
        {shownTeams.length > 1 && (
          <Choice
            label={words.team}
            value={teamId}
            onChange={(next) => choose({ view, teamId: next })}
            choices={[["", words.everyTeam], ...shownTeams.map(({ id, name }) => [id, name] as const)]}
          />
        )}
      </search>
      {find === "" ? (
        <Tabs
          label={words.view}
          value={view}
          onChange={(next) => choose({ view: next, teamId })}
          choices={views.map((each) => {
            const n = numbers[each];
            return [each, n === undefined ? words.views[each] : words.counted(words.views[each], n)] as const;
          })}
        />
      ) : (
        <p role="status">{list.data && found.length > 0 && words.found(found.length)}</p>
      )}
      <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
      <ProblemNote problem={own.error} />
      {!list.data && !list.error && <Skeleton lines={10} />}
      {found.length > 0 && (
        <ManyRows label={words.list}>
          {found.map((each) => (
            <CaseLine key={each.id} case_={each} nameOf={nameOf} me={me} isHere={each.id === walk.hereId} />
          ))}
        </ManyRows>
      )}
      {list.hasNextPage && (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {list.data && found.length === 0 && (
        <EmptyState title={find === "" ? words.empty[view] : words.foundNone}>
          {find === "" ? words.emptyLead[view] : words.foundNoneLead}
        </EmptyState>
      )}
    </Screen>
  );
}
