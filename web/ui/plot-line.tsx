import look from "./plot.module.css";
import { bandBetween, lineThrough, scale, ticks } from "./plot-scale.ts";

export type LinePoint = {
  /** Written below it: a month, a week. */
  at: string;
  /** Null where nothing was measured: the line has a gap there. */
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** Said when one points at it. */
  said: string;
};

type Props = {
  points: readonly LinePoint[];
  /** How a number is written at the axis: "75 of 100". */
  write: (value: number) => string;
  /** Where the axis ends at least: 1 for a share. */
  top?: number;
};

const [width, height] = [640, 220];
const [left, right, above, below] = [44, 12, 10, 26];

/** A figure over time with the band in which it may truly lie. Stands in a `Plot`, which has its words and its table. */
export function PlotLine({ points, write, top = 0 }: Props) {
  const highest = Math.max(top, ...points.map(({ value, high }) => high ?? value ?? 0));
  const marks = ticks(0, highest);
  const x = scale([0, Math.max(1, points.length - 1)], [left, width - right]);
  const y = scale([0, marks.at(-1) ?? 1], [height - below, above]);
  const place = (value: number | null | undefined, at: number) => (value == null ? null : { x: x(at), y: y(value) });
  const values = points.map(({ value }, at) => place(value, at));
  const band = bandBetween(
    points.map(({ high }, at) => place(high, at)),
    points.map(({ low }, at) => place(low, at)),
  );
  const every = Math.ceil(points.length / 8);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={look.picture} aria-hidden="true">
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} className={look.grid} />
          <text x={left - 8} y={y(mark)} textAnchor="end" dominantBaseline="middle">
            {write(mark)}
          </text>
        </g>
      ))}
      {points.map(
        ({ at }, place) =>
          place % every === 0 && (
            <text
              key={at}
              x={x(place)}
              y={height - 6}
              textAnchor={place === 0 ? "start" : place === points.length - 1 ? "end" : "middle"}
              className={place % (2 * every) === 0 ? undefined : look.between}
            >
              {at}
            </text>
          ),
      )}
      <path d={band} className={look.band} />
      <path d={lineThrough(values)} className={look.line} />
      {values.map(
        (point, at) =>
          point && (
            <circle key={points[at]?.at} cx={point.x} cy={point.y} r={4} className={look.point}>
              <title>{points[at]?.said}</title>
            </circle>
          ),
      )}
    </svg>
  );
}
