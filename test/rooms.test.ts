/**
 * The house rules. A rule walks the tree and finds its files by itself, so nothing here changes when a file arrives.
 * Each is proved before it is trusted: it must catch what is planted against it and leave alone what is in order.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import * as honesty from "#test/rooms/honesty.ts";
import * as ladder from "#test/rooms/ladder.ts";
import * as names from "#test/rooms/names.ts";
import * as purity from "#test/rooms/purity.ts";
import * as sizes from "#test/rooms/sizes.ts";
import { type File, file, type Rule, readTree, type Tree } from "#test/rooms/tree.ts";
import * as visits from "#test/rooms/visits.ts";

const house = readTree(join(import.meta.dirname, ".."));

/** Each planted tree must be answered with exactly one sentence, and that sentence must hold the words beside it. */
type Proof = { caught: [words: string, ...tree: Tree][]; fine: Tree };

function rule(sentence: string, check: Rule, { caught, fine }: Proof): void {
  describe(sentence, () => {
    test("a planted violation is caught", () => {
      for (const [words, ...tree] of caught) {
        const said = check(tree);
        const where = tree.map((f) => `${f.path}: ${f.text}`).join("\n");
        assert.equal(said.length, 1, `one sentence for\n${where}\n${said.join("\n")}`);
        assert.ok(said[0]?.includes(words), `${said[0]}\nshould say: ${words}`);
      }
    });
    test("what is in order is left alone", () => assert.deepEqual(check(fine), []));
    test("the house keeps it", () => {
      const said = check(house);
      assert.equal(said.length, 0, `\n${said.join("\n")}\n`);
    });
  });
}

function importing(path: string, ...imported: string[]): File {
  return file(path, imported.map((from) => `import { x } from "${from}";\n`).join(""));
}

function long(path: string, lines: number): File {
  return file(path, "a;\n".repeat(lines));
}

