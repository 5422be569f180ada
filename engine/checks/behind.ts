import type { Lateness } from "#engine/lateness.ts";
import { type Finding, well, wrong } from "./finding.ts";

// A poll each second is the clock's pace; a minute behind, nobody is running it or it cannot keep up.
const longestLateSeconds = 60;
// A mail server that is down for lunch is no news; after an hour somebody should know.
const longestWaitSeconds = 3_600;

/** Does the clock keep up, and does mail leave? */
export function checkLateness({ due, waiting }: Lateness): Finding[] {
  const late = Object.entries(due).filter(([, { lateSeconds }]) => lateSeconds > longestLateSeconds);
  const named = late.map(
    ([duty, { count, lateSeconds }]) => `${duty.replace("_", " ")}: ${count} due, ${Math.round(lateSeconds)} s late`,
  );
  const clock =
    late.length === 0
      ? well("clock", "Nothing is late.")
      : wrong(
          "clock",
          `The clock is behind (${named.join("; ")}).`,
          "Start the house, or look into its log for what holds it up.",
        );
  const mail =
    waiting.oldestSeconds <= longestWaitSeconds
      ? well("waiting mail", `${waiting.count} messages wait to be sent.`)
      : wrong(
          "waiting mail",
          `${waiting.count} messages wait to be sent, the oldest for ${Math.round(waiting.oldestSeconds / 60)} minutes.`,
          "Look after the mail server: SMTP_URL, or smtp_url of the workspace.",
        );
  return [clock, mail];
}
