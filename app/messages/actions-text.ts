import { shortened } from "#app/letters/short.ts";
import { findMember } from "#app/members/store.ts";
import type { OurNumber } from "#app/numbers/number.ts";
import { ourNumber } from "#app/numbers/store.ts";
import { addressOf } from "#app/numbers/wire.ts";
import { openPath, unseal } from "#app/workspaces/sealed.ts";
import type { Workspace } from "#app/workspaces/workspace.ts";
import type { Instant } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import type { Text, TextServer } from "#engine/channels/texts.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { contactAddressed } from "./actions.ts";
import { pageOf } from "./actions-mail.ts";
import type { Message } from "./message.ts";

/** Why a text does not leave: it never will, or it has to wait. */
type Held = { never: string } | { waits: string };

/** The account that this text leaves by, and the number it comes from; else why it does not leave. */
export async function textServerOf(
  tx: Tx,
  workspaceId: string,
  message: Message,
  house: House,
  now: Instant,
): Promise<{ server: TextServer; number: OurNumber } | Held> {
  const number = await ourNumber(tx, workspaceId);
  if (!number) return { never: "There is no number to text from any more." };
  const to = message.contactId ? await contactAddressed(tx, workspaceId, message.contactId, now) : null;
  // They may have said STOP since it was written.
  if (to?.hasStopped && to.text !== message.toAddress) return { never: "They asked for no more texts." };
  try {
    const authToken = unseal(number.tokenSealed, house.secret, workspaceId);
    const networks = house.privateNetworks ?? [];
    return { server: { url: number.serverUrl, accountSid: number.accountSid, authToken, networks }, number };
  } catch (problem) {
    if (problem instanceof Refusal) return { waits: problem.message };
    throw problem;
  }
}

/** The text that a message becomes as it leaves: a few lines, who they are of, and the way to all of it. */
export async function textOf(
  tx: Tx,
  workspace: Workspace,
  message: Message,
  { house, number }: { house: House; number: OurNumber },
  now: Instant,
): Promise<Text> {
  const by = message.byMemberId ? await findMember(tx, workspace.id, message.byMemberId) : undefined;
  const names = message.author === "human" && by ? [by.name, workspace.name] : [workspace.name];
  const page = message.contactId ? await pageOf(tx, workspace.id, message.contactId, house, now) : house.publicUrl;
  const told = addressOf(number, workspace.id, house.publicUrl);
  return {
    from: number.number,
    to: message.toAddress ?? "",
    body: [shortened(message.body), names.join(", "), page + placeOf(message, house, workspace.id)].join("\n"),
    // The service takes none that it could not call.
    tellUrl: house.publicUrl.startsWith("https:") ? `${told}?message=${message.id}` : null,
    since: message.queuedAt,
    isRepeat: message.attempts > 1,
  };
}

/** Where on their page it stands, where it asks something of them: the page puts the question, a link never answers. */
function placeOf({ acts }: Message, { secret }: House, workspaceId: string): string {
  const [first] = acts;
  const path = first ? openPath(first.path, secret, workspaceId) : "";
  return /^\/(?:cases|promises)\/[0-9a-f-]{36}(?=\?|$)/.exec(path)?.[0] ?? "";
}
