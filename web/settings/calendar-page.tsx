import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useHolidays } from "#web/calendars/holidays-field.tsx";
import { ownDays } from "#web/calendars/opening.ts";
import { useAsk, useAskWhile } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { CalendarForm } from "./calendar-form.tsx";
import { useCalendarSettingsWords } from "./calendar-words.ts";
import { useWhyNot } from "./may.ts";
import look from "./settings.module.css";

/** One calendar to look at and to change, or a new one. */
export function CalendarPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  return id === "new" ? <NewCalendar /> : <OneCalendar key={id} id={id} />;
}

/** It begins with the hours of the business, in its zone and with its holidays. */
function NewCalendar() {
  const words = useCalendarSettingsWords();
  const whyNot = useWhyNot()();
  const workspace = useAsk("/workspace");
  const id = workspace.data?.calendar_id ?? "";
  const house = useAskWhile(id !== "", "/calendars/:id", { params: { id } });
  return (
    <Framed title={words.new} lead={words.newLead}>
      <ProblemNote problem={workspace.error ?? house.error} onRetry={() => void house.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {house.data ? (
        <CalendarForm
          id={null}
          saved={{ ...house.data, name: "", days: [], emergency_route: "" }}
          version={0}
          whyNot={whyNot}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </Framed>
  );
}

function OneCalendar({ id }: { id: string }) {
  const words = useCalendarSettingsWords();
  const whyNot = useWhyNot()();
  const { data, error, refetch } = useAsk("/calendars/:id", { params: { id } });
  const { holidays, isReady } = useHolidays(data?.holiday_region ?? null);
  const isGone = error?.status === 404 || error?.status === 400;
  return (
    <Framed title={data?.name ?? (isGone ? words.list : "…")} lead={words.oneLead}>
      {isGone && <EmptyState title={words.gone} />}
      <ProblemNote problem={isGone ? null : error} onRetry={() => void refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {data && isReady && (
        <CalendarForm
          id={id}
          saved={{ ...data, days: ownDays(data.days, holidays), emergency_route: data.emergency_route ?? "" }}
          version={data.version}
          whyNot={whyNot}
        />
      )}
      {!error && !(data && isReady) && <Skeleton lines={8} />}
    </Framed>
  );
}

function Framed({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const words = useCalendarSettingsWords();
  return (
    <Screen title={title} lead={lead}>
      {children}
      <p className={look.back}>
        <Link to="/settings/calendars">{words.back}</Link>
      </p>
    </Screen>
  );
}
