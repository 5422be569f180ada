import { conflict } from "./refusal.ts";

/** Refuses a lost update, `edited_meanwhile`: who names the version they saw must have seen the one that stands. */
export function demandVersion(seen: number | null, stands: number): void {
  if (seen === null || seen === stands) return;
  const sentence = "Somebody else changed this meanwhile: load it again, look at it, and repeat your change.";
  throw conflict("edited_meanwhile", sentence, { version: stands });
}
