import type { en } from "./words-en.ts";

export const de: typeof en = {
  title: "Anruf oder Besuch festhalten",
  lead: "Was außerhalb von Truepenny gesprochen wurde, zählt ebenso wie das, was von selbst hinausging.",
  with: "Mit",
  channel: "Wie",
  channels: {
    phone: "Am Telefon",
    in_person: "Persönlich",
    email: "Per E-Mail",
    sms: "Per SMS",
    chat: "Im Chat",
    letter: "Per Brief",
    social: "In einem sozialen Netz",
  },
  direction: "Wer sprach",
  directions: { out: "Wir zu ihnen", in: "Sie zu uns", note: "Notiz für uns" },
  body: "Was gesagt wurde",
  bodyHint: "Ein Satz genügt.",
  at: "Wann",
  atHint: (zone) => `Leer: eben jetzt. Nach den Uhren von ${zone}.`,
  submit: "Festhalten",
  missing: "Sagen Sie zuerst, was gesagt wurde.",
  done: "Festgehalten.",
};
