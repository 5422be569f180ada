import type { builtInKinds } from "#app/workspaces/policy.ts";

const builtIn: Record<(typeof builtInKinds)[number], string> = {
  callback: "Call back",
  email: "E-mail",
  update: "Update",
  visit: "Visit",
  delivery: "Delivery",
  fix: "Fix",
  feature: "Feature",
  price_quote: "Price quote",
  payment: "Payment",
  other: "Other",
};

export const en = {
  builtIn,
  own: "Your own kinds",
  none: "There are no kinds of your own",
  noneMore:
    "A restaurant has “table ready”, a body shop “loan car”. How long they take is learnt for each kind by itself.",
  houses: "Kinds of the house",
  estimates: { "": "as the business has it", working: "working time", clock: "time on any clock" } as Record<
    string,
    string
  >,
  estimate: (how: string) => `Estimates: ${how}`,
  change: "Change",
  changeOf: (kind: string) => `Change ${kind}`,
  name: "Name",
  nameHint: "Two or three words, as you would say it on the phone.",
  known: (kind: string) => `Known as ${kind}; in a promise you may write #${kind}.`,
  nameless: "A name begins with a letter.",
  keepsOld: "What was promised under the old name keeps it.",
  estimateLabel: "A bare estimate means",
  estimateHint: "Where somebody writes “3 hours” and no more.",
  all: "All settings of this kind",
  add: "Add a kind",
  addNow: "Add it",
  taken: "There is a kind of this name already.",
  added: (kind: string) => `There is now a kind called ${kind}.`,
  remove: "Remove it",
  removed: (kind: string) => `Nothing new is written down as ${kind}.`,
};
