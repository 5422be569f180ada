import type { en } from "./form-words-en.ts";

export const de: typeof en = {
  list: "Formulare",
  none: "Noch kein Formular.",
  noneLead:
    "Legen Sie eines an: Jeder kann Ihnen darin ohne Konto schreiben, und was dort steht, wird zum Anliegen und sofort bestätigt.",
  add: "Formular anlegen…",
  addTitle: "Formular anlegen",
  editTitle: (name) => `${name} ändern`,
  name: "Wie Sie es nennen",
  nameHint: "Nur Sie sehen das: „Kontaktseite“, „Wagentür“.",
  sites: "Seiten, die es bei sich zeigen dürfen",
  sitesHint:
    "Eine je Zeile, etwa https://www.example.com. Leer steht es allein unter seiner Adresse; * erlaubt jede Seite.",
  missingName: "Sagen Sie zuerst, wie Sie es nennen.",
  submit: "Anlegen",
  added: "Angelegt. Es ist jetzt offen.",
  addressOf: (name) => `Adresse von ${name}`,
  snippetOf: (name) => `Für Ihre Seite: ${name}`,
  alone: "Noch darf keine Seite es bei sich zeigen. Auf seine Adresse kann jeder verweisen.",
  framed: "Zeigen dürfen es",
  heardAt: "zuletzt schrieb jemand",
  neverHeard: "noch hat niemand geschrieben",
  edit: "Ändern",
  editOf: (name) => `${name} ändern`,
  revoke: "Widerrufen",
  revokeOf: (name) => `${name} widerrufen`,
  revokeSure: "Noch einmal drücken: Die Adresse führt dann nirgends mehr hin",
  revoked: (name) => `${name} ist widerrufen. Was dort geschrieben wurde, bleibt.`,
  aside: "Was zur Seite gelegt wurde",
};
