import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import type { DueItem, Duty } from "./duty.ts";

type Rest = { until: Instant; failures: number };

const usualLanes = 4;
const longestRestSeconds = 600;

/**
 * One duty's round: search, then one lane per workspace, in which its items happen one after the other. The search goes
 * on while lanes are busy, without their workspaces; a failed item rests for 1 s, 2 s, 4 s … up to ten minutes and holds
 * up no other. Rests are kept in memory: a new process simply tries at once.
 */
export function startRound(
  duty: Duty,
  { now, log }: { now: () => Instant; log: (problem: unknown, doing: string) => void },
): { wake(): void; stop(): Promise<void> } {
  const lanes = new Map<string, Promise<void>>();
  const rests = new Map<string, Rest>();
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  function wake(): void {
    again = true;
    looking ??= look().finally(() => {
      looking = null;
    });
  }

  async function look(): Promise<void> {
    while (again && !stopped) {
      again = false;
      if (lanes.size >= (duty.lanes ?? usualLanes)) return;
      try {
        const found = await duty.due(now(), { workspaceIds: [...lanes.keys()], ids: resting() });
        openLanes(Map.groupBy(found, (item) => item.workspaceId));
      } catch (problem) {
        log(problem, `looking for what is due (${duty.name})`);
      }
    }
  }

  function openLanes(found: Map<string, DueItem[]>): void {
    for (const [workspaceId, items] of found) {
      if (lanes.size >= (duty.lanes ?? usualLanes)) return;
      if (lanes.has(workspaceId)) continue;
      const lane = walk(items).finally(() => {
        lanes.delete(workspaceId);
        wake();
      });
      lanes.set(workspaceId, lane);
    }
  }

  async function walk(items: DueItem[]): Promise<void> {
    for (const item of items) {
      if (stopped) return;
      try {
        await duty.act(item, now());
        rests.delete(item.id);
      } catch (problem) {
        const failures = (rests.get(item.id)?.failures ?? 0) + 1;
        const seconds = Math.min(2 ** (failures - 1), longestRestSeconds);
        rests.set(item.id, { failures, until: plusSeconds(now(), seconds) });
        log(problem, `${duty.name} ${item.id} of workspace ${item.workspaceId}, for the ${failures}. time`);
      }
    }
  }

  function resting(): string[] {
    const at = now();
    // What was settled elsewhere meanwhile never comes back to be forgotten by its success.
    for (const [id, rest] of rests) if (isAfter(at, plusSeconds(rest.until, longestRestSeconds))) rests.delete(id);
    return [...rests].filter(([, rest]) => isAfter(rest.until, at)).map(([id]) => id);
  }

  async function stop(): Promise<void> {
    stopped = true;
    await looking;
    await Promise.all(lanes.values());
  }

  return { wake, stop };
}
