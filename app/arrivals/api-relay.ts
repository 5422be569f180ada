import { openingOf } from "#app/mailboxes/actions-open.ts";
import { findMailbox } from "#app/mailboxes/store.ts";
import { isId } from "#base/id.ts";
import { forbidden, invalid, missing } from "#base/refusal.ts";
import { inWorkspace } from "#engine/db/database.ts";
import type { Pages } from "#engine/http/pages.ts";
import { keepArrival } from "./actions-keep.ts";
import { isFresh, isSigned, mailIn } from "./signed.ts";

const largestBody = 36 * 1024 * 1024; // 25 MiB in base64, and what stands around it

/**
 * Where a relay brings what it received: `POST /mail/<workspace>/<mailbox>`, the mail as it is (message/rfc822) or in
 * JSON, signed. It is answered only when the mail is kept; until then the relay tries again.
 */
export const relayDoor: Pages = (app, { db, house, now }) => {
  for (const type of ["message/rfc822", "application/octet-stream", "application/json"]) {
    app.addContentTypeParser(type, { parseAs: "buffer", bodyLimit: largestBody }, (_request, body, done) =>
      done(null, body),
    );
  }

  app.post(
    "/mail/:workspaceId/:mailboxId",
    {
      bodyLimit: largestBody,
      // Before the body is read: nobody without a fresh time in a signature makes us hold one.
      onRequest: async ({ headers }) => {
        if (!isFresh(String(headers["webhook-timestamp"] ?? ""), now())) throw notSigned();
      },
    },
    async (request, reply) => {
      const { workspaceId, mailboxId } = request.params as { workspaceId: string; mailboxId: string };
      if (!isId(workspaceId) || !isId(mailboxId)) throw missing("mailbox");
      const { headers } = request;
      const said = (name: string) => String(headers[name] ?? "");
      const signature = {
        id: said("webhook-id"),
        timestamp: said("webhook-timestamp"),
        signatures: said("webhook-signature"),
      };
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      await inWorkspace(db, workspaceId, async (tx) => {
        const mailbox = await findMailbox(tx, workspaceId, mailboxId);
        if (mailbox?.kind !== "relay" || mailbox.removedAt) throw missing("mailbox");
        const opening = openingOf(mailbox, house.secret, workspaceId);
        if (opening.is !== "signature" || !isSigned(signature, body, opening.key, now())) throw notSigned();
        const mail = mailIn(body, said("content-type").startsWith("application/json"), said("x-envelope-to"));
        if (!mail) {
          throw invalid(
            "no_mail",
            "There is no mail in this: send it as message/rfc822, or as `message` in JSON.",
            "message",
          );
        }
        const came = { mailboxId, place: null, bytes: mail.raw.length, receivedAt: null, ...mail };
        await keepArrival(tx, workspaceId, came, now());
      });
      return reply.code(202).send({ kept: true });
    },
  );
};

function notSigned() {
  return forbidden(
    "not_signed",
    "This call is not signed with the key of this mailbox, or it was signed too long ago.",
  );
}
