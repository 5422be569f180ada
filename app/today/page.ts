import type { Instant } from "#base/instant.ts";
import { byUrgency, type FailedMessage, type GroupKey, groupKeys, groupOf, type Owed } from "./today.ts";
import { failedForStaff, type Item, owedForStaff } from "./wire.ts";

const most = 50;
/** Over a weak line the whole page is there at once, whatever the names and texts are: 20 kB with what stands around. */
const bytes = 19_000;

type Line = { key: GroupKey; item: Item };

/** The lines of a Today: the most urgent first, in their groups, as many as a page holds. */
export function pageOf(
  given: { owed: readonly Owed[]; failed: readonly FailedMessage[] },
  seen: { memberIds: readonly string[]; now: Instant; dayEndsAt: Instant },
): { key: GroupKey; items: Item[] }[] {
  const { memberIds, now, dayEndsAt } = seen;
  const owed = given.owed.toSorted(byUrgency);
  const lines: Line[] = [
    ...owed.map((one) => {
      const key = groupOf(one, memberIds, now, dayEndsAt);
      return { key, item: owedForStaff(one, key, memberIds) };
    }),
    ...given.failed.map((message) => ({ key: "failed_messages" as const, item: failedForStaff(message) })),
  ];
  const inOrder = lines.toSorted((a, b) => groupKeys.indexOf(a.key) - groupKeys.indexOf(b.key));
  const byGroup = Map.groupBy(fitting(inOrder.slice(0, most)), ({ key }) => key);
  return [...byGroup].map(([key, those]) => ({ key, items: those.map(({ item }) => item) }));
}

function fitting(lines: readonly Line[]): Line[] {
  let left = bytes;
  return lines.filter(({ item }) => {
    left -= Buffer.byteLength(JSON.stringify(item)) + 1;
    return left >= 0;
  });
}
