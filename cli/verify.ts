import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as z from "zod/mini";
import { compareWithHead, verifyWorkspace } from "#app/journal/actions.ts";
import type { Fault } from "#app/journal/proof.ts";
import type { SharedHead } from "#app/journal/shared.ts";
import { allWorkspaces } from "#app/journal/store-proof.ts";
import { invalid } from "#base/refusal.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { codeOf } from "#engine/http/door-problem.ts";
import { type Answer, type Command, command } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { inNamedWorkspace } from "./read-input.ts";

const spec = {
  name: "verify",
  summary: "Proves the journal: every entry, every chain, to the byte",
  options: {
    workspace: { value: "id", says: "only this workspace" },
    against: { value: "file", says: "an earlier export: was its history rewritten since?" },
  },
} as const;

type Report = {
  workspaces: number;
  chains: number;
  entries: number;
  texts: number;
  faults: (Fault & { workspace_id: string | null })[];
};

export const verifyCommand: Command = {
  name: spec.name,
  summary: spec.summary,
  run: async (args) => {
    let isWhole = true;
    const { run } = command(spec, async ({ workspace, against }) => {
      const heads = against === undefined ? [] : await headsIn(against);
      const report = await withDatabase(({ db }) => verify(db, workspace, heads));
      isWhole = report.faults.length === 0;
      return answerOf(report);
    });
    const code = await run(args);
    return isWhole ? code : 1;
  },
};

async function verify(db: Database, only: string | undefined, heads: SharedHead[]): Promise<Report> {
  if (only !== undefined) await inNamedWorkspace(db, only, async () => undefined);
  const ids = only === undefined ? await allWorkspaces(db) : [only];
  const report: Report = { workspaces: ids.length, chains: 0, entries: 0, texts: 0, faults: [] };
  const missing = new Set(heads);
  for (const id of ids) {
    const proof = await inWorkspace(db, id, (tx) => verifyWorkspace(tx, id, progressFrom(report.entries)));
    const faults = await inWorkspace(db, id, async (tx) => {
      const found: Fault[] = [];
      for (const head of missing) {
        const fault = await compareWithHead(tx, id, head);
        if (fault !== undefined) missing.delete(head);
        if (fault) found.push(fault);
      }
      return found;
    });
    report.chains += proof.chains;
    report.entries += proof.entries;
    report.texts += proof.texts;
    report.faults.push(...[...proof.faults, ...faults].map((fault) => ({ workspace_id: id, ...fault })));
  }
  for (const { chain_id, seq } of missing) {
    const sentence = "The export has a chain that is not here.";
    report.faults.push({ workspace_id: null, chain_id, seq, code: "rewritten", sentence });
  }
  return report;
}

function progressFrom(before: number): (entries: number) => void {
  let told = 0;
  return (entries) => {
    if (entries - told < 100_000) return;
    told = entries;
    process.stderr.write(`${before + entries} entries\n`);
  };
}

function answerOf({ faults, ...counts }: Report): Answer {
  const { workspaces, chains, entries } = counts;
  const size = `${entries} entries in ${chains} chains of ${workspaces === 1 ? "one workspace" : `${workspaces} workspaces`}`;
  const shown = faults.slice(0, 100).map(({ chain_id, sentence }) => `chain ${chain_id}: ${sentence}`);
  const more = faults.length > shown.length ? [`… and ${faults.length - shown.length} more: see --json`] : [];
  const verdict =
    faults.length === 0
      ? `The journal is whole: ${size}.`
      : `The journal is not whole. Faults: ${faults.length}; ${size}.`;
  return { json: { is_whole: faults.length === 0, ...counts, faults }, words: [...shown, ...more, verdict].join("\n") };
}

const sharedHead = z.object({
  type: z.literal("journal_head"),
  chain_id: z.uuid(),
  seq: z.int().check(z.minimum(0)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** Where the chains of an export end. */
async function headsIn(file: string): Promise<SharedHead[]> {
  const heads: SharedHead[] = [];
  try {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (line.startsWith('{"type":"journal_head"')) heads.push(sharedHead.parse(JSON.parse(line)));
    }
  } catch (problem) {
    const why = codeOf(problem) ? ` (${codeOf(problem)})` : "";
    throw invalid(
      "export_unreadable",
      `This export cannot be read${why}: name a file that \`truepenny export\` wrote.`,
      "against",
    );
  }
  if (heads.length > 0) return heads;
  throw invalid(
    "export_without_journal",
    "This file holds no journal: name a file that `truepenny export` wrote.",
    "against",
  );
}
