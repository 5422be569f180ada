import type { en } from "./raising-words-en.ts";

export const de: typeof en = {
  title: "Sie haben etwas vorgetragen",
  open: "Sie haben etwas vorgetragen …",
  channel: "Wie?",
  channels: {
    phone: "Anruf",
    in_person: "Besuch",
    letter: "Brief",
    social: "Soziales Netz",
    chat: "Chat",
    sms: "SMS",
  },
  words: "Was haben sie gesagt?",
  wordsHint: "In ihren Worten. Die erste Zeile gibt den Namen.",
  kind: "Was ist es?",
  contact: "Wer hat es gesagt?",
  mine: "Ich kümmere mich",
  putRight: "Es ist schon in Ordnung gebracht",
  putRightHint: "An Ort und Stelle: vorgetragen, in Ordnung gebracht und geschlossen in einem.",
  did: "Was wurde getan?",
  satisfied: "Sie sagten, dass sie zufrieden sind",
  missing: { words: "Sagen Sie zuerst, was sie gesagt haben.", did: "Sagen Sie zuerst, was getan wurde." },
  submit: "Aufschreiben",
  done: "Aufgeschrieben.",
};
