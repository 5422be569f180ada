import { writeDuration } from "#base/duration.ts";
import { plusSeconds } from "#base/instant.ts";
import { serve } from "#engine/http/call.ts";
import { houseOf, pastOf } from "./actions.ts";
import { type Calibration, calibrationOf, type Held } from "./calibration.ts";
import { binsOf, quotedAndTook, tookOf } from "./durations.ts";
import { anyWork } from "./past.ts";
import { adviceFrom, widenedBy } from "./quote.ts";
import { latestOfKind, pastPromise } from "./store.ts";
import { countStated } from "./store-calibration.ts";
import { quotesContract as wire } from "./wire.ts";

const mostLooked = 2000;
const monthSeconds = 30.5 * 86_400;

export const quotesApi = serve(wire, {
  getDurations: async ({ tx, member, query: { kind, promise_id: promiseId }, now }) => {
    const { workspaceId } = member;
    const { unit, hours, advisedShare, language } = await houseOf(tx, member, kind);
    const past = await pastOf(tx, workspaceId, unit, hours, now);
    const latest = await latestOfKind(tx, workspaceId, kind, mostLooked);
    const took = tookOf(latest, unit, hours, now);
    const asked = promiseId ? await pastPromise(tx, workspaceId, promiseId) : null;
    const own = asked && quotedAndTook(asked, unit, hours, now);
    const asking = { modestSeconds: null, elapsedSeconds: 0, advisedShare, language };
    const advice = adviceFrom(past, anyWork(past, kind, now), asking);
    const done = took.filter(({ isDone }) => isDone).length;
    return {
      kind,
      in: unit,
      done,
      open: took.length - done,
      bins: binsOf(took).map(({ fromSeconds, untilSeconds, ...counts }) => ({
        from: writeDuration(fromSeconds),
        until: untilSeconds === null ? null : writeDuration(untilSeconds),
        ...counts,
      })),
      marks: advice?.odds.map(({ share, seconds }) => ({ share, within: writeDuration(Math.ceil(seconds)) })) ?? [],
      explanation: advice?.explanation ?? null,
      promise: own && {
        quoted: writeDuration(Math.round(own.quotedSeconds)),
        took: writeDuration(Math.round(own.seconds)),
        is_done: own.isDone,
      },
    };
  },
  getCalibration: async ({ tx, member, query, now }) => {
    const { workspaceId } = member;
    const kind = query.kind ?? null;
    const since = plusSeconds(now, -query.months * monthSeconds);
    const { unit, hours, advisedShare } = await houseOf(tx, member, kind ?? undefined);
    const past = await pastOf(tx, workspaceId, unit, hours, now);
    const counted = await countStated(tx, workspaceId, { kind, since, timeZone: hours.timeZone }, now);
    const { months, bands, all, advised, isWithinChance }: Calibration = calibrationOf(counted);
    return {
      since: since.toString(),
      months: months.map(({ month, pending, ...held }) => ({ month, ...heldOut(held), pending })),
      bands: bands.map(({ from, to, ...held }) => ({ from, to, ...heldOut(held) })),
      all: { ...heldOut(all), pending: all.pending },
      advised: { ...advised, share: advised.share ?? advisedShare },
      within_chance: isWithinChance,
      widened_by: widenedBy(past, anyWork(past, kind ?? "", now)),
    };
  },
});

function heldOut({ count, kept, statedShare, keptShare }: Held) {
  return { count, kept, stated_share: statedShare, kept_share: keptShare };
}
