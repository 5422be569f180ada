import { Link, useNavigate } from "@tanstack/react-router";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useWhyNot } from "./may.ts";
import type { People } from "./people.ts";
import { SettingsScreen } from "./settings-screen.tsx";
import { useTeamWords } from "./team-words.ts";

type Team = AnswerAt<"GET", "/teams">["items"][number];

/** Who works together. */
export function Teams() {
  const words = useTeamWords();
  const navigate = useNavigate();
  const whyNot = useWhyNot()();
  const teams = useAsk("/teams", { query: { limit: 200 } });
  const members = useAsk("/members", { query: { limit: 200 } });
  const all = teams.data?.items;
  const add = (
    <Button kind="main" because={whyNot} onClick={() => void navigate({ to: "/settings/teams/new" })}>
      {words.new}
    </Button>
  );
  return (
    <SettingsScreen page="teams" acts={add}>
      <ProblemNote problem={teams.error} onRetry={() => void teams.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {!all && !teams.error && <Skeleton />}
      {all?.length === 0 && <EmptyState title={words.none}>{words.noneMore}</EmptyState>}
      {all && all.length > 0 && (
        <Rows label={words.list}>
          {all.map((team) => (
            <Line key={team.id} team={team} people={members.data?.items ?? []} />
          ))}
        </Rows>
      )}
    </SettingsScreen>
  );
}

function Line({ team, people }: { team: Team; people: People }) {
  const words = useTeamWords();
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? "…";
  const [first] = team.duty_ids;
  return (
    <Row>
      <Link to={`/settings/teams/${team.id}`}>
        <bdi>{team.name}</bdi>
      </Link>
      <small>
        {words.people(team.member_ids.length)}
        {team.manager_ids.length > 0 && (
          <>
            {` · ${words.led} `}
            <bdi>{team.manager_ids.map(nameOf).join(", ")}</bdi>
          </>
        )}
        {" · "}
        {first ? (
          <>
            {words.duty} <bdi>{nameOf(first)}</bdi>
          </>
        ) : (
          words.noDuty
        )}
      </small>
    </Row>
  );
}
