import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Part } from "#app/record/outcome.ts";
import { useAsk } from "#web/desk/asking.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Choice } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { PlotPartition } from "#web/ui/plot-partition.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { Behind } from "./behind.tsx";
import { Figure } from "./figure.tsx";
import { OverTimePlot } from "./over-time.tsx";
import { fromOf, type Record_, type Span, spans } from "./record.ts";
import look from "./record-page.module.css";
import { SideBySide } from "./side-by-side.tsx";
import { useRecordWords } from "./words.ts";

/** How our word was kept: counts first, all of it as one picture, over time, side by side, and every row behind. */
export function RecordPage() {
  const words = useRecordWords();
  const now = useNow();
  const [{ span, ownerId }, choose] = useDraft("our word", { span: "quarter" as Span, ownerId: "" });
  const [part, setPart] = useState<Part | null>(null);
  const members = useAsk("/members", { query: {} });
  const from = fromOf(span, now);
  const which = useMemo(() => ({ from, ...(ownerId && { owner_id: ownerId }) }), [from, ownerId]);
  const record = useAsk("/record", { query: which });
  const owners = [["", words.everybody] as const, ...(members.data?.items ?? []).map((m) => [m.id, m.name] as const)];
  return (
    <Screen title={words.title} lead={words.lead} width="wide" acts={<Link to="/record/quotes">{words.odds}</Link>}>
      <div className={look.filters}>
        <Tabs
          label={words.span}
          value={span}
          onChange={(next) => choose({ span: next, ownerId })}
          choices={(Object.keys(spans) as Span[]).map((each) => [each, words.spans[each]])}
        />
        <Choice
          label={words.owner}
          value={ownerId}
          onChange={(next) => choose({ span, ownerId: next })}
          choices={owners}
        />
      </div>
      <ProblemNote problem={record.error} onRetry={() => void record.refetch()} />
      {!record.data && !record.error && <Skeleton lines={8} />}
      {record.data && record.data.counts.total === 0 && <EmptyState title={words.empty}>{words.emptyLead}</EmptyState>}
      {record.data && record.data.counts.total > 0 && (
        <>
          <Headline record={record.data} />
          <Partition record={record.data} onOpen={setPart} />
          <OverTimePlot which={which} by={span === "year" ? "month" : "week"} />
          <SideBySide which={which} />
          <Figure ownerId={ownerId} />
        </>
      )}
      {part && <Behind which={which} part={part} onClose={() => setPart(null)} />}
    </Screen>
  );
}

function Headline({ record: { kept, flags } }: { record: Record_ }) {
  const words = useRecordWords();
  const told = flags.told_before_due;
  return (
    <dl className={look.headline}>
      <div>
        <dt>{words.kept}</dt>
        <dd>{words.share(kept.count, kept.of)}</dd>
      </div>
      <div>
        <dt>{words.silently}</dt>
        <dd className={flags.silently_late > 0 ? look.letDown : undefined}>{flags.silently_late}</dd>
      </div>
      {told && told.of > 0 && (
        <div>
          <dt>{words.told}</dt>
          <dd>{words.share(told.count, told.of)}</dd>
        </div>
      )}
      <div>
        <dt>{words.moved}</dt>
        <dd>{flags.moved}</dd>
      </div>
      <div>
        <dt>{words.early}</dt>
        <dd>{flags.early.count}</dd>
      </div>
    </dl>
  );
}

const tones = [
  ["kept_as_first_promised", "green", false],
  ["kept_as_moved_in_time", "green", true],
  ["open", "muted", true],
  ["released", "muted", false],
  ["late", "amber", false],
  ["not_kept", "red", false],
] as const;

function Partition({ record, onOpen }: { record: Record_; onOpen: (part: Part) => void }) {
  const words = useRecordWords();
  const name = (part: Part) => (
    <button type="button" className={look.rows} onClick={() => onOpen(part)}>
      {words.parts[part]}
    </button>
  );
  return (
    <section aria-label={words.partition(record.counts.total)}>
      <h2>{words.partition(record.counts.total)}</h2>
      <PlotPartition
        parts={tones.map(([key, tone, isFaint]) => ({
          key,
          tone,
          isFaint,
          count: record.counts[key],
          name: name(key),
        }))}
      />
      <p className={look.outside}>
        {words.outside}{" "}
        {(["declined", "void", "recorded_afterwards"] as const).map((part) => (
          <span key={part}>
            {record.outside[part]} {name(part)}
          </span>
        ))}
        <span>
          {record.hidden.count} {name("hidden")}
        </span>
      </p>
    </section>
  );
}
