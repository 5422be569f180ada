import type { en } from "./device-words-en.ts";

export const de: typeof en = {
  title: "Geräte",
  none: "Noch läutet kein Gerät",
  noneMore: "Erlauben Sie es hier: Was Sie braucht, erscheint sofort auf diesem Gerät, auch wenn Truepenny zu ist.",
  allow: "Auf diesem Gerät läuten",
  allowed: "Dieses Gerät läutet von nun an.",
  refused: "Der Browser darf nicht läuten. Drücken Sie noch einmal und sagen Sie Ja, wenn Sie es doch möchten.",
  broken: "Der Browser hat seinen Push-Dienst nicht erreicht. Versuchen Sie es in einer Minute noch einmal.",
  here: "dieses Gerät",
  madeAt: "Erlaubt",
  pushedAt: "läutete zuletzt",
  remove: "Wegnehmen",
  removeOf: (name) => `${name} wegnehmen`,
  removed: "Das Gerät läutet nicht mehr.",
  mailToo: "Jedes Läuten kommt auch als Mail, damit nichts verloren geht, wenn ein Gerät aus ist.",
  why: {
    insecure:
      "Dieses Gerät kann nicht läuten: Browser erlauben es nur an einer sicheren Adresse, die mit https beginnt.",
    unsupported:
      "Dieser Browser kann nicht läuten. Firefox, Chrome, Edge und Safari können es, außerhalb privater Fenster.",
    ios: "Legen Sie Truepenny auf iPhone und iPad erst auf den Home-Bildschirm (Teilen, Zum Home-Bildschirm) und öffnen Sie es von dort.",
    blocked:
      "Dem Browser wurde das Läuten für diese Seite verboten. Erlauben Sie Mitteilungen neben der Adresse und kommen Sie wieder.",
  },
};