rule("who may import whom", visits.visitsAreMannered, {
  caught: [
    ["base is pure", importing("base/money.ts", "#engine/db/pool.ts")],
    ["may not import node:fs: base is pure", importing("base/money.ts", "node:fs")],
    ["may not import hono: base is pure", importing("base/money.ts", "hono")],
    [
      "may not import app/promises/promise.ts: the engine knows",
      importing("engine/x/y.ts", "#app/promises/promise.ts"),
    ],
    ["the engine knows no subject", importing("engine/db/y.ts", "#app/promises/store.ts")],
    ["a pure file never touches", importing("app/promises/promise.ts", "#engine/http/router.ts")],
    ["a pure file never touches", importing("app/promises/promise.ts", "./store.ts")],
    ["a pure file never touches", importing("app/promises/promise.ts", "node:net")],
    ["a pure file never touches", file("app/promises/wire.ts", `const x = await import("node:http");`)],
    ["a pure file never touches", file("app/promises/wire.ts", `export { x } from "./actions.ts";`)],
    ["a store holds the SQL", importing("app/promises/store.ts", "#engine/http/router.ts")],
    ["a store holds the SQL", importing("app/promises/store.ts", "#app/customers/store.ts")],
    ["a store holds the SQL", importing("app/promises/store-rings.ts", "./actions.ts")],
    ["an action uses rules", importing("app/promises/actions.ts", "./api.ts")],
    ["an action uses rules", importing("app/promises/actions-series.ts", "#portal/page.ts")],
    [
      "app/promises/api.ts:1 may not import app/customers/api.ts: a door uses actions and stores, never another door",
      importing("app/promises/api.ts", "#app/customers/api.ts"),
    ],
    ["never another door", importing("app/promises/clock.ts", "./portal.ts")],
    ["never another door", importing("app/promises/api.ts", "#portal/page.ts")],
    ["may not import fastify", importing("app/promises/api.ts", "fastify")],
    ["the customer's house frames", importing("portal/page.ts", "#app/promises/portal.ts")],
    ["the customer's house frames", importing("portal/page.ts", "#app/promises/store.ts")],
    ["a screen runs in a browser", importing("web/app.tsx", "#engine/http/router.ts")],
    ["a screen runs in a browser", importing("web/app.tsx", "node:fs")],
    ["knows no subject", importing("web/ui/button.tsx", "#app/promises/promise.ts")],
    ["may not import web/desk/call.ts", importing("web/ui/button.tsx", "#web/desk/call.ts")],
    ["knows no screen", importing("web/desk/call.ts", "#web/promises/list.tsx")],
    ["never the frame", importing("web/promises/list.tsx", "#web/frame/nav.tsx")],
    ["never the frame", importing("web/promises/list.tsx", "#app/promises/actions.ts")],
    ["a command is a door", importing("cli/verify.ts", "#app/journal/api.ts")],
    ["node:fs", file("base/money.ts", `const a = /["'\`]/;\nconst b = \`\${c ? \`"\` : "}"}'\`;\nimport "node:fs";`)],
    ["a script in docs/", importing("docs/check-export.ts", "#base/instant.ts")],
    ["may not import test/harness/mail.ts", importing("engine/x/y.ts", "#test/harness/mail.ts")],
  ],
  fine: [
    importing("base/instant.ts", "temporal-polyfill", "./money.ts", "node:crypto"),
    importing("engine/http/router.ts", "fastify", "node:http", "#engine/db/pool.ts", "#base/refusal.ts"),
    importing("app/promises/promise.ts", "./quote.ts", "#base/instant.ts", "#app/customers/customer.ts"),
    importing("app/promises/wire.ts", "zod/mini", "#base/contract.ts"),
    importing(
      "app/promises/store.ts",
      "kysely",
      "#engine/db/pool.ts",
      "#db/tables.ts",
      "./promise.ts",
      "./store-rings.ts",
    ),
    importing("app/promises/actions.ts", "./store.ts", "#app/customers/actions.ts", "#engine/clock/loop.ts"),
    importing("app/promises/api.ts", "./actions.ts", "./wire.ts", "./api-acts.ts", "#engine/http/router.ts"),
    importing("app/promises/portal.ts", "#portal/page.ts", "./letters.ts", "hono/html"),
    importing("app/promises/promise.test.ts", "#app/exports/api.ts", "#test/harness/database.ts"),
    importing("portal/page.ts", "./style.ts", "#app/promises/wire.ts", "#engine/http/router.ts"),
    importing("web/app.tsx", "react", "#web/promises/list.tsx", "#web/ui/button.tsx"),
    importing("web/today/today.tsx", "#web/promises/acts.tsx", "#web/ui/button.tsx", "#app/promises/promise.ts"),
    importing("web/frame/nav.tsx", "#web/desk/call.ts", "#web/members/sign-in.tsx", "#web/ui/button.tsx"),
    importing("cli/verify.ts", "node:util", "#app/journal/actions.ts", "./print.ts"),
    importing("main.ts", "#app/promises/api.ts", "pino"),
    file("app/promises/promise.ts", `// import { x } from "node:fs"\nconst says = 'import { x } from "node:fs"';`),
  ],
});

rule("every file of code stands in a room", visits.everyFileHasARoom, {
  caught: [
    ["stands in no room", file("scripts/dump.ts", "")],
    ["stands in no room", file("app/loose.ts", "")],
  ],
  fine: [file("main.ts", ""), file("app/promises/api.ts", ""), file("cli/verify.ts", ""), file("test/x.ts", "")],
});

rule("every subject stands on the ladder", ladder.everySubjectStandsOnTheLadder, {
  caught: [
    ["stands in no subject", file("app/invoices/invoice.ts", "")],
    ["stands in no subject", file("app/loose.ts", "")],
  ],
  fine: [file("app/promises/promise.ts", ""), file("web/invoices/list.tsx", "")],
});

