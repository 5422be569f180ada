import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useHolidays } from "#web/calendars/holidays-field.tsx";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { Choice } from "#web/ui/field.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useCalendarSettingsWords } from "./calendar-words.ts";
import { HoursForm } from "./hours-form.tsx";
import { useWhyNot } from "./may.ts";
import { SettingsScreen } from "./settings-screen.tsx";

/** When a member is there: oneself, or for admins anybody; and when nothing rings them or a customer. */
export function Hours() {
  const words = useCalendarSettingsWords().hours;
  const me = useCell(session);
  const whyNot = useWhyNot();
  const [id, setId] = useState(me?.member.id ?? "");
  const members = useAsk("/members", { query: { limit: 200 } });
  const { data, error, refetch, isPlaceholderData } = useAsk("/members/:id/hours", { params: { id } });
  const { holidays, isReady } = useHolidays(data?.holiday_region ?? null);
  const arranged = (members.data?.items ?? []).filter((each) => each.id === me?.member.id || !whyNot(each.role));
  return (
    <SettingsScreen page="hours">
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {arranged.length > 1 && (
        <Choice label={words.of} value={id} onChange={setId} choices={arranged.map((each) => [each.id, each.name])} />
      )}
      {data && isReady && !isPlaceholderData ? (
        <HoursForm key={id} memberId={id} kept={data} holidays={holidays} />
      ) : (
        !error && <Skeleton lines={6} />
      )}
      <QuietHours />
    </SettingsScreen>
  );
}

function QuietHours() {
  const words = useCalendarSettingsWords().hours;
  const me = useCell(session);
  const policies = useAsk("/policies");
  const { quiet_from: from, quiet_until: until } = me?.member ?? {};
  const theirs = policies.data?.effective;
  return (
    <section>
      <h2>{words.quiet}</h2>
      <p>
        {from && until ? words.ownQuiet(from, until) : words.noQuiet} <Link to="/me">{words.changeQuiet}</Link>
      </p>
      {theirs?.quiet_from && theirs.quiet_until && (
        <p>{words.customerQuiet(String(theirs.quiet_from), String(theirs.quiet_until))}</p>
      )}
    </section>
  );
}
