import assert from "node:assert/strict";
import { customersContract } from "#app/customers/wire.ts";
import { contactsContract } from "#app/customers/wire-contacts.ts";
import type { Instant } from "#base/instant.ts";
import { command } from "#test/harness/house.ts";
import { staffAt } from "#test/harness/staff.ts";
import type { Desk } from "./writers.ts";

const ana = "ana@ortiz.example";
export const marta = "marta@lindqvist.example";

/** Ana's business in a house that runs, and Marta, whom she promises things. */
export async function openDesk(
  house: { url: string; now: () => Instant },
  environment: Record<string, string>,
): Promise<Desk & { workspaceId: string }> {
  const member = ["--member-name", "Ana Ortiz", "--member-email", ana];
  const words = ["workspace", "create", "--name", "Ortiz", ...member, "--time-zone", "Europe/Berlin", "--json"];
  const { code, err, json } = await command(words, environment);
  assert.equal(code, 0, err);
  const made = json as { workspace_id: string; api_key: string };
  const staff = staffAt(house.url, made.api_key);
  const customer = { name: "Lindqvist", kind: "organisation" } as const;
  const { id: customerId } = await staff.ask(customersContract.createCustomer, { body: customer });
  const addresses = [{ channel: "email" as const, address: marta }];
  const contact = { name: "Marta Lindqvist", preferred_channel: "email" as const, addresses };
  const { id: contactId } = await staff.ask(contactsContract.addContact, { id: customerId, body: contact });
  return {
    urls: [house.url],
    now: house.now,
    apiKey: made.api_key,
    customerId,
    contactId,
    workspaceId: made.workspace_id,
  };
}