rule("a subject looks only down the ladder", ladder.subjectsLookOnlyDown, {
  caught: [
    ["promises stands above customers", importing("app/customers/actions.ts", "#app/promises/actions.ts")],
    ["today stands above journal", file("app/journal/journal.ts", `import type { X } from "#app/today/today.ts";`)],
  ],
  fine: [importing("app/promises/actions.ts", "./promise.ts", "#app/customers/actions.ts", "#base/instant.ts")],
});

rule("a screen is made of what stands below it", ladder.screensLookOnlyDown, {
  caught: [
    ["stand above those of promises", importing("web/promises/list.tsx", "#web/today/today.tsx")],
    ["stands on no step", file("web/invoices/list.tsx", "")],
  ],
  fine: [
    importing("web/today/today.tsx", "#web/promises/acts.tsx", "#web/ui/button.tsx"),
    importing("web/frame/nav.tsx", "#web/settings/settings.tsx"),
  ],
});

rule("no imports go in a circle", ladder.noCircles, {
  caught: [
    ["a.ts → base/b.ts → base/a.ts is a circle", importing("base/a.ts", "./b.ts"), importing("base/b.ts", "./a.ts")],
    [
      "is a circle",
      importing("app/promises/promise.ts", "./quote.ts"),
      importing("app/promises/quote.ts", "./record.ts"),
      importing("app/promises/record.ts", "./quote.ts"),
    ],
  ],
  fine: [importing("base/a.ts", "./b.ts", "./c.ts"), importing("base/b.ts", "./c.ts"), importing("base/c.ts")],
});

rule("in app/ and base/ nobody reads the time", purity.nobodyReadsTheTime, {
  caught: [
    ["Date.now", file("app/promises/promise.ts", "const at = Date.now();")],
    ["new Date()", file("app/promises/actions.ts", "const at = new Date();")],
    ["new Date", file("app/promises/api.ts", "const at = new Date;")],
    ["Temporal.Now", file("app/promises/clock.ts", "const at = Temporal.Now.instant();")],
    ["performance.now", file("app/promises/store.ts", "const at = performance.now();")],
    ["hrtime", file("app/promises/store.ts", "const at = process.hrtime.bigint();")],
    ["app/today/today.ts:2", file("app/today/today.ts", `const a = 1;\nconst says = \`at \${Date.now()}\`;`)],
    ["Temporal.Now", file("base/calendar.ts", "const at = Temporal.Now.instant();")],
  ],
  fine: [
    file(
      "app/promises/promise.ts",
      `const a = new Date(at.epochMilliseconds); // not Date.now()\nconst b = "Date.now()";`,
    ),
    file("app/promises/promise.test.ts", "const before = Date.now();"),
    file("engine/clock/loop.ts", "const at = Date.now();"),
  ],
});

rule("in app/ and base/ nobody throws dice", purity.nobodyThrowsDice, {
  caught: [
    ["Math.random", file("app/promises/promise.ts", "const lucky = Math.random() < 0.5;")],
    ["randomUUID", file("app/promises/actions.ts", "const id = randomUUID();")],
    ["randomBytes", file("base/secret.ts", "const secret = randomBytes(16);")],
  ],
  fine: [
    file("base/id.ts", "randomUUIDv7()"),
    file("base/token.ts", "randomBytes(32)"),
    file("app/promises/actions.ts", "const id = newId();"),
  ],
});

rule("a store asks the database for no time", purity.storesAskTheDatabaseForNoTime, {
  caught: [
    ["now()", file("app/promises/store.ts", "sql`select * from promises where due_at < now()`")],
    ["gen_random_uuid", file("app/promises/store-rings.ts", `sql.raw("insert … values (gen_random_uuid())")`)],
  ],
  fine: [file("app/promises/store.ts", `sql\`select * from promises where due_at < \${now}\`; const at = now();`)],
});

rule("in app/ and base/ nobody reads the environment", purity.nobodyReadsTheEnvironment, {
  caught: [
    ["process.", file("app/promises/actions.ts", "const url = process.env.SMTP_URL;")],
    ["process[", file("base/money.ts", `const url = process["env"];`)],
  ],
  fine: [file("main.ts", "const url = process.env.SMTP_URL;"), file("app/promises/promise.ts", "series.process.begin")],
});

