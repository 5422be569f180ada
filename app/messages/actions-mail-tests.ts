import { bodyOf } from "#app/letters/letter.ts";
import { wordsFor } from "#app/letters/store.ts";
import { checkSmtpUrl } from "#app/workspaces/mail-server.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { type Trial, tryMailServer } from "#engine/channels/smtp-trial.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import type { Identity } from "#engine/identity/identity.ts";
import { demandTry } from "#engine/identity/tries.ts";
import { blank, memberAddressed } from "./actions.ts";
import { mailOf } from "./actions-mail.ts";
import { mailServerOf } from "./actions-sending.ts";

type Asked = { workspaceId: string; memberId: string; smtpUrl: string | undefined };
type Found = { step: Trial["step"] | "none"; says: string; to: string };

// Each holds a line for some seconds, and tells what answers at an address.
const limit = { most: 10, perSeconds: 600 };

/** Sends the member a mail now, by the server they name or the one that is used, and says what came of it. */
export async function testMail(
  tx: Tx,
  { workspaceId, memberId, smtpUrl }: Asked,
  { house, identity }: { house: House; identity: Identity },
  now: Instant,
): Promise<Found> {
  await demandTry(identity.auth, `mail test ${workspaceId}`, limit, now);
  const workspace = await findWorkspace(tx, workspaceId);
  if (!workspace) throw missing("workspace");
  const { reader, email } = await memberAddressed(tx, workspaceId, memberId, now);
  const to = email ?? "";
  const own = house.smtpUrl ?? null;
  const server = smtpUrl === undefined ? mailServerOf(workspace, house, own) : { url: checkSmtpUrl(smtpUrl) };
  if ("problem" in server) return { step: "none", says: "There is no mail server yet: name one.", to };
  const { language } = reader;
  const letter = (await wordsFor(language)).mailTest({ business: workspace.name }, reader);
  const { subject } = letter;
  const about = { id: newId(), letter: "mailTest", subject, body: bodyOf(letter), language, queuedAt: now };
  const message = { ...blank, ...about, author: "automatic", channel: "email", memberId, toAddress: to } as const;
  const nobody = { customerId: null, contactId: null, byMemberId: null };
  const mail = await mailOf(tx, workspace, { ...message, ...nobody, acts: [] }, house, now);
  const reach = server.url === own ? "anywhere" : (house.privateNetworks ?? []);
  return { ...(await tryMailServer(server.url, reach, mail)), to };
}
