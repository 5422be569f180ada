import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { contractor } from "#cli/demo/contractor.ts";

type Made = { name: string; proprietor: string };

const program = join(import.meta.dirname, "../../truepenny");

/** Makes the demo in the house of this data folder; gives how the proprietor of its contractor comes in. */
export async function makeDemo(dataFolder: string): Promise<{ email: string; password: string }> {
  const env = { ...process.env, TRUEPENNY_DATA: dataFolder };
  const { stdout } = await promisify(execFile)(program, ["demo", "--json"], { env });
  const { password, workspaces } = JSON.parse(stdout) as { password: string; workspaces: Made[] };
  return { email: workspaces.find(({ name }) => name === contractor.name)?.proprietor ?? "", password };
}

/** Signs in at a browser, whose pages then are all this person's. */
export async function signIn(browser: Browser, url: string, who: { email: string; password: string }) {
  const context = await browser.newContext({ baseURL: url, locale: "en-GB", timezoneId: "Europe/Berlin" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill(who.email);
  await page.locator("input[type=password]").fill(who.password);
  await page.locator("button[type=submit]").click();
  await page.locator("nav").waitFor();
  return { page, storage: await context.storageState() };
}

const leak = {
  ...{ kind: "complaint", channel: "phone", subject: "The radiator leaks again" },
  words: "You changed the valve in the hall on Tuesday, and this morning there is water below it. Can somebody come?",
};
const outage = "The gas in Lindenstraße is off until the main is mended";
const alsoRaised = [
  {
    ...{ kind: "complaint", channel: "phone", subject: "No warm water since six" },
    words: "Nothing comes warm in the whole house. What is it?",
  },
  {
    ...{ kind: "question", channel: "visit", subject: "Which boiler for four rooms?" },
    words: "We are four from March on. Does the old one do, and what would another cost?",
  },
  {
    ...{ kind: "request", channel: "phone", subject: "A second key for the boiler room" },
    words: "The caretaker has none.",
  },
];

type Listed = { id?: string; customer_id?: string; due_at: string };

/** What stands for the `$` in an address, and the page of a customer who was promised something. */
export async function idsOf(page: Page): Promise<Record<string, string>> {
  const ask = <T>(path: string) => page.evaluate<T>(`fetch("/api/v1${path}").then((answer) => answer.json())`);
  const first = async (path: string) => (await ask<{ items: { id: string }[] }>(path)).items[0]?.id ?? "";
  const { items } = await ask<{ items: Listed[] }>("/promises?order=urgent&limit=200");
  // One with something still to come, as most have.
  const { id = "", customer_id: customer = "" } = items.find(({ due_at }) => Date.parse(due_at) > Date.now()) ?? {};
  const { contacts } = await ask<{ contacts: { id: string }[] }>(`/customers/${customer}`);
  const { csrf_token: token } = await ask<{ csrf_token: string }>("/me");
  const post = <T>(path: string, body: object) => {
    const headers = { "content-type": "application/json", "x-csrf-token": token };
    const how = JSON.stringify({ method: "POST", body: JSON.stringify(body), headers });
    return page.evaluate<T>(`fetch("/api/v1${path}", ${how}).then((answer) => answer.json())`);
  };
  const { url } = await post<{ url: string }>(`/contacts/${contacts[0]?.id}/links`, {});
  // The half year of the demo is one of promises; what customers raise is written down here.
  const { id: caseId } = await post<{ id: string }>("/cases", { ...leak, customer_id: customer, own: true });
  const raised: string[] = [];
  for (const each of alsoRaised) {
    raised.push((await post<{ id: string }>("/cases", { ...each, customer_id: customer })).id);
  }
  const { cause_id: causeId } = await post<{ cause_id: string }>(`/cases/${raised[0]}/causes`, { text: outage });
  await post(`/causes/${causeId}/statuses`, { message: { body: "The gas works expect to be done by three." } });
  return {
    "/promises/$id": `/promises/${id}`,
    "/customers/$id": `/customers/${customer}`,
    "/cases/$id": `/cases/${caseId}`,
    "/causes/$id": `/causes/${causeId}`,
    "/settings/calendars/$id": `/settings/calendars/${await first("/calendars")}`,
    "/settings/teams/$id": `/settings/teams/${await first("/teams")}`,
    "/invitation/$token": "/invitation/nobody",
    "customer-page": new URL(url).pathname,
  };
}
