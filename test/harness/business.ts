import assert from "node:assert/strict";
import { customersContract } from "#app/customers/wire.ts";
import { contactsContract } from "#app/customers/wire-contacts.ts";
import { openHouse } from "./house.ts";
import { staffAt } from "./staff.ts";

export type Business = Awaited<ReturnType<typeof openBusiness>>;

/**
 * Ana's business in Berlin, made by the command line, and a customer of hers with one contact, Marta, made over the API.
 */
export async function openBusiness({ language }: { language: "en" | "de" }) {
  const names = ["--name", "Ortiz Heizung & Wasser", "--member-name", "Ana Ortiz", "--member-email", ana];
  const place = ["--time-zone", "Europe/Berlin", "--language", language];
  const house = await openHouse();
  const { code, err, json } = await house.run("workspace", "create", ...names, ...place, "--json");
  assert.equal(code, 0, err);
  const made = json as { workspace_id: string; member_id: string; api_key: string };
  const staff = staffAt(house.url, made.api_key);
  const customer = await staff.ask(customersContract.createCustomer, {
    body: { name: "Lindqvist", kind: "organisation", time_zone: "Europe/Berlin" },
  });
  const addresses = [
    { channel: "email" as const, address: marta },
    { channel: "phone" as const, address: "+49 30 5550 117" },
  ];
  const contact = await staff.ask(contactsContract.addContact, {
    id: customer.id,
    body: { name: "Marta Lindqvist", language, preferred_channel: "email", addresses },
  });
  return { house, staff, workspaceId: made.workspace_id, customerId: customer.id, contactId: contact.id };
}

export const ana = "ana@ortiz.example";
export const marta = "marta@lindqvist.example";
