import type { Opening } from "#app/sentences/rule.ts";
import { ours, own, theirs } from "./words.ts";

const helper =
  "techniker(?:in)?|monteur(?:in)?|kolleg(?:e|in|en|innen)|team|fahrer(?:in)?|mitarbeiter(?:in)?|meister(?:in)?|buchhaltung|werkstatt|kundendienst|service|vertrieb|lager|chef(?:in)?|assistent(?:in)?|sekretariat|elektriker(?:in)?|installateur(?:in)?|sachbearbeiter(?:in)?|support|abteilung|buro|jemand|lehrling|geselle|handwerker";

/** The words with which a promise may begin. */
export const openings: Opening[] = [
  { name: "ich werde", points: -0.2, who: "writer", words: /\b(?:ich werde|werde ich)\b|(?<=\bich\b.*\bund )werde\b/g },
  { name: "wir werden", points: -0.3, who: "team", words: /\b(?:wir werden|werden wir)\b/g },
  {
    name: "ich tue",
    points: 0.7,
    who: "writer",
    words: new RegExp(
      `\\bich (?=(?:${own})\\b)|(?<=\\bich\\b.*\\bund )(?=(?:${own})\\b)|\\b(?=(?:${own}) (?:mich |ihnen |es |das |mir |dir |sie )*ich\\b)`,
      "g",
    ),
  },
  {
    name: "wir tun",
    points: 0.7,
    who: "team",
    words: new RegExp(
      `\\bwir (?=(?:${ours})\\b)|(?<=\\bwir\\b.*\\bund )(?=(?:${ours})\\b)|\\b(?=(?:${ours}) (?:uns |ihnen |es |das |dir )*wir\\b)|\\b(?=sehen wir .{0,30}\\bnach\\b)`,
      "g",
    ),
  },
  {
    name: "ohne ich gesagt",
    points: -0.6,
    who: "writer",
    words:
      /(?:^|[.!?,] )(?=(?:melde mich|schicke|sende|rufe|kummere mich|prufe|klare|gebe|bringe|erledige|leite)\b)|(?:^|[.!?,] )(?=wird (?:gemacht|erledigt)\b)/g,
  },
  {
    name: "lassen Sie mich",
    points: -1.4,
    who: "writer",
    words:
      /\b(?:lassen sie|lass) mich (?=.*\b(?:prufen|klaren|nachfragen|nachsehen|nachschauen|ruckfragen|schauen)\b)/g,
  },
  {
    name: "zugesagt, sagt die Notiz",
    points: 0.6,
    who: "team",
    words:
      /\b(?:zugesagt|versprochen),? (?=.*(?:\bdass (?:ich|wir)\b|\bzu\b|\bzu[a-z]+en\b|zuruckzurufen))|\b(?=(?:rueckruf|ruckruf|angebot|lieferung|antwort|termin|gutschrift|ersatz)\b[^.]*\b(?:zugesagt|versprochen)\b)/g,
  },
  {
    name: "jemand von uns",
    points: -0.4,
    who: "named",
    words: new RegExp(
      `\\b((?:(?:unser|mein|ein|der|die|das)e?r? )?(?:[\\w-]+ ){0,2}?(?:${helper})(?: [a-z]+)?) (?=(?:${theirs})\\b)`,
      "g",
    ),
  },
  {
    name: "jemand mit Namen",
    points: -0.6,
    who: "named",
    cased: true,
    words: new RegExp(
      `((?:Herr|Frau) [A-Z][\\w-]+|(?<=^|[.!?] )(?!Das|Der|Die|Es|Sie|Er|Ich|Wir|Dies|Man|Wer|Was|Wann|Hier|Heute|Morgen|Dann|Danach)[A-Z][a-z]+) (?=(?:${theirs})\\b)`,
      "g",
    ),
  },
  {
    name: "Sie hören",
    points: 2,
    who: "team",
    words: /\b(?=(?:horen sie|sie horen|du horst|horst du)\b.*\bvon (?:uns|mir)\b)/g,
  },
  {
    name: "Sie erhalten",
    points: -0.4,
    who: "team",
    words:
      /\b(?=(?:sie (?:erhalten|bekommen|haben)|(?:erhalten|bekommen|haben) sie|du bekommst|bekommst du|bekommen sie) )/g,
  },
  {
    name: "Sie werden",
    points: -2,
    who: "team",
    words:
      /\b(?:sie werden|werden sie) (?=.*\b(?:kontaktiert|angerufen|zuruckgerufen|informiert|benachrichtigt|entschadigt|beliefert)\b)/g,
  },
  {
    name: "es wird",
    points: -1.6,
    who: "team",
    words:
      /\b(?:(?:ihr|ihre|die|der|das|den|es|ein|eine|alles)\b(?: [\w-]+){0,3}? wird|wird (?:ihr|ihre|die|der|das|es)\b) (?=.*\b(?:(?:ver|(?:zu|ab|nach)?ge)schickt|(?:ver|zu)sandt|geliefert|repariert|ersetzt|erstattet|behoben|bearbeitet|erledigt|fertig|ausgetauscht|abgeholt|uberwiesen|gutgeschrieben|zugestellt|freigeschaltet|gebracht)\b)/g,
  },
];
