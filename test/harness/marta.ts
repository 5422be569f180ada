import { createCustomer, type NewCustomer } from "#app/customers/actions.ts";
import { makeLink, urlOf } from "#app/customers/actions-links.ts";
import { contactsAt } from "#app/customers/store-contacts.ts";
import { addMember } from "#app/members/actions.ts";
import { makePromise } from "#app/promises/actions.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import type { Recording } from "#app/promises/recording.ts";
import { type Instant, instant, plusSeconds } from "#base/instant.ts";
import { type Database, inWorkspace, type Tx } from "#engine/db/database.ts";
import { testSecret } from "./database.ts";
import { newWorkspace } from "./workspace.ts";

/** A Thursday morning in Berlin: everybody is at work. */
export const thursday = instant("2026-11-26T09:40:00Z");
export const hour = 3600;
export const day = 86_400;

const marta: NewCustomer = {
  kind: "person",
  name: "Marta Lindqvist",
  contacts: [
    {
      name: "Marta Lindqvist",
      preferredChannel: "email",
      addresses: [{ channel: "email", address: "marta@lindqvist.example" }],
    },
  ],
};

/** Ana's house with its customer Marta and her link; `promise` gives her one, `ben` is Ana's colleague. */
export async function newMarta(db: Database, different: Partial<NewCustomer> = {}, house: { language?: string } = {}) {
  const { workspaceId, member } = await newWorkspace(db, {
    name: "Ortiz Heating & Water",
    now: plusSeconds(thursday, -90 * day),
    ...house,
  });
  const ana = { ...member, name: "Ana Ortiz" };
  const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, workspaceId, work);
  const { customerId, contactIds, benId } = await within(async (tx) => {
    const made = plusSeconds(thursday, -80 * day);
    const customer = await createCustomer(tx, workspaceId, ana, { ...marta, ...different }, made);
    const colleague = { name: "Ben Okoye", email: "ben@plumbing.example", role: "member" as const };
    const ben = await addMember(tx, workspaceId, "machine", colleague, made);
    const contacts = await contactsAt(tx, workspaceId, [customer.id]);
    return { customerId: customer.id, contactIds: contacts.map(({ id }) => id), benId: ben.id };
  });
  const [contactId = ""] = contactIds;
  const link = async (days = 180, now: Instant = plusSeconds(thursday, -day), whose = contactId) => {
    const made = await within((tx) => makeLink(tx, workspaceId, "machine", whose, days, now));
    return urlOf(workspaceId, made, { publicUrl: "", secret: testSecret });
  };
  const promise = (text: string, said: Said = {}): Promise<Promise_> => {
    const { dueAt = plusSeconds(thursday, 4 * hour), opensAt = null, recordedAt, ...rest } = said;
    const madeAt = said.madeAt ?? plusSeconds(thursday, -2 * hour);
    const recording: Recording = {
      ...usual,
      customerId,
      contactId,
      text,
      ...rest,
      madeAt,
      due: () => ({ dueAt, opensAt }),
    };
    return within(async (tx) => (await makePromise(tx, ana, recording, recordedAt ?? madeAt)).promise);
  };
  return { db, workspaceId, ana, benId, customerId, contactId, contactIds, within, link, promise };
}

export type Marta = Awaited<ReturnType<typeof newMarta>>;

type Said = Partial<Omit<Recording, "due">> & { dueAt?: Instant; opensAt?: Instant | null; recordedAt?: Instant };

const usual = {
  toMemberId: null,
  kind: "other",
  estimate: null,
  wantedByAt: null,
  ownerId: null,
  handlerId: null,
  coverId: null,
  madeVia: "phone",
  isVisible: true,
  isShared: false,
  waitsForId: null,
  isQuoted: false,
  shortQuoteReason: null,
};
