import { businesses } from "#cli/demo/businesses.ts";
import { linesOf, liveThrough } from "./year.ts";

// How often the odds come true in simulated years of the businesses of the demo: node test/bench/simulated-year.ts [years]
const years = Number(process.argv[2] ?? 6);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const write = (line: string) => process.stdout.write(`${line}\n`);

write("| business | kind | quotes | kept | 99 % band | modest rule |\n|---|---|---|---|---|---|");
for (const business of businesses) {
  const quoted = Array.from({ length: years }, (_, n) => liveThrough(business, { seed: n + 1, count: 3000 })).flat();
  for (const { kind, count, kept, band, modestKept } of linesOf(quoted)) {
    const inBand = `${percent(0.95 - band)} to ${percent(Math.min(1, 0.95 + band))}`;
    write(`| ${business.name} | ${kind} | ${count} | ${percent(kept)} | ${inBand} | ${percent(modestKept)} |`);
  }
}
