import { useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useAsk, useAskWhile } from "#web/desk/asking.ts";
import { useCommands } from "#web/desk/commands.ts";
import { fetchedLater, useLater } from "#web/desk/later.ts";
import { waiting } from "#web/desk/outbox.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { session } from "#web/desk/session.ts";
import { useMessageWords } from "#web/messages/words.ts";
import { QuickAdd } from "#web/quick-add/quick-add.tsx";
import { WaitingLines } from "#web/quick-add/waiting-lines.tsx";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Choice } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { useReader } from "#web/ui/reader.ts";
import { Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useWalk } from "#web/ui/walk.ts";
import { Copied } from "./copied.tsx";
import { InHand } from "./in-hand.tsx";
import { Line } from "./line.tsx";
import { Month } from "./month.tsx";
import { Named } from "./named.tsx";
import { RunLate } from "./run-late.tsx";
import look from "./today.module.css";
import { hasVisits, hourIn, idOf, partOfDay, withoutThose } from "./today.ts";
import { useTodayWords } from "./words.ts";

const LogCall = fetchedLater(async () => (await import("#web/messages/log-call.tsx")).LogCall);

/** What one owes, most urgent first; each line settles where it stands. Who leads others sees their open work, too. */
export function Today() {
  const words = useTodayWords();
  const reader = useReader();
  const me = useCell(session);
  const now = useNow();
  const [whose, setWhose] = useState("");
  const today = useAsk("/today", { query: queryOf(whose) });
  const others = useOthers();
  const [isLate, setLate] = useState(false);
  const call = useMessageWords();
  const [isCall, setCall] = useState(false);
  const gone = new Set(useCell(waiting).flatMap(({ refused, sent }) => (refused ? [] : idsOf(sent))));
  const groups = withoutThose(today.data?.groups ?? [], gone);
  const items = groups.flatMap((group) => group.items);
  const walk = useWalk(items.map(idOf));
  const navigate = useNavigate();
  const { late = 0, to_tell: toTell = 0, due_today: dueToday = 0 } = today.data?.counts ?? {};
  useCommands([
    { say: words.goDown, keys: "j", do: walk.down, isOnlyKey: true },
    { say: words.goUp, keys: "k", do: walk.up, isOnlyKey: true },
    ...(walk.hereId
      ? [
          {
            say: words.open,
            keys: "Enter",
            isOnlyKey: true,
            do: () => void navigate({ to: `/promises/${walk.hereId}` }),
          },
        ]
      : []),
    { say: call.open.replace("…", ""), keys: "n", do: () => setCall(true) },
    ...(hasVisits(groups) ? [{ say: words.runningLate.replace("…", ""), keys: "r", do: () => setLate(true) }] : []),
  ]);
  const [firstName = ""] = (me?.member.name ?? "").split(" ");
  const chosen = others.find(([id]) => id !== "" && id === whose);
  const title = chosen ? words.team(chosen[1]) : words.hello[partOfDay(hourIn(reader.timeZone, now))](firstName);
  return (
    <Screen
      title={title}
      name={words.name}
      count={late + toTell}
      lead={today.data && words.summary(late, toTell, dueToday)}
      acts={
        <>
          <Button onClick={() => setCall(true)} title="n">
            {call.open}
          </Button>
          {hasVisits(groups) && <Button onClick={() => setLate(true)}>{words.runningLate}</Button>}
          {others.length > 1 && (
            <div className={look.whose}>
              <Choice label={words.whose} value={whose} onChange={setWhose} choices={others} />
            </div>
          )}
        </>
      }
    >
      <QuickAdd />
      <WaitingLines />
      <ProblemNote problem={today.error} onRetry={() => void today.refetch()} />
      {!today.data && !today.error && <Skeleton lines={8} />}
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`} className={look.group}>
            {words.groups[group.key]} <span>{group.items.length}</span>
          </h2>
          <Rows label={words.groups[group.key]}>
            {group.items.map((item) => (
              <Line
                key={idOf(item)}
                item={item}
                isHere={idOf(item) === walk.hereId}
                ownerName={others.find(([id]) => id === item.promise?.owner_id)?.[1] ?? null}
                onAddAddress={() => item.customer && void navigate({ to: `/customers/${item.customer.id}` })}
              />
            ))}
          </Rows>
        </section>
      ))}
      {today.data && items.length === 0 && <Nothing />}
      {whose === "" && <Named />}
      {whose === "" && <Copied />}
      {whose === "" && <InHand />}
      {today.data && today.data.waiting_messages > 0 && (
        <p className={look.waiting}>{words.waiting(today.data.waiting_messages)}</p>
      )}
      <Month ownerId={whose === "" ? (me?.member.id ?? null) : null} />
      {isLate && <RunLate onClose={() => setLate(false)} />}
      {isCall && (
        <Suspense>
          <LogCall onClose={() => setCall(false)} />
        </Suspense>
      )}
    </Screen>
  );
}

function Nothing() {
  const words = useTodayWords();
  const any = useAskWhile(useLater(), "/promises", { query: { limit: 1 } });
  const isFirst = any.data?.items.length === 0;
  return (
    <EmptyState title={isFirst ? words.emptyFirst : words.empty}>
      {isFirst ? words.emptyFirstLead : words.emptyLead}
    </EmptyState>
  );
}

/** Whose day can be looked at: one's own, the teams one manages, and for who leads the house everybody's. */
function useOthers(): (readonly [string, string])[] {
  const words = useTodayWords();
  const me = useCell(session);
  const leads = ["proprietor", "admin", "manager"].includes(me?.member.role ?? "");
  const managed = me?.manages_team_ids ?? [];
  const isManager = useLater() && (leads || managed.length > 0);
  const teams = useAskWhile(isManager, "/teams", { query: {} });
  const members = useAskWhile(isManager, "/members", { query: {} });
  const shownTeams = (teams.data?.items ?? []).filter(({ id }) => leads || managed.includes(id));
  const shownMembers = (members.data?.items ?? []).filter(({ id }) => leads && id !== me?.member.id);
  return [
    ["", words.mine],
    ...shownTeams.map(({ id, name }) => [`team ${id}`, name] as const),
    ...shownMembers.map(({ id, name }) => [id, name] as const),
  ];
}

function queryOf(whose: string) {
  if (whose === "") return {};
  return whose.startsWith("team ") ? { team_id: whose.slice(5) } : { member_id: whose };
}

/** The things that a deed in the outbox is about. */
function idsOf(sent: object): string[] {
  const { params } = sent as { params?: { id?: string } };
  return params?.id ? [params.id] : [];
}
