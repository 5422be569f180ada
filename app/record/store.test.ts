import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { mergeCustomers } from "#app/customers/actions-merges.ts";
import { append } from "#app/journal/store.ts";
import { caughtUp } from "#app/promises/lateness.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import { earlySeconds } from "#app/promises/settling.ts";
import { insertPromise } from "#app/promises/store.ts";
import { newId } from "#base/id.ts";
import { type Instant, isBefore, plusSeconds } from "#base/instant.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { anyPromise, later, monday, plainPromise } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { flags, flagsOf, partOf, parts } from "./outcome.ts";
import { countAll, countGroups, listBehind } from "./store.ts";

const { db } = await freshDatabase();
const always = { from: plusSeconds(monday, -86_400), until: plusSeconds(monday, 10 * 86_400) };

describe("the record of hundreds of promises of every kind", async () => {
  const { workspaceId, member, benId, customerIds } = await newPeople(db, 3);
  const [first = "", second = "", third = ""] = customerIds;
  const any = anyPromise({ workspaceId, customerIds, memberIds: [member.memberId, benId] });
  const promises = fc.sample(any, 600);
  const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, workspaceId, work);
  await within(async (tx) => {
    for (const promise of promises) await insertPromise(tx, promise);
    await mergeCustomers(tx, workspaceId, member, { intoId: first, aliasId: second }, monday);
  });
  const zones = new Map([[second, "Pacific/Auckland"]]);
  const counted = (those: readonly Promise_[]) => tallied(those, zones);
  const ofThird = promises.filter((p) => p.customerId === third);
  const duringDay = { from: plusSeconds(monday, 20_000), until: plusSeconds(monday, 90_000) };

  for (const [what, which, those] of [
    ["in all", always, promises],
    ["of one owner", { ...always, ownerId: benId }, promises.filter((p) => p.ownerId === benId)],
    ["of a kind", { ...always, kind: "fix" }, promises.filter((p) => p.kind === "fix")],
    ["of a customer", { ...always, customerIds: [third] }, ofThird],
    ["of a period", duringDay, promises.filter((p) => isWithin(p.firstDueAt, duringDay))],
    ["of nobody", { ...always, kind: "visit" }, []],
  ] as const) {
    test(`${what} is the same counted by the database and by the rules`, async () => {
      assert.deepEqual(await within((tx) => countAll(tx, workspaceId, which, later)), counted(those));
    });
  }

  test("adds up over owners, kinds and customers; a merged customer counts where it was merged into", async () => {
    for (const by of ["owner", "kind", "customer", "team"] as const) {
      const groups = await within((tx) => countGroups(tx, workspaceId, { which: always, by, limit: 50 }, later));
      for (const part of parts) {
        const sum = groups.reduce((all, group) => all + group.parts[part], 0);
        assert.equal(sum, counted(promises).parts[part], `${part} by ${by}`);
      }
    }
    const byCustomer = await within((tx) =>
      countGroups(tx, workspaceId, { which: always, by: "customer", limit: 50 }, later),
    );
    assert.deepEqual(new Set(byCustomer.map(({ name }) => name)), new Set(["Customer 1", "Customer 3"]));
    const { key: _, name: __, ...tally } = byCustomer.find(({ key }) => key === third) ?? assert.fail();
    assert.deepEqual(tally, counted(ofThird));
  });

  test("comes group by group where there are many", async () => {
    const asked = { which: always, by: "kind" as const, limit: 1 };
    const [one] = await within((tx) => countGroups(tx, workspaceId, asked, later));
    const [two] = await within((tx) => countGroups(tx, workspaceId, { ...asked, after: "callback" }, later));
    assert.deepEqual([one?.key, two?.key], ["callback", "fix"]);
  });

  test("leads from every figure to the promises behind it, page by page", async () => {
    const expected = counted(promises);
    for (const chosen of [...parts.map((part) => ({ part })), ...flags.map((flag) => ({ flag }))]) {
      const asked = { which: always, ...chosen, limit: 100 };
      const found: Promise_[] = [];
      for (let page: Promise_[] | null = null; !page || page.length === 100; ) {
        const last = found.at(-1);
        const after = last ? { after: { at: last.firstDueAt, id: last.id } } : {};
        page = await within((tx) => listBehind(tx, workspaceId, { ...asked, ...after }, later));
        found.push(...page);
      }
      const figure = "part" in chosen ? expected.parts[chosen.part] : expected.flags[chosen.flag];
      assert.equal(new Set(found.map(({ id }) => id)).size, figure, JSON.stringify(chosen));
    }
  });
});

test("a promise asked about on three days lets the customer down on three days, in their own zone", async () => {
  const { workspaceId, member, customerIds } = await newPeople(db, 2);
  const [, inAuckland = ""] = customerIds;
  // Half past eleven in the evening in Auckland, half an hour later the next day.
  const asked = ["2026-11-23T10:30:00Z", "2026-11-23T11:30:00Z", "2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z"];
  const own = { workspaceId, id: newId(), ownerId: member.memberId, handlerId: member.memberId };
  const promise = { ...plainPromise, ...own, recordedById: member.memberId, customerId: inAuckland, chasedAt: monday };
  const released: Promise_ = { ...promise, state: "released", settledAt: later };
  const tally = await inWorkspace(db, workspaceId, async (tx) => {
    await insertPromise(tx, released);
    for (const at of asked) {
      const entry = { what: "customer asked", at: later, by: "machine" as const, facts: { asked_at: at } };
      await append(tx, workspaceId, { ...entry, chainId: inAuckland, subjectId: promise.id });
    }
    return countAll(tx, workspaceId, always, later);
  });
  assert.equal(tally.letDownDays, 3);
});

/** The record by the pure rules alone; days as the columns know them. */
function tallied(promises: readonly Promise_[], zones: ReadonlyMap<string, string>) {
  const share = <K extends string>(names: readonly K[], has: (p: Promise_, name: K) => boolean) =>
    Object.fromEntries(names.map((name) => [name, promises.filter((p) => has(p, name)).length])) as Record<K, number>;
  const early = promises
    .filter((p) => flagsOf(p, later).includes("early"))
    .map((p) => earlySeconds(p) ?? 0)
    .toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [early[Math.floor((early.length - 1) / 2)], early[Math.floor(early.length / 2)]];
  return {
    parts: share(parts, (p, part) => partOf(p) === part),
    flags: share(flags, (p, flag) => flagsOf(p, later).includes(flag)),
    medianEarlySeconds: early.length > 0 ? (low + high) / 2 : null,
    letDownDays: daysOf(promises, zones),
  };
}

function daysOf(promises: readonly Promise_[], zones: ReadonlyMap<string, string>): number {
  const days = promises
    .filter((p) => flagsOf(p, later).includes("let_down"))
    .map((p) => caughtUp(p, later))
    .flatMap((p) =>
      [p.chasedAt, p.silentlyLateAt, p.reopenedAt].map((at) => at && dayOf(at, zones.get(p.customerId ?? ""))),
    );
  return new Set(days.filter((day) => day)).size;
}

function dayOf(at: Instant, zone = "Europe/Berlin"): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}

function isWithin(at: Instant, { from, until }: { from: Instant; until: Instant }): boolean {
  return !isBefore(at, from) && isBefore(at, until);
}
