import { createCustomer } from "#app/customers/actions.ts";
import { mergeCustomers } from "#app/customers/actions-merges.ts";
import { writeProfile } from "#app/customers/actions-profile.ts";
import type { Address } from "#app/customers/address.ts";
import { contactsAt } from "#app/customers/store-contacts.ts";
import { addMember } from "#app/members/actions.ts";
import { addAbsence } from "#app/members/actions-absences.ts";
import { addTeam } from "#app/members/actions-teams.ts";
import type { Acting } from "#app/members/member.ts";
import type { Doer } from "#app/promises/actions-deed.ts";
import { createWorkspace } from "#app/workspaces/actions-create.ts";
import { editPolicy } from "#app/workspaces/actions-policies.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { scopes } from "#base/contract.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { type Database, inWorkspace, type Tx } from "#engine/db/database.ts";
import { addressOf, slugOf } from "./address.ts";
import type { Business, Client } from "./business.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { halfYear, movedAway, unreachable, week } from "./plan.ts";

/** Whom a demo serves, as they are known there; no `email` where nothing can be sent, nothing at all to reach some. */
export type Served = { client: Client; customerId: string; contactId: string; hasEmail: boolean };

export type Founded = { db: Database; workspaceId: string; business: Business; people: Doer[]; served: Served[] };

const metTwice = 24;

/** The business as it stands on the first day: its people and their team, its rules, and everybody whom it serves. */
export async function found(
  db: Database,
  business: Business,
  { seed, now }: { seed: number; now: Instant },
): Promise<Founded> {
  const { timeZone, currency, trade, people } = business;
  const [first, ...others] = people.map((person) => ({ ...person, email: addressOf(business, person.name) }));
  if (!first) throw new Error("a business has a proprietor");
  const day = plusSeconds(now, -halfYear * week - 3600);
  const member = { name: first.name, email: first.email };
  const wanted = { name: `${business.name} (demo)`, timeZone, language: "en", currency, trade, isDemo: true, member };
  const { workspaceId, memberId } = await createWorkspace(db, wanted, day);
  const by = { memberId, role: "proprietor", scopes } as const;
  return inWorkspace(db, workspaceId, async (tx) => {
    const staff: Doer[] = [{ workspaceId, memberId, name: first.name }];
    for (const { name, email, role } of others) {
      const added = await addMember(tx, workspaceId, by, { name, email, role }, day);
      staff.push({ workspaceId, memberId: added.id, name });
    }
    await arrange(tx, workspaceId, by, business, staff, { day, now });
    const chance = chanceOf(seed, business.name, "customers");
    const served: Served[] = [];
    for (const [n, client] of business.clients.entries()) {
      const one = await serve(tx, workspaceId, by, client, {
        n,
        day,
        accountOwnerId: staff[n % staff.length]?.memberId,
      });
      served.push(one);
      if (n === metTwice) await meetTwice(tx, workspaceId, by, one, day);
      if (!client.isStandIn && chance.is(0.3)) await understand(tx, workspaceId, by, one, business, chance, day);
    }
    return { db, workspaceId, business, people: staff, served };
  });
}

/** One team, rules for what is asked, a summer holiday that is over and somebody who is away just now. */
async function arrange(
  tx: Tx,
  workspaceId: string,
  by: Exclude<Acting, "machine">,
  { team, unasked }: Business,
  staff: readonly Doer[],
  { day, now }: { day: Instant; now: Instant },
): Promise<void> {
  const ids = staff.map(({ memberId }) => memberId);
  const [, manager = "", duty = "", away = "", lately = ""] = ids;
  const names = { name: team, memberIds: ids.slice(1), managerIds: [manager], dutyIds: [duty], calendarId: null };
  await addTeam(tx, workspaceId, by, names, day);
  for (const kind of unasked) {
    const settings = { ask_for_verdict: false };
    await editPolicy(tx, workspaceId, by.memberId, { scope: "kind", name: kind, settings }, null, day);
  }
  // They ask often and soon stop: whom one may not ask yet is looked at again each day, which makes up much of the time.
  const asking = { verdict_within_days: 6, questions_per_month: 12, question_silences: 5 };
  const settings = { ...asking, ring_bundle: 3600 };
  const { version } = (await findWorkspace(tx, workspaceId)) ?? { version: 1 };
  await editPolicy(tx, workspaceId, by.memberId, { scope: "workspace", settings }, version, day);
  const days = (count: number) => count * 86_400;
  const summer = { memberId: away, fromAt: plusSeconds(day, days(60)), untilAt: plusSeconds(day, days(72)) };
  await addAbsence(tx, workspaceId, by, { ...summer, coverId: duty }, day);
  const autumn = { memberId: lately, fromAt: plusSeconds(now, -days(2)), untilAt: plusSeconds(now, days(5)) };
  await addAbsence(tx, workspaceId, by, { ...autumn, coverId: manager }, day);
}

async function serve(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  client: Client,
  { n, day, accountOwnerId }: { n: number; day: Instant; accountOwnerId: string | undefined },
): Promise<Served> {
  const { name, contact, isStandIn = false, language, timeZone, tags, tier } = client;
  const person = contact ?? name;
  const addresses = isStandIn ? [] : addressesOf(person, n);
  const preferredChannel = addresses[0]?.channel ?? null;
  const customer = await createCustomer(
    tx,
    workspaceId,
    by,
    {
      name,
      kind: contact ? "organisation" : "person",
      isStandIn,
      ...(language && { language }),
      ...(timeZone && { timeZone }),
      ...(tags && { tags }),
      ...(tier && { tier }),
      ...(contact && accountOwnerId && { accountOwnerId }),
      contacts: [{ name: person, preferredChannel, addresses }],
    },
    day,
  );
  const [known] = await contactsAt(tx, workspaceId, [customer.id]);
  const hasEmail = addresses.some(({ channel }) => channel === "email");
  return { client, customerId: customer.id, contactId: known?.id ?? "", hasEmail };
}

/** Most have both; every seventh only a telephone, one has moved and left an address at which nobody is, one has none. */
function addressesOf(person: string, n: number): Address[] {
  const number = { channel: "phone" as const, address: `+4420794600${String(n + 10).padStart(2, "0")}` };
  if (n === unreachable) return [];
  if (n % 7 === 6) return [number];
  const at = n === movedAway ? "gone.example" : n % 2 ? "post.example" : "mail.example";
  return [{ channel: "email", address: `${slugOf(person)}@${at}` }, number];
}

/** Written down twice by two people, and seen to be one. */
async function meetTwice(
  tx: Tx,
  workspaceId: string,
  by: Exclude<Acting, "machine">,
  { client, customerId }: Served,
  day: Instant,
): Promise<void> {
  const again = { name: client.contact ?? client.name, kind: "person" } as const;
  const { id: aliasId } = await createCustomer(tx, workspaceId, by, again, day);
  await mergeCustomers(tx, workspaceId, by, { intoId: customerId, aliasId }, day);
}

async function understand(
  tx: Tx,
  workspaceId: string,
  by: Exclude<Acting, "machine">,
  { customerId }: Served,
  { notes }: Business,
  chance: Chance,
  day: Instant,
): Promise<void> {
  const { topic, text, heard = null, isShared = false } = chance.oneOf(notes);
  const at = plusSeconds(day, chance.between(1, halfYear * week * 0.9));
  await writeProfile(tx, workspaceId, by, customerId, { topic, text, whatWeHeard: heard, isShared }, at);
}
