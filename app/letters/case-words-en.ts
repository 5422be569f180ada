import type { Instant } from "#base/instant.ts";
import type { CaseRinging, CaseWhy, CaseWords } from "./case-words.ts";
import type { Reader } from "./letter.ts";
import { cut } from "./short.ts";

type Time = (at: Instant, reader: Reader) => string;

const todo: Record<CaseWhy, string> = {
  unowned: "Nobody owns this yet. Say “I own it”, and the customer gets your name",
  status: "Their daily word is due soon, and it stands ready below",
  status_due: "Their daily word is due now. Send it, even if you only know when you will know more",
  ask: "They were told that it is done and have not answered. Ask them yourself: the last time is for a person",
  snooze: "You wanted to see this again now",
  replied: "They have written",
  chased: "They are asking, before they heard from us",
  reopened: "They are not satisfied, so it is open again. Call them",
  escalated: "A manager is asked for. See the facts, and talk to the owner first",
  handed_on: "This is for you",
  low_pulse: "It was worse for them than they expected, or feels bad. Talk to them",
  mentioned: "You are named in a note",
  bounced: "A message of ours came back: they have not been told",
};

/** What is written about cases, in English, with that way to tell times. */
export function englishCaseWords(time: Time): CaseWords {
  const hello = ({ name }: Reader) => `Hello ${name},`;
  const again = (at: Instant | null, reader: Reader) => (at ? [`You hear from us again by ${time(at, reader)}.`] : []);
  const answers = ({ yesPath, notYetPath }: { yesPath: string; notYetPath: string }) => [
    { label: "Yes, I am satisfied", path: yesPath },
    { label: "Not yet", path: notYetPath },
  ];
  return {
    firstWord: (subject) => `A first word from a person: ${subject}`,
    missedCall: (number) => `Missed call from ${number}`,
    caseReceived: (f, reader) => ({
      subject: f.isCall ? "We missed your call" : `We have it: ${f.subject}`,
      short: `${f.isCall ? "Sorry that we missed your call." : `We have it: ${cut(f.subject)}.`} ${f.owner ? `${f.owner} has it. ` : ""}A person gets back to you by ${time(f.firstWordAt, reader)}.`,
      paragraphs: [
        hello(reader),
        `${f.isCall ? "we are sorry that nobody took your call." : `what you wrote is here: ${f.subject}.`} ${f.owner ? `${f.owner} has it.` : "One of us takes it on, and you get their name."}`,
        `A person ${f.isCall ? "gets back" : "writes"} to you by ${time(f.firstWordAt, reader)}.`,
        `We are here ${f.reach}. You can add to it at any time by answering this message.`,
        `This answer was sent automatically by ${f.business}.`,
      ],
      acts: [],
    }),
    caseOwned: (f, reader) => ({
      subject: `${f.owner} has it: ${f.subject}`,
      short: [
        `${f.owner} looks after this until you are satisfied: ${cut(f.subject)}.`,
        ...again(f.nextWordAt, reader),
      ].join(" "),
      paragraphs: [
        hello(reader),
        `${f.owner} looks after this from now on, until you are satisfied: ${f.subject}.`,
        ...again(f.nextWordAt, reader),
        `This message was sent automatically by ${f.business}.`,
      ],
      acts: [],
    }),
    caseWord: (f, reader) => ({
      subject: `Re: ${f.subject}`,
      paragraphs: [f.words, ...again(f.nextWordAt, reader)],
      acts: [],
    }),
    caseHeld: (f) => ({
      subject: `Re: ${f.subject}`,
      paragraphs: [
        f.words,
        `This message was sent automatically by ${f.business}, so that you do not wait without a word. A person writes to you as soon as they can.`,
      ],
      acts: [],
    }),
    caseDone: (f) => ({
      subject: `Done: ${f.subject}`,
      short: `${f.words}\nWhat we did: ${f.did}\nAre you satisfied? Please say so here:`,
      paragraphs: [
        f.words,
        `What you asked: ${f.asked}`,
        `What we did: ${f.did}`,
        "Are you satisfied? You have the last word.",
      ],
      acts: answers(f),
    }),
    caseAsk: (f, reader) => ({
      subject: `Are you satisfied? ${f.subject}`,
      short: `${f.words ?? `We told you that this is done: ${cut(f.subject)}.`}\nAre you satisfied? Please say so here:`,
      paragraphs: [
        ...(f.words ? [f.words] : [hello(reader), `we told you that this is done: ${f.subject}.`]),
        `What we did: ${f.did}`,
        "Is it as it should be? If not, it is open again at once, with whoever looked after it.",
      ],
      acts: answers(f),
    }),
    caseDraft: (f, reader) => ({
      subject: `Re: ${f.subject}`,
      paragraphs: [
        hello(reader),
        f.done.length > 0 ? `since ${time(f.since, reader)} this was done: ${f.done.join("; ")}.` : notDone(f.subject),
        ...f.next.map(({ text, dueAt }) => `Next: ${text}, by ${time(dueAt, reader)}.`),
        ...(f.waitingFor ? [`We wait for this from you: ${f.waitingFor}`] : []),
        whoHasIt(f.owner, f.handler),
      ],
      acts: [],
    }),
    caseRings: (f, reader) => ({
      subject: f.rings.length === 1 ? ringSubject(f.rings[0]) : `${f.rings.length} cases need you`,
      paragraphs: f.rings.flatMap((ring) => ringLines(ring, time, reader)),
      acts: f.rings.map(({ subject, path }) => ({ label: `Open: ${subject}`, path })),
    }),
  };
}

function notDone(subject: string): string {
  return `a short word on how it stands: we are at it, and there is nothing new to tell since we last spoke. It is not forgotten: ${subject}.`;
}

function whoHasIt(owner: string | null, handler: string | null): string {
  if (!owner) return "One of us takes it on, and you get their name.";
  return handler && handler !== owner ? `${handler} works on it, and ${owner} looks after you.` : `${owner} has it.`;
}

function ringSubject(ring: CaseRinging | undefined): string {
  return ring ? `${ring.customer}: ${ring.subject}` : "Your cases";
}

function ringLines(ring: CaseRinging, time: Time, reader: Reader): string[] {
  const who = ring.contact && ring.contact !== ring.customer ? `${ring.contact} (${ring.customer})` : ring.customer;
  return [
    `${ring.subject}, from ${who}. ${todo[ring.why]}.`,
    ...(ring.dueAt ? [`The word is due ${time(ring.dueAt, reader)}.`] : []),
    ...(ring.owner ? [`${ring.owner} owns it.`] : []),
    ...(ring.words ? [`“${ring.words}”`] : []),
    ...(ring.draft ? [`Ready to send:`, ring.draft] : []),
  ];
}
