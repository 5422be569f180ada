import type { HintRule } from "./hint.ts";

/** Why the coach points at something, in the language of whoever writes: German to Germans, English to all others. */
export function whyOf(rule: HintRule, language: string): string {
  return (/^de\b/i.test(language) ? german : english)[rule];
}

const english: Record<HintRule, string> = {
  not_recorded: "This is a promise, and it is not written down yet.",
  shorter_than_advised: "That is shorter than such things take: a later time is safer to keep.",
  unsure: "We cannot be sure of this. Promise what you will do, and when they hear of it.",
  absolute: "Nobody can keep this every time. Say what usually happens.",
  dont_know: "Not to know is fine; say by when you will.",
  evasion: "This sounds like a way out. Say what happened, or what you can do.",
  blame: "Blame helps nobody. Say what happened and what comes next.",
  jargon: "There is a plainer word for this.",
  asks_known: "We know this already: do not ask for it again.",
  no_name: "Say who writes, so that they know whom to ask for.",
  no_next_step: "Say what happens next.",
  no_time: "Say by when.",
  needs_approval: "This admits something that may be dear: let whoever decides on it read it first.",
};

const german: Record<HintRule, string> = {
  not_recorded: "Das ist ein Versprechen, und es ist noch nicht festgehalten.",
  shorter_than_advised: "Das ist kürzer, als es meist dauert: Eine spätere Zeit ist leichter zu halten.",
  unsure: "Das ist nicht sicher. Versprechen Sie, was Sie tun und wann Sie sich melden.",
  absolute: "Das hält niemand jedes Mal. Sagen Sie, wie es meistens ist.",
  dont_know: "Nicht alles zu wissen ist in Ordnung; sagen Sie, bis wann Sie es wissen.",
  evasion: "Das klingt nach Ausweichen. Sagen Sie, was geschehen ist oder was Sie tun können.",
  blame: "Schuld hilft niemandem. Sagen Sie, was geschehen ist und wie es weitergeht.",
  jargon: "Dafür gibt es ein einfacheres Wort.",
  asks_known: "Das wissen wir schon: Fragen Sie nicht noch einmal danach.",
  no_name: "Sagen Sie, wer schreibt, damit man weiß, nach wem man fragt.",
  no_next_step: "Sagen Sie, was als Nächstes geschieht.",
  no_time: "Sagen Sie, bis wann.",
  needs_approval: "Das räumt etwas ein, das teuer werden kann: Lassen Sie es vorher lesen, wer darüber entscheidet.",
};
