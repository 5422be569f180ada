import { useEffect, useState } from "react";
import { useNow } from "#web/ui/now.ts";
import { useReader } from "#web/ui/reader.ts";
import { whenSaid } from "#web/ui/said-times.ts";
import type { Point, Quote } from "./curve.ts";
import look from "./odds.module.css";
import { useQuoteWords } from "./words.ts";

const [width, height] = [600, 44];
// So long after the last key a time is taken: whoever walks on with the arrows has not chosen yet.
const restMs = 350;

type Props = {
  curve: readonly Point[];
  marks: Quote["odds"];
  /** Where on the curve it stands now. */
  place: number;
  /** It is being moved: nothing is asked and nothing is changed while it is. */
  onHold: (place: number) => void;
  onTake: (place: number) => void;
};

/** The curve of the odds with a handle on it: dragged, or moved with the arrows. */
export function OddsSlider({ curve, marks, place, onHold, onTake }: Props) {
  const words = useQuoteWords();
  const reader = useReader();
  const now = useNow();
  const [moved, setMoved] = useState<number | null>(null);
  const [isDragged, setDragged] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is taken once it rests, whoever listens by then
  useEffect(() => {
    if (moved === null || isDragged) return;
    const timer = setTimeout(() => {
      setMoved(null);
      onTake(moved);
    }, restMs);
    return () => clearTimeout(timer);
  }, [moved, isDragged]);
  const last = Math.max(1, curve.length - 1);
  const x = (n: number) => (n / last) * width;
  const y = (share: number) => height - 3 - share * (height - 6);
  const line = curve.map(({ share }, n) => `${n === 0 ? "M" : "L"}${x(n).toFixed(1)} ${y(share).toFixed(1)}`).join("");
  const marked = marks.map(({ share, due_at }) => ({
    share,
    n: curve.findIndex(({ atMs }) => atMs === Date.parse(due_at)),
  }));
  const here = curve[place];
  const said = here && `${whenSaid(here.atMs, now, reader)}, ${words.keptOf(Math.floor(here.share * 100))}`;
  return (
    <div className={look.slider}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`${line}L${width} ${height}L0 ${height}Z`} className={look.area} />
        {marked.map(
          ({ share, n }) =>
            n >= 0 && <line key={share} x1={x(n)} x2={x(n)} y1={y(share)} y2={height} className={look.mark} />,
        )}
        <path d={line} className={look.curve} />
      </svg>
      <input
        type="range"
        min={0}
        max={last}
        value={place}
        aria-label={words.slide}
        aria-valuetext={said}
        onChange={({ target }) => {
          setMoved(Number(target.value));
          onHold(Number(target.value));
        }}
        onPointerDown={() => setDragged(true)}
        onPointerUp={() => setDragged(false)}
        onPointerCancel={() => setDragged(false)}
        onBlur={() => setDragged(false)}
      />
    </div>
  );
}
