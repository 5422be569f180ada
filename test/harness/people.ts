import { createCustomer } from "#app/customers/actions.ts";
import { addMember } from "#app/members/actions.ts";
import { type Instant, instant } from "#base/instant.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { newWorkspace } from "./workspace.ts";

const monday = instant("2026-11-23T09:00:00Z");

/** A workspace where Ana and Ben work, with some customers; every other one lives in Auckland. */
export async function newPeople(db: Database, customers: number, now: Instant = monday) {
  const house = await newWorkspace(db, { now });
  const { workspaceId, member: ana } = house;
  return inWorkspace(db, workspaceId, async (tx) => {
    const colleague = { name: "Ben Okoye", email: "ben@plumbing.example", role: "member" as const };
    const ben = await addMember(tx, workspaceId, "machine", colleague, now);
    const customerIds: string[] = [];
    for (let n = 1; n <= customers; n++) {
      const zone = n % 2 === 0 ? { timeZone: "Pacific/Auckland" } : {};
      const customer = { kind: "person" as const, name: `Customer ${n}`, ...zone };
      customerIds.push((await createCustomer(tx, workspaceId, ana, customer, now)).id);
    }
    return { ...house, ana, benId: ben.id, customerIds };
  });
}
