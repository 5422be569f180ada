import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { Took } from "#web/quotes/took.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Choice } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { Plot } from "#web/ui/plot.tsx";
import { PlotLine } from "#web/ui/plot-line.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { type Calibration, chanceBand, widening } from "./calibration.ts";
import { useCalibrationWords } from "./calibration-words.ts";
import { fromOf, shareOf } from "./record.ts";
import look from "./record-page.module.css";
import { StatedAgainstKept } from "./stated-against-kept.tsx";

/** The advisor held to its own word: the odds that were stated against what was kept, by kind and over time. */
export function QuotesPage() {
  const words = useCalibrationWords();
  const now = useNow();
  const [kind, setKind] = useState("");
  const calibration = useAsk("/quotes/calibration", { query: kind ? { kind } : {} });
  const record = useAsk("/record", { query: { from: fromOf("year", now), by: "kind", limit: 50 } });
  const kinds = (record.data?.groups ?? []).flatMap(({ key }) => (key ? [key] : []));
  const { data } = calibration;
  return (
    <Screen title={words.title} lead={words.lead} width="wide" acts={<Link to="/record">{words.ourWord}</Link>}>
      <div className={look.filters}>
        <Choice
          label={words.kind}
          value={kind}
          onChange={setKind}
          choices={[["", words.allKinds] as const, ...kinds.map((each) => [each, each.replaceAll("_", " ")] as const)]}
        />
      </div>
      <ProblemNote problem={calibration.error} onRetry={() => void calibration.refetch()} />
      {!data && !calibration.error && <Skeleton lines={8} />}
      {data && data.all.count === 0 && <EmptyState title={words.empty}>{words.emptyLead(data.all.pending)}</EmptyState>}
      {data && data.all.count > 0 && <Judged calibration={data} isOneKind={kind !== ""} />}
      {kind && (
        <section>
          <h2>{words.took}</h2>
          <Took kind={kind} />
        </section>
      )}
    </Screen>
  );
}

function Judged({ calibration, isOneKind }: { calibration: Calibration; isOneKind: boolean }) {
  const words = useCalibrationWords();
  const { all, advised, bands, within_chance: isWithinChance, widened_by: widenedBy } = calibration;
  return (
    <>
      <dl className={look.headline}>
        <div>
          <dt>{words.kept}</dt>
          <dd>{words.of(all.kept, all.count)}</dd>
        </div>
        <div>
          <dt>{words.stated}</dt>
          <dd>{words.of(Math.round((all.stated_share ?? 0) * all.count), all.count)}</dd>
        </div>
        {advised.count > 0 && (
          <div>
            <dt>{words.advised(Math.round(advised.share * 100))}</dt>
            <dd>{words.of(advised.kept, advised.count)}</dd>
          </div>
        )}
      </dl>
      <p>
        {words.chance(isWithinChance)} {isOneKind && widenedBy !== null && words.widened(widening(widenedBy))}{" "}
        {all.pending > 0 && words.pending(all.pending)}
      </p>
      <h2>{words.byOdds}</h2>
      <StatedAgainstKept bands={bands} />
      <OverMonths months={calibration.months} />
    </>
  );
}

function OverMonths({ months }: { months: Calibration["months"] }) {
  const words = useCalibrationWords();
  const { locale } = useReader();
  if (months.length < 2) return null;
  const nameOf = (month: string) =>
    new Intl.DateTimeFormat(locale, { month: "short", year: "2-digit", timeZone: "UTC" }).format(
      Date.parse(`${month}-01`),
    );
  const statedOf = ({ count, stated_share: share }: Calibration["months"][number]) => Math.round((share ?? 0) * count);
  return (
    <section>
      <h2>{words.overMonths}</h2>
      <Plot
        title={words.overMonthsSaid}
        head={[words.month, words.kept, words.stated, words.pendingHead]}
        rows={months.map((month) => [
          nameOf(month.month),
          words.of(month.kept, month.count),
          words.of(statedOf(month), month.count),
          month.pending,
        ])}
      >
        <PlotLine
          top={1}
          write={(value) => `${Math.round(value * 100)}`}
          points={months.map((month) => ({
            at: nameOf(month.month),
            value: shareOf({ count: month.kept, of: month.count }),
            ...chanceBand(month),
            said: `${nameOf(month.month)}: ${words.of(month.kept, month.count)}`,
          }))}
        />
      </Plot>
    </section>
  );
}
