import type { Instant } from "#base/instant.ts";
import type { Alarm } from "./alarms.ts";
import { type DueItem, type Duty, nothing } from "./duty.ts";
import { startRound } from "./round.ts";

// A ring is late by as much; each look is an index read at its beginning, where mostly nothing is due.
const usualPollSeconds = 0.2;

export type ClockLog = (problem: unknown, doing: string) => void;

export type Clock = {
  /** Looks now instead of at the next poll. */
  wake(): void;
  /** Begins nothing new, and resolves when what is under way is finished. */
  stop(): Promise<void>;
};

/**
 * The one loop of the house: looks five times a second for what is due and does it, each duty in its own round so that none
 * waits for another. Any number of processes may run it on the same database. With a `glance` only those duties search
 * whose alarm it found due.
 */
export function startClock(settings: {
  duties: readonly Duty[];
  now: () => Instant;
  log: ClockLog;
  glance?: (alarms: readonly Alarm[], now: Instant) => Promise<ReadonlySet<Alarm>>;
  pollSeconds?: number;
}): Clock {
  const { duties, now, glance } = settings;
  const alarms = duties.flatMap(({ alarm }) => alarm ?? []);
  const rounds = duties.map((duty) => ({ ...startRound(duty, settings), alarm: duty.alarm }));
  let glancing: Promise<void> | null = null;
  let again = false;

  const wakeAll = (due?: ReadonlySet<Alarm>) => {
    for (const { wake, alarm } of rounds) if (!due || !alarm || due.has(alarm)) wake();
  };

  async function look(): Promise<void> {
    while (again) {
      again = false;
      // When it cannot be asked each search will say so, of its own duty.
      wakeAll(await glance?.(alarms, now()).catch(() => undefined));
    }
  }

  function wake(): void {
    again = true;
    glancing ??= look().finally(() => {
      glancing = null;
    });
  }

  const poll = setInterval(wake, (settings.pollSeconds ?? usualPollSeconds) * 1000);
  wake();
  return {
    wake,
    stop: async () => {
      clearInterval(poll);
      await glancing;
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
}

// An item that another loop holds at this moment is met again; one met this often is not settled by its own act.
const mostMeetings = 100;

/** Makes everything due at `now` happen, until nothing is left, duty by duty; throws what an act throws. */
export async function runDue(duties: readonly Duty[], now: Instant): Promise<void> {
  const meetings = new Map<string, number>();
  const meet = (duty: Duty, { workspaceId, id, version }: DueItem) => {
    const key = [duty.name, workspaceId, id, version].join(" ");
    const count = (meetings.get(key) ?? 0) + 1;
    if (count > mostMeetings) throw new Error(`${duty.name} does not settle ${id}`);
    meetings.set(key, count);
  };
  for (let found = 1; found > 0; ) {
    found = 0;
    for (const duty of duties) {
      for (const item of await duty.due(now, nothing)) {
        meet(duty, item);
        await duty.act(item, now);
        found++;
      }
    }
  }
}
