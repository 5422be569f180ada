import { Link, useNavigate } from "@tanstack/react-router";
import { mayRemove } from "#app/calendars/calendar.ts";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { sentenceOf } from "#web/desk/sentences.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Menu } from "#web/ui/menu.tsx";
import { Note } from "#web/ui/note.tsx";
import { useNow } from "#web/ui/now.ts";
import { useReader } from "#web/ui/reader.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useCalendarSettingsWords } from "./calendar-words.ts";
import { useWhyNot } from "./may.ts";
import { SettingsScreen } from "./settings-screen.tsx";

type Calendar = AnswerAt<"GET", "/calendars">["items"][number];

/** When somebody is there: the hours of the business, and further ones for whoever keeps to others. */
export function Calendars() {
  const words = useCalendarSettingsWords();
  const navigate = useNavigate();
  const whyNot = useWhyNot()();
  const calendars = useAsk("/calendars", { query: { limit: 200 } });
  const add = (
    <Button kind="main" because={whyNot} onClick={() => void navigate({ to: "/settings/calendars/new" })}>
      {words.new}
    </Button>
  );
  return (
    <SettingsScreen page="calendars" acts={add}>
      <ProblemNote problem={calendars.error} onRetry={() => void calendars.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {calendars.data ? (
        <Rows label={words.list}>
          {calendars.data.items.map((calendar) => (
            <Line key={calendar.id} calendar={calendar} whyNot={whyNot} />
          ))}
        </Rows>
      ) : (
        <Skeleton />
      )}
    </SettingsScreen>
  );
}

function Line({ calendar, whyNot }: { calendar: Calendar; whyNot: string | null }) {
  const words = useCalendarSettingsWords();
  const { language } = useReader();
  const { id, name, version, used_by: use } = calendar;
  const again = useDeed("POST", "/calendars");
  const undo = () => {
    const { time_zone, week, days, holiday_region, emergency_route } = calendar;
    again.mutate({ body: { name, time_zone, week, days, holiday_region, emergency_route } });
  };
  const remove = useDeed("DELETE", "/calendars/:id", { onDone: () => toast(words.removed(name), undo) });
  const choose = useDeed("PATCH", "/workspace", { onDone: () => toast(words.madeDefault(name)) });
  const ruling = mayRemove(use);
  const items = [
    {
      say: words.makeDefault,
      because: whyNot ?? (use.workspace ? words.isDefault : null),
      do: () => choose.mutate({ body: { calendar_id: id } }),
    },
    {
      say: words.remove,
      kind: "careful" as const,
      because: whyNot ?? (ruling && sentenceOf(ruling, language)),
      do: () => remove.mutate({ params: { id }, version }),
    },
  ];
  return (
    <Row acts={<Menu label={words.more(name)} items={items} />}>
      <Link to={`/settings/calendars/${id}`}>
        <bdi>{name}</bdi>
      </Link>
      <small>
        {calendar.reach_hours} · <bdi>{calendar.time_zone}</bdi> · <NextOpen at={calendar.next_open_at} />
      </small>
      <small>
        <UsedBy use={use} />
      </small>
      <ProblemNote problem={remove.error ?? choose.error ?? again.error} />
    </Row>
  );
}

function NextOpen({ at }: { at: string | null }) {
  const words = useCalendarSettingsWords();
  const now = useNow();
  if (at === null) return "–";
  if (Date.parse(at) <= now) return words.open;
  return (
    <>
      {words.opens} <TimeSaid at={at} />
    </>
  );
}

function UsedBy({ use }: { use: Calendar["used_by"] }) {
  const words = useCalendarSettingsWords();
  const who = [
    use.workspace && words.ofBusiness,
    use.teams > 0 && words.teams(use.teams),
    use.members > 0 && words.members(use.members),
    use.customers > 0 && words.customers(use.customers),
  ].filter((each) => each !== false);
  return who.length > 0 ? words.usedBy(who.join(", ")) : words.usedByNobody;
}
