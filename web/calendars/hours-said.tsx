import { Instant } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { sentenceOf } from "#web/desk/sentences.ts";
import { useNow } from "#web/ui/now.ts";
import { useReader } from "#web/ui/reader.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./calendars.module.css";
import { type Holiday, type Opening, openingSaid, type Said } from "./opening.ts";
import { useCalendarWords } from "./words.ts";

/** What these hours would say if they were saved now; null while they are in order, else why they cannot be. */
export function useSaid(opening: Opening, holidays: readonly Holiday[]): { said: Said; because: string | null } {
  const { language } = useReader();
  const now = useNow();
  const said = openingSaid(opening, holidays, language, new Instant(now));
  return { said, because: said instanceof Refusal ? sentenceOf(said, language) : null };
}

/** The hours as customers read them, as they are typed. */
export function HoursSaid({ said, because, timeZone }: ReturnType<typeof useSaid> & { timeZone: string }) {
  const words = useCalendarWords();
  if (said instanceof Refusal) {
    return (
      <div className={look.said} aria-live="polite">
        <p className={look.wrong}>{because}</p>
      </div>
    );
  }
  const { nextOpenAt } = said;
  return (
    <div className={look.said} aria-live="polite">
      <small>{words.saying}</small>
      <p>{words.weAreHere(said.words)}</p>
      <small>
        {said.isOpenNow && words.openNow}
        {!said.isOpenNow && nextOpenAt && (
          <>
            {words.nextOpen} <TimeSaid at={nextOpenAt} timeZone={timeZone} />
          </>
        )}
        {!nextOpenAt && words.neverOpen}
      </small>
    </div>
  );
}
