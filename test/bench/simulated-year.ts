import { businesses } from "#cli/demo/businesses.ts";
import { type Line, linesOf, liveThrough } from "./year.ts";

// How often the odds come true in simulated years of the businesses of the demo: node test/bench/simulated-year.ts [years]
const years = Number(process.argv[2] ?? 6);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const write = (line: string) => process.stdout.write(`${line}\n`);
const isInBand = ({ kept, band }: Line) => Math.abs(kept - 0.95) <= band;
const singles: Line[] = [];

write("| business | kind | quotes | kept | 99 % band | modest rule |\n|---|---|---|---|---|---|");
for (const business of businesses) {
  const quoted = Array.from({ length: years }, (_, n) => liveThrough(business, { seed: n + 1, count: 3000 }));
  singles.push(...quoted.flatMap((year) => linesOf(year)));
  for (const { kind, count, kept, band, modestKept } of linesOf(quoted.flat())) {
    const inBand = `${percent(0.95 - band)} to ${percent(Math.min(1, 0.95 + band))}`;
    write(`| ${business.name} | ${kind} | ${count} | ${percent(kept)} | ${inBand} | ${percent(modestKept)} |`);
  }
}
const [wholes, kinds] = [true, false].map((isWhole) => singles.filter(({ kind }) => (kind === "all") === isWhole));
const shares = (wholes ?? []).map(({ kept }) => kept);
write(`\nSingle years: ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))} of all quotes were kept;
${kinds?.filter(isInBand).length} of ${kinds?.length} kinds in a year lay within their band.`);
