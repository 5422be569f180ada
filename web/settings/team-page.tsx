import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useWhyNot } from "./may.ts";
import look from "./settings.module.css";
import { TeamForm } from "./team-form.tsx";
import { useTeamWords } from "./team-words.ts";

const nobody = { name: "", calendar_id: null, member_ids: [], manager_ids: [], duty_ids: [] };

/** One team to look at and to change, or a new one. */
export function TeamPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  return id === "new" ? <NewTeam /> : <OneTeam key={id} id={id} />;
}

function NewTeam() {
  const words = useTeamWords();
  const whyNot = useWhyNot()();
  return (
    <Framed title={words.new} lead={words.newLead}>
      {whyNot && <Note>{whyNot}</Note>}
      <TeamForm id={null} saved={nobody} version={0} whyNot={whyNot} />
    </Framed>
  );
}

function OneTeam({ id }: { id: string }) {
  const words = useTeamWords();
  const whyNot = useWhyNot()();
  const { data, error, refetch } = useAsk("/teams/:id", { params: { id } });
  const isGone = error?.status === 404 || error?.status === 400;
  return (
    <Framed title={data?.name ?? (isGone ? words.list : "…")} lead={words.oneLead}>
      {isGone && <EmptyState title={words.gone} />}
      <ProblemNote problem={isGone ? null : error} onRetry={() => void refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {data && <TeamForm id={id} saved={data} version={data.version} whyNot={whyNot} />}
      {!data && !error && <Skeleton lines={6} />}
    </Framed>
  );
}

function Framed({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const words = useTeamWords();
  return (
    <Screen title={title} lead={lead}>
      {children}
      <p className={look.back}>
        <Link to="/settings/teams">{words.back}</Link>
      </p>
    </Screen>
  );
}
