import { flushCompileCache } from "node:module";
import { Instant } from "#base/instant.ts";
import { readConfig } from "#engine/config.ts";
import { startHouse } from "#main.ts";

/** The whole house in a process of its own, which a test kills and stops. Its clock is ahead by what the test says. */
let aheadMs = Number(process.argv[2]);
const now = () => new Instant(Date.now() + aheadMs);

process.on("disconnect", () => process.exit());
const house = await startHouse(readConfig(process.env), now);
process.on("message", (said: { aheadMs: number } | "stop") => {
  if (said === "stop") void house.stop().then(() => process.disconnect());
  else aheadMs = said.aheadMs;
});
// Who is killed leaves no cache behind, and the next start would compile everything anew.
flushCompileCache();
