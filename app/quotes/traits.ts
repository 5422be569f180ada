import { type Beliefs, hold, type Start, startAnew } from "./beliefs.ts";

/** Where the beliefs about each trait lie, least recently used first; those longest unused make room for new ones. */
export type Traits = { places: Map<string, Place>; spare: Map<number, number[]>; most: number };

/** Beliefs side by side in memory, all of one trait, and how many open pieces of work still build on them. */
export type Place = { first: number; count: number; holders: number };

export function newTraits(most: number): Traits {
  return { places: new Map(), spare: new Map(), most };
}

/** The place of a trait, made where it has none yet. The same trait must always ask for the same count. */
export function placeOf(traits: Traits, beliefs: Beliefs, name: string, count: number, start: Start): Place {
  const place = traits.places.get(name) ?? newPlace(traits, beliefs, count, start);
  traits.places.delete(name);
  traits.places.set(name, place);
  return place;
}

function newPlace(traits: Traits, beliefs: Beliefs, count: number, start: Start): Place {
  if (traits.places.size >= traits.most) forgetUnused(traits);
  const spare = traits.spare.get(count)?.pop();
  if (spare === undefined) return { first: hold(beliefs, count, start), count, holders: 0 };
  startAnew(beliefs, spare, count, start);
  return { first: spare, count, holders: 0 };
}

/** A tenth at once, because finding the oldest costs a walk over what was moved to the end since. */
function forgetUnused({ places, spare, most }: Traits): void {
  let looked = 0;
  for (const [name, { first, count, holders }] of places) {
    if (looked++ >= most / 10) return;
    if (holders > 0) continue;
    places.delete(name);
    const kept = spare.get(count);
    if (kept) kept.push(first);
    else spare.set(count, [first]);
  }
}
