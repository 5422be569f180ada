import { useAsk } from "#web/desk/asking.ts";
import { Plot } from "#web/ui/plot.tsx";
import { PlotLine } from "#web/ui/plot-line.tsx";
import { useReader } from "#web/ui/reader.ts";
import { begun } from "./record.ts";
import { useRecordWords } from "./words.ts";

type Props = { which: { from: string; owner_id?: string }; by: "week" | "month" };

/** The kept share over time, with the band in which it may truly lie; a week in which nothing was due is a gap. */
export function OverTimePlot({ which, by }: Props) {
  const words = useRecordWords();
  const { locale } = useReader();
  const overTime = useAsk("/record/over-time", { query: { ...which, by } });
  const items = begun(overTime.data?.items ?? []);
  if (items.length < 2) return null;
  const dayOf = (day: string) =>
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(Date.parse(day));
  const points = items.map(({ day, kept, band }) => ({
    at: dayOf(day),
    value: kept.of > 0 ? kept.count / kept.of : null,
    low: band?.low ?? null,
    high: band?.high ?? null,
    said: `${dayOf(day)}: ${words.share(kept.count, kept.of)}`,
  }));
  const sum = (of: "count" | "of") => items.reduce((total, { kept }) => total + kept[of], 0);
  return (
    <section>
      <h2>{by === "week" ? words.overTime : words.overTimeMonths}</h2>
      <Plot
        title={words.overTimeSaid(sum("count"), sum("of"))}
        head={[words.week, words.keptHead]}
        rows={items.map(({ day, kept }) => [dayOf(day), words.share(kept.count, kept.of)])}
      >
        <PlotLine points={points} top={1} write={(value) => `${Math.round(value * 100)}`} />
      </Plot>
    </section>
  );
}
