type Act = { label: string; ask: string; send: string; thanks: string };

/** What is said and read in a journey, in its language: by the owner, in the mails, and on the page by role and label. */
export type Spoken = {
  language: "en" | "de";
  promise: string;
  dueWords: string;
  reason: string;
  nextReason: string;
  sorry: string;
  missing: string;

  /** In mails: what the owner is to do, and what subjects begin with. */
  ring: string;
  newTime: string;
  done: string;
  saysNotYet: string;

  heading: string;
  fits: Act;
  notYet: Act;
  yes: Pick<Act, "send" | "thanks">;
  words: string;
  finish: string;
};
