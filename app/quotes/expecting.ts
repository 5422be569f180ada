import { type Bearing, type Beliefs, bear, hold, logOddsOf, type Start } from "./beliefs.ts";
import { middle, partCount, partOf, stretchCount } from "./stretches.ts";
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

/** What bears on one piece of work, found once when it is opened. */
export type Outlook = { traits: Place[]; spans: { seconds: number; places: Place[] }[]; hourOfWeek: number };

const hoursOfWeek = 168;
const mostTraits = 20_000;
const ratioCount = 24;

// Doubts are variances of log-odds: how far apart things of one sort usually are, learnt from none, robust by being small.
const usual: Start = { shift: logOddsOf(0.3), doubt: 1, leastDoubt: 1e-4 };
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
  const find = (name: string, count: number, start: Start) => placeOf(traits, beliefs, name, count, start);
  return {
    // A trait has one belief for each part of the time, and one more for its pace over all.
    traits: traitsOf(work, openOfOwner).map((name) => find(name, partCount + 1, ofTrait)),
    spans: spansOf(work).map(({ name, seconds }) => ({
      seconds,
      places: [
        find(`${name} ratio`, ratioCount, ofSpan),
        find(`${name} ratio\u0001${work.kind}`, ratioCount, ofSpanAndKind),
      ],
    })),
    hourOfWeek: work.hourOfWeek,
  };
}

/** Gathers the beliefs that bear on one stretch of a piece of work. */
export function gather(ground: Ground, outlook: Outlook, stretch: number, bearing: Bearing): void {
  const part = partOf(stretch);
  bearing.count = 0;
  bear(bearing, ground.everyStretch + stretch);
  bear(bearing, ground.everyPart + part);
  bear(bearing, ground.pace);
  if (ground.hasNights) bear(bearing, ground.everyHour + hourAt(outlook, stretch));
  for (const { first } of outlook.traits) {
    bear(bearing, first + part);
    bear(bearing, first + partCount);
  }
  for (const { seconds, places } of outlook.spans) {
    const ratio = ratioOf(middle(stretch) / seconds);
    for (const { first } of places) bear(bearing, first + ratio);
  }
}

function hourAt({ hourOfWeek }: Outlook, stretch: number): number {
  return Math.floor(hourOfWeek + middle(stretch) / 3600) % hoursOfWeek;
}

/** From a thirtieth of the span to eleven times it, in quarters of a natural logarithm. */
function ratioOf(share: number): number {
  return Math.max(0, Math.min(ratioCount - 1, Math.floor(Math.log(share) * 4 + ratioCount * 0.6)));
}