rule("a pure file touches nothing of the world", purity.pureFilesTouchNothing, {
  caught: [
    ["fetch(", file("app/promises/letters.ts", "await fetch(url);")],
    ["setTimeout(", file("base/calendar.ts", "setTimeout(ring, 1000);")],
  ],
  fine: [file("engine/channels/webhook.ts", "await fetch(url);"), file("app/promises/quote.ts", "store.fetch(url);")],
});

rule("SQL stays in stores", purity.queriesStayInStores, {
  caught: [
    ["kysely", importing("app/promises/actions.ts", "kysely")],
    ["sql`", file("app/promises/api.ts", "const rows = sql`select 1`;")],
    ["sql<Row>`", file("cli/verify.ts", "const rows = sql<Row>`select 1`;")],
    ["selectFrom", file("app/promises/clock.ts", `const rows = tx.selectFrom("promises");`)],
    ["insertInto", file("portal/sign-in.ts", `await tx.insertInto("links");`)],
    ["updateTable", file("app/promises/actions.ts", `await tx.updateTable("promises");`)],
    ["deleteFrom", file("app/promises/actions.ts", `await tx.deleteFrom("promises");`)],
    ["query(", file("app/promises/portal.ts", `await tx.query("select 1");`)],
  ],
  fine: [
    file("app/promises/store.ts", `import { sql } from "kysely";\nsql\`select 1\`; tx.selectFrom("promises");`),
    file("app/promises/store-rings.ts", `tx.updateTable("promises");`),
    file("app/promises/store.test.ts", `tx.deleteFrom("promises");`),
    file("engine/db/pool.ts", `pool.query("select 1");`),
  ],
});

rule("files and folders are in kebab-case", names.filesAreInKebabCase, {
  caught: [
    ["moveDialog", file("web/promises/moveDialog.tsx", "")],
    ["Promise.ts", file("app/promises/Promise.ts", "")],
    ["work_items", file("app/work_items/item.ts", "")],
    ["docs/Words.md", file("docs/Words.md", "")],
  ],
  fine: [file("README.md", ""), file("db/migrations/0001-house.sql", ""), file("base/working-time.test.ts", "")],
});

rule("names say what is inside", names.namesSayWhatIsInside, {
  caught: [
    ['"utils"', file("base/utils.ts", "")],
    ['"helpers"', file("test/helpers/mail.ts", "")],
    ['"service"', file("app/promises/promise-service.ts", "")],
    ['"lib"', file("web/lib/dates.ts", "")],
    ["IPromise", file("app/promises/promise.ts", "interface IPromise {}")],
    ["PromiseDto", file("app/promises/wire.ts", "type PromiseDto = { id: string };")],
    ["RingManager", file("engine/clock/loop.ts", "export class RingManager {}")],
  ],
  fine: [
    file("base/calibration.ts", "type IdToken = string; const stop = new AbortController();"),
    file("app/members/member.ts", "type Manager = Member; // no PromiseDto"),
  ],
});

rule("the folders of app/ are plural nouns", names.subjectsArePlural, {
  caught: [["app/promise is not", file("app/promise/promise.ts", "")]],
  fine: [file("app/promises/promise.ts", ""), file("app/journal/journal.ts", ""), file("app/today/today.ts", "")],
});

rule("a subject's noun file says what the subject is for", names.nounsSayWhatTheyAreFor, {
  caught: [
    ["app/promises/promise.ts has no", file("app/promises/promise.ts", "export type X = 1; /** Too late. */")],
    ["app/journal/journal.ts has no", file("app/journal/journal.ts", "// A line.\nexport type X = 1;")],
  ],
  fine: [
    file("app/promises/promise.ts", `import { x } from "./quote.ts";\n/** What we said. */\nexport type X = 1;`),
    file("app/promises/quote.ts", "export type X = 1;"),
  ],
});

