import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Plot } from "#web/ui/plot.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import look from "./took.module.css";
import { type Durations, spanSaid } from "./took.ts";
import { TookPicture } from "./took-picture.tsx";
import { useQuoteWords } from "./words.ts";

type Props = { kind: string; promiseId?: string | undefined };

/** How long promises of a kind took, with what is still open, as a picture, a sentence and a table. */
export function Took({ kind, promiseId }: Props) {
  const words = useQuoteWords();
  const took = useAsk("/quotes/durations", { query: { kind, ...(promiseId && { promise_id: promiseId }) } });
  if (!took.data) return took.error ? <ProblemNote problem={took.error} /> : <Skeleton lines={6} />;
  if (took.data.bins.length === 0) return <EmptyState title={words.nothingTook}>{words.nothingTookLead}</EmptyState>;
  return <Shown took={took.data} />;
}

function Shown({ took }: { took: Durations }) {
  const words = useQuoteWords();
  const { language } = useReader();
  const said = (duration: string) => spanSaid(duration, language);
  const marks = took.marks.map(({ share, within }) => words.markSaid(Math.round(share * 100), said(within)));
  const own = took.promise;
  const title = [
    words.tookSaid(took.done, took.open),
    marks.length > 0 ? words.within(marks.join(", ")) : ` ${words.noHistory}`,
    own ? words.ownSaid(said(own.quoted), said(own.took), own.is_done) : "",
  ].join("");
  return (
    <>
      <Plot
        title={title}
        head={[words.tookHead, words.doneHead, words.openHead]}
        rows={took.bins.map(({ from, until, done, open }) => [
          until === null ? words.over(said(from)) : words.upTo(said(until)),
          done,
          open,
        ])}
      >
        <TookPicture took={took} />
      </Plot>
      {took.in === "working" && <p className={look.unit}>{words.inWorking}</p>}
    </>
  );
}
