import * as z from "zod/mini";
import { get, post, remove, type StreamedFile } from "#base/contract.ts";
import { id, line } from "#base/fields.ts";
import { type Kept, mostBytesOfAMessage, partBytes } from "./attachment.ts";

const attachmentOut = z.object({
  id,
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  is_whole: z.boolean(),
});

const mostBase64 = 4 * Math.ceil(partBytes / 3);

export const attachmentsContract = {
  addAttachment: post("/attachments", {
    summary: "Begin a file that is to leave with a message: its name and how many bytes it has; its parts follow",
    scope: "customers:write",
    body: z.strictObject({
      name: line(1, 200),
      type: z._default(z.string().check(z.maxLength(100)), "application/octet-stream"),
      bytes: z.number().check(z.int(), z.minimum(0), z.maximum(mostBytesOfAMessage)),
    }),
    gives: attachmentOut,
  }),
  addPart: post("/attachments/:id/parts", {
    summary: `The next part of a file, in base64: each but the last has ${partBytes} bytes. What is not sent is forgotten after a week`,
    scope: "customers:write",
    body: z.strictObject({
      place: z.number().check(z.int(), z.minimum(0), z.maximum(1000)),
      base64: z.string().check(z.minLength(1), z.maxLength(mostBase64)),
    }),
    gives: attachmentOut,
  }),
  removeAttachment: remove("/attachments/:id", {
    summary: "Take away a file that you have added and not sent",
    scope: "customers:write",
    gives: z.object({ id }),
  }),
  getContent: get("/attachments/:id/content", {
    summary: "A file that came with a message or left with one, to be kept: its bytes as they are",
    scope: "customers:read",
    isFile: true,
    gives: z.custom<StreamedFile>(),
  }),
};

export function attachmentForStaff({ id, name, type, bytes, isWhole }: Kept): z.input<typeof attachmentOut> {
  return { id, name, type, bytes, is_whole: isWhole };
}
