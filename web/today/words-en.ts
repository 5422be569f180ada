import type { GroupKey } from "#app/today/today.ts";

const people = (n: number) => (n === 1 ? "One person" : `${n} people`);

const groups: Record<GroupKey, string> = {
  tell_before_late: "Tell them before it is late",
  late: "Late: tell them now",
  needs_new_due: "Give it a new time",
  due_today: "Due today",
  awaiting_acceptance: "Will you take it over?",
  nobody_to_tell: "Nobody to tell: add an address",
  ask_if_kept: "Ask if it was kept",
  failed_messages: "These words did not arrive",
  later: "Later",
};

export const en = {
  name: "Today",
  hello: {
    morning: (name: string) => `Good morning, ${name}.`,
    day: (name: string) => `Hello, ${name}.`,
    evening: (name: string) => `Good evening, ${name}.`,
  },
  team: (name: string) => `What ${name} owes`,
  summary: (late: number, toTell: number, dueToday: number) =>
    [
      toTell > 0 && `${people(toTell)} should hear from you before it is late.`,
      late > 0 ? `${late === 1 ? "One promise is" : `${late} promises are`} late.` : "Nothing is late.",
      toTell + late === 0 && dueToday > 0 && `${dueToday === 1 ? "One thing is" : `${dueToday} things are`} due today.`,
    ]
      .filter(Boolean)
      .join(" "),
  groups,
  whose: "Whose day",
  mine: "Mine",
  due: "due",
  between: "between",
  and: "and",
  moved: "first due",
  of: "of",
  movedFrom: "moved; first due",
  heldUp: "waits for them",
  rang: "rang",
  empty: "Nothing is due.",
  emptyLead: "Write down what you promised on your last call: the field above reads it as you say it.",
  emptyFirst: "Nothing is written down yet.",
  emptyFirstLead: "Think of the last thing you said you would do for somebody, and write it in the field above.",
  waiting: (n: number) => (n === 1 ? "One message is on its way." : `${n} messages are on their way.`),
  runningLate: "Running late…",
  runLate: {
    title: "Running late",
    lead: "Everybody whom it hits today is told at once, each in their own words and with their own new time.",
    by: "By how much?",
    minutes: (n: number) => `${n} minutes`,
    reason: "Why? They read this.",
    nobody: "No visit of yours today is hit by it.",
    hits: (n: number) => (n === 1 ? "One customer is told" : `${n} customers are told`),
    was: "was",
    now: "now",
    tell: (n: number) => (n === 1 ? "Tell them" : `Tell all ${n}`),
    told: (n: number) => (n === 1 ? "One customer is told." : `${n} customers are told.`),
    notMoved: (n: number) => `${n} could not be told by message: call them.`,
    call: "Call them:",
    reasonMissing: "Say why: they will ask.",
  },
  month: {
    share: (count: number, of: number) => `${count} of ${of}`,
    kept: "kept in 90 days",
    moved: "of them moved in time",
    silent: "silently late",
    told: "told before due",
    more: "Our word",
  },
  goDown: "Next line",
  goUp: "Line before",
  open: "Open it",
  late: "late since",
};
