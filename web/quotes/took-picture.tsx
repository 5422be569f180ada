import { useReader } from "#web/ui/reader.ts";
import look from "./took.module.css";
import { type Durations, placeIn, rowsFor, shortSpan } from "./took.ts";
import { useQuoteWords } from "./words.ts";

const [width, tall, below, rowTall] = [640, 150, 34, 22];
const labelWide = 0.1;

/** A bar for each stretch of time, what is open upon what was done, with the marks that most of them keep. */
export function TookPicture({ took }: { took: Durations }) {
  const words = useQuoteWords();
  const { locale } = useReader();
  const { bins, marks, promise: own } = took;
  const most = Math.max(1, ...bins.map(({ done, open }) => done + open));
  const wide = width / bins.length;
  const places = marks.map(({ within }) => placeIn(bins, within));
  const rows = rowsFor(places, labelWide);
  const above = 8 + rowTall * (1 + Math.max(0, ...rows));
  const floor = above + tall;
  const high = (count: number) => (count / most) * tall;
  // On a phone some labels are enough to read the rest by.
  const every = Math.ceil(bins.length / 5);
  return (
    <>
      <svg viewBox={`0 0 ${width} ${floor + below}`} className={look.picture} aria-hidden="true">
        {bins.map(({ from, until, done, open }, n) => (
          <g key={from}>
            <rect x={n * wide + 2} y={floor - high(done)} width={wide - 4} height={high(done)} className={look.done} />
            <rect
              x={n * wide + 2.5}
              y={floor - high(done + open) + 0.5}
              width={wide - 5}
              height={Math.max(0, high(open) - 1)}
              className={look.open}
            />
            {until !== null && (bins.length - 1 - n) % every === 0 && (
              <text x={(n + 1) * wide - 2} y={floor + 22} textAnchor="end">
                {shortSpan(until, locale)}
              </text>
            )}
          </g>
        ))}
        <line x1={0} x2={width} y1={floor} y2={floor} className={look.floor} />
        {marks.map(({ share }, n) => {
          const x = (places[n] ?? 0) * width;
          const y = above - 4 - rowTall * (rows[n] ?? 0);
          return (
            <g key={share}>
              <line x1={x} x2={x} y1={y + 3} y2={floor} className={look.mark} />
              <text x={Math.min(width - 26, Math.max(26, x))} y={y} textAnchor="middle" className={look.markSaid}>
                {Math.round(share * 100)} %
              </text>
            </g>
          );
        })}
        {own && (
          <>
            <Own at={placeIn(bins, own.quoted) * width} {...{ above, floor }} how={look.quoted} />
            <Own at={placeIn(bins, own.took) * width} {...{ above, floor }} how={look.took} />
          </>
        )}
      </svg>
      <ul className={look.legend}>
        {(["done", "open", ...(own ? (["quoted", "took"] as const) : [])] as const).map((each) => (
          <li key={each}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              {each === "done" || each === "open" ? (
                <rect x="0.5" y="0.5" width="11" height="11" className={look[each]} />
              ) : (
                <line x1="6" x2="6" y1="0" y2="12" className={look[each]} />
              )}
            </svg>{" "}
            {words.legend[each]}
          </li>
        ))}
      </ul>
    </>
  );
}

function Own({ at, above, floor, how }: { at: number; above: number; floor: number; how: string | undefined }) {
  return <line x1={at} x2={at} y1={above} y2={floor} className={how} />;
}
