import type { CaseKind, CaseState, Step } from "#app/cases/case.ts";
import type { View } from "./views.ts";

const states: Record<CaseState, string> = {
  open: "open",
  told: "told, they have the last word",
  satisfied: "satisfied",
  unconfirmed: "nobody answered",
  void: "no case after all",
};

const kinds: Record<CaseKind, string> = {
  question: "Question",
  request: "Request",
  complaint: "Complaint",
  praise: "Praise",
};

const steps: Record<Step, string> = {
  owned: "Somebody owns it",
  contact: "We know how to reach them",
  channel: "We know how they like to be reached",
  fixing: "A plan with dates",
  handed_on: "Handed on, where needed",
  status: "A word every day",
  told: "Told what was done",
  satisfied: "They are satisfied",
};

const next: Record<Step, string> = {
  owned: "say who owns it",
  contact: "find out how to reach them",
  channel: "ask how they like to be reached",
  fixing: "make a plan",
  handed_on: "hand it on",
  status: "keep them told until it is done",
  told: "tell them what was done",
  satisfied: "hear whether they are satisfied",
};

const views: Record<View, string> = {
  mine: "Mine",
  unowned: "Nobody’s yet",
  open: "All open",
  aside: "Laid aside",
  ever: "Closed ones too",
};

const empty: Record<View, string> = {
  mine: "You have nothing in hand.",
  unowned: "Everything has somebody who owns it.",
  open: "Nothing is open.",
  aside: "Nothing is laid aside.",
  ever: "Nothing was raised yet.",
};

const emptyLead: Record<View, string> = {
  mine: "Look among what nobody owns yet, and take one: the customer gets your name.",
  unowned: "What a customer writes stands here until one of us says “I own it”.",
  open: "What customers write to your mailbox arrives here. What they say on the phone or at the table is written down on their page.",
  aside:
    "Lay a case aside until a day, and it is out of sight until then. What is due to the customer rings all the same.",
  ever: "What customers write to your mailbox arrives here. What they say on the phone or at the table is written down on their page.",
};

export const en = {
  states,
  kinds,
  steps,
  next,
  views,
  empty,
  emptyLead,
  list: "Cases",
  inHand: "Cases in hand",
  raisedByThem: "What they raised",
  lead: "What customers raised, until they say that they are satisfied.",
  view: "Which cases",
  counted: (view: string, n: number) => `${view} ${n >= 1000 ? "1000+" : n}`,
  team: "Team",
  everyTeam: "Every team",
  find: "Find",
  findHint: "Words, or a customer",
  found: (n: number) =>
    n === 1 ? "One case with these words, closed ones too." : `${n} cases with these words, closed ones too.`,
  foundNone: "No case with these words.",
  foundNoneLead: "Write the beginning of a word that they used, or the name of the customer.",
  more: "Show more",
  down: "Next case",
  up: "Case before",
  openIt: "Open it",
  search: "Find a case",
  stepOf: (n: number, what: string) => `step ${n} of 8: ${what}`,
  nobody: "nobody owns it yet",
  nextWord: "next word",
  asking: "we ask",
  waits: "waits for them",
  since: "since",
  askedToTake: "you are asked to take it over",
  loading: "Case",
  gone: "This case is not here, or no longer.",
  all: "All cases",
  ownedBy: "owned by",
  doneBy: "in the hands of",
  machine: "by itself",
  notYet: "not yet",
  notNeeded: "not needed so far",
  stepsTitle: "The eight steps",
  missing: {
    contact: "Nobody is named to speak with.",
    address: "There is no address to reach them at.",
    preferred_channel: "We do not know how they like to be reached.",
  },
  toCustomer: "Put it right on the customer’s page",
  planTitle: "The plan",
  planEmpty: "No step is planned yet. A step with a date is a promise, and they see it.",
  settledSteps: (n: number) => (n === 1 ? "One step is settled" : `${n} steps are settled`),
  factsTitle: "About it",
  nextWordAt: "They hear from us next",
  missedWords: (n: number) =>
    n === 1 ? "One daily word did not come in time." : `${n} daily words did not come in time.`,
  waitingFor: "We wait for them",
  laidAside: "Laid aside until",
  raised: "Raised",
  by: "by",
  channels: {
    email: "by e-mail",
    phone: "on the phone",
    sms: "by text message",
    form: "by a form",
    portal: "on their page",
    chat: "in a chat",
    in_person: "in person",
    social: "on a social network",
    letter: "by letter",
  } as Record<string, string>,
  asked: (n: number) =>
    n === 1 ? "They asked once before we told them." : `They asked ${n} times before we told them.`,
  spokeFirst: (before: number, after: number) => `We spoke ${before} times before they asked, ${after} times after.`,
  didTitle: "What was done",
  answersTitle: "What they say of it",
  answer: { satisfied: "They are satisfied", not_satisfied: "They are not satisfied" },
  said: "What was said",
  earlier: "Show earlier",
  about: {
    raised: "raised it",
    reply: "wrote",
    note: "note, for us alone",
    acknowledgement: "acknowledged",
    introduction: "introduced",
    status: "said how it stands",
    waiting: "said what we wait for",
    told: "told what was done",
    question: "asked whether they are satisfied",
  } as Record<string, string>,
  sentStates: {
    queued: "on its way",
    failed: "did not arrive",
    bounced: "came back",
    withdrawn: "taken back",
  } as Record<string, string>,
  automatic: "by itself",
  quoted: "What stood below it",
  attached: "Attached",
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  nameless: "A file",
  attach: "Attach files",
  attachHint: "Files can be pasted and dropped here, too: 20 MB together",
  toAttach: "Goes with it",
  leaveOut: (name: string) => `Leave out ${name}`,
  leaveOutShort: "Leave out",
  coming: (name: string) => `${name} is on its way here…`,
  stillComing: "A file is still on its way here.",
  withFiles: (n: number) => (n === 1 ? "with one file" : `with ${n} files`),
  leavesSoon: "leaves in a moment",
};
