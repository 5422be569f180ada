import { keepPromise } from "#app/promises/actions-acts.ts";
import { promiseToGroup } from "#app/promises/actions-many.ts";
import { startSeries } from "#app/promises/actions-series.ts";
import { listUrgent } from "#app/promises/store.ts";
import type { Doing } from "./doing.ts";

/** What comes again and again, and what is promised to many at once. Gives the id of the series. */
export async function makeSeries({ tx, plan, by, to, now }: Doing, every: "week" | "month"): Promise<string> {
  const { customerId, contactId } = to;
  const wanted = { text: plan.text, kind: plan.work.kind, customerId, contactId, every, firstDueAt: plan.dueAt };
  return (await startSeries(tx, by, { ...wanted, ownerId: null }, now)).series.id;
}

/** One text to several, neighbours in the list of those who are served. Gives the id of the group. */
export async function makeGroup({ tx, founded, plan, by, now }: Doing, count: number): Promise<string> {
  const customerIds = founded.served.slice(plan.client, plan.client + count).map(({ customerId }) => customerId);
  const due = () => ({ dueAt: plan.dueAt, opensAt: null });
  return (await promiseToGroup(tx, by, { text: plan.text, kind: plan.work.kind, customerIds, due }, now)).groupId;
}

/** Keeps what is open of a series or a group and due within a day. */
export async function keepMany({ tx, plan, id, by, to, now }: Doing): Promise<void> {
  const open = await listUrgent(tx, by.workspaceId, { ownerId: by.memberId, limit: 200 });
  const written = { channel: "email", at: now } as const;
  const fitting = plan.work.kind === "email" ? { telling: { told: written } } : { telling: null, arrivedAt: now };
  const mine = open.filter((p) => p.groupId === id || (p.seriesId === id && p.customerId === to.customerId));
  for (const one of mine) await keepPromise(tx, by, one.id, fitting, now);
}
