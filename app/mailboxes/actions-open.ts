import { unseal } from "#app/workspaces/sealed.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { type ImapFolder, tryFolder } from "#engine/channels/imap.ts";
import { type ImapStep, imapTrouble } from "#engine/channels/imap-trial.ts";
import { accessToken } from "#engine/channels/oauth.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import type { Identity } from "#engine/identity/identity.ts";
import { demandTry } from "#engine/identity/tries.ts";
import type { Mailbox, Opening } from "./mailbox.ts";
import { findMailbox } from "./store.ts";

/** The secret of a mailbox. Refuses `sealed_with_another_key`. */
export function openingOf(
  { secretSealed }: Pick<Mailbox, "secretSealed">,
  secret: string,
  workspaceId: string,
): Opening {
  return JSON.parse(unseal(secretSealed, secret, workspaceId)) as Opening;
}

/** The folder as the mail server knows it, with a sign-in that is good now. */
export async function folderOf(mailbox: Mailbox, house: House, workspaceId: string): Promise<ImapFolder> {
  const { host, port, encryption, userName, folder, signIn } = mailbox;
  if (!host || !port || !encryption || !userName || !folder) throw missing("folder to look into");
  const opening = openingOf(mailbox, house.secret, workspaceId);
  const isRenewed = opening.is === "refresh" && (signIn === "google" || signIn === "microsoft");
  const secret = isRenewed
    ? { accessToken: await accessToken(signIn, opening) }
    : { password: opening.is === "password" ? opening.password : "" };
  return { host, port, encryption, userName, folder, secret, reach: house.privateNetworks ?? [] };
}

// Each holds a line for some seconds, and tells what answers at an address.
const limit = { most: 10, perSeconds: 600 };

type Found = { is_well: boolean; step: ImapStep | "well"; says: string };

/** Looks into it now, and says what is wrong where that cannot be. */
export async function testMailbox(
  tx: Tx,
  workspaceId: string,
  id: string,
  { house, identity }: { house: House; identity: Identity },
  now: Instant,
): Promise<Found> {
  await demandTry(identity.auth, `mailbox test ${workspaceId}`, limit, now);
  const mailbox = await findMailbox(tx, workspaceId, id);
  if (!mailbox || mailbox.removedAt || mailbox.kind !== "imap") throw missing("mailbox");
  try {
    await tryFolder(await folderOf(mailbox, house, workspaceId));
    return { is_well: true, step: "well", says: `${mailbox.folder} of ${mailbox.userName} can be read.` };
  } catch (problem) {
    const { host, port, folder } = mailbox;
    return { is_well: false, ...imapTrouble(problem, { host: host ?? "", port: port ?? 0, folder: folder ?? "" }) };
  }
}
