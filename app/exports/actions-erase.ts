import { foundCustomer } from "#app/customers/actions-found.ts";
import { findCustomers } from "#app/customers/store.ts";
import { addressesOf, contactsAt, findContacts } from "#app/customers/store-contacts.ts";
import { revokeLinksOf } from "#app/customers/store-links.ts";
import { contactIdsOf, customerIdsOf, resolve } from "#app/customers/store-merges.ts";
import type { By } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Erasing, erasedWord, mentionsOf } from "./erasure.ts";
import * as store from "./store-erase.ts";

/** What went: rows whose words are gone, and words of the journal that nobody can read any more. */
export type Erased = { customers: number; contacts: number; promises: number; messages: number; journalTexts: number };

/**
 * Forgets a customer with all their contacts. What was promised and whether it was kept stays in the record, without a
 * word of whom or what; the journal proves as before. Refuses `still_owed`.
 */
export async function eraseCustomer(
  tx: Tx,
  workspaceId: string,
  id: string,
  now: Instant,
  by: By = "machine",
): Promise<Erased> {
  const customer = await foundCustomer(tx, workspaceId, id, "for update");
  const customerIds = await customerIdsOf(tx, workspaceId, customer.id);
  const contacts = await contactsAt(tx, workspaceId, customerIds);
  const whose = { customerIds, contactIds: contacts.map((contact) => contact.id) };
  const erased = await erase(tx, workspaceId, whose, now);
  await append(tx, workspaceId, { chainId: customer.id, what: "customer erased", at: now, by, subjectId: customer.id });
  return erased;
}

/** Forgets one contact; the customer too, where that is one person and this was the only contact. Refuses `still_owed`. */
export async function eraseContact(
  tx: Tx,
  workspaceId: string,
  id: string,
  now: Instant,
  by: By = "machine",
): Promise<Erased> {
  const contactIds = await contactIdsOf(tx, workspaceId, id);
  const contacts = await findContacts(tx, workspaceId, contactIds, "for update");
  const [contact] = contacts;
  if (!contact) throw missing("contact");
  const root = await resolve(tx, workspaceId, "customer", contact.customerId);
  const whose = { contactIds, customerIds: await alone(tx, workspaceId, root, contactIds) };
  const erased = await erase(tx, workspaceId, whose, now);
  await append(tx, workspaceId, { chainId: root, what: "contact erased", at: now, by, subjectId: contact.id });
  return erased;
}

/** The customer and its aliases, if it is a person and nobody else is left there; else none. */
async function alone(tx: Tx, workspaceId: string, root: string, contactIds: readonly string[]): Promise<string[]> {
  const customerIds = await customerIdsOf(tx, workspaceId, root);
  const customers = await findCustomers(tx, workspaceId, customerIds);
  const others = (await contactsAt(tx, workspaceId, customerIds)).filter(
    ({ id, name }) => !contactIds.includes(id) && name !== erasedWord,
  );
  return others.length === 0 && customers.every(({ kind }) => kind === "person") ? customerIds : [];
}

async function erase(tx: Tx, workspaceId: string, whose: Erasing, now: Instant): Promise<Erased> {
  await store.takeYourTime(tx);
  const owed = await store.stillOwed(tx, workspaceId, whose);
  if (owed > 0) {
    const sentence = `There are ${owed} open promises or series to them. Keep, release or end these first, then erase.`;
    throw conflict("still_owed", sentence, { owed });
  }
  const names = await store.namesOf(tx, workspaceId, whose);
  const mentions = mentionsOf(names, await addressesOf(tx, workspaceId, whose.contactIds));
  let journalTexts = await store.eraseJournalTexts(tx, workspaceId, whose);
  await store.eraseAnswers(tx, workspaceId, whose, mentions);
  await store.eraseMailToMembers(tx, workspaceId, whose, now);
  await store.eraseArrivals(tx, workspaceId, whose, mentions);
  await store.eraseAttachments(tx, workspaceId, whose);
  const messages = await store.eraseMessages(tx, workspaceId, whose, now);
  const promises = await store.erasePromises(tx, workspaceId, whose);
  await store.eraseCases(tx, workspaceId, whose);
  await store.eraseProfile(tx, workspaceId, whose, now);
  await revokeLinksOf(tx, workspaceId, whose.contactIds, now);
  await store.erasePeople(tx, workspaceId, whose);
  if (mentions !== null) journalTexts += await store.eraseMentions(tx, workspaceId, mentions);
  return {
    customers: whose.customerIds.length,
    contacts: whose.contactIds.length,
    promises,
    messages,
    journalTexts,
  };
}
