/** A page of things listed in the order of their ids, with the cursor of the next page while there may be one. */
export function pageById<T extends { id: string }, Shown>(found: readonly T[], limit: number, show: (one: T) => Shown) {
  const isFull = found.length === limit;
  return { items: found.map(show), next: (isFull && found.at(-1)?.id) || null };
}
