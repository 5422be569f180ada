import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { devicesContract } from "#app/members/wire-devices.ts";
import { openHouse } from "#test/harness/house.ts";
import { browserOf } from "#test/harness/pushed.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asDesktop, asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const { api_key: key } = made.json as { api_key: string };
const { ask } = staffAt(house.url, key);
const { signIn } = await openDesk(house.url);

/** A browser that asks no push service on the internet, and whose member says this when they are asked. */
async function standIn(page: Page, word: string, says: "granted" | "denied"): Promise<void> {
  const { endpoint, p256dh, auth } = browserOf(word);
  const given = JSON.stringify({ endpoint, keys: { p256dh, auth } });
  const content = `{
    const given = ${given};
    const subscription = {
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: async () => { localStorage.removeItem("pushed"); return true; },
    };
    let permission = "default";
    Object.defineProperty(Notification, "permission", { get: () => permission });
    Notification.requestPermission = async () => (permission = "${says}");
    PushManager.prototype.getSubscription = async () => (localStorage.getItem("pushed") ? subscription : null);
    PushManager.prototype.subscribe = async (asked) => {
      if (!asked.userVisibleOnly || permission !== "granted") throw new Error("not allowed");
      localStorage.setItem("pushed", asked.applicationServerKey);
      return subscription;
    };
  }`;
  await page.addInitScript({ content });
}

describe("devices that ring", () => {
  test("a member allows this device by a tap, finds it in the list, and takes it away", async () => {
    for (const how of [asDesktop, asPhone]) {
      const page = await signIn(ana, how);
      await standIn(page, "ana", "granted");
      await page.goto("/settings");
      await page.getByRole("link", { name: "Devices" }).click();
      await page.getByRole("heading", { name: "Devices", level: 1 }).waitFor();
      await page.reload();
      await page.getByText("No device rings yet").waitFor();
      await meet(page, "settings devices, none");
      await page.getByRole("button", { name: "Ring on this device" }).click();
      await page.getByRole("listitem").filter({ hasText: "this device" }).waitFor();
      await meet(page, "settings devices");
      const { items, public_key } = await ask(devicesContract.listDevices, {});
      assert.equal(items[0]?.endpoint, browserOf("ana").endpoint);
      assert.equal(await page.evaluate('localStorage.getItem("pushed")'), public_key);
      await page.reload();
      await page.getByRole("listitem").filter({ hasText: "this device" }).waitFor();
      assert.equal(await page.getByRole("button", { name: "Ring on this device" }).count(), 0);
      await page.getByRole("button", { name: /^Take away/ }).click();
      await page.getByText("No device rings yet").waitFor();
      await page.getByRole("button", { name: "Ring on this device" }).waitFor();
    }
  });

  test("who says no to the browser is told how to change their mind", async () => {
    const page = await signIn(ana, asPhone);
    await standIn(page, "no", "denied");
    await page.goto("/settings/devices");
    await page.getByRole("button", { name: "Ring on this device" }).click();
    await page.getByText("Allow notifications beside its address").waitFor();
    await meet(page, "settings devices, refused");
    assert.deepEqual((await ask(devicesContract.listDevices, {})).items, []);
  });

  test("at an address that is not safe it is said why no device can ring", async () => {
    const page = await signIn(ana);
    await page.addInitScript({ content: 'Object.defineProperty(window, "isSecureContext", { value: false });' });
    await page.goto("/settings/devices");
    await page.getByText("only at a safe address that begins with https").waitFor();
    assert.equal(await page.getByRole("button", { name: "Ring on this device" }).count(), 0);
  });

  test("what is pushed is shown by the worker, though no page is open at it", async () => {
    const page = await signIn(ana);
    await page.context().grantPermissions(["notifications"]);
    const line = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      line.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        const active = versions.find(({ status }) => status === "activated");
        if (active) resolve(active.registrationId);
      });
    });
    await line.send("ServiceWorker.enable");
    const data = JSON.stringify({
      title: "3 promises need you",
      body: "The sink, for Marta: due at five.",
      tag: "one",
    });
    const registrationId = await registered;
    await line.send("ServiceWorker.deliverPushMessage", { origin: new URL(page.url()).origin, registrationId, data });
    const shown = `navigator.serviceWorker.ready.then((worker) => worker.getNotifications())
      .then((all) => all.map(({ title, body }) => title + ": " + body).join())`;
    await page.waitForFunction(
      `${shown}.then((all) => all === "3 promises need you: The sink, for Marta: due at five.")`,
    );
  });
});
