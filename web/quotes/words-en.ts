export const en = {
  keptOf: (kept: number) => `kept ${kept} of 100 times`,
  ofHundred: (kept: number) => `${kept} of 100`,
  odds: "The odds of that time",
  slide: "Move the time",
  advised: "advised",
  takeAdvised: "Take the advised time",
  shortness: {
    short: "Shorter than advised.",
    very_short: "Half of such work takes longer than that.",
  },
  load: (open: number, before: number) =>
    open === 0
      ? ""
      : `${open < 1000 ? open : "1000 or more"} open already${before > 0 ? `, ${before} of them due before.` : "."}`,
  noHistory: "No odds yet: too little of this kind was done so far.",
  howLong: "How long such things took",
  duePlaceholder: "tomorrow 3pm, in 2 hours, Fri 14:00",
  unread: "This time could not be read. Try “tomorrow 3pm” or “24 Nov 15:00”.",
  forThem: "for them",
  closedThen: "We are closed then.",
  takeBefore: "Take the last open time before:",
  took: (kind: string) => `How long it took: ${kind}`,
  tookSaid: (done: number, open: number) =>
    `${done} done${open > 0 ? `, ${open} still open: the open ones are shown by how long they have lasted` : ""}.`,
  within: (marks: string) => ` Done within: ${marks}.`,
  markSaid: (share: number, within: string) => `${share} of 100 within ${within}`,
  inWorking: "Measured in working time: a night is no time at all.",
  nothingTook: "Nothing of this kind was done yet.",
  nothingTookLead: "Once some were, this is where it shows how long they took.",
  tookHead: "Took",
  doneHead: "Done",
  openHead: "Still open",
  upTo: (until: string) => `up to ${until}`,
  over: (from: string) => `over ${from}`,
  legend: { done: "done", open: "still open", quoted: "this one, as quoted", took: "this one, as it went" },
  ownSaid: (quoted: string, took: string, isDone: boolean) =>
    ` This one was to take ${quoted}, and ${isDone ? `took ${took}` : `has lasted ${took} so far`}.`,
  whySoon: "Why so soon?",
  whySoonHint: "Half of such work takes longer. Only your house reads this.",
};
