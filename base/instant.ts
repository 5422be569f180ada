import { Temporal } from "temporal-polyfill";

/**
 * A point on the world's clock, kept to the millisecond: what PostgreSQL's `timestamptz(3)` gives back unchanged. A plain
 * object of our own, since a list holds hundreds of them: the polyfill's instants each stand in a WeakMap, which costs
 * twenty times as much to make and again whenever memory is tidied up.
 */
export class Instant {
  declare private readonly isOurs: true;
  readonly epochMilliseconds: number;

  /** Throws a RangeError for what is no whole number of milliseconds, or further off than any clock shows. */
  constructor(epochMilliseconds: number) {
    if (!Number.isInteger(epochMilliseconds) || Math.abs(epochMilliseconds) > 8.64e15) {
      throw new RangeError(`${epochMilliseconds} is no instant`);
    }
    this.epochMilliseconds = epochMilliseconds;
  }

  /** What the clocks of this zone show then. */
  toZonedDateTimeISO(timeZone: string): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(this.epochMilliseconds).toZonedDateTimeISO(timeZone);
  }

  toString(): string {
    return iso(this);
  }

  toJSON(): string {
    return iso(this);
  }

  /** Two instants are compared by `isBefore`, `isAfter` and `isSame`; `<` would go wrong in silence. */
  valueOf(): never {
    throw new TypeError("instants are compared by isBefore, isAfter and isSame");
  }
}

export { Temporal };

/** The instant written in ISO 8601 with any offset, cut to milliseconds. Throws a RangeError when it cannot be read. */
export function instant(text: string): Instant {
  return instantOf(Temporal.Instant.from(text));
}

/** The instant at which the clocks of a zone show this, or of one with more digits, cut to milliseconds. */
export function instantOf({ epochMilliseconds }: Temporal.ZonedDateTime | Temporal.Instant): Instant {
  return new Instant(epochMilliseconds);
}

/** The instant in ISO 8601: an answer is full of them. */
export function iso(at: Instant): string;
export function iso(at: Instant | null): string | null;
export function iso(at: Instant | null): string | null {
  if (!at) return null;
  const text = new Date(at.epochMilliseconds).toISOString();
  const digits = [1000, 100, 10, 1].findIndex((unit) => at.epochMilliseconds % unit === 0);
  // ".250Z" is written ".25Z", and ".000Z" only "Z".
  return digits === 3 ? text : `${text.slice(0, digits === 0 ? -5 : digits - 4)}Z`;
}

/** Seconds from one instant to another, negative when `to` comes first. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1000;
}

/** The instant `seconds` later (earlier when negative), rounded to the millisecond. */
export function plusSeconds(at: Instant, seconds: number): Instant {
  return new Instant(Math.round(at.epochMilliseconds + seconds * 1000));
}

/** This instant, or the next whole second after it. */
export function wholeSecond(at: Instant): Instant {
  return new Instant(Math.ceil(at.epochMilliseconds / 1000) * 1000);
}

export function isBefore(a: Instant, b: Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds;
}

export function isAfter(a: Instant, b: Instant): boolean {
  return a.epochMilliseconds > b.epochMilliseconds;
}

export function isSame(a: Instant | null, b: Instant | null): boolean {
  return a?.epochMilliseconds === b?.epochMilliseconds;
}

export function earliest(...times: [Instant, ...Instant[]]): Instant {
  return times.reduce((a, b) => (isBefore(b, a) ? b : a));
}

export function latest(...times: [Instant, ...Instant[]]): Instant {
  return times.reduce((a, b) => (isAfter(b, a) ? b : a));
}
