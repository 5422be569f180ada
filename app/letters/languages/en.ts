import { englishCaseWords } from "#app/letters/case-words-en.ts";
import type { Reader } from "#app/letters/letter.ts";
import { fromNow, type TimeShape, timeInWords } from "#app/letters/time-words.ts";
import type { Heard, Ringing, Words } from "#app/letters/words.ts";
import type { Instant } from "#base/instant.ts";

const shape: TimeShape = {
  locale: "en-GB",
  at: (date, time) => `${date}, ${time}`,
  inZone: (city) => `(${city} time)`,
};

const time = (at: Instant, reader: Reader) => timeInWords(at, reader, shape);
const hello = ({ name }: Reader) => `Hello ${name},`;
/** A letter in which a member speaks for themself begins with their words; else with a greeting and ours. */
const opening = (words: string | null, ours: string, reader: Reader) => (words ? [words] : [hello(reader), ours]);

export const words: Words = {
  tag: "en",
  time,
  drafts: {
    move: "Hello {name},\n\nI have to change a time that I gave you, and I want you to know now rather than later.",
    running_late:
      "Hello {name},\n\nI am running about {minutes} minutes late today. I am sorry that you have to wait; I come as soon as I can.",
    update: "Hello {name},\n\na short word on how it stands: it is under way, and the time I gave you holds.",
    update_late: "Hello {name},\n\nyou are still waiting for this from me, and I am sorry. I have not forgotten it.",
    keep: "Hello {name},\n\nit is done: {promise}.",
    release: "Hello {name},\n\nthank you for telling me.",
    decline: "Hello {name},\n\nI have thought about what you asked.",
    failure: "Hello {name},\n\nI promised you something that I will not do. I am sorry.",
    hold_up: "Hello {name},\n\nI would like to go on, and need something from you first.",
    hand_on: "Hello {name},\n\nfrom now on I look after what {owner} promised you, by the same time.",
    ask: "Hello {name},\n\nwe have done what we promised you: {promise}.",
  },
  sample: {
    name: "Marta Lindqvist",
    promise: "Written estimate for the cellar pipes",
    reason: "the price list comes at noon",
    member: "Ana Ortiz",
  },
  yourPage: "Everything we promised you, and how it stands:",
  theHouse: "Everything you promised:",
  ...englishCaseWords(time),

  moved: (f, reader) => ({
    subject: `New time: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "a time that we gave you has to change.", reader),
      `${f.promise}: now by ${time(f.newDueAt, reader)}. Before, it was ${time(f.oldDueAt, reader)}.`,
      `Why: ${f.reason}`,
    ],
    acts: [
      { label: "That is fine", path: f.finePath },
      { label: "That does not suit me", path: f.doesNotSuitPath },
    ],
  }),
  updated: (f, reader) => ({
    subject: `How it stands: ${f.promise}`,
    paragraphs: [
      f.words,
      ...(f.dueAt ? [`${f.promise}: by ${time(f.dueAt, reader)}.`] : []),
      ...(f.nextWordAt ? [`You hear from us again by ${time(f.nextWordAt, reader)}.`] : []),
    ],
    acts: [],
  }),
  kept: (f, reader) => ({
    subject: `Done: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, `we have done what we promised you: ${f.promise}.`, reader),
      ...(f.more ? [`And a little more: ${f.more}`] : []),
      "Did we do what you asked? You have the last word.",
    ],
    acts: [
      { label: "Yes", path: f.yesPath },
      { label: "Not yet", path: f.notYetPath },
    ],
  }),
  released: (f, reader) => ({
    subject: `As you wished: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "thank you for telling us.", reader),
      `You no longer need this from us: ${f.promise}. If that is not right, say so on your page and we take it up again.`,
    ],
    acts: [],
  }),
  declined: (f, reader) => ({
    subject: `Our answer: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "we have thought about what you asked.", reader),
      `We cannot do this for you: ${f.promise}. We would rather say so now than let you wait.`,
      `Why: ${f.reason}`,
    ],
    acts: [],
  }),
  failed: (f, reader) => ({
    subject: `We could not keep our word: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "we promised you something that we will not do. We are sorry.", reader),
      `What we promised: ${f.promise}.`,
      `Why: ${f.reason}`,
    ],
    acts: [],
  }),
  heldUp: (f, reader) => ({
    subject: `We need something from you: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "we would like to go on, and need something from you first.", reader),
      `What is missing: ${f.missing}`,
      `Until it is there we cannot go on with this: ${f.promise}. If you see it otherwise, say so on your page.`,
    ],
    acts: [],
  }),
  handedOn: (f, reader) => ({
    subject: `${f.to} looks after you from now on`,
    paragraphs: [
      ...opening(f.words, `from now on ${f.to} does what ${f.from} promised you, by the same times.`, reader),
      ...f.promises.map(({ text, dueAt }) => `${text}: by ${time(dueAt, reader)}.`),
    ],
    acts: [],
  }),
  corrected: (f, reader) => ({
    subject: `A correction: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "we had written something down wrongly, and put it right.", reader),
      `We had written: ${f.was}`,
      `It is: ${f.is}`,
    ],
    acts: [],
  }),
  holding: (f, reader) => ({
    subject: `We have not forgotten: ${f.promise}`,
    paragraphs: [
      hello(reader),
      `${f.owner} promised you this by ${time(f.dueAt, reader)}: ${f.promise}.`,
      `I cannot tell you today how far it is. ${f.owner} has been reminded and will write to you.`,
      `This message was sent automatically by ${f.business}, so that you do not wait without a word.`,
    ],
    acts: [],
  }),
  linkRenewed: (f, reader) => ({
    subject: `Your page at ${f.business}`,
    paragraphs: [
      hello(reader),
      `here is the new address of your page. It opens until ${time(f.until, reader)}; after that you can ask for another.`,
      "If you did not ask for it, you can let this message be.",
    ],
    acts: [],
  }),

  pageSent: (f, reader) => ({
    subject: `Your page at ${f.business}`,
    paragraphs: [
      hello(reader),
      "this is the address of your page with us: what we promised you, by when, and how it stands. You can answer there, too.",
      `It opens until ${time(f.until, reader)}; after that you can ask for another.`,
    ],
    acts: [],
  }),

  rings: (f, reader) => ({
    subject: f.rings.length === 1 ? ringSubject(f.rings[0], reader) : `${f.rings.length} promises need you`,
    paragraphs: [
      ...(f.asleepSince ? [`This reminder was due ${time(f.asleepSince, reader)}; this machine was not running.`] : []),
      ...f.rings.flatMap((ring) => ringLines(ring, reader)),
    ],
    acts: f.rings.map(({ promise, path }) => ({ label: `Answer: ${promise}`, path })),
  }),
  contested: (f, reader) =>
    heard(f, `${f.contact} says the new time does not suit`, [
      `${f.contact} (${f.customer}) was told the new time and says that it does not suit: ${f.promise}.`,
      `Until you agree on another, the promise is measured against ${time(f.dueAt, reader)}.`,
    ]),
  reopened: (f) =>
    heard(f, `${f.contact} says: not yet`, [
      `You marked this as kept, and ${f.contact} (${f.customer}) says it is not yet done: ${f.promise}.`,
      "It is open again. Call them, and agree on a new time.",
    ]),
  contradicted: (f, reader) =>
    heard(f, `${f.contact} was not told`, [
      `A call of ${time(f.saidAt, reader)} is written down, and ${f.contact} (${f.customer}) says that it was not held: ${f.promise}.`,
      "The promise stands as it did before that call. Talk to them.",
    ]),
  chased: (f, reader) =>
    heard(f, `${f.contact} is asking: ${f.promise}`, [
      `${f.contact} (${f.customer}) asks about this before hearing from us: ${f.promise}.`,
      `It is due ${time(f.dueAt, reader)}. Write to them now, even if you only know when you will know more.`,
    ]),
  invited: (f, reader) => ({
    subject: `${f.by} asks you to come to ${f.business}`,
    paragraphs: [
      hello(reader),
      `${f.by} would like you to work with them at ${f.business}, where every promise to a customer is written down and kept in sight.`,
      `Choose a password, and you are in. This way in is open until ${time(f.until, reader)}.`,
      "If you do not know what this is about, you can let this message be.",
    ],
    acts: [{ label: `Come to ${f.business}`, path: f.path }],
  }),
  newPassword: (f, reader) => ({
    subject: `A new password for ${f.business}`,
    paragraphs: [
      hello(reader),
      "somebody asked for a new password for your account, probably you. You can set it once, within an hour.",
      "If it was not you, let this message be: your password stays as it is.",
    ],
    acts: [{ label: "Set a new password", path: f.path }],
  }),
  mailTest: (f, reader) => ({
    subject: `Mail from ${f.business} arrives`,
    paragraphs: [
      hello(reader),
      "this is the test that you asked for. The mail server works, and your customers get mail from this address.",
    ],
    acts: [],
  }),
  messageFailed: (f) => ({
    subject: `Not delivered: ${f.subject}`,
    paragraphs: [
      `Your message to ${f.to} did not arrive: “${f.subject}”.`,
      f.problem,
      "They have not been told. Put the address right and send it again, or call them and log the call.",
    ],
    acts: [{ label: "See the message", path: f.path }],
  }),
};

const todo: Record<Ringing["why"], string> = {
  first: "Tell them before it is late, or say that it is on track",
  second: "Nobody has answered yet: tell them before it is late",
  due: "It is due now: do it, or tell them when you will",
  waited_for: "What this waits for has changed: see whether the time still holds",
  handed_on: "This is yours now",
  bounced: "Your message came back: they have not been told",
};

const channelWords: Record<string, string> = {
  email: "e-mail",
  phone: "a call",
  sms: "a text message",
  form: "the form",
  portal: "their page",
  in_person: "to meet",
  social: "social media",
  letter: "a letter",
};

function ringSubject(ring: Ringing | undefined, reader: Reader): string {
  return ring ? `Due ${fromNow(ring.dueAt, reader, shape)}: ${ring.promise} (${ring.customer})` : "Your promises";
}

function ringLines(ring: Ringing, reader: Reader): string[] {
  const reach = [
    ring.contact,
    ring.phone,
    ring.preferredChannel && `prefers ${channelWords[ring.preferredChannel] ?? ring.preferredChannel}`,
    ring.lastWordAt ? `last heard from us ${fromNow(ring.lastWordAt, reader, shape)}` : "has not heard from us yet",
  ];
  return [
    `${ring.promise}, for ${ring.customer}: due ${time(ring.dueAt, reader)}, ${fromNow(ring.dueAt, reader, shape)}.`,
    `${todo[ring.why]}.`,
    `${reach.filter(Boolean).join(", ")}.`,
  ];
}

function heard(f: Heard, subject: string, paragraphs: string[]) {
  const quoted = f.words ? [`Their words: “${f.words}”`] : [];
  return { subject, paragraphs: [...paragraphs, ...quoted], acts: [{ label: "Answer", path: f.path }] };
}
