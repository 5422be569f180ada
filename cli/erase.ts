import { createInterface } from "node:readline/promises";
import { eraseContact, eraseCustomer } from "#app/exports/actions-erase.ts";
import { isId } from "#base/id.ts";
import { conflict, missing } from "#base/refusal.ts";
import { command } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { inNamedWorkspace, thisInstant } from "./read-input.ts";
import { UsageProblem } from "./refused.ts";

const options = {
  workspace: { value: "id", says: "which workspace", must: true },
  customer: { value: "id", says: "whom: a customer with all their contacts" },
  contact: { value: "id", says: "or one contact" },
  yes: { says: "do not ask: what is erased cannot be brought back" },
} as const;

export const eraseCommand = command(
  { name: "erase", summary: "Forgets one person: names, addresses and words, while the journal still proves", options },
  async ({ workspace, customer, contact, yes }) => {
    if ((customer === undefined) === (contact === undefined)) throw new UsageProblem("Name --customer or --contact.");
    const id = customer ?? contact ?? "";
    if (!isId(id)) throw missing(customer === undefined ? "contact" : "customer");
    if (!yes && !(await isMeant())) {
      throw conflict("not_confirmed", "Nothing was erased. It cannot be brought back: say --yes if you mean it.");
    }
    const erase = customer === undefined ? eraseContact : eraseCustomer;
    const { journalTexts, ...counts } = await withDatabase(({ db }) =>
      inNamedWorkspace(db, workspace, (tx) => erase(tx, workspace, id, thisInstant())),
    );
    const words = `Erased: the words of ${counts.promises} promises, ${counts.messages} messages and ${journalTexts} texts of the journal.
Backups and exports made before now still hold them: delete those when their time is over.`;
    return { json: { workspace_id: workspace, ...counts, journal_texts: journalTexts }, words };
  },
);

async function isMeant(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question("This cannot be brought back. Type erase to go on: ")) === "erase";
  } finally {
    terminal.close();
  }
}
