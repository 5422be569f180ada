import { get } from "node:http";
import { openDesk } from "#test/bench/desk.ts";
import { atMost, type Row } from "#test/bench/row.ts";

/** What a browser asks for until Today is there, and what of it is script and style, compressed as an old one takes it. */
export const firstLoad: Row = {
  what: "staff app, first load",
  must: "≤ 220 kB gzip JS + CSS, < 10 requests",
  aim: "≤ 160 kB",
  measure: async (world) => {
    await using desk = await openDesk(world);
    const page = await desk.open({ serviceWorkers: "block" });
    const urls: string[] = [];
    page.on("request", (request) => urls.push(request.url()));
    const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/v1/today");
    await page.goto("/today");
    await answered;
    await page.getByRole("main").getByRole("heading").first().waitFor();
    const written = urls.filter((url) => /\.(?:js|css)$/.test(new URL(url).pathname));
    const sizes = await Promise.all(written.map(gzipped));
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    const figures = `**${kilobytes.toFixed(0)} kB** gzip, ${urls.length} requests`;
    return { figures, verdict: urls.length < 10 ? atMost(kilobytes, 220, 160) : "missed" };
  },
};

/** How many bytes of it travel. (fetch would take brotli, and unpack it.) */
function gzipped(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}
