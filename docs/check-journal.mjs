// Checks the journal in an export without Truepenny: `node check-journal.mjs export.jsonl [earlier-export.jsonl]`.
// An entry's hash is SHA-256 of the hash before it, its number as eight bytes, and SHA-256 of its line; a chain begins
// with SHA-256 of its own id. A text is proved by SHA-256 of its salt and itself; an erased one is not there. Of an
// entry that is not for you, you hold only the SHA-256 of its line, and the chain still proves.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const hex = (text) => Buffer.from(text, "hex");
const chains = new Map(); // id → the hashes of its entries
const ended = new Set();
const faults = [];
let entries = 0;

await eachLine(process.argv[2], checkLine);
for (const id of chains.keys()) if (!ended.has(id)) faults.push(`chain ${id} has no head: its tail may be cut`);
if (process.argv[3]) await eachLine(process.argv[3], compareHead);
if (ended.size === 0) faults.push("there is no journal in this file");
const verdict = faults.length === 0 ? `whole: ${entries} entries in ${ended.size} chains` : `faults: ${faults.length}`;
process.stdout.write(`${[...faults, verdict].join("\n")}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function checkLine(line, fault) {
  const hashes = chains.get(line.chain_id) ?? [];
  const last = hashes.at(-1) ?? sha256(String(line.chain_id));
  if (line.type === "journal") {
    entries += 1;
    chains.set(line.chain_id, hashes);
    if (ended.has(line.chain_id) || line.seq !== hashes.length + 1) fault(`entry ${line.seq} is out of order`);
    const number = Buffer.alloc(8);
    number.writeBigInt64BE(BigInt(line.seq));
    const content = line.entry === undefined ? hex(line.content_sha256) : sha256(line.entry);
    if (!sha256(last, number, content).equals(hex(line.hash))) fault(`entry ${line.seq} or its hash was changed`);
    hashes.push(hex(line.hash));
    for (const [digest, { salt, text }] of Object.entries(line.words ?? {}))
      if (!line.entry?.includes(digest) || !sha256(hex(salt), text).equals(hex(digest))) fault("a text was changed");
  } else if (line.type === "journal_head") {
    ended.add(line.chain_id);
    if (line.seq !== hashes.length || !last.equals(hex(line.hash))) fault("the head is not the last entry");
  }
}

function compareHead({ type, chain_id, seq, hash }, fault) {
  if (type !== "journal_head") return;
  const now = seq === 0 ? sha256(chain_id) : chains.get(chain_id)?.[seq - 1];
  if (now?.toString("hex") !== hash) fault(`the history of ${chain_id} up to entry ${seq} is not what it was`);
}

async function eachLine(file, work) {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file) }))
    if (++number && text.trim()) work(JSON.parse(text), (said) => faults.push(`${file}, line ${number}: ${said}`));
}
