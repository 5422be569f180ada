import { appendFileSync } from "node:fs";
import type { Figures } from "./audit.ts";

/** Says how it stands while a long run goes on. */
export function say(words: string): void {
  if (process.env.CHAOS_REPORT) process.stdout.write(`  ${words}\n`);
}

/** Hands the figures of one trouble to `npm run chaos`, which shows them all at its end. */
export function report(trouble: string, figures: Figures): void {
  const file = process.env.CHAOS_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify({ trouble, figures })}\n`);
}

const isWhole = process.env.CHAOS_REPORT !== undefined;

/** The seed of this run, and how many kills were asked for. */
export const chosen = {
  seed: Number(process.env.CHAOS_SEED ?? 20_261_122),
  kills: Number(process.env.CHAOS_KILLS ?? 10),
  /** How many writes make a load. */
  load: isWhole ? 60 : 15,
  /** By `npm run chaos` pauses last as long as they do, instead of as long as they must. */
  isWhole,
};
