/** What was typed otherwise than it is saved: only that goes to the house. Null when nothing was. */
export function changedIn<T extends object>(saved: T, typed: T): Partial<T> | null {
  const names = Object.keys(saved) as (keyof T)[];
  const changed = names.filter((name) => JSON.stringify(saved[name]) !== JSON.stringify(typed[name]));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((name) => [name, typed[name]])) as Partial<T>;
}
