import * as z from "zod/mini";
import { get, patch, post } from "#base/contract.ts";
import { listOf, text } from "#base/fields.ts";
import { type Draft, type DraftName, draftNames, placesOf, wordsOfDraft } from "./draft.ts";
import { languages, type Words } from "./words.ts";

const which = { name: z.enum(draftNames), language: z.enum(languages) };
const words = text(1, 4000);
const written = z.nullable(z.object({ text: z.string(), version: z.int() }));

const draft = z.object({
  ...which,
  places: z.array(z.string()).check(z.describe("what may stand in braces, to be filled in")),
  ours: z.string().check(z.describe("what stands there while nobody has written anything")),
  house: written,
  own: written,
  text: z.string().check(z.describe("what stands ready when you write")),
});

const change = z.strictObject({ ...which, text: z.nullable(words) });
/** The house itself asks whether a promise was kept, so nobody asks it in a tone of their own. */
const ownChange = z.extend(change, { name: z.enum(draftNames.filter((name) => name !== "ask")) });
/** A draft as it stands, or with a text that is not saved yet. */
export const draftToTry = z.strictObject({ ...which, text: z.optional(words) });

export const draftsContract = {
  listDrafts: get("/drafts", {
    summary: "The words that stand ready when you write to a customer, for readers of one language",
    scope: "settings:read",
    query: z.strictObject({ language: z._default(z.enum(languages), "en") }),
    gives: z.extend(listOf(draft), { languages: z.array(z.enum(languages)) }),
  }),
  editDraft: patch("/drafts", {
    summary: "Write a draft anew for the whole house; null takes it back",
    scope: "settings:write",
    body: change,
    gives: draft,
  }),
  editOwnDraft: patch("/drafts/own", {
    summary: "Write a draft anew for yourself, in your own tone; null takes it back",
    scope: "promises:write",
    body: ownChange,
    gives: draft,
  }),
  previewDraft: post("/drafts/previews", {
    summary: "The letter that a draft becomes, with a customer, a promise and times made up",
    scope: "settings:read",
    status: 200,
    body: draftToTry,
    gives: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
  }),
};

/** A draft as one member finds it, with who has written what. */
export function draftForStaff(
  name: DraftName,
  { tag, drafts }: Pick<Words, "tag" | "drafts">,
  all: readonly Draft[],
): z.input<typeof draft> {
  const own = all.filter((one) => one.name === name);
  const by = (isOwn: boolean) => {
    const found = own.find(({ memberId }) => (memberId !== null) === isOwn);
    return found ? { text: found.text, version: found.version } : null;
  };
  return {
    name,
    language: tag,
    places: [...placesOf[name]],
    ours: drafts[name],
    house: by(false),
    own: by(true),
    text: wordsOfDraft(own, drafts[name]),
  };
}
