import { cpuSecondsOf } from "#test/bench/process.ts";
import { atMost, median, type Row } from "#test/bench/row.ts";
import type { World } from "#test/bench/world.ts";

/** What the customer sees: five promises, one of them moved twice, read again and again. */
export const page: Row = {
  what: "customer page",
  must: "≤ 15 kB, 0 bytes of script, server CPU < 2 ms",
  aim: "< 1 ms",
  measure: async (world) => {
    const path = await newPage(world);
    const html = await (await fetch(world.house.url + path)).text();
    const requests = { list: [{ method: "GET", path }], connections: 4 };
    // V8 compiles in the first seconds what it runs often.
    await world.deed(requests);
    const costs: number[] = [];
    for (let round = 0; round < world.size.rounds; round++) {
      const before = cpuSecondsOf(world.house.pid);
      const { perSecond } = await world.deed(requests);
      costs.push(((cpuSecondsOf(world.house.pid) - before) / (perSecond * world.size.seconds)) * 1000);
    }
    const [millis, bytes] = [median(costs), Buffer.byteLength(html)];
    const hasScript = /<script|\son\w+=/i.test(html);
    const figures = `${(bytes / 1000).toFixed(1)} kB, ${hasScript ? "with" : "no"} script, **${millis.toFixed(2)} ms** CPU`;
    return { figures, verdict: bytes <= 15_000 && !hasScript ? atMost(millis, 2, 1) : "missed" };
  },
};

async function newPage({ house, few }: World): Promise<string> {
  const make = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${few.apiKey}`, "content-type": "application/json" };
    const answer = await fetch(`${house.url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as { id: string; url: string; contacts: { id: string }[] };
  };
  const addresses = [{ channel: "phone", address: "+49 30 5550 117" }];
  const contacts = [{ name: "Marta Lindqvist", preferred_channel: "phone", addresses }];
  const marta = await make("/customers", { name: "Lindqvist", kind: "organisation", contacts });
  const texts = ["A written estimate", "The new pump", "A call about the boiler", "The invoice", "A visit"];
  for (const [day, text] of texts.entries()) {
    const given = { customer_id: marta.id, text, kind: "other", due_at: daysFromNow(day + 2) };
    const { id } = await make("/promises", given);
    for (const hour of day === 0 ? [1, 2] : []) {
      const told = { channel: "phone", at: new Date().toISOString() };
      await make(`/promises/${id}/moves`, {
        due_at: daysFromNow(2 + hour / 24),
        reason: "The price list comes at noon.",
        told,
      });
    }
  }
  const { url } = await make(`/contacts/${marta.contacts[0]?.id}/links`, {});
  return new URL(url).pathname;
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
