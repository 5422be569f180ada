import { bounceMessage } from "#app/messages/actions-incoming.ts";
import { findNumber, noteHeard } from "#app/numbers/store.ts";
import { unseal } from "#app/workspaces/sealed.ts";
import { isId } from "#base/id.ts";
import { forbidden, missing } from "#base/refusal.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import type { PageContext, Pages } from "#engine/http/pages.ts";
import { keepTold } from "./actions-keep.ts";
import { isSignedForm, toldBy } from "./twilio.ts";

const form = "application/x-www-form-urlencoded";
const largestForm = 64 * 1024;

/**
 * Where whoever carries our number brings texts, missed calls, and what became of ours: `POST /sms/<workspace>/<number>`,
 * a form signed over this very address. It is answered only when what it tells is kept.
 */
export const textsDoor: Pages = (app, context) => {
  app.removeContentTypeParser(form);
  app.addContentTypeParser(form, { parseAs: "buffer", bodyLimit: largestForm }, (_request, body, done) =>
    done(null, body),
  );

  app.post("/sms/:workspaceId/:numberId", { bodyLimit: largestForm }, async (request, reply) => {
    const { workspaceId, numberId } = request.params as { workspaceId: string; numberId: string };
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature = String(request.headers["x-twilio-signature"] ?? "");
    const called = { ip: request.ip, url: `${context.house.publicUrl}${request.url}`, body, signature };
    if (!isId(workspaceId) || !isId(numberId)) throw nowhere(context, called.ip);
    await inWorkspace(context.db, workspaceId, (tx) => take(tx, context, { workspaceId, numberId }, called));
    return reply.type("text/xml").send("<Response/>");
  });
};

type Called = { ip: string; url: string; body: Buffer; signature: string };

async function take(
  tx: Tx,
  context: PageContext,
  { workspaceId, numberId }: { workspaceId: string; numberId: string },
  { ip, url, body, signature }: Called,
): Promise<void> {
  const now = context.now();
  const number = await findNumber(tx, workspaceId, numberId);
  if (!number || number.removedAt) throw nowhere(context, ip);
  const fields = new URLSearchParams(body.toString("utf8"));
  const isSigned = isSignedForm(signature, url, fields, unseal(number.tokenSealed, context.house.secret, workspaceId));
  context.turnstile.pass(ip, isSigned ? numberId : null, now);
  if (!isSigned) throw notSigned();
  await noteHeard(tx, workspaceId, numberId, now);
  const told = toldBy(fields);
  if (told === null) return;
  if (told.is === "undelivered") {
    const id = new URL(url).searchParams.get("message") ?? "";
    const says = `Their carrier did not deliver this text${told.error ? ` (error ${told.error})` : ""}.`;
    if (isId(id)) await bounceMessage(tx, workspaceId, id, { recipient: null, says }, now);
    return;
  }
  await keepTold(tx, workspaceId, { numberId, via: told.is, sid: told.sid, raw: body }, now);
}

function nowhere({ turnstile, now }: PageContext, ip: string) {
  turnstile.pass(ip, null, now());
  return missing("number");
}

function notSigned() {
  const sentence =
    "This call is not signed with the token of this number, for this address. Look at the token, and at the address " +
    "that Twilio calls: it must be the one in the settings.";
  return forbidden("text_not_signed", sentence);
}
