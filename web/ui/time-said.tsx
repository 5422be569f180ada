import { useNow } from "./now.ts";
import { useReader } from "./reader.ts";
import { clockSaid, datedSaid, daySaid, exactSaid, fromNowSaid, whenSaid } from "./said-times.ts";

const ways = {
  when: whenSaid,
  dated: datedSaid,
  day: daySaid,
  fromNow: fromNowSaid,
  clock: (at: number, _now: number, c: Clock) => clockSaid(at, c),
};
type Clock = { locale: string; timeZone: string };

type Props = {
  /** ISO 8601, as the API writes it. */
  at: string;
  as?: keyof typeof ways;
  /** Another clock than the reader's, such as the customer's. */
  timeZone?: string;
};

/** A time in words; the exact one with its zone shows on hover and is read to whoever listens. */
export function TimeSaid({ at, as = "when", timeZone }: Props) {
  const reader = useReader();
  const now = useNow();
  const clock = { locale: reader.locale, timeZone: timeZone ?? reader.timeZone };
  const atMs = Date.parse(at);
  return (
    <bdi>
      <time dateTime={at} title={exactSaid(atMs, clock)}>
        {ways[as](atMs, now, clock)}
      </time>
    </bdi>
  );
}
