import { lazy, Suspense, useState } from "react";
import { useQuoteWords } from "#web/quotes/words.ts";
import { Button } from "#web/ui/button.tsx";
import { useNow } from "#web/ui/now.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./quoted.module.css";
import { type Mark, marksOf, type Story } from "./story.ts";
import { usePromiseWords } from "./words.ts";

const TookDialog = lazy(async () => ({ default: (await import("#web/quotes/took-dialog.tsx")).TookDialog }));

const [width, edge] = [600, 12];

/** Quoted against actual as one picture: a line from the promise to its end, with every due on it. */
export function Quoted({ story }: { story: Story }) {
  const words = usePromiseWords();
  const quotes = useQuoteWords();
  const [isShown, setShown] = useState(false);
  const now = useNow();
  const marks = marksOf(story, now);
  const x = (place: number) => edge + place * (width - 2 * edge);
  const due = marks.find(({ what }) => what === "due")?.place ?? 0;
  const end = marks.at(-1)?.place ?? 1;
  return (
    <>
      <figure className={look.quoted}>
        <figcaption>
          <h2>{words.quoted}</h2>
          <p>{words.quotedLead}</p>
        </figcaption>
        <svg viewBox={`0 0 ${width} 44`} aria-hidden="true">
          <line x1={x(0)} x2={x(due)} y1={22} y2={22} className={look.quotedSpan} />
          <line x1={x(0)} x2={x(end)} y1={30} y2={30} className={end > due ? look.over : look.actual} />
          {marks.map((mark) => (
            <circle key={`${mark.what} ${mark.at}`} cx={x(mark.place)} cy={22} r={5} className={look[mark.what]} />
          ))}
        </svg>
        <ul className={look.key}>
          {marks.map((mark) => (
            <li key={`${mark.what} ${mark.at}`}>
              <span className={`${look.dot} ${look[mark.what]}`} aria-hidden="true" />
              {named(mark, words)} <TimeSaid at={mark.at} />
            </li>
          ))}
        </ul>
        <Button kind="quiet" onClick={() => setShown(true)}>
          {quotes.howLong}
        </Button>
      </figure>
      {isShown && (
        <Suspense>
          <TookDialog kind={story.kind} promiseId={story.id} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </>
  );
}

function named({ what }: Mark, words: ReturnType<typeof usePromiseWords>): string {
  return words.marks[what];
}
