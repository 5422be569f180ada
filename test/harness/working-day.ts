import assert from "node:assert/strict";
import { afterEach } from "node:test";
import type { Page } from "playwright-core";
import { customersContract } from "#app/customers/wire.ts";
import { type Besides, openHouse } from "./house.ts";
import type { Arrived } from "./mail-server.ts";
import { staffAt } from "./staff.ts";
import { asPhone, openDesk } from "./staff-browser.ts";

type Opening = { business: string; member: string; trade: string } & Besides;
type Someone = { name: string; kind?: "person" | "organisation"; time_zone?: string };

/**
 * A business on a Monday at nine in Berlin: the whole house, whoever works there at a real browser, and customers who
 * read their mail and their page. `trade` gives its hours and words.
 */
export async function openWorkingDay({ business, member, trade, ...around }: Opening) {
  const house = await openHouse(around);
  const [first = ""] = member.toLowerCase().split(" ");
  const me = { email: `${first}@business.example`, password: "a sentence is easier" };
  const made = await house.run(
    ...["workspace", "create", "--name", business, "--time-zone", "Europe/Berlin", "--language", "en"],
    ...["--trade", trade, "--member-name", member, "--member-email", me.email, "--member-password", me.password],
    "--json",
  );
  assert.equal(made.code, 0, made.err);
  const { api_key: key, member_id: memberId } = made.json as { api_key: string; member_id: string };
  const staff = staffAt(house.url, key);
  const { open, signIn, closePages } = await openDesk(house.url);
  afterEach(() => closePages());

  /** Writes down a customer who has a mailbox; gives its address. */
  async function know({ name, kind = "person", time_zone = "Europe/Berlin" }: Someone): Promise<string> {
    const address = `${name.toLowerCase().replaceAll(" ", ".")}@customer.example`;
    const contacts = [
      {
        ...{ name: kind === "person" ? name : "Nora Blum", preferred_channel: "email" as const },
        addresses: [{ channel: "email" as const, address }],
      },
    ];
    await staff.ask(customersContract.createCustomer, { body: { name, kind, time_zone, contacts } });
    return address;
  }

  /** The newest mail to somebody about this, once everything due has happened. */
  async function mailTo(address: string, about: string | RegExp): Promise<Arrived> {
    await house.settle();
    const fits = ({ envelope, subject = "", text = "" }: Arrived) =>
      envelope.to.includes(address) && new RegExp(about).test(`${subject} ${text}`);
    await house.mail.waitFor(fits);
    return house.mail.inbox.findLast(fits) ?? assert.fail(`no mail about ${about}`);
  }

  /** The customer's page, opened on their phone by the link in a mail. */
  async function pageOf({ text = "" }: Arrived): Promise<Page> {
    const [link = ""] = /http\S+\/c\/[\w-]+/.exec(text) ?? [];
    const page = await open(asPhone);
    await page.goto(link);
    return page;
  }

  return { house, staff, me, memberId, key, open, signIn, know, mailTo, pageOf };
}

/** Presses Tab until the button of this name has the focus, and then Enter: as who has no mouse does. */
export async function pressByKeys(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    const focused = await page.evaluate("document.activeElement?.textContent?.trim()");
    if (focused === name) return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  assert.fail(`no button "${name}" is reached by Tab`);
}