rule("exports have names", names.exportsHaveNames, {
  caught: [
    ["export default", file("base/money.ts", "export default function money() {}")],
    ["as default", file("base/money.ts", "export { money as default };")],
  ],
  fine: [
    file("base/money.ts", "// never export default\nexport const money = 1;"),
    file("web/vite.config.ts", "export default {};"),
  ],
});

rule("there are no barrels", names.noBarrels, {
  caught: [
    [
      "is a barrel",
      file("app/promises/index.ts", `// all of it\nexport { a } from "./a.ts";\nexport type { B } from "./b.ts";`),
    ],
    ["is a barrel", file("base/all.ts", `import { a } from "./a.ts";\nexport { a };`)],
    ["with *", file("base/instant.ts", `export * from "./a.ts";\nexport const b = 1;`)],
    ["with *", file("base/instant.ts", `export type * as a from "./a.ts";\nexport const b = 1;`)],
  ],
  fine: [
    file("base/instant.ts", `import { Temporal } from "temporal-polyfill";\nexport { Temporal };\nexport const a = 1;`),
    file("app/promises/promise.ts", `import type { A } from "./a.ts";\nexport type B = { a: A };`),
    file("test/journeys/all.test.ts", `import "./one.test.ts";`),
  ],
});

rule("imports are written one way", names.importsAreWrittenOneWay, {
  caught: [
    ["across folders it is #…", importing("app/promises/api.ts", "../customers/actions.ts")],
    ["across folders it is #…", importing("main.ts", "./engine/http/router.ts")],
    ["within a folder it is ./…", importing("app/promises/api.ts", "#app/promises/actions.ts")],
    ["with its ending", importing("app/promises/api.ts", "./actions")],
  ],
  fine: [importing("app/promises/api.ts", "./actions.ts", "#app/customers/actions.ts", "zod/mini", "node:fs")],
});

rule("a file fits in a head", sizes.filesFitInAHead, {
  caught: [
    ["has 301 lines, 300 is the most", long("engine/http/router.ts", 301)],
    ["has 501 lines, 500 is the most", long("app/promises/promise.test.ts", 501)],
  ],
  fine: [long("engine/http/router.ts", 300), long("app/promises/promise.test.ts", 500), long("db/tables.ts", 900)],
});

rule("most files are small", sizes.mostFilesAreSmall, {
  caught: [["has 101 lines", long("base/a.ts", 101), long("app/promises/api.ts", 290), long("engine/x/y.ts", 10)]],
  fine: [long("base/a.ts", 100), long("app/promises/api.ts", 290), long("engine/x/y.ts", 10), long("web/a.tsx", 290)],
});

rule("no test is skipped", honesty.noTestIsSkipped, {
  caught: [
    ["skip", file("base/money.test.ts", `test.skip("a sum is exact", () => {});`)],
    ["only", file("base/money.test.ts", `describe.only("a sum", () => {});`)],
    ["todo", file("test/journeys/first.test.ts", `t.todo("later");`)],
    ["skip:", file("base/money.test.ts", `test("a sum is exact", { skip: true }, () => {});`)],
  ],
  fine: [file("base/money.test.ts", `test("a .skip( in words", () => {});`), file("app/x/store.ts", "rows.skip(1)")],
});

rule("our own code is never mocked", honesty.ourOwnCodeIsNeverMocked, {
  caught: [
    ["mock.method", file("app/promises/actions.test.ts", `t.mock.method(store, "save");`)],
    ["mock.timers", file("test/journeys/first.test.ts", "mock.timers.enable();")],
  ],
  fine: [file("app/promises/actions.test.ts", `test("no mock.timers here", () => {});`)],
});

