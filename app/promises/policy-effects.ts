import { writeDuration } from "#base/duration.ts";
import type { Instant } from "#base/instant.ts";
import type { Effect, samples } from "./effects.ts";

type Sample = ReturnType<typeof samples>[number];

/** A promise of every day with its rings, as an answer writes them. */
export function sampleForStaff({ name, madeAt, dueAt, estimateSeconds, before, after }: Sample) {
  const written = ({ rings, toldInTimeUntil }: Sample["before"]) => ({
    rings: rings.map(ringForStaff),
    told_in_time_until: toldInTimeUntil.toString(),
  });
  return {
    name,
    made_at: madeAt.toString(),
    due_at: dueAt.toString(),
    estimate: estimateSeconds === null ? null : writeDuration(estimateSeconds),
    before: written(before),
    after: written(after),
  };
}

export function effectForStaff({ open: { promise, customer, owner }, before, after }: Effect) {
  return {
    id: promise.id,
    text: promise.text,
    customer,
    owner,
    due_at: promise.dueAt.toString(),
    before: before && ringForStaff(before),
    after: after && ringForStaff(after),
  };
}

function ringForStaff<S extends string>({ stage, at }: { stage: S; at: Instant }) {
  return { stage, at: at.toString() };
}
