import { lazy, Suspense, useState } from "react";
import { useCommands } from "#web/desk/commands.ts";
import { Button } from "#web/ui/button.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { curveOf, goodOdds, placeOn, type Quote, type QuotedWork, shortness } from "./curve.ts";
import look from "./odds.module.css";
import { OddsSlider } from "./odds-slider.tsx";
import { useQuote } from "./quote-at.ts";
import { useQuoteWords } from "./words.ts";

const TookDialog = lazy(async () => ({ default: (await import("./took-dialog.tsx")).TookDialog }));

export type Props = {
  work: QuotedWork;
  /** The time that is thought of, in ISO 8601. */
  dueAt: string;
  /** Another time was taken instead; without it the odds are only said. */
  onDue: (dueAt: string) => void;
};

/** How often such a promise is kept by that time, what would be surer, and how long such things took. */
export function OddsPicker({ work, dueAt, onDue }: Props) {
  const words = useQuoteWords();
  const said = useQuote(work, dueAt);
  const [isShown, setShown] = useState(false);
  if (!said) return null;
  const { quote, askedAt } = said;
  const curve = curveOf(quote, askedAt);
  return (
    <section className={look.odds} aria-label={words.odds}>
      {curve.length > 0 ? (
        <Known {...{ quote, curve, dueAt, onDue }} />
      ) : (
        <p className={look.none}>{quote.rule === "none" ? words.noHistory : quote.explanation}</p>
      )}
      <p className={look.why}>
        {curve.length > 0 && <span>{quote.explanation}</span>}
        <Button kind="quiet" onClick={() => setShown(true)}>
          {words.howLong}
        </Button>
      </p>
      {isShown && (
        <Suspense>
          <TookDialog kind={work.kind} promiseId={work.promiseId} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </section>
  );
}

type KnownProps = Omit<Props, "work"> & { quote: Quote; curve: ReturnType<typeof curveOf> };

function Known({ quote, curve, dueAt, onDue }: KnownProps) {
  const words = useQuoteWords();
  const [held, setHeld] = useState<number | null>(null);
  const place = held ?? placeOn(curve, dueAt);
  const share = curve[place]?.share ?? 0;
  const shownAt = held === null ? dueAt : new Date(curve[held]?.atMs ?? 0).toISOString();
  const how = shortness(quote, shownAt);
  const advisedAt = quote.advised_due_at;
  const take = () => advisedAt && onDue(advisedAt);
  useCommands(advisedAt ? [{ say: words.takeAdvised, keys: "alt+a", do: take }] : []);
  return (
    <>
      <p className={look.said} aria-live="polite">
        <b className={share >= goodOdds ? look.good : look.soon}>{words.keptOf(Math.floor(share * 100))}</b>
        {held !== null && (
          <span>
            <TimeSaid at={shownAt} />
          </span>
        )}
        {how !== "fine" && (
          <span className={look.soon}>
            {words.shortness[how]} {words.load(quote.load.open, quote.load.due_before)}
          </span>
        )}
      </p>
      <OddsSlider
        curve={curve}
        marks={quote.odds}
        place={place}
        onHold={setHeld}
        onTake={(taken) => {
          setHeld(null);
          const point = curve[taken];
          if (point) onDue(new Date(point.atMs).toISOString());
        }}
      />
      <ul className={look.marks}>
        {quote.odds.map((mark) => {
          const isAdvised = mark.due_at === advisedAt;
          return (
            <li key={mark.share}>
              <button type="button" aria-pressed={mark.due_at === shownAt} onClick={() => onDue(mark.due_at)}>
                <span>{words.ofHundred(Math.round(mark.share * 100))}</span>
                <TimeSaid at={mark.due_at} />
                {isAdvised && (
                  <span className={look.advised}>
                    {words.advised} <Kbd keys="alt+a" />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
