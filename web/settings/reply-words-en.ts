import type { ReplyPlace } from "#app/letters/reply.ts";

const places: Record<ReplyPlace, string> = {
  name: "the name of whoever reads it",
  first_name: "the first name of whoever reads it",
  member: "the name of whoever writes",
  business: "the name of the business",
  case: "what the case is about",
  next_word: "by when they hear from us next",
};

export const en = {
  places,
  language: "For readers of",
  languages: { en: "English", de: "German" },
  house: "The house’s",
  own: "My own",
  whose: "Whose",
  noneOfHouse: "Nothing is saved for the house yet.",
  noneOfOwn: "You have saved nothing of your own yet.",
  noneMore: "What is said often is put into a message with / in a case, with names and times filled in.",
  add: "Save a reply",
  change: "Change",
  changeOf: (name: string) => `Change ${name}`,
  remove: "Take away",
  removeOf: (name: string) => `Take away ${name}`,
  removed: (name: string) => `“${name}” is taken away.`,
  name: "Name",
  nameHint: "By which you find it again: opening hours, how to pay.",
  words: "The words",
  insert: "What is filled in by itself; a press puts it where you write.",
  insertOf: (place: string) => `Put in ${place}`,
  unknown: "Nothing is filled in for these braces. Take one of the places below.",
  lacks: "It needs a name and words.",
};
