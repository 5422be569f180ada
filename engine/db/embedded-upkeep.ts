import { setTimeout as sleep } from "node:timers/promises";
import { launch, type Postmaster } from "./embedded-postmaster.ts";
import type { Seat } from "./embedded-seat.ts";

/** Launches the server and, should it die under us, launches it again in the same place, until `stop`. */
export async function keepUp(
  seat: Seat,
  values: Record<string, string>,
  log: (line: string) => void,
): Promise<{ stop: () => Promise<void> }> {
  let stopping = false;
  let postmaster: Postmaster = await launch(seat, values, log);

  const relaunch = async () => {
    for (let delay = 100; !stopping; delay = Math.min(delay * 2, 10_000)) {
      try {
        postmaster = await launch(seat, values, log);
        return;
      } catch (error) {
        log(`PostgreSQL does not come back yet: ${error instanceof Error ? error.message : error}`);
        await sleep(delay);
      }
    }
  };

  const guard = async () => {
    while (!stopping) {
      await postmaster.gone;
      if (stopping) return;
      log("PostgreSQL ended unexpectedly; starting it again.");
      await relaunch();
    }
  };

  const guarded = guard();
  const stop = async () => {
    stopping = true;
    await postmaster.stop();
    await guarded;
    await postmaster.stop(); // one that came back while we were stopping
  };
  return { stop };
}
