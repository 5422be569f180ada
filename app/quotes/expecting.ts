import { type Bearing, type Beliefs, bear, hold, logOddsOf, type Start } from "./beliefs.ts";
import { ofOdds } from "./correcting.ts";
import { middles, partCount, parts, stretchCount } from "./stretches.ts";
import { newTraits, type Place, placeOf, type Traits } from "./traits.ts";
import { spansOf, traitsOf, type Work } from "./work.ts";

/** The beliefs of a history, and where those lie that bear on all work. */
export type Ground = {
  beliefs: Beliefs;
  traits: Traits;
  everyStretch: number;
  everyPart: number;
  everyHour: number;
  pace: number;
  /** On the wall's timeline nothing ends at night; working time has no nights. */
  hasNights: boolean;
};

/**
 * What bears on one piece of work, found once when it is opened: where the beliefs of each of its traits begin, and those
 * about each span that somebody had in mind.
 */
export type Outlook = {
  places: Place[];
  traits: Int32Array;
  spans: { logSeconds: number; places: [number, number] }[];
  hourOfWeek: number;
  /** Where the belief lies about how true the odds of its kind are. */
  oddsOfKind: number;
};

const hoursOfWeek = 168;
const mostTraits = 20_000;
const ratioCount = 24;

// Doubts are variances of log-odds: how far apart things of one sort usually are, learnt from none, robust by being small.
const usual: Start = { shift: logOddsOf(0.3), doubt: 1, leastDoubt: 1e-4 };
/** A call and a roof are further apart than two customers: a kind soon stands by itself. */
const ofKind: Start = { shift: 0, doubt: 0.5, leastDoubt: 1e-4 };
const ofTrait: Start = { shift: 0, doubt: 0.01, leastDoubt: 1e-4 };
const ofHour: Start = { shift: 0, doubt: 0.02, leastDoubt: 1e-4 };
const ofSpan: Start = { shift: 0, doubt: 0.5, leastDoubt: 1e-4 };
const ofSpanAndKind: Start = { shift: 0, doubt: 0.2, leastDoubt: 1e-4 };
/** Never sure of itself, so that it follows when all work becomes slower or quicker. */
const ofLately: Start = { shift: 0, doubt: 0.01, leastDoubt: 3e-4 };

export function newGround(beliefs: Beliefs, hasNights: boolean): Ground {
  return {
    beliefs,
    traits: newTraits(mostTraits),
    everyStretch: hold(beliefs, stretchCount, usual),
    everyPart: hold(beliefs, partCount, ofLately),
    everyHour: hold(beliefs, hoursOfWeek, ofHour),
    pace: hold(beliefs, 1, ofLately),
    hasNights,
  };
}

export function outlookOf({ beliefs, traits }: Ground, work: Work, openOfOwner: number): Outlook {
  const places: Place[] = [];
  const find = (name: string, count: number, start: Start) => {
    const place = placeOf(traits, beliefs, name, count, start);
    places.push(place);
    return place.first;
  };
  return {
    places,
    // A trait has one belief for each part of the time, and one more for its pace over all.
    traits: Int32Array.from(traitsOf(work, openOfOwner), ({ name, isKind }) =>
      find(name, partCount + 1, isKind ? ofKind : ofTrait),
    ),
    spans: spansOf(work).map(({ name, seconds }) => ({
      logSeconds: Math.log(seconds),
      places: [
        find(`${name} ratio`, ratioCount, ofSpan),
        find(`${name} ratio\u0001${work.kind}`, ratioCount, ofSpanAndKind),
      ],
    })),
    hourOfWeek: work.hourOfWeek,
    oddsOfKind: find(`odds\u0001${work.kind}`, 1, ofOdds),
  };
}

/** Gathers the beliefs that bear on one stretch of a piece of work. */
export function gather(ground: Ground, outlook: Outlook, stretch: number, bearing: Bearing): void {
  const part = parts[stretch] ?? 0;
  const seconds = middles[stretch] ?? 0;
  bearing.count = 0;
  bear(bearing, ground.everyStretch + stretch);
  bear(bearing, ground.everyPart + part);
  bear(bearing, ground.pace);
  if (ground.hasNights) {
    bear(bearing, ground.everyHour + (Math.floor(outlook.hourOfWeek + seconds / 3600) % hoursOfWeek));
  }
  for (const trait of outlook.traits) {
    bear(bearing, trait + part);
    bear(bearing, trait + partCount);
  }
  for (const { logSeconds, places } of outlook.spans) {
    const ratio = ratioOf((logMiddles[stretch] ?? 0) - logSeconds);
    bear(bearing, places[0] + ratio);
    bear(bearing, places[1] + ratio);
  }
}

const logMiddles = middles.map(Math.log);

/** From a thirtieth of the span to eleven times it, in quarters of a natural logarithm. */
function ratioOf(logShare: number): number {
  return Math.max(0, Math.min(ratioCount - 1, Math.floor(logShare * 4 + ratioCount * 0.6)));
}
