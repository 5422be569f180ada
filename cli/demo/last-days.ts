import { earliest, type Instant, latest, plusSeconds } from "#base/instant.ts";
import type { Around, Planned } from "./besides.ts";
import type { Act } from "./course.ts";
import { movedAway, type Plan, textOf, unreachable } from "./plan.ts";

const hour = 3600;
const day = 24 * hour;

/** Hours from now; earlier below zero. */
type Lived = { made: number; due: number; isUnasked?: true; client?: number; owner?: number; acts?: [number, Act][] };

/**
 * What the first three members meet on their Today when they look at it now, whatever the time of the day: something to
 * tell before it is late, something late, opened again, due today, to be taken over, nobody to tell, to be asked about,
 * a mail that failed, and more later.
 */
export function lastDays({ business, hours, now, chance }: Around): Planned[] {
  const endOfDay = now
    .toZonedDateTimeISO(hours.timeZone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(hours.timeZone);
  const untilMidnight = (endOfDay.epochMilliseconds - now.epochMilliseconds) / 1000 / hour;
  const lives = (owner: number): Lived[] => [
    { made: -50, due: 2.5 },
    { made: -73, due: -4, acts: [[-2, { do: "chase" }]] },
    { made: -30, due: -0.7 },
    {
      made: -90,
      due: -30,
      acts: [
        [-40, { do: "keep" }],
        [-3, { do: "verdict", answer: "open_again" }],
      ],
    },
    { made: -0.05, due: Math.max(0.05, Math.min(1.2, untilMidnight - 0.02)) },
    { made: -26, due: 70, owner: (owner + 1) % 3, acts: [[-2, { do: "hand_on", to: owner }]] },
    { made: -1, due: 49, client: unreachable },
    { made: -40, due: -10, isUnasked: true, acts: [[-20, { do: "keep" }]] },
    { made: -20, due: 60, client: movedAway, acts: [[-5, { do: "update", inWriting: true }]] },
    { made: -5, due: 120 },
  ];
  return [0, 1, 2].flatMap((owner) =>
    lives(owner).flatMap(({ made, due, isUnasked, client, acts = [], owner: other }, i): Planned[] => {
      const at = (hours: number): Instant => plusSeconds(now, hours * hour);
      const works = business.works.filter(({ kind, window, takes }) => {
        if (window || takes.in === "clock") return false;
        return !isUnasked || business.unasked.includes(kind);
      });
      const work = chance.oneOf(works);
      const known = business.clients.keys().filter((n) => !business.clients[n]?.isStandIn && n % 7 !== 6 && n > 20);
      const place = client ?? chance.oneOf([...known]);
      const plan: Plan = {
        n: 40_000 + 100 * owner + i,
        work,
        text: textOf(business, work, business.clients[place], chance),
        client: place,
        owner: other ?? owner,
        madeAt: at(made),
        opensAt: null,
        dueAt: latest(earliest(at(due), plusSeconds(now, 6 * day)), plusSeconds(at(made), 60)),
        doneAt: at(due),
        guessSeconds: hour,
        estimateSeconds: null,
        wantedByAt: null,
        isVisible: true,
        via: chance.oneOf(work.via),
        toMember: null,
        waitsFor: null,
      };
      const lived = acts.map(([hours, act]): Planned => ({ plan, deed: { at: at(hours), act } }));
      return [{ plan, deed: { at: plan.madeAt, act: { do: "make" } } }, ...lived];
    }),
  );
}
