/** What is read anew when something of this kind has changed, by the first word of the API's paths. */
const touchedBy: Record<string, readonly string[]> = {
  promise: ["promises", "today", "record", "customers", "quotes", "cases"],
  series: ["promise_series", "promises", "today"],
  customer: ["customers", "today", "promises", "offers", "cases", "case_counts"],
  case: ["cases", "causes", "case_counts", "mentions", "promises", "customers", "today"],
  contact: ["contacts", "customers", "today", "offers", "cases"],
  link: ["contacts", "customers", "links"],
  links: ["contacts", "customers", "links"],
  profile: ["customers", "contacts"],
  message: ["messages", "today", "promises", "customers", "offers", "cases", "case_counts"],
  number: ["numbers"],
  reply: ["saved_replies"],
  saved_replies: ["saved_replies"],
  note: ["mentions", "cases"],
  form: ["forms"],
  arrival: ["arrivals", "offers"],
  member: ["members", "me", "calendars", "today"],
  absence: ["members", "absences", "today"],
  team: ["teams", "members", "calendars", "today", "me"],
  calendar: ["calendars", "members", "workspace", "today"],
  workspace: ["workspace", "me", "calendars", "members"],
  policy: ["policy", "policies", "today"],
};

/** Does a change of this kind touch what was read at this path? What we have no word for touches everything. */
export function touches(subject: string, path: string): boolean {
  const words = touchedBy[subject];
  return !words || words.includes(firstWord(path));
}

/** The kind of thing that a deed at this path changes: "promise" for "/promises/:id/moves". */
export function subjectOf(path: string): string {
  const word = firstWord(path);
  return Object.keys(touchedBy).find((subject) => subject === word || `${subject}s` === word) ?? word;
}

function firstWord(path: string): string {
  return path.split("/")[1] ?? "";
}
