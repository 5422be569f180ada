import { Kbd } from "#web/ui/kbd.tsx";
import { Person } from "#web/ui/person.tsx";
import { useReader } from "#web/ui/reader.ts";
import { dayAt, isSameWall } from "#web/ui/said-times.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { isDoneBySaying, type Reading, type Whom } from "./line.ts";
import look from "./quick-add.module.css";
import { useQuickAddWords } from "./words.ts";

type Props = {
  reading: Reading;
  all: readonly Whom[];
  whom: Whom;
  dueAt: string | null;
  onChoose: (place: number) => void;
  onDue: (dueAt: string) => void;
};

/** What was read of a line: to whom, by when on both clocks, with which odds, and what is to be known before Enter. */
export function ReadLine({ reading, all, whom, dueAt, onChoose, onDue }: Props) {
  const words = useQuickAddWords();
  return (
    <>
      <p className={look.facts}>
        <span dir="auto">{reading.text}</span>
        <span>
          {words.to} <WhomSaid whom={whom} />
        </span>
        {dueAt && (
          <span>
            {words.due}{" "}
            <Due at={dueAt} opensAt={dueAt === reading.due?.due_at ? reading.due.opens_at : null} whom={whom} />
          </span>
        )}
        <span className={look.key}>
          <Kbd keys="Enter" /> {words.record}
          {isDoneBySaying(reading) && (
            <>
              {" · "}
              <Kbd keys="mod+Enter" /> {words.done}
            </>
          )}
        </span>
      </p>
      {all.length > 1 && (
        <fieldset className={look.choices} aria-label={words.whom}>
          {all.map((each, place) => (
            <label key={each.is === "new" ? "new" : `${each.customerId} ${each.contactId}`}>
              <input type="radio" name="whom" checked={each === whom} onChange={() => onChoose(place)} />
              <span>
                <WhomSaid whom={each} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {reading.warnings
        .filter(({ code }) => stillWarns(code, reading, dueAt))
        .map((warning) => (
          <p key={warning.code} className={look.warning}>
            {words.warned[warning.code] ?? warning.sentence}{" "}
            {warning.at && (
              <button type="button" onClick={() => onDue(warning.at ?? "")}>
                {words.take} <TimeSaid at={warning.at} />
              </button>
            )}
          </p>
        ))}
    </>
  );
}

/** The odds say themselves that a time is shorter than advised; and a time that was moved is closed no longer. */
function stillWarns(code: string, reading: Reading, dueAt: string | null): boolean {
  return code !== "shorter_than_advised" && (code !== "closed_at_due" || dueAt === reading.due?.due_at);
}

/** "Tue 24 Nov, 15:00 your time · 14:00 Ana’s": the exact time, on both clocks where they differ. */
function Due({ at, opensAt, whom }: { at: string; opensAt: string | null; whom: Whom }) {
  const words = useQuickAddWords();
  const { timeZone } = useReader();
  const theirs = whom.is === "known" ? whom.timeZone : null;
  const isElsewhere = theirs !== null && !isSameWall(Date.parse(at), theirs, timeZone);
  return (
    <>
      <b>
        {opensAt && (
          <>
            <TimeSaid at={opensAt} as="dated" />–
          </>
        )}
        <TimeSaid at={at} as={opensAt && isSameDay(opensAt, at, timeZone) ? "clock" : "dated"} />
      </b>
      {isElsewhere && whom.is === "known" && (
        <>
          {` ${words.yours} · `}
          <TimeSaid at={at} as={isSameDate(at, theirs, timeZone) ? "clock" : "dated"} timeZone={theirs} />{" "}
          <bdi>{words.theirs(whom.contactName ?? whom.name)}</bdi>
        </>
      )}
    </>
  );
}

function isSameDay(one: string, other: string, timeZone: string): boolean {
  return dayAt(timeZone, Date.parse(one)) === dayAt(timeZone, Date.parse(other));
}

/** Is it the same date on both walls? */
function isSameDate(at: string, one: string, other: string): boolean {
  return dayAt(one, Date.parse(at)) === dayAt(other, Date.parse(at));
}

function WhomSaid({ whom }: { whom: Whom }) {
  const words = useQuickAddWords();
  if (whom.is === "new") return <bdi>{words.newCustomer(whom.customer.name)}</bdi>;
  return (
    <Person
      name={whom.contactName && whom.contactName !== whom.name ? `${whom.contactName}, ${whom.name}` : whom.name}
    />
  );
}
