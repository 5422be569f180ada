export const en = {
  title: "Saved replies",
  open: "Saved replies",
  find: "Find a reply by its name or words",
  own: "your own",
  none: "Nothing is saved yet. What you say often can be kept in the settings.",
  noneFits: "No reply has these words.",
  loading: "One moment…",
  toSettings: "Write or change saved replies",
  unfilled: (places: string) => `Nobody has filled in ${places}. Write there what belongs there, or take it out.`,
  unfilledFirst: (places: string) => `First fill in ${places}.`,
  meant: "It is meant so",
};
