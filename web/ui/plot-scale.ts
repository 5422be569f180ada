/** A straight way from numbers to places on the paper. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  const whole = to - from || 1;
  return (value: number) => start + ((value - from) / whole) * (end - start);
}

/** Round numbers to write at an axis, from the one below `low` to the one above `high`: 0, 20, 40 …; about `count`. */
export function ticks(low: number, high: number, count = 4): number[] {
  const rough = (high - low || 1) / count;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * size).find((each) => each >= rough) ?? 10 * size;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

type Point = { x: number; y: number };

/** The points joined by straight lines; a gap where one is missing, since nothing was measured there. */
export function lineThrough(points: readonly (Point | null)[]): string {
  return points
    .map((point, at) => point && `${points[at - 1] ? "L" : "M"}${rounded(point.x)} ${rounded(point.y)}`)
    .filter(Boolean)
    .join("");
}

/** The band between two lines over the same places; it stands still where either is missing. */
export function bandBetween(upper: readonly (Point | null)[], lower: readonly (Point | null)[]): string {
  const runs = [];
  let run: [Point, Point][] = [];
  for (const [at, up] of upper.entries()) {
    const low = lower[at];
    if (up && low) run.push([up, low]);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return [...runs, run]
    .filter((each) => each.length > 1)
    .map((each) => `${lineThrough([...each.map(([up]) => up), ...each.map(([, low]) => low).reverse()])}Z`)
    .join("");
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
