import type { en } from "./text-words-en.ts";

export const de: typeof en = {
  none: "Noch keine Nummer.",
  noneLead:
    "Tragen Sie die Nummer ein, an die Kunden SMS schreiben und die sie anrufen. Eine SMS wird zum Anliegen und per SMS beantwortet; ein Anruf, den niemand annimmt, wird auch eines.",
  number: "Unsere Nummer",
  numberHint: "Mit ihrem Land, etwa +49 30 1234567.",
  accountSid: "Account-SID",
  accountSidHint: "Sie steht auf der ersten Seite der Twilio-Konsole und beginnt mit AC.",
  authToken: "Auth-Token",
  authTokenHint: "Es steht neben der Account-SID. Es wird versiegelt aufbewahrt und nie wieder gezeigt.",
  authTokenKept: "Es ist versiegelt aufbewahrt. Leer bleibt es, wie es ist.",
  serverUrl: "Anderer Dienst",
  serverUrlHint: "Leer für Twilio selbst; sonst die Adresse eines Dienstes, der spricht wie Twilio.",
  missing: {
    number: "Sagen Sie zuerst, welche Nummer es ist.",
    accountSid: "Geben Sie die Account-SID an.",
    authToken: "Geben Sie das Auth-Token an.",
  },
  submit: "Eintragen",
  added: "Eingetragen. Geben Sie jetzt die Adresse unten bei Twilio ein.",
  addressTitle: "Was bei Twilio einzutragen ist",
  addressLead:
    "Tragen Sie bei der Nummer unter „A message comes in“ und unter „Call status changes“ diese Adresse als Webhook mit HTTP POST ein. Jeder Aufruf wird an seiner Unterschrift geprüft.",
  address: "Adresse",
  heardTitle: "Wie es steht",
  heardAt: "Zuletzt kam etwas an",
  neverHeard: "Noch ist nichts angekommen. Schreiben Sie der Nummer zur Probe eine SMS.",
  aside: "Was ankam und keinen Platz fand",
  remove: "Nummer entfernen",
  removeSure: "Noch einmal drücken: Darüber kommt und geht dann nichts mehr",
  removed: "Die Nummer ist entfernt. Was darüber kam, bleibt.",
};
