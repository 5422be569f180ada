import { normalAddress } from "#app/customers/address.ts";
import { append } from "#app/journal/store.ts";
import { findTeam } from "#app/members/store-teams.ts";
import { seal } from "#app/workspaces/sealed.ts";
import type { Given } from "#base/given.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, invalid, missing } from "#base/refusal.ts";
import { newSecret } from "#base/token.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { checkHost, checkOpening, type Mailbox, type Opening, type Said } from "./mailbox.ts";
import { plusAddress } from "./plus-address.ts";
import { findMailbox, insertMailbox, listMailboxes, saveMailbox } from "./store.ts";

export type Acting = { workspaceId: string; memberId: string; secret: string; now: Instant };
type Settings = Pick<Mailbox, "host" | "port" | "encryption" | "userName" | "signIn" | "folder">;
type Where = Pick<Mailbox, "address" | "takesPlus" | "teamId">;
export type MailboxChange = Given<Where & { [Name in keyof Settings]: NonNullable<Settings[Name]> } & Said>;

/** A folder of a mail server that we look into from now on. */
export async function addMailbox(tx: Tx, acting: Acting, said: Where & Settings & Said): Promise<Mailbox> {
  const { address, takesPlus, teamId, host, port, encryption, userName, signIn, folder } = said;
  const opening = checkOpening(signIn ?? "password", said);
  const settings = { host: checkHost(host ?? ""), port, encryption, userName, signIn, folder };
  const where = { address: normalAddress({ channel: "email", address }).address, takesPlus, teamId };
  return insert(tx, acting, { ...blank, ...where, ...settings, kind: "imap", nextLookAt: acting.now }, opening);
}

/** An address whose mail is brought to us; the key with which each call is signed is in this answer only. */
export async function addRelay(tx: Tx, acting: Acting, said: Where): Promise<{ mailbox: Mailbox; key: string }> {
  const key = newSecret();
  const address = normalAddress({ channel: "email", address: said.address }).address;
  const mailbox = await insert(tx, acting, { ...blank, ...said, address, kind: "relay" }, { is: "signature", key });
  return { mailbox, key };
}

/** New settings end the look that goes on, and the next one begins at once. */
export async function editMailbox(
  tx: Tx,
  acting: Acting,
  id: string,
  change: MailboxChange,
  version: number | null,
): Promise<Mailbox> {
  const before = await found(tx, acting, id);
  demandVersion(version, before.version);
  const { password, clientId, clientSecret, refreshToken, ...plain } = change;
  const said = { password, clientId, clientSecret, refreshToken };
  const names = Object.keys(change);
  if (before.kind === "relay" && names.some((name) => !["address", "takesPlus", "teamId"].includes(name))) {
    throw conflict("no_server", "A relay brings this mail to us: it has no server to change.");
  }
  const next: Mailbox = { ...before, ...plain, version: before.version + 1, watchId: null, failures: 0 };
  next.address = normalAddress({ channel: "email", address: next.address }).address;
  if (next.host) next.host = checkHost(next.host);
  if (before.kind === "imap") {
    next.nextLookAt = acting.now;
    if (before.host !== next.host || before.userName !== next.userName || before.folder !== next.folder) {
      // Another folder has other numbers.
      next.uidValidity = null;
      next.lastUid = null;
    }
    const isSaid = Object.values(said).some((value) => value !== undefined);
    // Another server is never shown the secret of this one.
    if (isSaid || next.signIn !== before.signIn || next.host !== before.host)
      next.secretSealed = sealed(acting, checkOpening(next.signIn ?? "password", said));
  }
  await demandFree(tx, acting, next);
  await demandTeam(tx, acting, next.teamId);
  await saveMailbox(tx, acting.workspaceId, next);
  await note(tx, acting, next, "mailbox changed", names);
  return next;
}

export async function removeMailbox(tx: Tx, acting: Acting, id: string): Promise<Mailbox> {
  const before = await found(tx, acting, id);
  const gone = { removedAt: acting.now, nextLookAt: null, watchId: null, secretSealed: Buffer.alloc(0) };
  const next: Mailbox = { ...before, ...gone, version: before.version + 1 };
  await saveMailbox(tx, acting.workspaceId, next);
  await note(tx, acting, next, "mailbox removed");
  return next;
}

/** Where a member puts a blind copy, so that what they write by any mail program is filed; null where no mailbox takes it. */
export async function copyAddressOf(
  tx: Tx,
  { workspaceId, memberId, secret }: Omit<Acting, "now">,
): Promise<string | null> {
  const mailbox = (await listMailboxes(tx, workspaceId)).find(({ takesPlus }) => takesPlus);
  return mailbox ? plusAddress(mailbox.address, { is: "member", id: memberId }, secret, workspaceId) : null;
}

const blank = {
  host: null,
  port: null,
  encryption: null,
  userName: null,
  signIn: null,
  folder: null,
  uidValidity: null,
  lastUid: null,
  lookedAt: null,
  problem: null,
  problemAt: null,
  failures: 0,
  nextLookAt: null,
  watchId: null,
  removedAt: null,
  version: 1,
};

type Unsealed = Omit<Mailbox, "id" | "secretSealed" | "madeAt">;

async function insert(tx: Tx, acting: Acting, mailbox: Unsealed, opening: Opening): Promise<Mailbox> {
  const made: Mailbox = { ...mailbox, id: newId(), secretSealed: sealed(acting, opening), madeAt: acting.now };
  await demandFree(tx, acting, made);
  await demandTeam(tx, acting, made.teamId);
  await insertMailbox(tx, acting.workspaceId, made);
  await note(tx, acting, made, "mailbox added");
  return made;
}

function sealed({ secret, workspaceId }: Acting, opening: Opening): Buffer {
  return seal(JSON.stringify(opening), secret, workspaceId);
}

async function found(tx: Tx, { workspaceId }: Acting, id: string): Promise<Mailbox> {
  const mailbox = await findMailbox(tx, workspaceId, id, "for update");
  if (!mailbox || mailbox.removedAt) throw missing("mailbox");
  return mailbox;
}

async function demandFree(tx: Tx, { workspaceId }: Acting, { id, address }: Mailbox): Promise<void> {
  const taken = (await listMailboxes(tx, workspaceId)).some((other) => other.id !== id && other.address === address);
  if (taken) throw invalid("mailbox_taken", "There is a mailbox of this address already: change that one.", "address");
}

async function demandTeam(tx: Tx, { workspaceId }: Acting, teamId: string | null): Promise<void> {
  if (teamId && !(await findTeam(tx, workspaceId, teamId))) throw missing("team");
}

async function note(tx: Tx, acting: Acting, mailbox: Mailbox, what: string, changed?: string[]): Promise<void> {
  await append(tx, acting.workspaceId, {
    chainId: acting.workspaceId,
    what,
    at: acting.now,
    by: { memberId: acting.memberId },
    subjectId: mailbox.id,
    facts: { kind: mailbox.kind, port: mailbox.port, team_id: mailbox.teamId, changed },
    words: { address: mailbox.address, host: mailbox.host },
  });
}
