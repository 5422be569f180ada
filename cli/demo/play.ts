import { sendDuty } from "#app/messages/clock.ts";
import { promiseDuties } from "#app/promises/clock.ts";
import { forgetRingMails } from "#app/promises/store-rings.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { passTime } from "#engine/clock/pass-time.ts";
import type { Database } from "#engine/db/database.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { askingOf } from "./asking.ts";
import { besides } from "./besides.ts";
import type { Business } from "./business.ts";
import { chanceOf } from "./chance.ts";
import { courseOf, type Deed } from "./course.ts";
import { perform } from "./deeds.ts";
import { type Founded, found } from "./founding.ts";
import { lastDays } from "./last-days.ts";
import { halfYear, hoursOf, type Plan, plansOf, week } from "./plan.ts";

export type Wanted = {
  seed: number;
  /** How many promises, more or less. */
  count: number;
  now: Instant;
  secret: string;
  /** Told now and then how far it is, from 0 to 1. */
  onProgress?: (share: number) => void;
};

export type Played = { workspaceId: string; name: string; promises: number; refusals: string[] };

/** What hardly changes once a business is founded, and is asked for at every deed. */
export const still = [
  ...["workspaces", "calendars", "policies", "members", "teams", "team_members", "absences", "drafts"],
  ...["customers", "customer_merges", "contacts", "contact_merges", "contact_addresses"],
];

/**
 * Half a year of one business, up to `now`: its deeds by the same actions as in real life and, between them, all that
 * falls due, each at its own instant. `db` must be one transaction, for a clock that runs would send and ring it all now.
 */
export async function play(db: Database, business: Business, wanted: Wanted): Promise<Played> {
  const { seed, now } = wanted;
  const founded = await found(db, business, wanted);
  const time = clockOf(founded, wanted);
  const ask = askingOf(founded, plusSeconds(now, -halfYear * week));
  const hours = hoursOf(business);
  const plans = plansOf(business, { seed, count: wanted.count, hours, now });
  const deeds = plans.flatMap((plan) => {
    const chance = chanceOf(seed, business.name, "course", plan.n);
    return courseOf({ plan, business, hours, chance }).map((deed) => ({ plan, deed }));
  });
  const around = { business, hours, now, chance: chanceOf(seed, business.name, "around") };
  const inOrder = [...deeds, ...besides(around, plans), ...lastDays(around)]
    .filter(({ deed }) => !isAfter(deed.at, now))
    .toSorted((a, b) => a.deed.at.epochMilliseconds - b.deed.at.epochMilliseconds);
  const ids = new Map<number, string>();
  const refusals: string[] = [];
  for (const [i, { plan, deed }] of inOrder.entries()) {
    if (i % 50 === 0) wanted.onProgress?.(i / inOrder.length);
    await time.passTo(deed.at);
    await ask(deed.at);
    const refusal = await live(founded, plan, deed, ids, seed);
    if (refusal) refusals.push(`${deed.act.do}: ${refusal}`);
  }
  await time.passTo(now);
  await inWorkspace(db, founded.workspaceId, (tx) => forgetRingMails(tx, founded.workspaceId));
  return { workspaceId: founded.workspaceId, name: business.name, promises: ids.size, refusals };
}

/** The clock of this workspace, as far as it has come. */
function clockOf({ db, workspaceId }: Founded, { now, secret }: Wanted) {
  let at = plusSeconds(now, -halfYear * week);
  const house = { publicUrl: "http://localhost", secret };
  const sending = { db, house, smtpUrl: null, now: () => at, log: () => undefined };
  // Nobody reads the reminders that the people of a demo would get, so none is written. What rang is on their Today.
  const all = [sendDuty(sending), ...promiseDuties(db)].filter(({ name }) => name !== "mail rings");
  const duties = all.map((duty) => ({
    ...duty,
    act: (item: Parameters<typeof duty.act>[0], due: Instant) => {
      at = due;
      return duty.act(item as never, due);
    },
  }));
  return {
    passTo: (to: Instant) =>
      inWorkspace(db, workspaceId, async (tx) => {
        await passTime(tx, workspaceId, duties, at, to);
        at = to;
      }),
  };
}

/** Does the deed; where the house refuses it, as it would have refused a member, gives why. */
async function live(
  founded: Founded,
  plan: Plan,
  deed: Deed,
  ids: Map<number, string>,
  seed: number,
): Promise<string | null> {
  const { db, workspaceId, business, people, served } = founded;
  const [by, to] = [people[plan.owner], served[plan.client]];
  const id = ids.get(plan.n) ?? "";
  if (!by || !to || (!id && !/^(?:make|decline)/.test(deed.act.do))) return null;
  const says = (to.client.language === "de" && business.saysGerman) || business.says;
  const chance = chanceOf(seed, business.name, plan.n, deed.act.do, deed.at.epochMilliseconds);
  try {
    const done = await inWorkspace(db, workspaceId, (tx) =>
      perform({ tx, founded, made: ids, plan, id, by, to, says, chance, now: deed.at }, deed),
    );
    ids.set(plan.n, done);
    return null;
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  }
}