rule("types are not talked away", honesty.typesAreNotTalkedAway, {
  caught: [
    ["as any", file("base/money.ts", "const a = b as any;")],
    [": any", file("base/money.ts", "function money(a: any) {}")],
    ["any", file("base/money.ts", "const a: Map<string, any> = new Map();")],
    [": any", file("base/money.ts", "const a: any[] = [];")],
    ["@ts-ignore", file("base/money.ts", "// @ts-ignore\nconst a = b;")],
    ["@ts-expect-error", file("base/money.ts", "/* @ts-expect-error */ const a = b;")],
  ],
  fine: [file("base/money.ts", `// as any, : any\nconst says = "of: any)"; const any = true; if (any) a();`)],
});

rule("a silenced lint says why", honesty.silencedLintsSayWhy, {
  caught: [
    ["biome-ignore", file("base/money.ts", "// biome-ignore lint/style/useConst\nlet a = 1;")],
    ["biome-ignore", file("base/money.ts", "// biome-ignore lint/style/useConst: <explanation>\nlet a = 1;")],
    ["oxlint-disable", file("base/money.ts", "// oxlint-disable-next-line no-floating-promises\na();")],
  ],
  fine: [file("base/money.ts", "// biome-ignore lint/style/useConst: the loop below moves it\nlet a = 1;")],
});

rule("markup stays in the staff's house", honesty.markupStaysInTheStaffHouse, {
  caught: [["app/promises/page.tsx", file("app/promises/page.tsx", "")]],
  fine: [file("web/promises/page.tsx", ""), file("app/promises/portal.ts", "")],
});

rule("contracts are only types in the browser", honesty.contractsAreTypesInTheBrowser, {
  caught: [["web/desk/call.ts:1 runs", importing("web/desk/call.ts", "#app/promises/wire.ts")]],
  fine: [
    file("web/desk/call.ts", `import type { x } from "#app/promises/wire.ts";`),
    importing("web/today/today.tsx", "#app/promises/wiring.tsx", "./wire-less.css"),
  ],
});

rule("only commands speak on the console", honesty.onlyCommandsSpeakOnTheConsole, {
  caught: [
    ["console.log", file("app/promises/actions.ts", "console.log(promise);")],
    ["console.error", file("main.ts", "console.error(bug);")],
  ],
  fine: [
    file("cli/verify.ts", `console.log("whole");`),
    file("boot.cjs", `console.error("no npm");`),
    file("base/money.ts", "// console.log(a)"),
  ],
});

rule("the boot script needs nothing installed", honesty.theBootScriptNeedsNothing, {
  caught: [["boot.cjs:1 requires semver", file("boot.cjs", `const semver = require("semver");`)]],
  fine: [file("boot.cjs", `const { spawnSync } = require("node:child_process");`)],
});

// Put together from parts, so that this file does not break the rule that it proves.
const here = ["", "work", "main"].join("/");
const registry = ["registry", "npmjs", "org"].join(".");
const mirror = ["https:", "", "registry.example"].join("/");
const lock = JSON.stringify({ resolved: ["https:", "", "packages.example", "pg.tgz"].join("/") }, null, 2);

rule("nothing knows the machine it was written on", honesty.nothingKnowsTheMachine, {
  caught: [
    ["docs/operating.md:1", file("docs/operating.md", `Go to ${here}/db.`)],
    ["knows one machine", file("engine/db/server.ts", `const home = "${["", "root", "data"].join("/")}";`)],
    ["knows one machine", file("boot.cjs", `// ${["", "home", "ada", "truepenny"].join("/")}`)],
    [registry.slice(0, -4), file(".ci/run", `npm config set ${registry}`)],
    ["registry.example", file("README.md", `npm install --registry ${mirror}`)],
    ["packages.example", file("package-lock.json", lock)],
  ],
  fine: [file("docs/operating.md", "The data is in ./data; network/work/ and /root are words.")],
});

test("a second look, which fails nothing", (t) => {
  const notes = sizes.worthALook([...house, long("engine/planted.ts", 151)]);
  assert.ok(notes.includes("engine/planted.ts has 151 lines"));
  for (const note of sizes.worthALook(house)) t.diagnostic(note);
});
