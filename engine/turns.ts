import { setImmediate } from "node:timers/promises";

/** Lets everybody else who waits be served first; for long arithmetic, every few milliseconds. */
export async function letOthersIn(): Promise<void> {
  await setImmediate();
}
