import { plusSeconds } from "#base/instant.ts";
import { type DraftName, filled } from "./draft.ts";
import type { Letter, Reader } from "./letter.ts";
import { type Told, toldLetter } from "./told-letter.ts";
import type { Words } from "./words.ts";

const hour = 3600;

/** The letter that a draft becomes, with a promise and times made up, to be looked at in the settings. */
export function sampleLetter(
  words: Words,
  name: DraftName,
  text: string,
  { reader, business }: { reader: Reader; business: string },
): Letter {
  const { sample } = words;
  const [oldDueAt, newDueAt] = [plusSeconds(reader.now, 2 * hour), plusSeconds(reader.now, 26 * hour)];
  const due = words.time(name === "move" || name === "running_late" ? newDueAt : oldDueAt, reader);
  const { name: _, reason, ...filledIn } = sample;
  const facts = { ...filledIn, name: reader.name, business, due, minutes: "40", owner: sample.member };
  const body = filled(text, facts);
  const paths = { yesPath: "/", notYetPath: "/" };
  if (name === "ask") return words.kept({ ...paths, promise: sample.promise, words: body, more: null }, reader);
  const told: Record<Exclude<DraftName, "ask">, Told> = {
    move: { about: "move", oldDueAt, newDueAt, reason },
    running_late: { about: "move", oldDueAt, newDueAt, reason },
    update: { about: "update", dueAt: newDueAt, nextWordAt: null },
    update_late: { about: "update", dueAt: null, nextWordAt: newDueAt },
    keep: { about: "keep" },
    release: { about: "release" },
    decline: { about: "decline", reason },
    failure: { about: "failure", reason },
    hold_up: { about: "hold_up", reason },
    hand_on: { about: "hand_on", dueAt: newDueAt, from: sample.member, to: sample.member },
  };
  return toldLetter(words, told[name], { promise: sample.promise, words: body }, () => "/", reader);
}
